/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling gaps in a series from its own values. Places must be finite and rise strictly; missing values are NaN, and
 * what cannot be filled stays so.
 */
#ifndef RK_STATS_FILL_H
#define RK_STATS_FILL_H

#include "stats/spline.h"

G_BEGIN_DECLS

/** No source. */
#define RK_FILL_NONE G_MAXSIZE

/** Straight lines between neighbours; nothing outside the first and last value. Values change in place. */
RK_API void rk_stats_fill_linear(const double *places, double *values, gsize count);
/** A curve of this kind through all values. Two values give a straight line; nothing outside, and nothing at all where
 * there are fewer values than the kind needs, or an infinite one. */
RK_API void rk_stats_fill_spline(const double *places, double *values, gsize count, RkSplineKind kind);
/** The last value before the gap, not older than `most`. `sources` (count long) becomes where each filled value was
 * taken from, RK_FILL_NONE for those that were not filled. */
RK_API void rk_stats_fill_carry(const double *places, double *values, gsize count, double most, gsize *sources);
/** The nearest value in either direction, the earlier one of two, not farther away than `most`. `sources` likewise.
 * With `outside` only the gaps before the first and after the last value are filled. */
RK_API void rk_stats_fill_nearest(const double *places, double *values, gsize count, double most, gboolean outside,
                                  gsize *sources);

G_END_DECLS

#endif

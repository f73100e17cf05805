/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling gaps in a series from its own values. Places must be finite and rise strictly; missing values are NaN, and
 * what cannot be filled stays so.
 */
#ifndef RK_STATS_FILL_H
#define RK_STATS_FILL_H

#include "base/macros.h"

G_BEGIN_DECLS

/** No source. */
#define RK_FILL_NONE G_MAXSIZE

/** Straight lines between neighbours; nothing outside the first and last value. Values change in place. */
RK_API void rk_stats_fill_linear(const double *places, double *values, gsize count);
/** Steffen's monotone curve (Astronomy and Astrophysics 239, 1990, 443–450): never beyond its neighbours. Two values
 * give a straight line; nothing outside. An infinite value leaves all gaps open. */
RK_API void rk_stats_fill_steffen(const double *places, double *values, gsize count);
/** The last value before the gap, not older than `most`. `sources` (count long) becomes where each filled value was
 * taken from, RK_FILL_NONE for those that were not filled. */
RK_API void rk_stats_fill_carry(const double *places, double *values, gsize count, double most, gsize *sources);
/** The nearest value in either direction, the earlier one of two, not farther away than `most`. `sources` likewise.
 * With `outside` only the gaps before the first and after the last value are filled. */
RK_API void rk_stats_fill_nearest(const double *places, double *values, gsize count, double most, gboolean outside,
                                  gsize *sources);

G_END_DECLS

#endif

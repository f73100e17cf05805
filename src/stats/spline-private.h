/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The points of a spline, and the curve through them once they are what they should be.
 */
#ifndef RK_STATS_SPLINE_PRIVATE_H
#define RK_STATS_SPLINE_PRIVATE_H

#include "stats/spline.h"

G_BEGIN_DECLS

/** Points with different x, upwards. Zeroed memory is none. */
typedef struct {
    double *x, *y, *weight;
    gsize count;
} RkKnots;

/** RK_STATS_NOT_FINITE for an infinite value or a mean beyond the range of numbers. */
RkStatsReason rk_knots_read(RkKnots *knots, const double *x, const double *y, gsize count);
void rk_knots_clear(RkKnots *knots);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkKnots, rk_knots_clear)

/** The curve through the knots, whose x and y it takes over. */
RkSpline *rk_spline_through(RkKnots *knots, RkSplineKind kind);

G_END_DECLS

#endif

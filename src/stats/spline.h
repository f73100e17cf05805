/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Piecewise cubic curves: through points, or past them as smoothly as is asked. Pairs with a missing value are left
 * out, points that share an x are one point with the mean of their y (and their number as its weight), and the order of
 * the points does not matter. Nothing is said beyond the first and the last point.
 */
#ifndef RK_STATS_SPLINE_H
#define RK_STATS_SPLINE_H

#include "stats/reason.h"

G_BEGIN_DECLS

typedef enum {
    RK_SPLINE_CUBIC,  /**< natural: without curvature at its ends; two points make a line */
    RK_SPLINE_AKIMA,  /**< Akima, Journal of the ACM 17 (1970), 589–602: one odd point bends only its neighbourhood */
    RK_SPLINE_STEFFEN /**< Steffen, Astronomy and Astrophysics 239 (1990), 443–450: never beyond neighbouring points */
} RkSplineKind;

/** The least number of points with different x of a kind: 2, 5, 3. */
RK_API gsize rk_spline_least(RkSplineKind kind);

typedef struct RkSpline RkSpline;

RK_API void rk_spline_free(RkSpline *spline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkSpline, rk_spline_free)

/** The curve through the points. NULL with a reason (may be NULL): RK_STATS_TOO_FEW, RK_STATS_NOT_FINITE. */
RK_API RkSpline *rk_stats_spline(const double *x, const double *y, gsize count, RkSplineKind kind,
                                 RkStatsReason *reason);

/**
 * The natural cubic spline that makes Σw(y − g)² + λ∫g″² least, with the λ that gives it `degrees_of_freedom`, the
 * trace of the matrix that turns y into the fit (Reinsch, Numerische Mathematik 10 (1967), 177–183): near 2 a straight
 * line, at the number of different x a curve through all points. NULL with a reason (may be NULL): RK_STATS_TOO_FEW
 * below 3 different x, RK_STATS_BAD_ARGUMENT unless 2 < degrees_of_freedom ≤ number of different x,
 * RK_STATS_NOT_FINITE.
 */
RK_API RkSpline *rk_stats_smoothing_spline(const double *x, const double *y, gsize count, double degrees_of_freedom,
                                           RkStatsReason *reason);

/** The curve at x; NaN for a missing x and outside the points. */
RK_API double rk_spline_at(const RkSpline *spline, double x);
/** The ends of the curve. */
RK_API double rk_spline_first(const RkSpline *spline);
RK_API double rk_spline_last(const RkSpline *spline);

G_END_DECLS

#endif

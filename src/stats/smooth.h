/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves without a formula: local regression, and the density of values.
 */
#ifndef RK_STATS_SMOOTH_H
#define RK_STATS_SMOOTH_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** A point of a smooth curve. */
typedef struct {
    double x, y;
} RkCurvePoint;

/**
 * Local regression (loess) by Vega's definition, which is neither R's loess() nor its lowess(): around each point a
 * line through the max(2, floor(bandwidth · n)) nearest points with tricube weights, then two rounds in which a point
 * with the residual r counts (1 − (r/6m)²)² as much, m being the median of |r|, and 1e-12 beyond 6m. One point for each
 * different x, in ascending order, into `points` (room for `count`), where several points share an x the mean of their
 * fits; how many in `used`. Pairs with a missing value are left out. Points are sorted by x and then y, so their order
 * does not matter.
 *
 * FALSE with a reason (may be NULL) and no points: RK_STATS_TOO_FEW below 2 points, RK_STATS_NOT_FINITE,
 * RK_STATS_BAD_ARGUMENT for a bandwidth outside 0–1.
 */
RK_API gboolean rk_stats_loess(const double *x, const double *y, gsize count, double bandwidth, RkCurvePoint *points,
                               gsize *used, RkStatsReason *reason);

/** Rules of thumb for the standard deviation of a Gaussian kernel: factor · min(s, IQR/1.34) · n^(−1/5). */
typedef enum {
    RK_BANDWIDTH_SCOTT,    /**< factor 1.06: R's bw.nrd, Vega's default */
    RK_BANDWIDTH_SILVERMAN /**< factor 0.9: R's bw.nrd0 */
} RkBandwidthRule;

/** Bandwidth by a rule; quartiles are of type 7. Where the smaller of s and IQR/1.34 is zero (or there is no s) the
 * first of s, |first quartile|, 1 stands in that is not, as in Vega: a constant still has a density. NaN without values
 * and with infinite ones. */
RK_API double rk_stats_bandwidth(const double *values, gsize count, RkBandwidthRule rule);

/** Gaussian kernel density Σφ((x − value)/h)/(n·h) at each of `places` into `density` (both `place_count` long), summed
 * over all values and not over a grid. FALSE with a reason (may be NULL) and NaN in all places: RK_STATS_TOO_FEW
 * without values, RK_STATS_BAD_ARGUMENT for a bandwidth that is not above zero, RK_STATS_NOT_FINITE. */
RK_API gboolean rk_stats_density(const double *values, gsize count, double bandwidth, const double *places,
                                 gsize place_count, double *density, RkStatsReason *reason);
/** The share of that density below each place, ΣΦ((x − value)/h)/n. */
RK_API gboolean rk_stats_density_cumulative(const double *values, gsize count, double bandwidth, const double *places,
                                            gsize place_count, double *share, RkStatsReason *reason);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line through the median of all slopes between two points (Theil 1950; Sen, Journal of the American Statistical
 * Association 63, 1968, 1379–1389): up to 29 % of the points may be anything without moving it far.
 */
#ifndef RK_STATS_THEIL_SEN_H
#define RK_STATS_THEIL_SEN_H

#include "stats/regression.h"

G_BEGIN_DECLS

/** Most pairs of points: their slopes are all held in memory. About 8,000 points. */
#define RK_THEIL_SEN_MOST_PAIRS (32u << 20)

typedef struct {
    RkInterval slope; /**< median of (y_j − y_i)/(x_j − x_i) over pairs with different x, and Sen's interval */
    double intercept; /**< median y − slope · median x */
    gsize count;      /**< points used */
} RkTheilSen;

/** Theil–Sen line; the interval of the slope at `level` comes from the variance of Kendall's statistic, corrected for
 * ties in x and in y. A pair with either value missing is left out. FALSE with a reason (may be NULL) and NaN:
 * RK_STATS_TOO_FEW below 2 points, RK_STATS_CONSTANT x, RK_STATS_NOT_FINITE, RK_STATS_TOO_MANY, RK_STATS_BAD_ARGUMENT
 * for a level outside 0–1. */
RK_API gboolean rk_stats_theil_sen(const double *x, const double *y, gsize count, double level, RkTheilSen *line,
                                   RkStatsReason *reason);

G_END_DECLS

#endif

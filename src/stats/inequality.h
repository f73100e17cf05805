/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How unequally a total is shared. Weights say how many people (or how much of anything) stand behind each value, for
 * example the population behind a GDP per head; NULL is one for each. Pairs with something missing or of weight zero
 * are left out.
 *
 * All functions answer FALSE with a reason (may be NULL) and NaN in the result: RK_STATS_TOO_FEW without values,
 * RK_STATS_NEGATIVE_VALUE, RK_STATS_ZERO_TOTAL when all values are zero, RK_STATS_NEGATIVE_WEIGHT,
 * RK_STATS_ZERO_WEIGHT, RK_STATS_NOT_FINITE. Below, p is a value's share of the weight, μ the weighted mean, s = p·x/μ
 * its share of the total.
 */
#ifndef RK_STATS_INEQUALITY_H
#define RK_STATS_INEQUALITY_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** Gini coefficient Σ_i Σ_j p_i p_j |x_i − x_j| / (2μ): 0 for equal values, at most 1 − 1/n. */
RK_API gboolean rk_stats_gini(const double *values, const double *weights, gsize count, double *gini,
                              RkStatsReason *reason);
/** The same times n/(n−1), n the number of values used: reaches 1 when one has everything. At least 2 values, no
 * weights. */
RK_API gboolean rk_stats_gini_unbiased(const double *values, gsize count, double *gini, RkStatsReason *reason);

/** Theil's T, Σ s·ln(x/μ) with 0·ln 0 = 0: 0 … ln n. */
RK_API gboolean rk_stats_theil_t(const double *values, const double *weights, gsize count, double *theil,
                                 RkStatsReason *reason);
/** Theil's L, the mean logarithmic deviation Σ p·ln(μ/x); RK_STATS_NOT_POSITIVE with a value of zero. */
RK_API gboolean rk_stats_theil_l(const double *values, const double *weights, gsize count, double *theil,
                                 RkStatsReason *reason);

/** Atkinson's index 1 − (Σ p·(x/μ)^(1−ε))^(1/(1−ε)), for ε = 1 one less the geometric by the arithmetic mean: 0–1. ε
 * above 0 (otherwise RK_STATS_BAD_ARGUMENT); with ε of 1 or more a value of zero makes it 1. */
RK_API gboolean rk_stats_atkinson(const double *values, const double *weights, gsize count, double epsilon,
                                  double *atkinson, RkStatsReason *reason);

/** Herfindahl–Hirschman index, the sum of squared shares of the total: 1/n … 1. */
RK_API gboolean rk_stats_herfindahl(const double *values, gsize count, double *herfindahl, RkStatsReason *reason);
/** (H − 1/n)/(1 − 1/n): 0 for equal shares, 1 for one that has everything; at least 2 values. */
RK_API gboolean rk_stats_herfindahl_normalised(const double *values, gsize count, double *herfindahl,
                                               RkStatsReason *reason);

/** A point of the Lorenz curve: the poorest `population` hold this `share` of the total. */
typedef struct {
    double population, share;
} RkLorenzPoint;

/** The curve from (0, 0) to (1, 1), one point for each value from the least, into `points` (room for `count` + 1). Puts
 * how many there are in `used`, 0 where it fails. */
RK_API gboolean rk_stats_lorenz(const double *values, const double *weights, gsize count, RkLorenzPoint *points,
                                gsize *used, RkStatsReason *reason);

G_END_DECLS

#endif

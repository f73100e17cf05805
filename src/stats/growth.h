/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Change over time: growth rates, index numbers, contributions to a change, convergence between countries.
 *
 * Functions that fill an array put NaN where a value is missing, infinite or cannot be compared, and answer TRUE;
 * functions of one result answer FALSE with a reason (may be NULL) and NaN.
 */
#ifndef RK_STATS_GROWTH_H
#define RK_STATS_GROWTH_H

#include "stats/regression.h"

G_BEGIN_DECLS

/** Compound growth per unit of time between the first and the last time that have a value:
 * (y_last/y_first)^(1/(t_last − t_first)) − 1. Times need not be sorted. RK_STATS_TOO_FEW with fewer than 2 different
 * times, RK_STATS_NOT_POSITIVE when the first value is not above zero or the last is below zero, RK_STATS_NOT_FINITE.
 * Of two values at the first or last time the mean counts. */
RK_API gboolean rk_stats_cagr(const double *times, const double *values, gsize count, double *growth,
                              RkStatsReason *reason);

/** values[i] / values[i − lag] − 1 into `growth` (room for `count`, not `values` itself); NaN for the first `lag` and
 * where the earlier value is not above zero. FALSE for a lag of 0 (RK_STATS_BAD_ARGUMENT), with NaN in all places. */
RK_API gboolean rk_stats_growth(const double *values, gsize count, gsize lag, double *growth, RkStatsReason *reason);

/** Index numbers 100 · values[i] / values[base] into `index` (room for `count`, may be `values` itself). FALSE with NaN
 * in all places for a base outside the array (RK_STATS_BAD_ARGUMENT), missing (RK_STATS_TOO_FEW), infinite
 * (RK_STATS_NOT_FINITE) or zero (RK_STATS_ZERO_TOTAL). */
RK_API gboolean rk_stats_index(const double *values, gsize count, gsize base, double *index, RkStatsReason *reason);

/** What each part adds to the relative change of the whole: (after[i] − before[i]) / |Σ before|, into `contributions`
 * (room for `count`). They add up to the growth of the whole. All parts must be there: FALSE with NaN in all places for
 * a missing part or none at all (RK_STATS_TOO_FEW), a whole of zero before (RK_STATS_ZERO_TOTAL), RK_STATS_NOT_FINITE.
 */
RK_API gboolean rk_stats_contributions(const double *before, const double *after, gsize count, double *contributions,
                                       RkStatsReason *reason);

/** factor · value / denominator: per head, per GDP. NaN when either is missing, the denominator is not above zero, or
 * the result is beyond the range of numbers. */
RK_API double rk_stats_denominate(double value, double denominator, double factor);

/** β-convergence: whether those that began low grew faster. */
typedef struct {
    double intercept, beta;  /**< of (ln y_T − ln y_0)/T = intercept + beta·ln y_0, ordinary least squares */
    double standard_error;   /**< of beta */
    double t_value, p_value; /**< of beta = 0, two-sided */
    double r_squared;
    double speed;     /**< −ln(1 + beta·T)/T; NaN when beta·T is −1 or less */
    double half_life; /**< ln 2 / speed; NaN without convergence (speed not above zero) */
    gsize count;      /**< countries used */
} RkBetaConvergence;

/** β-convergence over `years` (above zero, otherwise RK_STATS_BAD_ARGUMENT) of countries with first and last values. A
 * pair with either missing is left out. RK_STATS_NOT_POSITIVE, RK_STATS_TOO_FEW below 3 pairs, RK_STATS_CONSTANT. */
RK_API gboolean rk_stats_beta_convergence(const double *first, const double *last, gsize count, double years,
                                          RkBetaConvergence *convergence, RkStatsReason *reason);

/** σ-convergence: whether the differences between countries shrink. */
typedef struct {
    double slope;            /**< of the standard deviations of the logarithms over time, ordinary least squares */
    double standard_error;   /**< of the slope; NaN with 2 times */
    double t_value, p_value; /**< of slope = 0, two-sided; NaN with 2 times */
    gsize count;             /**< times used */
} RkSigmaConvergence;

/** σ-convergence of `country_count` countries at `time_count` times; `values` has a row of countries for each time.
 * Puts the sample standard deviation of ln y over the countries of each time in `spread` (room for `time_count`; NaN
 * with fewer than 2 countries). Only countries that have a value at every time count, so that entries and exits do not
 * look like convergence. RK_STATS_NOT_POSITIVE, RK_STATS_TOO_FEW with fewer than 2 such countries or times,
 * RK_STATS_CONSTANT. */
RK_API gboolean rk_stats_sigma_convergence(const double *values, const double *times, gsize time_count,
                                           gsize country_count, double *spread, RkSigmaConvergence *convergence,
                                           RkStatsReason *reason);

G_END_DECLS

#endif

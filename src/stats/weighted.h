/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scatter and quantiles of weighted values; the weighted mean stands in stats/location.h. A pair with its value or its
 * weight missing is left out, and so is a pair of weight zero.
 *
 * All functions answer FALSE with a reason (may be NULL) and NaN in the result when a weight is negative
 * (RK_STATS_NEGATIVE_WEIGHT), all are zero (RK_STATS_ZERO_WEIGHT), a value or weight is infinite or the result beyond
 * doubles (RK_STATS_NOT_FINITE), or too few pairs are left (RK_STATS_TOO_FEW).
 */
#ifndef RK_STATS_WEIGHTED_H
#define RK_STATS_WEIGHTED_H

#include "stats/reason.h"
#include "stats/spread.h"

G_BEGIN_DECLS

/** What a weight means, and so what the sum of squares Σw(x − x̄)² is divided by. W is Σw. */
typedef enum {
    RK_WEIGHTS_POPULATION,  /**< W: the values are the whole; R's cov.wt(method = "ML") */
    RK_WEIGHTS_RELIABILITY, /**< W − Σw²/W: weights of any scale; GSL's and R's cov.wt(method = "unbiased") */
    RK_WEIGHTS_FREQUENCY    /**< W − 1: how often each value was seen */
} RkWeights;

/** Weighted variance; for the whole at least 1 pair, otherwise 2 pairs; frequencies must add up to more than 1. */
RK_API gboolean rk_stats_weighted_variance(const double *values, const double *weights, gsize count, RkWeights kind,
                                           double *variance, RkStatsReason *reason);

/** Weighted quantile at `probability` (0–1, otherwise RK_STATS_BAD_ARGUMENT): the least value up to which at least that
 * share of the weight lies, or the mean of this value and the next where it is that share exactly. Equal weights give
 * the quantile of type 2, whole weights the one of values written so many times; scaling the weights changes nothing.
 */
RK_API gboolean rk_stats_weighted_quantile(const double *values, const double *weights, gsize count, double probability,
                                           double *quantile, RkStatsReason *reason);

/** Weighted skewness and excess kurtosis by one of the ways of stats/spread.h, moments divided by Σw. For
 * RK_MOMENTS_POPULATION weights may have any scale; for the others they are counts, n = Σw, more than 2 for skewness
 * and more than 3 for kurtosis. RK_STATS_CONSTANT for equal values, RK_STATS_BAD_ARGUMENT for another definition. */
RK_API gboolean rk_stats_weighted_skewness(const double *values, const double *weights, gsize count,
                                           RkMomentDefinition definition, double *skewness, RkStatsReason *reason);
RK_API gboolean rk_stats_weighted_kurtosis(const double *values, const double *weights, gsize count,
                                           RkMomentDefinition definition, double *kurtosis, RkStatsReason *reason);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mean, variance and quantiles of weighted values.
 */
#include "stats/weighted.h"

#include <float.h>
#include <math.h>

#include "stats/location.h"
#include "stats/weighted-private.h"

gboolean rk_stats_weighted_mean(const double *values, const double *weights, gsize count, double *mean,
                                RkStatsReason *reason)
{
    g_auto(RkWeighted) pairs;
    RkStatsReason outcome = rk_weighted_take(&pairs, values, weights, count);
    return rk_stats_answer(outcome == RK_STATS_OK ? rk_weighted_mean(&pairs) : NAN, outcome, mean, reason);
}

/* Σw(x − x̄)²; nothing at all for equal values, whatever their mean was rounded to. */
static double sum_of_squares(const RkWeighted *pairs)
{
    double mean = rk_weighted_mean(pairs);
    gboolean constant = TRUE;
    g_autofree double *squares = g_new(double, pairs->count);
    for (gsize i = 0; i < pairs->count; i++) {
        double distance = pairs->values[i] - mean;
        squares[i] = distance * distance * pairs->weights[i];
        constant = constant && pairs->values[i] == pairs->values[0];
    }
    return constant ? 0 : rk_stats_sum(squares, pairs->count);
}

/* Not above zero where the weights do not allow an estimate. */
static double divisor(const RkWeighted *pairs, RkWeights kind)
{
    if (kind == RK_WEIGHTS_POPULATION)
        return pairs->total;
    if (kind == RK_WEIGHTS_FREQUENCY)
        return pairs->total - 1 / pairs->unit;
    double squares = 0;
    for (gsize i = 0; i < pairs->count; i++)
        squares += pairs->weights[i] * pairs->weights[i];
    return pairs->count < 2 ? 0 : pairs->total - squares / pairs->total;
}

gboolean rk_stats_weighted_variance(const double *values, const double *weights, gsize count, RkWeights kind,
                                    double *variance, RkStatsReason *reason)
{
    g_auto(RkWeighted) pairs;
    RkStatsReason outcome = rk_weighted_take(&pairs, values, weights, count);
    if (outcome != RK_STATS_OK)
        return rk_stats_answer(NAN, outcome, variance, reason);
    double share = divisor(&pairs, kind);
    return rk_stats_answer(sum_of_squares(&pairs) / share, share > 0 ? RK_STATS_OK : RK_STATS_TOO_FEW, variance,
                           reason);
}

static double quantile_of(const RkWeighted *sorted, double probability)
{
    double wanted = probability * sorted->total, fuzz = 4 * DBL_EPSILON * sorted->total, reached = 0, lost = 0;
    for (gsize i = 0; i + 1 < sorted->count; i++) {
        double next = reached + sorted->weights[i];
        lost += reached >= sorted->weights[i] ? (reached - next) + sorted->weights[i]
                                              : (sorted->weights[i] - next) + reached;
        reached = next;
        double beyond = reached + lost - wanted;
        if (beyond > fuzz || (beyond >= -fuzz && probability == 0))
            return sorted->values[i];
        if (beyond >= -fuzz)
            return sorted->values[i] / 2 + sorted->values[i + 1] / 2;
    }
    return sorted->values[sorted->count - 1];
}

gboolean rk_stats_weighted_quantile(const double *values, const double *weights, gsize count, double probability,
                                    double *quantile, RkStatsReason *reason)
{
    if (!(probability >= 0 && probability <= 1))
        return rk_stats_answer(NAN, RK_STATS_BAD_ARGUMENT, quantile, reason);
    g_auto(RkWeighted) pairs;
    RkStatsReason outcome = rk_weighted_take(&pairs, values, weights, count);
    if (outcome != RK_STATS_OK)
        return rk_stats_answer(NAN, outcome, quantile, reason);
    rk_weighted_sort(&pairs);
    return rk_stats_answer(quantile_of(&pairs, probability), RK_STATS_OK, quantile, reason);
}

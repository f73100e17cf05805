/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Skewness and kurtosis of weighted values. The definitions that correct for the size of a sample need to know it, so
 * that weights must then be counts.
 */
#include <math.h>

#include "stats/weighted-private.h"
#include "stats/weighted.h"

typedef struct {
    double second, third, fourth; /* central moments, divided by the sum of weights */
    double size;                  /* the sum of weights as they were given */
} Moments;

static RkStatsReason find_moments(const double *values, const double *weights, gsize count, Moments *moments)
{
    g_auto(RkWeighted) pairs;
    RkStatsReason outcome = rk_weighted_take(&pairs, values, weights, count);
    if (outcome != RK_STATS_OK)
        return outcome;
    double mean = rk_weighted_mean(&pairs), greatest = 0;
    for (gsize i = 0; i < pairs.count; i++)
        greatest = fmax(greatest, fabs(pairs.values[i] - mean));
    gboolean constant = TRUE;
    *moments = (Moments){.size = pairs.total * pairs.unit};
    /* In units of the greatest distance, so that its fourth power stays in range. */
    for (gsize i = 0; i < pairs.count; i++) {
        double distance = (pairs.values[i] - mean) / greatest, share = pairs.weights[i] / pairs.total;
        constant = constant && pairs.values[i] == pairs.values[0];
        moments->second += share * distance * distance;
        moments->third += share * distance * distance * distance;
        moments->fourth += share * distance * distance * distance * distance;
    }
    return constant ? RK_STATS_CONSTANT : RK_STATS_OK;
}

gboolean rk_stats_weighted_skewness(const double *values, const double *weights, gsize count,
                                    RkMomentDefinition definition, double *skewness, RkStatsReason *reason)
{
    Moments moments = {0};
    RkStatsReason outcome = find_moments(values, weights, count, &moments);
    double n = moments.size, g = moments.third / (moments.second * sqrt(moments.second));
    if (outcome == RK_STATS_OK && definition != RK_MOMENTS_POPULATION && !(n > 2))
        outcome = RK_STATS_TOO_FEW;
    if (definition == RK_MOMENTS_UNBIASED)
        g *= sqrt(n * (n - 1)) / (n - 2);
    else if (definition == RK_MOMENTS_STDEV)
        g *= (n - 1) / n * sqrt((n - 1) / n);
    else if (definition != RK_MOMENTS_POPULATION)
        outcome = RK_STATS_BAD_ARGUMENT;
    return rk_stats_answer(g, outcome, skewness, reason);
}

gboolean rk_stats_weighted_kurtosis(const double *values, const double *weights, gsize count,
                                    RkMomentDefinition definition, double *kurtosis, RkStatsReason *reason)
{
    Moments moments = {0};
    RkStatsReason outcome = find_moments(values, weights, count, &moments);
    double n = moments.size, g = moments.fourth / (moments.second * moments.second) - 3;
    if (outcome == RK_STATS_OK && definition != RK_MOMENTS_POPULATION && !(n > 3))
        outcome = RK_STATS_TOO_FEW;
    if (definition == RK_MOMENTS_UNBIASED)
        g = (n - 1) / (n - 2) / (n - 3) * ((n + 1) * g + 6);
    else if (definition == RK_MOMENTS_STDEV)
        g = (g + 3) * (1 - 1 / n) * (1 - 1 / n) - 3;
    else if (definition != RK_MOMENTS_POPULATION)
        outcome = RK_STATS_BAD_ARGUMENT;
    return rk_stats_answer(g, outcome, kurtosis, reason);
}

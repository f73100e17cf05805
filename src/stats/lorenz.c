/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes through the values from the poorest to the richest: the Lorenz curve, and the Gini coefficient.
 */
#include <math.h>

#include "stats/inequality-private.h"

/* Σ_i Σ_j p_i p_j |x_i − x_j| / 2 = Σ over neighbours of (x_k+1 − x_k)·P_k·(1 − P_k), P_k the weight up to k: a sum of
 * terms that are not negative, so that nothing cancels. */
static double gini_of(const RkShares *sorted)
{
    const RkWeighted *pairs = &sorted->pairs;
    g_autofree double *terms = g_new0(double, pairs->count), *above = g_new0(double, pairs->count + 1);
    for (gsize i = pairs->count; i > 0; i--)
        above[i - 1] = above[i] + pairs->weights[i - 1];
    double below = 0;
    for (gsize i = 0; i + 1 < pairs->count; i++) {
        below += pairs->weights[i];
        double step = pairs->values[i + 1] - pairs->values[i];
        terms[i] = step * (below / pairs->total) * (above[i + 1] / pairs->total);
    }
    return fmin(1, rk_stats_sum(terms, pairs->count) / sorted->mean);
}

gboolean rk_stats_gini(const double *values, const double *weights, gsize count, double *gini, RkStatsReason *reason)
{
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, weights, count);
    if (outcome == RK_STATS_OK)
        rk_weighted_sort(&shares.pairs);
    return rk_stats_answer(outcome == RK_STATS_OK ? gini_of(&shares) : NAN, outcome, gini, reason);
}

gboolean rk_stats_gini_unbiased(const double *values, gsize count, double *gini, RkStatsReason *reason)
{
    RkStatsReason outcome;
    double plain, n = (double)rk_stats_count(values, count);
    if (rk_stats_gini(values, NULL, count, &plain, &outcome) && n < 2)
        outcome = RK_STATS_TOO_FEW;
    return rk_stats_answer(fmin(1, plain * n / (n - 1)), outcome, gini, reason);
}

gboolean rk_stats_lorenz(const double *values, const double *weights, gsize count, RkLorenzPoint *points, gsize *used,
                         RkStatsReason *reason)
{
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, weights, count);
    *used = 0;
    if (outcome != RK_STATS_OK)
        return rk_stats_outcome(outcome, reason);
    rk_weighted_sort(&shares.pairs);
    double population = 0, share = 0;
    points[0] = (RkLorenzPoint){0, 0};
    for (gsize i = 0; i < shares.pairs.count; i++) {
        population += shares.pairs.weights[i];
        share += shares.pairs.weights[i] * (shares.pairs.values[i] / shares.mean);
        points[i + 1] = (RkLorenzPoint){population / shares.pairs.total, share / shares.pairs.total};
    }
    points[shares.pairs.count] = (RkLorenzPoint){1, 1};
    *used = shares.pairs.count + 1;
    return rk_stats_outcome(RK_STATS_OK, reason);
}

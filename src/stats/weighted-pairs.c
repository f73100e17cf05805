/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complete pairs of value and weight. GSL's weighted functions are not used: they pass over negative weights in silence
 * and answer 0 when there is no weight at all.
 */
#include <math.h>
#include <stdlib.h>

#include "stats/weighted-private.h"

static RkStatsReason look_at(double value, double weight)
{
    if (weight < 0)
        return RK_STATS_NEGATIVE_WEIGHT;
    return isinf(weight) || isinf(value) ? RK_STATS_NOT_FINITE : RK_STATS_OK;
}

RkStatsReason rk_weighted_take(RkWeighted *pairs, const double *values, const double *weights, gsize count)
{
    *pairs = (RkWeighted){.values = g_new(double, MAX(count, 1)), .weights = g_new(double, MAX(count, 1))};
    gsize complete = 0;
    for (gsize i = 0; i < count; i++) {
        double weight = weights == NULL ? 1 : weights[i];
        if (isnan(values[i]) || isnan(weight))
            continue;
        RkStatsReason outcome = look_at(values[i], weight);
        if (outcome != RK_STATS_OK)
            return outcome;
        complete++;
        if (weight == 0)
            continue;
        pairs->values[pairs->count] = values[i];
        pairs->weights[pairs->count++] = weight;
        pairs->unit = fmax(pairs->unit, weight);
    }
    if (pairs->count == 0)
        return complete == 0 ? RK_STATS_TOO_FEW : RK_STATS_ZERO_WEIGHT;
    for (gsize i = 0; i < pairs->count; i++)
        pairs->weights[i] /= pairs->unit;
    pairs->total = rk_stats_sum(pairs->weights, pairs->count);
    return RK_STATS_OK;
}

void rk_weighted_clear(RkWeighted *pairs)
{
    g_clear_pointer(&pairs->values, g_free);
    g_clear_pointer(&pairs->weights, g_free);
    pairs->count = 0;
}

static int compare_pairs(const void *a, const void *b)
{
    const double *p = a, *q = b;
    if (p[0] != q[0])
        return p[0] < q[0] ? -1 : 1;
    return p[1] < q[1] ? -1 : p[1] > q[1];
}

void rk_weighted_sort(RkWeighted *pairs)
{
    g_autofree double *both = g_new(double, 2 * pairs->count);
    for (gsize i = 0; i < pairs->count; i++) {
        both[2 * i] = pairs->values[i];
        both[2 * i + 1] = pairs->weights[i];
    }
    qsort(both, pairs->count, 2 * sizeof *both, compare_pairs);
    for (gsize i = 0; i < pairs->count; i++) {
        pairs->values[i] = both[2 * i];
        pairs->weights[i] = both[2 * i + 1];
    }
}

double rk_weighted_mean(const RkWeighted *pairs)
{
    g_autofree double *products = g_new(double, pairs->count);
    for (gsize i = 0; i < pairs->count; i++)
        products[i] = pairs->values[i] * pairs->weights[i];
    return rk_stats_sum(products, pairs->count) / pairs->total;
}

gboolean rk_stats_outcome(RkStatsReason why, RkStatsReason *reason)
{
    if (reason != NULL)
        *reason = why;
    return why == RK_STATS_OK;
}

gboolean rk_stats_answer(double value, RkStatsReason why, double *result, RkStatsReason *reason)
{
    if (why == RK_STATS_OK && !isfinite(value))
        why = RK_STATS_NOT_FINITE;
    *result = why == RK_STATS_OK ? value : NAN;
    return rk_stats_outcome(why, reason);
}

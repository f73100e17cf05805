/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complete pairs for the correlations, and Pearson's coefficient of them.
 */
#include "stats/pairs-private.h"

#include <math.h>

#include "stats/distribution-private.h"
#include "stats/location.h"
#include "stats/rank.h"

RkPairs rk_pairs_new(const double *x, const double *y, gsize count)
{
    RkPairs pairs = {{.values = g_new(double, MAX(count, 1))}, {.values = g_new(double, MAX(count, 1))}};
    for (gsize i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        pairs.x.values[pairs.x.count++] = x[i];
        pairs.y.values[pairs.y.count++] = y[i];
    }
    rk_sample_inspect(&pairs.x);
    rk_sample_inspect(&pairs.y);
    return pairs;
}

void rk_pairs_clear(RkPairs *pairs)
{
    rk_sample_clear(&pairs->x);
    rk_sample_clear(&pairs->y);
}

RkStatsReason rk_pairs_check(const RkPairs *pairs, gsize least)
{
    if (pairs->x.count < least)
        return RK_STATS_TOO_FEW;
    return pairs->x.constant || pairs->y.constant ? RK_STATS_CONSTANT : RK_STATS_OK;
}

static gboolean rank_sample(RkSample *sample)
{
    double *ranks = g_new(double, MAX(sample->count, 1));
    rk_stats_rank(sample->values, sample->count, RK_ASCENDING, RK_TIES_DENSE, NULL, ranks);
    gboolean ties = rk_stats_max(ranks, sample->count) < (double)sample->count;
    if (ties)
        rk_stats_rank(sample->values, sample->count, RK_ASCENDING, RK_TIES_AVERAGE, NULL, ranks);
    g_free(sample->values);
    sample->values = ranks;
    sample->finite = TRUE;
    return ties;
}

gboolean rk_pairs_rank(RkPairs *pairs)
{
    gboolean x_ties = rank_sample(&pairs->x), y_ties = rank_sample(&pairs->y);
    return x_ties || y_ties;
}

/* Distances from the mean, the greatest of them 1: products can neither overflow nor vanish. */
static gboolean centre(RkSample *sample)
{
    double mean = rk_sample_mean(sample), greatest = 0;
    for (gsize i = 0; i < sample->count; i++) {
        sample->values[i] -= mean;
        greatest = fmax(greatest, fabs(sample->values[i]));
    }
    if (!isfinite(greatest) || greatest == 0)
        return FALSE;
    for (gsize i = 0; i < sample->count; i++)
        sample->values[i] /= greatest;
    return TRUE;
}

static double sum_of_products(const RkSample *a, const RkSample *b, double *scratch)
{
    for (gsize i = 0; i < a->count; i++)
        scratch[i] = a->values[i] * b->values[i];
    return rk_stats_sum(scratch, a->count);
}

double rk_pairs_correlate(RkPairs *pairs)
{
    if (!centre(&pairs->x) || !centre(&pairs->y))
        return NAN;
    g_autofree double *scratch = g_new(double, pairs->x.count);
    double both = sum_of_products(&pairs->x, &pairs->y, scratch);
    double x = sum_of_products(&pairs->x, &pairs->x, scratch), y = sum_of_products(&pairs->y, &pairs->y, scratch);
    return CLAMP(both / sqrt(x) / sqrt(y), -1, 1);
}

/* P(|T| ≥ t) is the regularised incomplete beta function of 1 − r². */
double rk_correlation_p_value(double coefficient, gsize count)
{
    double half = ((double)count - 2) / 2, square = coefficient * coefficient;
    return rk_incomplete_beta((1 - coefficient) * (1 + coefficient), square, half, 0.5);
}

gboolean rk_correlation_fail(RkCorrelation *result, gsize count, RkStatsReason why, RkStatsReason *reason)
{
    *result = (RkCorrelation){NAN, NAN, count, RK_P_VALUE_T};
    if (reason != NULL)
        *reason = why;
    return FALSE;
}

gboolean rk_correlation_succeed(RkCorrelation *result, RkCorrelation value, RkStatsReason *reason)
{
    *result = value;
    if (reason != NULL)
        *reason = RK_STATS_OK;
    return TRUE;
}

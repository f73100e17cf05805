/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Means, the median and the extremes. The weighted mean is not GSL's: that one passes over negative weights in silence
 * and answers 0 when there is no weight at all.
 */
#include "stats/location.h"

#include <math.h>

#include "stats/private.h"

double rk_stats_mean(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    return rk_sample_mean(&sample);
}

double rk_stats_median(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    return rk_sample_median(&sample);
}

double rk_stats_min(const double *values, gsize count)
{
    double least = NAN;
    for (gsize i = 0; i < count; i++)
        least = fmin(least, values[i]);
    return least;
}

double rk_stats_max(const double *values, gsize count)
{
    double greatest = NAN;
    for (gsize i = 0; i < count; i++)
        greatest = fmax(greatest, values[i]);
    return greatest;
}

/* Splits the complete pairs into products and weights. The greatest weight becomes 1, so that products stay in range.
 */
static RkStatsReason weigh(const double *values, const double *weights, gsize count, RkSample *products,
                           RkSample *parts)
{
    double greatest = 0;
    for (gsize i = 0; i < count; i++) {
        if (isnan(values[i]) || isnan(weights[i]))
            continue;
        if (weights[i] < 0)
            return RK_STATS_NEGATIVE_WEIGHT;
        if (isinf(weights[i]) || isinf(values[i]))
            return RK_STATS_NOT_FINITE;
        parts->values[parts->count++] = weights[i];
        products->values[products->count++] = values[i];
        greatest = fmax(greatest, weights[i]);
    }
    if (parts->count == 0)
        return RK_STATS_TOO_FEW;
    if (greatest == 0)
        return RK_STATS_ZERO_WEIGHT;
    for (gsize i = 0; i < parts->count; i++) {
        parts->values[i] /= greatest;
        products->values[i] *= parts->values[i];
    }
    return RK_STATS_OK;
}

gboolean rk_stats_weighted_mean(const double *values, const double *weights, gsize count, double *mean,
                                RkStatsReason *reason)
{
    g_auto(RkSample) products = {.values = g_new(double, MAX(count, 1))};
    g_auto(RkSample) parts = {.values = g_new(double, MAX(count, 1))};
    RkStatsReason outcome = weigh(values, weights, count, &products, &parts);
    *mean = NAN;
    if (outcome == RK_STATS_OK) {
        double result = rk_stats_sum(products.values, products.count) / rk_stats_sum(parts.values, parts.count);
        if (isfinite(result))
            *mean = result;
        else
            outcome = RK_STATS_NOT_FINITE;
    }
    if (reason != NULL)
        *reason = outcome;
    return outcome == RK_STATS_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kernel density by exact sums.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/private.h"
#include "stats/quantile.h"
#include "stats/smooth.h"
#include "stats/spread.h"
#include "stats/weighted-private.h"

double rk_stats_bandwidth(const double *values, gsize count, RkBandwidthRule rule)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (sample.count == 0 || !sample.finite)
        return NAN;
    double deviation = rk_stats_stdev(sample.values, sample.count);
    double quartile = rk_stats_quantile_sorted(sample.values, sample.count, 0.25, RK_QUANTILE_DEFAULT);
    double spread = rk_stats_interquartile_range(sample.values, sample.count) / 1.34;
    const double candidates[] = {isnan(deviation) ? 0 : fmin(deviation, spread), deviation, fabs(quartile), 1};
    guint chosen = 0;
    while (!(candidates[chosen] > 0))
        chosen++;
    return (rule == RK_BANDWIDTH_SCOTT ? 1.06 : 0.9) * candidates[chosen] * pow((double)sample.count, -0.2);
}

static double bell(double distance)
{
    return exp(-distance * distance / 2) / sqrt(2 * G_PI);
}

/* The mean of a function of (place − value)/bandwidth over the values. */
static gboolean average(const double *values, gsize count, double bandwidth, const double *places, gsize place_count,
                        double (*kernel)(double distance), double unit, double *result, RkStatsReason *reason)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    RkStatsReason outcome = RK_STATS_OK;
    if (!(bandwidth > 0 && isfinite(bandwidth)))
        outcome = RK_STATS_BAD_ARGUMENT;
    else if (sample.count == 0 || !sample.finite)
        outcome = sample.count == 0 ? RK_STATS_TOO_FEW : RK_STATS_NOT_FINITE;
    g_autofree double *terms = g_new(double, MAX(sample.count, 1));
    for (gsize p = 0; p < place_count; p++) {
        result[p] = NAN;
        if (outcome != RK_STATS_OK || isnan(places[p]))
            continue;
        for (gsize i = 0; i < sample.count; i++)
            terms[i] = kernel((places[p] - sample.values[i]) / bandwidth);
        double value = rk_stats_sum(terms, sample.count) / (double)sample.count / unit;
        result[p] = isfinite(value) ? value : NAN;
    }
    return rk_stats_outcome(outcome, reason);
}

gboolean rk_stats_density(const double *values, gsize count, double bandwidth, const double *places, gsize place_count,
                          double *density, RkStatsReason *reason)
{
    return average(values, count, bandwidth, places, place_count, bell, bandwidth, density, reason);
}

gboolean rk_stats_density_cumulative(const double *values, gsize count, double bandwidth, const double *places,
                                     gsize place_count, double *share, RkStatsReason *reason)
{
    return average(values, count, bandwidth, places, place_count, gsl_cdf_ugaussian_P, 1, share, reason);
}

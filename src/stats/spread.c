/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scatter around the mean and around the median. Every function that calls GSL first makes sure of the least number
 * of values: GSL answers 0 or NaN without a word.
 */
#include "stats/spread.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "stats/location.h"
#include "stats/private.h"
#include "stats/quantile.h"

static double finite_or_missing(double value)
{
    return isfinite(value) ? value : NAN;
}

static double sample_variance(const RkSample *sample)
{
    if (sample->count < 2 || !sample->finite)
        return NAN;
    if (sample->constant)
        return 0;
    return finite_or_missing(gsl_stats_variance_m(sample->values, 1, sample->count, rk_sample_mean(sample)));
}

double rk_stats_variance(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    return sample_variance(&sample);
}

double rk_stats_variance_population(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    if (sample.count == 0 || !sample.finite)
        return NAN;
    if (sample.constant)
        return 0;
    return finite_or_missing(
        gsl_stats_variance_with_fixed_mean(sample.values, 1, sample.count, rk_sample_mean(&sample)));
}

double rk_stats_stdev(const double *values, gsize count)
{
    return sqrt(rk_stats_variance(values, count));
}

double rk_stats_stdev_population(const double *values, gsize count)
{
    return sqrt(rk_stats_variance_population(values, count));
}

double rk_stats_standard_error(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    return sqrt(sample_variance(&sample) / (double)sample.count);
}

double rk_stats_mad(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (sample.count == 0 || !sample.finite)
        return NAN;
    double middle = rk_sample_median(&sample);
    for (gsize i = 0; i < sample.count; i++)
        sample.values[i] = fabs(sample.values[i] - middle);
    return finite_or_missing(rk_stats_median(sample.values, sample.count));
}

double rk_stats_sn(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (sample.count < 2 || !sample.finite)
        return NAN;
    g_autofree double *work = g_new(double, sample.count);
    return finite_or_missing(gsl_stats_Sn_from_sorted_data(sample.values, 1, sample.count, work));
}

double rk_stats_qn(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (sample.count < 2 || !sample.finite)
        return NAN;
    g_autofree double *work = g_new(double, 3 * sample.count);
    g_autofree int *whole = g_new(int, 5 * sample.count);
    return finite_or_missing(gsl_stats_Qn_from_sorted_data(sample.values, 1, sample.count, work, whole));
}

double rk_stats_range(const double *values, gsize count)
{
    return finite_or_missing(rk_stats_max(values, count) - rk_stats_min(values, count));
}

double rk_stats_interquartile_range(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (!sample.finite)
        return NAN;
    double high = rk_stats_quantile_sorted(sample.values, sample.count, 0.75, RK_QUANTILE_DEFAULT);
    double low = rk_stats_quantile_sorted(sample.values, sample.count, 0.25, RK_QUANTILE_DEFAULT);
    return finite_or_missing(high - low);
}

double rk_stats_coefficient_of_variation(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    return finite_or_missing(sqrt(sample_variance(&sample)) / rk_sample_mean(&sample));
}

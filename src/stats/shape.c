/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Skewness and kurtosis in their three definitions, converted from GSL's, which divide by powers of the sample standard
 * deviation (the third). Of what is symmetric but for the rounding of its decimals the skewness is zero.
 */
#include <float.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "stats/private.h"
#include "stats/spread.h"

/* TRUE when the moments exist; `spread` is the sample standard deviation that GSL divides by. */
static gboolean has_shape(const RkSample *sample, gsize least, double *mean, double *spread)
{
    if (sample->count < least || sample->constant || !sample->finite)
        return FALSE;
    *mean = rk_sample_mean(sample);
    *spread = gsl_stats_sd_m(sample->values, 1, sample->count, *mean);
    return isfinite(*spread) && *spread > 0;
}

/* The most that rounding adds to the mean of cubed distances: values and their mean are off by half a unit in the last
 * place of the largest value, a distance by twice that, its cube by thrice its square times as much, and the mean of
 * squares is one; each cube is rounded itself. */
static double skewness_noise(const RkSample *sample, double mean, double spread)
{
    double largest = 0, cubes = 0;
    for (gsize i = 0; i < sample->count; i++) {
        double distance = fabs(sample->values[i] - mean) / spread;
        largest = fmax(largest, fabs(sample->values[i]));
        cubes += distance * distance * distance / (double)sample->count;
    }
    return DBL_EPSILON * (3 * largest / spread + 2 * cubes);
}

double rk_stats_skewness_by(const double *values, gsize count, RkMomentDefinition definition)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    double mean, spread;
    if (!has_shape(&sample, definition == RK_MOMENTS_UNBIASED ? 3 : 2, &mean, &spread))
        return NAN;
    double n = (double)sample.count, factor = n / (n - 1);
    double skewness = gsl_stats_skew_m_sd(sample.values, 1, sample.count, mean, spread);
    if (fabs(skewness) <= skewness_noise(&sample, mean, spread))
        return 0;
    if (definition == RK_MOMENTS_UNBIASED)
        skewness *= factor * n / (n - 2);
    else if (definition == RK_MOMENTS_POPULATION)
        skewness *= factor * sqrt(factor);
    else if (definition != RK_MOMENTS_STDEV)
        return NAN;
    return isfinite(skewness) ? skewness : NAN;
}

double rk_stats_kurtosis_by(const double *values, gsize count, RkMomentDefinition definition)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    double mean, spread;
    if (!has_shape(&sample, definition == RK_MOMENTS_UNBIASED ? 4 : 2, &mean, &spread))
        return NAN;
    double n = (double)sample.count, factor = n / (n - 1);
    double kurtosis = gsl_stats_kurtosis_m_sd(sample.values, 1, sample.count, mean, spread);
    double excess = (kurtosis + 3) * factor * factor - 3;
    if (definition == RK_MOMENTS_UNBIASED)
        kurtosis = (n - 1) / (n - 2) / (n - 3) * ((n + 1) * excess + 6);
    else if (definition == RK_MOMENTS_POPULATION)
        kurtosis = excess;
    else if (definition != RK_MOMENTS_STDEV)
        return NAN;
    return isfinite(kurtosis) ? kurtosis : NAN;
}

double rk_stats_skewness(const double *values, gsize count)
{
    return rk_stats_skewness_by(values, count, RK_MOMENTS_UNBIASED);
}

double rk_stats_kurtosis(const double *values, gsize count)
{
    return rk_stats_kurtosis_by(values, count, RK_MOMENTS_UNBIASED);
}

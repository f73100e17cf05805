/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Skewness and kurtosis as spreadsheets define them (type 2 of Joanes and Gill, The Statistician 47, 1998, 183–189),
 * converted from GSL's, which divide by powers of the sample standard deviation.
 */
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

double rk_stats_skewness(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    double mean, spread;
    if (!has_shape(&sample, 3, &mean, &spread))
        return NAN;
    double n = (double)sample.count;
    double skewness = gsl_stats_skew_m_sd(sample.values, 1, sample.count, mean, spread) * n / (n - 1) * n / (n - 2);
    return isfinite(skewness) ? skewness : NAN;
}

double rk_stats_kurtosis(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    double mean, spread;
    if (!has_shape(&sample, 4, &mean, &spread))
        return NAN;
    double n = (double)sample.count, factor = n / (n - 1);
    double excess = (gsl_stats_kurtosis_m_sd(sample.values, 1, sample.count, mean, spread) + 3) * factor * factor - 3;
    double kurtosis = (n - 1) / (n - 2) / (n - 3) * ((n + 1) * excess + 6);
    return isfinite(kurtosis) ? kurtosis : NAN;
}

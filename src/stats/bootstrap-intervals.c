/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Percentile and BCa intervals of replicates.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/bootstrap.h"
#include "stats/location.h"
#include "stats/private.h"
#include "stats/spread.h"

/* The replicate at (count + 1)·share, between two of them on the scale of normal quantiles; the ends are the extremes.
 */
static double quantile(const double *sorted, gsize count, double share)
{
    double places = (double)count + 1, place = places * share, whole = floor(place + 1e-10);
    if (isnan(share))
        return NAN;
    if (whole < 1)
        return sorted[0];
    if (whole >= (double)count)
        return sorted[count - 1];
    double low = sorted[(gsize)whole - 1], high = sorted[(gsize)whole];
    if (fabs(place - whole) < 1e-10)
        return low;
    double from = gsl_cdf_ugaussian_Pinv(whole / places), to = gsl_cdf_ugaussian_Pinv((whole + 1) / places);
    return low + (gsl_cdf_ugaussian_Pinv(share) - from) / (to - from) * (high - low);
}

/* Skewness of the influence of single rows: Σd³ / (6 (Σd²)^1.5), d the mean of the jackknife values less each of them.
 */
static double find_acceleration(const double *jackknife, gsize count)
{
    double mean = rk_stats_count(jackknife, count) == count ? rk_stats_mean(jackknife, count) : NAN;
    double greatest = 0, squares = 0, cubes = 0;
    for (gsize i = 0; i < count; i++)
        greatest = fmax(greatest, fabs(mean - jackknife[i]));
    for (gsize i = 0; i < count; i++) {
        double distance = (mean - jackknife[i]) / greatest;
        squares += distance * distance;
        cubes += distance * distance * distance;
    }
    return cubes / (6 * squares * sqrt(squares));
}

/* Where the BCa interval ends that a plain one would end at the quantile z. */
static double adjusted(double z0, double acceleration, double z)
{
    double sum = z0 + z, inner = 1 - acceleration * sum;
    return inner > 0 ? gsl_cdf_ugaussian_P(z0 + sum / inner) : NAN;
}

void rk_stats_bootstrap_intervals(double *replicates, gsize replicate_count, double estimate, const double *jackknife,
                                  gsize count, double level, RkBootstrap *result)
{
    gsize used = rk_stats_sort(replicates, replicate_count, replicates), below = 0;
    double tail = (1 - level) / 2, z = gsl_cdf_ugaussian_Qinv(tail);
    *result = (RkBootstrap){estimate, NAN, NAN, {NAN, NAN}, {NAN, NAN}, NAN, NAN, used};
    if (used == 0)
        return;
    result->bias = rk_stats_mean(replicates, used) - estimate;
    result->standard_error = rk_stats_stdev(replicates, used);
    result->percentile[0] = quantile(replicates, used, tail);
    result->percentile[1] = quantile(replicates, used, 1 - tail);
    while (below < used && replicates[below] < estimate)
        below++;
    result->acceleration = find_acceleration(jackknife, count);
    if (below == 0 || below == used || !isfinite(result->acceleration))
        return;
    result->z0 = gsl_cdf_ugaussian_Pinv((double)below / (double)used);
    result->accelerated[0] = quantile(replicates, used, adjusted(result->z0, result->acceleration, -z));
    result->accelerated[1] = quantile(replicates, used, adjusted(result->z0, result->acceleration, z));
}

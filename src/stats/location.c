/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Means, the median and the extremes of one column without weights.
 */
#include "stats/location.h"

#include <float.h>
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

/* How many values stand at either end that do not count as they are; a share of 0.29 of 100 values is 29 of them. */
static gsize values_cut(gsize count, double share)
{
    double cut = (double)count * share;
    return (gsize)floor(cut + 4 * DBL_EPSILON * cut);
}

static double cut_mean(const double *values, gsize count, double share, gboolean replace)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    if (!(share >= 0 && share <= 0.5))
        return NAN;
    gsize cut = values_cut(sample.count, share);
    if (2 * cut >= sample.count)
        return rk_sample_median(&sample);
    for (gsize i = 0; replace && i < cut; i++) {
        sample.values[i] = sample.values[cut];
        sample.values[sample.count - 1 - i] = sample.values[sample.count - 1 - cut];
    }
    RkSample kept = {.values = sample.values + cut, .count = sample.count - 2 * cut};
    RkSample *used = replace ? &sample : &kept;
    rk_sample_inspect(used);
    return rk_sample_mean(used);
}

double rk_stats_trimmed_mean(const double *values, gsize count, double share)
{
    return cut_mean(values, count, share, FALSE);
}

double rk_stats_winsorised_mean(const double *values, gsize count, double share)
{
    return cut_mean(values, count, share, TRUE);
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

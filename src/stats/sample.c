/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of values without missing ones. GSL counts NaN as a value, sorts it to the middle and reorders what it is
 * given, so nothing else is ever handed to it.
 */
#include "stats/private.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>

void rk_sample_inspect(RkSample *sample)
{
    sample->constant = TRUE;
    sample->finite = TRUE;
    for (gsize i = 0; i < sample->count; i++) {
        sample->constant = sample->constant && sample->values[i] == sample->values[0];
        sample->finite = sample->finite && isfinite(sample->values[i]);
    }
}

RkSample rk_sample_new(const double *values, gsize count)
{
    RkSample sample = {.values = g_new(double, MAX(count, 1))};
    sample.count = rk_stats_compact(values, count, sample.values);
    rk_sample_inspect(&sample);
    return sample;
}

RkSample rk_sample_new_sorted(const double *values, gsize count)
{
    RkSample sample = {.values = g_new(double, MAX(count, 1))};
    sample.count = rk_stats_sort(values, count, sample.values);
    rk_sample_inspect(&sample);
    return sample;
}

void rk_sample_clear(RkSample *sample)
{
    g_clear_pointer(&sample->values, g_free);
    sample->count = 0;
}

double rk_sample_mean(const RkSample *sample)
{
    if (sample->count == 0)
        return NAN;
    double sum = rk_stats_sum(sample->values, sample->count);
    if (isfinite(sum) || !sample->finite)
        return sum / (double)sample->count;
    /* The sum is beyond doubles, the mean is not: GSL's recurrence never forms the sum. */
    return gsl_stats_mean(sample->values, 1, sample->count);
}

double rk_sample_median(const RkSample *sorted)
{
    if (sorted->count == 0)
        return NAN;
    double low = sorted->values[(sorted->count - 1) / 2], high = sorted->values[sorted->count / 2];
    if (low == high)
        return low;
    double sum = low + high;
    return isfinite(sum) ? sum / 2 : low / 2 + high / 2;
}

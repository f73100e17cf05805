/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Theil and Sen's line: all slopes, sorted once, give the estimate and its interval.
 */
#include "stats/theil-sen.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/location.h"
#include "stats/pairs-private.h"
#include "stats/weighted-private.h"

static gboolean fail(RkTheilSen *line, gsize count, RkStatsReason why, RkStatsReason *reason)
{
    *line = (RkTheilSen){{NAN, NAN, NAN}, NAN, count};
    return rk_stats_outcome(why, reason);
}

/* Slopes of all pairs with different x, sorted. Differences are halved, which keeps them in range. */
static gsize find_slopes(const RkPairs *pairs, double *slopes)
{
    gsize found = 0;
    for (gsize i = 0; i < pairs->x.count; i++) {
        for (gsize j = 0; j < i; j++) {
            double run = pairs->x.values[i] / 2 - pairs->x.values[j] / 2;
            if (pairs->x.values[i] != pairs->x.values[j])
                slopes[found++] = (pairs->y.values[i] / 2 - pairs->y.values[j] / 2) / run;
        }
    }
    return rk_stats_sort(slopes, found, slopes);
}

/* Σ t(t−1)(2t+5) over groups of t equal values. */
static double sum_of_ties(const RkSample *sample)
{
    g_autofree double *sorted = g_new(double, sample->count);
    rk_stats_sort(sample->values, sample->count, sorted);
    double ties = 0;
    gsize first = 0;
    for (gsize i = 1; i <= sample->count; i++) {
        if (i < sample->count && sorted[i] == sorted[first])
            continue;
        double size = (double)(i - first);
        ties += size * (size - 1) * (2 * size + 5);
        first = i;
    }
    return ties;
}

/* The slopes at the ranks (N ∓ z·σ)/2, rounded to whole ones. */
static void find_interval(const RkPairs *pairs, const double *slopes, gsize count, double level, RkInterval *slope)
{
    double n = (double)pairs->x.count, all = (double)count, z = gsl_cdf_ugaussian_Qinv((1 - level) / 2);
    double variance = (n * (n - 1) * (2 * n + 5) - sum_of_ties(&pairs->x) - sum_of_ties(&pairs->y)) / 18;
    double reach = z * sqrt(fmax(0, variance));
    double high = fmin(rint((all + reach) / 2), all - 1), low = fmax(rint((all - reach) / 2) - 1, 0);
    slope->low = slopes[(gsize)low];
    slope->high = slopes[(gsize)high];
}

gboolean rk_stats_theil_sen(const double *x, const double *y, gsize count, double level, RkTheilSen *line,
                            RkStatsReason *reason)
{
    if (!(level > 0 && level < 1))
        return fail(line, 0, RK_STATS_BAD_ARGUMENT, reason);
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count);
    gsize n = pairs.x.count;
    if (n < 2)
        return fail(line, n, RK_STATS_TOO_FEW, reason);
    if (pairs.x.constant)
        return fail(line, n, RK_STATS_CONSTANT, reason);
    if (!pairs.x.finite || !pairs.y.finite)
        return fail(line, n, RK_STATS_NOT_FINITE, reason);
    if (n / 2 > RK_THEIL_SEN_MOST_PAIRS / (n - 1))
        return fail(line, n, RK_STATS_TOO_MANY, reason);
    g_autofree double *slopes = g_new(double, n *(n - 1) / 2);
    RkSample sorted = {.values = slopes, .count = find_slopes(&pairs, slopes)};
    *line = (RkTheilSen){{rk_sample_median(&sorted), NAN, NAN}, NAN, n};
    find_interval(&pairs, slopes, sorted.count, level, &line->slope);
    line->intercept = rk_stats_median(pairs.y.values, n) - line->slope.value * rk_stats_median(pairs.x.values, n);
    if (!isfinite(line->intercept) || !isfinite(line->slope.low) || !isfinite(line->slope.high))
        return fail(line, n, RK_STATS_NOT_FINITE, reason);
    return rk_stats_outcome(RK_STATS_OK, reason);
}

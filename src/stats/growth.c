/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Growth rates, index numbers and contributions.
 */
#include "stats/growth.h"

#include <math.h>

#include "stats/location.h"
#include "stats/weighted-private.h"

static void fill_missing(double *array, gsize count)
{
    for (gsize i = 0; i < count; i++)
        array[i] = NAN;
}

/* The mean of the values at one time. */
static double value_at(const double *times, const double *values, gsize count, double time)
{
    g_autofree double *found = g_new(double, count);
    gsize used = 0;
    for (gsize i = 0; i < count; i++) {
        if (times[i] == time)
            found[used++] = values[i];
    }
    return rk_stats_mean(found, used);
}

gboolean rk_stats_cagr(const double *times, const double *values, gsize count, double *growth, RkStatsReason *reason)
{
    double first = NAN, last = NAN;
    for (gsize i = 0; i < count; i++) {
        if (isnan(values[i]) || isnan(times[i]))
            continue;
        first = fmin(first, times[i]);
        last = fmax(last, times[i]);
    }
    if (!(first < last))
        return rk_stats_answer(NAN, RK_STATS_TOO_FEW, growth, reason);
    double from = value_at(times, values, count, first), to = value_at(times, values, count, last);
    if (!(from > 0 && to >= 0))
        return rk_stats_answer(NAN, RK_STATS_NOT_POSITIVE, growth, reason);
    if (isinf(from) || isinf(to) || isinf(first) || isinf(last))
        return rk_stats_answer(NAN, RK_STATS_NOT_FINITE, growth, reason);
    /* The quotient may be beyond doubles where its root is not, and near 1 where digits of the difference count. */
    double years = last - first, ratio = to / from;
    double result = expm1((ratio > 0.5 && ratio < 2 ? log1p((to - from) / from) : log(to) - log(from)) / years);
    return rk_stats_answer(to == 0 ? -1 : result, RK_STATS_OK, growth, reason);
}

gboolean rk_stats_growth(const double *values, gsize count, gsize lag, double *growth, RkStatsReason *reason)
{
    fill_missing(growth, count);
    if (lag == 0)
        return rk_stats_outcome(RK_STATS_BAD_ARGUMENT, reason);
    for (gsize i = lag; i < count; i++) {
        double change = (values[i] - values[i - lag]) / values[i - lag];
        if (values[i - lag] > 0 && isfinite(change))
            growth[i] = change;
    }
    return rk_stats_outcome(RK_STATS_OK, reason);
}

gboolean rk_stats_index(const double *values, gsize count, gsize base, double *index, RkStatsReason *reason)
{
    RkStatsReason outcome = RK_STATS_OK;
    double unit = base < count ? values[base] : NAN;
    if (base >= count)
        outcome = RK_STATS_BAD_ARGUMENT;
    else if (isnan(unit))
        outcome = RK_STATS_TOO_FEW;
    else if (isinf(unit) || unit == 0)
        outcome = unit == 0 ? RK_STATS_ZERO_TOTAL : RK_STATS_NOT_FINITE;
    for (gsize i = 0; i < count; i++) {
        double number = values[i] / unit * 100;
        index[i] = outcome == RK_STATS_OK && isfinite(number) ? number : NAN;
    }
    return rk_stats_outcome(outcome, reason);
}

gboolean rk_stats_contributions(const double *before, const double *after, gsize count, double *contributions,
                                RkStatsReason *reason)
{
    fill_missing(contributions, count);
    if (count == 0 || rk_stats_count(before, count) < count || rk_stats_count(after, count) < count)
        return rk_stats_outcome(RK_STATS_TOO_FEW, reason);
    double whole = fabs(rk_stats_sum(before, count));
    if (whole == 0)
        return rk_stats_outcome(RK_STATS_ZERO_TOTAL, reason);
    gboolean finite = isfinite(whole);
    for (gsize i = 0; i < count; i++) {
        contributions[i] = (after[i] - before[i]) / whole;
        finite = finite && isfinite(contributions[i]);
    }
    if (!finite)
        fill_missing(contributions, count);
    return rk_stats_outcome(finite ? RK_STATS_OK : RK_STATS_NOT_FINITE, reason);
}

double rk_stats_denominate(double value, double denominator, double factor)
{
    double ratio = denominator > 0 ? value / denominator * factor : NAN;
    return isfinite(ratio) ? ratio : NAN;
}

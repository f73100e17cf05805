/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wilcoxon's two tests. Small samples without ties have the exact distribution, counted by adding one rank at a time.
 */
#include <math.h>
#include <string.h>

#include "stats/distribution-private.h"
#include "stats/hypothesis-private.h"
#include "stats/private.h"
#include "stats/rank.h"

/* From here on the normal distribution serves also without ties, as in R. */
#define LEAST_NORMAL 50

/* Average ranks, and Σ(t³ − t) over groups of t equal values. */
static double rank_with_ties(const double *values, gsize count, double *ranks)
{
    g_autofree double *least = g_new(double, MAX(count, 1)), *greatest = g_new(double, MAX(count, 1));
    rk_stats_rank(values, count, RK_ASCENDING, RK_TIES_AVERAGE, NULL, ranks);
    rk_stats_rank(values, count, RK_ASCENDING, RK_TIES_MIN, NULL, least);
    rk_stats_rank(values, count, RK_ASCENDING, RK_TIES_MAX, NULL, greatest);
    double ties = 0;
    for (gsize i = 0; i < count; i++) {
        double size = greatest[i] - least[i] + 1;
        /* Each of the `size` values brings its part. */
        ties += size * size - 1;
    }
    return ties;
}

/* The greater tail is the lesser one of the mirrored statistic: both distributions are symmetric. */
static double two_sided(const double *shares, double statistic, double greatest)
{
    gsize end = (gsize)fmin(statistic, greatest - statistic);
    double tail = 0;
    for (gsize i = 0; i <= end; i++)
        tail += shares[i];
    return fmin(1, 2 * tail);
}

/* Twice the smaller tail of the signed rank statistic of n values. */
static double signed_rank_p(double statistic, gsize n)
{
    gsize greatest = n * (n + 1) / 2;
    g_autofree double *shares = g_new0(double, greatest + 1);
    shares[0] = 1;
    for (gsize rank = 1; rank <= n; rank++) {
        for (gsize sum = rank * (rank + 1) / 2 + 1; sum-- > 0;)
            shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2;
    }
    return two_sided(shares, statistic, (double)greatest);
}

/* The same of the rank sum statistic: ways to choose `m` of m + n ranks by what their sum exceeds the least one. */
static double rank_sum_p(double statistic, gsize m, gsize n)
{
    gsize greatest = m * n, width = greatest + 1;
    g_autofree double *ways = g_new0(double, (m + 1) * width);
    ways[0] = 1;
    for (gsize rank = 1; rank <= m + n; rank++) {
        for (gsize chosen = MIN(rank, m); chosen > 0; chosen--) {
            /* The chosen-th of the ranks in order exceeds its least place by this. */
            if (rank - chosen > n)
                continue;
            gsize excess = rank - chosen;
            for (gsize sum = excess; sum <= greatest; sum++)
                ways[chosen * width + sum] += ways[(chosen - 1) * width + sum - excess];
        }
    }
    double all = 0;
    for (gsize sum = 0; sum <= greatest; sum++)
        all += ways[m * width + sum];
    for (gsize sum = 0; sum <= greatest; sum++)
        ways[m * width + sum] /= all;
    return two_sided(ways + m * width, statistic, (double)greatest);
}

/* Normal approximation, the distance from the middle shortened by one half. */
static double corrected_p(double distance, double deviation)
{
    return rk_normal_two_sided(fmax(0, fabs(distance) - 0.5) / deviation);
}

gboolean rk_stats_signed_rank(const double *values, gsize count, double centre, RkTestResult *result,
                              RkStatsReason *reason)
{
    g_autofree double *sizes = g_new(double, MAX(count, 1)), *ranks = g_new(double, MAX(count, 1));
    g_autofree gboolean *above = g_new(gboolean, MAX(count, 1));
    gsize used = 0, present = rk_stats_count(values, count);
    for (gsize i = 0; i < count; i++) {
        if (isnan(values[i]) || values[i] == centre)
            continue;
        above[used] = values[i] > centre;
        sizes[used++] = fabs(values[i] - centre);
    }
    RkTestResult value = rk_test_nothing(used);
    if (!isfinite(centre))
        return rk_test_answer(value, RK_STATS_NOT_FINITE, result, reason);
    if (used == 0)
        return rk_test_answer(value, present == 0 ? RK_STATS_TOO_FEW : RK_STATS_CONSTANT, result, reason);
    double n = (double)used, ties = rank_with_ties(sizes, used, ranks);
    value.statistic = 0;
    for (gsize i = 0; i < used; i++)
        value.statistic += above[i] ? ranks[i] : 0;
    value.exact = used < LEAST_NORMAL && ties == 0 && used == present;
    double deviation = sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
    value.p_value =
        value.exact ? signed_rank_p(value.statistic, used) : corrected_p(value.statistic - n * (n + 1) / 4, deviation);
    return rk_test_answer(value, RK_STATS_OK, result, reason);
}

gboolean rk_stats_rank_sum(const double *x, gsize x_count, const double *y, gsize y_count, RkTestResult *result,
                           RkStatsReason *reason)
{
    g_autofree double *both = g_new(double, MAX(x_count + y_count, 1));
    gsize m = rk_stats_compact(x, x_count, both), n = rk_stats_compact(y, y_count, both + m), all = m + n;
    RkTestResult value = rk_test_nothing(all);
    if (m == 0 || n == 0)
        return rk_test_answer(value, RK_STATS_TOO_FEW, result, reason);
    g_autofree double *ranks = g_new(double, all);
    double ties = rank_with_ties(both, all, ranks), a = (double)m, b = (double)n, sum = (double)all;
    value.statistic = -a * (a + 1) / 2;
    for (gsize i = 0; i < m; i++)
        value.statistic += ranks[i];
    value.exact = m < LEAST_NORMAL && n < LEAST_NORMAL && ties == 0;
    double variance = a * b / 12 * (sum + 1 - ties / (sum * (sum - 1)));
    if (!value.exact && variance <= 0)
        return rk_test_answer(value, RK_STATS_CONSTANT, result, reason);
    value.p_value =
        value.exact ? rank_sum_p(value.statistic, m, n) : corrected_p(value.statistic - a * b / 2, sqrt(variance));
    return rk_test_answer(value, RK_STATS_OK, result, reason);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of several groups: one-way analysis of variance, and Kruskal and Wallis's test on ranks.
 */
#include <math.h>

#include "stats/distribution-private.h"
#include "stats/hypothesis-private.h"
#include "stats/private.h"
#include "stats/rank.h"

/* Values that are there, with their groups, and how many each group has. */
typedef struct {
    RkSample values;
    guint32 *group;
    double *sizes, *sums;
    gsize group_count, filled;
} Groups;

static void clear_groups(Groups *groups)
{
    rk_sample_clear(&groups->values);
    g_clear_pointer(&groups->group, g_free);
    g_clear_pointer(&groups->sizes, g_free);
    g_clear_pointer(&groups->sums, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Groups, clear_groups)

static RkStatsReason take_groups(Groups *taken, const double *values, const guint32 *groups, gsize count,
                                 gsize group_count)
{
    *taken = (Groups){.values = {.values = g_new(double, MAX(count, 1))}, .group = g_new(guint32, MAX(count, 1))};
    taken->sizes = g_new0(double, MAX(group_count, 1));
    taken->sums = g_new0(double, MAX(group_count, 1));
    taken->group_count = group_count;
    for (gsize i = 0; i < count; i++) {
        if (groups[i] >= group_count)
            return RK_STATS_BAD_ARGUMENT;
        if (isnan(values[i]))
            continue;
        taken->filled += taken->sizes[groups[i]]++ == 0;
        taken->group[taken->values.count] = groups[i];
        taken->values.values[taken->values.count++] = values[i];
    }
    rk_sample_inspect(&taken->values);
    if (taken->filled < 2)
        return RK_STATS_TOO_FEW;
    return taken->values.constant ? RK_STATS_CONSTANT : RK_STATS_OK;
}

/* Centres the values and brings the greatest distance to 1, which changes no ratio of squares. */
static gboolean centre(RkSample *sample)
{
    double mean = rk_sample_mean(sample), greatest = 0;
    for (gsize i = 0; i < sample->count; i++)
        greatest = fmax(greatest, fabs(sample->values[i] -= mean));
    for (gsize i = 0; i < sample->count; i++)
        sample->values[i] /= greatest;
    return greatest > 0 && isfinite(greatest);
}

static double group_mean(const Groups *groups, gsize group, double *scratch)
{
    gsize used = 0;
    gboolean constant = TRUE;
    for (gsize i = 0; i < groups->values.count; i++) {
        if (groups->group[i] != group)
            continue;
        scratch[used++] = groups->values.values[i];
        constant = constant && scratch[0] == groups->values.values[i];
    }
    return constant ? scratch[0] : rk_stats_sum(scratch, used) / (double)used;
}

static void sums_of_squares(const Groups *groups, double *between, double *within)
{
    gsize count = groups->values.count;
    g_autofree double *scratch = g_new(double, count), *inside = g_new(double, count);
    g_autofree double *outside = g_new0(double, groups->group_count), *means = g_new0(double, groups->group_count);
    for (gsize g = 0; g < groups->group_count; g++) {
        if (groups->sizes[g] == 0)
            continue;
        means[g] = group_mean(groups, g, scratch);
        outside[g] = groups->sizes[g] * means[g] * means[g];
    }
    for (gsize i = 0; i < count; i++) {
        double distance = groups->values.values[i] - means[groups->group[i]];
        inside[i] = distance * distance;
    }
    *between = rk_stats_sum(outside, groups->group_count);
    *within = rk_stats_sum(inside, count);
}

gboolean rk_stats_anova(const double *values, const guint32 *groups, gsize count, gsize group_count,
                        RkTestResult *result, RkStatsReason *reason)
{
    g_auto(Groups) taken;
    RkStatsReason outcome = take_groups(&taken, values, groups, count, group_count);
    RkTestResult value = rk_test_nothing(taken.values.count);
    if (outcome == RK_STATS_OK && taken.values.count <= taken.filled)
        outcome = RK_STATS_TOO_FEW;
    if (outcome == RK_STATS_OK && (!taken.values.finite || !centre(&taken.values)))
        outcome = RK_STATS_NOT_FINITE;
    if (outcome != RK_STATS_OK)
        return rk_test_answer(value, outcome, result, reason);
    double between, within;
    sums_of_squares(&taken, &between, &within);
    value.degrees = (double)(taken.filled - 1);
    value.denominator_degrees = (double)(taken.values.count - taken.filled);
    value.statistic = between / value.degrees / (within / value.denominator_degrees);
    value.p_value = rk_f_upper(value.statistic, value.degrees, value.denominator_degrees);
    return rk_test_answer(value, RK_STATS_OK, result, reason);
}

/* Σ(t³ − t) over groups of t equal values among sorted ones. */
static double sum_of_ties(const double *ranks, gsize count)
{
    g_autofree double *sorted = g_new(double, count);
    rk_stats_sort(ranks, count, sorted);
    double ties = 0;
    gsize first = 0;
    for (gsize i = 1; i <= count; i++) {
        if (i < count && sorted[i] == sorted[first])
            continue;
        double size = (double)(i - first);
        ties += size * size * size - size;
        first = i;
    }
    return ties;
}

gboolean rk_stats_kruskal_wallis(const double *values, const guint32 *groups, gsize count, gsize group_count,
                                 RkTestResult *result, RkStatsReason *reason)
{
    g_auto(Groups) taken;
    RkStatsReason outcome = take_groups(&taken, values, groups, count, group_count);
    RkTestResult value = rk_test_nothing(taken.values.count);
    if (outcome != RK_STATS_OK)
        return rk_test_answer(value, outcome, result, reason);
    double n = (double)taken.values.count, squares = 0;
    g_autofree double *ranks = g_new(double, taken.values.count);
    rk_stats_rank(taken.values.values, taken.values.count, RK_ASCENDING, RK_TIES_AVERAGE, NULL, ranks);
    for (gsize i = 0; i < taken.values.count; i++)
        taken.sums[taken.group[i]] += ranks[i] - (n + 1) / 2;
    for (gsize g = 0; g < group_count; g++)
        squares += taken.sizes[g] > 0 ? taken.sums[g] * taken.sums[g] / taken.sizes[g] : 0;
    double ties = sum_of_ties(ranks, taken.values.count);
    value.statistic = 12 * squares / (n * (n + 1)) / (1 - ties / (n * n * n - n));
    value.degrees = (double)(taken.filled - 1);
    value.p_value = rk_chi_squared_upper(value.statistic, value.degrees);
    return rk_test_answer(value, RK_STATS_OK, result, reason);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of one variable. All methods work on the different values in their order, each with its count, and give back
 * the first value of each group.
 */
#include "stats/partition.h"

#include <math.h>
#include <stdlib.h>

#include "stats/private.h"
#include "stats/rank.h"

/** The different values, upwards. */
typedef struct {
    double *values;
    gsize *counts; /**< how often each stands there */
    gsize *before; /**< how many values are less */
    gsize count, total;
} Distinct;

static void distinct_clear(Distinct *distinct)
{
    g_free(distinct->values);
    g_free(distinct->counts);
    g_free(distinct->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Distinct, distinct_clear)

static Distinct distinct_new(const RkSample *sorted)
{
    Distinct distinct = {g_new(double, sorted->count + 1), g_new0(gsize, sorted->count + 1),
                         g_new(gsize, sorted->count + 1), 0, sorted->count};
    for (gsize i = 0; i < sorted->count; i++) {
        if (distinct.count == 0 || distinct.values[distinct.count - 1] != sorted->values[i]) {
            distinct.before[distinct.count] = i;
            distinct.values[distinct.count++] = sorted->values[i];
        }
        distinct.counts[distinct.count - 1]++;
    }
    return distinct;
}

/** The group of each different value into `groups`. */
typedef void (*Cut)(const Distinct *distinct, guint wanted, guint32 *groups);

static guint32 find(const Distinct *distinct, double value)
{
    gsize low = 0, high = distinct->count;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        if (distinct->values[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return (guint32)low;
}

static RkStatsReason check(const RkSample *sample, const Distinct *distinct, guint wanted, gsize cells)
{
    if (!sample->finite || distinct->count > cells / MAX(wanted, 1))
        return RK_STATS_NOT_FINITE;
    return wanted < 1 || wanted > RK_PARTITION_GROUPS || distinct->count < wanted ? RK_STATS_TOO_FEW : RK_STATS_OK;
}

static gboolean partition(const double *values, gsize count, guint wanted, gsize cells, Cut cut, guint32 *groups,
                          RkStatsReason *reason)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    g_auto(Distinct) distinct = distinct_new(&sample);
    g_autofree guint32 *of_value = g_new(guint32, distinct.count + 1);
    RkStatsReason outcome = check(&sample, &distinct, wanted, cells);
    if (outcome == RK_STATS_OK)
        cut(&distinct, wanted, of_value);
    for (gsize i = 0; i < count; i++)
        groups[i] =
            outcome != RK_STATS_OK || isnan(values[i]) ? RK_PARTITION_NONE : of_value[find(&distinct, values[i])];
    if (reason != NULL)
        *reason = outcome;
    return outcome == RK_STATS_OK;
}

/* ---- k-means ---- */

/** Sums of the first i values and squares, around the middle value so that few digits cancel. */
typedef struct {
    double *weights, *sums, *squares;
    double *before, *now; /**< least cost of the first i values in so many groups */
    guint32 *starts;      /**< where the last group begins, for each number of groups and values */
    gsize count;
} Plan;

static double cost(const Plan *plan, gsize first, gsize end)
{
    double weight = plan->weights[end] - plan->weights[first], sum = plan->sums[end] - plan->sums[first];
    double within = plan->squares[end] - plan->squares[first] - sum * sum / weight;
    return end - first == 1 ? 0 : fmax(within, 0);
}

/** The best start of the last group for `end` values, looked for from `low` to `high`. */
static guint32 best_start(const Plan *plan, gsize end, gsize low, gsize high, double *least)
{
    gsize best = low;
    *least = INFINITY;
    for (gsize start = low; start <= high && start < end; start++) {
        double total = plan->before[start] + cost(plan, start, end);
        if (total < *least) {
            *least = total;
            best = start;
        }
    }
    return (guint32)best;
}

/** The best starts never fall as values are added, so that the middle one bounds the search of both halves. */
static void fill(Plan *plan, guint32 *starts, gsize first, gsize last, gsize low, gsize high)
{
    if (first > last)
        return;
    gsize middle = first + (last - first) / 2;
    starts[middle] = best_start(plan, middle, low, high, &plan->now[middle]);
    if (middle > first)
        fill(plan, starts, first, middle - 1, low, starts[middle]);
    fill(plan, starts, middle + 1, last, starts[middle], high);
}

static Plan plan_new(const Distinct *distinct, guint wanted)
{
    gsize n = distinct->count;
    Plan plan = {g_new0(double, n + 1),
                 g_new0(double, n + 1),
                 g_new0(double, n + 1),
                 g_new(double, n + 1),
                 g_new(double, n + 1),
                 g_new0(guint32, (n + 1) * (wanted + 1)),
                 n};
    double middle = distinct->values[n / 2];
    /* Halves, because the distance of two doubles may be none. */
    double scale = fmax(fabs(distinct->values[0] / 2 - middle / 2), fabs(distinct->values[n - 1] / 2 - middle / 2));
    for (gsize i = 0; i < n; i++) {
        double value = scale > 0 ? (distinct->values[i] / 2 - middle / 2) / scale : 0;
        double weight = (double)distinct->counts[i];
        plan.weights[i + 1] = plan.weights[i] + weight;
        plan.sums[i + 1] = plan.sums[i] + weight * value;
        plan.squares[i + 1] = plan.squares[i] + weight * value * value;
    }
    for (gsize end = 0; end <= n; end++)
        plan.before[end] = end == 0 ? 0 : cost(&plan, 0, end);
    return plan;
}

static void plan_clear(Plan *plan)
{
    g_free(plan->weights);
    g_free(plan->sums);
    g_free(plan->squares);
    g_free(plan->before);
    g_free(plan->now);
    g_free(plan->starts);
}

static void cut_kmeans(const Distinct *distinct, guint wanted, guint32 *groups)
{
    gsize n = distinct->count;
    Plan plan = plan_new(distinct, wanted);
    for (guint k = 1; k < wanted; k++) {
        for (gsize end = 0; end <= n; end++)
            plan.now[end] = INFINITY;
        fill(&plan, plan.starts + k * (n + 1), k + 1, n, k, n - 1);
        double *swap = plan.before;
        plan.before = plan.now;
        plan.now = swap;
    }
    gsize end = n;
    for (guint k = wanted; k > 0; k--) {
        gsize start = k == 1 ? 0 : plan.starts[(k - 1) * (n + 1) + end];
        for (gsize i = start; i < end; i++)
            groups[i] = k - 1;
        end = start;
    }
    plan_clear(&plan);
}

gboolean rk_stats_partition_kmeans(const double *values, gsize count, guint wanted, guint32 *groups,
                                   RkStatsReason *reason)
{
    return partition(values, count, wanted, RK_PARTITION_CELLS, cut_kmeans, groups, reason);
}

/* ---- Gaps and counts ---- */

static void cut_gaps(const Distinct *distinct, guint wanted, guint32 *groups)
{
    gsize gaps = distinct->count - 1;
    g_autofree double *widths = g_new(double, gaps + 1);
    g_autofree guint32 *order = g_new(guint32, gaps + 1);
    for (gsize i = 0; i < gaps; i++)
        widths[i] = distinct->values[i + 1] - distinct->values[i];
    rk_stats_sort_index(widths, gaps, RK_DESCENDING, NULL, order);
    for (gsize i = 0; i < distinct->count; i++)
        groups[i] = 0;
    for (guint i = 0; i + 1 < wanted; i++)
        groups[order[i] + 1] = 1;
    for (gsize i = 1; i < distinct->count; i++)
        groups[i] += groups[i - 1];
}

gboolean rk_stats_partition_gaps(const double *values, gsize count, guint wanted, guint32 *groups,
                                 RkStatsReason *reason)
{
    return partition(values, count, wanted, G_MAXSIZE, cut_gaps, groups, reason);
}

static void cut_equal(const Distinct *distinct, guint wanted, guint32 *groups)
{
    for (gsize i = 0; i < distinct->count; i++)
        groups[i] = (guint32)(distinct->before[i] * wanted / distinct->total);
}

gboolean rk_stats_partition_equal(const double *values, gsize count, guint wanted, guint32 *groups,
                                  RkStatsReason *reason)
{
    return partition(values, count, wanted, G_MAXSIZE, cut_equal, groups, reason);
}

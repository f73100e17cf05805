/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing the samples, shared out among threads.
 */
#include "stats/bootstrap.h"

#include <math.h>

#include "stats/array.h"
#include "stats/random.h"
#include "stats/weighted-private.h"

/* Keeps these draws apart from those of other functions with the same seed. */
#define STREAM 0x626f6f74u

typedef struct {
    RkStatistic statistic;
    gconstpointer user;
    gsize count;
    RkRandom random;
    double *replicates;
    gsize first, end; /* of the replicates of one thread */
} Work;

static gpointer draw_samples(gpointer data)
{
    const Work *work = data;
    g_autofree double *numbers = g_new(double, work->count);
    g_autofree guint32 *rows = g_new(guint32, work->count);
    for (gsize r = work->first; r < work->end; r++) {
        rk_random_uniform(&work->random, r, numbers, work->count);
        for (gsize i = 0; i < work->count; i++)
            rows[i] = (guint32)MIN(numbers[i] * (double)work->count, (double)(work->count - 1));
        work->replicates[r] = work->statistic(rows, work->count, work->user);
    }
    return NULL;
}

static void draw_all(const Work *work, gsize replicates, guint threads)
{
    threads = (guint)CLAMP(threads > 0 ? threads : g_get_num_processors(), 1, MIN(replicates, 64));
    g_autofree Work *parts = g_new(Work, threads);
    g_autofree GThread **running = g_new0(GThread *, threads);
    for (guint t = 0; t < threads; t++) {
        parts[t] = *work;
        parts[t].first = replicates * t / threads;
        parts[t].end = replicates * (t + 1) / threads;
        /* Where no thread can be had the work is done here. */
        if (t + 1 < threads)
            running[t] = g_thread_try_new("bootstrap", draw_samples, &parts[t], NULL);
        if (running[t] == NULL)
            draw_samples(&parts[t]);
    }
    for (guint t = 0; t < threads; t++) {
        if (running[t] != NULL)
            g_thread_join(running[t]);
    }
}

/* The statistic without each row in turn. */
static double *leave_one_out(const Work *work, guint32 *rows)
{
    double *values = g_new(double, work->count);
    for (gsize left = 0; left < work->count; left++) {
        gsize used = 0;
        for (gsize i = 0; i < work->count; i++) {
            if (i != left)
                rows[used++] = (guint32)i;
        }
        values[left] = work->statistic(rows, used, work->user);
    }
    return values;
}

static RkStatsReason check(gsize count, const RkBootstrapOptions *options)
{
    gboolean replicates = options->replicates >= 2 && options->replicates <= RK_BOOTSTRAP_MOST_REPLICATES;
    if (!replicates || !(options->level > 0 && options->level < 1))
        return RK_STATS_BAD_ARGUMENT;
    if (count < 2)
        return RK_STATS_TOO_FEW;
    return count > G_MAXUINT32 ? RK_STATS_TOO_MANY : RK_STATS_OK;
}

static gboolean fail(RkBootstrap *result, RkStatsReason why, RkStatsReason *reason)
{
    *result = (RkBootstrap){NAN, NAN, NAN, {NAN, NAN}, {NAN, NAN}, NAN, NAN, 0};
    return rk_stats_outcome(why, reason);
}

gboolean rk_stats_bootstrap(RkStatistic statistic, gsize count, gconstpointer user, const RkBootstrapOptions *options,
                            RkBootstrap *result, RkStatsReason *reason)
{
    RkStatsReason outcome = check(count, options);
    if (outcome != RK_STATS_OK)
        return fail(result, outcome, reason);
    g_autofree double *replicates = g_new(double, options->replicates);
    g_autofree guint32 *rows = g_new(guint32, count);
    Work work = {statistic, user, count, {options->seed, STREAM}, replicates, 0, 0};
    for (gsize i = 0; i < count; i++)
        rows[i] = (guint32)i;
    double estimate = statistic(rows, count, user);
    if (!isfinite(estimate))
        return fail(result, RK_STATS_NOT_FINITE, reason);
    draw_all(&work, options->replicates, options->threads);
    g_autofree double *jackknife = leave_one_out(&work, rows);
    rk_stats_bootstrap_intervals(replicates, options->replicates, estimate, jackknife, count, options->level, result);
    if (result->used < 2 || result->used < options->replicates / 2)
        return fail(result, RK_STATS_TOO_FEW, reason);
    return rk_stats_outcome(RK_STATS_OK, reason);
}

/* A column and what is computed from it. */
typedef struct {
    double (*statistic)(const double *values, gsize count);
    const double *values;
} Column;

static double column_statistic(const guint32 *rows, gsize count, gconstpointer user)
{
    const Column *column = user;
    g_autofree double *drawn = g_new(double, count);
    for (gsize i = 0; i < count; i++)
        drawn[i] = column->values[rows[i]];
    return column->statistic(drawn, count);
}

gboolean rk_stats_bootstrap_column(double (*statistic)(const double *values, gsize count), const double *values,
                                   gsize count, const RkBootstrapOptions *options, RkBootstrap *result,
                                   RkStatsReason *reason)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    Column column = {statistic, sample.values};
    return rk_stats_bootstrap(column_statistic, sample.count, &column, options, result, reason);
}

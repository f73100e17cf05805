/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting ranks and pairs over all draws. Threads take blocks of draws and count for themselves; whole numbers are
 * added at the end, so that it does not matter who counted what.
 */
#include "stats/rank-uncertainty-private.h"

#include <string.h>

/* Draws × units × units below which a thread costs more than it saves. */
#define WORTH_A_THREAD 4e6
#define THREADS_MOST 64

typedef struct {
    const RkRankSource *source;
    guint draws;
    gint *next_block;
    guint32 *ranks, *ahead;
    RkRankOrder order;
    double *scores;
    gint16 *places;    /* units × RK_RANK_BLOCK: rank of the unit in the draw, from 0 */
    gboolean has_ties; /* in this block */
} Worker;

static void worker_init(Worker *worker, const RkRankSource *source, guint draws, gint *next_block)
{
    gsize units = source->units;
    *worker = (Worker){.source = source,
                       .draws = draws,
                       .next_block = next_block,
                       .ranks = g_new0(guint32, units * units),
                       .ahead = g_new0(guint32, units * units),
                       .order = rk_rank_order_new(units),
                       .scores = g_new(double, units *RK_RANK_BLOCK),
                       .places = g_new0(gint16, units * RK_RANK_BLOCK)};
}

static void worker_clear(Worker *worker)
{
    g_free(worker->ranks);
    g_free(worker->ahead);
    g_free(worker->scores);
    g_free(worker->places);
    rk_rank_order_clear(&worker->order);
}

static void count_ranks(Worker *worker, gsize draw)
{
    gsize units = worker->source->units, rank = 0;
    const RkScored *sorted = worker->order.sorted;
    for (gsize i = 0; i < units; i++) {
        if (i > 0 && sorted[i].score == sorted[i - 1].score)
            worker->has_ties = TRUE;
        else
            rank = i;
        worker->places[sorted[i].unit * RK_RANK_BLOCK + draw] = (gint16)rank;
        worker->ranks[sorted[i].unit * units + rank]++;
    }
}

typedef gint16 Eight __attribute__((vector_size(16)));

/* In how many draws a is before b. A comparison is −1 where it is true; no lane counts beyond RK_RANK_BLOCK / 8. */
static guint32 count_before(const gint16 *a, const gint16 *b)
{
    Eight count = {0};
    for (gsize draw = 0; draw < RK_RANK_BLOCK; draw += 8) {
        Eight left, right;
        memcpy(&left, a + draw, sizeof left);
        memcpy(&right, b + draw, sizeof right);
        count -= left < right;
    }
    gint32 sum = 0;
    for (guint lane = 0; lane < 8; lane++)
        sum += count[lane];
    return (guint32)sum;
}

/* Only the upper half is counted: the lower one is what is left. Draws that the last block lacks are all 0 and count as
 * nothing in either direction. */
static void count_pairs(Worker *worker, gsize draws)
{
    gsize units = worker->source->units;
    for (gsize a = 0; a < units; a++)
        for (gsize b = a + 1; b < units; b++) {
            const gint16 *left = worker->places + a * RK_RANK_BLOCK, *right = worker->places + b * RK_RANK_BLOCK;
            guint32 before = count_before(left, right);
            guint32 after = worker->has_ties ? count_before(right, left) : (guint32)draws - before;
            worker->ahead[a * units + b] += (guint32)draws + before - after;
        }
}

static void count_block(Worker *worker, guint64 first, gsize draws)
{
    gsize units = worker->source->units;
    worker->source->fill(worker->source, first, draws, worker->scores);
    worker->has_ties = FALSE;
    if (draws < RK_RANK_BLOCK)
        memset(worker->places, 0, units * RK_RANK_BLOCK * sizeof *worker->places);
    for (gsize draw = 0; draw < draws; draw++) {
        rk_rank_order_sort(&worker->order, worker->scores + draw * units);
        count_ranks(worker, draw);
    }
    count_pairs(worker, draws);
}

static gpointer work(gpointer data)
{
    Worker *worker = data;
    for (;;) {
        guint64 first = (guint64)g_atomic_int_add(worker->next_block, 1) * RK_RANK_BLOCK;
        if (first >= worker->draws)
            return NULL;
        count_block(worker, first, MIN(RK_RANK_BLOCK, worker->draws - first));
    }
}

static void merge(const Worker *worker, guint32 *ranks, guint32 *ahead)
{
    gsize cells = worker->source->units * worker->source->units;
    for (gsize i = 0; i < cells; i++) {
        ranks[i] += worker->ranks[i];
        ahead[i] += worker->ahead[i];
    }
}

/* What one unit is not ahead, the other is. */
static void mirror(guint32 *ahead, gsize units, guint draws)
{
    for (gsize a = 0; a < units; a++) {
        ahead[a * units + a] = draws;
        for (gsize b = a + 1; b < units; b++)
            ahead[b * units + a] = 2 * draws - ahead[a * units + b];
    }
}

static guint count_threads(gsize units, guint draws, guint threads)
{
    double work_amount = (double)units * (double)units * draws;
    if (threads == 0)
        threads = work_amount < WORTH_A_THREAD ? 1 : g_get_num_processors();
    return CLAMP(threads, 1, MIN(THREADS_MOST, (draws + RK_RANK_BLOCK - 1) / RK_RANK_BLOCK));
}

void rk_rank_tally(const RkRankSource *source, guint draws, guint threads, guint32 *ranks, guint32 *ahead)
{
    gint next_block = 0;
    guint count = count_threads(source->units, draws, threads);
    Worker workers[THREADS_MOST];
    GThread *running[THREADS_MOST] = {NULL};
    for (guint i = 0; i < count; i++)
        worker_init(&workers[i], source, draws, &next_block);
    /* A thread that cannot be had leaves its blocks to the others. */
    for (guint i = 1; i < count; i++)
        running[i] = g_thread_try_new("ranks", work, &workers[i], NULL);
    work(&workers[0]);
    for (guint i = 0; i < count; i++) {
        if (running[i] != NULL)
            g_thread_join(running[i]);
        merge(&workers[i], ranks, ahead);
        worker_clear(&workers[i]);
    }
    mirror(ahead, source->units, draws);
}

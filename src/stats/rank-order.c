/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of one draw. Scores are put into buckets of equal width, which leaves them nearly sorted, and comparing
 * neighbours does the rest; when that turns out long (an outlier puts everybody else into one bucket) they are sorted
 * plainly. Either way whole numbers are compared, and the result is exact.
 */
#include "stats/rank-uncertainty-private.h"

#include <math.h>
#include <stdlib.h>

#define BUCKETS_MOST 4096
/* Steps to the left for a unit on average, before plain sorting is cheaper. */
#define PATIENCE 8

RkRankOrder rk_rank_order_new(gsize units)
{
    gsize buckets = 16;
    while (buckets < 2 * units && buckets < BUCKETS_MOST)
        buckets *= 2;
    return (RkRankOrder){.units = units,
                         .buckets = buckets,
                         .starts = g_new(guint32, buckets + 1),
                         .bucket_of = g_new(guint16, units),
                         .sorted = g_new(RkScored, units)};
}

void rk_rank_order_clear(RkRankOrder *order)
{
    g_free(order->starts);
    g_free(order->bucket_of);
    g_free(order->sorted);
}

static int compare_scored(const void *a, const void *b)
{
    const RkScored *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

/* Subtraction and multiplication never swap two numbers, so that a lesser bucket holds lesser scores. */
static void choose_buckets(RkRankOrder *order, const double *scores)
{
    double least = scores[0], greatest = scores[0];
    for (gsize unit = 1; unit < order->units; unit++) {
        least = scores[unit] < least ? scores[unit] : least;
        greatest = scores[unit] > greatest ? scores[unit] : greatest;
    }
    double scale = (double)(order->buckets - 1) / (greatest - least);
    if (!isfinite(scale))
        scale = 0;
    for (gsize unit = 0; unit < order->units; unit++) {
        double offset = (scores[unit] - least) * scale;
        order->bucket_of[unit] = (guint16)(gint32)offset;
    }
}

static void scatter(RkRankOrder *order, const double *scores)
{
    guint32 *starts = order->starts;
    for (gsize bucket = 0; bucket <= order->buckets; bucket++)
        starts[bucket] = 0;
    for (gsize unit = 0; unit < order->units; unit++)
        starts[order->bucket_of[unit] + 1]++;
    for (gsize bucket = 1; bucket < order->buckets; bucket++)
        starts[bucket] += starts[bucket - 1];
    for (gsize unit = 0; unit < order->units; unit++)
        order->sorted[starts[order->bucket_of[unit]]++] = (RkScored){scores[unit], (guint32)unit};
}

/* Stable, as units stand in their order. FALSE, with nothing lost, when patience ends. */
static gboolean insert(RkScored *sorted, gsize count)
{
    gsize patience = PATIENCE * count;
    for (gsize i = 1; i < count; i++) {
        RkScored moving = sorted[i];
        gsize j = i;
        for (; j > 0 && sorted[j - 1].score > moving.score; j--)
            sorted[j] = sorted[j - 1];
        sorted[j] = moving;
        if (i - j > patience)
            return FALSE;
        patience -= i - j;
    }
    return TRUE;
}

void rk_rank_order_sort(RkRankOrder *order, const double *scores)
{
    choose_buckets(order, scores);
    scatter(order, scores);
    if (!insert(order->sorted, order->units))
        qsort(order->sorted, order->units, sizeof *order->sorted, compare_scored);
}

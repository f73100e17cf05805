/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels along one line, moved apart: the least squares solution under "no two overlap", found by pooling neighbours
 * (isotonic regression on the positions less the sizes before them).
 */
#include "plot/label.h"

#include <math.h>

typedef struct {
    double sum; /**< of the wishes less what stands before them in the pool */
    guint count;
    double size; /**< length of the pool */
    double at;   /**< start of the pool */
} Pool;

static int by_wish(gconstpointer first, gconstpointer second, gpointer data)
{
    const RkSpread *labels = data;
    guint a = *(const guint *)first, b = *(const guint *)second;
    if (labels[a].wish != labels[b].wish)
        return labels[a].wish < labels[b].wish ? -1 : 1;
    return a < b ? -1 : 1;
}

/** Joins the last pool to the one before while they overlap. */
static guint pool_back(Pool *pools, guint last)
{
    while (last > 0 && pools[last - 1].at + pools[last - 1].size > pools[last].at) {
        Pool *before = &pools[last - 1];
        before->sum += pools[last].sum - before->size * pools[last].count;
        before->count += pools[last].count;
        before->size += pools[last].size;
        before->at = before->sum / before->count;
        last--;
    }
    return last;
}

/** Pushes labels back inside the bounds, first from the low end, then from the high one. */
static void keep_within(RkSpread *labels, const guint *order, guint count, double low, double high)
{
    for (guint i = 0; i < count; i++) {
        RkSpread *label = &labels[order[i]];
        label->place = fmax(label->place, low + label->size / 2);
        low = label->place + label->size / 2;
    }
    for (guint i = count; i > 0; i--) {
        RkSpread *label = &labels[order[i - 1]];
        label->place = fmin(label->place, high - label->size / 2);
        high = label->place - label->size / 2;
    }
}

void rk_spread_labels(RkSpread *labels, guint count, double low, double high)
{
    if (count == 0)
        return;
    g_autofree guint *order = g_new(guint, count);
    double total = 0;
    for (guint i = 0; i < count; i++) {
        order[i] = i;
        total += labels[i].size;
    }
    g_qsort_with_data(order, (gint)count, sizeof *order, by_wish, labels);
    g_autofree Pool *pools = g_new(Pool, count);
    guint last = 0;
    for (guint i = 0; i < count; i++) {
        const RkSpread *label = &labels[order[i]];
        double start = label->wish - label->size / 2;
        Pool pool = {start, 1, label->size, start};
        last = i == 0 ? 0 : last + 1;
        pools[last] = pool;
        last = pool_back(pools, last);
    }
    guint next = 0;
    for (guint i = 0; i <= last; i++) {
        double at = pools[i].at;
        for (guint k = 0; k < pools[i].count; k++, next++) {
            labels[order[next]].place = at + labels[order[next]].size / 2;
            at += labels[order[next]].size;
        }
    }
    if (total <= high - low)
        keep_within(labels, order, count, low, high);
}

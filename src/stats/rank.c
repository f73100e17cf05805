/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One sort, from which every rule of ties reads its ranks. The comparison never calls two rows equal, so that the
 * order cannot depend on the sorting method.
 */
#include "stats/rank.h"

#include <math.h>
#include <stdlib.h>

static const char *const names[] = {"min", "max", "dense", "average", "ordinal", NULL};

const char *const *rk_ties_names(void)
{
    return names;
}

gboolean rk_ties_find(const char *name, RkTies *ties)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (g_strcmp0(name, names[i]) == 0) {
            *ties = (RkTies)i;
            return TRUE;
        }
    }
    return FALSE;
}

typedef struct {
    const double *values;
    const guint32 *keys;
    gboolean descending;
} Sorting;

static int compare_rows(const void *a, const void *b, void *user)
{
    const Sorting *sorting = user;
    guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
    double x = sorting->values[i], y = sorting->values[j];
    if (isnan(x) != isnan(y))
        return isnan(x) ? 1 : -1;
    if (x < y || x > y)
        return (x < y) == sorting->descending ? 1 : -1;
    if (sorting->keys != NULL && sorting->keys[i] != sorting->keys[j])
        return sorting->keys[i] < sorting->keys[j] ? -1 : 1;
    return i < j ? -1 : i > j;
}

void rk_stats_sort_index(const double *values, gsize count, RkOrder order, const guint32 *keys, guint32 *index)
{
    Sorting sorting = {values, keys, order == RK_DESCENDING};
    for (gsize i = 0; i < count; i++)
        index[i] = (guint32)i;
    if (count > 1)
        qsort_r(index, count, sizeof *index, compare_rows, &sorting);
}

/* The rank of the rows that stand at places first … last (from 1) with equal values, the group-th such set. */
static double shared_rank(RkTies ties, gsize first, gsize last, gsize group)
{
    switch (ties) {
    case RK_TIES_MAX:
        return (double)last;
    case RK_TIES_DENSE:
        return (double)group;
    case RK_TIES_AVERAGE:
        return ((double)first + (double)last) / 2;
    default:
        return (double)first;
    }
}

void rk_stats_rank(const double *values, gsize count, RkOrder order, RkTies ties, const guint32 *keys, double *ranks)
{
    g_autofree guint32 *index = g_new(guint32, MAX(count, 1));
    rk_stats_sort_index(values, count, order, keys, index);
    gsize first = 0;
    for (gsize group = 1; first < count; group++) {
        gsize end = first + 1;
        while (ties != RK_TIES_ORDINAL && end < count && values[index[end]] == values[index[first]])
            end++;
        gboolean missing = isnan(values[index[first]]);
        for (gsize i = first; i < end; i++)
            ranks[index[i]] = missing ? NAN : shared_rank(ties, first + 1, end, group);
        first = end;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gaps are filled from the values that were there before, never from other filled ones.
 */
#include "stats/fill.h"

#include <math.h>

#include "stats/private.h"

/** For each place the last value at or before it, RK_FILL_NONE for none. */
static gsize *values_before(const double *values, gsize count)
{
    gsize *before = g_new(gsize, count + 1), last = RK_FILL_NONE;
    for (gsize i = 0; i < count; i++)
        before[i] = last = isnan(values[i]) ? last : i;
    return before;
}

static gsize *values_after(const double *values, gsize count)
{
    gsize *after = g_new(gsize, count + 1), next = RK_FILL_NONE;
    for (gsize i = count; i > 0; i--)
        after[i - 1] = next = isnan(values[i - 1]) ? next : i - 1;
    return after;
}

void rk_stats_fill_linear(const double *places, double *values, gsize count)
{
    g_autofree gsize *before = values_before(values, count), *after = values_after(values, count);
    for (gsize i = 0; i < count; i++) {
        gsize a = before[i], b = after[i];
        if (a == i || a == RK_FILL_NONE || b == RK_FILL_NONE)
            continue;
        double way = (places[i] - places[a]) / (places[b] - places[a]);
        double rise = values[b] - values[a];
        /* The first form keeps simple numbers simple, the second one cannot overflow. */
        values[i] = isfinite(rise) ? values[a] + rise * way : values[a] * (1 - way) + values[b] * way;
    }
}

void rk_stats_fill_spline(const double *places, double *values, gsize count, RkSplineKind kind)
{
    g_autoptr(RkSpline) curve = rk_stats_spline(places, values, count, kind, NULL);
    /* Two points make a line, whatever the curve. */
    if (curve == NULL && rk_stats_count(values, count) == 2) {
        rk_stats_fill_linear(places, values, count);
        return;
    }
    for (gsize i = 0; curve != NULL && i < count; i++) {
        if (isnan(values[i]))
            values[i] = rk_spline_at(curve, places[i]);
    }
}

void rk_stats_fill_carry(const double *places, double *values, gsize count, double most, gsize *sources)
{
    g_autofree gsize *before = values_before(values, count);
    for (gsize i = 0; i < count; i++) {
        gsize a = before[i];
        sources[i] = a == i || a == RK_FILL_NONE || places[i] - places[a] > most ? RK_FILL_NONE : a;
        if (sources[i] != RK_FILL_NONE)
            values[i] = values[a];
    }
}

static gsize nearer(const double *places, gsize at, gsize before, gsize after)
{
    if (before == RK_FILL_NONE || after == RK_FILL_NONE)
        return before == RK_FILL_NONE ? after : before;
    return places[after] - places[at] < places[at] - places[before] ? after : before;
}

void rk_stats_fill_nearest(const double *places, double *values, gsize count, double most, gboolean outside,
                           gsize *sources)
{
    g_autofree gsize *before = values_before(values, count), *after = values_after(values, count);
    for (gsize i = 0; i < count; i++) {
        gsize from = nearer(places, i, before[i], after[i]);
        gboolean inside = before[i] != RK_FILL_NONE && after[i] != RK_FILL_NONE;
        gboolean open = before[i] != i && from != RK_FILL_NONE && !(outside && inside);
        sources[i] = open && fabs(places[from] - places[i]) <= most ? from : RK_FILL_NONE;
        if (sources[i] != RK_FILL_NONE)
            values[i] = values[from];
    }
}

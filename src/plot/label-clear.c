/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lines a name at the end of another would stand on. It moves nothing.
 */
#include "plot/label-ends.h"

#include <math.h>
#include <string.h>

gboolean rk_series_end(RkUnit *unit, const RkSeries *series, gboolean first, guint32 *row, double *x, double *y)
{
    for (guint i = 0; i < series->count; i++) {
        *row = series->rows[first ? i : series->count - 1 - i];
        *x = rk_unit_position(unit, RK_CHANNEL_X, *row, 0.5);
        *y = rk_unit_position(unit, RK_CHANNEL_Y, *row, 0.5);
        if (isfinite(*x) && isfinite(*y))
            return TRUE;
    }
    return FALSE;
}

/** Whether the straight piece from one point to another enters the box. */
static gboolean enters(const RkReach *box, const double from[2], const double to[2])
{
    double left = fmax(fmin(from[0], to[0]), box->x1), right = fmin(fmax(from[0], to[0]), box->x2);
    if (!(left <= right))
        return FALSE;
    double slope = to[0] == from[0] ? 0 : (to[1] - from[1]) / (to[0] - from[0]);
    double a = from[1] + slope * (left - from[0]), b = from[1] + slope * (right - from[0]);
    return to[0] == from[0] ? fmin(from[1], to[1]) <= box->y2 && fmax(from[1], to[1]) >= box->y1
                            : fmin(a, b) <= box->y2 && fmax(a, b) >= box->y1;
}

static gboolean stands_on(RkUnit *unit, const RkReach *box, const RkSeries *series)
{
    double before[2] = {NAN, NAN};
    for (guint i = 0; i < series->count; i++) {
        double at[2] = {rk_unit_position(unit, RK_CHANNEL_X, series->rows[i], 0.5),
                        rk_unit_position(unit, RK_CHANNEL_Y, series->rows[i], 0.5)};
        /* A gap in the line is a point that has no position. */
        if (isfinite(before[0]) && isfinite(before[1]) && isfinite(at[0]) && isfinite(at[1]) && enters(box, before, at))
            return TRUE;
        memcpy(before, at, sizeof before);
    }
    return FALSE;
}

double rk_label_end_in_the_way(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box,
                               double start, gboolean first)
{
    for (guint i = 0; i < all_series->len; i++) {
        const RkSeries *series = g_ptr_array_index(all_series, i);
        guint32 row;
        double x, y;
        if (series != own && stands_on(unit, box, series) && rk_series_end(unit, series, first, &row, &x, &y) &&
            (first ? x < start : x > start))
            return x;
    }
    return start;
}

gboolean rk_label_is_crossed(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box)
{
    for (guint i = 0; i < all_series->len; i++)
        if (g_ptr_array_index(all_series, i) != own && stands_on(unit, box, g_ptr_array_index(all_series, i)))
            return TRUE;
    return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the signs of missing values stand along a line: in its gaps, where a bridge would have run, and before its
 * first and after its last value, at the height of that. What goes on for long is said once. It draws nothing.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/place.h"

/** A run of more equal signs than this is said once, and so is one whose signs stand closer than that, in pixels: it
 * would look like a dotted line. */
enum { MOST_REPEATS = 3, LEAST_STEP = 14 };

static double place_of(const RkUnit *unit, guint32 row)
{
    return rk_unit_position(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X, row, 0.5);
}

/** The text of a row that has a sign and a place, and that no label tells; NULL for others. */
static const char *sign_of(const RkUnit *unit, guint32 row)
{
    gboolean missing = (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) != 0 && !rk_unit_flag_is_told(unit, row);
    return missing && isfinite(place_of(unit, row)) ? rk_unit_flag_letters(unit, row) : NULL;
}

/** Values on both sides of missing ones; count of the series: there is none. */
typedef struct {
    const RkSeries *series;
    guint before, after;
} Gap;

static void add(const RkUnit *unit, const Gap *gap, guint index, GArray *signs)
{
    const guint32 *rows = gap->series->rows;
    guint count = gap->series->count;
    double place = place_of(unit, rows[index]);
    RkFlagPoint from = rk_unit_flag_point(unit, rows[gap->before < count ? gap->before : gap->after]);
    RkFlagPoint to = rk_unit_flag_point(unit, rows[gap->after < count ? gap->after : gap->before]);
    static const RkFlagPoint nowhere = {NAN, NAN};
    RkFlagGap sign = {.row = rows[index], .text = sign_of(unit, rows[index])};
    sign.before = gap->before < count ? from : nowhere;
    sign.after = gap->after < count ? to : nowhere;
    gboolean between = gap->before < count && gap->after < count;
    double start = unit->horizontal ? from.y : from.x, end = unit->horizontal ? to.y : to.x;
    double part = between ? (place - start) / (end - start) : 0;
    sign.x = unit->horizontal ? from.x + part * (to.x - from.x) : place;
    sign.y = unit->horizontal ? place : from.y + part * (to.y - from.y);
    if (isfinite(sign.x) && isfinite(sign.y))
        g_array_append_val(signs, sign);
}

/** Rows from `first` up to `end` with equal signs: all of them, or the one in the middle, or next to the line. */
static void add_run(const RkUnit *unit, const Gap *gap, guint first, guint end, GArray *signs)
{
    const guint32 *rows = gap->series->rows;
    guint count = end - first;
    double length = fabs(place_of(unit, rows[end - 1]) - place_of(unit, rows[first]));
    if (count <= MOST_REPEATS && length >= LEAST_STEP * (count - 1.0)) {
        for (guint i = first; i < end; i++)
            add(unit, gap, i, signs);
        return;
    }
    gboolean leads = gap->before == gap->series->count, trails = gap->after == gap->series->count;
    add(unit, gap, leads ? end - 1 : trails ? first : first + (count - 1) / 2, signs);
}

static void add_gap(const RkUnit *unit, const Gap *gap, guint first, guint end, GArray *signs)
{
    for (guint i = first, next; i < end; i = next) {
        const char *text = sign_of(unit, gap->series->rows[i]);
        for (next = i + 1; next < end; next++)
            if (g_strcmp0(sign_of(unit, gap->series->rows[next]), text) != 0)
                break;
        if (text != NULL)
            add_run(unit, gap, i, next, signs);
    }
}

GArray *rk_unit_flag_gap_signs(const RkUnit *unit, const RkSeries *series)
{
    GArray *signs = g_array_new(FALSE, FALSE, sizeof(RkFlagGap));
    guint first = rk_unit_flag_next_there(unit, series, 0);
    if (unit->flags == NULL || first == series->count)
        return signs;
    Gap gap = {series, series->count, first};
    add_gap(unit, &gap, 0, first, signs);
    for (guint before = first; before < series->count; before = gap.after) {
        gap = (Gap){series, before, rk_unit_flag_next_there(unit, series, before + 1)};
        add_gap(unit, &gap, before + 1, gap.after, signs);
    }
    return signs;
}

const char *rk_unit_flag_end_sign(const RkUnit *unit, const RkSeries *series)
{
    return unit->flags == NULL || series->count == 0 ? NULL : sign_of(unit, series->rows[series->count - 1]);
}

void rk_unit_flag_tell_end(RkUnit *unit, const RkSeries *series)
{
    const char *sign = rk_unit_flag_end_sign(unit, series);
    for (guint i = series->count; sign != NULL && i > 0; i--) {
        if (g_strcmp0(sign_of(unit, series->rows[i - 1]), sign) != 0)
            break;
        rk_unit_flag_tell(unit, series->rows[i - 1]);
    }
}

double rk_unit_flag_end(RkUnit *unit, const RkSeries *series, gboolean first, double end, double room)
{
    g_autoptr(GArray) signs = rk_unit_flag_gap_signs(unit, series);
    RkFont font = rk_unit_flag_font(unit);
    double nearest = INFINITY, farthest = 0;
    for (guint i = 0; i < signs->len; i++) {
        const RkFlagGap *sign = &g_array_index(signs, RkFlagGap, i);
        double half = rk_plotting_text_width(unit->plotting, &font, sign->text) / 2;
        double away = first ? end - sign->x : sign->x - end;
        if (!(away > 0))
            continue;
        nearest = fmin(nearest, away - half);
        farthest = fmax(farthest, away + half);
    }
    guint index = rk_unit_flag_next_there(unit, series, 0);
    if (first && index < series->count && rk_unit_flag_breaks(unit, series->rows[index])) {
        double reach = rk_unit_flag_break_reach(unit, series, index);
        nearest = reach > 0 ? 0 : nearest;
        farthest = fmax(farthest, reach);
    }
    double away = nearest > room ? 0 : farthest;
    return first ? end - away : end + away;
}

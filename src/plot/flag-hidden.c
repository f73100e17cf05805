/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points of uncertain values that lie under others, so that nobody sees that they are hollow: two years with one value
 * in one row, say. It draws nothing, and looks into no crowd of points, where one cannot tell them apart anyway.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/looks.h"
#include "plot/mark.h"
#include "plot/settings.h"

/** Rows of a crowd: each would be compared with each. */
enum { CROWD = 300 };
/** What of a point may stick out from under another without being seen, in pixels. */
#define SEEN 0.75

static double reach_of(const RkUnit *unit, gsize row)
{
    return sqrt(fmax(rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30)), 0)) / 2;
}

static gboolean covers(const RkUnit *other, gsize row, RkFlagPoint point, double reach)
{
    RkFlagPoint there = rk_unit_flag_point(other, (guint32)row);
    gboolean drawn = (rk_unit_signs(other, row) & 1 << RK_SIGN_MISSING) == 0 && !rk_unit_uncertain(other, row);
    return drawn && hypot(there.x - point.x, there.y - point.y) + reach <= reach_of(other, row) + SEEN;
}

/** Points of which one can tell each from others. */
static gboolean has_points(const RkUnit *unit)
{
    return unit->mark->flags_as == RK_FLAG_ON_POINT && !unit->mark->strokes_across &&
           rk_table_rows(unit->table) <= CROWD;
}

static gboolean is_covered_from(const RkUnit *other, gsize first, RkFlagPoint point, double reach)
{
    for (gsize row = first; has_points(other) && row < rk_table_rows(other->table); row++)
        if (covers(other, row, point, reach))
            return TRUE;
    return FALSE;
}

gboolean rk_unit_flag_is_hidden(const RkUnit *unit, gsize row)
{
    if (!has_points(unit) || !rk_unit_uncertain(unit, row))
        return FALSE;
    /* Those above are drawn later: the next rows, and the next layers. */
    const GPtrArray *units = unit->panel->units;
    RkFlagPoint point = rk_unit_flag_point(unit, (guint32)row);
    gboolean above = FALSE, hidden = FALSE;
    for (guint i = 0; i < units->len && !hidden; i++) {
        const RkUnit *other = g_ptr_array_index(units, i);
        above = above || other == unit;
        hidden = above && is_covered_from(other, other == unit ? row + 1 : 0, point, reach_of(unit, row));
    }
    return hidden;
}

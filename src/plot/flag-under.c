/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a text of another layer stands on a hatched cell, so that it can be given an edge in the colour of the cell.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/place.h"

#include <math.h>

static gboolean lies_within(const RkUnit *cells, RkChannel channel, gsize row, double place)
{
    double from, to;
    return rk_unit_span(cells, channel, row, &from, &to) && place >= fmin(from, to) && place <= fmax(from, to);
}

gboolean rk_unit_flag_under(const RkUnit *unit, gsize row, double x, double y, RkColor *color)
{
    const GPtrArray *units = unit->panel->units;
    for (guint i = 0; i < units->len && g_ptr_array_index(units, i) != unit; i++) {
        const RkUnit *cells = g_ptr_array_index(units, i);
        /* Layers of one table have its rows in one order: looking for the cell among all would take the square. */
        if (!cells->mark->tiles || row >= rk_table_rows(cells->table) || !rk_unit_uncertain(cells, row) ||
            !lies_within(cells, RK_CHANNEL_X, row, x) || !lies_within(cells, RK_CHANNEL_Y, row, y))
            continue;
        *color = rk_unit_row_color(cells, row);
        return TRUE;
    }
    return FALSE;
}

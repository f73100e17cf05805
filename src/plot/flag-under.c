/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which cell of a layer below a text stands, so that it can be read there: in dark or light letters, with an edge in
 * the colour of the cell where that is hatched.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/place.h"

#include <math.h>

/** A cell whose value is missing is not drawn. */
static gboolean is_bare(const RkUnit *cells, gsize row)
{
    const RkUse *color = cells->uses[RK_CHANNEL_COLOR];
    return (rk_unit_signs(cells, row) & 1 << RK_SIGN_MISSING) != 0 ||
           (color != NULL && color->column != NULL && rk_column_is_missing(color->column, row));
}

static gboolean lies_within(const RkUnit *cells, RkChannel channel, gsize row, double place)
{
    double from, to;
    return rk_unit_span(cells, channel, row, &from, &to) && place >= fmin(from, to) && place <= fmax(from, to);
}

gboolean rk_unit_cell_under(const RkUnit *unit, gsize row, double x, double y, RkColor *color, gboolean *hatched)
{
    const GPtrArray *units = unit->panel->units;
    for (guint i = 0; i < units->len && g_ptr_array_index(units, i) != unit; i++) {
        const RkUnit *cells = g_ptr_array_index(units, i);
        /* Layers of one table have its rows in one order: looking for the cell among all would take the square. */
        if (!cells->mark->tiles || row >= rk_table_rows(cells->table) || !lies_within(cells, RK_CHANNEL_X, row, x) ||
            !lies_within(cells, RK_CHANNEL_Y, row, y) || is_bare(cells, row))
            continue;
        *color = rk_unit_row_color(cells, row);
        *hatched = rk_unit_uncertain(cells, row);
        return TRUE;
    }
    return FALSE;
}

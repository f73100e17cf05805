/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to rows whose value cannot be placed on a continuous scale: left out, a gap in a line, or drawn where
 * the axis begins, by the mark's `invalid`. The modes and their defaults are Vega-Lite's; figures of our own leave
 * gaps.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

/** The column that a continuous channel asks a value of; NULL when every value has its place. */
static const double *values_of(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    if (use == NULL || use->column == NULL || !rk_channel_is_scaled(channel) || use->scale == NULL ||
        use->scale->type == NULL || use->scale->type->discrete || rk_channel_is_second(channel))
        return NULL;
    const RkColumn *column = use->column;
    if (unit->stacked && channel == unit->stack_channel)
        column = rk_table_find(unit->table, unit->stack_field);
    return column == NULL ? NULL : rk_column_numbers(column);
}

static guint8 *find_rows(const RkUnit *unit)
{
    gsize count = rk_table_rows(unit->table);
    guint8 *found = g_new0(guint8, MAX(count, 1));
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        const double *values = values_of(unit, (RkChannel)channel);
        for (gsize row = 0; values != NULL && row < count; row++)
            found[row] |= !isfinite(values[row]);
    }
    return found;
}

void rk_unit_find_invalid(RkUnit *unit)
{
    if (!unit->plotting->vega_lite)
        return;
    const RkValue *mode = rk_unit_property(unit, "invalid");
    const char *name = rk_value_text_or(mode, mode != NULL ? "show" : "break-paths-show-path-domains");
    unit->shows_invalid = g_str_equal(name, "show");
    if (unit->shows_invalid)
        return;
    g_clear_pointer(&unit->omitted, g_free);
    g_clear_pointer(&unit->breaks, g_free);
    guint8 *found = find_rows(unit);
    if (unit->mark->series && !g_str_equal(name, "filter"))
        unit->breaks = found;
    else
        unit->omitted = found;
}

gboolean rk_unit_breaks(const RkUnit *unit, gsize row)
{
    return unit->breaks != NULL && unit->breaks[row];
}

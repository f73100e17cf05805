/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that a declared domain leaves out: marks are drawn where they lie, beyond the panel, and a bar that runs out
 * of the picture looks as long as the picture. That is said, unless the mark asks to be cut.
 */
#include "plot/scale.h"

#include <math.h>

static gsize count_outside(const RkUse *use, gsize rows)
{
    const RkScale *scale = use->scale;
    const double *values = rk_column_numbers(use->column);
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    double slack = (high - low) * 1e-9;
    gsize count = 0;
    for (gsize row = 0; row < rows; row++)
        count += values[row] < low - slack || values[row] > high + slack;
    return count;
}

static void look_at(const RkUnit *unit, const RkUse *use)
{
    const RkScale *scale = use == NULL ? NULL : use->scale;
    if (scale == NULL || scale->type->discrete || scale->clamp || use->column == NULL ||
        rk_column_numbers(use->column) == NULL)
        return;
    const RkValue *domain = rk_scale_property(scale, "domain");
    gsize count = domain == NULL ? 0 : count_outside(use, rk_table_rows(unit->table));
    if (count > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(domain),
                           "widen the domain, filter the rows, or let the mark clip",
                           "%" G_GSIZE_FORMAT " %s of \"%s\" outside the domain %s drawn beyond the panel", count,
                           count == 1 ? "value" : "values", rk_column_name(use->column), count == 1 ? "is" : "are");
}

void rk_panel_warn_outside(const RkPanel *panel)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y, RK_CHANNEL_X2, RK_CHANNEL_Y2};
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        for (guint k = 0; k < G_N_ELEMENTS(channels) && !rk_unit_flag(unit, "clip", FALSE); k++)
            look_at(unit, unit->uses[channels[k]]);
    }
}

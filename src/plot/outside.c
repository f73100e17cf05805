/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that a declared domain leaves out: marks are drawn where they lie, beyond the panel, and a bar that runs out
 * of the picture looks as long as the picture. That is said, unless the mark asks to be cut. What a list of categories
 * leaves out has no place, and that is said as well.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

/** The other end that the figure does not write, such as that of a bar of a stack. */
static gboolean is_implied(const RkUnit *unit, const RkUse *use)
{
    return use != NULL && rk_channel_is_second(use->channel) &&
           !rk_value_has(unit->encoding, rk_channel_name(use->channel));
}

/** Rows of which one end or the other lies outside. */
static gsize count_outside(const RkUse *use, const RkUse *other, gsize rows)
{
    const RkScale *scale = use->scale;
    const double *values = rk_column_numbers(use->column);
    const double *ends = other == NULL || other->column == NULL ? NULL : rk_column_numbers(other->column);
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    double slack = (high - low) * 1e-9;
    gsize count = 0;
    for (gsize row = 0; row < rows; row++)
        count += values[row] < low - slack || values[row] > high + slack ||
                 (ends != NULL && (ends[row] < low - slack || ends[row] > high + slack));
    return count;
}

/** A stack has columns of its own, which the figure does not know. */
static const char *name_of(const RkUse *use)
{
    const char *field = rk_value_text_or(rk_value_get(use->definition, "field"), NULL);
    return field != NULL ? field : use->field_title != NULL ? use->field_title : rk_column_name(use->column);
}

/** Rows whose category a listed domain does not have, and the first such category. Missing ones are none in our own
 * figures. */
static gsize count_unlisted(const RkUnit *unit, const RkUse *use, char **first)
{
    gsize count = 0;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        gboolean missing = rk_column_is_missing(use->column, row);
        if (use->categories[row] != G_MAXUINT32 || (missing && !unit->plotting->vega_lite) ||
            (unit->outside != NULL && unit->outside[row]))
            continue;
        if (count++ == 0)
            *first = missing ? g_strdup(rk_blank_name(rk_column_blank(use->column, row)))
                             : rk_column_write(use->column, row);
    }
    return count;
}

static void look_at_categories(const RkUnit *unit, const RkUse *use)
{
    const RkValue *domain = rk_scale_property(use->scale, "domain");
    g_autofree char *first = NULL;
    gsize count = domain == NULL || use->categories == NULL ? 0 : count_unlisted(unit, use, &first);
    if (count > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(domain),
                           "list them in the domain, or filter the rows",
                           "%" G_GSIZE_FORMAT " %s of \"%s\" outside the domain %s not drawn, the first is \"%s\"",
                           count, count == 1 ? "value" : "values", name_of(use), count == 1 ? "is" : "are", first);
}

static void look_at(const RkUnit *unit, const RkUse *use)
{

    const RkScale *scale = use->scale;
    if (scale->domain[0] == scale->domain[1] || is_implied(unit, use) || scale->clamp ||
        rk_column_numbers(use->column) == NULL)
        return;
    const RkValue *domain = rk_scale_property(scale, "domain");
    const RkUse *other = rk_channel_is_second(use->channel) ? NULL : unit->uses[rk_channel_second(use->channel)];
    gsize count =
        domain == NULL ? 0 : count_outside(use, is_implied(unit, other) ? other : NULL, rk_table_rows(unit->table));
    if (count > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(domain),
                           "widen the domain, filter the rows, or let the mark clip",
                           "%" G_GSIZE_FORMAT " %s of \"%s\" outside the domain %s drawn beyond the panel", count,
                           count == 1 ? "value" : "values", name_of(use), count == 1 ? "is" : "are");
}

void rk_panel_warn_outside(const RkPanel *panel)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y, RK_CHANNEL_X2, RK_CHANNEL_Y2};
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        for (guint k = 0; k < G_N_ELEMENTS(channels); k++) {
            const RkUse *use = unit->uses[channels[k]];
            if (use == NULL || use->scale == NULL || use->column == NULL)
                continue;
            if (use->scale->type->discrete)
                look_at_categories(unit, use);
            else if (!rk_unit_flag(unit, "clip", FALSE))
                look_at(unit, use);
        }
    }
}

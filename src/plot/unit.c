/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a unit: from a view to rows with channels, ready for scales. The stages stand here in their order.
 */
#include "plot/plot-private.h"

#include "plot/flags.h"
#include "plot/mark.h"

static gboolean check_colors(const RkUnit *unit, GError **error)
{
    static const char *const keys[] = {"color", "fill", "stroke"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (!rk_plotting_check_color(unit->plotting, rk_unit_property(unit, keys[i]), error))
            return FALSE;
    }
    return TRUE;
}

/** The grammar lets every mark carry the properties of all; what one has no use for is told. */
static void tell_of_idle_words(const RkUnit *unit)
{
    for (guint i = 0; i < rk_value_length(unit->mark_map); i++) {
        const char *key = rk_value_key_at(unit->mark_map, i);
        if (rk_shape_find(unit->mark->shape, key) == NULL)
            rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING,
                               rk_value_key_place_at(unit->mark_map, i), NULL, "\"%s\" has no effect on the %s mark",
                               key, unit->mark->name);
    }
}

static gboolean prepare(RkUnit *unit, GError **error)
{
    unit->table = rk_plotting_view_table(unit->plotting, unit->view, error);
    if (unit->table == NULL)
        return FALSE;
    unit->source = rk_table_ref(unit->table);
    tell_of_idle_words(unit);
    rk_unit_admit_channels(unit);
    return rk_unit_settle_ends(unit, error) && rk_unit_desugar(unit, error) && rk_unit_encode(unit, error);
}

static gboolean complete(RkUnit *unit, GError **error)
{
    rk_unit_orient(unit);
    return rk_unit_stack(unit, error) && rk_unit_highlight(unit, error) && rk_unit_follow_rows(unit, error);
}

RkUnit *rk_unit_new(RkPanel *panel, const RkView *view, GError **error)
{
    RkUnit *unit = g_new0(RkUnit, 1);
    unit->plotting = panel->plotting;
    unit->panel = panel;
    unit->view = view;
    unit->mark_map = view->mark;
    unit->mark = rk_mark_find(rk_value_text_or(rk_value_get(view->mark, "type"), ""));
    if (unit->mark == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(view->mark), NULL, "there is no such mark");
    } else if (check_colors(unit, error) && prepare(unit, error) && complete(unit, error)) {
        return unit;
    }
    rk_unit_free(unit);
    return NULL;
}

void rk_unit_free(gpointer data)
{
    RkUnit *unit = data;
    if (unit == NULL)
        return;
    for (guint i = 0; i < RK_CHANNELS; i++)
        rk_use_free(unit->uses[i]);
    g_free(unit->omitted);
    g_free(unit->breaks);
    g_free(unit->highlighted);
    rk_unit_flags_free(unit->flags);
    rk_row_properties_free(unit->following);
    rk_table_unref(unit->source);
    rk_table_unref(unit->rows);
    rk_table_unref(unit->table);
    g_free(unit);
}

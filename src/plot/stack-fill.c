/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows for the places that one path of a stack lacks and others have, so that it does not run straight across and cover
 * them. They are missing values in our own figures and zero in those of the grammar.
 */
#include "plot/mark.h"
#include "plot/stack.h"

static void group_by_part(RkUnit *unit, const RkUse *use, gpointer groups)
{
    rk_stack_add_group(unit->plotting, groups, use);
}

gboolean rk_stack_fill_places(RkUnit *unit, const RkUse *length, GError **error)
{
    RkPlotting *plotting = unit->plotting;
    const RkUse *along = rk_stack_across(unit, unit->stack_channel);
    if (rk_value_is(rk_value_get(length->definition, "impute"), RK_VALUE_NULL) || !unit->mark->series ||
        along == NULL || along->column == NULL)
        return TRUE;
    RkValue *options = rk_document_map(plotting->scratch, rk_value_place(length->definition));
    rk_plotting_put(plotting, options, "impute", rk_column_name(length->column));
    rk_plotting_put(plotting, options, "key", rk_column_name(along->column));
    rk_plotting_put(plotting, options, "method", "value");
    if (plotting->vega_lite)
        rk_value_put(plotting->scratch, options, "value", RK_NOWHERE,
                     rk_document_number(plotting->scratch, RK_NOWHERE, 0));
    RkValue *groups = rk_document_list(plotting->scratch, RK_NOWHERE);
    rk_stack_each_part(unit, group_by_part, groups);
    rk_value_put(plotting->scratch, options, "groupby", RK_NOWHERE, groups);
    RkTransformContext context;
    rk_plotting_transform_context(plotting, &context);
    /* What it would say speaks of columns that the figure does not know; and a place held open is no imputed value. */
    g_autoptr(RkScope) silent = rk_scope_new(NULL, plotting->locale);
    rk_scope_set_flag_rule(silent, RK_FLAGS_NONE);
    context.diagnostics = NULL;
    context.scope = silent;
    RkTable *table = rk_transform_run(options, unit->table, &context, error);
    if (table == NULL) {
        if (error != NULL)
            rk_error_locate(*error, rk_value_place(length->definition));
        return FALSE;
    }
    rk_table_unref(unit->table);
    unit->table = table;
    for (guint channel = 0; channel < RK_CHANNELS; channel++)
        g_clear_pointer(&unit->uses[channel], rk_use_free);
    return rk_unit_encode(unit, error);
}

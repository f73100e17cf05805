/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks and places that an expression gives for each row: `value: {expr: …}` becomes a column that no scale touches.
 */
#include "plot/plot-private.h"

/** The column of an expression, added to the unit's table under a name of its own. */
static gboolean add_column(RkUnit *unit, const RkValue *text, const char *name, GError **error)
{
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    if (expression == NULL)
        return FALSE;
    g_autoptr(RkColumn) column = rk_expression_column(expression, unit->table, name, unit->plotting->scope, error);
    if (column == NULL)
        return FALSE;
    RkTable *table = rk_table_with_column(unit->table, column);
    rk_table_unref(unit->table);
    unit->table = table;
    return TRUE;
}

gboolean rk_use_follow_rows(RkUnit *unit, RkUse *use, GError **error)
{
    const RkValue *text = rk_value_get(rk_value_get(use->definition, "value"), "expr");
    RkDocument *scratch = unit->plotting->scratch;
    if (text == NULL)
        return TRUE;
    RkPlace place = rk_value_place(text);
    /* Names with two underscores are the drawing's own: they are left out of tables. */
    g_autofree char *name =
        g_strdup_printf("__value_%s_%u_%u", rk_channel_name(use->channel), place.line, place.column);
    if (!add_column(unit, text, name, error))
        return FALSE;
    RkValue *definition = rk_document_map(scratch, place);
    rk_value_put(scratch, definition, "field", place, rk_document_text(scratch, place, name));
    rk_value_put(scratch, definition, "scale", place, rk_document_null(scratch, place));
    rk_value_put(scratch, definition, "title", place, rk_document_null(scratch, place));
    rk_value_put(scratch, definition, "type", place, rk_document_text(scratch, place, "nominal"));
    if (rk_value_has(use->definition, "condition"))
        rk_value_put(scratch, definition, "condition", place, rk_value_get(use->definition, "condition"));
    use->definition = definition;
    use->computed = TRUE;
    return TRUE;
}

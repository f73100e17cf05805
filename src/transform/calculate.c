/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * calculate: a new column from an expression; several when it gives lists or maps. A number that is not finite is no
 * number to rank or to draw: it is missing, and that is said, save in figures that follow Vega.
 */
#include "transform/verb.h"

static void warn_not_finite(const RkNotFinite *found, const char *name, RkPlace place, const RkTable *input,
                            RkDiagnostics *diagnostics)
{
    if (found->count == 0)
        return;
    g_autofree char *row = rk_row_words(input, found->first);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "filter such rows out, or give null for them",
                       "calculate: %" G_GSIZE_FORMAT " number%s of column \"%s\" %s not finite and %s missing, %s %s",
                       found->count, found->count == 1 ? "" : "s", name, found->count == 1 ? "is" : "are",
                       found->count == 1 ? "becomes" : "become", found->count == 1 ? "in" : "the first in", row);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *text = rk_value_get(options, "calculate");
    const char *name = rk_value_text_or(rk_value_get(options, "as"), "");
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    if (expression == NULL)
        return NULL;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    RkNotFinite not_finite = {0};
    if (!rk_expression_columns(expression, input, name, context->scope, context->like_vega ? NULL : &not_finite,
                               columns, error))
        return NULL;
    warn_not_finite(&not_finite, name, rk_value_place(text), input, context->diagnostics);
    /* What was nested under the name before is replaced, too. */
    g_autoptr(RkTable) table = columns->len > 1 ? rk_table_without_family(input, name) : rk_table_ref(input);
    for (guint i = 0; i < columns->len; i++) {
        RkTable *next = rk_table_with_column(table, columns->pdata[i]);
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}

static const RkProperty properties[] = {
    {.name = "calculate", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "an expression"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "name of the new column"},
    {NULL}};
static const RkShape shape = {.name = "a calculate transform", .properties = properties};

const RkTransform rk_transform_calculate = {
    .name = "calculate", .summary = "add a column computed by an expression", .shape = &shape, .apply = apply};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts: named numbers and texts that a figure works out from its data, so that titles and notes quote what the data
 * say instead of what somebody typed. A fact is one value: a query that leaves none or several rows is an error.
 */
#include "plot/plot-private.h"

#include <string.h>

#include "base/format.h"

static gboolean single_value(RkPlotting *plotting, const char *name, const RkValue *fact, GError **error)
{
    g_autoptr(RkTable) input = rk_value_has(fact, "data")
                                   ? rk_plotting_data(plotting, rk_value_get(fact, "data"), error)
                                   : rk_plotting_view_table(plotting, rk_figure_view(plotting->figure), error);
    if (input == NULL)
        return FALSE;
    RkTransformContext context;
    rk_plotting_transform_context(plotting, &context);
    g_autoptr(RkTable) table = rk_transform_apply_list(rk_value_get(fact, "transform"), input, &context, error);
    if (table == NULL)
        return FALSE;
    const RkValue *field = rk_value_get(fact, "field");
    const RkColumn *column = rk_table_require(table, rk_value_text_or(field, ""), rk_value_place(field), error);
    if (column == NULL)
        return FALSE;
    if (rk_table_rows(table) != 1) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(fact), "add filters or an aggregate until one row is left",
                     "the fact \"%s\" has %" G_GSIZE_FORMAT " rows instead of one", name, rk_table_rows(table));
        return FALSE;
    }
    if (rk_column_is_missing(column, 0)) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(fact), NULL, "the fact \"%s\" is missing in the data", name);
        return FALSE;
    }
    RkScalar scalar = rk_scalar_from_column(column, 0);
    rk_scope_set(plotting->scope, name, scalar);
    return TRUE;
}

static gboolean from_expression(RkPlotting *plotting, const char *name, const RkValue *text, GError **error)
{
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, plotting->scope, &scalar, error))
        return FALSE;
    rk_scope_set(plotting->scope, name, scalar);
    return TRUE;
}

/** Words such as "third" or "two thirds" cannot be filled in: a figure states what they rest on, and fails when the
 * data say otherwise. */
static gboolean as_expected(RkPlotting *plotting, const char *name, const RkValue *expect, GError **error)
{
    if (expect == NULL)
        return TRUE;
    const char *text = rk_value_text_or(expect, "");
    g_autoptr(RkExpression) expression = rk_expression_parse(text, rk_value_place(expect), error);
    RkScalar truth, fact;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, plotting->scope, &truth, error))
        return FALSE;
    if (truth.kind == RK_SCALAR_BOOLEAN && truth.number != 0)
        return TRUE;
    rk_scope_get(plotting->scope, name, &fact);
    g_autofree char *value = rk_scalar_write(fact);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(expect), "reword the figure, or mend the data",
                 "the fact \"%s\" is %s, but the words of the figure rest on %s", name, value, text);
    return FALSE;
}

gboolean rk_plotting_facts(RkPlotting *plotting, GError **error)
{
    const RkValue *facts = rk_value_get(rk_figure_root(plotting->figure), "facts");
    for (guint i = 0; i < rk_value_length(facts); i++) {
        const char *name = rk_value_key_at(facts, i);
        const RkValue *fact = rk_value_at(facts, i);
        const RkValue *expression = rk_value_get(fact, "expr");
        gboolean done = expression != NULL ? from_expression(plotting, name, expression, error)
                                           : single_value(plotting, name, fact, error);
        if (!done || !as_expected(plotting, name, rk_value_get(fact, "expect"), error))
            return FALSE;
    }
    return TRUE;
}

static char *formatted(RkPlotting *plotting, RkScalar scalar, const char *specifier, RkPlace place, GError **error)
{
    if (scalar.kind == RK_SCALAR_TIME && specifier != NULL)
        return rk_format_time(specifier, scalar.number, plotting->locale);
    if (scalar.kind != RK_SCALAR_NUMBER)
        return rk_scalar_write(scalar);
    char *text = rk_format_number(specifier != NULL ? specifier : "", scalar.number, plotting->locale, error);
    if (text == NULL && error != NULL)
        rk_error_locate(*error, place);
    return text;
}

static gboolean append_fact(RkPlotting *plotting, GString *out, const char *inside, gsize length, RkPlace place,
                            GError **error)
{
    g_autofree char *name = g_strndup(inside, length);
    char *specifier = strchr(name, ':');
    if (specifier != NULL)
        *specifier++ = '\0';
    RkScalar scalar;
    if (!rk_scope_get(plotting->scope, name, &scalar)) {
        rk_error_set(error, RK_ERROR_SPEC, place, "name it under `facts`, or write {{ for a brace",
                     "there is no fact \"%s\"", name);
        return FALSE;
    }
    g_autofree char *text = formatted(plotting, scalar, specifier, place, error);
    if (text == NULL)
        return FALSE;
    g_string_append(out, text);
    return TRUE;
}

const char *rk_plotting_interpolate(RkPlotting *plotting, const RkValue *text, GError **error)
{
    const char *from = rk_value_text_or(text, NULL);
    if (from == NULL || !rk_value_has(rk_figure_root(plotting->figure), "facts"))
        return from;
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = from; *at != '\0'; at++) {
        if ((at[0] == '{' && at[1] == '{') || (at[0] == '}' && at[1] == '}')) {
            g_string_append_c(out, *at++);
            continue;
        }
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        if (*at == '{' && end == NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(text), "write {{ for a brace",
                         "a brace is opened and never closed");
            return NULL;
        }
        if (end == NULL) {
            g_string_append_c(out, *at);
            continue;
        }
        if (!append_fact(plotting, out, at + 1, (gsize)(end - at - 1), rk_value_place(text), error))
            return NULL;
        at = end;
    }
    return g_string_chunk_insert(plotting->strings, out->str);
}

gboolean rk_plotting_number(RkPlotting *plotting, const RkValue *value, double *number, GError **error)
{
    if (rk_value_is(value, RK_VALUE_NUMBER)) {
        *number = rk_value_number_or(value, 0);
        return TRUE;
    }
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(value, ""), rk_value_place(value), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, plotting->scope, &scalar, error))
        return FALSE;
    if (scalar.kind != RK_SCALAR_NUMBER && scalar.kind != RK_SCALAR_TIME) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "\"%s\" does not give a number",
                     rk_value_text_or(value, ""));
        return FALSE;
    }
    *number = scalar.number;
    return TRUE;
}

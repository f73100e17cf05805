/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts in the words and numbers of a figure: titles and notes quote what the data say, benchmarks stand where an
 * expression over facts puts them. Working facts out is transform/facts.c.
 */
#include "plot/plot-private.h"

const char *rk_plotting_interpolate(RkPlotting *plotting, const RkValue *text, GError **error)
{
    const char *from = rk_value_text_or(text, NULL);
    if (from == NULL || !rk_value_has(rk_figure_root(plotting->figure), "facts"))
        return from;
    g_autofree char *words = rk_interpolate(plotting->scope, from, rk_value_place(text), error);
    return words == NULL ? NULL : g_string_chunk_insert(plotting->strings, words);
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

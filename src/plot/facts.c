/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts in the words and numbers of a figure: titles and notes quote what the data say, benchmarks stand where an
 * expression over facts puts them. Working facts out is transform/facts.c.
 */
#include "plot/plot-private.h"

#include <math.h>

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
    *number = rk_value_number_or(value, NAN);
    if (isfinite(*number))
        return TRUE;
    if (!rk_value_is(value, RK_VALUE_TEXT)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "%s stands where a finite number is needed",
                     rk_value_kind_name(value));
        return FALSE;
    }
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(value, ""), rk_value_place(value), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, plotting->scope, &scalar, error))
        return FALSE;
    if ((scalar.kind != RK_SCALAR_NUMBER && scalar.kind != RK_SCALAR_TIME) || !isfinite(scalar.number)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "\"%s\" does not give a finite number",
                     rk_value_text_or(value, ""));
        return FALSE;
    }
    *number = scalar.number;
    return TRUE;
}

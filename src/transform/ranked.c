/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs that rank have in common: rows that are shown but not ranked, and the order of equal values.
 */
#include "transform/ranked.h"

#include <math.h>

RkColumn *rk_ranked_values(const RkColumn *column, const RkValue *exclude, const RkTable *input, const RkScope *scope,
                           GError **error)
{
    gsize rows = rk_table_rows(input);
    g_autofree double *made = NULL;
    double *values = g_memdup2(rk_column_doubles(column, &made), rows * sizeof *values);
    g_autoptr(RkColumn) copy = rk_column_new_numbers(rk_column_name(column), values, rows);
    g_autofree guint8 *excluded = g_new0(guint8, rows);
    if (exclude != NULL && !rk_predicate_test(exclude, input, scope, excluded, error))
        return NULL;
    for (gsize row = 0; row < rows; row++)
        if (excluded[row])
            values[row] = NAN;
    return rk_column_with(copy, NULL, rk_column_unit(column), NULL);
}

gboolean rk_ranked_tie_break(const RkValue *name, const RkTable *input, guint32 **keys, GError **error)
{
    gsize rows = rk_table_rows(input);
    *keys = NULL;
    if (name == NULL)
        return TRUE;
    const RkColumn *column = rk_table_require(input, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column == NULL)
        return FALSE;
    if (rk_column_type(column) != RK_COLUMN_TEXT) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), NULL, "tiebreak by %s column \"%s\": text is needed",
                     rk_column_type_name(rk_column_type(column)), rk_column_name(column));
        return FALSE;
    }
    g_autofree guint32 *places = rk_word_places(column);
    *keys = g_new(guint32, rows);
    for (gsize row = 0; row < rows; row++) {
        guint32 code = rk_column_codes(column)[row];
        (*keys)[row] = code == RK_TEXT_MISSING ? G_MAXUINT32 : places[code];
    }
    return TRUE;
}

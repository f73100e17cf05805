/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading what the options of several verbs have in common: columns by name, names of results.
 */
#include "transform/transform-private.h"

#include <math.h>

GPtrArray *rk_option_columns(const RkValue *names, const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    guint count = rk_value_is(names, RK_VALUE_TEXT) ? 1 : rk_value_length(names);
    for (guint i = 0; i < count; i++) {
        const RkValue *name = rk_value_is(names, RK_VALUE_TEXT) ? names : rk_value_at(names, i);
        const RkColumn *column = rk_table_require(table, rk_value_text_or(name, ""), rk_value_place(name), error);
        if (column == NULL)
            return NULL;
        g_ptr_array_add(columns, (gpointer)column);
    }
    return g_steal_pointer(&columns);
}

GPtrArray *rk_option_keys(const RkValue *names, const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) columns = rk_option_columns(names, table, error);
    if (columns == NULL)
        return NULL;
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < columns->len; i++)
        if (!g_ptr_array_find(keys, g_ptr_array_index(columns, i), NULL))
            g_ptr_array_add(keys, g_ptr_array_index(columns, i));
    return keys;
}

RkTable *rk_results_table(const GPtrArray *columns, gsize rows, RkPlace place, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < columns->len; i++) {
        const char *name = rk_column_name(g_ptr_array_index(columns, i));
        if (g_hash_table_add(names, (gpointer)name))
            continue;
        rk_error_set(error, RK_ERROR_SPEC, place, "give each result a name of its own with \"as\"",
                     "two columns named \"%s\"", name);
        return NULL;
    }
    return rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rows, NULL);
}

gboolean rk_column_check_frequency(const RkColumn *column, const char *verb, RkPlace place, GError **error)
{
    const guint8 *frequencies = rk_column_frequencies(column);
    gsize first = 0, other;
    if (frequencies == NULL)
        return TRUE;
    while (rk_column_is_missing(column, first))
        first++;
    for (other = first; frequencies[other] == frequencies[first] || rk_column_is_missing(column, other);)
        other++;
    g_autofree char *one = rk_column_write(column, first);
    g_autofree char *two = rk_column_write(column, other);
    g_autofree char *hint = g_strdup_printf("filter to one of them: frequency(datum.%s) == '%s'",
                                            rk_column_name(column), rk_frequency_name((RkFrequency)frequencies[first]));
    rk_error_set(error, RK_ERROR_DATA, place, hint, "%s: \"%s\" holds periods of several frequencies, %s and %s", verb,
                 rk_column_name(column), one, two);
    return FALSE;
}

const RkColumn *rk_option_column(const RkValue *name, const RkTable *table, const char *verb, GError **error)
{
    const RkColumn *column = rk_table_require(table, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column != NULL && !rk_column_check_frequency(column, verb, rk_value_place(name), error))
        return NULL;
    if (column == NULL || rk_column_type(column) != RK_COLUMN_TEXT)
        return column;
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), "name a column of numbers", "%s of text column \"%s\"",
                 verb, rk_column_name(column));
    rk_error_set_textual(error, rk_column_name(column));
    return NULL;
}

const char *rk_option_as(const RkValue *as, guint index, const char *otherwise)
{
    if (rk_value_is(as, RK_VALUE_TEXT))
        return index == 0 ? rk_value_text_or(as, otherwise) : otherwise;
    return rk_value_text_or(rk_value_at(as, index), otherwise);
}

const double *rk_column_doubles(const RkColumn *column, double **made)
{
    *made = NULL;
    const guint8 *booleans = rk_column_booleans(column);
    if (booleans == NULL)
        return rk_column_numbers(column);
    gsize rows = rk_column_length(column);
    *made = g_new(double, rows);
    for (gsize row = 0; row < rows; row++)
        (*made)[row] = booleans[row] == RK_BOOLEAN_MISSING ? NAN : booleans[row];
    return *made;
}

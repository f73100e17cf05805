/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some columns of a table by name, in the order of the table. A name that is not there is an error, whatever else is.
 */
#include "cli/selection.h"

RkTable *rk_selection_columns(const RkTable *table, const char *const *names, const char *path, GError **error)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; names[i] != NULL; i++)
        if (rk_table_require(table, names[i], (RkPlace){path, 0, 0}, error) == NULL)
            return NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (g_strv_contains(names, rk_column_name(column)))
            g_ptr_array_add(kept, (gpointer)column);
    }
    return rk_table_new((const RkColumn *const *)kept->pdata, kept->len, rk_table_rows(table), table);
}

static gboolean has_all(const RkTable *table, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (rk_table_find(table, names[i]) == NULL)
            return FALSE;
    return TRUE;
}

RkTable *rk_selection_load_columns(const char *path, const RkReading *reading, char **where, const char *const *columns,
                                   RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkTable) table = rk_selection_load_some(path, reading, where, columns, diagnostics, error);
    /* All of them, so that the error can name the one that was meant. */
    if (table != NULL && columns != NULL && !has_all(table, columns) && !g_str_equal(path, "-")) {
        g_clear_pointer(&table, rk_table_unref);
        table = rk_selection_load_some(path, reading, where, NULL, NULL, error);
    }
    if (table == NULL || columns == NULL)
        return g_steal_pointer(&table);
    return rk_selection_columns(table, columns, rk_selection_name(path), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that the command line gives, found in the data by themselves or by their code. One that is not there is an
 * error, never passed over.
 */
#include "cli/selection.h"

GPtrArray *rk_selection_names(const RkTable *table, const RkColumn *names, char **wanted, const char *path,
                              GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    const RkColumn *geo = rk_table_find(table, "geo");
    gboolean coded = geo != NULL && rk_column_type(geo) == RK_COLUMN_TEXT;
    for (; wanted != NULL && *wanted != NULL; wanted++) {
        gsize row = 0, rows = rk_table_rows(table);
        while (row < rows && g_strcmp0(rk_column_text(names, row), *wanted) != 0 &&
               !(coded && g_strcmp0(rk_column_text(geo, row), *wanted) == 0))
            row++;
        if (row == rows) {
            rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, NULL, "--highlight: no %s is called \"%s\"",
                         rk_column_name(names), *wanted);
            return NULL;
        }
        g_ptr_array_add(found, (gpointer)rk_column_text(names, row));
    }
    return g_steal_pointer(&found);
}

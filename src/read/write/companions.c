/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units and flags that come with a value without standing in a column, or in other words than in their column, get one:
 * written text knows columns only.
 */
#include "read/write/write-private.h"

gboolean rk_write_same_texts(const RkColumn *left, const RkColumn *right)
{
    gsize rows = left != NULL ? rk_column_length(left) : right != NULL ? rk_column_length(right) : 0;
    for (gsize row = 0; left != right && row < rows; row++) {
        const char *one = left != NULL ? rk_column_text(left, row) : NULL;
        const char *other = right != NULL ? rk_column_text(right, row) : NULL;
        if (g_strcmp0(one, other) != 0)
            return FALSE;
    }
    return TRUE;
}

const RkColumn *rk_write_role(const RkTable *table, RkColumnRole role)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_role(rk_column_name(column)) == role && rk_column_type(column) == RK_COLUMN_TEXT)
            return column;
    }
    return NULL;
}

/* The column that readers take units and flags for: that of a measure's name, else the only one of numbers. */
static const RkColumn *measure_of(const RkTable *table)
{
    const RkColumn *only = NULL;
    guint numbers = 0;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_role(rk_column_name(column)) == RK_ROLE_MEASURE)
            return column;
        only = rk_column_type(column) == RK_COLUMN_NUMBER ? column : only;
        numbers += rk_column_type(column) == RK_COLUMN_NUMBER;
    }
    return numbers == 1 ? only : NULL;
}

/* Adds a companion under a name of its own, before the column that would be taken for it. */
static gboolean add(GPtrArray *columns, const RkTable *table, const RkColumn *companion, RkColumnRole role,
                    const char *name, GError **error)
{
    const RkColumn *known = rk_write_role(table, role);
    guint at = columns->len;
    if (companion == NULL || rk_write_same_texts(companion, known))
        return TRUE;
    if (rk_table_find(table, name) != NULL)
        return rk_write_refuse(error, "rename that column", "the column \"%s\" does not say what comes with the values",
                               name);
    for (guint i = 0; known != NULL && i < columns->len; i++)
        at = g_strcmp0(rk_column_name(columns->pdata[i]), rk_column_name(known)) == 0 ? i : at;
    g_ptr_array_insert(columns, (gint)at, rk_column_with(companion, name, NULL, NULL));
    return TRUE;
}

RkTable *rk_write_companions(const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    const RkColumn *measure = measure_of(table);
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(columns, rk_column_ref(rk_table_column(table, i)));
    if (measure != NULL && (!add(columns, table, rk_column_unit(measure), RK_ROLE_UNIT, "unit", error) ||
                            !add(columns, table, rk_column_flag(measure), RK_ROLE_FLAG, "flag", error)))
        return NULL;
    return rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rk_table_rows(table), table);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Observations of SDMX-CSV that stand twice. The file does not say which of its columns are dimensions: rows that
 * differ in nothing but the value and well-known attributes are the same observation, and refused; rows that also
 * differ in a column behind the value, where attributes stand, get a warning. What rows with ACTION delete is looked at
 * in sdmx-deletions.c.
 */
#include "read/infer-private.h"
#include "read/row-key-private.h"
#include "read/sdmx-private.h"

#include <string.h>

#define RK_SDMX_ALL_ROWS                                                                                               \
    "keep one of the two, apply the changes first, or have all rows as they stand with format.type: csv, or "          \
    "--delimiter"

gboolean rk_sdmx_is_attribute(const char *name)
{
    static const char *const attributes[] = {RK_SDMX_ACTION, RK_SDMX_CONFIDENTIAL, RK_SDMX_MULTIPLIER,
                                             "LAST UPDATE",  "DECIMALS",           NULL};
    return g_strv_contains(attributes, name);
}

gboolean rk_sdmx_is_key(const RkSdmxColumn *column)
{
    static const char *const values[] = {RK_SDMX_VALUE, "reason", NULL};
    return !rk_sdmx_is_attribute(column->name) && !g_strv_contains(values, column->name) &&
           rk_column_role(column->name) != RK_ROLE_FLAG;
}

GPtrArray *rk_sdmx_key_names(const GPtrArray *header, gboolean before)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < header->len; i++) {
        const RkSdmxColumn *column = header->pdata[i];
        if (before && strcmp(column->name, RK_SDMX_VALUE) == 0)
            break;
        if (rk_sdmx_is_key(column))
            g_ptr_array_add(names, column->name);
    }
    return names;
}

static gboolean has_name(const GPtrArray *names, const char *name)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *)names, name, g_str_equal, NULL);
}

/* What tells two rows apart that have the same codes before the value. */
static const char *difference_of(const RkTable *table, const GPtrArray *names, gsize one, gsize other)
{
    for (guint i = 0; i < names->len; i++) {
        const RkColumn *column = rk_table_find(table, names->pdata[i]);
        g_autofree char *left = rk_column_write(column, one), *right = rk_column_write(column, other);
        if (g_strcmp0(left, right) != 0)
            return names->pdata[i];
    }
    return "";
}

static void warn(const RkTable *table, const GPtrArray *header, const GPtrArray *names, RkDiagnostics *diagnostics)
{
    g_autoptr(GPtrArray) first = rk_sdmx_key_names(header, TRUE);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, first);
    gsize before = 0, again = 0;
    /* Dimensions come first, as everybody writes them, when the time is among them. */
    if (columns == NULL || first->len == names->len || !has_name(first, RK_SDMX_TIME) ||
        !rk_row_key_repeats(columns, rk_table_rows(table), &before, &again))
        return;
    g_autofree char *shown = rk_row_key_show(columns, again);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_table_origin(table, again),
                       "if that is no dimension, choose one of them with a filter",
                       "the codes \"%s\" of line %u stand here a second time, and only \"%s\" differs", shown,
                       rk_table_origin(table, before).line, difference_of(table, names, before, again));
}

gboolean rk_sdmx_check_keys(const RkTable *observations, const GPtrArray *header, RkDiagnostics *diagnostics,
                            GError **error)
{
    g_autoptr(GPtrArray) names = rk_sdmx_key_names(header, FALSE);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(observations, names);
    if (columns == NULL || rk_table_find(observations, RK_SDMX_VALUE) == NULL)
        return TRUE;
    if (!rk_row_key_check(observations, columns, RK_SDMX_ALL_ROWS, error))
        return FALSE;
    warn(observations, header, names, diagnostics);
    return TRUE;
}

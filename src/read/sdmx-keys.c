/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Observations of SDMX-CSV that stand twice. The file does not say which of its columns are dimensions: rows that
 * differ in nothing but the value and well-known attributes are the same observation, and refused; rows that also
 * differ in a column behind the value, where attributes stand, get a warning. Messages that change others (ACTION) are
 * not applied: one that deletes an observation of its own file is refused.
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

/* Names of the columns of the key; of those before the value when `before`. */
static GPtrArray *names_of(const GPtrArray *header, gboolean before)
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
    g_autoptr(GPtrArray) first = names_of(header, TRUE);
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
    g_autoptr(GPtrArray) names = names_of(header, FALSE);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(observations, names);
    if (columns == NULL || rk_table_find(observations, RK_SDMX_VALUE) == NULL)
        return TRUE;
    if (!rk_row_key_check(observations, columns, RK_SDMX_ALL_ROWS, error))
        return FALSE;
    warn(observations, header, names, diagnostics);
    return TRUE;
}

/* Rows that delete, by their codes before the value: the last of each key. */
static GHashTable *deletions_of(const RkTable *table, const RkColumn *action, const RkKeyColumns *columns)
{
    GHashTable *deletions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++)
        if (rk_sdmx_deletes(action, row))
            g_hash_table_insert(deletions, rk_row_key(columns, row), GSIZE_TO_POINTER(row));
    return deletions;
}

static void refuse(const RkTable *table, const RkKeyColumns *columns, gsize before, gsize deletion, GError **error)
{
    g_autofree char *shown = rk_row_key_show(columns, before);
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, deletion),
                 "leave both lines out, or apply the changes first",
                 "the observation \"%s\" of line %u is deleted here", shown, rk_table_origin(table, before).line);
}

gboolean rk_sdmx_check_deletions(const RkTable *table, const GPtrArray *header, const RkColumn *action, GError **error)
{
    g_autoptr(GPtrArray) names = names_of(header, TRUE);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, names);
    if (columns == NULL || !has_name(names, RK_SDMX_TIME))
        return TRUE;
    g_autoptr(GHashTable) deletions = deletions_of(table, action, columns);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        gpointer deletion;
        if (rk_sdmx_deletes(action, row))
            continue;
        g_autofree char *key = rk_row_key(columns, row);
        if (!g_hash_table_lookup_extended(deletions, key, NULL, &deletion) || GPOINTER_TO_SIZE(deletion) < row)
            continue;
        refuse(table, columns, row, GPOINTER_TO_SIZE(deletion), error);
        return FALSE;
    }
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of SDMX-CSV that delete (ACTION D). Messages are not applied: a row that deletes an observation which stands
 * before it in the file is refused. To delete what is not there is no mistake, nor what stands behind it. A code that a
 * row leaves empty or switches off stands for all codes, so that one row can delete a whole series.
 */
#include "read/row-key-private.h"
#include "read/sdmx-private.h"

#include "base/limits.h"

#include <string.h>

/* Ways of leaving codes out: all rows are looked through once for each. */
enum { MOST_WAYS = 64 };

/* The last row that deletes, by the codes that it gives. */
typedef struct {
    RkKeyColumns *given; /* columns, borrowed */
    GHashTable *rows;
} Way;

static void way_free(gpointer data)
{
    Way *way = data;
    g_ptr_array_unref(way->given);
    g_hash_table_unref(way->rows);
    g_free(way);
}

static gboolean is_given(const RkColumn *column, gsize row)
{
    if (rk_column_is_missing(column, row))
        return FALSE;
    return rk_column_type(column) != RK_COLUMN_TEXT || strcmp(rk_column_text(column, row), "~") != 0;
}

static RkKeyColumns *given_in(const RkKeyColumns *columns, gsize row)
{
    RkKeyColumns *given = g_ptr_array_new();
    for (guint i = 0; i < columns->len; i++)
        if (is_given(columns->pdata[i], row))
            g_ptr_array_add(given, columns->pdata[i]);
    return given;
}

static gboolean is_same(const RkKeyColumns *left, const RkKeyColumns *right)
{
    return left->len == right->len && memcmp(left->pdata, right->pdata, left->len * sizeof *left->pdata) == 0;
}

/* The way of the row, a new one when no row before it had it. */
static Way *way_of(GPtrArray *ways, const RkKeyColumns *columns, gsize row)
{
    g_autoptr(GPtrArray) given = given_in(columns, row);
    for (guint i = 0; i < ways->len; i++)
        if (is_same(((Way *)ways->pdata[i])->given, given))
            return ways->pdata[i];
    Way *way = g_new(Way, 1);
    *way = (Way){g_steal_pointer(&given), g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_ptr_array_add(ways, way);
    return way;
}

static GPtrArray *ways_of(const RkTable *table, const RkColumn *action, const RkKeyColumns *columns, GError **error)
{
    g_autoptr(GPtrArray) ways = g_ptr_array_new_with_free_func(way_free);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        if (!rk_sdmx_deletes(action, row))
            continue;
        Way *way = way_of(ways, columns, row);
        if (ways->len > MOST_WAYS) {
            rk_error_set(error, RK_ERROR_LIMIT, rk_table_origin(table, row), "apply the changes first",
                         "rows with the action D leave out codes in more than %u ways", MOST_WAYS);
            return NULL;
        }
        g_hash_table_insert(way->rows, rk_row_key(way->given, row), GSIZE_TO_POINTER(row));
    }
    return g_steal_pointer(&ways);
}

static void refuse(const RkTable *table, const RkKeyColumns *columns, gsize before, gsize deletion, GError **error)
{
    g_autofree char *shown = rk_row_key_show(columns, before);
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, deletion),
                 "leave both lines out, or apply the changes first",
                 "the observation \"%s\" of line %u is deleted here", shown, rk_table_origin(table, before).line);
}

/* FALSE with an error when the observation in a row is deleted behind it. */
static gboolean check_row(const GPtrArray *ways, const RkTable *table, const RkKeyColumns *columns, gsize row,
                          GError **error)
{
    for (guint i = 0; i < ways->len; i++) {
        const Way *way = ways->pdata[i];
        gpointer deletion;
        g_autofree char *key = rk_row_key(way->given, row);
        if (!g_hash_table_lookup_extended(way->rows, key, NULL, &deletion) || GPOINTER_TO_SIZE(deletion) < row)
            continue;
        refuse(table, columns, row, GPOINTER_TO_SIZE(deletion), error);
        return FALSE;
    }
    return TRUE;
}

gboolean rk_sdmx_check_deletions(const RkTable *table, const GPtrArray *header, const RkColumn *action, GError **error)
{
    g_autoptr(GPtrArray) names = rk_sdmx_key_names(header, TRUE);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, names);
    if (columns == NULL || !g_ptr_array_find_with_equal_func(names, RK_SDMX_TIME, g_str_equal, NULL))
        return TRUE;
    g_autoptr(GPtrArray) ways = ways_of(table, action, columns, error);
    for (gsize row = 0; ways != NULL && row < rk_table_rows(table); row++)
        if (!rk_sdmx_deletes(action, row) && !check_row(ways, table, columns, row, error))
            return FALSE;
    return ways != NULL;
}

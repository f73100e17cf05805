/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tells rows apart, and rows that nothing tells apart.
 */
#include <math.h>
#include <string.h>

#include "cli/inspection.h"
#include "table/companions.h"

/* "gdp_flag" beside numbers that are called "gdp". */
static gboolean is_said_of_numbers(const RkTable *table, const RkColumn *column)
{
    gsize length = 0;
    RkColumnRole role = rk_role_of_one(rk_column_name(column), &length);
    if (role != RK_ROLE_FLAG && role != RK_ROLE_REASON)
        return FALSE;
    g_autofree char *of = g_strndup(rk_column_name(column), length);
    const RkColumn *numbers = rk_table_find(table, of);
    return numbers != NULL && rk_column_type(numbers) == RK_COLUMN_NUMBER;
}

int rk_inspect_by_number(gconstpointer left, gconstpointer right)
{
    double one = *(const double *)left, other = *(const double *)right;
    return (one > other) - (one < other);
}

gboolean rk_inspect_is_key(const RkTable *table, const RkColumn *column)
{
    static const char *const said[] = {"CONF_STATUS", "LAST UPDATE", "DATAFLOW", "Flag Codes", "Flags", NULL};
    RkColumnRole role = rk_column_role(rk_column_name(column));
    RkColumnType type = rk_column_type(column);
    /* Years that no date can have tell rows apart as those do that can. */
    if (type == RK_COLUMN_NUMBER)
        return rk_name_says_time(rk_column_name(column));
    /* A unit is a code like others where it tells rows apart, which only a look at the rows could say. */
    return (type == RK_COLUMN_TEXT || type == RK_COLUMN_TIME) && !is_said_of_numbers(table, column) &&
           role != RK_ROLE_FLAG && role != RK_ROLE_REASON && !g_strv_contains(said, rk_column_name(column));
}

GPtrArray *rk_inspect_keys(const RkTable *table, gboolean with_time)
{
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_inspect_is_key(table, column) && (with_time || rk_column_type(column) == RK_COLUMN_TEXT))
            g_ptr_array_add(keys, (gpointer)column);
    }
    return keys;
}

static int compare_numbers(double left, double right)
{
    if (isnan(left) || isnan(right))
        return (int)isnan(left) - (int)isnan(right);
    return (left > right) - (left < right);
}

static int compare_cells(const RkColumn *column, guint32 left, guint32 right)
{
    const guint32 *codes = rk_column_codes(column);
    if (codes != NULL)
        return (codes[left] > codes[right]) - (codes[left] < codes[right]);
    int order = compare_numbers(rk_column_numbers(column)[left], rk_column_numbers(column)[right]);
    /* A year and its first quarter begin together. */
    return order != 0 ? order : (int)rk_column_frequency_at(column, left) - (int)rk_column_frequency_at(column, right);
}

static int compare_keys(const GPtrArray *columns, guint32 left, guint32 right)
{
    for (guint i = 0; i < columns->len; i++) {
        int order = compare_cells(columns->pdata[i], left, right);
        if (order != 0)
            return order;
    }
    return 0;
}

static int compare_rows(gconstpointer left, gconstpointer right, gpointer columns)
{
    guint32 one = *(const guint32 *)left, other = *(const guint32 *)right;
    int order = compare_keys(columns, one, other);
    return order != 0 ? order : (one > other) - (one < other);
}

gboolean rk_inspect_same(const GPtrArray *columns, guint32 left, guint32 right)
{
    return compare_keys(columns, left, right) == 0;
}

guint32 *rk_inspect_sort(const GPtrArray *columns, gsize rows)
{
    guint32 *order = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        order[row] = (guint32)row;
    g_qsort_with_data(order, (int)rows, sizeof *order, compare_rows, (gpointer)columns);
    return order;
}

/* "geo LT, time 2020": what two rows share. Free with g_free(). */
static char *describe_key(const GPtrArray *columns, gsize row)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < columns->len; i++) {
        g_autofree char *word = rk_column_write(columns->pdata[i], row);
        g_string_append_printf(text, "%s%s %s", i > 0 ? ", " : "", rk_column_name(columns->pdata[i]),
                               word != NULL ? word : "missing");
    }
    return g_string_free(text, FALSE);
}

static char *place_of(const RkTable *table, gsize row)
{
    guint line = rk_table_origin(table, row).line;
    return line > 0 ? g_strdup_printf("line %u", line) : g_strdup_printf("row %" G_GSIZE_FORMAT, row + 1);
}

/* Shown in detail. */
#define MOST_SHOWN 5

void rk_inspect_duplicates(const RkTable *table, RkSheet *sheet)
{
    gsize rows = rk_table_rows(table), count = 0;
    g_autoptr(GPtrArray) keys = rk_inspect_keys(table, TRUE);
    rk_sheet_add_column(sheet, "codes", "codes", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "first", "first", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "again", "again", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    if (keys->len == 0 || rows > G_MAXINT)
        return;
    g_autofree guint32 *order = rk_inspect_sort(keys, rows);
    for (gsize at = 1; at < rows; at++) {
        if (!rk_inspect_same(keys, order[at - 1], order[at]) || count++ >= MOST_SHOWN)
            continue;
        g_autofree char *key = describe_key(keys, order[at]), *first = place_of(table, order[at - 1]);
        g_autofree char *again = place_of(table, order[at]);
        rk_sheet_add_row(sheet, FALSE);
        rk_sheet_set_text(sheet, 0, key);
        rk_sheet_set_text(sheet, 1, first);
        rk_sheet_set_text(sheet, 2, again);
    }
    if (count > 0)
        rk_sheet_note(sheet, "Rows with the codes of another one: %" G_GSIZE_FORMAT ".", count);
}

static gboolean has_missing(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (rk_column_is_missing(column, row))
            return TRUE;
    return FALSE;
}

static gboolean tells_rows_apart(GPtrArray *keys, gsize rows)
{
    if (rows > G_MAXINT)
        return FALSE;
    g_autofree guint32 *order = rk_inspect_sort(keys, rows);
    for (gsize at = 1; at < rows; at++)
        if (rk_inspect_same(keys, order[at - 1], order[at]))
            return FALSE;
    return TRUE;
}

GPtrArray *rk_inspect_series_keys(const RkTable *table)
{
    GPtrArray *all = rk_inspect_keys(table, FALSE);
    g_autoptr(GPtrArray) whole = rk_inspect_keys(table, TRUE);
    gboolean remarks = FALSE;
    for (guint i = whole->len; i > 0; i--)
        if (rk_column_type(whole->pdata[i - 1]) == RK_COLUMN_TEXT && has_missing(whole->pdata[i - 1])) {
            g_ptr_array_remove_index(whole, i - 1);
            remarks = TRUE;
        }
    if (!remarks || !tells_rows_apart(whole, rk_table_rows(table)))
        return all;
    for (guint i = all->len; i > 0; i--)
        if (has_missing(all->pdata[i - 1]))
            g_ptr_array_remove_index(all, i - 1);
    return all;
}

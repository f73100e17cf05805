/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grouping rows into series by the channels that part them, and ordering them along the dimension of the mark.
 */
#include "plot/series.h"

#include <math.h>

static const RkChannel parting[] = {RK_CHANNEL_COLOR,        RK_CHANNEL_FILL,           RK_CHANNEL_STROKE,
                                    RK_CHANNEL_OPACITY,      RK_CHANNEL_STROKE_OPACITY, RK_CHANNEL_FILL_OPACITY,
                                    RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_STROKE_DASH,    RK_CHANNEL_DETAIL,
                                    RK_CHANNEL_X_OFFSET,     RK_CHANNEL_Y_OFFSET};

static void series_free(gpointer data)
{
    RkSeries *series = data;
    g_free(series->rows);
    g_free(series);
}

static void append_key(GString *key, const RkColumn *column, gsize row)
{
    if (rk_column_codes(column) != NULL) {
        g_string_append_printf(key, "%u\x1f", rk_column_codes(column)[row]);
        return;
    }
    g_autofree char *text = rk_column_write(column, row);
    g_string_append_printf(key, "%s\x1f", text != NULL ? text : "");
}

static void key_of(const RkUnit *unit, gsize row, GString *key)
{
    g_string_truncate(key, 0);
    for (guint i = 0; i < G_N_ELEMENTS(parting); i++) {
        const RkUse *use = unit->uses[parting[i]];
        if (use != NULL && use->column != NULL && use->measure != RK_QUANTITATIVE)
            append_key(key, use->column, row);
    }
    for (guint i = 0; unit->details != NULL && i < unit->details->len; i++)
        append_key(key, g_ptr_array_index(unit->details, i), row);
}

typedef struct {
    const RkUnit *unit;
    RkChannel dimension;
    const double *order;
    gboolean backwards;
} Sorting;

static int compare_rows(gconstpointer first, gconstpointer second, gpointer data)
{
    const guint32 a = *(const guint32 *)first, b = *(const guint32 *)second;
    const Sorting *sorting = data;
    double left =
        sorting->order != NULL ? sorting->order[a] : rk_unit_position(sorting->unit, sorting->dimension, a, 0.5);
    double right =
        sorting->order != NULL ? sorting->order[b] : rk_unit_position(sorting->unit, sorting->dimension, b, 0.5);
    if (isnan(left) || isnan(right))
        return isnan(left) - isnan(right);
    if (left == right)
        return a < b ? -1 : 1;
    return (left < right) == sorting->backwards ? 1 : -1;
}

static void sort_series(const RkUnit *unit, RkSeries *series)
{
    const RkUse *order = unit->uses[RK_CHANNEL_ORDER];
    if (order != NULL && order->column == NULL && rk_value_is(order->value, RK_VALUE_NULL))
        return;
    Sorting sorting = {.unit = unit, .dimension = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X};
    if (order != NULL && order->column != NULL)
        sorting.order = rk_column_numbers(order->column);
    sorting.backwards = order != NULL && rk_value_is_text(rk_value_get(order->definition, "sort"), "descending");
    g_qsort_with_data(series->rows, (gint)series->count, sizeof *series->rows, compare_rows, &sorting);
}

static int highlighted_last(gconstpointer first, gconstpointer second)
{
    const RkSeries *a = *(const RkSeries *const *)first, *b = *(const RkSeries *const *)second;
    if (a->highlighted != b->highlighted)
        return a->highlighted ? 1 : -1;
    return a->rows[0] < b->rows[0] ? -1 : a->rows[0] > b->rows[0];
}

/** Puts every row into the series of its key; rows of a series keep the order of the table. */
static GPtrArray *group_rows(const RkUnit *unit)
{
    gsize count = rk_table_rows(unit->table);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GString) key = g_string_new(NULL);
    for (guint32 row = 0; row < count; row++) {
        key_of(unit, row, key);
        GArray *list = g_hash_table_lookup(known, key->str);
        if (list == NULL) {
            list = g_array_new(FALSE, FALSE, sizeof(guint32));
            g_ptr_array_add(lists, list);
            g_hash_table_insert(known, g_strdup(key->str), list);
        }
        g_array_append_val(list, row);
    }
    GPtrArray *all = g_ptr_array_new_with_free_func(series_free);
    for (guint i = 0; i < lists->len; i++) {
        GArray *list = g_ptr_array_index(lists, i);
        RkSeries *series = g_new0(RkSeries, 1);
        series->count = list->len;
        series->rows = g_memdup2(list->data, list->len * sizeof(guint32));
        g_ptr_array_add(all, series);
    }
    return all;
}

GPtrArray *rk_unit_series(const RkUnit *unit)
{
    GPtrArray *all = group_rows(unit);
    for (guint i = 0; i < all->len; i++) {
        RkSeries *series = g_ptr_array_index(all, i);
        series->highlighted = rk_unit_row_highlighted(unit, series->rows[0]);
    }
    g_ptr_array_sort(all, highlighted_last);
    for (guint i = 0; i < all->len; i++)
        sort_series(unit, g_ptr_array_index(all, i));
    return all;
}

guint32 *rk_unit_draw_order(const RkUnit *unit, gsize *count)
{
    *count = rk_table_rows(unit->table);
    guint32 *rows = g_new(guint32, MAX(*count, 1));
    gsize at = 0;
    for (guint pass = 0; pass < 2; pass++) {
        for (guint32 row = 0; row < *count; row++) {
            if (rk_unit_row_highlighted(unit, row) == (pass == 1))
                rows[at++] = row;
        }
    }
    return rows;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grouping rows into series by the channels that part them, and ordering them: along the dimension of the mark, or as
 * the order channel says.
 */
#include "plot/series.h"

#include <math.h>
#include <string.h>

#include "base/large.h"
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/scale.h"

static const RkChannel parting[] = {
    RK_CHANNEL_COLOR,          RK_CHANNEL_FILL,         RK_CHANNEL_STROKE,       RK_CHANNEL_OPACITY,
    RK_CHANNEL_STROKE_OPACITY, RK_CHANNEL_FILL_OPACITY, RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_STROKE_DASH,
    RK_CHANNEL_SIZE,           RK_CHANNEL_DETAIL,       RK_CHANNEL_KEY,          RK_CHANNEL_X_OFFSET,
    RK_CHANNEL_Y_OFFSET};

const RkColumn *rk_unit_series_names(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_STROKE, RK_CHANNEL_DETAIL,
                                         RK_CHANNEL_STROKE_DASH};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        if (use != NULL && use->column != NULL)
            return use->column;
    }
    return NULL;
}

static void series_free(gpointer data)
{
    RkSeries *series = data;
    g_free(series->rows);
    g_free(series);
}

static void append_key(GString *key, const RkColumn *column, gsize row)
{
    gboolean blanks = rk_column_has_blanks(column);
    if (rk_column_codes(column) != NULL && !blanks) {
        g_string_append_printf(key, "%u\x1f", rk_column_codes(column)[row]);
        return;
    }
    g_autofree char *text = rk_column_write(column, row);
    g_string_append_printf(key, "%s\x1f",
                           text != NULL ? text
                           : blanks     ? rk_blank_name(rk_column_blank(column, row))
                                        : "");
}

/** A quantity that is no bin varies along a line of our own figures; the grammar parts lines by any field that is not
 * aggregated, but the width of a trail varies along it. */
static gboolean parts(const RkUnit *unit, const RkUse *use)
{
    if (use->column == NULL)
        return FALSE;
    if (use->channel == RK_CHANNEL_SIZE)
        return unit->plotting->vega_lite && !unit->mark->tapers && !rk_value_has(use->definition, "aggregate");
    if (unit->plotting->vega_lite)
        return !rk_value_has(use->definition, "aggregate");
    return use->measure != RK_QUANTITATIVE || use->channel == RK_CHANNEL_DETAIL || use->channel == RK_CHANNEL_KEY;
}

/** What parts lines where `use` does. In the grammar an offset does not: lines join what it sets apart at one place. */
static const RkUse *parting_use(const RkUnit *unit, const RkUse *use)
{
    gboolean offset = use->channel == RK_CHANNEL_X_OFFSET || use->channel == RK_CHANNEL_Y_OFFSET;
    if (!offset || !unit->plotting->vega_lite)
        return use;
    const RkUse *place = unit->uses[use->channel == RK_CHANNEL_X_OFFSET ? RK_CHANNEL_X : RK_CHANNEL_Y];
    return place != NULL && place->column != use->column && parts(unit, use) ? place : NULL;
}

/* Years and quarters in one column are never one line. */
static void append_frequency(const RkUse *use, gsize row, GString *key)
{
    if (use != NULL && use->column != NULL && rk_column_frequencies(use->column) != NULL)
        g_string_append_printf(key, "%u\x1f", (guint)rk_column_frequency_at(use->column, row));
}

static void key_of(const RkUnit *unit, gsize row, GString *key)
{
    g_string_truncate(key, 0);
    append_frequency(unit->uses[RK_CHANNEL_X], row, key);
    append_frequency(unit->uses[RK_CHANNEL_Y], row, key);
    for (guint i = 0; i < G_N_ELEMENTS(parting); i++) {
        const RkUse *use = unit->uses[parting[i]];
        if (use != NULL && use->column == NULL && use->condition_count == 1)
            use = use->conditions[0].use;
        for (; use != NULL; use = use->next) {
            const RkUse *apart = parting_use(unit, use);
            if (apart != NULL && parts(unit, apart))
                append_key(key, apart->column, row);
        }
    }
}

typedef struct {
    const RkUnit *unit;
    RkChannel dimension;
} Sorting;

/** What is missing stands last, in the grammar first. */
static int compare_missing(const RkUnit *unit, gboolean left, gboolean right)
{
    return unit->plotting->vega_lite ? right - left : left - right;
}

static int compare_numbers(const RkUnit *unit, double left, double right)
{
    if (isnan(left) || isnan(right))
        return compare_missing(unit, isnan(left), isnan(right));
    return left < right ? -1 : left > right;
}

static int compare_cells(const RkUnit *unit, const RkColumn *column, guint32 a, guint32 b)
{
    const double *numbers = rk_column_numbers(column);
    if (numbers != NULL)
        return compare_numbers(unit, numbers[a], numbers[b]);
    const char *left = rk_column_text(column, a), *right = rk_column_text(column, b);
    return left == NULL || right == NULL ? compare_missing(unit, left == NULL, right == NULL) : strcmp(left, right);
}

/** By the fields of the order channel, one after the other. */
static int compare_order(const RkUnit *unit, const RkUse *order, guint32 a, guint32 b)
{
    for (const RkUse *use = order; use != NULL; use = use->next) {
        int result = use->column != NULL ? compare_cells(unit, use->column, a, b) : 0;
        if (result != 0)
            return rk_value_is_text(rk_value_get(use->definition, "sort"), "descending") ? -result : result;
    }
    return 0;
}

static const RkUse *order_of(const RkUnit *unit)
{
    const RkUse *order = unit->uses[RK_CHANNEL_ORDER];
    return order != NULL && order->column != NULL && !unit->stacked ? order : NULL;
}

/** Where a row stands along a line. The grammar orders what has no place where a zero has its place. */
static double place_of(const Sorting *sorting, guint32 row)
{
    double place = rk_unit_position(sorting->unit, sorting->dimension, row, 0.5);
    const RkUse *use = sorting->unit->uses[sorting->dimension];
    gboolean placed = use != NULL && use->scale != NULL && !use->scale->type->discrete;
    return isnan(place) && placed && sorting->unit->plotting->vega_lite ? rk_scale_map(use->scale, 0) : place;
}

static int compare_rows(gconstpointer first, gconstpointer second, gpointer data)
{
    const guint32 a = *(const guint32 *)first, b = *(const guint32 *)second;
    const Sorting *sorting = data;
    const RkUse *order = order_of(sorting->unit);
    int result = order != NULL ? compare_order(sorting->unit, order, a, b)
                               : compare_numbers(sorting->unit, place_of(sorting, a), place_of(sorting, b));
    return result != 0 ? result : a < b ? -1 : a > b;
}

static gboolean is_no(const RkValue *value)
{
    return value != NULL && (rk_value_is(value, RK_VALUE_NULL) || !rk_value_boolean_or(value, TRUE));
}

static void sort_series(const RkUnit *unit, RkSeries *series)
{
    const RkUse *order = unit->uses[RK_CHANNEL_ORDER];
    if (order != NULL ? order->column == NULL && is_no(order->value) : is_no(rk_unit_property(unit, "order")))
        return;
    Sorting sorting = {.unit = unit, .dimension = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X};
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
        if (unit->omitted != NULL && unit->omitted[row])
            continue;
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
    gsize rows = rk_table_rows(unit->table), at = 0;
    guint32 *order = rk_large_new(guint32, MAX(rows, 1));
    for (guint32 row = 0; row < rows; row++) {
        if (unit->omitted == NULL || !unit->omitted[row])
            order[at++] = row;
    }
    *count = at;
    Sorting sorting = {.unit = unit};
    if (order_of(unit) != NULL)
        g_qsort_with_data(order, (gint)at, sizeof *order, compare_rows, &sorting);
    if (unit->highlighted == NULL)
        return order;
    guint32 *sorted = g_new(guint32, MAX(rows, 1));
    gsize next = 0;
    for (guint pass = 0; pass < 2; pass++) {
        for (gsize i = 0; i < at; i++) {
            if (rk_unit_row_highlighted(unit, order[i]) == (pass == 1))
                sorted[next++] = order[i];
        }
    }
    g_free(order);
    return sorted;
}

guint32 rk_series_told_row(const RkUnit *unit, const RkSeries *series)
{
    guint first = unit->plotting->vega_lite ? 0 : rk_unit_flag_next_there(unit, series, 0);
    return series->rows[first < series->count ? first : 0];
}

void rk_unit_draw_rows(RkUnit *unit, RkNode *parent, const char *role,
                       void (*draw_row)(RkUnit *unit, RkNode *group, guint32 row))
{
    RkNode *group = rk_unit_container(unit, parent, role);
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    for (gsize i = 0; i < count; i++)
        draw_row(unit, group, rows[i]);
}

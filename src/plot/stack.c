/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stacking of bars and areas by Vega-Lite's rule: when the length is a plain linear quantity and something (colour,
 * detail …) parts it, the parts stand on each other. The sums are the transform's; here they are asked for and put in
 * the place of the channel.
 */
#include "base/collate.h"
#include "plot/plot-private.h"

#include <string.h>

#include "plot/mark.h"
#include "plot/stack.h"
#include "table/builder.h"

/** The column that holds the order of the parts. */
#define ORDER_FIELD "__stack_order"

void rk_stack_add_group(RkPlotting *plotting, RkValue *groups, const RkUse *use)
{
    if (use != NULL && use->column != NULL)
        rk_value_append(groups, rk_document_text(plotting->scratch, RK_NOWHERE, rk_column_name(use->column)));
}

/** The use that parts the stack by colour; NULL when something else does. */
static const RkUse *color_use(const RkUnit *unit)
{
    for (guint channel = RK_CHANNEL_COLOR; channel <= RK_CHANNEL_STROKE; channel++) {
        if (unit->uses[channel] != NULL && unit->uses[channel]->column != NULL)
            return unit->uses[channel];
    }
    return NULL;
}

/** Position of a text in a list of values; its length when it is not there. */
static guint position_in(const RkValue *list, const char *text)
{
    guint position = 0;
    while (position < rk_value_length(list) &&
           g_strcmp0(rk_value_text_or(rk_value_at(list, position), NULL), text) != 0)
        position++;
    return position;
}

static gint compare_names(gconstpointer a, gconstpointer b, gpointer spellings)
{
    const char *one = *(const char *const *)a, *other = *(const char *const *)b;
    int spelled = strcmp(g_hash_table_lookup(spellings, one), g_hash_table_lookup(spellings, other));
    return spelled != 0 ? spelled : strcmp(one, other);
}

/** The different texts of a column in the order of what they are called; free with g_ptr_array_unref(). */
static GPtrArray *names_of(const RkUnit *unit, const RkColumn *column)
{
    const char *language = rk_figure_language(unit->plotting->figure);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) spellings = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        char *text = rk_column_write(column, row);
        if (text == NULL || g_hash_table_contains(spellings, text)) {
            g_free(text);
            continue;
        }
        const char *name =
            rk_column_type(column) == RK_COLUMN_TEXT ? rk_plotting_place_name(unit->plotting, column, text) : text;
        g_hash_table_insert(spellings, text, rk_collation_key(name, language));
        g_ptr_array_add(names, text);
    }
    g_ptr_array_sort_with_data(names, compare_names, spellings);
    return names;
}

/** Adds a column with the rank of each row's colour: as its scale or sort lists them, then by name, as their legend
 * does. */
static void add_color_order(RkUnit *unit, const RkUse *color)
{
    const RkValue *listed = rk_value_get(rk_value_get(color->definition, "scale"), "domain");
    if (listed == NULL)
        listed = rk_value_get(color->definition, "sort");
    if (!rk_value_is(listed, RK_VALUE_LIST))
        listed = NULL;
    g_autoptr(GPtrArray) names = names_of(unit, color->column);
    gsize count = rk_table_rows(unit->table);
    double *ranks = g_new(double, MAX(count, 1));
    for (gsize row = 0; row < count; row++) {
        g_autofree char *text = rk_column_write(color->column, row);
        guint rank = position_in(listed, text), named = 0;
        if (rank == rk_value_length(listed) && text != NULL)
            g_ptr_array_find_with_equal_func(names, text, g_str_equal, &named);
        ranks[row] = rank + (double)named;
    }
    g_autoptr(RkColumn) column = rk_column_new_numbers(ORDER_FIELD, ranks, count);
    RkTable *table = rk_table_with_column(unit->table, column);
    rk_table_unref(unit->table);
    unit->table = table;
}

static void sort_by(RkUnit *unit, RkValue *list, const char *field, const char *order)
{
    RkValue *entry = rk_document_map(unit->plotting->scratch, RK_NOWHERE);
    rk_plotting_put(unit->plotting, entry, "field", field);
    rk_plotting_put(unit->plotting, entry, "order", order);
    rk_value_append(list, entry);
}

typedef struct {
    RkValue *list;
    const char *order;
} Sorting;

/** Adds a column with the position of each row's part in a list; what the list lacks comes before all. */
static char *add_listed_order(RkUnit *unit, const RkUse *use, const RkValue *listed, guint number)
{
    char *name = g_strdup_printf("%s_%u", ORDER_FIELD, number);
    gsize count = rk_table_rows(unit->table);
    double *ranks = g_new(double, MAX(count, 1));
    for (gsize row = 0; row < count; row++) {
        g_autofree char *text = rk_column_write(use->column, row);
        guint rank = position_in(listed, text);
        ranks[row] = rank == rk_value_length(listed) ? -1.0 : (double)rank;
    }
    g_autoptr(RkColumn) column = rk_column_new_numbers(name, ranks, count);
    RkTable *table = rk_table_with_column(unit->table, column);
    rk_table_unref(unit->table);
    unit->table = table;
    return name;
}

static void sort_by_part(RkUnit *unit, const RkUse *use, gpointer data)
{
    const Sorting *sorting = data;
    const RkValue *listed = rk_value_get(rk_value_get(use->definition, "scale"), "domain");
    if (rk_value_is(listed, RK_VALUE_LIST) && (use->measure == RK_NOMINAL || use->measure == RK_ORDINAL)) {
        g_autofree char *name = add_listed_order(unit, use, listed, rk_value_length(sorting->list));
        sort_by(unit, sorting->list, name, sorting->order);
        return;
    }
    for (guint i = 0; i < rk_value_length(sorting->list); i++) {
        const RkValue *field = rk_value_get(rk_value_at(sorting->list, i), "field");
        if (rk_value_is_text(field, rk_column_name(use->column)))
            return;
    }
    sort_by(unit, sorting->list, rk_column_name(use->column), sorting->order);
}

/** The order of the parts: the order channel, else the colours in the order of their legend (Vega-Lite: backwards by
 * the names of the parts, or as a declared domain lists them). */
static RkValue *sort_of(RkUnit *unit)
{
    RkValue *list = rk_document_list(unit->plotting->scratch, RK_NOWHERE);
    const RkUse *order = unit->uses[RK_CHANNEL_ORDER], *color = color_use(unit);
    for (const RkUse *use = order; use != NULL; use = use->next) {
        if (use->column != NULL)
            sort_by(unit, list, rk_column_name(use->column),
                    rk_value_text_or(rk_value_get(use->definition, "sort"), "ascending"));
    }
    if (rk_value_length(list) > 0)
        return list;
    if (unit->plotting->vega_lite) {
        /* Upright stacks begin with the last, so that they stand as their legend lists them. */
        const char *usual = unit->stack_channel == RK_CHANNEL_Y ? "descending" : "ascending";
        const RkValue *wanted = order == NULL ? NULL : rk_value_get(order->definition, "sort");
        Sorting sorting = {list, rk_value_text_or(wanted, usual)};
        rk_stack_each_part(unit, sort_by_part, &sorting);
    } else if (color != NULL) {
        add_color_order(unit, color);
        sort_by(unit, list, ORDER_FIELD, "ascending");
    }
    return list;
}

/** What the transform is asked: paths of our own figures have a gap where one that they stand on is missing. */
static RkValue *stack_options(RkUnit *unit, const RkUse *length, const char *offset, const char *start, const char *end)
{
    RkPlotting *plotting = unit->plotting;
    RkValue *options = rk_document_map(plotting->scratch, rk_value_place(length->definition));
    RkPlace place = rk_value_place(length->definition);
    rk_value_put(plotting->scratch, options, "stack", place,
                 rk_document_text(plotting->scratch, place, rk_column_name(length->column)));
    rk_plotting_put(plotting, options, "offset", offset);
    if (unit->mark->series && !plotting->vega_lite)
        rk_plotting_put(plotting, options, "missing", "gap");
    RkValue *groups = rk_document_list(plotting->scratch, RK_NOWHERE);
    const RkUse *across = rk_stack_across(unit, unit->stack_channel);
    if (across != NULL && across->column != length->column)
        rk_stack_add_group(plotting, groups, across);
    rk_stack_add_group(plotting, groups, rk_stack_offset_across(unit, unit->stack_channel));
    rk_value_put(plotting->scratch, options, "groupby", RK_NOWHERE, groups);
    RkValue *names = rk_document_list(plotting->scratch, RK_NOWHERE);
    rk_value_append(names, rk_document_text(plotting->scratch, RK_NOWHERE, start));
    rk_value_append(names, rk_document_text(plotting->scratch, RK_NOWHERE, end));
    rk_value_put(plotting->scratch, options, "as", RK_NOWHERE, names);
    RkValue *sort = sort_of(unit);
    if (rk_value_length(sort) > 0)
        rk_value_put(plotting->scratch, options, "sort", RK_NOWHERE, sort);
    return options;
}

/** A use of a stacked column that keeps what the definition says of scale, axis and title. */
static RkUse *stacked_use(const RkUse *length, RkChannel channel, const RkColumn *column)
{
    RkUse *use = g_new0(RkUse, 1);
    use->channel = channel;
    use->definition = length->definition;
    use->measure = RK_QUANTITATIVE;
    use->title = length->title;
    use->field_title = length->field_title;
    use->band_position = length->band_position;
    use->column = rk_column_ref(column);
    return use;
}

gboolean rk_unit_stack(RkUnit *unit, GError **error)
{
    RkChannel channel = rk_stack_channel(unit), second = rk_channel_second(channel);
    if (channel == RK_CHANNELS || (unit->uses[second] != NULL && unit->uses[second]->value == NULL))
        return TRUE;
    unit->stack_channel = channel;
    const char *offset = rk_stack_offset(unit, unit->uses[channel]);
    if (offset == NULL)
        return TRUE;
    if (!rk_stack_fill_places(unit, unit->uses[channel], error))
        return FALSE;
    RkUse *length = unit->uses[channel];
    g_autofree char *start = g_strconcat(rk_column_name(length->column), "_start", NULL);
    g_autofree char *end = g_strconcat(rk_column_name(length->column), "_end", NULL);
    RkTransformContext context;
    rk_plotting_transform_context(unit->plotting, &context);
    const RkValue *options = stack_options(unit, length, offset, start, end);
    RkTable *table = rk_transform_run(options, unit->table, &context, error);
    if (table == NULL)
        return FALSE;
    rk_table_unref(unit->table);
    unit->table = table;
    unit->stacked = TRUE;
    unit->normalized = g_str_equal(offset, "normalize");
    unit->stack_field = g_string_chunk_insert_const(unit->plotting->strings, rk_column_name(length->column));
    rk_use_free(unit->uses[second]);
    unit->uses[second] = stacked_use(length, second, rk_table_find(table, start));
    unit->uses[channel] = stacked_use(length, channel, rk_table_find(table, end));
    rk_use_free(length);
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a channel's `sort` asks for: a list, a field with an operation, another channel, names or the order of the rows.
 * What it cannot be sorted by is an error at its place.
 */
#include "plot/mark.h"
#include "plot/sort-private.h"

#include <math.h>
#include <string.h>

#include "transform/datetime.h"

/** The rows that are drawn, or those before aggregation when only they have the field beside the categories. */
static const RkTable *table_with_field(const RkUnit *unit, const char *by, const char *field)
{
    gboolean earlier = rk_table_find(unit->table, field) == NULL && rk_table_find(unit->source, by) != NULL;
    return earlier ? unit->source : unit->table;
}

/** One value a category: `op` over `field`, by the aggregate transform. */
static RkTable *keys_table(RkUnit *unit, const char *by, const char *field, const char *op, RkPlace place,
                           GError **error)
{
    RkPlotting *plotting = unit->plotting;
    RkValue *operation = rk_document_map(plotting->scratch, place);
    rk_plotting_put(plotting, operation, "op", op);
    rk_plotting_put(plotting, operation, "field", field);
    rk_plotting_put(plotting, operation, "as", "__sort");
    RkValue *operations = rk_document_list(plotting->scratch, RK_NOWHERE);
    rk_value_append(operations, operation);
    RkValue *groups = rk_document_list(plotting->scratch, RK_NOWHERE);
    rk_value_append(groups, rk_document_text(plotting->scratch, RK_NOWHERE, by));
    RkValue *options = rk_document_map(plotting->scratch, RK_NOWHERE);
    rk_value_put(plotting->scratch, options, "aggregate", RK_NOWHERE, operations);
    rk_value_put(plotting->scratch, options, "groupby", RK_NOWHERE, groups);
    RkTransformContext context;
    rk_plotting_transform_context(plotting, &context);
    const RkTransform *transform = rk_transform_of(options, error);
    return transform == NULL ? NULL : transform->apply(options, table_with_field(unit, by, field), &context, error);
}

/** The category of a text; guests of the grammar have one of missing values. */
static guint32 category_of(const RkScale *scale, const char *text)
{
    return rk_scale_category(scale, text == NULL && scale->plotting->vega_lite ? RK_CATEGORY_MISSING : text);
}

static gboolean fill_keys(RkScale *scale, guint use_index, const char *field, const char *op, RkPlace place,
                          RkSortEntry *entries, GError **error)
{
    const RkUse *use = g_ptr_array_index(scale->uses, use_index);
    RkUnit *unit = g_ptr_array_index(scale->units, use_index);
    const char *by = rk_column_name(use->column);
    g_autoptr(RkTable) table = keys_table(unit, by, field, op, place, error);
    if (table == NULL) {
        if (error != NULL)
            rk_error_locate(*error, place);
        return FALSE;
    }
    const RkColumn *names = rk_table_find(table, by);
    const double *keys = rk_column_numbers(rk_table_find(table, "__sort"));
    for (gsize row = 0; keys != NULL && row < rk_table_rows(table); row++) {
        g_autofree char *text = rk_column_write(names, row);
        guint32 category = category_of(scale, text);
        if (category != G_MAXUINT32)
            entries[category].key = keys[row];
    }
    return TRUE;
}

/** The first use with a column whose unit has `field`. */
static guint use_with_field(const RkScale *scale, const char *field)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        if (use->column != NULL &&
            rk_table_find(table_with_field(unit, rk_column_name(use->column), field), field) != NULL)
            return i;
    }
    return G_MAXUINT;
}

static gboolean by_field(RkScale *scale, const RkValue *field, const char *op, RkSortEntry *entries, GError **error)
{
    const char *name = rk_value_text_or(field, "");
    guint index = use_with_field(scale, name);
    if (index != G_MAXUINT)
        return fill_keys(scale, index, name, op != NULL ? op : "min", rk_value_place(field), entries, error);
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    rk_table_require(unit->source, name, rk_value_place(field), error);
    /* It is there, but not beside categories that are counted themselves. */
    if (error != NULL && *error == NULL)
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(field), "sort by a channel instead",
                     "the values of channel %s are aggregated, and \"%s\" is not", rk_channel_name(scale->channel),
                     name);
    return FALSE;
}

/** By what another channel draws: the sum of a stack, the least value otherwise. */
static gboolean by_channel(RkScale *scale, const char *channel_name, RkPlace place, RkSortEntry *entries,
                           GError **error)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        for (guint channel = 0; use->column != NULL && channel < RK_CHANNELS; channel++) {
            const RkUse *other = unit->uses[channel];
            if (other == NULL || other->column == NULL || rk_column_numbers(other->column) == NULL ||
                !g_str_equal(rk_channel_name((RkChannel)channel), channel_name))
                continue;
            gboolean stacked = unit->stacked && channel == unit->stack_channel;
            const char *field = stacked ? unit->stack_field : rk_column_name(other->column);
            return fill_keys(scale, i, field, stacked ? "sum" : "min", place, entries, error);
        }
    }
    rk_error_set(error, RK_ERROR_SPEC, place, "sort by a channel that draws numbers",
                 "cannot sort by the channel \"%s\"", channel_name);
    return FALSE;
}

/** The category that an item of a list means: by its text, or as a part of the calendar ("mon" of `timeUnit: day`). */
static guint32 category_of_item(const RkScale *scale, const RkValue *item)
{
    g_autofree char *text = rk_value_is(item, RK_VALUE_NULL) ? NULL : rk_scalar_write(rk_scalar_from_value(item));
    guint32 category = category_of(scale, text);
    const RkValue *written = rk_value_get(rk_scale_first_use(scale)->definition, "timeUnit");
    RkTimeUnit unit;
    RkScalar moment;
    if (category != G_MAXUINT32 || written == NULL || !rk_time_unit_read(written, &unit, NULL) ||
        !rk_time_unit_is_single(&unit) || !rk_datetime_of_part(item, &unit, &moment, NULL))
        return category;
    g_autofree char *time = rk_scalar_write(moment);
    return rk_scale_category(scale, time);
}

static void by_list(const RkValue *list, RkSortEntry *entries, const RkScale *scale)
{
    for (guint i = 0; i < rk_value_length(list); i++) {
        guint32 category = category_of_item(scale, rk_value_at(list, i));
        if (category != G_MAXUINT32)
            entries[category].key = i;
    }
}

/** In the house, bars without an order of their own stand by value, the longest first. */
static const RkUse *house_key(const RkScale *scale)
{
    if (scale->plotting->vega_lite || scale->measure != RK_NOMINAL)
        return NULL;
    RkChannel other = scale->channel == RK_CHANNEL_Y ? RK_CHANNEL_X : RK_CHANNEL_Y;
    if (scale->channel != RK_CHANNEL_X && scale->channel != RK_CHANNEL_Y)
        return NULL;
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    const RkUse *use = unit->uses[other];
    return unit->mark->stacks && use != NULL && use->measure == RK_QUANTITATIVE ? use : NULL;
}

static const RkValue *sort_definition(const RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *sort = rk_value_get(use->definition, "sort");
        if (sort != NULL)
            return sort;
    }
    return NULL;
}

static gboolean by_word(RkScale *scale, const RkValue *sort, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    const char *word = rk_value_text_or(sort, "ascending");
    order->descending = g_str_equal(word, "descending") || word[0] == '-';
    if (g_str_equal(word, "ascending") || g_str_equal(word, "descending"))
        return TRUE;
    order->by_key = TRUE;
    return by_channel(scale, word[0] == '-' ? word + 1 : word, rk_value_place(sort), entries, error);
}

static gboolean by_map(RkScale *scale, const RkValue *sort, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    order->by_key = TRUE;
    order->descending = rk_value_is_text(rk_value_get(sort, "order"), "descending");
    const RkValue *encoding = rk_value_get(sort, "encoding");
    if (encoding != NULL)
        return by_channel(scale, rk_value_text_or(encoding, ""), rk_value_place(encoding), entries, error);
    const RkValue *field = rk_value_get(sort, "field");
    if (field != NULL)
        return by_field(scale, field, rk_value_text_or(rk_value_get(sort, "op"), NULL), entries, error);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(sort), "name a `field` or an `encoding`",
                 "the sort says nothing to sort by");
    return FALSE;
}

gboolean rk_sort_order(RkScale *scale, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    const RkValue *sort = sort_definition(scale);
    if (rk_value_is(sort, RK_VALUE_LIST)) {
        order->by_key = TRUE;
        by_list(sort, entries, scale);
        return TRUE;
    }
    if (rk_value_is(sort, RK_VALUE_TEXT))
        return by_word(scale, sort, order, entries, error);
    if (rk_value_is(sort, RK_VALUE_MAP))
        return by_map(scale, sort, order, entries, error);
    const RkUse *key = sort == NULL ? house_key(scale) : NULL;
    if (key != NULL) {
        order->by_key = order->descending = TRUE;
        return by_channel(scale, rk_channel_name(key->channel), rk_value_place(key->definition), entries, error);
    }
    /* `sort: null` asks for the order of the rows; nothing else does. */
    order->as_seen = sort != NULL;
    return TRUE;
}

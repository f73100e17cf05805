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

/** The category that an item of a list means: by its text, or as a part of the calendar ("mon" of `timeUnit: day`). */
static guint32 category_of_item(const RkScale *scale, const RkValue *item)
{
    g_autofree char *text = rk_value_is(item, RK_VALUE_NULL) ? NULL : rk_scalar_write(rk_scalar_from_value(item));
    guint32 category = rk_sort_category(scale, text);
    RkScalar moment;
    if (category != G_MAXUINT32 || !rk_scale_part(scale, item, &moment))
        return category;
    g_autofree char *time = rk_scalar_write(moment);
    return rk_scale_category(scale, time);
}

/** The category of a date: {month: 3} of `timeUnit: month`, {year: 2020, month: 3} of times. */
static gboolean category_of_date(const RkScale *scale, const RkValue *map, guint32 *category, GError **error)
{
    const RkUse *use = rk_scale_first_use(scale);
    const RkValue *written = rk_value_get(use->definition, "timeUnit");
    RkTimeUnit unit;
    RkScalar moment;
    gboolean cut = written != NULL && rk_time_unit_read(written, &unit, NULL);
    if (!rk_datetime_read(map, cut ? &unit : NULL, &moment, error))
        return FALSE;
    if (use->column != NULL && rk_column_type(use->column) == RK_COLUMN_TIME)
        moment.frequency = rk_column_frequency(use->column);
    g_autofree char *time = rk_scalar_write(moment);
    *category = rk_scale_category(scale, time);
    return TRUE;
}

static gboolean by_list(const RkValue *list, RkSortEntry *entries, const RkScale *scale, GError **error)
{
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *item = rk_value_at(list, i);
        guint32 category = G_MAXUINT32;
        if (!rk_value_is(item, RK_VALUE_MAP))
            category = category_of_item(scale, item);
        else if (!category_of_date(scale, item, &category, error))
            return FALSE;
        if (category != G_MAXUINT32)
            entries[category].key = i;
    }
    return TRUE;
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

static gboolean by_word(RkScale *scale, const RkValue *sort, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    const char *word = rk_value_text_or(sort, "ascending");
    order->descending = g_str_equal(word, "descending") || word[0] == '-';
    if (g_str_equal(word, "ascending") || g_str_equal(word, "descending"))
        return TRUE;
    order->by_key = TRUE;
    return rk_sort_by_channel(scale, word[0] == '-' ? word + 1 : word, rk_value_place(sort), entries, error);
}

static gboolean by_map(RkScale *scale, const RkValue *sort, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    order->by_key = TRUE;
    order->descending = rk_value_is_text(rk_value_get(sort, "order"), "descending");
    const RkValue *encoding = rk_value_get(sort, "encoding");
    if (encoding != NULL)
        return rk_sort_by_channel(scale, rk_value_text_or(encoding, ""), rk_value_place(encoding), entries, error);
    const RkValue *field = rk_value_get(sort, "field");
    if (field != NULL)
        return rk_sort_by_field(scale, field, rk_value_get(sort, "op"), entries, error);
    if (rk_value_is_text(rk_value_get(sort, "op"), "count"))
        return rk_sort_by_count(scale, rk_value_place(sort), entries, error);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(sort), "name a `field` or an `encoding`",
                 "the sort says nothing to sort by");
    return FALSE;
}

gboolean rk_sort_order(RkScale *scale, RkSortOrder *order, RkSortEntry *entries, GError **error)
{
    const RkValue *sort = rk_sort_definition(scale, &order->as_seen);
    if (rk_value_is(sort, RK_VALUE_LIST)) {
        order->by_key = TRUE;
        return by_list(sort, entries, scale, error);
    }
    if (rk_value_is(sort, RK_VALUE_TEXT))
        return by_word(scale, sort, order, entries, error);
    if (rk_value_is(sort, RK_VALUE_MAP))
        return by_map(scale, sort, order, entries, error);
    const RkUse *key = order->as_seen ? NULL : house_key(scale);
    if (key != NULL) {
        order->by_key = order->descending = TRUE;
        return rk_sort_by_channel(scale, rk_channel_name(key->channel), rk_value_place(key->definition), entries,
                                  error);
    }
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections as they begin: the rows that a reader's first look would find selected, as a predicate. Values may name
 * fields or channels; a channel is the field behind it, with its time unit.
 */
#include "transform/parameters-private.h"

#include <string.h>

static const RkValue *map_with(RkDocument *document, RkPlace place, const char *key, const RkValue *value)
{
    RkValue *map = rk_document_map(document, place);
    rk_value_put(document, map, key, place, value);
    return map;
}

/** The first definition of a channel below a view; a selection at the top speaks of any of its layers. */
static const RkValue *find_channel(const RkValue *view, const char *channel, guint depth)
{
    const RkValue *own = rk_value_get(rk_value_get(view, "encoding"), channel), *layers = rk_value_get(view, "layer");
    for (guint i = 0; own == NULL && depth < 16 && i < rk_value_length(layers); i++)
        own = find_channel(rk_value_at(layers, i), channel, depth + 1);
    return own;
}

static const RkValue *channel_of(const RkParameter *parameter, const RkValue *root, const char *channel)
{
    const RkValue *found = find_channel(parameter->view, channel, 0);
    if (found == NULL)
        found = rk_value_get(rk_value_get(parameter->parent, "encoding"), channel);
    if (found == NULL)
        found = rk_value_get(rk_value_get(root, "encoding"), channel);
    return rk_value_has(found, "field") ? found : NULL;
}

gboolean rk_selection_is_interval(const RkParameter *parameter)
{
    const RkValue *select = rk_value_get(parameter->definition, "select");
    const RkValue *type = rk_value_is(select, RK_VALUE_MAP) ? rk_value_get(select, "type") : select;
    return rk_value_is_text(type, "interval");
}

const char *rk_selection_field(const RkParameter *parameter, const RkValue *root, const char *channel)
{
    return rk_value_text_or(rk_value_get(channel_of(parameter, root, channel), "field"), NULL);
}

/** {field, timeUnit} of a key, which is a channel or a field. */
static RkValue *field_test(const RkParameter *parameter, const RkValue *root, const char *key, RkDocument *document,
                           RkPlace place)
{
    const RkValue *channel = channel_of(parameter, root, key);
    RkValue *test = rk_document_map(document, place);
    const RkValue *field = channel != NULL ? rk_value_get(channel, "field") : rk_document_text(document, place, key);
    rk_value_put(document, test, "field", place, field);
    if (rk_value_has(channel, "timeUnit"))
        rk_value_put(document, test, "timeUnit", place, rk_value_get(channel, "timeUnit"));
    return test;
}

static gboolean are_numbers(const RkValue *list)
{
    for (guint i = 0; i < rk_value_length(list); i++)
        if (!rk_value_is(rk_value_at(list, i), RK_VALUE_NUMBER) && !rk_value_is(rk_value_at(list, i), RK_VALUE_MAP))
            return FALSE;
    return TRUE;
}

/** The ends of an interval with the lesser one first. */
static const RkValue *in_order(const RkValue *ends, RkDocument *document)
{
    const RkValue *first = rk_value_at(ends, 0), *last = rk_value_at(ends, 1);
    if (!rk_value_is(first, RK_VALUE_NUMBER) || !rk_value_is(last, RK_VALUE_NUMBER) ||
        rk_value_number_or(first, 0) <= rk_value_number_or(last, 0))
        return ends;
    RkValue *list = rk_document_list(document, rk_value_place(ends));
    rk_value_append(list, last);
    rk_value_append(list, first);
    return list;
}

static const RkValue *test_of(const RkParameter *parameter, const RkValue *root, const char *key, const RkValue *value,
                              RkDocument *document)
{
    RkPlace place = rk_value_place(value);
    RkValue *test = field_test(parameter, root, key, document, place);
    const RkValue *type = rk_value_get(channel_of(parameter, root, key), "type");
    gboolean temporal = rk_value_is_text(type, "temporal"), list = rk_value_is(value, RK_VALUE_LIST);
    gboolean range =
        rk_selection_is_interval(parameter) && list && rk_value_length(value) == 2 && (are_numbers(value) || temporal);
    if (range)
        rk_value_put(document, test, "range", place, in_order(value, document));
    else
        rk_value_put(document, test, list ? "oneOf" : "equal", place, value);
    return test;
}

/** All keys of one map of values hold. */
static const RkValue *test_of_map(const RkParameter *parameter, const RkValue *root, const RkValue *map,
                                  RkDocument *document)
{
    RkValue *all = rk_document_list(document, rk_value_place(map));
    for (guint i = 0; i < rk_value_length(map); i++)
        rk_value_append(all, test_of(parameter, root, rk_value_key_at(map, i), rk_value_at(map, i), document));
    return map_with(document, rk_value_place(map), "and", all);
}

const RkValue *rk_selection_words(const RkParameter *parameter, const RkValue *root)
{
    const RkValue *select = rk_value_get(parameter->definition, "select");
    if (rk_value_has(select, "fields") || rk_value_has(select, "encodings"))
        return select;
    return rk_value_get(rk_value_get(rk_value_get(root, "config"), "selection"),
                        rk_selection_is_interval(parameter) ? "interval" : "point");
}

/** The one field or channel that a selection looks at, for values without a name. */
static const char *only_key(const RkParameter *parameter, const RkValue *root)
{
    const RkValue *words = rk_selection_words(parameter, root);
    const RkValue *fields = rk_value_get(words, "fields"), *encodings = rk_value_get(words, "encodings");
    return rk_value_text_or(rk_value_at(fields != NULL ? fields : encodings, 0), NULL);
}

static const RkValue *test_of_value(const RkParameter *parameter, const RkValue *root, const RkValue *value,
                                    RkDocument *document)
{
    if (rk_value_is(value, RK_VALUE_MAP) && !rk_value_has(value, "year") && !rk_value_has(value, "month"))
        return test_of_map(parameter, root, value, document);
    const char *key = only_key(parameter, root);
    return key == NULL ? NULL : test_of(parameter, root, key, value, document);
}

const RkValue *rk_selection_predicate(const RkParameter *parameter, const RkValue *root, gboolean when_empty,
                                      RkDocument *document, RkPlace place)
{
    const RkValue *value = rk_value_get(parameter->definition, "value");
    gboolean several = rk_value_is(value, RK_VALUE_LIST) && !rk_selection_is_interval(parameter);
    RkValue *any = rk_document_list(document, place);
    for (guint i = 0; several && i < rk_value_length(value); i++) {
        const RkValue *test = test_of_value(parameter, root, rk_value_at(value, i), document);
        if (test != NULL)
            rk_value_append(any, test);
    }
    if (several && rk_value_length(any) > 0)
        return map_with(document, place, "or", any);
    const RkValue *test = several || value == NULL || rk_value_is(value, RK_VALUE_NULL)
                              ? NULL
                              : test_of_value(parameter, root, value, document);
    return test != NULL ? test : rk_document_text(document, place, when_empty ? "true" : "false");
}

const RkValue *rk_selection_extent(const RkParameter *parameter, const RkValue *root, const char *field,
                                   const char *channel)
{
    const RkValue *value = rk_value_get(parameter->definition, "value");
    if (!rk_value_is(value, RK_VALUE_MAP))
        return rk_value_is(value, RK_VALUE_LIST) ? value : NULL;
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *key = rk_value_key_at(value, i);
        const char *behind = rk_value_text_or(rk_value_get(channel_of(parameter, root, key), "field"), key);
        gboolean wanted = (field == NULL && channel == NULL) || g_strcmp0(channel, key) == 0 ||
                          g_strcmp0(field, key) == 0 || g_strcmp0(field, behind) == 0;
        if (wanted)
            return rk_value_at(value, i);
    }
    return NULL;
}

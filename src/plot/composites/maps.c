/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing maps of the grammar, for composites.
 */
#include "plot/composites/composites-private.h"

static RkPlace place_of(const RkUnitSource *source)
{
    return rk_value_place(source->mark);
}

RkValue *rk_map_new(const RkUnitSource *source)
{
    return rk_document_map(source->document, place_of(source));
}

RkValue *rk_map_list(const RkUnitSource *source)
{
    return rk_document_list(source->document, place_of(source));
}

void rk_map_put(const RkUnitSource *source, RkValue *map, const char *key, const RkValue *value)
{
    if (value != NULL)
        rk_value_put(source->document, map, key, place_of(source), value);
}

void rk_map_put_text(const RkUnitSource *source, RkValue *map, const char *key, const char *text)
{
    if (text != NULL)
        rk_map_put(source, map, key, rk_document_text(source->document, place_of(source), text));
}

void rk_map_put_number(const RkUnitSource *source, RkValue *map, const char *key, double number)
{
    rk_map_put(source, map, key, rk_document_number(source->document, place_of(source), number));
}

void rk_map_put_flag(const RkUnitSource *source, RkValue *map, const char *key, gboolean flag)
{
    rk_map_put(source, map, key, rk_document_boolean(source->document, place_of(source), flag));
}

void rk_map_put_all(const RkUnitSource *source, RkValue *map, const RkValue *from)
{
    for (guint i = 0; rk_value_is(from, RK_VALUE_MAP) && i < rk_value_length(from); i++)
        rk_value_put(source->document, map, rk_value_key_at(from, i), rk_value_key_place_at(from, i),
                     rk_value_at(from, i));
}

RkValue *rk_map_without(const RkUnitSource *source, const RkValue *map, const char *const *keys)
{
    RkValue *copy = rk_map_new(source);
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        if (!g_strv_contains(keys, key))
            rk_value_put(source->document, copy, key, rk_value_key_place_at(map, i), rk_value_at(map, i));
    }
    return copy;
}

void rk_list_add_text(const RkUnitSource *source, RkValue *list, const char *text)
{
    rk_value_append(list, rk_document_text(source->document, place_of(source), text));
}

gboolean rk_is_wanted(const RkValue *value)
{
    return value != NULL && !rk_value_is(value, RK_VALUE_NULL) && rk_value_boolean_or(value, TRUE);
}

const RkValue *rk_source_property(const RkUnitSource *source, const char *key)
{
    const RkValue *own = rk_value_get(source->mark, key);
    const char *type = rk_value_text_or(rk_value_get(source->mark, "type"), "");
    return own != NULL ? own : rk_config_get(source->config, type, key);
}

gboolean rk_definition_is_shown(const RkValue *definition)
{
    return rk_value_has(definition, "field") || rk_value_has(definition, "datum") ||
           rk_value_is_text(rk_value_get(definition, "aggregate"), "count");
}

gboolean rk_definition_is_continuous(const RkValue *definition)
{
    const char *type = rk_value_text_or(rk_value_get(definition, "type"), NULL);
    const RkValue *datum = rk_value_get(definition, "datum"), *bin = rk_value_get(definition, "bin");
    if (!rk_definition_is_shown(definition))
        return FALSE;
    if (type != NULL)
        return g_str_equal(type, "quantitative") || g_str_equal(type, "temporal");
    return rk_value_is(datum, RK_VALUE_NUMBER) || rk_value_has(definition, "timeUnit") || rk_is_wanted(bin) ||
           rk_value_is(rk_value_get(definition, "aggregate"), RK_VALUE_TEXT);
}

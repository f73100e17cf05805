/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of a document tree. Every one accepts NULL and values of another kind and answers "absent", so that callers
 * can chain lookups; none of them changes a tree.
 */
#include "base/value.h"

#include "base/value-private.h"

gboolean rk_value_is_computed(const RkValue *value)
{
    return value != NULL && value->computed != 0;
}

void rk_value_set_computed(RkValue *value)
{
    value->computed = 1;
}

guint rk_value_moment(const RkValue *value)
{
    return value == NULL ? 0 : value->moment;
}

RkValueKind rk_value_kind(const RkValue *value)
{
    return value == NULL ? RK_VALUE_NULL : (RkValueKind)value->kind;
}

const char *rk_value_kind_name(const RkValue *value)
{
    static const char *const names[] = {"null", "true or false", "a number", "a text", "a list", "a map"};
    return names[rk_value_kind(value)];
}

RkPlace rk_value_place(const RkValue *value)
{
    if (value == NULL)
        return RK_NOWHERE;
    const char *written = value->kind == RK_VALUE_TEXT ? value->as.text.written : NULL;
    return (RkPlace){value->file, value->line, value->column, written};
}

gboolean rk_value_is(const RkValue *value, RkValueKind kind)
{
    return value != NULL && value->kind == kind;
}

gboolean rk_value_boolean_or(const RkValue *value, gboolean otherwise)
{
    return rk_value_is(value, RK_VALUE_BOOLEAN) ? value->as.boolean : otherwise;
}

double rk_value_number_or(const RkValue *value, double otherwise)
{
    return rk_value_is(value, RK_VALUE_NUMBER) ? value->as.number.value : otherwise;
}

const char *rk_value_digits(const RkValue *value)
{
    return rk_value_is(value, RK_VALUE_NUMBER) ? value->as.number.digits : NULL;
}

const char *rk_value_text_or(const RkValue *value, const char *otherwise)
{
    return rk_value_is(value, RK_VALUE_TEXT) ? value->as.text.text : otherwise;
}

gboolean rk_value_is_text(const RkValue *value, const char *text)
{
    return rk_value_is(value, RK_VALUE_TEXT) && g_strcmp0(value->as.text.text, text) == 0;
}

guint rk_value_length(const RkValue *value)
{
    if (rk_value_is(value, RK_VALUE_LIST))
        return value->as.list.length;
    return rk_value_is(value, RK_VALUE_MAP) ? value->as.map.length : 0;
}

const RkValue *rk_value_at(const RkValue *value, guint index)
{
    if (index >= rk_value_length(value))
        return NULL;
    return value->kind == RK_VALUE_LIST ? value->as.list.items[index] : value->as.map.entries[index].value;
}

static const RkEntry *entry_at(const RkValue *map, guint index)
{
    if (!rk_value_is(map, RK_VALUE_MAP) || index >= map->as.map.length)
        return NULL;
    return &map->as.map.entries[index];
}

const char *rk_value_key_at(const RkValue *map, guint index)
{
    const RkEntry *entry = entry_at(map, index);
    return entry == NULL ? NULL : entry->key;
}

RkPlace rk_value_key_place_at(const RkValue *map, guint index)
{
    const RkEntry *entry = entry_at(map, index);
    return entry == NULL ? RK_NOWHERE : (RkPlace){entry->file, entry->line, entry->column};
}

int rk_value_find_key(const RkValue *map, const char *key)
{
    if (map->as.map.index != NULL)
        return GPOINTER_TO_INT(g_hash_table_lookup(map->as.map.index, key)) - 1;
    for (guint i = 0; i < map->as.map.length; i++) {
        if (g_str_equal(map->as.map.entries[i].key, key))
            return (int)i;
    }
    return -1;
}

const RkValue *rk_value_get(const RkValue *map, const char *key)
{
    if (!rk_value_is(map, RK_VALUE_MAP) || key == NULL)
        return NULL;
    int position = rk_value_find_key(map, key);
    return position < 0 ? NULL : map->as.map.entries[position].value;
}

gboolean rk_value_has(const RkValue *map, const char *key)
{
    return rk_value_get(map, key) != NULL;
}

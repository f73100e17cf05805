/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Accidents to specifications, and rows for those whose data lie elsewhere.
 */
#include "mutate.h"

#include <string.h>

#define INVENTED_ROWS 12

/* A value within its list or map. */
typedef struct {
    json_t *parent;
    const char *key; /* in a map */
    size_t index;    /* in a list */
} Place;

static void collect(json_t *value, GArray *places)
{
    const char *key;
    json_t *part;
    size_t index;
    json_object_foreach(value, key, part)
    {
        Place place = {value, key, 0};
        g_array_append_val(places, place);
        collect(part, places);
    }
    json_array_foreach(value, index, part)
    {
        Place place = {value, NULL, index};
        g_array_append_val(places, place);
        collect(part, places);
    }
}

/* Anywhere; rows of data less often than all else together. */
static gboolean choose(json_t *document, GRand *random, Place *place)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
    collect(document, places);
    if (places->len == 0)
        return FALSE;
    *place = g_array_index(places, Place, g_rand_int_range(random, 0, (int)places->len));
    return TRUE;
}

static json_t *at(const Place *place)
{
    return place->key != NULL ? json_object_get(place->parent, place->key)
                              : json_array_get(place->parent, place->index);
}

static void put(const Place *place, json_t *value)
{
    if (place->key != NULL)
        json_object_set_new(place->parent, place->key, value);
    else
        json_array_set_new(place->parent, place->index, value);
}

static void drop(const Place *place)
{
    if (place->key != NULL)
        json_object_del(place->parent, place->key);
    else
        json_array_remove(place->parent, place->index);
}

static json_t *odd_value(GRand *random)
{
    static const char *const values[] = {"null",
                                         "true",
                                         "false",
                                         "0",
                                         "-1",
                                         "1",
                                         "1e308",
                                         "-1e-300",
                                         "4294967296",
                                         "0.5",
                                         "\"\"",
                                         "\"x\"",
                                         "\"-x\"",
                                         "\"ascending\"",
                                         "\"quantitative\"",
                                         "\"log\"",
                                         "\"datum.\"",
                                         "\"datum.b +\"",
                                         "\"#12\"",
                                         "\"width\"",
                                         "\"a\\u0000b\"",
                                         "\"\\u202e\"",
                                         "[]",
                                         "{}",
                                         "[null]",
                                         "[[]]",
                                         "[1, 2, 3]",
                                         "[3, 1]",
                                         "[\"a\", \"b\"]",
                                         "{\"expr\": \"1 / 0\"}",
                                         "{\"expr\": \"(\"}",
                                         "{\"signal\": \"width\"}",
                                         "{\"value\": null}",
                                         "{\"field\": \"nowhere\"}",
                                         "{\"aggregate\": \"count\"}",
                                         "{\"condition\": {\"test\": \"datum.a\"}}",
                                         "{\"step\": -3}",
                                         "{\"bin\": {\"step\": 1e-12}}",
                                         "{\"selection\": \"brush\"}",
                                         "{\"year\": 1e9}"};
    return json_loads(values[g_rand_int_range(random, 0, G_N_ELEMENTS(values))], JSON_DECODE_ANY | JSON_ALLOW_NUL,
                      NULL);
}

static json_t *borrowed(json_t *others, GRand *random)
{
    Place place;
    json_t *lender = json_array_get(others, (size_t)g_rand_int_range(random, 0, (int)json_array_size(others)));
    return choose(lender, random, &place) ? json_deep_copy(at(&place)) : json_null();
}

static void rename_key(const Place *place, json_t *others, GRand *random)
{
    Place other;
    json_t *lender = json_array_get(others, (size_t)g_rand_int_range(random, 0, (int)json_array_size(others)));
    if (place->key == NULL || !choose(lender, random, &other) || other.key == NULL)
        return;
    json_t *value = json_deep_copy(at(place));
    drop(place);
    json_object_set_new(place->parent, other.key, value);
}

void mutate(json_t *document, json_t *others, GRand *random)
{
    Place place;
    if (!choose(document, random, &place))
        return;
    switch (g_rand_int_range(random, 0, 6)) {
    case 0:
        drop(&place);
        break;
    case 1:
    case 2:
        put(&place, odd_value(random));
        break;
    case 3:
        put(&place, borrowed(others, random));
        break;
    case 4:
        rename_key(&place, others, random);
        break;
    default:
        put(&place, json_pack("[O]", at(&place)));
    }
}

static void note_fields(json_t *value, const char *under, GHashTable *names)
{
    static const char *const naming[] = {"field", "groupby", "fold",   "on",       "density", "regression", "loess",
                                         "pivot", "flatten", "impute", "quantile", "value",   "key",        NULL};
    const char *key;
    json_t *part;
    size_t index;
    if (json_is_string(value) && under != NULL && g_strv_contains(naming, under))
        g_hash_table_add(names, g_strdup(json_string_value(value)));
    json_array_foreach(value, index, part) note_fields(part, under, names);
    json_object_foreach(value, key, part) note_fields(part, key, names);
}

/* Whether a field holds numbers, days or words follows from its name alone. */
static json_t *invented_cell(const char *name, GRand *random)
{
    static const char *const words[] = {"a", "b", "c", "a longer name"};
    if (g_rand_int_range(random, 0, 15) == 0)
        return json_null();
    switch (g_str_hash(name) % 3) {
    case 0:
        return json_real(g_rand_double_range(random, -5, 100));
    case 1:
        return json_sprintf("20%02d-%02d-11", g_rand_int_range(random, 0, 30), g_rand_int_range(random, 1, 13));
    default:
        return json_string(words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
    }
}

static json_t *invented_rows(GHashTable *names, GRand *random)
{
    json_t *rows = json_array();
    g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(names), (GCompareFunc)strcmp);
    for (guint row = 0; row < INVENTED_ROWS; row++) {
        json_t *cells = json_object();
        for (GList *name = keys; name != NULL; name = name->next)
            json_object_set_new(cells, name->data, invented_cell(name->data, random));
        json_array_append_new(rows, cells);
    }
    return rows;
}

static void replace_urls(json_t *value, GHashTable *names, GRand *random)
{
    const char *key;
    json_t *part;
    size_t index;
    if (json_object_get(value, "url") != NULL) {
        json_object_del(value, "url");
        json_object_del(value, "format");
        json_object_set_new(value, "values", invented_rows(names, random));
    }
    json_array_foreach(value, index, part) replace_urls(part, names, random);
    json_object_foreach(value, key, part) if (strcmp(key, "values") != 0) replace_urls(part, names, random);
}

void invent_data(json_t *document, GRand *random)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    note_fields(document, NULL, names);
    replace_urls(document, names, random);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a query as places with one value each, in order. A place that a claim names must be there, and each place
 * once: otherwise the query asks something else than the claim says.
 */
#include "claims/claims-private.h"

#include <math.h>

#include "base/shape.h"

enum { USUAL_DECIMALS = 2 };

/* The columns of the rows. `low` and `high` are NULL when nothing is left open. */
typedef struct {
    const RkColumn *keys, *names, *values, *low, *high;
    double half; /* of the last published digit; 0 when it does not matter */
} Columns;

static const RkColumn *text_column(const RkTrial *trial, const char *option, const char *usual, GError **error)
{
    const RkValue *own = rk_value_get(trial->query, option);
    const char *name = rk_value_text_or(own, usual);
    RkPlace place = rk_value_place(own != NULL ? own : trial->query);
    const RkColumn *column = rk_table_require(trial->table, name, place, error);
    if (column == NULL || rk_column_type(column) == RK_COLUMN_TEXT)
        return column;
    rk_error_set(error, RK_ERROR_DATA, place, "declare it as string under format.parse",
                 "column \"%s\" does not hold the names of places but %s values", name,
                 rk_column_type_name(rk_column_type(column)));
    return NULL;
}

static gboolean find_columns(const RkTrial *trial, Columns *columns, GError **error)
{
    const RkValue *rounded = rk_value_get(trial->query, "rounded");
    *columns = (Columns){.half = rounded == NULL ? 0 : 0.5 * pow(10, -rk_value_number_or(rounded, 0))};
    columns->keys = text_column(trial, "key", "geo", error);
    if (columns->keys == NULL)
        return FALSE;
    gboolean named = rk_value_has(trial->query, "names") || rk_table_find(trial->table, "country") != NULL;
    columns->names = named ? text_column(trial, "names", "country", error) : columns->keys;
    columns->values = columns->names == NULL ? NULL : rk_trial_numbers(trial, "field", error);
    if (columns->values == NULL || !rk_trial_check_unit(trial, columns->values, error))
        return FALSE;
    if (!rk_value_has(trial->query, "low"))
        return TRUE;
    columns->low = rk_trial_numbers(trial, "low", error);
    columns->high = columns->low == NULL ? NULL : rk_trial_numbers(trial, "high", error);
    return columns->high != NULL;
}

static RkPlaceValue read_place(const Columns *columns, gsize row)
{
    const char *key = rk_column_text(columns->keys, row), *name = rk_column_text(columns->names, row);
    double value = rk_column_numbers(columns->values)[row];
    double low = columns->low == NULL ? value - columns->half : rk_column_numbers(columns->low)[row];
    double high = columns->high == NULL ? value + columns->half : rk_column_numbers(columns->high)[row];
    return (RkPlaceValue){.key = key,
                          .name = name == NULL ? key : name,
                          .value = value,
                          .low = fmin(low, value),
                          .high = fmax(high, value),
                          .row = row};
}

static gboolean is_named(const RkValue *named, const char *key)
{
    if (rk_value_is_text(named, key))
        return TRUE;
    for (guint i = 0; i < rk_value_length(named); i++) {
        if (rk_value_is_text(rk_value_at(named, i), key))
            return TRUE;
    }
    return FALSE;
}

static gboolean add_rows(RkPlaces *places, const Columns *columns, const RkValue *named, GHashTable *seen,
                         GError **error)
{
    for (gsize row = 0; row < rk_table_rows(places->trial->table); row++) {
        RkPlaceValue place = read_place(columns, row);
        RkPlace origin = rk_value_place(places->trial->query);
        if (place.key == NULL) {
            rk_error_set(error, RK_ERROR_DATA, origin, NULL, "a row of the query has no place in column \"%s\"",
                         rk_column_name(columns->keys));
            return FALSE;
        }
        if (!g_hash_table_add(seen, (gpointer)place.key)) {
            rk_error_set(error, RK_ERROR_DATA, origin, "add filters or an aggregate until each place has one row",
                         "the query leaves several rows of \"%s\"", place.key);
            return FALSE;
        }
        place.named = is_named(named, place.key);
        if (!isnan(place.value))
            g_array_append_val(places->all, place);
        else if (place.named)
            g_ptr_array_add(places->named_without, (gpointer)place.name);
    }
    return TRUE;
}

static gboolean check_name(const RkValue *name, const Columns *columns, GHashTable *seen, GError **error)
{
    const char *key = rk_value_text_or(name, "");
    if (g_hash_table_contains(seen, key))
        return TRUE;
    g_autofree const char **known = (const char **)g_hash_table_get_keys_as_array(seen, NULL);
    const char *nearest = rk_nearest_word(key, known);
    g_autofree char *hint = nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), hint, "the query leaves no place \"%s\" in column \"%s\"",
                 key, rk_column_name(columns->keys));
    return FALSE;
}

static gboolean check_names(const RkValue *named, const Columns *columns, GHashTable *seen, GError **error)
{
    if (rk_value_is(named, RK_VALUE_TEXT))
        return check_name(named, columns, seen, error);
    for (guint i = 0; i < rk_value_length(named); i++) {
        if (!check_name(rk_value_at(named, i), columns, seen, error))
            return FALSE;
    }
    return TRUE;
}

static gint compare(gconstpointer a, gconstpointer b, gpointer user)
{
    const RkPlaceValue *left = a, *right = b;
    const RkPlaces *places = user;
    if (left->value != right->value)
        return (left->value > right->value) == !places->from_least ? -1 : 1;
    int names = strcmp(left->name, right->name);
    return names != 0 ? names : strcmp(left->key, right->key);
}

/* The group is at least as large as what is known of it. */
static gboolean count_group(RkPlaces *places, GError **error)
{
    guint rows = (guint)rk_table_rows(places->trial->table);
    const RkValue *group = rk_value_get(places->trial->query, "group");
    places->size = group == NULL ? rows : (guint)rk_value_number_or(group, 0);
    if (places->size < rows) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(group), "leave aggregates and others out by a filter",
                     "the query leaves %u places, more than the group has", rows);
        return FALSE;
    }
    places->unknown = places->size - places->all->len;
    return TRUE;
}

RkPlaces *rk_places_new(const RkTrial *trial, const RkValue *named, gboolean from_least, GError **error)
{
    Columns columns;
    g_autoptr(RkPlaces) places = g_new0(RkPlaces, 1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    places->trial = trial;
    places->all = g_array_new(FALSE, FALSE, sizeof(RkPlaceValue));
    places->named_without = g_ptr_array_new();
    places->from_least = from_least;
    places->decimals = rk_trial_decimals(trial, USUAL_DECIMALS);
    if (!find_columns(trial, &columns, error) || !add_rows(places, &columns, named, seen, error) ||
        !check_names(named, &columns, seen, error) || !count_group(places, error))
        return NULL;
    places->open = columns.low != NULL || columns.half > 0;
    g_array_sort_with_data(places->all, compare, places);
    return g_steal_pointer(&places);
}

void rk_places_free(RkPlaces *places)
{
    if (places == NULL)
        return;
    g_array_unref(places->all);
    g_ptr_array_unref(places->named_without);
    g_free(places);
}

const RkPlaceValue *rk_places_at(const RkPlaces *places, guint index)
{
    return &g_array_index(places->all, RkPlaceValue, index);
}

const RkPlaceValue *rk_places_find(const RkPlaces *places, const char *key)
{
    for (guint i = 0; i < places->all->len; i++) {
        if (g_str_equal(rk_places_at(places, i)->key, key))
            return rk_places_at(places, i);
    }
    return NULL;
}

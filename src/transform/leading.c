/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leading filters and the aggregate behind them. Only steps that look at columns alone are taken, and an aggregate only
 * when every filter before it was. Of each group the first row is kept: it brings the keys, with the types, units and
 * words that the reader gives them once it knows all rows.
 */
#include "transform/leading.h"

#include <string.h>

#include "transform/carried.h"
#include "transform/grouping.h"

struct RkLeading {
    GPtrArray *predicates; /* borrowed */
    GPtrArray *columns;    /* NULL-ended */
    GPtrArray *parts;      /* predicates and an aggregate; borrowed */
    RkFlagRule flag_rule;
    gboolean like_vega;
    const RkValue *aggregate; /* NULL: none, or given up */
    guint steps;              /* up to the aggregate, and with it */
    RkGrouping *grouping;     /* made with the first rows, as what follows */
    guint32 begun;            /* groups whose first row is kept */
    GPtrArray *carried;
    GHashTable *frequencies; /* column of times that is no key → 1 + frequency */
    RkTable *result;
    gsize shown;    /**< rows that were asked about */
    GArray *passed; /**< gsize, by filter: rows that it and those before it kept */
};

static void add_name(RkLeading *leading, const RkValue *name)
{
    const char *text = rk_value_text_or(name, NULL);
    if (text != NULL && !g_ptr_array_find_with_equal_func(leading->columns, text, g_str_equal, NULL))
        g_ptr_array_add(leading->columns, g_strdup(text));
}

/* Filters up to the first step that is none. Returns its number; `*all` tells whether every filter is taken. */
static guint add_filters(RkLeading *leading, const RkValue *steps, gboolean *all)
{
    guint at = 0;
    *all = TRUE;
    for (; at < rk_value_length(steps); at++) {
        const RkValue *predicate = rk_value_get(rk_value_at(steps, at), "filter");
        if (predicate == NULL)
            break;
        if (!rk_predicate_reach(predicate, leading->columns)) {
            *all = FALSE;
            continue;
        }
        g_ptr_array_add(leading->parts, (gpointer)predicate);
        g_ptr_array_add(leading->predicates, (gpointer)predicate);
    }
    return at;
}

/* TRUE for an aggregate that can be carried on. What is wrong with it the verb says. */
static gboolean can_carry(const RkValue *step)
{
    const RkTransform *verb = step != NULL ? rk_transform_of(step, NULL) : NULL;
    const RkValue *list = rk_value_get(step, "aggregate");
    if (verb == NULL || strcmp(verb->name, "aggregate") != 0 || !rk_shape_check(step, verb->shape, NULL))
        return FALSE;
    for (guint i = 0; i < rk_value_length(list); i++) {
        RkCarried *carried = rk_carried_new(rk_value_at(list, i), FALSE);
        if (carried == NULL)
            return FALSE;
        rk_carried_free(carried);
    }
    return TRUE;
}

static void add_aggregate(RkLeading *leading, const RkValue *step)
{
    const RkValue *list = rk_value_get(step, "aggregate"), *keys = rk_value_get(step, "groupby");
    leading->aggregate = step;
    g_ptr_array_add(leading->parts, (gpointer)step);
    add_name(leading, keys);
    for (guint i = 0; rk_value_is(keys, RK_VALUE_LIST) && i < rk_value_length(keys); i++)
        add_name(leading, rk_value_at(keys, i));
    for (guint i = 0; i < rk_value_length(list); i++)
        add_name(leading, rk_value_get(rk_value_at(list, i), "field"));
}

RkLeading *rk_leading_new(const RkValue *steps, const RkScope *scope, gboolean like_vega)
{
    gboolean all;
    RkLeading *leading = g_new0(RkLeading, 1);
    leading->predicates = g_ptr_array_new();
    leading->columns = g_ptr_array_new_with_free_func(g_free);
    leading->parts = g_ptr_array_new();
    leading->passed = g_array_new(FALSE, TRUE, sizeof(gsize));
    leading->flag_rule = rk_scope_flag_rule(scope);
    leading->like_vega = like_vega;
    guint at = add_filters(leading, steps, &all);
    if (all && at < rk_value_length(steps) && can_carry(rk_value_at(steps, at))) {
        add_aggregate(leading, rk_value_at(steps, at));
        leading->steps = at + 1;
    }
    g_ptr_array_add(leading->columns, NULL);
    return leading;
}

static void forget(RkLeading *leading)
{
    leading->begun = 0;
    g_clear_pointer(&leading->grouping, rk_grouping_free);
    g_clear_pointer(&leading->carried, g_ptr_array_unref);
    g_clear_pointer(&leading->frequencies, g_hash_table_unref);
    g_clear_pointer(&leading->result, rk_table_unref);
}

void rk_leading_free(RkLeading *leading)
{
    if (leading == NULL)
        return;
    forget(leading);
    g_ptr_array_unref(leading->predicates);
    g_ptr_array_unref(leading->columns);
    g_ptr_array_unref(leading->parts);
    g_array_unref(leading->passed);
    g_free(leading);
}

gboolean rk_leading_is_idle(const RkLeading *leading)
{
    return leading->predicates->len == 0 && leading->aggregate == NULL;
}

gboolean rk_leading_uses_up(const RkLeading *leading)
{
    return leading->aggregate != NULL;
}

const char *const *rk_leading_columns(const RkLeading *leading)
{
    return (const char *const *)leading->columns->pdata;
}

const GPtrArray *rk_leading_parts(const RkLeading *leading)
{
    return leading->parts;
}

void rk_leading_give_up(RkLeading *leading)
{
    forget(leading);
    if (leading->aggregate != NULL)
        g_ptr_array_remove_index(leading->parts, leading->parts->len - 1);
    leading->aggregate = NULL;
}

static gboolean filter(RkLeading *leading, const RkTable *rows, guint8 *kept, GError **error)
{
    gsize count = rk_table_rows(rows);
    g_autofree guint8 *next = g_new0(guint8, MAX(count, 1));
    for (gsize row = 0; row < count; row++)
        kept[row] = TRUE;
    leading->shown += count;
    g_array_set_size(leading->passed, leading->predicates->len);
    for (guint i = 0; i < leading->predicates->len; i++) {
        if (!rk_predicate_test(leading->predicates->pdata[i], rows, NULL, next, error))
            return FALSE;
        for (gsize row = 0; row < count; row++) {
            kept[row] = kept[row] && next[row];
            g_array_index(leading->passed, gsize, i) += kept[row];
        }
    }
    return TRUE;
}

gboolean rk_leading_left_none(const RkLeading *leading, guint filters)
{
    return filters > 0 && filters <= leading->passed->len && leading->shown > 0 &&
           g_array_index(leading->passed, gsize, filters - 1) == 0;
}

static void begin(RkLeading *leading, guint keys)
{
    const RkValue *list = rk_value_get(leading->aggregate, "aggregate");
    leading->grouping = rk_grouping_new(keys);
    leading->carried = g_ptr_array_new_with_free_func((GDestroyNotify)rk_carried_free);
    leading->frequencies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < rk_value_length(list); i++)
        g_ptr_array_add(leading->carried, rk_carried_new(rk_value_at(list, i), leading->like_vega));
}

/* A column may hold periods of one frequency in each piece and be something else as a whole; of keys the kept rows
 * show it. */
static gboolean check_frequencies(RkLeading *leading, const RkTable *rows, const GPtrArray *keys, GError **error)
{
    for (guint i = 0; i < rk_table_columns(rows); i++) {
        const RkColumn *column = rk_table_column(rows, i);
        const char *name = rk_column_name(column);
        if (rk_column_type(column) != RK_COLUMN_TIME || g_ptr_array_find((GPtrArray *)keys, column, NULL))
            continue;
        guint found = 1 + rk_column_frequency(column);
        guint known = GPOINTER_TO_UINT(g_hash_table_lookup(leading->frequencies, name));
        if (rk_column_frequencies(column) != NULL || (known != 0 && known != found)) {
            rk_error_set(error, RK_ERROR_DATA, RK_NOWHERE, NULL, "the column \"%s\" has several frequencies", name);
            return FALSE;
        }
        g_hash_table_replace(leading->frequencies, g_strdup(name), GUINT_TO_POINTER(found));
    }
    return TRUE;
}

/* Uses rows up; `places` (one for each row) tells where in `kept` the first of a group is noted. */
static gboolean use_up(RkLeading *leading, const RkTable *rows, const guint32 *places, guint8 *kept, GError **error)
{
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(leading->aggregate, "groupby"), rows, error);
    if (keys == NULL)
        return FALSE;
    if (leading->grouping == NULL)
        begin(leading, keys->len);
    if (!check_frequencies(leading, rows, keys, error))
        return FALSE;
    g_autofree guint32 *groups =
        rk_grouping_add(leading->grouping, (const RkColumn *const *)keys->pdata, rk_table_rows(rows));
    guint32 count = rk_grouping_count(leading->grouping);
    for (gsize row = 0; leading->begun < count; row++)
        if (groups[row] == leading->begun) {
            kept[places[row]] = TRUE;
            leading->begun++;
        }
    for (guint i = 0; i < leading->carried->len; i++)
        if (!rk_carried_add(leading->carried->pdata[i], rows, groups, count, error))
            return FALSE;
    return TRUE;
}

gboolean rk_leading_take(RkLeading *leading, const RkTable *rows, guint8 *kept, GError **error)
{
    gsize all = rk_table_rows(rows), count = 0;
    if (!filter(leading, rows, kept, error))
        return FALSE;
    if (leading->aggregate == NULL)
        return TRUE;
    g_autofree guint32 *places = g_new(guint32, MAX(all, 1));
    for (gsize row = 0; row < all; row++) {
        places[count] = (guint32)row;
        count += kept[row] != 0;
        kept[row] = FALSE;
    }
    g_autoptr(RkTable) some = count == all ? rk_table_ref(rows) : rk_table_gather(rows, places, count);
    return count == 0 || use_up(leading, some, places, kept, error);
}

/* The rows that were kept have the keys; the results stand beside them. */
static RkTable *make_result(RkLeading *leading, const RkTable *kept)
{
    const RkValue *list = rk_value_get(leading->aggregate, "aggregate");
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(leading->aggregate, "groupby"), kept, NULL);
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    if (keys == NULL)
        return NULL;
    if (leading->grouping == NULL)
        begin(leading, keys->len);
    guint32 count = rk_grouping_count(leading->grouping);
    if (rk_table_rows(kept) != leading->begun)
        return NULL;
    for (guint i = 0; i < keys->len; i++)
        g_ptr_array_add(columns, rk_column_ref(keys->pdata[i]));
    for (guint i = 0; i < leading->carried->len; i++) {
        RkColumn *column = rk_carried_finish(leading->carried->pdata[i], kept, count, leading->flag_rule, NULL);
        if (column == NULL)
            return NULL;
        g_ptr_array_add(columns, column);
    }
    return rk_results_table(columns, count, rk_value_place(list), NULL);
}

gboolean rk_leading_settle(RkLeading *leading, const RkTable *kept)
{
    if (leading->aggregate != NULL)
        leading->result = make_result(leading, kept);
    return leading->aggregate == NULL || leading->result != NULL;
}

RkTable *rk_leading_result(const RkLeading *leading, const RkTable *kept, guint *done)
{
    *done = leading->result != NULL ? leading->steps : 0;
    return rk_table_ref(leading->result != NULL ? leading->result : kept);
}

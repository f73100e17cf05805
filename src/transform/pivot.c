/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pivot: the values of a column become columns, one row for each group. The new columns stand in the order of their
 * names; a cell without rows is missing.
 */
#include "transform/sort.h"
#include "transform/transform-private.h"

#include <string.h>

#include "base/limits.h"

/** One distinct value of the pivot column: its name, and its group among the groups by that column alone. */
typedef struct {
    char *name;
    char *key; /* where the name stands among names */
    guint32 group;
} Head;

static void head_clear(gpointer data)
{
    g_free(((Head *)data)->name);
    g_free(((Head *)data)->key);
}

static int compare_heads(gconstpointer a, gconstpointer b)
{
    const Head *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    return order != 0 ? order : strcmp(left->name, right->name);
}

/** The distinct values that are not missing, sorted by name, at most `limit` of them (0: all). */
static GArray *read_heads(const RkColumn *column, const RkScope *scope, guint limit)
{
    GArray *heads = g_array_new(FALSE, FALSE, sizeof(Head));
    g_array_set_clear_func(heads, head_clear);
    g_autoptr(RkGroups) groups = rk_groups_new(&column, 1, rk_column_length(column));
    g_autofree guint32 *first = rk_groups_first(groups);
    for (guint32 group = 0; group < groups->count; group++) {
        Head head = {.name = rk_column_write(column, first[group]), .group = group};
        if (head.name == NULL)
            continue;
        head.key = rk_scope_word_key(scope, head.name);
        g_array_append_val(heads, head);
    }
    g_array_sort(heads, compare_heads);
    if (limit > 0 && heads->len > limit)
        g_array_set_size(heads, limit);
    return heads;
}

/** For each group the cell that belongs to one head. */
static guint32 *cells_of(guint32 head, const RkGroups *heads, const RkGroups *cells, const RkGroups *groups)
{
    guint32 *chosen = g_new(guint32, groups->count);
    for (guint32 group = 0; group < groups->count; group++)
        chosen[group] = G_MAXUINT32;
    for (guint32 i = heads->starts[head]; i < heads->starts[head + 1]; i++) {
        guint32 row = heads->members[i];
        chosen[groups->of_row[row]] = cells->of_row[row];
    }
    return chosen;
}

static guint32 rows_of(const RkGroups *groups, guint32 group)
{
    return group == G_MAXUINT32 ? 0 : groups->starts[group + 1] - groups->starts[group];
}

/** Vega counts over all rows of a group, those of other heads without a value that counts: a cell without rows has 0,
 * and not to have a value is a value that differs. */
static RkColumn *count_like_vega(const RkColumn *results, const guint32 *chosen, const RkGroups *cells,
                                 const RkGroups *groups, const RkOperation *operation)
{
    double *counts = g_new(double, MAX(groups->count, 1));
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 rows = rows_of(cells, chosen[group]);
        gboolean others = operation->counts_different && rows < rows_of(groups, group);
        counts[group] = (rows == 0 ? 0 : rk_column_numbers(results)[chosen[group]]) + others;
    }
    return rk_column_new_numbers(rk_column_name(results), counts, groups->count);
}

static RkTable *make_table(const RkColumn *pivot, const GArray *heads, const GPtrArray *keys, const RkColumn *results,
                           const RkGroups *cells, const RkAggregation *aggregation, RkPlace place, GError **error)
{
    gboolean counts = aggregation->like_vega && aggregation->operation->kind == RK_RESULT_COUNT;
    gsize rows = rk_column_length(pivot);
    g_autoptr(RkGroups) groups = rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rows);
    g_autoptr(RkGroups) by_head = rk_groups_new(&pivot, 1, rows);
    g_autofree guint32 *first = rk_groups_first(groups);
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(keys, i), first, groups->count));
    for (guint i = 0; i < heads->len; i++) {
        const Head *head = &g_array_index(heads, Head, i);
        g_autofree guint32 *chosen = cells_of(head->group, by_head, cells, groups);
        g_autoptr(RkColumn) column = counts ? count_like_vega(results, chosen, cells, groups, aggregation->operation)
                                            : rk_column_gather(results, chosen, groups->count);
        g_ptr_array_add(columns, rk_column_with(column, head->name, rk_column_unit(column), rk_column_flag(column)));
    }
    return rk_results_table(columns, groups->count, place, error);
}

/** The aggregation of every cell; the operation is sum unless the options say another. */
static gboolean read_aggregation(const RkValue *options, const RkTable *input, const RkTransformContext *context,
                                 RkAggregation *aggregation, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    const RkValue *op = rk_value_get(options, "op"), *value = rk_value_get(options, "value");
    RkValue *item = rk_document_map(document, rk_value_place(options));
    if (op == NULL)
        op = rk_document_text(document, rk_value_place(value), "sum");
    rk_value_put(document, item, "op", RK_NOWHERE, op);
    rk_value_put(document, item, "field", RK_NOWHERE, value);
    return rk_aggregation_read(item, input, context, aggregation, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *name = rk_value_get(options, "pivot");
    const RkColumn *pivot = rk_table_require(input, rk_value_text_or(name, ""), rk_value_place(name), error);
    g_autoptr(GPtrArray) keys = pivot == NULL ? NULL : rk_option_keys(rk_value_get(options, "groupby"), input, error);
    g_auto(RkAggregation) aggregation = {NULL};
    if (keys == NULL || !read_aggregation(options, input, context, &aggregation, error))
        return NULL;
    double limit = rk_value_number_or(rk_value_get(options, "limit"), 0);
    g_autoptr(GArray) heads = read_heads(pivot, context->scope, (guint)CLAMP(limit, 0, RK_LIMIT_COLUMNS));
    g_autoptr(GPtrArray) both = g_ptr_array_copy(keys, NULL, NULL);
    g_ptr_array_add(both, (gpointer)pivot);
    g_autoptr(RkGroups) cells = rk_groups_new((const RkColumn *const *)both->pdata, both->len, rk_table_rows(input));
    if (heads->len + keys->len > RK_LIMIT_COLUMNS) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(name), "set \"limit\"", "pivot makes more than %u columns",
                     RK_LIMIT_COLUMNS);
        return NULL;
    }
    aggregation.place = rk_value_place(rk_value_get(options, "value"));
    g_autoptr(RkColumn) results = rk_aggregation_column(&aggregation, input, cells, error);
    return results == NULL ? NULL
                           : make_table(pivot, heads, keys, results, cells, &aggregation, rk_value_place(name), error);
}

static const RkProperty properties[] = {
    {.name = "pivot",
     .allow = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "the column whose values name the new columns"},
    {.name = "value", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column that fills them"},
    RK_PROPERTY_GROUPBY,
    {.name = "op", .allow = RK_ALLOW_TEXT, .summary = "how several values of a cell are put together: sum"},
    {.name = "limit", .allow = RK_ALLOW_NUMBER, .summary = "the most columns to make, 0 for all"},
    {NULL}};
static const RkShape shape = {.name = "a pivot transform", .properties = properties};

const RkTransform rk_transform_pivot = {
    .name = "pivot", .summary = "turn the values of a column into columns", .shape = &shape, .apply = apply};

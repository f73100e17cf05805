/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * joinaggregate: the aggregates of each group as new columns beside its rows.
 */
#include "transform/transform-private.h"

static RkTable *add_result(const RkValue *item, const RkTable *input, const RkTable *so_far, const RkGroups *groups,
                           const RkTransformContext *context, GError **error)
{
    g_auto(RkAggregation) aggregation = {NULL};
    if (!rk_aggregation_read(item, input, context, &aggregation, error))
        return NULL;
    g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    if (!rk_aggregation_apply(&aggregation, input, groups, results, error))
        return NULL;
    g_autoptr(RkTable) table = rk_table_ref(so_far);
    for (guint i = 0; i < results->len; i++) {
        g_autoptr(RkColumn) column = rk_column_gather(results->pdata[i], groups->of_row, groups->rows);
        RkTable *next = rk_table_with_column(table, column);
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *list = rk_value_get(options, "joinaggregate");
    g_autoptr(RkGroups) groups = rk_groups_called_of_option(rk_value_get(options, "groupby"), input, error);
    if (groups == NULL)
        return NULL;
    g_autoptr(RkTable) table = rk_table_ref(input);
    for (guint i = 0; i < rk_value_length(list); i++) {
        RkTable *next = add_result(rk_value_at(list, i), input, table, groups, context, error);
        if (next == NULL)
            return NULL;
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}

static const RkProperty properties[] = {{.name = "joinaggregate",
                                         .allow = RK_ALLOW_LIST,
                                         .shape = &rk_aggregation_shape,
                                         .items = RK_ALLOW_MAP,
                                         .required = TRUE,
                                         .summary = "what to compute for each group"},
                                        RK_PROPERTY_GROUPBY,
                                        {NULL}};
static const RkShape shape = {.name = "a joinaggregate transform", .properties = properties};

const RkTransform rk_transform_joinaggregate = {.name = "joinaggregate",
                                                .summary = "add the aggregates of each group to its rows",
                                                .shape = &shape,
                                                .apply = apply};

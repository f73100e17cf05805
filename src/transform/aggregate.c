/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * aggregate: one row for each group, in the order in which the groups first come.
 */
#include "transform/transform-private.h"

static gboolean add_result(const RkValue *item, const RkTable *input, const RkGroups *groups,
                           const RkTransformContext *context, GPtrArray *columns, GError **error)
{
    g_auto(RkAggregation) aggregation = {NULL};
    return rk_aggregation_read(item, input, context, &aggregation, error) &&
           rk_aggregation_apply(&aggregation, input, groups, columns, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *list = rk_value_get(options, "aggregate");
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(options, "groupby"), input, error);
    if (keys == NULL)
        return NULL;
    g_autoptr(RkGroups) groups =
        rk_groups_new_called((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(input));
    g_autofree guint32 *first = rk_groups_first(groups);
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(keys, i), first, groups->count));
    for (guint i = 0; i < rk_value_length(list); i++)
        if (!add_result(rk_value_at(list, i), input, groups, context, columns, error))
            return NULL;
    return rk_results_table(columns, groups->count, rk_value_place(list), error);
}

static const RkProperty properties[] = {{.name = "aggregate",
                                         .allow = RK_ALLOW_LIST,
                                         .shape = &rk_aggregation_shape,
                                         .items = RK_ALLOW_MAP,
                                         .required = TRUE,
                                         .summary = "what to compute for each group"},
                                        RK_PROPERTY_GROUPBY,
                                        {NULL}};
static const RkShape shape = {.name = "an aggregate transform", .properties = properties};

const RkTransform rk_transform_aggregate = {.name = "aggregate",
                                            .summary = "one row for each group, with counts, sums, means …",
                                            .shape = &shape,
                                            .apply = apply};

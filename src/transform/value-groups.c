/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * groups: cuts one indicator into groups that follow each other, by exact k-means, at the widest gaps, or into equal
 * counts. Fewer different values than groups give no groups.
 */
#include <math.h>

#include "stats/partition.h"
#include "transform/verb.h"

static const char *const method_names[] = {"kmeans", "gaps", "equal", NULL};
static const RkPartition methods[] = {rk_stats_partition_kmeans, rk_stats_partition_gaps, rk_stats_partition_equal};
static const char *const order_names[] = {"ascending", "descending", NULL};

static RkPartition method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
        if (g_str_equal(name, method_names[i]))
            return methods[i];
    return methods[0];
}

static gboolean read_count(const RkValue *options, guint *count, GError **error)
{
    const RkValue *labels = rk_value_get(options, "labels"), *option = rk_value_get(options, "count");
    double number = rk_value_number_or(option, labels == NULL ? 3 : rk_value_length(labels));
    if (!(number >= 1 && number <= RK_PARTITION_GROUPS && number == floor(number))) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(option == NULL ? labels : option), NULL,
                     "the number of groups is a whole number from 1 to %u", RK_PARTITION_GROUPS);
        return FALSE;
    }
    *count = (guint)number;
    if (labels == NULL || rk_value_length(labels) == *count)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(labels), "give one label for each group",
                 "%u labels for %u groups", rk_value_length(labels), *count);
    return FALSE;
}

/** Cuts one group of rows; numbers count from 0 in the order that was asked for. */
static RkStatsReason cut_group(const RkMeasure *measure, guint32 group, const guint8 *excluded, RkPartition method,
                               guint wanted, gboolean descending, guint32 *numbers)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    g_autofree double *values = rk_missing_new(count);
    g_autofree guint32 *groups = g_new(guint32, count + 1);
    RkStatsReason reason;
    for (gsize i = 0; i < count; i++)
        if (!excluded[rows[i]])
            values[i] = measure->values[rows[i]];
    method(values, count, wanted, groups, &reason);
    for (gsize i = 0; i < count; i++)
        numbers[rows[i]] = groups[i] != RK_PARTITION_NONE && descending ? wanted - 1 - groups[i] : groups[i];
    return reason;
}

/** The labels of the groups, or their numbers from 1. */
static RkColumn *result_column(const RkValue *options, const guint32 *numbers, gsize rows)
{
    const RkValue *labels = rk_value_get(options, "labels");
    const char *name = rk_value_text_or(rk_value_get(options, "as"), "group");
    RkColumnBuilder *builder = rk_column_builder_new(name, labels == NULL ? RK_COLUMN_NUMBER : RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++) {
        if (numbers[row] == RK_PARTITION_NONE)
            rk_column_builder_missing(builder);
        else if (labels == NULL)
            rk_column_builder_number(builder, numbers[row] + 1.0);
        else
            rk_column_builder_text(builder, rk_value_text_or(rk_value_at(labels, numbers[row]), NULL), -1);
    }
    return rk_column_builder_finish(builder);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    guint count;
    if (!read_count(options, &count, error) || !rk_measure_read(options, "groups", input, context, &measure, error))
        return NULL;
    g_autofree guint8 *excluded = rk_option_truth(rk_value_get(options, "exclude"), input, context->scope, error);
    if (excluded == NULL)
        return NULL;
    gboolean descending = rk_value_is_text(rk_value_get(options, "order"), order_names[1]);
    RkMishap few = {.reason = "fewer different values than groups"};
    RkMishap unfit = {.reason = "an infinite value, or more values than can be weighed"};
    g_autofree guint32 *numbers = g_new(guint32, measure.groups->rows + 1);
    for (guint32 group = 0; group < measure.groups->count; group++) {
        gsize rows;
        const guint32 *members = rk_measure_rows(&measure, group, &rows);
        RkStatsReason reason = cut_group(&measure, group, excluded, method_of(options), count, descending, numbers);
        if (reason != RK_STATS_OK && rows > 0)
            rk_mishap_add(reason == RK_STATS_TOO_FEW ? &few : &unfit, members[0]);
    }
    rk_mishap_report(&few, &measure, "group");
    rk_mishap_report(&unfit, &measure, "group");
    g_autoptr(RkColumn) column = result_column(options, numbers, measure.groups->rows);
    return rk_table_with_column(input, column);
}

static const RkProperty properties[] = {
    {.name = "groups", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the indicator to cut"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "kmeans: the least scatter within groups; gaps: the widest gaps; equal: equal counts"},
    {.name = "count", .allow = RK_ALLOW_NUMBER, .summary = "how many groups: as many as labels, or 3"},
    {.name = "labels",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .summary = "their names in the order of `order`; numbers from 1 when absent"},
    {.name = "order",
     .allow = RK_ALLOW_TEXT,
     .words = order_names,
     .summary = "ascending: the first group has the least values"},
    RK_PROPERTY_GROUPBY,
    {.name = "exclude",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "rows that are in no group"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: group"},
    {NULL}};
static const RkShape shape = {.name = "a groups transform", .properties = properties};

const RkTransform rk_transform_value_groups = {
    .name = "groups", .summary = "cut an indicator into groups of like values", .shape = &shape, .apply = apply};

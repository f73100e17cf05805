/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One aggregate operation over the groups of a table: reads it, checks it, computes it. It refuses text where numbers
 * are needed and values of different units in one group.
 */
#include "transform/transform-private.h"

#include <math.h>

#include "table/builder.h"
#include "transform/flagging.h"
#include "transform/operations-rows.h"

gboolean rk_aggregation_counts(const RkAggregation *aggregation, gsize row)
{
    const RkColumn *column = aggregation->column;
    const char *text = aggregation->like_vega ? rk_column_text(column, row) : NULL;
    return !rk_column_is_missing(column, row) && (text == NULL || *text != '\0');
}

void rk_aggregation_clear(RkAggregation *aggregation)
{
    g_free(aggregation->name);
}

static const RkProperty properties[] = {
    {.name = "op", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the operation: count, sum, mean, median …"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .summary = "the column; count needs none"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the result"},
    {NULL}};
const RkShape rk_aggregation_shape = {.name = "an aggregate", .properties = properties};

static const RkOperation *read_operation(const RkValue *value, GError **error)
{
    const char *name = rk_value_text_or(value, "");
    const RkOperation *operation = rk_operation_find(name);
    if (operation != NULL && operation->refusal == NULL)
        return operation;
    if (operation != NULL) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(value), operation->refusal,
                     "\"%s\" is not done by this version", name);
        return NULL;
    }
    g_autofree const char **names = rk_operation_names();
    g_autofree char *hint = rk_hint_from(name, names, "known operations: ");
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), hint, "unknown operation \"%s\"", name);
    return NULL;
}

/** Always FALSE. */
static gboolean refuse_type(const RkAggregation *aggregation, GError **error)
{
    RkColumnType type = rk_column_type(aggregation->column);
    rk_error_set(error, RK_ERROR_DATA, aggregation->place, "name a column of numbers", "%s of %s column \"%s\"",
                 aggregation->operation->name, rk_column_type_name(type), rk_column_name(aggregation->column));
    if (type == RK_COLUMN_TEXT)
        rk_error_set_textual(error, rk_column_name(aggregation->column));
    return FALSE;
}

/** Whether the result is one of several texts. */
static gboolean takes_words(const RkAggregation *aggregation)
{
    return aggregation->like_vega && aggregation->operation->of_words != 0 && aggregation->column != NULL &&
           rk_column_type(aggregation->column) == RK_COLUMN_TEXT;
}

static gboolean check_type(const RkAggregation *aggregation, GError **error)
{
    RkColumnType type = rk_column_type(aggregation->column);
    RkResultKind kind = aggregation->operation->kind;
    gboolean time_fits = kind == RK_RESULT_VALUE || kind == RK_RESULT_LEVEL;
    return kind == RK_RESULT_COUNT || (type != RK_COLUMN_TEXT && (type != RK_COLUMN_TIME || time_fits)) ||
           takes_words(aggregation) || refuse_type(aggregation, error);
}

gboolean rk_aggregation_needs_number(const RkAggregation *aggregation, GError **error)
{
    return !takes_words(aggregation) || refuse_type(aggregation, error);
}

gboolean rk_aggregation_read(const RkValue *item, const RkTable *table, const RkTransformContext *context,
                             RkAggregation *aggregation, GError **error)
{
    const RkValue *field = rk_value_get(item, "field"), *op = rk_value_get(item, "op");
    *aggregation = (RkAggregation){.operation = read_operation(op, error),
                                   .place = rk_value_place(op),
                                   .flag_rule = rk_scope_flag_rule(context->scope),
                                   .like_vega = context->like_vega};
    if (aggregation->operation == NULL)
        return FALSE;
    const char *name = aggregation->operation->name;
    gboolean counts_rows = aggregation->operation->whole_rows;
    if (field != NULL) {
        aggregation->column = rk_table_require(table, rk_value_text_or(field, ""), rk_value_place(field), error);
        if (aggregation->column == NULL || !check_type(aggregation, error) ||
            (aggregation->operation->kind != RK_RESULT_COUNT &&
             !rk_column_check_frequency(aggregation->column, name, rk_value_place(field), error)))
            return FALSE;
    } else if (!counts_rows) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(item), NULL, "%s needs a field", name);
        return FALSE;
    }
    g_autofree char *otherwise =
        field == NULL ? g_strdup(name) : g_strdup_printf("%s_%s", name, rk_value_text_or(field, ""));
    aggregation->name = g_strdup(rk_value_text_or(rk_value_get(item, "as"), otherwise));
    return TRUE;
}

static guint32 largest(const RkGroups *groups)
{
    guint32 most = 0;
    for (guint32 group = 0; group < groups->count; group++)
        most = MAX(most, groups->starts[group + 1] - groups->starts[group]);
    return most;
}

static double *compute_numbers(const RkAggregation *aggregation, const RkGroups *groups)
{
    g_autofree double *made = NULL;
    const double *values = rk_column_doubles(aggregation->column, &made);
    g_autofree double *scratch = g_new(double, largest(groups));
    double *results = g_new(double, groups->count);
    for (guint32 group = 0; group < groups->count; group++) {
        gsize count = 0;
        for (guint32 i = groups->starts[group]; i < groups->starts[group + 1]; i++)
            scratch[count++] = values[groups->members[i]];
        results[group] = aggregation->operation->of_numbers(scratch, count);
    }
    return results;
}

static double *compute_rows(const RkAggregation *aggregation, const RkGroups *groups)
{
    double *results = g_new(double, groups->count);
    for (guint32 group = 0; group < groups->count; group++)
        results[group] = aggregation->operation->of_rows(aggregation, groups->members + groups->starts[group],
                                                         groups->starts[group + 1] - groups->starts[group]);
    return results;
}

RkColumn *rk_aggregation_finish(const RkAggregation *aggregation, double *results, gsize count, const RkColumn *unit)
{
    RkResultKind kind = aggregation->operation->kind;
    if (kind == RK_RESULT_COUNT)
        return rk_column_new_numbers(aggregation->name, results, count);
    RkFrequency frequency = rk_column_frequency(aggregation->column);
    g_autoptr(RkColumn) column = rk_column_type(aggregation->column) == RK_COLUMN_TIME
                                     ? rk_column_new_times(aggregation->name, results, count,
                                                           kind == RK_RESULT_VALUE ? frequency : RK_FREQUENCY_MOMENT)
                                     : rk_column_new_numbers(aggregation->name, results, count);
    return rk_column_with(column, NULL, kind == RK_RESULT_OTHER ? NULL : unit, NULL);
}

gboolean rk_aggregation_apply(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                              GPtrArray *columns, GError **error)
{
    if (aggregation->operation->of_table != NULL)
        return aggregation->operation->of_table(aggregation, table, groups, columns, error);
    RkColumn *column = rk_aggregation_column(aggregation, table, groups, error);
    if (column != NULL)
        g_ptr_array_add(columns, column);
    return column != NULL;
}

gboolean rk_aggregation_needs_value(const RkAggregation *aggregation, GError **error)
{
    if (aggregation->operation->of_table == NULL)
        return TRUE;
    rk_error_set(error, RK_ERROR_UNSUPPORTED, aggregation->place, "use it in aggregate or joinaggregate",
                 "%s gives whole rows, and a number is needed here", aggregation->operation->name);
    return FALSE;
}

RkColumn *rk_aggregation_column(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                                GError **error)
{
    const RkOperation *operation = aggregation->operation;
    if (!rk_aggregation_needs_value(aggregation, error))
        return NULL;
    if (takes_words(aggregation))
        return rk_operation_words(aggregation, groups);
    g_autoptr(RkColumn) unit = NULL;
    gboolean counts = operation->kind == RK_RESULT_COUNT;
    if (!counts &&
        !rk_groups_unit(groups, aggregation->column, table, operation->name, aggregation->place, &unit, error))
        return NULL;
    double *results = counts ? compute_rows(aggregation, groups) : compute_numbers(aggregation, groups);
    RkColumn *column = rk_aggregation_finish(aggregation, results, groups->count, unit);
    return counts ? column
                  : rk_flags_of_groups(column, aggregation->column, groups, operation->adds_up, aggregation->flag_rule);
}

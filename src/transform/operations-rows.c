/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Aggregates that give rows instead of a number: the row with the least or greatest value of a column, and all rows of
 * a group. A row is a family of columns, "name.column"; a list of rows is "name[0].column" … and "name.length".
 */
#include "transform/operations-rows.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "table/builder.h"

/** The row of each group whose value comes first by `sign`: 1 the greatest, -1 the least. */
static guint32 *extreme_rows(const RkAggregation *aggregation, const RkGroups *groups, double sign)
{
    g_autofree double *made = NULL;
    const double *values = rk_column_doubles(aggregation->column, &made);
    guint32 *rows = g_new(guint32, MAX(groups->count, 1));
    for (guint32 group = 0; group < groups->count; group++) {
        double best = NAN;
        rows[group] = G_MAXUINT32;
        for (guint32 i = groups->starts[group]; i < groups->starts[group + 1]; i++) {
            double value = sign * values[groups->members[i]];
            if (isnan(value) || value <= best)
                continue;
            best = value;
            rows[group] = groups->members[i];
        }
    }
    return rows;
}

/** The row of each group whose text comes first by `sign`. An empty text is no value. */
static guint32 *extreme_words(const RkAggregation *aggregation, const RkGroups *groups, int sign)
{
    guint32 *rows = g_new(guint32, MAX(groups->count, 1));
    for (guint32 group = 0; group < groups->count; group++) {
        const char *best = NULL;
        rows[group] = G_MAXUINT32;
        for (guint32 i = groups->starts[group]; i < groups->starts[group + 1]; i++) {
            const char *text = rk_column_text(aggregation->column, groups->members[i]);
            if (!rk_aggregation_counts(aggregation, groups->members[i]) ||
                (best != NULL && sign * strcmp(text, best) <= 0))
                continue;
            best = text;
            rows[group] = groups->members[i];
        }
    }
    return rows;
}

RkColumn *rk_operation_words(const RkAggregation *aggregation, const RkGroups *groups)
{
    g_autofree guint32 *rows = extreme_words(aggregation, groups, aggregation->operation->of_words);
    g_autoptr(RkColumn) column = rk_column_gather(aggregation->column, rows, groups->count);
    return rk_column_with(column, aggregation->name, rk_column_unit(column), rk_column_flag(column));
}

/** The columns of the table at `rows`, each under `prefix` and its own name. */
static void gather_rows(const RkTable *table, const guint32 *rows, gsize count, const char *prefix, GPtrArray *columns)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        g_autoptr(RkColumn) column = rk_column_gather(rk_table_column(table, i), rows, count);
        g_autofree char *name = g_strconcat(prefix, ".", rk_column_name(column), NULL);
        g_ptr_array_add(columns, rk_column_with(column, name, rk_column_unit(column), rk_column_flag(column)));
    }
}

static gboolean extreme(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups, double sign,
                        GPtrArray *columns)
{
    g_autofree guint32 *rows = extreme_rows(aggregation, groups, sign);
    gather_rows(table, rows, groups->count, aggregation->name, columns);
    return TRUE;
}

gboolean rk_operation_argmin(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error)
{
    (void)error;
    return extreme(aggregation, table, groups, -1, columns);
}

gboolean rk_operation_argmax(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error)
{
    (void)error;
    return extreme(aggregation, table, groups, 1, columns);
}

gboolean rk_operation_values(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error)
{
    guint32 most = 0;
    double *lengths = g_new(double, MAX(groups->count, 1));
    g_autofree guint32 *rows = g_new(guint32, MAX(groups->count, 1));
    for (guint32 group = 0; group < groups->count; group++) {
        lengths[group] = groups->starts[group + 1] - groups->starts[group];
        most = MAX(most, (guint32)lengths[group]);
    }
    g_autofree char *length = g_strconcat(aggregation->name, ".length", NULL);
    g_ptr_array_add(columns, rk_column_new_numbers(length, lengths, groups->count));
    if ((guint64)most * rk_table_columns(table) > RK_LIMIT_COLUMNS) {
        rk_error_set(error, RK_ERROR_LIMIT, aggregation->place, "aggregate to numbers, or group by more columns",
                     "values: a group of %u rows would make more than %u columns", most, RK_LIMIT_COLUMNS);
        return FALSE;
    }
    for (guint32 at = 0; at < most; at++) {
        g_autofree char *prefix = g_strdup_printf("%s[%u]", aggregation->name, at);
        for (guint32 group = 0; group < groups->count; group++)
            rows[group] = at < lengths[group] ? groups->members[groups->starts[group] + at] : G_MAXUINT32;
        gather_rows(table, rows, groups->count, prefix, columns);
    }
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * correlation: how columns go together, one row for each group and, when they are more than two, each pair. A group for
 * which it cannot be computed gets missing values and a warning that says why.
 */
#include "transform/correlation.h"

#include <math.h>
#include <string.h>

static const char *const method_names[] = {"pearson", "spearman", "kendall", NULL};
static const RkCorrelate methods[] = {rk_stats_pearson, rk_stats_spearman, rk_stats_kendall};

static RkCorrelate method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
        if (strcmp(name, method_names[i]) == 0)
            return methods[i];
    return methods[0];
}

const char *rk_correlation_name(const RkValue *options, guint result)
{
    static const char *const names[RK_CORRELATION_RESULTS] = {"coefficient", "p_value", "n"};
    return rk_option_as(rk_value_get(options, "as"), result, names[result]);
}

void rk_correlation_warn(const RkCorrelationVerb *verb, const char *words, guint32 row, RkStatsReason reason,
                         gsize more)
{
    g_autoptr(GString) group = g_string_new(words);
    for (guint i = 0; i < verb->keys->len && row != G_MAXUINT32; i++) {
        const RkColumn *key = g_ptr_array_index(verb->keys, i);
        g_autofree char *value = rk_column_write(key, row);
        g_string_append_printf(group, "%s%s = %s", i == 0 ? " for " : ", ", rk_column_name(key),
                               value == NULL ? "nothing" : value);
    }
    if (more > 0)
        g_string_append_printf(group, ", nor of %" G_GSIZE_FORMAT " more pair%s", more, more == 1 ? "" : "s");
    rk_diagnostics_add(verb->diagnostics, RK_SEVERITY_WARNING,
                       rk_value_place(rk_value_get(verb->options, "correlation")), NULL, "no correlation%s: %s",
                       group->str, rk_stats_reason_describe(reason));
}

void rk_correlation_gather(const double *values, const guint32 *rows, gsize count, double *gathered)
{
    for (gsize i = 0; i < count; i++)
        gathered[i] = values[rows[i]];
}

gsize rk_correlation_pairs(const double *x, const double *y, gsize count)
{
    gsize pairs = 0;
    for (gsize i = 0; i < count; i++)
        pairs += !isnan(x[i]) && !isnan(y[i]);
    return pairs;
}

static void correlate_groups(const RkCorrelationVerb *verb, const double *x, const double *y,
                             double *results[RK_CORRELATION_RESULTS])
{
    const RkGroups *groups = verb->groups;
    g_autofree double *left = g_new(double, groups->rows), *right = g_new(double, groups->rows);
    for (guint32 group = 0; group < groups->count; group++) {
        const guint32 *members = groups->members + groups->starts[group];
        gsize count = groups->starts[group + 1] - groups->starts[group];
        RkCorrelation correlation;
        RkStatsReason reason;
        rk_correlation_gather(x, members, count, left);
        rk_correlation_gather(y, members, count, right);
        gboolean found = verb->method(left, right, count, &correlation, &reason);
        if (!found)
            rk_correlation_warn(verb, "", count > 0 ? members[0] : G_MAXUINT32, reason, 0);
        results[RK_CORRELATION_COEFFICIENT][group] = found ? correlation.coefficient : NAN;
        results[RK_CORRELATION_P_VALUE][group] = found ? correlation.p_value : NAN;
        results[RK_CORRELATION_PAIRS][group] = (double)rk_correlation_pairs(left, right, count);
    }
}

static RkTable *make_table(const RkCorrelationVerb *verb, double *results[RK_CORRELATION_RESULTS], GError **error)
{
    const RkGroups *groups = verb->groups;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree guint32 *first = rk_groups_first(groups);
    for (guint i = 0; i < verb->keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(verb->keys, i), first, groups->count));
    for (guint i = 0; i < RK_CORRELATION_RESULTS; i++)
        g_ptr_array_add(columns,
                        rk_column_new_numbers(rk_correlation_name(verb->options, i), results[i], groups->count));
    RkPlace place = rk_value_place(rk_value_get(verb->options, "correlation"));
    return rk_results_table(columns, groups->count, place, error);
}

static RkTable *correlate_pair(const RkCorrelationVerb *verb, const RkColumn *x, const RkColumn *y, GError **error)
{
    g_autofree double *made_x = NULL, *made_y = NULL;
    double *results[RK_CORRELATION_RESULTS];
    for (guint i = 0; i < RK_CORRELATION_RESULTS; i++)
        results[i] = g_new(double, verb->groups->count);
    correlate_groups(verb, rk_column_doubles(x, &made_x), rk_column_doubles(y, &made_y), results);
    return make_table(verb, results, error);
}

/** Column `index` of the list, checked for type and units. */
static const RkColumn *read_column(const RkValue *list, guint index, const RkTable *input, const RkGroups *groups,
                                   GError **error)
{
    const RkValue *name = rk_value_at(list, index);
    const RkColumn *column = rk_option_column(name, input, "correlation", error);
    g_autoptr(RkColumn) unit = NULL;
    if (column == NULL || !rk_groups_unit(groups, column, input, "correlation", rk_value_place(name), &unit, error))
        return NULL;
    return column;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *list = rk_value_get(options, "correlation");
    guint count = (guint)rk_value_length(list);
    if (count < 2) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), NULL, "correlation takes two columns or more");
        return NULL;
    }
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(options, "groupby"), input, error);
    if (keys == NULL)
        return NULL;
    g_autoptr(RkGroups) groups = rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(input));
    g_autofree const RkColumn **columns = g_new(const RkColumn *, count);
    for (guint i = 0; i < count; i++) {
        columns[i] = read_column(list, i, input, groups, error);
        if (columns[i] == NULL)
            return NULL;
    }
    const RkCorrelationVerb verb = {options, groups, keys, method_of(options), context->diagnostics};
    return count == 2 ? correlate_pair(&verb, columns[0], columns[1], error)
                      : rk_correlation_matrix(&verb, columns, count, error);
}

static const RkProperty properties[] = {
    {.name = "correlation",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "two columns, or more: then every pair"},
    {.name = "method", .allow = RK_ALLOW_TEXT, .words = method_names, .summary = "pearson, spearman or kendall"},
    RK_PROPERTY_GROUPBY,
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the results: [coefficient, p_value, n, column, with]"},
    {NULL}};
static const RkShape shape = {.name = "a correlation transform", .properties = properties};

const RkTransform rk_transform_correlation = {.name = "correlation",
                                              .summary = "correlate columns, one row for each group or pair",
                                              .shape = &shape,
                                              .apply = apply};

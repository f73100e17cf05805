/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * correlation: how two columns go together, one row for each group. A group for which it cannot be computed gets
 * missing values and a warning that says why.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "stats/correlation.h"

static const char *const method_names[] = {"pearson", "spearman", "kendall", NULL};
static const RkCorrelate methods[] = {rk_stats_pearson, rk_stats_spearman, rk_stats_kendall};

enum { COEFFICIENT, P_VALUE, PAIRS, RESULTS };

static RkCorrelate method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
        if (strcmp(name, method_names[i]) == 0)
            return methods[i];
    return methods[0];
}

static void warn(const RkValue *options, const GPtrArray *keys, guint32 row, RkStatsReason reason,
                 RkDiagnostics *diagnostics)
{
    g_autoptr(GString) group = g_string_new(NULL);
    for (guint i = 0; i < keys->len && row != G_MAXUINT32; i++) {
        const RkColumn *key = g_ptr_array_index(keys, i);
        g_autofree char *value = rk_column_write(key, row);
        g_string_append_printf(group, "%s%s = %s", i == 0 ? " for " : ", ", rk_column_name(key),
                               value == NULL ? "nothing" : value);
    }
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(rk_value_get(options, "correlation")), NULL,
                       "no correlation%s: %s", group->str, rk_stats_reason_describe(reason));
}

static void gather(const double *values, const guint32 *rows, gsize count, double *gathered)
{
    for (gsize i = 0; i < count; i++)
        gathered[i] = values[rows[i]];
}

static gsize complete_pairs(const double *x, const double *y, gsize count)
{
    gsize pairs = 0;
    for (gsize i = 0; i < count; i++)
        pairs += !isnan(x[i]) && !isnan(y[i]);
    return pairs;
}

static void correlate_groups(const RkValue *options, const RkGroups *groups, const GPtrArray *keys, const double *x,
                             const double *y, RkDiagnostics *diagnostics, double *results[RESULTS])
{
    RkCorrelate method = method_of(options);
    g_autofree double *left = g_new(double, groups->rows), *right = g_new(double, groups->rows);
    for (guint32 group = 0; group < groups->count; group++) {
        const guint32 *members = groups->members + groups->starts[group];
        gsize count = groups->starts[group + 1] - groups->starts[group];
        RkCorrelation correlation;
        RkStatsReason reason;
        gather(x, members, count, left);
        gather(y, members, count, right);
        gboolean found = method(left, right, count, &correlation, &reason);
        if (!found)
            warn(options, keys, count > 0 ? members[0] : G_MAXUINT32, reason, diagnostics);
        results[COEFFICIENT][group] = found ? correlation.coefficient : NAN;
        results[P_VALUE][group] = found ? correlation.p_value : NAN;
        results[PAIRS][group] = (double)complete_pairs(left, right, count);
    }
}

static RkTable *make_table(const RkValue *options, const RkGroups *groups, const GPtrArray *keys,
                           double *results[RESULTS], GError **error)
{
    static const char *const names[RESULTS] = {"coefficient", "p_value", "n"};
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree guint32 *first = rk_groups_first(groups);
    for (guint i = 0; i < keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(keys, i), first, groups->count));
    for (guint i = 0; i < RESULTS; i++)
        g_ptr_array_add(columns, rk_column_new_numbers(rk_option_as(rk_value_get(options, "as"), i, names[i]),
                                                       results[i], groups->count));
    RkPlace place = rk_value_place(rk_value_get(options, "correlation"));
    return rk_results_table(columns, groups->count, place, error);
}

/** Column `index` of the pair, checked for type and units. */
static const RkColumn *read_column(const RkValue *pair, guint index, const RkTable *input, const RkGroups *groups,
                                   GError **error)
{
    const RkValue *name = rk_value_at(pair, index);
    const RkColumn *column = rk_option_column(name, input, "correlation", error);
    g_autoptr(RkColumn) unit = NULL;
    if (column == NULL || !rk_groups_unit(groups, column, input, "correlation", rk_value_place(name), &unit, error))
        return NULL;
    return column;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *pair = rk_value_get(options, "correlation");
    if (rk_value_length(pair) != 2) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(pair), NULL, "correlation takes two columns");
        return NULL;
    }
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(options, "groupby"), input, error);
    if (keys == NULL)
        return NULL;
    g_autoptr(RkGroups) groups = rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(input));
    const RkColumn *x = read_column(pair, 0, input, groups, error);
    const RkColumn *y = x == NULL ? NULL : read_column(pair, 1, input, groups, error);
    if (y == NULL)
        return NULL;
    g_autofree double *made_x = NULL, *made_y = NULL;
    double *results[RESULTS];
    for (guint i = 0; i < RESULTS; i++)
        results[i] = g_new(double, groups->count);
    correlate_groups(options, groups, keys, rk_column_doubles(x, &made_x), rk_column_doubles(y, &made_y),
                     context->diagnostics, results);
    return make_table(options, groups, keys, results, error);
}

static const RkProperty properties[] = {
    {.name = "correlation", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .required = TRUE, .summary = "two columns"},
    {.name = "method", .allow = RK_ALLOW_TEXT, .words = method_names, .summary = "pearson, spearman or kendall"},
    RK_PROPERTY_GROUPBY,
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the results: [coefficient, p_value, n]"},
    {NULL}};
static const RkShape shape = {.name = "a correlation transform", .properties = properties};

const RkTransform rk_transform_correlation = {
    .name = "correlation", .summary = "correlate two columns, one row for each group", .shape = &shape, .apply = apply};

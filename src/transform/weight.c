/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * weight: the weighted mean of several normalised indicators of a row. Missing components are dropped and the weights
 * of the others grow in proportion; when too few are left the result is missing. Negative weights, weights without a
 * total, and values that a mean is not defined for are errors.
 */
#include "transform/weight.h"

#include <math.h>

#include "base/number.h"
#include "stats/power-mean.h"

static const char *const method_names[] = {"arithmetic", "geometric", "harmonic", "power", NULL};

/** Components of one row must have one unit, or none: sums of different things have no meaning. */
static gboolean check_units(const RkWeighing *weighing, gsize row, GError **error)
{
    const char *first = NULL;
    guint of = G_MAXUINT;
    for (guint i = 0; i < weighing->count; i++) {
        const RkColumn *units = rk_column_unit(weighing->columns[i]);
        const char *unit = units == NULL ? NULL : rk_column_text(units, row);
        if (isnan(weighing->values[i][row]))
            continue;
        if (of != G_MAXUINT && g_strcmp0(unit, first) != 0) {
            rk_error_set(error, RK_ERROR_DATA, rk_value_place(rk_value_get(weighing->options, "weight")),
                         "normalize them first", "weight of \"%s\" in %s with \"%s\" in %s",
                         rk_column_name(weighing->columns[of]), first == NULL ? "no unit" : first,
                         rk_column_name(weighing->columns[i]), unit == NULL ? "no unit" : unit);
            return FALSE;
        }
        first = unit;
        of = i;
    }
    return TRUE;
}

static gboolean check_value(const RkWeighing *weighing, guint i, gsize row, GError **error)
{
    double value = weighing->values[i][row];
    if (isnan(value) || rk_stats_power_allows(weighing->power, value))
        return TRUE;
    g_autofree char *words = rk_row_words(weighing->input, row);
    char buffer[RK_NUMBER_BUFFER];
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(rk_value_at(rk_value_get(weighing->options, "weight"), i)),
                 "normalize onto a range above zero, for example [1, 100]",
                 "the %s mean is not defined for %s in column \"%s\" (%s)", weighing->method,
                 rk_number_shortest(value, buffer), rk_column_name(weighing->columns[i]), words);
    return FALSE;
}

/** What became of the rows, by reason. */
typedef struct {
    gsize incomplete, weightless, reduced;
} Tally;

/** The result of a row, and the weights that its components really had. */
static double weigh_row(const RkWeighing *weighing, gsize row, double *values, double *effective, Tally *tally)
{
    guint present = 0;
    double total = 0;
    for (guint i = 0; i < weighing->count; i++) {
        values[i] = weighing->values[i][row];
        double weight = weighing->row_weights[i] == NULL ? weighing->weights[i] : weighing->row_weights[i][row];
        effective[i] = isnan(values[i]) ? NAN : weight;
        present += !isnan(effective[i]);
        total += isnan(effective[i]) ? 0 : weight;
    }
    gboolean enough = present > 0 && present >= weighing->availability * weighing->count;
    double mean = enough ? rk_stats_power_mean(values, effective, weighing->count, weighing->power) : NAN;
    tally->incomplete += !enough;
    tally->weightless += enough && isnan(mean);
    tally->reduced += enough && present < weighing->count;
    for (guint i = 0; i < weighing->count; i++)
        effective[i] = isnan(mean) ? NAN : isnan(effective[i]) ? 0 : effective[i] / total;
    return mean;
}

static void say(const RkWeighing *weighing, RkDiagnostics *diagnostics, RkSeverity severity, gsize count,
                const char *hint, const char *what)
{
    RkPlace place = rk_value_place(rk_value_get(weighing->options, "weight"));
    if (count > 0)
        rk_diagnostics_add(diagnostics, severity, place, hint, "weight: %" G_GSIZE_FORMAT " %s %s", count,
                           count == 1 ? "row" : "rows", what);
}

static void report(const RkWeighing *weighing, const Tally *tally, RkDiagnostics *diagnostics)
{
    say(weighing, diagnostics, RK_SEVERITY_WARNING, tally->incomplete,
        "availability says which share of the indicators is enough", "without a result: too few indicators");
    say(weighing, diagnostics, RK_SEVERITY_WARNING, tally->weightless, NULL,
        "without a result: no weight, or beyond the range of numbers");
    say(weighing, diagnostics, RK_SEVERITY_NOTE, tally->reduced, NULL,
        "with an indicator missing: the others weigh more there");
}

/** The unit that all components share, row by row; NULL when the first has none. */
static RkColumn *common_unit(const RkWeighing *weighing)
{
    for (guint i = 0; i < weighing->count; i++)
        if (rk_column_unit(weighing->columns[i]) == NULL)
            return NULL;
    return rk_column_ref(rk_column_unit(weighing->columns[0]));
}

static RkTable *add_result(const RkWeighing *weighing, double *results)
{
    const char *name = rk_value_text_or(rk_value_get(weighing->options, "as"), "weighted");
    g_autoptr(RkColumn) unit = common_unit(weighing);
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, results, rk_table_rows(weighing->input));
    g_autoptr(RkColumn) column = rk_flags_across(rk_column_with(plain, NULL, unit, NULL), weighing->columns,
                                                 weighing->count, weighing->flag_rule);
    return rk_table_with_column(weighing->input, column);
}

static RkTable *add_effective(const RkWeighing *weighing, RkTable *table, double **effective)
{
    for (guint i = 0; i < weighing->count; i++) {
        g_autofree char *name = g_strconcat(rk_column_name(weighing->columns[i]), "_weight", NULL);
        RkTable *next = rk_result_add(table, name, g_steal_pointer(&effective[i]), NULL);
        rk_table_unref(table);
        table = next;
    }
    return table;
}

static RkTable *weigh(const RkWeighing *weighing, RkDiagnostics *diagnostics, GError **error)
{
    gsize rows = rk_table_rows(weighing->input);
    g_autofree double *results = rk_missing_new(rows), *values = g_new(double, weighing->count);
    g_autofree double *weights = g_new(double, weighing->count);
    g_autoptr(GPtrArray) effective = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < weighing->count; i++)
        g_ptr_array_add(effective, rk_missing_new(rows));
    Tally tally = {0};
    for (gsize row = 0; row < rows; row++) {
        for (guint i = 0; i < weighing->count; i++)
            if (!check_value(weighing, i, row, error))
                return NULL;
        if (!check_units(weighing, row, error))
            return NULL;
        results[row] = weigh_row(weighing, row, values, weights, &tally);
        for (guint i = 0; i < weighing->count; i++)
            ((double *)g_ptr_array_index(effective, i))[row] = weights[i];
    }
    report(weighing, &tally, diagnostics);
    RkTable *table = add_result(weighing, g_steal_pointer(&results));
    return rk_value_boolean_or(rk_value_get(weighing->options, "effective"), FALSE)
               ? add_effective(weighing, table, (double **)effective->pdata)
               : table;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkWeighing) weighing = {.input = input, .options = options, .flag_rule = rk_scope_flag_rule(context->scope)};
    return !rk_weighing_read(&weighing, error) ? NULL : weigh(&weighing, context->diagnostics, error);
}

#define WEIGHT (RK_ALLOW_NUMBER | RK_ALLOW_TEXT)
static const RkProperty any_weight = {.allow = WEIGHT, .summary = "the weight of an indicator"};
static const RkShape weights_shape = {.name = "weights", .any = &any_weight};

static const RkProperty properties[] = {
    {.name = "weight",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "the indicators to put together"},
    {.name = "weights",
     .allow = RK_ALLOW_LIST | RK_ALLOW_MAP,
     .shape = &weights_shape,
     .items = WEIGHT,
     .summary = "numbers or columns, in the order of the indicators or by their names; equal when absent"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "the mean: arithmetic, geometric, harmonic or power"},
    {.name = "power", .allow = RK_ALLOW_NUMBER, .summary = "of the method power"},
    {.name = "availability",
     .allow = RK_ALLOW_NUMBER,
     .summary = "the share of indicators that must be there: 1; below it the result is missing"},
    {.name = "effective", .allow = RK_ALLOW_BOOLEAN, .summary = "add the weight that each indicator had: NAME_weight"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: weighted"},
    {NULL}};
static const RkShape shape = {.name = "a weight transform", .properties = properties};

const RkTransform rk_transform_weight = {
    .name = "weight", .summary = "a weighted mean of indicators", .shape = &shape, .apply = apply};

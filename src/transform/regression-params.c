/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coefficients of a regression as a table, under the names by which the grammar's lists are reached: coef[0] is the
 * intercept. Groups that could not be fitted keep their row, with everything but the number of pairs missing.
 */
#include <math.h>

#include "transform/regression.h"

/* What there is of each coefficient, in the order of the columns. R² stands after the first. */
enum { VALUE, ERROR, P_VALUE, LOW, HIGH, PARTS };
static const char *const part_names[PARTS] = {"coef", "standard_error", "p_value", "coef_low", "coef_high"};

typedef struct {
    guint terms;
    double *parts[PARTS][RK_FIT_TERMS];
    double *r_squared, *count;
} Columns;

static double part_of(const RkFitCoefficient *coefficient, guint part)
{
    const double parts[PARTS] = {coefficient->value, coefficient->standard_error, coefficient->p_value,
                                 coefficient->low, coefficient->high};
    return isfinite(parts[part]) ? parts[part] : NAN;
}

/* What a slope over time is counted in: the unit of y for each year. Nothing for fits whose slope has no such unit. */
static RkColumn *slope_unit(const RkRegressionVerb *verb, gsize rows)
{
    const RkFitMethod *method = verb->request.method;
    if (!rk_regression_on_time(verb) || rk_fit_terms(&verb->request) != 2 || method->log_x)
        return NULL;
    RkColumnBuilder *builder = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    for (gsize group = 0; group < rows; group++) {
        const RkColumn *units = method->log_y ? NULL : verb->measure.unit;
        const char *unit = units == NULL ? NULL : rk_column_text(units, group);
        g_autofree char *text = unit == NULL ? g_strdup("PER_YEAR") : g_strdup_printf("%s_PER_YEAR", unit);
        rk_column_builder_text(builder, text, -1);
    }
    return rk_column_builder_finish(builder);
}

static gboolean has_slope_unit(guint part, guint term)
{
    return part != P_VALUE && term == 1;
}

static void fill(RkRegressionVerb *verb, Columns *columns)
{
    for (guint32 group = 0; group < verb->measure.groups->count; group++) {
        g_auto(RkFit) fit = {0};
        gboolean found = rk_regression_verb_fit(verb, group, &fit);
        for (guint part = 0; part < PARTS; part++)
            for (guint k = 0; k < columns->terms; k++)
                columns->parts[part][k][group] = found ? part_of(&fit.coefficients[k], part) : NAN;
        columns->r_squared[group] = found ? fit.r_squared : NAN;
        columns->count[group] = (double)fit.count;
    }
}

static void add(GPtrArray *columns, const char *name, double *numbers, gsize rows, const RkColumn *unit)
{
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, numbers, rows);
    g_ptr_array_add(columns, rk_column_with(plain, NULL, unit, NULL));
}

RkTable *rk_regression_params(RkRegressionVerb *verb, GError **error)
{
    gsize rows = verb->measure.groups->count;
    guint parts = verb->request.interval == RK_FIT_NO_INTERVAL ? LOW : PARTS;
    Columns columns = {.terms = rk_fit_terms(&verb->request)};
    columns.r_squared = rk_missing_new(rows);
    columns.count = rk_missing_new(rows);
    for (guint part = 0; part < PARTS; part++)
        for (guint k = 0; k < columns.terms; k++)
            columns.parts[part][k] = rk_missing_new(rows);
    fill(verb, &columns);
    rk_regression_verb_report(verb);
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autoptr(RkColumn) slopes = slope_unit(verb, rows);
    g_autofree guint32 *first = rk_groups_first(verb->measure.groups);
    for (guint i = 0; i < verb->measure.keys->len; i++)
        g_ptr_array_add(made, rk_column_gather(g_ptr_array_index(verb->measure.keys, i), first, rows));
    for (guint part = 0; part < PARTS; part++) {
        for (guint k = 0; k < columns.terms; k++) {
            g_autofree char *name = g_strdup_printf("%s[%u]", part_names[part], k);
            if (part < parts)
                add(made, name, columns.parts[part][k], rows, has_slope_unit(part, k) ? slopes : NULL);
            else
                g_free(columns.parts[part][k]);
        }
        if (part == VALUE)
            add(made, "rSquared", columns.r_squared, rows, NULL);
    }
    add(made, "n", columns.count, rows, NULL);
    return rk_results_table(made, rows, verb->measure.place, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * denominate: a value for each unit of another column, row by row: GDP per head, debt as a percentage of GDP. Amounts
 * of the same thing make a share or a percentage, others a unit of their own; a denominator that is not above zero
 * gives nothing, and that is reported.
 */
#include "transform/verb.h"

#include <math.h>

#include "stats/growth.h"

typedef struct {
    RkMeasure measure;
    const RkValue *options;
    const RkColumn *by;
    const double *denominators;
    double factor;
    const char *unit; /* as the options name it; NULL: worked out */
} Verb;

static const char *unit_at(const RkColumn *column, gsize row)
{
    const RkColumn *units = rk_column_unit(column);
    return units == NULL ? NULL : rk_column_text(units, row);
}

static gboolean needs_name(const Verb *verb, const char *above, const char *below, GError **error)
{
    rk_error_set(error, RK_ERROR_SPEC, verb->measure.place, "name it with unit",
                 "denominate: %s for each %s, times a factor, has no unit of its own", above, below);
    return FALSE;
}

/* The unit of a row, and what its denominator must be multiplied by to be in the unit of the value. `*unit` is to be
 * freed, NULL for none. */
static gboolean find_unit(const Verb *verb, gsize row, char **unit, double *scale, GError **error)
{
    const char *above = unit_at(verb->measure.column, row), *below = unit_at(verb->by, row);
    RkUnit from = rk_unit_read(below), to = rk_unit_read(above);
    double multiply, divide;
    gboolean same = above != NULL && below != NULL && rk_unit_factor(&from, &to, &multiply, &divide);
    *scale = same ? multiply / divide : 1;
    *unit = g_strdup(verb->unit);
    if (verb->unit != NULL || above == NULL || below == NULL)
        return TRUE;
    if (same && (verb->factor == 1 || verb->factor == 100))
        *unit = g_strdup(verb->factor == 1 ? RK_UNIT_SHARE_TEXT : RK_UNIT_PERCENT_TEXT);
    else if (verb->factor == 1)
        *unit = g_strdup_printf("%s_PER_%s", above, below);
    else
        return needs_name(verb, above, below, error);
    return TRUE;
}

static RkTable *divide_rows(const Verb *verb, GError **error)
{
    const RkMeasure *measure = &verb->measure;
    gsize rows = rk_table_rows(measure->input);
    RkMishap bad = {.reason = "the denominator is not above zero"};
    g_autofree double *results = rk_missing_new(rows);
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++) {
        g_autofree char *unit = NULL;
        double scale = 1, value = measure->values[row], denominator = verb->denominators[row];
        gboolean complete = !isnan(value) && !isnan(denominator);
        if (complete && !find_unit(verb, row, &unit, &scale, error))
            return NULL;
        if (complete && !(denominator > 0))
            rk_mishap_add(&bad, (guint32)row);
        results[row] = rk_stats_denominate(value, denominator * scale, verb->factor);
        rk_column_builder_text(builder, unit, -1);
    }
    rk_mishap_report(&bad, measure, "row");
    g_autoptr(RkColumn) units = rk_column_builder_finish(g_steal_pointer(&builder));
    const char *name = rk_value_text_or(rk_value_get(verb->options, "as"), "denominated");
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, g_steal_pointer(&results), rows);
    const RkColumn *sources[] = {measure->column, verb->by};
    g_autoptr(RkColumn) column =
        rk_flags_across(rk_column_with(plain, NULL, rk_column_words(units) == 0 ? NULL : units, NULL), sources,
                        G_N_ELEMENTS(sources), measure->flag_rule);
    return rk_table_with_column(measure->input, column);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    Verb verb = {.options = options,
                 .factor = rk_value_number_or(rk_value_get(options, "factor"), 1),
                 .unit = rk_value_text_or(rk_value_get(options, "unit"), NULL)};
    g_autofree double *made = NULL;
    RkTable *table = NULL;
    if (rk_measure_read_rows(options, "denominate", input, context, &verb.measure, error)) {
        verb.by = rk_option_column(rk_value_get(options, "by"), input, "denominate by", error);
        verb.denominators = verb.by == NULL ? NULL : rk_column_doubles(verb.by, &made);
        table = verb.by == NULL ? NULL : divide_rows(&verb, error);
    }
    rk_measure_clear(&verb.measure);
    return table;
}

static gboolean check_factor(const RkValue *value, GError **error)
{
    double factor = rk_value_number_or(value, 1);
    if (factor > 0 && isfinite(factor))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a factor is above zero: 100 for a percentage");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "denominate", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of values"},
    {.name = "by",
     .allow = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "the column they are divided by: people, GDP, an area"},
    {.name = "factor",
     .allow = RK_ALLOW_NUMBER,
     .check = check_factor,
     .summary = "what the ratio is multiplied by: 1; 100 for a percentage, 1000 for each thousand"},
    {.name = "unit", .allow = RK_ALLOW_TEXT, .summary = "of the result; without it SHARE or PC, or A_PER_B"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: denominated"},
    {NULL}};
static const RkShape shape = {.name = "a denominate transform", .properties = properties};

const RkTransform rk_transform_denominate = {.name = "denominate",
                                             .summary = "values for each head, or as a percentage of GDP",
                                             .shape = &shape,
                                             .apply = apply};

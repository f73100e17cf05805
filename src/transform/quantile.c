/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * quantile: the quantiles of a column, one row for each probability, for each group.
 */
#include <math.h>

#include "base/limits.h"
#include "stats/array.h"
#include "stats/quantile.h"
#include "transform/curve.h"
#include "transform/verb.h"

/** Probabilities of one group: below this step neighbours cannot be told apart in a picture. */
#define PROBABILITIES_LIMIT 100000u

/* The middles of equal steps. */
static GArray *middles(double step)
{
    GArray *probabilities = g_array_new(FALSE, FALSE, sizeof(double));
    double count = fmax(0, ceil((1 - 1e-14 - step / 2) / step));
    for (guint i = 0; i < count; i++) {
        double probability = step / 2 + i * step;
        g_array_append_val(probabilities, probability);
    }
    return probabilities;
}

static gboolean is_probability(const RkValue *value)
{
    double number = rk_value_number_or(value, NAN);
    return number >= 0 && number <= 1;
}

static GArray *read_probabilities(const RkValue *options, GError **error)
{
    const RkValue *list = rk_value_get(options, "probs");
    if (!rk_value_is(list, RK_VALUE_LIST))
        return middles(rk_value_number_or(rk_value_get(options, "step"), 0.01));
    GArray *probabilities = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < rk_value_length(list); i++) {
        double probability = rk_value_number_or(rk_value_at(list, i), NAN);
        if (!is_probability(rk_value_at(list, i))) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_at(list, i)), NULL,
                         "a probability is a number from 0 to 1");
            g_array_unref(probabilities);
            return NULL;
        }
        g_array_append_val(probabilities, probability);
    }
    return probabilities;
}

static void add_group(const RkMeasure *measure, guint32 group, const GArray *probabilities, guint type,
                      RkCurveRows *rows)
{
    gsize count;
    const guint32 *members = rk_measure_rows(measure, group, &count);
    g_autofree double *values = g_new(double, MAX(count, 1));
    for (gsize i = 0; i < count; i++)
        values[i] = measure->values[members[i]];
    count = rk_stats_sort(values, count, values);
    for (guint i = 0; i < probabilities->len; i++) {
        RkSampledPoint point = {.x = g_array_index(probabilities, double, i), .low = NAN, .high = NAN};
        point.value = rk_stats_quantile_sorted(values, count, point.x, type);
        rk_curve_rows_add(rows, group, &point);
    }
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_auto(RkCurveRows) rows = {NULL};
    if (!rk_measure_read(options, "quantile", input, context, &measure, error))
        return NULL;
    g_autoptr(GArray) probabilities = read_probabilities(options, error);
    if (probabilities == NULL)
        return NULL;
    guint32 groups = measure.groups->count;
    if (groups > 0 && probabilities->len > RK_LIMIT_GENERATED_ROWS / groups) {
        rk_error_set(error, RK_ERROR_LIMIT, measure.place, NULL, "quantile: %u groups with %u probabilities each",
                     groups, probabilities->len);
        return NULL;
    }
    guint type = (guint)rk_value_number_or(rk_value_get(options, "type"), RK_QUANTILE_DEFAULT);
    rk_curve_rows_init(&rows, measure.groups);
    rows.of = measure.column;
    rows.flag_rule = measure.flag_rule;
    for (guint32 group = 0; group < groups; group++)
        add_group(&measure, group, probabilities, type, &rows);
    const RkValue *as = rk_value_get(options, "as");
    const RkCurveColumn columns[] = {{rk_option_as(as, 0, "prob"), NULL, RK_FREQUENCY_NONE},
                                     {rk_option_as(as, 1, "value"), measure.unit, RK_FREQUENCY_NONE}};
    return rk_curve_rows_table(&rows, measure.keys, columns, 2, measure.place, error);
}

static gboolean check_step(const RkValue *value, GError **error)
{
    double step = rk_value_number_or(value, 0.01);
    if (step >= 1.0 / PROBABILITIES_LIMIT && step <= 1)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a step is from %g to 1", 1.0 / PROBABILITIES_LIMIT);
    return FALSE;
}

static gboolean check_type(const RkValue *value, GError **error)
{
    double type = rk_value_number_or(value, RK_QUANTILE_DEFAULT);
    if (type >= 1 && type <= 9 && type == floor(type))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a type is a whole number from 1 to 9");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "quantile", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a column of numbers"},
    {.name = "probs", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .summary = "probabilities from 0 to 1"},
    {.name = "step",
     .allow = RK_ALLOW_NUMBER,
     .check = check_step,
     .summary = "without probs: distance of the probabilities, the first at half of it: 0.01"},
    {.name = "type", .allow = RK_ALLOW_NUMBER, .check = check_type, .summary = "definition by Hyndman and Fan, 1–9: 7"},
    RK_PROPERTY_GROUPBY,
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .least = 2,
     .most = 2,
     .summary = "names of the columns: [prob, value]"},
    {NULL}};
static const RkShape shape = {.name = "a quantile transform", .properties = properties};

const RkTransform rk_transform_quantile = {.name = "quantile",
                                           .summary = "quantiles of a column, one row for each probability",
                                           .shape = &shape,
                                           .apply = apply};

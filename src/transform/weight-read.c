/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the options of weight: components, weights as numbers or columns, the mean. Negative weights and weights that
 * are all zero are refused here, before a row is looked at.
 */
#include "transform/weight.h"

#include <math.h>

#include "base/number.h"
#include "stats/power-mean.h"

/* In the order of the powers. */
static const char *const method_names[] = {"arithmetic", "geometric", "harmonic", "power", NULL};
static const double powers[] = {RK_POWER_ARITHMETIC, RK_POWER_GEOMETRIC, RK_POWER_HARMONIC, NAN};

void rk_weighing_clear(RkWeighing *weighing)
{
    for (guint i = 0; i < 2 * weighing->count; i++)
        g_free(weighing->made[i]);
    g_free(weighing->columns);
    g_free(weighing->values);
    g_free(weighing->row_weights);
    g_free(weighing->weights);
    g_free(weighing->made);
}

static gboolean read_components(RkWeighing *weighing, GError **error)
{
    const RkValue *names = rk_value_get(weighing->options, "weight");
    guint count = rk_value_length(names);
    if (count == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(names), NULL, "weight needs at least one indicator");
        return FALSE;
    }
    weighing->columns = g_new0(const RkColumn *, count);
    weighing->values = g_new0(const double *, count);
    weighing->row_weights = g_new0(const double *, count);
    weighing->weights = g_new(double, count);
    weighing->made = g_new0(double *, 2 * (gsize)count);
    weighing->count = count;
    for (guint i = 0; i < count; i++) {
        const RkColumn *column = rk_option_column(rk_value_at(names, i), weighing->input, "weight", error);
        if (column == NULL)
            return FALSE;
        weighing->columns[i] = column;
        weighing->values[i] = rk_column_doubles(column, &weighing->made[i]);
        weighing->weights[i] = 1;
    }
    return TRUE;
}

static gboolean negative_weight(const RkValue *place, double weight, const char *row, GError **error)
{
    char buffer[RK_NUMBER_BUFFER];
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(place), NULL, "a weight is a number from 0 up, not %s%s%s",
                 rk_number_shortest(weight, buffer), row == NULL ? "" : " in ", row == NULL ? "" : row);
    return FALSE;
}

static gboolean read_weight_column(RkWeighing *weighing, guint i, const RkValue *name, GError **error)
{
    const RkColumn *column = rk_option_column(name, weighing->input, "weight", error);
    if (column == NULL)
        return FALSE;
    weighing->row_weights[i] = rk_column_doubles(column, &weighing->made[weighing->count + i]);
    for (gsize row = 0; row < rk_table_rows(weighing->input); row++) {
        double weight = weighing->row_weights[i][row];
        if (!(weight < 0) && !isinf(weight))
            continue;
        g_autofree char *words = rk_row_words(weighing->input, row);
        return negative_weight(name, weight, words, error);
    }
    return TRUE;
}

/** Weights as a list beside the components, or as a map by their names. */
static gboolean read_weights(RkWeighing *weighing, GError **error)
{
    const RkValue *weights = rk_value_get(weighing->options, "weights");
    gboolean by_name = rk_value_is(weights, RK_VALUE_MAP);
    double total = 0;
    if (weights != NULL && rk_value_length(weights) != weighing->count) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(weights), "give each indicator its weight",
                     "%u weights for %u indicators", rk_value_length(weights), weighing->count);
        return FALSE;
    }
    for (guint i = 0; i < weighing->count; i++) {
        const char *name = rk_column_name(weighing->columns[i]);
        const RkValue *item = by_name ? rk_value_get(weights, name) : rk_value_at(weights, i);
        if (weights != NULL && item == NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(weights), NULL, "there is no weight for \"%s\"", name);
            return FALSE;
        }
        if (rk_value_is(item, RK_VALUE_TEXT)) {
            if (!read_weight_column(weighing, i, item, error))
                return FALSE;
            total = INFINITY;
            continue;
        }
        weighing->weights[i] = rk_value_number_or(item, 1);
        if (!(weighing->weights[i] >= 0) || isinf(weighing->weights[i]))
            return negative_weight(item, weighing->weights[i], NULL, error);
        total += weighing->weights[i];
    }
    if (total > 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(weights), NULL, "all weights are zero");
    return FALSE;
}

static gboolean read_method(RkWeighing *weighing, GError **error)
{
    const RkValue *power = rk_value_get(weighing->options, "power");
    weighing->method = rk_value_text_or(rk_value_get(weighing->options, "method"), method_names[0]);
    for (guint i = 0; i < G_N_ELEMENTS(powers); i++)
        if (g_str_equal(weighing->method, method_names[i]))
            weighing->power = powers[i];
    if (isnan(weighing->power) == (power == NULL)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(power != NULL ? power : weighing->options), NULL,
                     power == NULL ? "the method power needs power" : "power belongs to the method power");
        return FALSE;
    }
    if (power != NULL)
        weighing->power = rk_value_number_or(power, NAN);
    const RkValue *availability = rk_value_get(weighing->options, "availability");
    weighing->availability = rk_value_number_or(availability, 1);
    if (!(weighing->availability >= 0 && weighing->availability <= 1)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(availability), NULL, "availability is a share from 0 to 1");
        return FALSE;
    }
    if (weighing->power != 0 || power == NULL)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(power), "use the method geometric", "power is not zero");
    return FALSE;
}

gboolean rk_weighing_read(RkWeighing *weighing, GError **error)
{
    return read_components(weighing, error) && read_weights(weighing, error) && read_method(weighing, error);
}

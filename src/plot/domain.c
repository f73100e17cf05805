/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The domain of a scale: all values of the channels that share it, or what the figure declares. Missing values have no
 * part in it; a domain of nothing is a warning, never a crash.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

/** What to look at when there is nothing to draw. */
static const char *hint_for_nothing(const RkScale *scale)
{
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    return rk_table_rows(unit->table) == 0 ? "the view has no rows: look at its data and filters"
                                           : "all values are missing: look at the column and the filters";
}

static void include(RkScale *scale, double value)
{
    if (!isfinite(value))
        return;
    scale->domain[0] = isnan(scale->domain[0]) ? value : fmin(scale->domain[0], value);
    scale->domain[1] = isnan(scale->domain[1]) ? value : fmax(scale->domain[1], value);
}

static gboolean datum_number(RkScale *scale, const RkUse *use, double *number, GError **error)
{
    const char *text = rk_value_text_or(use->datum, NULL);
    RkFrequency frequency;
    if (text != NULL && scale->type->temporal && rk_period_parse(text, strlen(text), number, &frequency))
        return TRUE;
    return rk_plotting_number(scale->plotting, use->datum, number, error);
}

static gboolean include_use(RkScale *scale, const RkUse *use, GError **error)
{
    if (use->column == NULL) {
        double number;
        if (!datum_number(scale, use, &number, error))
            return FALSE;
        include(scale, number);
        return TRUE;
    }
    const double *values = rk_column_numbers(use->column);
    gsize count = values == NULL ? 0 : rk_column_length(use->column);
    for (gsize row = 0; row < count; row++)
        include(scale, values[row]);
    scale->frequency = MAX(scale->frequency, rk_column_frequency(use->column));
    return TRUE;
}

/** Reads a bound of the domain: number, period text, or expression over the facts. */
static gboolean bound(RkScale *scale, const RkValue *value, double *number, GError **error)
{
    RkUse use = {.datum = value};
    return datum_number(scale, &use, number, error);
}

static gboolean declared_bounds(RkScale *scale, gboolean *fixed, GError **error)
{
    const RkValue *domain = rk_value_get(scale->definition, "domain");
    const RkValue *minimum = rk_value_get(scale->definition, "domainMin");
    const RkValue *maximum = rk_value_get(scale->definition, "domainMax");
    if (rk_value_length(domain) >= 2) {
        minimum = rk_value_at(domain, 0);
        maximum = rk_value_at(domain, rk_value_length(domain) - 1);
    }
    *fixed = minimum != NULL || maximum != NULL;
    return (minimum == NULL || bound(scale, minimum, &scale->domain[0], error)) &&
           (maximum == NULL || bound(scale, maximum, &scale->domain[1], error));
}

/** Bars, lines and areas rise from zero, but what they stand on need not hold it. */
static gboolean only_stood_on(const RkScale *scale)
{
    for (guint i = 0; i < scale->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        gboolean rises = unit->mark->series || unit->mark->stacks;
        if (!rises || scale->channel != (unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X))
            return FALSE;
    }
    return TRUE;
}

static gboolean wants_zero(const RkScale *scale, gboolean fixed)
{
    const RkValue *own = rk_value_get(scale->definition, "zero");
    if (own != NULL)
        return rk_value_boolean_or(own, FALSE);
    gboolean position = scale->channel == RK_CHANNEL_X || scale->channel == RK_CHANNEL_Y;
    return !fixed && scale->measure == RK_QUANTITATIVE && scale->type->refuse == NULL &&
           ((position && !only_stood_on(scale)) || scale->channel == RK_CHANNEL_SIZE);
}

static gboolean wants_nice(const RkScale *scale, gboolean fixed)
{
    const RkValue *own = rk_value_get(scale->definition, "nice");
    if (own != NULL)
        return !rk_value_is(own, RK_VALUE_BOOLEAN) || rk_value_boolean_or(own, FALSE);
    gboolean position = scale->channel == RK_CHANNEL_X || scale->channel == RK_CHANNEL_Y;
    return !fixed && position && scale->measure == RK_QUANTITATIVE;
}

/** About how many steps the round bounds are made for. */
static guint nice_count(const RkScale *scale)
{
    const RkValue *own = rk_value_get(scale->definition, "nice");
    if (!rk_value_is(own, RK_VALUE_NUMBER))
        own = rk_config_get(scale->plotting->config, "scale", "niceCount");
    return (guint)CLAMP(rk_value_number_or(own, 10), 1, 100);
}

static gboolean check_continuous(RkScale *scale, GError **error)
{
    const RkUse *use = g_ptr_array_index(scale->uses, 0);
    const char *reason =
        scale->type->refuse != NULL ? scale->type->refuse(scale, scale->domain[0], scale->domain[1]) : NULL;
    if (reason == NULL)
        return TRUE;
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(use->definition),
                 "filter those rows, or use a linear or symlog scale", "channel %s: %s",
                 rk_channel_name(scale->channel), reason);
    return FALSE;
}

static gboolean continuous_domain(RkScale *scale, GError **error)
{
    scale->domain[0] = scale->domain[1] = NAN;
    for (guint i = 0; i < scale->uses->len; i++) {
        if (!include_use(scale, g_ptr_array_index(scale->uses, i), error))
            return FALSE;
    }
    gboolean fixed = FALSE;
    if (!declared_bounds(scale, &fixed, error))
        return FALSE;
    if (isnan(scale->domain[0])) {
        const RkUse *use = g_ptr_array_index(scale->uses, 0);
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                           hint_for_nothing(scale), "channel %s has no value to draw", rk_channel_name(scale->channel));
        /* Any domain will do that the scale can take. */
        scale->domain[0] = scale->type->refuse != NULL ? 1 : 0;
        scale->domain[1] = scale->type->refuse != NULL ? 10 : 1;
        return TRUE;
    }
    if (!check_continuous(scale, error))
        return FALSE;
    scale->zero = wants_zero(scale, fixed);
    if (scale->zero) {
        scale->domain[0] = fmin(scale->domain[0], 0);
        scale->domain[1] = fmax(scale->domain[1], 0);
    }
    if (wants_nice(scale, fixed) && scale->type->nice != NULL)
        scale->type->nice(scale, nice_count(scale));
    return TRUE;
}

static gboolean add_category(RkScale *scale, const char *text, GError **error)
{
    if (text == NULL || g_hash_table_contains(scale->positions, text))
        return TRUE;
    if (scale->categories->len >= RK_LIMIT_CATEGORIES) {
        const RkUse *use = g_ptr_array_index(scale->uses, 0);
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(use->definition),
                     "filter the rows, or use a quantitative type", "channel %s has more than %u categories",
                     rk_channel_name(scale->channel), RK_LIMIT_CATEGORIES);
        return FALSE;
    }
    char *copy = g_strdup(text);
    g_ptr_array_add(scale->categories, copy);
    g_hash_table_insert(scale->positions, copy, GUINT_TO_POINTER(scale->categories->len));
    return TRUE;
}

static gboolean add_use(RkScale *scale, const RkUse *use, GError **error)
{
    if (use->column == NULL) {
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(use->datum));
        return add_category(scale, text, error);
    }
    for (gsize row = 0; row < rk_column_length(use->column); row++) {
        g_autofree char *text = rk_column_write(use->column, row);
        if (!add_category(scale, text, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean declared_categories(RkScale *scale, GError **error)
{
    const RkValue *domain = rk_value_get(scale->definition, "domain");
    for (guint i = 0; i < rk_value_length(domain); i++) {
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(rk_value_at(domain, i)));
        if (!add_category(scale, text, error))
            return FALSE;
    }
    return TRUE;
}

static void index_rows(RkScale *scale, RkUse *use)
{
    if (use->column == NULL)
        return;
    gsize count = rk_column_length(use->column);
    use->categories = g_new(guint32, MAX(count, 1));
    for (gsize row = 0; row < count; row++) {
        g_autofree char *text = rk_column_write(use->column, row);
        use->categories[row] = rk_scale_category(scale, text);
    }
}

static gboolean discrete_domain(RkScale *scale, GError **error)
{
    if (rk_value_length(rk_value_get(scale->definition, "domain")) > 0) {
        if (!declared_categories(scale, error))
            return FALSE;
    } else {
        for (guint i = 0; i < scale->uses->len; i++) {
            if (!add_use(scale, g_ptr_array_index(scale->uses, i), error))
                return FALSE;
        }
        if (!rk_scale_sort(scale, error))
            return FALSE;
    }
    for (guint i = 0; i < scale->uses->len; i++)
        index_rows(scale, g_ptr_array_index(scale->uses, i));
    if (scale->categories->len == 0) {
        const RkUse *use = g_ptr_array_index(scale->uses, 0);
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                           hint_for_nothing(scale), "channel %s has no value to draw", rk_channel_name(scale->channel));
    }
    return TRUE;
}

gboolean rk_scale_collect_domain(RkScale *scale, GError **error)
{
    return scale->type->discrete ? discrete_domain(scale, error) : continuous_domain(scale, error);
}

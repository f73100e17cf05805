/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From channel definitions to uses: which column or constant a channel draws, at which level of measurement, under
 * which title and conditions. Scales come later.
 */
#include "plot/plot-private.h"

#include <math.h>
#include <string.h>

#include "plot/mark.h"
#include "table/builder.h"

static gboolean measure_from_word(const char *word, RkMeasure *measure)
{
    static const char *const words[] = {"quantitative", "ordinal", "nominal", "temporal"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (word != NULL && g_str_equal(word, words[i])) {
            *measure = (RkMeasure)i;
            return TRUE;
        }
    }
    return FALSE;
}

static RkMeasure measure_from_column(const RkUnit *unit, const RkColumn *column)
{
    if (unit->plotting->vega_lite || column == NULL)
        return RK_NOMINAL;
    switch (rk_column_type(column)) {
    case RK_COLUMN_NUMBER:
        return RK_QUANTITATIVE;
    case RK_COLUMN_TIME:
        return RK_TEMPORAL;
    default:
        return RK_NOMINAL;
    }
}

static RkMeasure infer_measure(const RkUnit *unit, const RkUse *use)
{
    const RkValue *definition = use->definition;
    const char *scale = rk_value_text_or(rk_value_get(rk_value_get(definition, "scale"), "type"), "");
    const char *aggregate = rk_value_text_or(rk_value_get(definition, "aggregate"), NULL);
    if (aggregate != NULL ||
        (rk_value_has(definition, "bin") && rk_value_boolean_or(rk_value_get(definition, "bin"), TRUE)))
        return RK_QUANTITATIVE;
    if (rk_value_has(definition, "timeUnit") || g_str_equal(scale, "time") || g_str_equal(scale, "utc"))
        return RK_TEMPORAL;
    if (rk_value_is(rk_value_get(definition, "sort"), RK_VALUE_LIST) || g_str_equal(scale, "ordinal"))
        return RK_ORDINAL;
    if (use->datum != NULL)
        return rk_value_is(use->datum, RK_VALUE_NUMBER) ? RK_QUANTITATIVE : RK_NOMINAL;
    return measure_from_column(unit, use->column);
}

/** A secondary channel (x2, y2) speaks the language of the first. */
static RkMeasure measure_of(const RkUnit *unit, const RkUse *use)
{
    RkMeasure measure;
    if (measure_from_word(rk_value_text_or(rk_value_get(use->definition, "type"), NULL), &measure))
        return measure;
    RkChannel main_channel = rk_channel_main(use->channel);
    const RkUse *first = main_channel != use->channel ? unit->uses[main_channel] : NULL;
    return first != NULL ? first->measure : infer_measure(unit, use);
}

static gboolean title_of(RkUnit *unit, const RkValue *definition, const char **title, GError **error)
{
    const RkValue *own = rk_value_get(definition, "title");
    if (own == NULL) {
        *title = rk_unit_field_title(unit, definition);
        return TRUE;
    }
    *title = rk_plotting_interpolate(unit->plotting, own, error);
    return *title != NULL || !rk_value_is(own, RK_VALUE_TEXT);
}

/** A quantitative or temporal channel needs numbers. */
static gboolean check_measure(const RkUse *use, GError **error)
{
    if (use->column == NULL || rk_column_numbers(use->column) != NULL)
        return TRUE;
    if (use->measure != RK_QUANTITATIVE && use->measure != RK_TEMPORAL)
        return TRUE;
    if (use->channel == RK_CHANNEL_TEXT || use->channel >= RK_CHANNEL_DETAIL)
        return TRUE;
    const char *wanted = use->measure == RK_TEMPORAL ? "temporal" : "quantitative";
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition),
                 "write type: nominal, or mend the column so that all its cells are numbers",
                 "the field \"%s\" of channel %s is %s, which cannot be %s", rk_column_name(use->column),
                 rk_channel_name(use->channel), rk_column_type_name(rk_column_type(use->column)), wanted);
    return FALSE;
}

static gboolean add_condition(RkUnit *unit, RkUse *use, const RkValue *condition, RkCondition *out, GError **error)
{
    /* Parameters were resolved before: one that is still there is unknown, and the predicate says so. */
    const RkValue *test = rk_value_has(condition, "param") ? condition : rk_value_get(condition, "test");
    out->truth = g_new0(guint8, MAX(rk_table_rows(unit->table), 1));
    if (test != NULL && !rk_predicate_test(test, unit->table, unit->plotting->scope, out->truth, error))
        return FALSE;
    out->use = rk_use_new(unit, use->channel, condition, error);
    return out->use != NULL;
}

static gboolean add_conditions(RkUnit *unit, RkUse *use, GError **error)
{
    const RkValue *conditions = rk_value_get(use->definition, "condition");
    if (conditions == NULL)
        return TRUE;
    gboolean list = rk_value_is(conditions, RK_VALUE_LIST);
    guint count = list ? rk_value_length(conditions) : 1;
    use->conditions = g_new0(RkCondition, count);
    for (guint i = 0; i < count; i++) {
        use->condition_count = i + 1;
        const RkValue *condition = list ? rk_value_at(conditions, i) : conditions;
        if (!add_condition(unit, use, condition, &use->conditions[i], error))
            return FALSE;
    }
    return TRUE;
}

/** A colour that cannot be read would paint nothing. */
gboolean rk_unit_check_color(const RkUnit *unit, const RkValue *value, GError **error)
{
    RkColor color;
    if (!rk_value_is(value, RK_VALUE_TEXT) || rk_plotting_color(unit->plotting, value, &color))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "write a CSS colour such as #2B5C97",
                 "\"%s\" is not a colour", rk_value_text_or(value, ""));
    return FALSE;
}

static gboolean fill_use(RkUnit *unit, RkUse *use, GError **error)
{
    if (!rk_use_follow_rows(unit, use, error))
        return FALSE;
    const RkValue *definition = use->definition;
    use->datum = rk_value_get(definition, "datum");
    use->value = rk_value_get(definition, "value");
    use->band_position = rk_value_number_or(rk_value_get(definition, "bandPosition"), NAN);
    gboolean colored = use->channel >= RK_CHANNEL_COLOR && use->channel <= RK_CHANNEL_STROKE;
    if (colored && !rk_unit_check_color(unit, use->value, error))
        return FALSE;
    const char *name = rk_unit_channel_field(unit, use->channel, definition);
    if (name != NULL) {
        const RkValue *field = rk_value_get(definition, "field");
        const RkColumn *column = rk_table_require(unit->table, name, rk_value_place(field), error);
        if (column == NULL)
            return FALSE;
        use->column = rk_column_ref(column);
    }
    use->measure = measure_of(unit, use);
    return rk_use_read_times(unit, use, error) && title_of(unit, definition, &use->title, error) &&
           check_measure(use, error) && add_conditions(unit, use, error);
}

RkUse *rk_use_new(RkUnit *unit, RkChannel channel, const RkValue *definition, GError **error)
{
    RkUse *use = g_new0(RkUse, 1);
    use->channel = channel;
    use->definition = definition;
    if (fill_use(unit, use, error))
        return use;
    rk_use_free(use);
    return NULL;
}

void rk_use_free(RkUse *use)
{
    if (use == NULL)
        return;
    for (guint i = 0; i < use->condition_count; i++) {
        g_free(use->conditions[i].truth);
        rk_use_free(use->conditions[i].use);
    }
    g_free(use->conditions);
    g_free(use->categories);
    rk_column_unref(use->column);
    g_free(use);
}

static gboolean encode_details(RkUnit *unit, const RkValue *list, GError **error)
{
    unit->details = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *definition = rk_value_at(list, i);
        const char *name = rk_unit_definition_field(unit, definition);
        const RkColumn *column = rk_table_require(unit->table, name, rk_value_place(definition), error);
        if (column == NULL)
            return FALSE;
        g_ptr_array_add(unit->details, rk_column_ref(column));
    }
    return TRUE;
}

/** A bar over a bin reaches from the bin's start to its end. */
static void add_bin_end(RkUnit *unit, RkChannel channel, RkChannel second)
{
    const RkUse *use = unit->uses[channel];
    const RkValue *bin = use == NULL ? NULL : rk_value_get(use->definition, "bin");
    if (use == NULL || use->column == NULL || unit->uses[second] != NULL || !unit->mark->bands ||
        use->measure != RK_QUANTITATIVE || !(rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE)))
        return;
    g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
    const RkColumn *end = rk_table_find(unit->table, name);
    if (end == NULL)
        return;
    RkUse *end_use = g_new0(RkUse, 1);
    end_use->channel = second;
    end_use->definition = use->definition;
    end_use->measure = use->measure;
    end_use->title = use->title;
    end_use->band_position = NAN;
    end_use->bin_end = TRUE;
    end_use->column = rk_column_ref(end);
    unit->uses[second] = end_use;
}

gboolean rk_unit_encode(RkUnit *unit, GError **error)
{
    const RkValue *encoding = unit->view->encoding;
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        const RkValue *definition = rk_value_get(encoding, rk_channel_name((RkChannel)channel));
        if (definition == NULL || rk_value_is(definition, RK_VALUE_NULL))
            continue;
        if (channel == RK_CHANNEL_DETAIL && rk_value_is(definition, RK_VALUE_LIST)) {
            if (!encode_details(unit, definition, error))
                return FALSE;
            continue;
        }
        if (rk_value_is(definition, RK_VALUE_LIST))
            definition = rk_value_at(definition, 0);
        unit->uses[channel] = rk_use_new(unit, (RkChannel)channel, definition, error);
        if (unit->uses[channel] == NULL)
            return FALSE;
    }
    add_bin_end(unit, RK_CHANNEL_X, RK_CHANNEL_X2);
    add_bin_end(unit, RK_CHANNEL_Y, RK_CHANNEL_Y2);
    return TRUE;
}

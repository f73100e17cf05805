/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The level of measurement of a channel: as its definition says, else by Vega-Lite's rules, else (in figures of our
 * own) by its column. It refuses numbers where there are texts.
 */
#include "plot/plot-private.h"

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

static gboolean is_binned(const RkValue *definition)
{
    const RkValue *bin = rk_value_get(definition, "bin");
    return bin != NULL && !rk_value_is(bin, RK_VALUE_NULL) && rk_value_boolean_or(bin, TRUE);
}

/** FALSE when the scale's type tells nothing of the level. */
static gboolean measure_from_scale(const RkUnit *unit, const RkValue *definition, RkMeasure *measure)
{
    static const char *const times[] = {"time", "utc", NULL};
    static const char *const numbers[] = {"linear",     "log",      "pow",      "sqrt",      "symlog",
                                          "sequential", "quantile", "quantize", "threshold", NULL};
    const char *scale = rk_value_text_or(rk_value_get(rk_value_get(definition, "scale"), "type"), "");
    gboolean ours = !unit->plotting->vega_lite;
    *measure = g_strv_contains(times, scale) ? RK_TEMPORAL : ours ? RK_ORDINAL : RK_QUANTITATIVE;
    return *measure == RK_TEMPORAL || (ours ? g_str_equal(scale, "ordinal") : g_strv_contains(numbers, scale));
}

static RkMeasure measure_of_datum(const RkValue *datum)
{
    return rk_value_is(datum, RK_VALUE_NUMBER) ? RK_QUANTITATIVE
           : rk_value_is(datum, RK_VALUE_MAP)  ? RK_TEMPORAL
                                               : RK_NOMINAL;
}

static RkMeasure infer_measure(const RkUnit *unit, const RkUse *use)
{
    const RkValue *definition = use->definition;
    gboolean discrete = use->channel == RK_CHANNEL_SHAPE || use->channel == RK_CHANNEL_STROKE_DASH;
    RkMeasure measure;
    if (unit->plotting->vega_lite && (discrete || use->channel == RK_CHANNEL_ORDER) && use->datum == NULL)
        return discrete ? RK_NOMINAL : RK_ORDINAL;
    if (unit->plotting->vega_lite && rk_value_is(rk_value_get(definition, "sort"), RK_VALUE_LIST))
        return RK_ORDINAL;
    if (rk_value_has(definition, "timeUnit"))
        return RK_TEMPORAL;
    if (rk_value_is(rk_value_get(definition, "aggregate"), RK_VALUE_TEXT) || is_binned(definition))
        return RK_QUANTITATIVE;
    if (rk_value_is(rk_value_get(definition, "sort"), RK_VALUE_LIST))
        return RK_ORDINAL;
    if (measure_from_scale(unit, definition, &measure))
        return measure;
    return use->datum != NULL ? measure_of_datum(use->datum) : measure_from_column(unit, use->column);
}

/** In the grammar numbers of rows are quantities, whatever the definition says. */
static gboolean is_count(const RkUnit *unit, const RkValue *definition)
{
    static const char *const counts[] = {"count", "valid", "missing", "distinct", NULL};
    return unit->plotting->vega_lite &&
           g_strv_contains(counts, rk_value_text_or(rk_value_get(definition, "aggregate"), ""));
}

/** A secondary channel (x2, y2) speaks the language of the first. */
static RkMeasure measure_of(const RkUnit *unit, const RkUse *use)
{
    RkMeasure measure;
    if (is_count(unit, use->definition))
        return RK_QUANTITATIVE;
    if (measure_from_word(rk_value_text_or(rk_value_get(use->definition, "type"), NULL), &measure))
        return measure;
    RkChannel main_channel = rk_channel_main(use->channel);
    const RkUse *first = main_channel != use->channel ? unit->uses[main_channel] : NULL;
    return first != NULL ? first->measure : infer_measure(unit, use);
}

gboolean rk_unit_would_be_continuous(const RkUnit *unit, RkChannel channel, const RkValue *definition)
{
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    const RkUse use = {.channel = channel,
                       .definition = definition,
                       .datum = rk_value_get(definition, "datum"),
                       .column = field == NULL ? NULL : (RkColumn *)rk_table_find(unit->table, field)};
    RkMeasure measure = measure_of(unit, &use);
    return measure == RK_QUANTITATIVE || measure == RK_TEMPORAL;
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
    const RkValue *aggregate = rk_value_get(use->definition, "aggregate");
    /* Its column has a name of our own. */
    if (g_str_has_prefix(rk_column_name(use->column), "__") && aggregate != NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(aggregate), "write mean, sum, count …",
                     "what \"%s\" gives for channel %s is %s, which cannot be %s", rk_value_text_or(aggregate, ""),
                     rk_channel_name(use->channel), rk_column_type_name(rk_column_type(use->column)), wanted);
        return FALSE;
    }
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition),
                 "write type: nominal, or mend the column so that all its cells are numbers",
                 "the field \"%s\" of channel %s is %s, which cannot be %s", rk_column_name(use->column),
                 rk_channel_name(use->channel), rk_column_type_name(rk_column_type(use->column)), wanted);
    return FALSE;
}

gboolean rk_use_measure(const RkUnit *unit, RkUse *use, GError **error)
{
    const RkValue *type = rk_value_get(use->definition, "type");
    use->measure = measure_of(unit, use);
    if (type != NULL && !rk_value_is_text(type, "quantitative") && is_count(unit, use->definition))
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(type),
                           "leave out the type, or count in transform", "a count is quantitative, not %s",
                           rk_value_text_or(type, ""));
    rk_use_read_numbers(unit, use);
    return rk_use_read_times(unit, use, error) && check_measure(use, error);
}

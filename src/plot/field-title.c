/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a channel is called when the figure does not say: the field, and what was made of it, in Vega-Lite's words.
 */
#include "plot/plot-private.h"

#include "transform/time-unit.h"

static const char *keep(RkUnit *unit, char *title)
{
    const char *kept = g_string_chunk_insert_const(unit->plotting->strings, title);
    g_free(title);
    return kept;
}

/** The function of a definition as people say it: "mean", "bin", "year-month"; NULL for none. Free with g_free(). */
static char *function_of(const RkValue *definition)
{
    const RkValue *time_unit = rk_value_get(definition, "timeUnit"), *bin = rk_value_get(definition, "bin");
    RkTimeUnit read;
    if (rk_value_is(bin, RK_VALUE_MAP) ? !rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE)
                                       : rk_value_boolean_or(bin, FALSE))
        return g_strdup("bin");
    if (time_unit != NULL && rk_time_unit_read(time_unit, &read, NULL))
        return read.binned || read.parts == 0 ? NULL : rk_time_unit_parts(&read);
    return g_strdup(rk_value_text_or(rk_value_get(definition, "aggregate"), NULL));
}

static char *verbal(const char *field, const RkValue *definition, const char *function)
{
    const RkValue *aggregate = rk_value_get(definition, "aggregate");
    const char *greatest = rk_value_text_or(rk_value_get(aggregate, "argmax"), NULL);
    const char *least = rk_value_text_or(rk_value_get(aggregate, "argmin"), NULL);
    if (greatest != NULL || least != NULL)
        return g_strdup_printf("%s for %s %s", field, greatest != NULL ? "max" : "min",
                               greatest != NULL ? greatest : least);
    if (function == NULL)
        return g_strdup(field);
    if (rk_value_is(aggregate, RK_VALUE_TEXT))
        return g_strdup_printf("%c%s of %s", g_ascii_toupper(function[0]), function + 1, field);
    return g_strdup_printf("%s (%s)", field, g_str_equal(function, "bin") ? "binned" : function);
}

static char *functional(const char *field, const char *function)
{
    g_autofree char *upper = function == NULL ? NULL : g_ascii_strup(function, -1);
    return upper == NULL ? g_strdup(field) : g_strdup_printf("%s(%s)", upper, field);
}

const char *rk_unit_field_title(RkUnit *unit, const RkValue *definition)
{
    const RkConfig *config = unit->plotting->config;
    const RkValue *aggregate = rk_value_get(definition, "aggregate");
    const char *path = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    if (aggregate != NULL && (path == NULL || rk_value_is_text(aggregate, "count")))
        return rk_value_text_or(rk_config_get(config, NULL, "countTitle"), "Count of Records");
    if (path == NULL)
        return NULL;
    g_autofree char *field = g_strdup(path);
    /* The report's axes name the field alone: what its bins and periods are, their labels show. */
    if (!unit->plotting->vega_lite && aggregate == NULL)
        return keep(unit, g_steal_pointer(&field));
    const char *style = rk_value_text_or(rk_config_get(config, NULL, "fieldTitle"), "verbal");
    g_autofree char *function = function_of(definition);
    if (g_str_equal(style, "plain"))
        return keep(unit, g_steal_pointer(&field));
    if (g_str_equal(style, "functional"))
        return keep(unit, functional(field, function));
    return keep(unit, verbal(field, definition, function));
}

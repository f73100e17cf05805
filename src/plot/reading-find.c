/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which fields are read as what: dates for temporal channels, units of time and filters by dates, numbers for the least
 * and greatest of a quantitative channel, whatever a filter compares with. Expressions tell nothing.
 */
#include "plot/reading.h"

#include <string.h>

#include "transform/datetime.h"

static void add(GArray *readings, const RkValue *field, RkReadAs as)
{
    const char *name = rk_value_text_or(field, NULL);
    RkReading reading = {0, name, as, rk_value_place(field)};
    if (name != NULL)
        g_array_append_val(readings, reading);
}

/** The constant that tells the kind: of several the first. */
static const RkValue *constant_of(const RkValue *predicate)
{
    static const char *const tests[] = {"equal", "lte", "lt", "gt", "gte"};
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++)
        if (rk_value_has(predicate, tests[i]))
            return rk_value_get(predicate, tests[i]);
    const RkValue *range = rk_value_get(predicate, "range");
    return rk_value_at(range != NULL ? range : rk_value_get(predicate, "oneOf"), 0);
}

static void add_field_predicate(const RkValue *predicate, GArray *readings)
{
    const RkValue *field = rk_value_get(predicate, "field"), *constant = constant_of(predicate);
    if (rk_value_has(predicate, "timeUnit") ||
        (rk_value_is(constant, RK_VALUE_MAP) && !rk_value_has(constant, "expr") && !rk_value_has(constant, "signal")))
        add(readings, field, RK_READ_DATE);
    else if (rk_value_is(constant, RK_VALUE_NUMBER) && rk_value_number_or(constant, 0) != 0)
        add(readings, field, RK_READ_NUMBER);
    else if (rk_value_is(constant, RK_VALUE_TEXT) && *rk_value_text_or(constant, "") != '\0')
        add(readings, field, RK_READ_TEXT);
}

static void add_predicate(const RkValue *predicate, GArray *readings)
{
    static const char *const joints[] = {"and", "or", "not"};
    for (guint i = 0; rk_value_is(predicate, RK_VALUE_LIST) && i < rk_value_length(predicate); i++)
        add_predicate(rk_value_at(predicate, i), readings);
    for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
        if (rk_value_has(predicate, joints[i]))
            add_predicate(rk_value_get(predicate, joints[i]), readings);
    if (rk_value_has(predicate, "field"))
        add_field_predicate(predicate, readings);
}

void rk_readings_of_step(const RkValue *step, GArray *readings)
{
    if (rk_value_has(step, "filter"))
        add_predicate(rk_value_get(step, "filter"), readings);
    else if (rk_value_has(step, "timeUnit"))
        add(readings, rk_value_get(step, "field"), RK_READ_DATE);
}

static gboolean is_temporal(const RkValue *definition, const RkValue *type)
{
    const char *scale = rk_value_text_or(rk_value_get(rk_value_get(definition, "scale"), "type"), "");
    if (rk_value_get(definition, "timeUnit") != NULL)
        return TRUE;
    return type != NULL ? rk_value_is_text(type, "temporal") : strcmp(scale, "time") == 0 || strcmp(scale, "utc") == 0;
}

/** `main` is the definition of the channel whose scale it lies on. */
static void add_definition(const RkValue *definition, const RkValue *main, GArray *readings)
{
    for (guint i = 0; rk_value_is(definition, RK_VALUE_LIST) && i < rk_value_length(definition); i++)
        add_definition(rk_value_at(definition, i), rk_value_at(definition, i), readings);
    if (!rk_value_has(definition, "field") && rk_value_has(definition, "condition")) {
        add_definition(rk_value_get(definition, "condition"), rk_value_get(definition, "condition"), readings);
        return;
    }
    const RkValue *type = rk_value_get(main, "type"), *aggregate = rk_value_get(definition, "aggregate");
    gboolean extreme = rk_value_is_text(aggregate, "min") || rk_value_is_text(aggregate, "max");
    if (is_temporal(definition, type) || is_temporal(main, type))
        add(readings, rk_value_get(definition, "field"), RK_READ_DATE);
    else if (extreme && (type == NULL || rk_value_is_text(type, "quantitative")))
        add(readings, rk_value_get(definition, "field"), RK_READ_NUMBER);
}

void rk_readings_of_encoding(const RkView *unit, GArray *readings)
{
    for (guint i = 0; i < rk_value_length(unit->encoding); i++) {
        const RkValue *definition = rk_value_at(unit->encoding, i);
        RkChannel channel = rk_channel_find(rk_value_key_at(unit->encoding, i));
        gboolean second = channel != RK_CHANNELS && rk_channel_is_second(channel);
        const RkValue *main =
            second ? rk_value_get(unit->encoding, rk_channel_name(rk_channel_main(channel))) : definition;
        if (channel != RK_CHANNELS)
            add_definition(definition, main, readings);
    }
}

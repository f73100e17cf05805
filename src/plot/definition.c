/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of the columns that `aggregate`, `bin` and `timeUnit` of a channel make. Two channels that ask for the same get
 * the same name, and only those.
 */
#include "plot/plot-private.h"

#include "transform/time-unit.h"

static const char *joined(RkUnit *unit, const char *prefix, const char *separator, const char *field)
{
    g_autofree char *name = g_strconcat(prefix, separator, field, NULL);
    return g_string_chunk_insert_const(unit->plotting->strings, name);
}

const RkValue *rk_definition_extreme(const RkValue *definition, const char **operation)
{
    static const char *const names[] = {"argmax", "argmin"};
    const RkValue *aggregate = rk_value_get(definition, "aggregate");
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const RkValue *field = rk_value_get(aggregate, names[i]);
        if (field == NULL)
            continue;
        *operation = names[i];
        return field;
    }
    return NULL;
}

gboolean rk_definition_is_binned(const RkValue *definition)
{
    const RkValue *bin = rk_value_get(definition, "bin");
    if (rk_value_is(bin, RK_VALUE_MAP))
        return !rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE);
    return rk_value_boolean_or(bin, FALSE);
}

/** Looks have room for six classes, dashes for four; all others have ten. */
double rk_definition_maxbins(RkChannel channel)
{
    gboolean look = channel >= RK_CHANNEL_COLOR && channel <= RK_CHANNEL_SHAPE;
    return channel == RK_CHANNEL_STROKE_DASH ? 4 : look ? 6 : 10;
}

/** A value as the grammar has it in names: [0, 10] is 0_10. */
static char *part_of_name(const RkValue *value)
{
    g_autofree char *text = rk_scalar_write(rk_scalar_from_value(value));
    for (char *at = text; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at))
            *at = '_';
    return g_steal_pointer(&text);
}

static const char *bin_name(RkUnit *unit, RkChannel channel, const RkValue *bin, const char *field)
{
    g_autoptr(GString) name = g_string_new("bin");
    double most = rk_definition_maxbins(channel);
    for (guint i = 0; rk_value_is(bin, RK_VALUE_MAP) && i < rk_value_length(bin); i++) {
        g_autofree char *value = part_of_name(rk_value_at(bin, i));
        g_string_append_printf(name, "_%s_%s", rk_value_key_at(bin, i), value);
    }
    gboolean sized = rk_value_number_or(rk_value_get(bin, "maxbins"), 0) != 0 ||
                     rk_value_number_or(rk_value_get(bin, "step"), 0) != 0;
    if ((most != 10 || unit->plotting->vega_lite) && !sized)
        g_string_append_printf(name, "_maxbins_%.0f", most);
    return joined(unit, name->str, "_", field);
}

static const char *time_unit_name(RkUnit *unit, const RkValue *time_unit, const char *field)
{
    RkTimeUnit read;
    if (!rk_time_unit_read(time_unit, &read, NULL) || read.binned)
        return field;
    g_autofree char *prefix = rk_time_unit_write(&read);
    return joined(unit, prefix, "_", field);
}

const char *rk_unit_channel_field(RkUnit *unit, RkChannel channel, const RkValue *definition)
{
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    const char *aggregate = rk_value_text_or(rk_value_get(definition, "aggregate"), NULL), *extreme = NULL;
    const RkValue *by = rk_definition_extreme(definition, &extreme), *time_unit = rk_value_get(definition, "timeUnit");
    if (by != NULL && field != NULL)
        return joined(unit, joined(unit, extreme, "_", rk_value_text_or(by, "")), ".", field);
    if (aggregate != NULL)
        return field == NULL || g_str_equal(aggregate, "count") ? "__count" : joined(unit, aggregate, "_", field);
    if (field == NULL)
        return NULL;
    if (rk_definition_is_binned(definition))
        return bin_name(unit, channel, rk_value_get(definition, "bin"), field);
    return time_unit != NULL && !rk_value_is(time_unit, RK_VALUE_NULL) ? time_unit_name(unit, time_unit, field) : field;
}

const char *rk_unit_definition_field(RkUnit *unit, const RkValue *definition)
{
    return rk_unit_channel_field(unit, RK_CHANNELS, definition);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which family of scales a use gets, by Vega-Lite's table of channels and levels of measurement. A family that suits
 * neither the channel nor the data gives way to the one of the table, with a warning.
 */
#include "plot/mark.h"
#include "plot/scale.h"

static guint into_of(RkChannel channel)
{
    switch (channel) {
    case RK_CHANNEL_COLOR:
    case RK_CHANNEL_FILL:
    case RK_CHANNEL_STROKE:
        return RK_INTO_COLORS;
    case RK_CHANNEL_SHAPE:
    case RK_CHANNEL_STROKE_DASH:
        return RK_INTO_SYMBOLS;
    default:
        return rk_channel_is_position(channel) ? RK_INTO_PLACES : RK_INTO_NUMBERS;
    }
}

static gboolean is_discrete(RkMeasure measure)
{
    return measure == RK_NOMINAL || measure == RK_ORDINAL;
}

static gboolean is_binned(const RkUse *use)
{
    const RkValue *bin = rk_value_get(use->definition, "bin");
    return rk_value_is(bin, RK_VALUE_MAP) ? !rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE)
                                          : rk_value_boolean_or(bin, FALSE);
}

static gboolean in_utc(const RkUse *use)
{
    const RkValue *unit = rk_value_get(use->definition, "timeUnit");
    const char *name = rk_value_text_or(rk_value_is(unit, RK_VALUE_MAP) ? rk_value_get(unit, "unit") : unit, "");
    return g_str_has_prefix(name, "utc") || rk_value_boolean_or(rk_value_get(unit, "utc"), FALSE);
}

/** Bands for marks that fill them and where offsets need room; points otherwise. */
static const char *discrete_place(const RkUnit *unit, const RkUse *use)
{
    RkChannel channel = use->channel;
    gboolean offset = (channel == RK_CHANNEL_X && unit->uses[RK_CHANNEL_X_OFFSET] != NULL) ||
                      (channel == RK_CHANNEL_Y && unit->uses[RK_CHANNEL_Y_OFFSET] != NULL);
    const RkValue *size = channel == RK_CHANNEL_X   ? rk_unit_property(unit, "width")
                          : channel == RK_CHANNEL_Y ? rk_unit_property(unit, "height")
                                                    : NULL;
    gboolean between = rk_value_boolean_or(rk_value_get(rk_value_get(use->definition, "axis"), "tickBand"), FALSE) ||
                       rk_value_is_text(rk_value_get(rk_value_get(use->definition, "axis"), "tickBand"), "extent");
    return unit->mark->bands || offset || between || rk_value_has(size, "band") ? "band" : "point";
}

static const char *usual_name(const RkUnit *unit, const RkUse *use)
{
    guint into = into_of(use->channel);
    if (into == RK_INTO_SYMBOLS || (into == RK_INTO_COLORS && is_discrete(use->measure)))
        return "ordinal";
    if (is_discrete(use->measure))
        return into == RK_INTO_PLACES ? discrete_place(unit, use) : "point";
    if (use->measure == RK_TEMPORAL)
        return into != RK_INTO_COLORS && in_utc(use) ? "utc" : "time";
    return into == RK_INTO_COLORS && is_binned(use) ? "bin-ordinal" : "linear";
}

static gboolean suits(const RkScaleType *type, const RkUse *use)
{
    /* A constant can be anything. */
    gboolean measure = use->column == NULL || (type->measures & 1u << use->measure) != 0;
    return measure && (type->into & into_of(use->channel)) != 0;
}

/** Sizes that vary with an order show it; shapes and dashes do not. */
static void warn_of_symbols(const RkUnit *unit, const RkUse *use)
{
    gboolean orderly = use->measure != RK_NOMINAL && (use->measure != RK_ORDINAL || use->channel == RK_CHANNEL_SHAPE);
    if (into_of(use->channel) == RK_INTO_SYMBOLS && orderly && use->column != NULL)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                           "use color or size", "channel %s does not show the order of its values",
                           rk_channel_name(use->channel));
}

const RkScaleType *rk_use_scale_type(const RkUnit *unit, RkUse *use)
{
    if (use->scale_type == NULL)
        use->scale_type = rk_scale_type_for(unit, use);
    return use->scale_type;
}

const RkScaleType *rk_scale_type_for(const RkUnit *unit, const RkUse *use)
{
    const RkValue *declared = rk_value_get(rk_value_get(use->definition, "scale"), "type");
    const char *usual = usual_name(unit, use), *name = rk_value_text_or(declared, NULL);
    const RkScaleType *type = name != NULL ? rk_scale_type_find(name) : NULL;
    if (type != NULL && suits(type, use))
        return type;
    if (name != NULL)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(declared), NULL,
                           "a scale of type %s does not suit channel %s of these values; %s is used", name,
                           rk_channel_name(use->channel), usual);
    else
        warn_of_symbols(unit, use);
    return rk_scale_type_find(usual);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which scale a channel gets, by Vega-Lite's table of channels and levels of measurement, and which units share it.
 * All units of a panel share the scales of their channels.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

static gboolean is_discrete(RkMeasure measure)
{
    return measure == RK_NOMINAL || measure == RK_ORDINAL;
}

static const char *position_family(const RkUnit *unit, const RkUse *use)
{
    if (!is_discrete(use->measure))
        return use->measure == RK_TEMPORAL ? "time" : "linear";
    RkChannel offset = use->channel == RK_CHANNEL_X ? RK_CHANNEL_X_OFFSET : RK_CHANNEL_Y_OFFSET;
    return unit->mark->bands || unit->uses[offset] != NULL ? "band" : "point";
}

static const char *family(const RkUnit *unit, const RkUse *use)
{
    const char *declared = rk_value_text_or(rk_value_get(rk_value_get(use->definition, "scale"), "type"), NULL);
    if (declared != NULL)
        return declared;
    if (use->channel == RK_CHANNEL_X || use->channel == RK_CHANNEL_Y)
        return position_family(unit, use);
    if (use->channel == RK_CHANNEL_X_OFFSET || use->channel == RK_CHANNEL_Y_OFFSET)
        return !is_discrete(use->measure) ? "linear" : unit->mark->bands ? "band" : "point";
    if (use->channel == RK_CHANNEL_SHAPE || use->channel == RK_CHANNEL_STROKE_DASH)
        return "ordinal";
    if (!is_discrete(use->measure))
        return use->measure == RK_TEMPORAL ? "time" : "linear";
    gboolean colored =
        use->channel == RK_CHANNEL_COLOR || use->channel == RK_CHANNEL_FILL || use->channel == RK_CHANNEL_STROKE;
    return colored ? "ordinal" : "point";
}

static gboolean needs_scale(const RkUse *use)
{
    const RkValue *scale = rk_value_get(use->definition, "scale");
    return (use->column != NULL || use->datum != NULL) && !(scale != NULL && rk_value_is(scale, RK_VALUE_NULL));
}

static RkScale *scale_new(RkPlotting *plotting, RkChannel channel)
{
    RkScale *scale = g_new0(RkScale, 1);
    scale->plotting = plotting;
    scale->channel = channel;
    scale->uses = g_ptr_array_new();
    scale->units = g_ptr_array_new();
    scale->categories = g_ptr_array_new_with_free_func(g_free);
    scale->positions = g_hash_table_new(g_str_hash, g_str_equal);
    return scale;
}

/** Bands win over points; otherwise the units have to agree on discrete or continuous. */
static gboolean agree(RkScale *scale, const RkUse *use, const RkScaleType *type, GError **error)
{
    if (scale->type == NULL || (type->bands && scale->type->discrete))
        scale->type = type;
    if (scale->type->discrete == type->discrete)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition), "give the layers one type for this channel",
                 "channel %s is %s in one layer and %s in another, and they share a scale",
                 rk_channel_name(use->channel), type->discrete ? "discrete" : "continuous",
                 scale->type->discrete ? "discrete" : "continuous");
    return FALSE;
}

static gboolean join(RkPanel *panel, RkUnit *unit, RkUse *use, GError **error)
{
    RkChannel channel = rk_channel_main(use->channel);
    RkScale *scale = panel->scales[channel];
    if (scale == NULL)
        scale = panel->scales[channel] = scale_new(panel->plotting, channel);
    use->scale = scale;
    g_ptr_array_add(scale->uses, use);
    g_ptr_array_add(scale->units, unit);
    const RkValue *own = rk_value_get(use->definition, "scale");
    if (scale->definition == NULL && rk_value_is(own, RK_VALUE_MAP))
        scale->definition = own;
    if (channel != use->channel)
        return TRUE;
    const char *name = family(unit, use);
    const RkScaleType *type = rk_scale_type_find(name);
    if (type == NULL) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(rk_value_get(own, "type")), NULL,
                     "the %s scale is not drawn by this version", name);
        return FALSE;
    }
    if (!type->discrete && use->column != NULL && rk_column_numbers(use->column) == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition),
                     "mend the column so that all its cells are numbers, or leave out the scale's type",
                     "the field \"%s\" of channel %s is %s, which a %s scale cannot place", rk_column_name(use->column),
                     rk_channel_name(use->channel), rk_column_type_name(rk_column_type(use->column)), name);
        return FALSE;
    }
    if (scale->type == NULL)
        scale->measure = use->measure;
    return agree(scale, use, type, error);
}

static gboolean join_with_conditions(RkPanel *panel, RkUnit *unit, RkUse *use, GError **error)
{
    if (needs_scale(use) && !join(panel, unit, use, error))
        return FALSE;
    for (guint i = 0; i < use->condition_count; i++) {
        if (!join_with_conditions(panel, unit, use->conditions[i].use, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean collect(RkPanel *panel, GError **error)
{
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        for (guint channel = 0; channel < RK_CHANNELS; channel++) {
            RkUse *use = unit->uses[channel];
            if (use != NULL && rk_channel_is_scaled((RkChannel)channel) &&
                !join_with_conditions(panel, unit, use, error))
                return FALSE;
        }
    }
    return TRUE;
}

/** A padding by the mark's own word (barBandPaddingInner), else the general one. */
static double padding(const RkScale *scale, const char *key, const char *general, double otherwise)
{
    const RkConfig *config = scale->plotting->config;
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    g_autofree char *particular = g_strdup_printf("%sBandPadding%s", unit->mark->name, key);
    const RkValue *value = rk_config_get(config, "scale", particular);
    if (value == NULL || !scale->type->bands)
        value = rk_config_get(config, "scale", general);
    return rk_value_number_or(value, otherwise);
}

static void read_paddings(RkScale *scale)
{
    const RkValue *own = scale->definition;
    gboolean offset = scale->channel == RK_CHANNEL_X_OFFSET || scale->channel == RK_CHANNEL_Y_OFFSET;
    double inner = 0, outer = 0;
    if (scale->type->bands && !offset) {
        inner = padding(scale, "Inner", "bandPaddingInner", 0.1);
        outer = padding(scale, "Outer", "bandPaddingOuter", inner / 2);
    } else if (!offset) {
        outer = padding(scale, "", "pointPadding", 0.5);
    }
    const RkValue *both = rk_value_get(own, "padding");
    scale->padding_inner =
        CLAMP(rk_value_number_or(rk_value_get(own, "paddingInner"), rk_value_number_or(both, inner)), 0, 1);
    scale->padding_outer =
        fmax(0, rk_value_number_or(rk_value_get(own, "paddingOuter"), rk_value_number_or(both, outer)));
    scale->align = CLAMP(rk_value_number_or(rk_value_get(own, "align"), 0.5), 0, 1);
    if (!scale->type->bands)
        scale->padding_inner = 0;
}

static void read_flags(RkScale *scale)
{
    const RkValue *own = scale->definition;
    scale->reversed = rk_value_boolean_or(rk_value_get(own, "reverse"), FALSE);
    scale->clamp = rk_value_boolean_or(rk_value_get(own, "clamp"), FALSE);
    scale->base = rk_value_number_or(rk_value_get(own, "base"), 10);
    scale->exponent =
        rk_value_number_or(rk_value_get(own, "exponent"), g_str_equal(scale->type->name, "sqrt") ? 0.5 : 1);
}

gboolean rk_panel_scales(RkPanel *panel, GError **error)
{
    if (!collect(panel, error))
        return FALSE;
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        RkScale *scale = panel->scales[channel];
        if (scale == NULL)
            continue;
        if (scale->type == NULL)
            scale->type = rk_scale_type_find("linear");
        read_flags(scale);
        if (scale->type->discrete)
            read_paddings(scale);
        if (!rk_scale_collect_domain(scale, error) || !rk_scale_visual_range(scale, error))
            return FALSE;
    }
    return TRUE;
}

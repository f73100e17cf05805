/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the `scale` maps say: properties of the layers that share a scale are merged, the first that speaks has the
 * word. A property that means nothing for the family or the channel is warned about and passed over.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

gboolean rk_scale_is_color(const RkScale *scale)
{
    return scale->channel == RK_CHANNEL_COLOR || scale->channel == RK_CHANNEL_FILL ||
           scale->channel == RK_CHANNEL_STROKE;
}

const RkUse *rk_scale_first_use(const RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (use->channel == scale->channel)
            return use;
    }
    return g_ptr_array_index(scale->uses, 0);
}

const RkUnit *rk_scale_first_unit(const RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (use->channel == scale->channel)
            return g_ptr_array_index(scale->units, i);
    }
    return g_ptr_array_index(scale->units, 0);
}

static gboolean in_words(const char *key, const char *const *words)
{
    for (; words != NULL && *words != NULL; words++) {
        if (g_str_equal(key, *words))
            return TRUE;
    }
    return FALSE;
}

static gboolean understood(const RkScale *scale, const char *key)
{
    static const char *const all[] = {"type", "domain", "range", "reverse", NULL};
    static const char *const of_colors[] = {"domainMid", "interpolate", "scheme", NULL};
    if (in_words(key, all))
        return TRUE;
    return in_words(key, scale->type->words) && (rk_scale_is_color(scale) || !in_words(key, of_colors));
}

const RkValue *rk_scale_property(const RkScale *scale, const char *key)
{
    if (!understood(scale, key))
        return NULL;
    return g_hash_table_lookup(scale->properties, key);
}

const RkValue *rk_scale_config(const RkScale *scale, const char *key)
{
    return rk_config_get(scale->plotting->config, "scale", key);
}

static void warn_of_strangers(const RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *map = rk_value_get(use->definition, "scale");
        for (guint k = 0; k < rk_value_length(map); k++) {
            const char *key = rk_value_key_at(map, k);
            if (understood(scale, key))
                continue;
            gboolean color = in_words(key, scale->type->words);
            rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_key_place_at(map, k), NULL,
                               "%s means nothing for %s %s%s", key, color ? "channel" : "a scale of type",
                               color ? rk_channel_name(scale->channel) : scale->type->name,
                               color ? ", which is no colour" : "");
        }
    }
}

static double number(const RkScale *scale, const char *key, double otherwise)
{
    return rk_value_number_or(rk_scale_property(scale, key), otherwise);
}

/** TRUE where bands hold the bands of an offset channel. */
static gboolean nested(const RkScale *scale)
{
    const RkUnit *unit = rk_scale_first_unit(scale);
    const RkUse *offset = scale->channel == RK_CHANNEL_X   ? unit->uses[RK_CHANNEL_X_OFFSET]
                          : scale->channel == RK_CHANNEL_Y ? unit->uses[RK_CHANNEL_Y_OFFSET]
                                                           : NULL;
    return offset != NULL && offset->value == NULL;
}

/** The general padding, or the mark's own (barBandPaddingInner), or the one of all cells. In the house the mark's own
 * goes first. */
static double inner_padding(const RkScale *scale)
{
    const RkUnit *unit = rk_scale_first_unit(scale);
    g_autofree char *own = g_strdup_printf("%sBandPaddingInner", unit->mark->name);
    gboolean grammar = scale->plotting->vega_lite;
    const RkValue *value = rk_scale_config(scale, grammar ? "bandPaddingInner" : own);
    if (value == NULL)
        value = rk_scale_config(scale, grammar ? own : "bandPaddingInner");
    if (value == NULL)
        value = rk_scale_config(scale, "rectBandPaddingInner");
    return rk_value_number_or(value, 0);
}

static void default_paddings(RkScale *scale)
{
    gboolean offset = scale->channel == RK_CHANNEL_X_OFFSET || scale->channel == RK_CHANNEL_Y_OFFSET;
    scale->padding_inner = scale->padding_outer = 0;
    if (offset) {
        scale->padding_inner = rk_value_number_or(rk_scale_config(scale, "offsetBandPaddingInner"), 0);
        scale->padding_outer = scale->type->bands
                                   ? rk_value_number_or(rk_scale_config(scale, "offsetBandPaddingOuter"), 0)
                                   : (scale->plotting->vega_lite ? 0.5 : 0);
    } else if (scale->channel != RK_CHANNEL_X && scale->channel != RK_CHANNEL_Y) {
        return;
    } else if (scale->type->bands && nested(scale) && scale->plotting->vega_lite) {
        scale->padding_inner = rk_value_number_or(rk_scale_config(scale, "bandWithNestedOffsetPaddingInner"), 0.2);
        scale->padding_outer = rk_value_number_or(rk_scale_config(scale, "bandWithNestedOffsetPaddingOuter"), 0.2);
    } else if (scale->type->bands) {
        scale->padding_inner = number(scale, "paddingInner", inner_padding(scale));
        scale->padding_outer = rk_value_number_or(rk_scale_config(scale, "bandPaddingOuter"), scale->padding_inner / 2);
    } else {
        scale->padding_outer = rk_value_number_or(rk_scale_config(scale, "pointPadding"), 0.5);
    }
}

static void read_paddings(RkScale *scale)
{
    default_paddings(scale);
    double both = number(scale, "padding", NAN);
    scale->padding_inner = number(scale, "paddingInner", isnan(both) ? scale->padding_inner : both);
    scale->padding_outer = number(scale, "paddingOuter", isnan(both) ? scale->padding_outer : both);
    scale->padding_inner = scale->type->bands ? CLAMP(scale->padding_inner, 0, 1) : 0;
    scale->padding_outer = fmax(0, scale->padding_outer);
    scale->align = CLAMP(number(scale, "align", 0.5), 0, 1);
}

/** Whether bars stand on the scale's axis at single values. A bar between two ends on both axes stands on neither. */
static gboolean stands_on(const RkScale *scale, const RkUnit *unit, const RkUse *use)
{
    /* The second end of a bar that came in bins is not where it stands. */
    return use == unit->uses[scale->channel] && unit->mark->stacks && !unit->mark->series && !unit->undirected &&
           !unit->mark->polar && scale->channel == (unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X) &&
           !rk_value_has(use->definition, "bin") && !rk_value_has(use->definition, "timeUnit");
}

/** Bars that stand on a quantity would be cut at the ends of their axis without some room. */
static double pixel_padding(const RkScale *scale)
{
    if (scale->channel != RK_CHANNEL_X && scale->channel != RK_CHANNEL_Y)
        return number(scale, "padding", 0);
    const RkValue *config = rk_scale_config(scale, "continuousPadding");
    double otherwise = rk_value_number_or(config, 0);
    for (guint i = 0; config == NULL && scale->plotting->vega_lite && i < scale->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        if (!stands_on(scale, unit, g_ptr_array_index(scale->uses, i)))
            continue;
        otherwise = rk_unit_number(unit, "continuousBandSize", 5);
        break;
    }
    return number(scale, "padding", otherwise);
}

static gboolean is_reversed(const RkScale *scale)
{
    const RkUse *use = rk_scale_first_use(scale);
    gboolean x = scale->channel == RK_CHANNEL_X && rk_value_boolean_or(rk_scale_config(scale, "xReverse"), FALSE);
    gboolean falls = !scale->type->discrete && rk_value_is_text(rk_value_get(use->definition, "sort"), "descending");
    return rk_value_boolean_or(rk_scale_property(scale, "reverse"), x != falls);
}

void rk_scale_read_settings(RkScale *scale)
{
    warn_of_strangers(scale);
    scale->reversed = is_reversed(scale);
    gboolean clamped = rk_value_boolean_or(rk_scale_config(scale, "clamp"), FALSE);
    scale->clamp = !scale->type->discrete && rk_value_boolean_or(rk_scale_property(scale, "clamp"), clamped);
    gboolean rounded = rk_value_boolean_or(rk_scale_config(scale, "round"), FALSE);
    scale->round = rk_value_boolean_or(rk_scale_property(scale, "round"), rounded && understood(scale, "round"));
    scale->base = number(scale, "base", 10);
    scale->exponent = number(scale, "exponent", 1);
    scale->constant = number(scale, "constant", 1);
    if (scale->type->discrete)
        read_paddings(scale);
    else
        scale->padding = fmax(0, pixel_padding(scale));
}

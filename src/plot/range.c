/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of the visual channels: the colours, sizes, opacities, shapes and dashes that values turn into, from the
 * scale's own words or the theme's ranges. Position ranges are set by layout.
 */
#include "plot/scale.h"
#include "scene/symbol.h"

static gboolean is_color(RkChannel channel)
{
    return channel == RK_CHANNEL_COLOR || channel == RK_CHANNEL_FILL || channel == RK_CHANNEL_STROKE;
}

/** The list of colours behind a range: a list, a name of the theme's `range` block, or a scheme. */
static const RkValue *color_list(const RkScale *scale)
{
    const RkConfig *config = scale->plotting->config;
    const RkValue *range = rk_value_get(scale->definition, "range");
    const RkValue *scheme = rk_value_get(scale->definition, "scheme");
    if (rk_value_is(range, RK_VALUE_LIST))
        return range;
    const char *name = rk_value_text_or(range, NULL);
    if (scheme != NULL)
        name = rk_value_text_or(rk_value_is(scheme, RK_VALUE_MAP) ? rk_value_get(scheme, "name") : scheme, "");
    if (name == NULL)
        name = scale->type->discrete
                   ? (scale->measure == RK_ORDINAL && scale->plotting->vega_lite ? "ordinal" : "category")
                   : "ramp";
    const RkValue *found = rk_config_get(config, "range", name);
    if (rk_value_is(found, RK_VALUE_MAP))
        found = rk_config_get(config, "scheme", rk_value_text_or(rk_value_get(found, "scheme"), ""));
    if (rk_value_is(found, RK_VALUE_TEXT))
        found = rk_config_get(config, "scheme", rk_value_text_or(found, ""));
    return found != NULL ? found : rk_config_get(config, "scheme", name);
}

/** A colour fixed for a category by the theme (fuels keep their colours across figures). */
static gboolean fixed_color(const RkScale *scale, const char *category, RkColor *color)
{
    return rk_plotting_color(scale->plotting, rk_config_get(scale->plotting->config, "categoryColor", category), color);
}

static gboolean color_range(RkScale *scale, GError **error)
{
    const RkValue *list = color_list(scale);
    guint count = rk_value_length(list);
    if (count == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(scale->definition),
                     "name a scheme, or list colours as `range`", "channel %s has no colours: no such range or scheme",
                     rk_channel_name(scale->channel));
        return FALSE;
    }
    guint needed = scale->type->discrete ? MAX(count, scale->categories->len) : count;
    scale->colors = g_new0(RkColor, needed);
    scale->color_count = needed;
    for (guint i = 0; i < needed; i++) {
        const RkValue *item = rk_value_at(list, i % count);
        if (!rk_plotting_color(scale->plotting, item, &scale->colors[i])) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(item), "write a CSS colour such as #2B5C97",
                         "\"%s\" is not a colour", rk_value_text_or(item, ""));
            return FALSE;
        }
    }
    gboolean own = rk_value_has(scale->definition, "range") || rk_value_has(scale->definition, "scheme");
    for (guint i = 0; !own && scale->type->discrete && i < scale->categories->len; i++)
        fixed_color(scale, g_ptr_array_index(scale->categories, i), &scale->colors[i]);
    return TRUE;
}

static void text_range(RkScale *scale, const char *const *defaults)
{
    const RkValue *range = rk_value_get(scale->definition, "range");
    guint count = rk_value_length(range);
    scale->text_count = count > 0 ? count : g_strv_length((char **)defaults);
    scale->texts = g_new0(const char *, scale->text_count);
    for (guint i = 0; i < scale->text_count; i++)
        scale->texts[i] = count > 0 ? rk_value_text_or(rk_value_at(range, i), "circle") : defaults[i];
}

static void number_range(RkScale *scale)
{
    const RkConfig *config = scale->plotting->config;
    double low = 0, high = 1;
    switch (scale->channel) {
    case RK_CHANNEL_SIZE:
        low = rk_value_number_or(rk_config_get(config, "scale", "minSize"), 0);
        high = rk_value_number_or(rk_config_get(config, "scale", "maxSize"), 361);
        break;
    case RK_CHANNEL_STROKE_WIDTH:
        low = rk_value_number_or(rk_config_get(config, "scale", "minStrokeWidth"), 1);
        high = rk_value_number_or(rk_config_get(config, "scale", "maxStrokeWidth"), 4);
        break;
    case RK_CHANNEL_ANGLE:
        high = 360;
        break;
    default:
        low = rk_value_number_or(rk_config_get(config, "scale", "minOpacity"), 0.3);
        high = rk_value_number_or(rk_config_get(config, "scale", "maxOpacity"), 0.8);
        break;
    }
    const RkValue *range = rk_value_get(scale->definition, "range");
    if (rk_value_length(range) >= 2) {
        low = rk_value_number_or(rk_value_at(range, 0), low);
        high = rk_value_number_or(rk_value_at(range, rk_value_length(range) - 1), high);
    }
    low = rk_value_number_or(rk_value_get(scale->definition, "rangeMin"), low);
    high = rk_value_number_or(rk_value_get(scale->definition, "rangeMax"), high);
    rk_scale_set_range(scale, low, high);
}

gboolean rk_scale_visual_range(RkScale *scale, GError **error)
{
    static const char *const shapes[] = {"circle",        "square",         "diamond",       "triangle-up", "cross",
                                         "triangle-down", "triangle-right", "triangle-left", NULL};
    static const char *const dashes[] = {"solid", "4 2", "2 1", "1 1", "1 2 4 2", NULL};
    if (rk_channel_is_position(scale->channel))
        return TRUE;
    if (is_color(scale->channel))
        return color_range(scale, error);
    if (scale->channel == RK_CHANNEL_SHAPE)
        text_range(scale, shapes);
    else if (scale->channel == RK_CHANNEL_STROKE_DASH)
        text_range(scale, dashes);
    else
        number_range(scale);
    return TRUE;
}

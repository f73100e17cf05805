/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a property comes from: the mark's or guide's own map, then named styles, then the blocks of the configuration.
 * Colours may be named after the theme's palette.
 */
#include "plot/plot-private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "plot/guide-source.h"
#include "plot/mark.h"

static const RkValue *from_styles(const RkUnit *unit, const RkValue *style, const char *key)
{
    const RkConfig *config = unit->plotting->config;
    const RkValue *styles = rk_config_get(config, "style", rk_value_text_or(style, ""));
    const RkValue *found = rk_value_get(styles, key);
    for (guint i = rk_value_length(style); found == NULL && i > 0; i--) {
        const char *name = rk_value_text_or(rk_value_at(style, i - 1), "");
        found = rk_value_get(rk_config_get(config, "style", name), key);
    }
    return found;
}

const RkValue *rk_unit_style_property(const RkUnit *unit, const char *key)
{
    const RkValue *style = rk_value_get(unit->mark_map, "style");
    const RkValue *styled = style != NULL ? from_styles(unit, style, key) : NULL;
    /* Every mark has a style of its own name. */
    if (styled == NULL)
        styled = rk_value_get(rk_config_get(unit->plotting->config, "style", unit->mark->name), key);
    return rk_unit_of_row(unit, styled);
}

const RkValue *rk_unit_property(const RkUnit *unit, const char *key)
{
    const RkValue *own = rk_value_get(unit->mark_map, key);
    if (own == NULL)
        own = rk_unit_style_property(unit, key);
    return own != NULL ? rk_unit_of_row(unit, own) : rk_unit_config_property(unit, key);
}

const RkValue *rk_unit_config_property(const RkUnit *unit, const char *key)
{
    const char *blocks[] = {unit->mark->name, "mark", NULL};
    const RkConfig *config = unit->plotting->config;
    /* In the grammar a mark that has a colour of its own by default, such as text, keeps it whatever all marks have. */
    const RkValue *own =
        unit->plotting->vega_lite && g_str_equal(key, "color") ? rk_config_get(config, unit->mark->name, key) : NULL;
    return rk_unit_of_row(unit, own != NULL ? own : rk_config_get_first(config, blocks, key));
}

double rk_unit_number(const RkUnit *unit, const char *key, double otherwise)
{
    return rk_value_number_or(rk_unit_property(unit, key), otherwise);
}

const char *rk_unit_text(const RkUnit *unit, const char *key, const char *otherwise)
{
    return rk_value_text_or(rk_unit_property(unit, key), otherwise);
}

gboolean rk_unit_flag(const RkUnit *unit, const char *key, gboolean otherwise)
{
    return rk_value_boolean_or(rk_unit_property(unit, key), otherwise);
}

const RkValue *rk_plotting_setting(const RkPlotting *plotting, const RkValue *own, const char *const *blocks,
                                   const char *key)
{
    const RkValue *value = rk_value_get(own, key);
    return value != NULL ? value : rk_config_get_first(plotting->config, blocks, key);
}

gboolean rk_plotting_color(const RkPlotting *plotting, const RkValue *value, RkColor *color)
{
    const char *text = rk_value_text_or(value, NULL);
    if (text == NULL)
        return FALSE;
    const char *named = rk_value_text_or(rk_config_get(plotting->config, "palette", text), NULL);
    return rk_color_parse_paint(named != NULL ? named : text, color);
}

void rk_style_line(RkStyle *style, const RkValue *cap, const RkValue *join)
{
    style->cap = rk_value_is_text(cap, "round")    ? RK_CAP_ROUND
                 : rk_value_is_text(cap, "square") ? RK_CAP_SQUARE
                                                   : RK_CAP_BUTT;
    style->join = rk_value_is_text(join, "round")   ? RK_JOIN_ROUND
                  : rk_value_is_text(join, "bevel") ? RK_JOIN_BEVEL
                                                    : RK_JOIN_MITER;
}

gboolean rk_plotting_check_color(const RkPlotting *plotting, const RkValue *value, GError **error)
{
    RkColor color;
    if (!rk_value_is(value, RK_VALUE_TEXT) || rk_value_is_text(value, "") || rk_plotting_color(plotting, value, &color))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "write a CSS colour such as #2B5C97",
                 "\"%s\" is not a colour", rk_value_text_or(value, ""));
    return FALSE;
}

RkColor rk_plotting_palette(const RkPlotting *plotting, const char *name, const char *otherwise)
{
    RkColor color = {0, 0, 0, 1};
    if (!rk_plotting_color(plotting, rk_config_get(plotting->config, "palette", name), &color))
        rk_color_parse(otherwise, &color);
    return color;
}

void rk_plotting_dash(const RkPlotting *plotting, const RkValue *dash, const RkValue *offset, RkStyle *style)
{
    double numbers[32];
    guint length = MIN(rk_value_length(dash), G_N_ELEMENTS(numbers) / 2), count = 0;
    for (guint i = 0; i < length; i++)
        numbers[count++] = CLAMP(rk_value_number_or(rk_value_at(dash, i), 0), 0, RK_LIMIT_COORDINATE);
    for (guint i = 0; length % 2 == 1 && i < length; i++)
        numbers[count++] = numbers[i];
    double sum = 0;
    for (guint i = 0; i < count; i++)
        sum += numbers[i];
    if (!(sum > 0))
        return;
    style->dash_offset = CLAMP(rk_value_number_or(offset, 0), -RK_LIMIT_COORDINATE, RK_LIMIT_COORDINATE);
    style->dash = rk_scene_numbers(plotting->scene, numbers, count);
    style->dash_count = count;
}

double rk_plotting_fit_font(const RkPlotting *plotting, double size, const RkValue *cause)
{
    double fitting = CLAMP(size, RK_LIMIT_LETTERS_LEAST, RK_LIMIT_LETTERS_MOST);
    /* One line for all rows of a mark. */
    if (fitting != size)
        rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(cause), NULL,
                           "letters %s than %g pixels are drawn with that size", size < fitting ? "smaller" : "larger",
                           fitting);
    return fitting;
}

double rk_plotting_font_size(const RkPlotting *plotting, const RkValue *value, double otherwise)
{
    return rk_plotting_fit_font(plotting, rk_value_number_or(value, otherwise), value);
}

RkFont rk_plotting_font(const RkPlotting *plotting, const RkValue *own, const char *const *blocks, const char *prefix,
                        double size)
{
    char key[64];
    const char *capital = *prefix == '\0' ? "f" : "F";
    g_snprintf(key, sizeof key, "%s%sontSize", prefix, capital);
    const RkValue *size_value = rk_plotting_setting(plotting, own, blocks, key);
    g_snprintf(key, sizeof key, "%s%sontWeight", prefix, capital);
    const RkValue *weight = rk_plotting_setting(plotting, own, blocks, key);
    g_snprintf(key, sizeof key, "%s%sontStyle", prefix, capital);
    const RkValue *style = rk_plotting_setting(plotting, own, blocks, key);
    g_snprintf(key, sizeof key, "%s%sont", prefix, capital);
    const RkValue *family = rk_plotting_setting(plotting, own, blocks, key);
    if (family == NULL)
        family = rk_config_get(plotting->config, NULL, "font");
    return (RkFont){
        .family = rk_value_text_or(family, NULL),
        .size = rk_plotting_font_size(plotting, size_value, size),
        .weight = rk_font_weight(weight),
        .italic = rk_value_is_text(style, "italic"),
    };
}

void rk_plotting_settle_frame(const RkPlotting *plotting, RkNode *group)
{
    double width = group->style.stroke_width;
    gboolean thin = group->style.stroke.set && width > 0.5 && width < 1.5;
    group->group.shift = plotting->vega_lite && thin ? 0.5 - fabs(width - 1) : 0;
}

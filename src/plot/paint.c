/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From rows to paint: colours, opacities, widths and dashes of a mark's items, by Vega-Lite's order of precedence. A
 * highlight colours marks that no channel colours.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"
#include "transform/lines.h"

#include <math.h>
#include <stdlib.h>

/** The use that holds for a row: the first condition that is true, else the channel itself; NULL when it says nothing
 * beside its conditions, so that the mark's own property holds. */
static const RkUse *effective(const RkUse *use, gsize row)
{
    for (guint i = 0; use != NULL && i < use->condition_count; i++) {
        if (use->conditions[i].truth[row])
            return use->conditions[i].use;
    }
    return use != NULL && (use->column != NULL || use->value != NULL || use->datum != NULL) ? use : NULL;
}

/** The number that a look comes from, or what a missing one counts as. */
static double look_number(const RkUse *use, gsize row)
{
    double number = use->column == NULL ? rk_value_number_or(use->datum, NAN) : rk_use_number(use, row);
    return use->missing == RK_MISSING_IS_DATUM && !isfinite(number) ? use->instead : number;
}

/** A bin looks like its middle, a unit of time like its start, unless `bandPosition` says otherwise. */
static double within_cut(const RkUse *use, double start, gsize row)
{
    if (use->end == NULL)
        return start;
    double usual = rk_value_has(use->definition, "timeUnit") ? 0 : 0.5;
    double part = isnan(use->band_position) ? usual : use->band_position;
    return part == 0 ? start : (1 - part) * start + part * rk_column_numbers(use->end)[row];
}

static guint32 category_of(const RkUse *use, gsize row)
{
    if (use->scale->type->classes)
        return rk_scale_class(use->scale, look_number(use, row));
    return rk_use_category(use, row);
}

static double scaled_number(const RkUse *use, gsize row)
{
    if (use->scale->type->discrete) {
        guint32 category = category_of(use, row);
        return category == G_MAXUINT32 ? NAN : rk_scale_category_number(use->scale, category);
    }
    return rk_scale_map(use->scale, within_cut(use, look_number(use, row), row));
}

double rk_unit_visual(const RkUnit *unit, RkChannel channel, gsize row, double otherwise)
{
    const RkUse *use = effective(unit->uses[channel], row);
    if (use == NULL)
        return otherwise;
    if (use->scale != NULL)
        return scaled_number(use, row);
    if (use->column != NULL && rk_column_numbers(use->column) != NULL)
        return rk_column_numbers(use->column)[row];
    return rk_value_number_or(use->value, otherwise);
}

const char *rk_unit_visual_text(const RkUnit *unit, RkChannel channel, gsize row, const char *otherwise)
{
    const RkUse *use = effective(unit->uses[channel], row);
    if (use == NULL)
        return otherwise;
    if (use->scale != NULL && use->scale->text_count > 0) {
        guint32 category = category_of(use, row);
        return category == G_MAXUINT32 ? otherwise : use->scale->texts[category % use->scale->text_count];
    }
    if (use->column != NULL)
        return rk_column_text(use->column, row);
    return rk_value_text_or(use->value, otherwise);
}

/** FALSE when the use says "no paint" (null, or a missing value). */
static gboolean use_color(const RkUnit *unit, const RkUse *use, gsize row, RkColor *color)
{
    const RkScale *scale = use->scale;
    if (scale == NULL && use->column == NULL)
        return rk_plotting_color(unit->plotting, use->value, color);
    if (scale == NULL)
        return rk_color_parse_paint(rk_column_text(use->column, row), color);
    if (!scale->type->discrete) {
        double value = look_number(use, row);
        *color = rk_scale_color(scale, value);
        return isfinite(value);
    }
    guint32 category = category_of(use, row);
    if (category == G_MAXUINT32)
        return FALSE;
    *color = scale->colors[category % scale->color_count];
    return TRUE;
}

/** Rows of a category that stands apart (an aggregate). */
static gboolean is_aside(const RkUnit *unit, gsize row)
{
    for (guint channel = RK_CHANNEL_X; channel <= RK_CHANNEL_Y; channel++) {
        const RkUse *use = unit->uses[channel];
        if (use == NULL || use->categories == NULL || use->categories[row] == G_MAXUINT32)
            continue;
        if (use->categories[row] + use->scale->aside >= use->scale->categories->len)
            return TRUE;
    }
    return FALSE;
}

static RkColor own_color(const RkUnit *unit, gsize row)
{
    RkColor color = rk_plotting_palette(unit->plotting, "context", "#4c78a8");
    if (unit->highlighted != NULL && rk_value_get(unit->mark_map, "color") == NULL) {
        const char *name = unit->highlighted[row] ? "highlight" : is_aside(unit, row) ? "aggregate" : "context";
        return rk_plotting_palette(unit->plotting, name, "#4c78a8");
    }
    rk_plotting_color(unit->plotting, rk_unit_property(unit, "color"), &color);
    return color;
}

RkColor rk_unit_row_color(const RkUnit *unit, gsize row)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_STROKE, RK_CHANNEL_FILL};
    RkColor color;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = effective(unit->uses[channels[i]], row);
        /* A constant fill (a hollow dot) does not tell one row from another. */
        if (use != NULL && (use->column != NULL || channels[i] != RK_CHANNEL_FILL) && use_color(unit, use, row, &color))
            return color;
    }
    return own_color(unit, row);
}

/** What a use paints with. Constants may be gradients. */
static RkPaint use_paint(const RkUnit *unit, const RkUse *use, gsize row)
{
    RkPaint paint = {TRUE, {0, 0, 0, 1}, NULL};
    if (use->column == NULL && use->scale == NULL)
        paint.gradient = rk_plotting_gradient(unit->plotting, use->value);
    if (paint.gradient == NULL)
        paint.set = use_color(unit, use, row, &paint.color);
    return paint;
}

/** What a property paints with. */
static RkPaint property_paint(const RkUnit *unit, const RkValue *value)
{
    RkPaint paint = {TRUE, {0, 0, 0, 1}, rk_plotting_gradient(unit->plotting, value)};
    if (paint.gradient == NULL)
        paint.set = rk_plotting_color(unit->plotting, value, &paint.color);
    return paint;
}

/** The paint that the mark itself gives a side: its own word, then that of the styles and the theme; `color` holds for
 * the side that is filled. */
static RkPaint default_paint(const RkUnit *unit, gsize row, RkChannel channel, gboolean shared)
{
    const char *key = rk_channel_name(channel);
    const RkValue *own = rk_value_get(unit->mark_map, key), *color = rk_value_get(unit->mark_map, "color");
    /* In the grammar, `color` of a style goes before the `fill` that it is for; `fill` of a style is not heard. */
    if (own == NULL && shared && color == NULL && unit->plotting->vega_lite && !rk_unit_style_property(unit, "color"))
        own = rk_unit_config_property(unit, key);
    else if (own == NULL && !(shared && (color != NULL || unit->plotting->vega_lite)))
        own = rk_unit_property(unit, key);
    if (own != NULL)
        return property_paint(unit, own);
    if (!shared)
        return (RkPaint){FALSE, {0, 0, 0, 1}, NULL};
    const RkValue *property = rk_unit_property(unit, "color");
    if (rk_value_is(property, RK_VALUE_MAP) || rk_value_is(property, RK_VALUE_NULL))
        return property_paint(unit, property);
    return (RkPaint){TRUE, own_color(unit, row), NULL};
}

/** Paint of one side: its own channel, then the mark's own word for it, then the shared colour when it takes part. */
static RkPaint side(const RkUnit *unit, gsize row, RkChannel channel, gboolean shared)
{
    const RkUse *use = effective(unit->uses[channel], row);
    if (use != NULL)
        return use_paint(unit, use, row);
    const RkUse *color = shared ? effective(unit->uses[RK_CHANNEL_COLOR], row) : NULL;
    const RkValue *own = rk_value_get(unit->mark_map, rk_channel_name(channel));
    if (color != NULL && own == NULL && unit->uses[channel] == NULL)
        return use_paint(unit, color, row);
    return default_paint(unit, row, channel, shared);
}

static void set_dash(const RkUnit *unit, gsize row, RkStyle *style)
{
    double numbers[16];
    guint count = 0;
    const RkValue *list = rk_unit_property(unit, "strokeDash");
    const RkUse *use = effective(unit->uses[RK_CHANNEL_STROKE_DASH], row);
    if (use != NULL && use->value != NULL)
        list = use->value;
    const char *written =
        use != NULL && use->value == NULL ? rk_unit_visual_text(unit, RK_CHANNEL_STROKE_DASH, row, "") : NULL;
    g_autofree char *listed = rk_lines_joined(written, " ");
    const char *text = listed != NULL ? listed : written;
    for (guint i = 0; text == NULL && i < rk_value_length(list) && count < G_N_ELEMENTS(numbers); i++)
        numbers[count++] = fmax(0, rk_value_number_or(rk_value_at(list, i), 0));
    for (char *end = NULL; text != NULL && count < G_N_ELEMENTS(numbers); text = end) {
        double number = g_ascii_strtod(text, &end);
        if (end == text)
            break;
        numbers[count++] = number;
    }
    double sum = 0;
    for (guint i = 0; i < count; i++)
        sum += numbers[i];
    style->dash_count = sum > 0 ? count : 0;
    style->dash = sum > 0 ? rk_scene_numbers(unit->plotting->scene, numbers, count) : NULL;
    style->dash_offset = rk_unit_number(unit, "strokeDashOffset", 0);
}

static double share(double value)
{
    return isnan(value) ? 0 : CLAMP(value, 0, 1);
}

static void set_line(const RkUnit *unit, gsize row, RkStyle *style)
{
    rk_style_line(style, rk_unit_property(unit, "strokeCap"), rk_unit_property(unit, "strokeJoin"));
    double width = rk_unit_number(unit, "strokeWidth", 1);
    if (rk_unit_row_highlighted(unit, row) && unit->mark->series)
        width = rk_value_number_or(rk_config_get(unit->plotting->config, "highlight", "strokeWidth"), width * 1.5);
    width = rk_unit_visual(unit, RK_CHANNEL_STROKE_WIDTH, row, width);
    if (unit->mark->size == RK_SIZE_WIDTH && !unit->mark->tapers && unit->plotting->vega_lite)
        width =
            rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_value_number_or(rk_value_get(unit->mark_map, "size"), width));
    style->stroke_width = isfinite(width) ? fmax(0, width) : 0;
    /* Vega's pictures cut corners that reach further than four line widths. */
    style->miter_limit = fmax(0, rk_unit_number(unit, "strokeMiterLimit", unit->plotting->vega_lite ? 4 : 0));
    set_dash(unit, row, style);
}

/** Marks of single rows let others shine through in the grammar. */
static double default_opacity(const RkUnit *unit)
{
    gboolean raw = unit->plotting->vega_lite && unit->mark->translucent && !unit->aggregated &&
                   rk_unit_property(unit, "fillOpacity") == NULL;
    return rk_unit_number(unit, "opacity", raw ? 0.7 : 1);
}

const char *const rk_blend_names[] = {"normal",     "multiply",    "screen",     "overlay",    "darken",
                                      "lighten",    "color-dodge", "color-burn", "hard-light", "soft-light",
                                      "difference", "exclusion",   "hue",        "saturation", "color",
                                      "luminosity", NULL};

static RkBlend blend_of(const RkUnit *unit)
{
    const char *name = rk_unit_text(unit, "blend", "normal");
    for (guint i = 0; rk_blend_names[i] != NULL; i++) {
        if (g_str_equal(name, rk_blend_names[i]))
            return (RkBlend)i;
    }
    return RK_BLEND_NORMAL;
}

void rk_unit_style(RkUnit *unit, gsize row, RkStyle *style)
{
    rk_unit_turn_to(unit, row);
    gboolean filled = rk_unit_flag(unit, "filled", unit->mark->filled);
    style->fill = side(unit, row, RK_CHANNEL_FILL, filled);
    style->stroke = side(unit, row, RK_CHANNEL_STROKE, !filled);
    style->opacity = share(rk_unit_visual(unit, RK_CHANNEL_OPACITY, row, default_opacity(unit)));
    style->blend = blend_of(unit);
    style->fill.color.alpha *=
        share(rk_unit_visual(unit, RK_CHANNEL_FILL_OPACITY, row, rk_unit_number(unit, "fillOpacity", 1)));
    style->stroke.color.alpha *=
        share(rk_unit_visual(unit, RK_CHANNEL_STROKE_OPACITY, row, rk_unit_number(unit, "strokeOpacity", 1)));
    if (style->stroke.set)
        set_line(unit, row, style);
    rk_unit_flag_style(unit, row, style);
}

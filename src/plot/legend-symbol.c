/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The symbol of an entry: what the scales say of it, over what the legend says of all symbols, over what the marks look
 * like. Colours that a field decides elsewhere are left open.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/selections.h"
#include "scene/symbol.h"

double rk_legend_entry_number(const RkScale *scale, const RkLegendEntry *entry)
{
    return scale->type->discrete ? rk_scale_category_number(scale, entry->category) : rk_scale_map(scale, entry->value);
}

static guint32 class_of(const RkScale *scale, const RkLegendEntry *entry)
{
    return scale->type->classes ? rk_scale_class(scale, entry->value) : entry->category;
}

RkColor rk_legend_entry_color(const RkScale *scale, const RkLegendEntry *entry)
{
    if (!scale->type->discrete)
        return rk_scale_color(scale, entry->value);
    return scale->color_count > 0 ? scale->colors[entry->category % scale->color_count] : (RkColor){0, 0, 0, 1};
}

const char *rk_legend_entry_text(const RkScale *scale, const RkLegendEntry *entry)
{
    guint32 index = class_of(scale, entry);
    return scale->text_count > 0 && index != G_MAXUINT32 ? scale->texts[index % scale->text_count] : NULL;
}

static const RkValue *said_of_legend(const RkLegend *legend, const char *key)
{
    const RkConfig *config = legend->panel->plotting->config;
    const RkValue *value = NULL;
    for (guint layer = 0; value == NULL && layer + 1 < rk_config_layers(config); layer++)
        value = rk_config_get_in(config, layer, "legend", key);
    return value;
}

/** A constant that a channel shows where it has one: its value, or the first of its conditions' values. */
static const RkValue *constant_of(const RkUse *use)
{
    for (guint i = 0; use != NULL && i < use->condition_count; i++) {
        if (use->conditions[i].use->value != NULL)
            return use->conditions[i].use->value;
    }
    return use == NULL ? NULL : use->value;
}

/** The shape by what one layer draws. */
static const char *shape_of_unit(const RkUnit *unit, const RkValue *said)
{
    const RkMark *mark = unit->mark;
    const RkUse *use = unit->uses[RK_CHANNEL_SHAPE];
    const RkValue *shape = use != NULL && use->column == NULL ? constant_of(use) : NULL;
    shape = shape != NULL ? shape : said;
    if (shape != NULL)
        return rk_value_text_or(shape, "circle");
    if (mark->size == RK_SIZE_WIDTH && !(mark->series && mark->stacks))
        return "stroke";
    gboolean square = (mark->bands && !mark->polar && (mark->stacks || mark->tiles)) ||
                      rk_value_is_text(rk_unit_property(unit, "shape"), "square");
    return square ? "square" : "circle";
}

/** Of layers that differ, one with circles has the word. */
static const char *shape_of_layers(const RkLegend *legend)
{
    const char *shape = NULL;
    for (guint i = 0; i < legend->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(legend->units, i);
        const char *own = shape_of_unit(unit, unit == legend->unit ? rk_legend_said_of_mark(legend, "shape") : NULL);
        shape = shape == NULL || g_str_equal(own, "circle") ? own : shape;
    }
    return shape;
}

const char *rk_legend_symbol_shape(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *shapes = legend->roles[RK_ROLE_SHAPE];
    const char *shape = shapes != NULL ? rk_legend_entry_text(shapes, entry) : NULL;
    if (shape == NULL)
        shape = rk_guide_word(&legend->source, "symbolType", NULL);
    return shape != NULL ? shape : shape_of_layers(legend);
}

double rk_legend_symbol_size(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *scale = legend->roles[RK_ROLE_SIZE];
    double size = scale != NULL ? rk_legend_entry_number(scale, entry) : rk_legend_setting(legend, "symbolSize", 100);
    return isfinite(size) ? fmax(0, size) : 0;
}

double rk_legend_symbol_stroke(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *scale = legend->roles[RK_ROLE_STROKE_WIDTH];
    const RkValue *own = rk_guide_get_own(&legend->source, "symbolStrokeWidth");
    const RkValue *configured = rk_legend_configured(legend, "strokeWidth");
    if (scale != NULL)
        return fmax(0, rk_legend_entry_number(scale, entry));
    own = configured != NULL ? configured : own;
    return fmax(0, rk_value_number_or(own, rk_legend_setting(legend, "symbolStrokeWidth", 1.5)));
}

static gboolean is_filled(const RkLegend *legend)
{
    const RkUnit *unit = legend->unit;
    return rk_unit_flag(unit, "filled", unit->mark->filled) && !unit->mark->tapers;
}

gboolean rk_legend_symbol_is_outlined(const RkLegend *legend)
{
    const RkValue *said = rk_legend_said_of_mark(legend, "stroke");
    if (legend->roles[RK_ROLE_STROKE] != NULL || constant_of(legend->unit->uses[RK_CHANNEL_STROKE]) != NULL ||
        rk_guide_get(&legend->source, "symbolStrokeColor") != NULL)
        return TRUE;
    return said != NULL ? !rk_value_is(said, RK_VALUE_NULL) : legend->roles[RK_ROLE_FILL] == NULL;
}

/** The colour of a side of the marks: by its own channel or the shared one; TRUE when a field decides it. */
static gboolean by_field(const RkLegend *legend, RkChannel own, gboolean shared, const RkValue **constant)
{
    const RkUse *use = legend->unit->uses[own];
    if (use == NULL && shared && !rk_value_has(legend->unit->mark_map, rk_channel_name(own)))
        use = legend->unit->uses[RK_CHANNEL_COLOR];
    *constant = constant_of(use);
    return use != NULL && (use->column != NULL || use->datum != NULL);
}

static RkPaint paint_by(const RkLegend *legend, const RkValue *value)
{
    RkPaint paint = {.set = FALSE};
    RkColor color;
    if (rk_plotting_color(legend->panel->plotting, value, &color) && color.alpha > 0)
        paint = (RkPaint){.set = TRUE, .color = color};
    return paint;
}

/** A fill that a field decides elsewhere is black here, unless the figure says what it is then. The grammar lets it
 * shine through as the marks do, beside the symbol as a whole. */
static RkPaint undecided_fill(const RkLegend *legend)
{
    const RkValue *base = said_of_legend(legend, "symbolBaseFillColor");
    RkPaint paint = base != NULL ? paint_by(legend, base) : (RkPaint){.set = TRUE, .color = {0, 0, 0, 1}};
    if (legend->panel->plotting->vega_lite && rk_guide_get(&legend->source, "symbolOpacity") == NULL)
        paint.color.alpha *= CLAMP(rk_legend_mark_opacity(legend), 0, 1);
    return paint;
}

/** The mark's own word for a side, or that of styles and config; a style is not heard on the side that `color` is for.
 */
static const RkValue *said_of_side(const RkLegend *legend, const char *key, gboolean shared)
{
    const RkUnit *unit = legend->unit;
    gboolean styled = !rk_value_has(unit->mark_map, key) && rk_unit_style_property(unit, key) != NULL;
    return shared && styled && unit->plotting->vega_lite ? rk_unit_config_property(unit, key)
                                                         : rk_legend_said_of_mark(legend, key);
}

/** Fill and outline by the marks, where no scale decides them; `said` when the marks have a word in it. */
static RkPaint side_of_mark(const RkLegend *legend, gboolean fill, gboolean *said)
{
    gboolean shared = fill == is_filled(legend);
    const RkValue *constant, *own = said_of_side(legend, fill ? "fill" : "stroke", shared);
    *said = FALSE;
    if (legend->plain)
        return (RkPaint){.set = FALSE};
    gboolean field = by_field(legend, fill ? RK_CHANNEL_FILL : RK_CHANNEL_STROKE, shared, &constant);
    *said = fill || !field;
    if (field)
        return fill ? undecided_fill(legend) : (RkPaint){.set = FALSE};
    if (constant != NULL)
        return paint_by(legend, constant);
    if (own != NULL)
        return paint_by(legend, own);
    if (shared)
        return paint_by(legend, rk_unit_property(legend->unit, "color"));
    *said = fill && legend->unit->mark->size != RK_SIZE_WIDTH && !legend->unit->mark->series;
    return (RkPaint){.set = FALSE};
}

gboolean rk_legend_symbol_is_painted(const RkLegend *legend)
{
    gboolean fill_said, stroke_said;
    RkPaint fill = side_of_mark(legend, TRUE, &fill_said), stroke = side_of_mark(legend, FALSE, &stroke_said);
    gboolean transparent = fill_said && !fill.set;
    return (legend->roles[RK_ROLE_FILL] == NULL && (fill.set || transparent)) ||
           (legend->roles[RK_ROLE_STROKE] == NULL && stroke.set);
}

static void paint_sides(const RkLegend *legend, const RkLegendEntry *entry, RkStyle *style)
{
    const RkScale *fill = legend->roles[RK_ROLE_FILL], *stroke = legend->roles[RK_ROLE_STROKE];
    const RkValue *own_fill = rk_guide_get(&legend->source, "symbolFillColor");
    const RkValue *own_stroke = rk_guide_get(&legend->source, "symbolStrokeColor");
    const RkValue *constant;
    gboolean fill_said, stroke_said, undecided = by_field(legend, RK_CHANNEL_FILL, is_filled(legend), &constant);
    style->fill = side_of_mark(legend, TRUE, &fill_said);
    style->stroke = side_of_mark(legend, FALSE, &stroke_said);
    if (own_fill != NULL && (!fill_said || undecided)) {
        style->fill = paint_by(legend, own_fill);
        fill_said = FALSE;
    }
    gboolean opaque = fill_said && style->fill.set;
    if (own_stroke != NULL)
        style->stroke = paint_by(legend, own_stroke);
    else if (!stroke_said && !opaque && fill == NULL)
        style->stroke = paint_by(legend, rk_guide_get(&legend->source, "symbolBaseStrokeColor"));
    if (fill != NULL)
        style->fill = (RkPaint){.set = TRUE, .color = rk_legend_entry_color(fill, entry)};
    if (stroke != NULL)
        style->stroke = (RkPaint){.set = TRUE, .color = rk_legend_entry_color(stroke, entry)};
}

static double opacity_of(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *scale = legend->roles[RK_ROLE_OPACITY];
    const RkValue *own = rk_guide_get(&legend->source, "symbolOpacity");
    double opacity = scale != NULL ? rk_legend_entry_number(scale, entry)
                     : own != NULL ? rk_value_number_or(own, 1)
                                   : rk_legend_mark_opacity(legend);
    double selected = scale == NULL ? rk_legend_selected_opacity(legend, entry) : NAN;
    if (!isnan(selected))
        opacity = selected < 1 || own != NULL ? selected : rk_legend_mark_opacity(legend);
    return isnan(opacity) ? 0 : CLAMP(opacity, 0, 1);
}

static double opacity_of_side(const RkLegend *legend, const char *key)
{
    return CLAMP(rk_value_number_or(rk_legend_configured(legend, key), 1), 0, 1);
}

static void set_dash(const RkLegend *legend, const RkLegendEntry *entry, RkStyle *style)
{
    const RkScale *scale = legend->roles[RK_ROLE_STROKE_DASH];
    const RkValue *configured = rk_legend_configured(legend, "strokeDash");
    const RkValue *own = configured != NULL ? configured : rk_guide_get(&legend->source, "symbolDash");
    if (scale == NULL) {
        rk_plotting_dash(legend->panel->plotting, own, rk_guide_get(&legend->source, "symbolDashOffset"), style);
        return;
    }
    const char *text = rk_legend_entry_text(scale, entry);
    double numbers[16], sum = 0;
    guint count = 0;
    for (char *end = NULL; text != NULL && count < G_N_ELEMENTS(numbers); text = end) {
        double number = g_ascii_strtod(text, &end);
        if (end == text)
            break;
        sum += numbers[count++] = number;
    }
    style->dash_count = sum > 0 ? count : 0;
    style->dash = sum > 0 ? rk_scene_numbers(legend->panel->plotting->scene, numbers, count) : NULL;
}

void rk_legend_symbol(const RkLegend *legend, const RkLegendEntry *entry, RkNode *node)
{
    node->symbol.size = rk_legend_symbol_size(legend, entry);
    node->symbol.shape = rk_scene_text(legend->panel->plotting->scene, rk_legend_symbol_shape(legend, entry));
    paint_sides(legend, entry, &node->style);
    node->style.fill.color.alpha *= opacity_of_side(legend, "fillOpacity");
    node->style.stroke.color.alpha *= opacity_of_side(legend, "strokeOpacity");
    rk_style_line(&node->style, rk_legend_configured(legend, "strokeCap"), rk_legend_configured(legend, "strokeJoin"));
    node->style.stroke_width = rk_legend_symbol_stroke(legend, entry);
    node->style.stroke.set = node->style.stroke.set && node->style.stroke_width > 0;
    node->style.miter_limit = legend->panel->plotting->vega_lite ? 4 : 0;
    node->style.opacity = opacity_of(legend, entry);
    set_dash(legend, entry, &node->style);
}

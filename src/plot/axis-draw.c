/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing an axis that has been arranged: grid, ticks, labels, line and title, with the classes and words that Vega
 * gives them.
 */
#include "plot/axis-private.h"

#include <math.h>

static RkNode *add_rule(RkAxis *axis, RkNode *parent, double x, double y, double x2, double y2, RkColor color,
                        double width)
{
    RkNode *node = rk_scene_add(axis->panel->plotting->scene, parent, RK_NODE_RULE);
    node->rule.x = x;
    node->rule.y = y;
    node->rule.x2 = x2;
    node->rule.y2 = y2;
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = width;
    return node;
}

static void set_grid_dash(const RkAxis *axis, RkNode *node)
{
    const RkValue *dash = rk_axis_setting(axis, "gridDash");
    double numbers[8];
    guint count = MIN(rk_value_length(dash), G_N_ELEMENTS(numbers));
    for (guint i = 0; i < count; i++)
        numbers[i] = fmax(0.1, rk_value_number_or(rk_value_at(dash, i), 1));
    node->style.dash = count > 0 ? rk_scene_numbers(axis->panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

void rk_axis_draw_grid(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_grid)
        return;
    RkNode *axis_group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-group role-axis", 0, 0);
    axis_group->meaning.hidden = TRUE;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, axis_group, "mark-rule role-axis-grid", 0, 0);
    RkColor color = rk_axis_color(axis, "gridColor", "#ddd");
    double width = rk_axis_number(axis, "gridWidth", 1);
    gboolean zero = rk_axis_setting(axis, "zeroColor") != NULL && !axis->scale->type->temporal;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        gboolean at_zero = zero && !axis->scale->type->discrete && tick->value == 0;
        RkColor own = at_zero ? rk_axis_color(axis, "zeroColor", "#8A949E") : color;
        RkNode *node = axis->horizontal
                           ? add_rule(axis, group, tick->position, 0, tick->position, axis->panel->height, own, width)
                           : add_rule(axis, group, 0, tick->position, axis->panel->width, tick->position, own, width);
        if (!at_zero)
            set_grid_dash(axis, node);
    }
}

static double side(const RkAxis *axis)
{
    if (axis->horizontal)
        return axis->opposite ? 0 : axis->panel->height;
    return axis->opposite ? axis->panel->width : 0;
}

static double outwards(const RkAxis *axis)
{
    return axis->horizontal == axis->opposite ? -1 : 1;
}

static void draw_ticks(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_ticks)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-tick", 0, 0);
    double from = side(axis), to = from + outwards(axis) * rk_axis_number(axis, "tickSize", 5);
    RkColor color = rk_axis_color(axis, "tickColor", "#888");
    double width = rk_axis_number(axis, "tickWidth", 1);
    for (guint i = 0; i < axis->ticks->len; i++) {
        double at = g_array_index(axis->ticks, RkTick, i).position;
        if (axis->horizontal)
            add_rule(axis, group, at, from, at, to, color, width);
        else
            add_rule(axis, group, from, at, to, at, color, width);
    }
}

static void draw_domain(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_domain)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-domain", 0, 0);
    RkColor color = rk_axis_color(axis, "domainColor", "#888");
    double at = side(axis), width = rk_axis_number(axis, "domainWidth", 1);
    if (axis->horizontal)
        add_rule(axis, group, 0, at, axis->panel->width, at, color, width);
    else
        add_rule(axis, group, at, 0, at, axis->panel->height, color, width);
}

static void draw_label(RkAxis *axis, RkNode *group, const RkTick *tick)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkFont font = axis->label_font;
    RkColor color = rk_axis_color(axis, "labelColor", "#000");
    if (tick->highlighted) {
        font.weight = 600;
        color = rk_plotting_palette(plotting, "highlight", "#B3282D");
    }
    double away = side(axis) + outwards(axis) * rk_axis_label_gap(axis);
    double x = axis->horizontal ? tick->position : away, y = axis->horizontal ? away : tick->position;
    RkBaseline baseline_at_side = RK_BASELINE_MIDDLE;
    RkAlign align = axis->horizontal ? RK_ALIGN_CENTER : axis->opposite ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
    if (rk_value_is_text(rk_axis_setting(axis, "labelBaseline"), "top") && !axis->horizontal)
        baseline_at_side = RK_BASELINE_TOP;
    RkBaseline baseline = !axis->horizontal ? baseline_at_side : axis->opposite ? RK_BASELINE_BOTTOM : RK_BASELINE_TOP;
    if (axis->horizontal && axis->label_angle != 0) {
        align = axis->opposite == (axis->label_angle < 0) ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
        baseline = RK_BASELINE_MIDDLE;
    }
    RkNode *node = rk_plotting_add_text(plotting, group, tick->text, x, y, &font, color, align, baseline);
    node->text.angle = axis->label_angle;
    node->text.line_height = rk_axis_line_height(&font);
}

static void draw_title(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-text role-axis-title", 0, 0);
    RkColor color = rk_axis_color(axis, "titleColor", "#000");
    if (rk_axis_title_above(axis)) {
        double left = axis->opposite ? axis->panel->width + axis->extent : -axis->extent;
        rk_plotting_add_text(plotting, group, axis->title, left, -rk_axis_title_gap(axis), &axis->title_font, color,
                             axis->opposite ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT, RK_BASELINE_BOTTOM);
        return;
    }
    double along = (axis->horizontal ? axis->panel->width : axis->panel->height) / 2;
    double away = side(axis) + outwards(axis) * axis->extent;
    RkBaseline baseline = axis->horizontal == axis->opposite ? RK_BASELINE_TOP : RK_BASELINE_BOTTOM;
    RkNode *node =
        rk_plotting_add_text(plotting, group, axis->title, axis->horizontal ? along : away,
                             axis->horizontal ? away : along, &axis->title_font, color, RK_ALIGN_CENTER, baseline);
    if (!axis->horizontal) {
        node->text.angle = axis->opposite ? 90 : -90;
        node->text.baseline = RK_BASELINE_TOP;
    }
}

/** All categories, or of more than seven the first five and the last. */
static void append_categories(const RkScale *scale, GString *text)
{
    guint count = scale->categories->len, named = count > 7 ? 5 : count;
    g_string_append_printf(text, "%u value%s", count, count == 1 ? "" : "s");
    for (guint i = 0; i < named; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? ": " : ", ", (char *)g_ptr_array_index(scale->categories, i));
    if (named < count)
        g_string_append_printf(text, ", ending with %s", (char *)g_ptr_array_index(scale->categories, count - 1));
}

/** An end of the domain in the format of the axis; a time names its year whatever its ticks do. */
static char *bound_text(const RkAxis *axis, guint which)
{
    const RkScale *scale = axis->scale;
    const char *format = rk_value_text_or(rk_axis_setting(axis, "format"), NULL);
    if (format == NULL && scale->type->temporal)
        format = scale->frequency == RK_FREQUENCY_YEAR  ? "%Y"
                 : scale->frequency < RK_FREQUENCY_WEEK ? "%b %Y"
                                                        : "%-d %b %Y";
    return scale->type->tick_text(scale, axis->panel->plotting->locale, scale->domain[which], format, 5, axis->ticks);
}

/** What a screen reader says of the axis, in the words that Vega uses. */
static const char *spoken(const RkAxis *axis)
{
    RkPlotting *plotting = axis->panel->plotting;
    g_autoptr(GString) text = g_string_new(axis->horizontal ? "X-axis" : "Y-axis");
    if (axis->title != NULL)
        g_string_append_printf(text, " titled '%s'", axis->title);
    if (axis->scale->type->discrete) {
        g_string_append(text, " for a discrete scale with ");
        append_categories(axis->scale, text);
    } else {
        g_autofree char *from = bound_text(axis, 0), *to = bound_text(axis, 1);
        g_string_append_printf(text, " for a %s scale with values from %s to %s", axis->scale->type->name, from, to);
    }
    return rk_scene_text(plotting->scene, text->str);
}

void rk_axis_draw(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-axis", 0, 0);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "axis";
    group->meaning.label = spoken(axis);
    draw_ticks(axis, group);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-axis-label", 0, 0);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text != NULL && *tick->text != '\0')
            draw_label(axis, labels, tick);
    }
    draw_domain(axis, group);
    if (axis->title != NULL)
        draw_title(axis, group);
}

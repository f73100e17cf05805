/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing an axis that has been arranged: grid, ticks, labels, line and title, with the classes and words that Vega
 * gives them.
 */
#include "plot/axis-private.h"

#include <math.h>

static RkNode *add_rule(RkAxis *axis, RkNode *parent, double along, double from, double to)
{
    RkNode *node = rk_scene_add(axis->panel->plotting->scene, parent, RK_NODE_RULE);
    node->rule.x = axis->horizontal ? along : from;
    node->rule.x2 = axis->horizontal ? along : to;
    node->rule.y = axis->horizontal ? from : along;
    node->rule.y2 = axis->horizontal ? to : along;
    return node;
}

/** The group of an axis, shifted so that thin lines fall on pixels. */
static RkNode *add_axis_group(RkAxis *axis, RkNode *parent)
{
    double shift = rk_axis_number(axis, "translate", 0.5);
    RkScene *scene = axis->panel->plotting->scene;
    RkNode *group = rk_scene_add_group(scene, parent, "mark-group role-axis", shift, shift);
    rk_scene_set_origin(scene, group, rk_value_place(rk_scale_first_use(axis->scale)->definition));
    return group;
}

/** The line at zero stands out where the theme says so. */
static gboolean stroke_zero(RkAxis *axis, const RkTick *tick, RkNode *node)
{
    RkColor color;
    if (axis->scale->type->temporal || axis->scale->type->discrete || tick->value != 0 ||
        !rk_guide_color(&axis->source, "zeroColor", NULL, &color))
        return FALSE;
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = rk_axis_number(axis, "zeroWidth", 1);
    return TRUE;
}

gboolean rk_axis_draw_grid(RkAxis *axis, RkNode *parent, GError **error)
{
    if (!axis->has_grid)
        return TRUE;
    RkScene *scene = axis->panel->plotting->scene;
    RkNode *axis_group = add_axis_group(axis, parent);
    axis_group->meaning.hidden = TRUE;
    RkNode *group = rk_scene_add_group(scene, axis_group, "mark-rule role-axis-grid", 0, 0);
    const RkScale *other = axis->panel->scales[axis->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X];
    double from = 0, to = axis->horizontal ? axis->panel->height : axis->panel->width;
    if (other != NULL && axis->panel->plotting->vega_lite) {
        from = fmin(other->range[0], other->range[1]);
        to = fmax(other->range[0], other->range[1]);
    }
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        RkNode *node = add_rule(axis, group, tick->at, from, to);
        if (!stroke_zero(axis, tick, node))
            rk_axis_stroke(axis, tick, "grid", &node->style);
    }
    return rk_axis_sound(axis, error);
}

static void draw_ticks(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_ticks)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-tick", 0, 0);
    double from = rk_axis_side(axis);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        double to = from + rk_axis_outwards(axis) * rk_axis_tick_number(axis, tick, "tickSize", 5);
        RkNode *node = add_rule(axis, group, tick->at + axis->position, from, to);
        rk_axis_stroke(axis, tick, "tick", &node->style);
    }
}

static void draw_labels(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-text role-axis-label", 0, 0);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++)
        rk_guide_text_add(plotting, group, &g_array_index(axis->ticks, RkTick, i).label);
}

static void draw_domain(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_domain)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-domain", 0, 0);
    const double *range = axis->scale->range;
    gboolean backwards = axis->panel->plotting->vega_lite && range[1] < range[0];
    double from = fmin(range[0], range[1]) + axis->position, to = fmax(range[0], range[1]) + axis->position;
    double at = rk_axis_side(axis);
    RkNode *node = rk_scene_add(axis->panel->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = axis->horizontal ? (backwards ? to : from) : at;
    node->rule.x2 = axis->horizontal ? (backwards ? from : to) : at;
    node->rule.y = axis->horizontal ? at : (backwards ? to : from);
    node->rule.y2 = axis->horizontal ? at : (backwards ? from : to);
    rk_axis_stroke(axis, NULL, "domain", &node->style);
}

static void draw_title(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    if (axis->title_text == NULL)
        return;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-text role-axis-title", 0, 0);
    rk_guide_text_add(plotting, group, &axis->title);
}

static gboolean is_silent(const RkAxis *axis)
{
    const RkConfig *config = axis->panel->plotting->config;
    return !rk_axis_flag(axis, "aria", rk_value_boolean_or(rk_config_get(config, NULL, "aria"), TRUE));
}

/** In the grammar an axis without any part says nothing either. */
static gboolean is_bare(const RkAxis *axis)
{
    return axis->panel->plotting->vega_lite && !axis->has_ticks && !axis->has_labels && !axis->has_domain &&
           axis->title_text == NULL;
}

gboolean rk_axis_draw(RkAxis *axis, RkNode *parent, GError **error)
{
    RkNode *group = add_axis_group(axis, parent);
    if (is_silent(axis)) {
        group->meaning.hidden = TRUE;
    } else if (!is_bare(axis)) {
        group->meaning.role = "graphics-symbol";
        group->meaning.role_description = "axis";
        group->meaning.label = rk_axis_spoken(axis);
    }
    draw_ticks(axis, group);
    draw_labels(axis, group);
    draw_domain(axis, group);
    draw_title(axis, group);
    return rk_axis_sound(axis, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of an axis: beyond its labels, at the anchor along it, or wherever titleX and titleY put it.
 */
#include "plot/axis-private.h"

#include <math.h>

static double along_of(const RkAxis *axis, const char *anchor)
{
    double fraction = g_strcmp0(anchor, "start") == 0 ? 0 : g_strcmp0(anchor, "end") == 0 ? 1 : 0.5;
    const double *range = axis->scale->range;
    return range[0] + fraction * (range[1] - range[0]);
}

static RkAlign align_of(const char *anchor)
{
    return g_strcmp0(anchor, "start") == 0 ? RK_ALIGN_LEFT
           : g_strcmp0(anchor, "end") == 0 ? RK_ALIGN_RIGHT
                                           : RK_ALIGN_CENTER;
}

static void dress(RkAxis *axis)
{
    RkGuideText *title = &axis->title;
    const char *anchor = rk_guide_word(&axis->source, "titleAnchor", NULL);
    double along = along_of(axis, anchor);
    *title = (RkGuideText){.text = axis->title_text, .font = axis->title_font, .color = {0, 0, 0, 1}};
    title->line_height = rk_axis_number(
        axis, "titleLineHeight", axis->panel->plotting->vega_lite ? title->font.size + 2 : title->font.size * 1.3);
    if (!rk_guide_color(&axis->source, "titleColor", NULL, &title->color) &&
        rk_value_is(rk_axis_setting(axis, "titleColor"), RK_VALUE_NULL))
        title->color.alpha = 0;
    title->color.alpha *= CLAMP(rk_axis_number(axis, "titleOpacity", 1), 0, 1);
    title->align = align_of(anchor);
    title->x = axis->horizontal ? along : 0;
    title->y = axis->horizontal ? 0 : along;
    if (!axis->horizontal)
        title->angle = axis->opposite ? 90 : -90;
}

static void set_sides(RkAxis *axis)
{
    RkGuideText *title = &axis->title;
    title->baseline = axis->horizontal && !axis->opposite ? RK_GUIDE_TOP : RK_GUIDE_BOTTOM;
    title->align = rk_guide_align(rk_axis_setting(axis, "titleAlign"), title->align);
    title->baseline = rk_guide_baseline(rk_axis_setting(axis, "titleBaseline"), title->baseline);
    title->angle = rk_axis_number(axis, "titleAngle", title->angle);
}

/** Ticks and labels as one box in the coordinates of the axis, whose line is at 0. */
static RkReach body_bounds(const RkAxis *axis)
{
    RkReach body = RK_REACH_NOTHING;
    double side = rk_axis_side(axis), out = rk_axis_outwards(axis) * rk_axis_number(axis, "tickSize", 5);
    double half = rk_axis_number(axis, "tickWidth", 1) / 2;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        RkReach line = axis->horizontal ? (RkReach){tick->at, fmin(0, out), tick->at, fmax(0, out)}
                                        : (RkReach){fmin(0, out), tick->at, fmax(0, out), tick->at};
        RkReach label = tick->bounds;
        rk_reach_expand(&line, half);
        rk_reach_move(&label, axis->horizontal ? -axis->position : -side, axis->horizontal ? -side : -axis->position);
        if (axis->has_ticks)
            rk_reach_unite(&body, &line);
        if (axis->has_labels && (tick->blank || (tick->label.text != NULL && *tick->label.text != '\0')))
            rk_reach_unite(&body, &label);
    }
    return body;
}

static double reach_out(const RkAxis *axis, const RkReach *body)
{
    double reach = rk_reach_is_empty(body) ? -G_MAXDOUBLE
                   : axis->horizontal      ? (axis->opposite ? -body->y1 : body->y2)
                                           : (axis->opposite ? body->x2 : -body->x1);
    return fmax(rk_axis_number(axis, "minExtent", 0), fmin(rk_axis_number(axis, "maxExtent", 200), reach));
}

/** titleX and titleY fix the title; only both leave nothing to the layout. */
static void place(RkAxis *axis, double reach)
{
    const RkValue *x = rk_axis_setting(axis, "titleX"), *y = rk_axis_setting(axis, "titleY");
    double more = axis->horizontal && !axis->opposite ? 0 : rk_guide_text_more_lines(&axis->title);
    double away = rk_axis_outwards(axis) * (reach + more + rk_axis_number(axis, "titlePadding", 4));
    gboolean across_said = axis->horizontal ? y != NULL : x != NULL;
    if (!across_said && axis->horizontal)
        axis->title.y = away;
    else if (!across_said)
        axis->title.x = away;
    axis->title.x = rk_value_number_or(x, axis->title.x);
    axis->title.y = rk_value_number_or(y, axis->title.y);
}

/** The title of our own figures: further out than the labels by the height of its lines, or above the end of the axis.
 */
static void place_house_title(RkAxis *axis)
{
    RkGuideText *title = &axis->title;
    if (rk_axis_title_above(axis)) {
        title->x = axis->opposite ? axis->panel->width + axis->extent : -axis->extent;
        title->y = -rk_axis_title_gap(axis);
        title->angle = 0;
        title->align = axis->opposite ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT;
        title->baseline = RK_GUIDE_BOTTOM;
        return;
    }
    double away = rk_axis_side(axis) + rk_axis_outwards(axis) * (axis->extent - fmax(0, axis->offset));
    title->angle = rk_axis_number(axis, "titleAngle", title->angle);
    title->baseline = axis->opposite ? RK_GUIDE_TOP : RK_GUIDE_BOTTOM;
    if (!axis->horizontal)
        title->baseline = axis->opposite == (title->angle > 0) ? RK_GUIDE_TOP : RK_GUIDE_BOTTOM;
    title->align = rk_guide_align(rk_axis_setting(axis, "titleAlign"), title->align);
    title->baseline = rk_guide_baseline(rk_axis_setting(axis, "titleBaseline"), title->baseline);
    title->x = rk_axis_number(axis, "titleX", axis->horizontal ? title->x : away);
    title->y = rk_axis_number(axis, "titleY", axis->horizontal ? away : title->y);
}

/** Of everything but the grid, in the coordinates of the frame. */
static void set_bounds(RkAxis *axis, RkReach body, double reach)
{
    double length = fabs(axis->scale->range[1] - axis->scale->range[0]);
    double out = rk_axis_outwards(axis) * reach;
    if (axis->horizontal) {
        rk_reach_add(&body, 0, fmin(0, out));
        rk_reach_add(&body, length, fmax(0, out));
    } else {
        rk_reach_add(&body, fmin(0, out), 0);
        rk_reach_add(&body, fmax(0, out), length);
    }
    RkReach title = rk_guide_text_reach(axis->panel->plotting, &axis->title);
    rk_reach_unite(&body, &title);
    axis->bounds = body;
    double side = rk_axis_side(axis);
    rk_reach_move(&axis->bounds, axis->horizontal ? axis->position : side, axis->horizontal ? side : axis->position);
}

void rk_axis_place_title(RkAxis *axis)
{
    dress(axis);
    if (!axis->panel->plotting->vega_lite) {
        place_house_title(axis);
        return;
    }
    set_sides(axis);
    RkReach body = body_bounds(axis);
    double reach = reach_out(axis, &body);
    place(axis, reach);
    set_bounds(axis, body, reach);
    double side = rk_axis_side(axis);
    axis->title.x += axis->horizontal ? axis->position : side;
    axis->title.y += axis->horizontal ? side : axis->position;
    axis->extent = reach;
}

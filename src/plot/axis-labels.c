/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the labels of an axis stand, and which side of them touches their place: by the side of the axis, by the angle,
 * and at the ends of the axis where they are kept flush.
 */
#include "plot/axis-private.h"

#include <math.h>

double rk_axis_label_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "labelPadding", 2) + (axis->has_ticks ? rk_axis_number(axis, "tickSize", 5) : 0);
}

double rk_axis_line_height(const RkFont *font)
{
    return font->size * 1.2;
}

double rk_axis_side(const RkAxis *axis)
{
    double far = axis->horizontal ? axis->panel->height : axis->panel->width;
    gboolean at_far = axis->horizontal != axis->opposite;
    return at_far ? far + axis->offset : -axis->offset;
}

double rk_axis_outwards(const RkAxis *axis)
{
    return axis->horizontal == axis->opposite ? -1 : 1;
}

/** Names across stand upright to their axis unless they are told otherwise: then none has to go. */
static double default_angle(const RkAxis *axis)
{
    const RkUse *use = g_ptr_array_index(axis->uses, 0);
    gboolean names = use->measure == RK_NOMINAL || use->measure == RK_ORDINAL;
    return axis->panel->plotting->vega_lite && axis->horizontal && names && !rk_value_has(use->definition, "timeUnit")
               ? 270
               : NAN;
}

static double turned(double angle)
{
    return fmod(fmod(angle, 360) + 360, 360);
}

static RkAlign angle_align(const RkAxis *axis, double angle)
{
    double start = axis->horizontal ? 0 : 90;
    if (fmod(angle + start, 180) == 0)
        return RK_ALIGN_CENTER;
    return (start < angle && angle < 180 + start) == !axis->opposite ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
}

static RkGuideBaseline angle_baseline(const RkAxis *axis, double angle)
{
    gboolean level = angle <= 45 || angle >= 315;
    if (axis->horizontal) {
        if ((angle > 45 && angle < 135) || (angle > 225 && angle < 315))
            return RK_GUIDE_MIDDLE;
        return level == axis->opposite ? RK_GUIDE_BOTTOM : RK_GUIDE_TOP;
    }
    if (level || (angle >= 135 && angle <= 225))
        return RK_GUIDE_MIDDLE;
    return (angle >= 45 && angle <= 135) == !axis->opposite ? RK_GUIDE_TOP : RK_GUIDE_BOTTOM;
}

/** -1 at the left or upper end of the axis, 1 at the other, 0 between, where labels are kept flush with the ends. */
static int flush_end(const RkAxis *axis, const RkTick *tick)
{
    const RkUse *use = g_ptr_array_index(axis->uses, 0);
    const RkValue *flush = rk_axis_setting(axis, "labelFlush");
    gboolean numbers = use->measure == RK_QUANTITATIVE || use->measure == RK_TEMPORAL;
    gboolean otherwise = axis->panel->plotting->vega_lite && axis->horizontal && numbers;
    if (!rk_value_is(flush, RK_VALUE_NUMBER) && !rk_value_boolean_or(flush, otherwise))
        return 0;
    double near = rk_value_number_or(flush, 1);
    double before = fabs(tick->start - fmin(axis->scale->range[0], axis->scale->range[1]));
    double after = fabs(fmax(axis->scale->range[0], axis->scale->range[1]) - tick->start);
    return before < after && before <= near ? -1 : after <= near ? 1 : 0;
}

/** Side and baseline by the side of the axis alone. */
static void stand_level(const RkAxis *axis, const RkTick *tick, RkGuideText *label)
{
    int end = flush_end(axis, tick);
    double offset = end * rk_axis_number(axis, "labelFlushOffset", 0);
    if (axis->horizontal) {
        label->align = end < 0 ? RK_ALIGN_LEFT : end > 0 ? RK_ALIGN_RIGHT : RK_ALIGN_CENTER;
        label->baseline = axis->opposite ? RK_GUIDE_BOTTOM : RK_GUIDE_TOP;
        label->dx = offset;
    } else {
        label->align = axis->opposite ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
        label->baseline = end < 0 ? RK_GUIDE_TOP : end > 0 ? RK_GUIDE_BOTTOM : RK_GUIDE_MIDDLE;
        label->dy = offset;
    }
}

static void stand_turned(const RkAxis *axis, RkGuideText *label)
{
    double angle = turned(label->angle);
    if (!axis->panel->plotting->vega_lite) {
        label->align =
            axis->horizontal ? (axis->opposite == (label->angle < 0) ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT) : label->align;
        label->baseline = RK_GUIDE_MIDDLE;
        return;
    }
    if (!axis->horizontal || fmod(angle, 180) != 0)
        label->align = angle_align(axis, angle);
    label->baseline = angle_baseline(axis, angle);
}

static void stand(RkAxis *axis, const RkTick *tick, RkGuideText *label)
{
    const RkValue *align = rk_axis_tick_setting(axis, tick, "labelAlign");
    const RkValue *baseline = rk_axis_tick_setting(axis, tick, "labelBaseline");
    stand_level(axis, tick, label);
    if (label->angle != 0)
        stand_turned(axis, label);
    label->dx = align != NULL ? 0 : label->dx;
    label->dy = baseline != NULL ? 0 : label->dy;
    label->align = rk_guide_align(align, label->align);
    label->baseline = rk_guide_baseline(baseline, label->baseline);
}

static void dress(RkAxis *axis, const RkTick *tick, RkGuideText *label)
{
    RkPlotting *plotting = axis->panel->plotting;
    const RkValue *weight = rk_axis_tick_setting(axis, tick, "labelFontWeight");
    const RkValue *style = rk_axis_tick_setting(axis, tick, "labelFontStyle");
    label->font = axis->label_font;
    const RkValue *size = rk_axis_tick_setting(axis, tick, "labelFontSize");
    label->font.size = rk_plotting_font_size(axis->panel->plotting, size, label->font.size);
    label->font.family = rk_value_text_or(rk_axis_tick_setting(axis, tick, "labelFont"), label->font.family);
    label->font.weight = weight != NULL ? rk_font_weight(weight) : label->font.weight;
    label->font.italic = rk_value_is_text(style, "italic") || rk_value_is_text(style, "oblique");
    label->color = (RkColor){0, 0, 0, 1};
    if (!rk_plotting_color(plotting, rk_axis_tick_setting(axis, tick, "labelColor"), &label->color) &&
        rk_value_is(rk_axis_tick_setting(axis, tick, "labelColor"), RK_VALUE_NULL))
        label->color.alpha = 0;
    label->color.alpha *= CLAMP(rk_axis_tick_number(axis, tick, "labelOpacity", 1), 0, 1);
    if (tick->highlighted) {
        label->font.weight = 600;
        label->color = rk_plotting_palette(plotting, "highlight", "#B3282D");
    }
}

static void place_label(RkAxis *axis, RkTick *tick)
{
    RkGuideText *label = &tick->label;
    gboolean house = !axis->panel->plotting->vega_lite;
    double away = rk_axis_tick_number(axis, tick, "labelPadding", 2) +
                  (axis->has_ticks ? rk_axis_tick_number(axis, tick, "tickSize", 5) : 0);
    double across = rk_axis_side(axis) + rk_axis_outwards(axis) * away;
    double along = tick->position + axis->position + rk_axis_tick_number(axis, tick, "labelOffset", 0);
    *label = (RkGuideText){.text = tick->text, .angle = axis->label_angle};
    label->x = axis->horizontal ? along : across;
    label->y = axis->horizontal ? across : along;
    dress(axis, tick, label);
    stand(axis, tick, label);
    label->line_height =
        rk_axis_number(axis, "labelLineHeight", house ? rk_axis_line_height(&label->font) : label->font.size + 2);
    tick->blank = !house && (label->text == NULL || *label->text == '\0');
    tick->bounds = tick->blank ? rk_guide_text_room(axis->panel->plotting, label)
                               : rk_guide_text_reach(axis->panel->plotting, label);
}

void rk_axis_place_labels(RkAxis *axis)
{
    double angle = rk_axis_number(axis, "labelAngle", default_angle(axis));
    if (axis->panel->plotting->vega_lite || rk_axis_setting(axis, "labelAngle") != NULL)
        axis->label_angle = isnan(angle) ? 0 : angle;
    for (guint i = 0; i < axis->ticks->len; i++)
        place_label(axis, &g_array_index(axis->ticks, RkTick, i));
}

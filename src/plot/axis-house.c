/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How our own figures keep labels apart and reckon with their room: categories are never left out, they are wrapped or
 * turned; lines of text stand as far apart as our type asks.
 */
#include "plot/axis-private.h"

#include <math.h>

/** Between the names of neighbouring bands, in pixels, and in how many lines they stand at most. */
#define BAND_GAP 6.0
enum { MOST_LINES = 3 };

void rk_axis_house_warn(const RkAxis *axis)
{
    static const char *const unread[] = {"labelBound", "labelSeparation", "maxExtent", NULL};
    rk_guide_warn_unread(&axis->source, unread);
}

static gboolean touching(const RkAxis *axis)
{
    const RkTick *before = NULL;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double needed =
            axis->horizontal && before != NULL ? (before->width + tick->width) / 2 + 4 : axis->label_font.size;
        if (before != NULL && fabs(tick->position - before->position) < needed)
            return TRUE;
        before = tick;
    }
    return FALSE;
}

/** Leaves out every second text until none touch. */
static void thin(RkAxis *axis)
{
    for (guint every = 2; touching(axis) && every < axis->ticks->len * 2; every *= 2) {
        for (guint i = 0; i < axis->ticks->len; i++) {
            if (i % every != 0)
                g_array_index(axis->ticks, RkTick, i).text = NULL;
        }
    }
}

/** A name of a band in lines that fit below it; NULL where a word is too long or the lines would be many. */
static const char *wrapped(const RkAxis *axis, const RkTick *tick)
{
    RkPlotting *plotting = axis->panel->plotting;
    double room = axis->scale->step - BAND_GAP;
    const char *text = room > 0 ? rk_plotting_wrap(plotting, &axis->label_font, tick->text, room) : NULL;
    gboolean fits = text != NULL && rk_line_count(text) <= MOST_LINES &&
                    rk_plotting_text_width(plotting, &axis->label_font, text) <= room;
    return fits ? text : NULL;
}

/** Breaks the names of bands where that lets them stand level; FALSE, and all as they were, where it does not. */
static gboolean wrap_to_bands(RkAxis *axis)
{
    gboolean said = rk_axis_setting(axis, "labelWrap") != NULL || rk_axis_number(axis, "labelLimit", 0) > 0;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (said || (tick->text != NULL && wrapped(axis, tick) == NULL))
            return FALSE;
    }
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        tick->text = wrapped(axis, tick);
        tick->width = rk_plotting_text_width(axis->panel->plotting, &axis->label_font, tick->text);
    }
    return TRUE;
}

void rk_axis_house_thin(RkAxis *axis)
{
    gboolean discrete = axis->scale->type->discrete;
    const RkValue *overlap = rk_axis_setting(axis, "labelOverlap");
    gboolean wanted = rk_value_is(overlap, RK_VALUE_TEXT) || rk_value_boolean_or(overlap, TRUE);
    axis->label_angle = rk_axis_number(axis, "labelAngle", 0);
    /* Categories that may not be turned are left out only where the figure says so. */
    gboolean asked = overlap != NULL && axis->horizontal && rk_axis_setting(axis, "labelAngle") != NULL;
    if ((!discrete || asked) && axis->label_angle == 0 && wanted)
        thin(axis);
    else if (discrete && axis->horizontal && rk_axis_setting(axis, "labelAngle") == NULL && touching(axis) &&
             !wrap_to_bands(axis))
        axis->label_angle = -90;
}

/** Thickness of the labels: their width at the side, their lines below, both when turned. */
static double labels_extent(const RkAxis *axis)
{
    double turn = fabs(sin(axis->label_angle * G_PI / 180)), extent = 0;
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double height = rk_line_count(tick->text) * rk_axis_line_height(&axis->label_font);
        double own = axis->horizontal ? height * (1 - turn) + tick->width * turn : tick->width;
        extent = fmax(extent, own);
    }
    return extent;
}

/** A y axis may carry its title upright above its end, where it reads without turning the head. */
gboolean rk_axis_title_above(const RkAxis *axis)
{
    const RkValue *angle = rk_axis_setting(axis, "titleAngle");
    return !axis->panel->plotting->vega_lite && !axis->horizontal && rk_value_is(angle, RK_VALUE_NUMBER) &&
           rk_value_number_or(angle, 0) == 0;
}

double rk_axis_title_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "titlePadding", 4) + axis->label_font.size / 2;
}

void rk_axis_house_extent(RkAxis *axis)
{
    axis->label_extent = labels_extent(axis);
    axis->extent = axis->label_extent > 0 ? rk_axis_label_gap(axis) + axis->label_extent
                   : axis->has_ticks      ? rk_axis_number(axis, "tickSize", 5)
                                          : 0;
    axis->extent = CLAMP(axis->extent, rk_axis_number(axis, "minExtent", 0), 1e5);
    if (axis->title_text != NULL && !rk_axis_title_above(axis))
        axis->extent += rk_axis_number(axis, "titlePadding", 4) +
                        rk_axis_line_height(&axis->title_font) * rk_line_count(axis->title_text);
    axis->extent += fmax(0, axis->offset);
}

void rk_axis_overhang(const RkAxis *axis, double *before, double *after)
{
    *before = *after = 0;
    double length = axis->horizontal ? axis->panel->width : axis->panel->height;
    if (axis->title_text != NULL && rk_axis_title_above(axis))
        *before = rk_axis_line_height(&axis->title_font) * rk_line_count(axis->title_text) + rk_axis_title_gap(axis);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double half =
            axis->horizontal && axis->label_angle == 0 ? tick->width / 2 : rk_axis_line_height(&axis->label_font) / 2;
        *before = fmax(*before, half - tick->position);
        *after = fmax(*after, tick->position + half - length);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From rows to positions: where a value lies on its axis, which stretch a bar covers. Answers NaN for what is missing,
 * so that a mark can leave it out.
 */
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

static gboolean along_x(RkChannel channel)
{
    return channel == RK_CHANNEL_X || channel == RK_CHANNEL_X2;
}

static double frame_size(const RkUnit *unit, RkChannel channel)
{
    return along_x(channel) ? unit->panel->width : unit->panel->height;
}

/** Pixels: the field's, where a channel has no scale, or a constant. */
static double constant_position(const RkUnit *unit, const RkUse *use, gsize row)
{
    if (use->column != NULL)
        return rk_column_numbers(use->column) != NULL ? rk_column_numbers(use->column)[row] : NAN;
    if (rk_value_is_text(use->value, "width"))
        return unit->panel->width;
    if (rk_value_is_text(use->value, "height"))
        return unit->panel->height;
    return rk_value_number_or(use->value, NAN);
}

static double use_number(const RkUse *use, gsize row)
{
    if (use->column != NULL)
        return rk_column_numbers(use->column) != NULL ? rk_column_numbers(use->column)[row] : NAN;
    double number = NAN;
    const char *text = rk_value_text_or(use->datum, NULL);
    RkFrequency frequency;
    if (text != NULL && use->scale->type->temporal && rk_period_parse(text, strlen(text), &number, &frequency))
        return number;
    return rk_plotting_number(use->scale->plotting, use->datum, &number, NULL) ? number : NAN;
}

static guint32 use_category(const RkUse *use, gsize row)
{
    if (use->categories != NULL)
        return use->categories[row];
    g_autofree char *text = rk_scalar_write(rk_scalar_from_value(use->datum));
    return rk_scale_category(use->scale, text);
}

/** The stretch of a discrete position with its offset; size 0 for points. */
static gboolean stretch(const RkUnit *unit, const RkUse *use, gsize row, double *start, double *size)
{
    guint32 category = use_category(use, row);
    if (category == G_MAXUINT32)
        return FALSE;
    *start = rk_scale_band_start(use->scale, category);
    *size = rk_scale_band_size(use->scale, category);
    const RkUse *offset = unit->uses[along_x(use->channel) ? RK_CHANNEL_X_OFFSET : RK_CHANNEL_Y_OFFSET];
    if (offset == NULL)
        return TRUE;
    if (offset->scale == NULL) {
        *start += rk_value_number_or(offset->value, 0);
        return TRUE;
    }
    if (!offset->scale->type->discrete) {
        *start += *size / 2 + rk_scale_map(offset->scale, use_number(offset, row));
        *size = 0;
        return isfinite(*start);
    }
    guint32 inner = use_category(offset, row);
    if (inner == G_MAXUINT32)
        return FALSE;
    *start += rk_scale_band_start(offset->scale, inner);
    *size = offset->scale->bandwidth;
    return TRUE;
}

double rk_unit_position(const RkUnit *unit, RkChannel channel, gsize row, double fraction)
{
    const RkUse *use = unit->uses[channel];
    if (use == NULL)
        return channel == RK_CHANNEL_X2 || channel == RK_CHANNEL_Y2 ? NAN : frame_size(unit, channel) * fraction;
    if (use->scale == NULL)
        return constant_position(unit, use, row);
    if (!use->scale->type->discrete)
        return rk_scale_map(use->scale, use_number(use, row));
    double start, size;
    if (!isnan(use->band_position))
        fraction = use->band_position;
    return stretch(unit, use, row, &start, &size) ? start + size * fraction : NAN;
}

gboolean rk_unit_band(const RkUnit *unit, RkChannel channel, gsize row, double *start, double *size)
{
    const RkUse *use = unit->uses[channel];
    return use != NULL && use->scale != NULL && use->scale->type->discrete && stretch(unit, use, row, start, size);
}

/** Where lengths begin: zero when the domain holds it, otherwise its nearest end. */
static double baseline(const RkUse *use)
{
    const RkScale *scale = use->scale;
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    return rk_scale_map(scale, CLAMP(0, low, high));
}

double rk_unit_baseline(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    return use == NULL || use->scale == NULL || use->scale->type->discrete ? NAN : baseline(use);
}

static gboolean centered(double middle, double size, double *from, double *to)
{
    *from = middle - size / 2;
    *to = middle + size / 2;
    return isfinite(middle);
}

gboolean rk_unit_span(const RkUnit *unit, RkChannel channel, gsize row, gboolean length, double *from, double *to)
{
    const RkUse *use = unit->uses[channel];
    RkChannel second = channel == RK_CHANNEL_X ? RK_CHANNEL_X2 : RK_CHANNEL_Y2;
    if (unit->uses[second] != NULL) {
        *from = rk_unit_position(unit, second, row, 1);
        *to = rk_unit_position(unit, channel, row, 0);
        return isfinite(*from) && isfinite(*to);
    }
    if (use == NULL) {
        *from = 0;
        *to = frame_size(unit, channel);
        return TRUE;
    }
    double own_size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", NAN));
    if (use->scale == NULL)
        return centered(constant_position(unit, use, row), isnan(own_size) ? 5 : own_size, from, to);
    double start, size;
    if (use->scale->type->discrete) {
        if (!stretch(unit, use, row, &start, &size))
            return FALSE;
        double thickness = !isnan(own_size) && !length ? own_size : size > 0 ? size : use->scale->step * 0.7;
        return centered(start + size / 2, thickness, from, to);
    }
    double position = rk_unit_position(unit, channel, row, 0);
    if (!length)
        return centered(position, isnan(own_size) ? rk_unit_number(unit, "continuousBandSize", 5) : own_size, from, to);
    *from = baseline(use);
    *to = position;
    return isfinite(position);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From rows to positions: where a value lies on its axis, and where a mark stands that has no value there. Answers NaN
 * for what is missing, so that a mark can leave it out.
 */
#include "plot/place.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/scale.h"

static double frame_size(const RkUnit *unit, RkChannel channel)
{
    const RkPanel *panel = unit->panel;
    switch (rk_channel_main(channel)) {
    case RK_CHANNEL_X:
        return panel->width;
    case RK_CHANNEL_Y:
        return panel->height;
    case RK_CHANNEL_THETA:
        return 2 * G_PI;
    default:
        return fmin(panel->width, panel->height) / 2;
    }
}

/** A place in visual space: a number, or the word for the far side of the frame. */
static double visual_place(const RkUnit *unit, const RkValue *value, double otherwise)
{
    if (rk_value_is_text(value, "width"))
        return unit->panel->width;
    if (rk_value_is_text(value, "height"))
        return unit->panel->height;
    return rk_value_number_or(value, otherwise);
}

double rk_use_number(const RkUse *use, gsize row)
{
    if (use->column != NULL)
        return rk_column_numbers(use->column) != NULL ? rk_column_numbers(use->column)[row] : NAN;
    /* As a bound of the domain is read, which every datum is. */
    double number;
    return rk_scale_bound(use->scale, use->datum, &number, NULL) ? number : NAN;
}

guint32 rk_use_category(const RkUse *use, gsize row)
{
    if (use->categories != NULL)
        return use->categories[row];
    g_autofree char *text = rk_scalar_write(rk_scalar_from_value(use->datum));
    return rk_scale_category(use->scale, text);
}

gboolean rk_use_came_binned(const RkUse *use)
{
    const RkValue *bin = use == NULL || use->column == NULL ? NULL : rk_value_get(use->definition, "bin");
    return rk_value_is_text(bin, "binned") || rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE);
}

gboolean rk_use_is_cut(const RkUse *use)
{
    if (use == NULL || use->column == NULL || rk_use_came_binned(use))
        return FALSE;
    const RkValue *bin = rk_value_get(use->definition, "bin");
    return rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE) ||
           rk_value_has(use->definition, "timeUnit");
}

const RkUse *rk_unit_offset(const RkUnit *unit, RkChannel channel)
{
    channel = rk_channel_main(channel);
    if (channel == RK_CHANNEL_X)
        return unit->uses[RK_CHANNEL_X_OFFSET];
    return channel == RK_CHANNEL_Y ? unit->uses[RK_CHANNEL_Y_OFFSET] : NULL;
}

double rk_unit_shift(const RkUnit *unit, RkChannel channel)
{
    g_autofree char *key = g_strconcat(rk_channel_name(channel), "Offset", NULL);
    /* An offset of the encoding stands in place of the mark's own. */
    gboolean encoded = unit->plotting->vega_lite && !rk_channel_is_second(channel) && rk_unit_offset(unit, channel);
    double shift = encoded ? 0 : rk_unit_number(unit, key, 0);
    return isfinite(shift) ? shift : 0;
}

/** Places a value within the band that its offset channel parts: from `start` on, and how much there is of it. */
static gboolean nest(const RkUse *offset, gsize row, double *start, double *size)
{
    gboolean vega_lite = offset->scale != NULL && offset->scale->plotting->vega_lite;
    if (offset->scale == NULL) {
        *start += rk_value_number_or(offset->value, 0);
        return TRUE;
    }
    if (!offset->scale->type->discrete) {
        double shift = rk_scale_map(offset->scale, rk_use_number(offset, row));
        if (isnan(shift) && offset->missing != RK_MISSING_IS_MISSING)
            shift =
                offset->missing == RK_MISSING_IS_PLACE ? offset->instead : rk_scale_map(offset->scale, offset->instead);
        /* The grammar counts them from the start of the band, our own figures from its middle. */
        *start += shift + (vega_lite ? 0 : *size / 2);
        *size = 0;
        return isfinite(*start);
    }
    guint32 inner = rk_use_category(offset, row);
    if (inner == G_MAXUINT32)
        return FALSE;
    *start += rk_scale_band_start(offset->scale, inner);
    *size = offset->scale->bandwidth;
    return TRUE;
}

double rk_unit_part_of_period(const RkUnit *unit, const RkUse *use)
{
    return isnan(use->band_position) ? rk_unit_number(unit, "timeUnitBandPosition", 0.5) : use->band_position;
}

static double part_of_cut(const RkUnit *unit, const RkUse *use)
{
    /* What an offset parts begins where its unit of time does. */
    if (unit->plotting->vega_lite && rk_value_has(use->definition, "timeUnit") && rk_unit_offset(unit, use->channel))
        return 0;
    if (!isnan(use->band_position))
        return use->band_position;
    if (!rk_value_has(use->definition, "timeUnit"))
        return 0.5;
    /* Between two ends nothing stands within its unit of time. */
    if (unit->uses[rk_channel_second(use->channel)] != NULL)
        return 0;
    return rk_unit_number(unit, "timeUnitBandPosition", 0);
}

static double between(const RkUse *use, const RkColumn *from, const RkColumn *to, gsize row, double part)
{
    double first = rk_column_numbers(from)[row], last = rk_column_numbers(to)[row];
    return rk_scale_map(use->scale, part == 0 ? first : part == 1 ? last : (1 - part) * first + part * last);
}

/** Of a stacked length, the part of its piece; NaN: its end. Texts of arcs stand in the middle. */
static double part_of_piece(const RkUnit *unit, const RkUse *use)
{
    gboolean polar = use->channel == RK_CHANNEL_THETA || use->channel == RK_CHANNEL_RADIUS;
    return isnan(use->band_position) && polar && !unit->mark->thick ? 0.5 : use->band_position;
}

static double valid_place(const RkUnit *unit, const RkUse *use, gsize row)
{
    const RkUse *second = unit->uses[rk_channel_second(use->channel)];
    if (unit->stacked && use->channel == unit->stack_channel) {
        double part = part_of_piece(unit, use);
        return isnan(part) ? rk_scale_map(use->scale, rk_use_number(use, row))
                           : between(use, second->column, use->column, row, part);
    }
    if (use->end != NULL)
        return between(use, use->column, use->end, row, part_of_cut(unit, use));
    if (rk_use_came_binned(use) && second != NULL && second->column != NULL && second != use)
        return between(use, use->column, second->column, row, isnan(use->band_position) ? 0.5 : use->band_position);
    return rk_scale_map(use->scale, rk_use_number(use, row));
}

static double continuous_place(const RkUnit *unit, const RkUse *use, gsize row)
{
    double place = valid_place(unit, use, row);
    if (isnan(place) && use->missing == RK_MISSING_IS_PLACE)
        return use->instead;
    return isnan(place) && use->missing == RK_MISSING_IS_DATUM ? rk_scale_ground(use->scale, FALSE) : place;
}

static double default_place(const RkUnit *unit, RkChannel channel, RkDefaultPlace otherwise)
{
    const RkUse *first = unit->uses[rk_channel_main(channel)];
    const RkScale *scale = first == NULL ? NULL : first->scale;
    gboolean upwards = rk_channel_main(channel) == RK_CHANNEL_Y;
    if (otherwise == RK_DEFAULT_NONE)
        return NAN;
    if (otherwise == RK_DEFAULT_MIDDLE)
        return frame_size(unit, channel) / 2;
    if (scale != NULL && !scale->type->discrete)
        return rk_scale_ground(scale, otherwise == RK_DEFAULT_MOST);
    /* The first band begins half a step before its point. */
    if (scale != NULL && otherwise == RK_DEFAULT_LEAST && unit->plotting->vega_lite && scale->categories->len > 0)
        return rk_scale_band_start(scale, 0) - (scale->type->bands ? 0 : scale->step / 2);
    return (otherwise == RK_DEFAULT_LEAST) == upwards ? frame_size(unit, channel) : 0;
}

/** What an offset channel adds where there is no band that it would part. */
static double free_offset(const RkUnit *unit, RkChannel channel, gsize row)
{
    const RkUse *offset = rk_channel_is_second(channel) ? NULL : rk_unit_offset(unit, channel);
    double start = 0, size = 0;
    if (offset == NULL)
        return 0;
    return nest(offset, row, &start, &size) ? start + size / 2 : NAN;
}

/** The property of the mark that holds where no channel does. Angles and radii have the names of sectors, too. */
const RkValue *rk_unit_place_property(const RkUnit *unit, RkChannel channel)
{
    const char *sector = channel == RK_CHANNEL_RADIUS    ? "outerRadius"
                         : channel == RK_CHANNEL_RADIUS2 ? "innerRadius"
                         : channel == RK_CHANNEL_THETA   ? "startAngle"
                         : channel == RK_CHANNEL_THETA2  ? "endAngle"
                                                         : NULL;
    const RkValue *own = sector == NULL ? NULL : rk_unit_property(unit, sector);
    return own != NULL ? own : rk_unit_property(unit, rk_channel_name(channel));
}

gboolean rk_unit_band(const RkUnit *unit, RkChannel channel, gsize row, double *start, double *size)
{
    const RkUse *use = unit->uses[channel];
    RkCell cell;
    if (use == NULL || use->scale == NULL || !use->scale->type->discrete || !rk_unit_cell(unit, channel, row, &cell))
        return FALSE;
    *start = cell.start;
    *size = cell.size;
    return TRUE;
}

static double place_at(const RkUnit *unit, RkChannel channel, gsize row, double fraction, RkDefaultPlace otherwise)
{
    const RkUse *use = unit->uses[channel];
    rk_unit_turn_to(unit, row);
    gboolean told = use != NULL && (use->column != NULL || use->datum != NULL || use->value != NULL);
    double start, size, shift = rk_unit_shift(unit, channel);
    if (!told) {
        double place = default_place(unit, channel, otherwise);
        return visual_place(unit, rk_unit_place_property(unit, channel), place) + shift +
               free_offset(unit, channel, row);
    }
    if (use->scale == NULL && use->column != NULL)
        return rk_use_number(use, row) + shift;
    if (use->scale == NULL)
        return visual_place(unit, use->value, NAN) + shift + free_offset(unit, channel, row);
    if (!use->scale->type->discrete)
        return continuous_place(unit, use, row) + shift + free_offset(unit, channel, row);
    if (!isnan(use->band_position))
        fraction = use->band_position;
    return rk_unit_band(unit, channel, row, &start, &size) ? start + size * fraction + shift : NAN;
}

gboolean rk_unit_cell(const RkUnit *unit, RkChannel channel, gsize row, RkCell *cell)
{
    const RkUse *use = unit->uses[channel], *offset = rk_unit_offset(unit, channel);
    const RkScale *scale = use == NULL ? NULL : use->scale;
    *cell = (RkCell){0, 0, 0};
    if (scale != NULL && scale->type->discrete) {
        guint32 category = rk_use_category(use, row);
        if (category == G_MAXUINT32)
            return FALSE;
        cell->start = rk_scale_band_start(scale, category);
        cell->size = cell->around = rk_scale_band_size(scale, category);
        return offset == NULL || nest(offset, row, &cell->start, &cell->size);
    }
    if (offset == NULL || offset->scale == NULL || !offset->scale->type->discrete)
        return FALSE;
    double place = rk_unit_place(unit, channel, row, RK_DEFAULT_MIDDLE) - free_offset(unit, channel, row);
    cell->start = place - rk_unit_shift(unit, channel);
    return isfinite(cell->start) && nest(offset, row, &cell->start, &cell->size);
}

double rk_unit_position(const RkUnit *unit, RkChannel channel, gsize row, double fraction)
{
    RkDefaultPlace otherwise = rk_channel_is_second(channel) ? RK_DEFAULT_NONE : RK_DEFAULT_MIDDLE;
    return place_at(unit, channel, row, fraction, otherwise);
}

/** Whether a channel's place follows from its value and its scale alone. */
static gboolean is_plain(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    return use != NULL && use->column != NULL && rk_column_numbers(use->column) != NULL && use->scale != NULL &&
           !use->scale->type->discrete && use->end == NULL && !rk_use_came_binned(use) &&
           use->missing == RK_MISSING_IS_MISSING && unit->following == NULL && rk_unit_offset(unit, channel) == NULL &&
           !(unit->stacked && channel == unit->stack_channel);
}

void rk_unit_positions(const RkUnit *unit, RkChannel channel, const guint32 *rows, gsize count, double *places)
{
    if (!is_plain(unit, channel)) {
        for (gsize i = 0; i < count; i++)
            places[i] = rk_unit_position(unit, channel, rows[i], 0.5);
        return;
    }
    const double *values = rk_column_numbers(unit->uses[channel]->column);
    double shift = rk_unit_shift(unit, channel);
    for (gsize i = 0; i < count; i++)
        places[i] = values[rows[i]];
    rk_scale_map_all(unit->uses[channel]->scale, places, count);
    for (gsize i = 0; i < count; i++)
        places[i] += shift;
}

double rk_unit_place(const RkUnit *unit, RkChannel channel, gsize row, RkDefaultPlace otherwise)
{
    return place_at(unit, channel, row, 0.5, otherwise);
}

double rk_unit_baseline(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    return use == NULL || use->scale == NULL || use->scale->type->discrete ? NAN : rk_scale_ground(use->scale, FALSE);
}

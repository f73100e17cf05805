/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells over time that have no bands: in our own figures each covers its period, half of it on either side of its place
 * on the axis, so that neighbours meet and labels stand in the middle. Bars cover a part of it, and leave a gap to the
 * next. Moments have no extent, and so no cell.
 */
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"

#include <math.h>

#include "base/calendar.h"

/** The part of a period that a bar covers. */
#define PART_OF_PERIOD 0.8

static gboolean is_bar_across(const RkUnit *unit, RkChannel channel)
{
    const RkMark *mark = unit->mark;
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    return mark->thick && mark->bands && mark->stacks && !unit->undirected && channel == across &&
           unit->uses[RK_CHANNEL_SIZE] == NULL && rk_unit_offset(unit, channel) == NULL;
}

static const RkValue *own_size(const RkUnit *unit, RkChannel channel)
{
    const RkValue *size = unit->mark->tiles ? NULL : rk_value_get(unit->mark_map, "size");
    return size != NULL ? size : rk_unit_property(unit, channel == RK_CHANNEL_X ? "width" : "height");
}

/** Whether nothing but the data could tell how far a tile or a bar reaches along a channel of time. */
static gboolean is_open(const RkUnit *unit, RkChannel channel)
{
    if (unit->plotting->vega_lite || channel > RK_CHANNEL_Y)
        return FALSE;
    const RkUse *use = unit->uses[channel], *other = unit->uses[rk_channel_second(channel)];
    if (use == NULL || other != NULL || use->measure != RK_TEMPORAL || use->column == NULL || use->end != NULL)
        return FALSE;
    return (unit->mark->tiles || is_bar_across(unit, channel)) && rk_column_type(use->column) == RK_COLUMN_TIME &&
           !rk_value_is(own_size(unit, channel), RK_VALUE_NUMBER) &&
           rk_unit_place_property(unit, rk_channel_second(channel)) == NULL;
}

gboolean rk_unit_has_cells(const RkUnit *unit, RkChannel channel)
{
    return is_open(unit, channel) && rk_column_frequency(unit->uses[channel]->column) != RK_FREQUENCY_MOMENT;
}

gboolean rk_use_cell(const RkUse *use, gsize row, double *from, double *to)
{
    double start = rk_column_numbers(use->column)[row];
    RkFrequency frequency = rk_column_frequency_at(use->column, row);
    if (!isfinite(start) || frequency == RK_FREQUENCY_NONE || frequency == RK_FREQUENCY_MOMENT)
        return FALSE;
    *from = (rk_period_offset(start, frequency, -1) + start) / 2;
    *to = (start + rk_period_next(start, frequency)) / 2;
    return isfinite(*from) && isfinite(*to);
}

gboolean rk_unit_cell_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to)
{
    const RkUse *use = unit->uses[channel];
    if (!rk_use_cell(use, row, from, to))
        return FALSE;
    double middle = rk_scale_map(use->scale, rk_column_numbers(use->column)[row]);
    double part = rk_value_number_or(rk_value_get(own_size(unit, channel), "band"), PART_OF_PERIOD);
    part = unit->mark->tiles ? 1 : part;
    double shift = rk_unit_shift(unit, channel);
    *from = middle + (rk_scale_map(use->scale, *from) - middle) * part + shift;
    *to = middle + (rk_scale_map(use->scale, *to) - middle) * part + shift;
    return isfinite(*from) && isfinite(*to);
}

void rk_unit_warn_of_cells(RkUnit *unit)
{
    for (RkChannel channel = RK_CHANNEL_X; channel <= RK_CHANNEL_Y; channel++) {
        if (!is_open(unit, channel) || rk_unit_has_cells(unit, channel))
            continue;
        const char *name = rk_channel_name(channel);
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING,
                           rk_value_place(unit->uses[channel]->definition),
                           "name their other end, give them a timeUnit, or make the channel ordinal",
                           "moments on %s have no extent: the cells reach from the axis and lie over each other", name);
    }
}

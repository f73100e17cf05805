/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where rows stand: the middle of their place, and of a point that is missing from its row or column where that begins.
 * A scatter has neither. It draws nothing.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"

/** The middle of a sector. */
static RkFlagPoint polar_point(const RkUnit *unit, guint32 row)
{
    double start, end, inner, outer;
    if (!rk_unit_span(unit, RK_CHANNEL_THETA, row, &start, &end) ||
        !rk_unit_span(unit, RK_CHANNEL_RADIUS, row, &inner, &outer))
        return (RkFlagPoint){NAN, NAN};
    double angle = (start + end) / 2, radius = (inner + outer) / 2;
    return (RkFlagPoint){rk_unit_place(unit, RK_CHANNEL_X, row, RK_DEFAULT_MIDDLE) + radius * sin(angle),
                         rk_unit_place(unit, RK_CHANNEL_Y, row, RK_DEFAULT_MIDDLE) - radius * cos(angle)};
}

RkFlagPoint rk_unit_flag_point(const RkUnit *unit, guint32 row)
{
    if (unit->mark->polar)
        return polar_point(unit, row);
    return (RkFlagPoint){rk_unit_position(unit, RK_CHANNEL_X, row, 0.5),
                         rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5)};
}

gboolean rk_unit_flag_is_there(const RkUnit *unit, guint32 row)
{
    RkFlagPoint point = rk_unit_flag_point(unit, row);
    return isfinite(point.x) && isfinite(point.y);
}

guint rk_unit_flag_next_there(const RkUnit *unit, const RkSeries *series, guint from)
{
    while (from < series->count && !rk_unit_flag_is_there(unit, series->rows[from]))
        from++;
    return from;
}

/** The channel that shows the value; FALSE when no place does. */
static gboolean channel_of(const RkUnit *unit, const RkColumn *value, RkChannel *channel)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        *channel = channels[i];
        if (unit->uses[*channel] != NULL && unit->uses[*channel]->column == value)
            return TRUE;
    }
    return FALSE;
}

/** A line has the signs of its points. */
static gboolean has_line(const RkPanel *panel)
{
    for (guint i = 0; i < panel->units->len; i++)
        if (((const RkUnit *)g_ptr_array_index(panel->units, i))->mark->series)
            return TRUE;
    return FALSE;
}

gboolean rk_unit_flag_has_cells(const RkUnit *unit, const RkColumn *value)
{
    RkChannel channel;
    return !channel_of(unit, value, &channel) && unit->uses[RK_CHANNEL_X] != NULL && unit->uses[RK_CHANNEL_Y] != NULL;
}

gboolean rk_unit_flag_has_rows(const RkUnit *unit, const RkColumn *value)
{
    RkChannel channel;
    if (rk_unit_flag_has_cells(unit, value))
        return !has_line(unit->panel);
    if (unit->stacked || has_line(unit->panel) || !channel_of(unit, value, &channel))
        return FALSE;
    const RkUse *across = unit->uses[channel == RK_CHANNEL_X ? RK_CHANNEL_Y : RK_CHANNEL_X];
    return across != NULL && across->column != NULL && across->scale != NULL &&
           (across->scale->type->discrete || across->measure == RK_TEMPORAL);
}

RkFlagPoint rk_unit_flag_row_start(const RkUnit *unit, guint32 row)
{
    RkFlagPoint point = rk_unit_flag_point(unit, row);
    if (!isfinite(point.x) && isfinite(point.y))
        point.x = rk_unit_baseline(unit, RK_CHANNEL_X);
    else if (!isfinite(point.y) && isfinite(point.x))
        point.y = rk_unit_baseline(unit, RK_CHANNEL_Y);
    return point;
}

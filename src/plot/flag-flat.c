/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars, parts of stacks and rules that are too short for their hatching or dashes to be seen, such as that of a
 * provisional zero, and points under others. It draws nothing.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/place.h"

/** In pixels. */
#define LEAST_HATCHED 3.0

gboolean rk_unit_flag_is_flat(const RkUnit *unit, gsize row)
{
    double from, to;
    if (rk_unit_flag_is_hidden(unit, row))
        return TRUE;
    gboolean bar = unit->mark->flags_as == RK_FLAG_ON_BAR && unit->mark->stacks && !unit->mark->polar;
    return (bar || rk_unit_flag_is_rule(unit)) && rk_unit_uncertain(unit, row) &&
           rk_unit_span(unit, unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y, row, &from, &to) &&
           fabs(to - from) < LEAST_HATCHED;
}

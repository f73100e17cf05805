/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars and parts of stacks that are too short for their hatching to be seen, such as that of a provisional zero. It
 * draws nothing.
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
    return unit->mark->flags_as == RK_FLAG_ON_BAR && unit->mark->stacks && !unit->mark->polar &&
           rk_unit_uncertain(unit, row) &&
           rk_unit_span(unit, unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y, row, &from, &to) &&
           fabs(to - from) < LEAST_HATCHED;
}

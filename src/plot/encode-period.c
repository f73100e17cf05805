/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where marks begin and end that cover their unit of time and do not stand in its middle: between the unit before, the
 * unit itself and the one after. The axis reaches as far. Says nothing of marks that only have a place.
 */
#include "plot/mark.h"
#include "plot/place.h"

#include <math.h>

#include "table/builder.h"
#include "transform/time-unit.h"

static gboolean covers_its_unit(const RkUnit *unit, const RkUse *use)
{
    const char *second = rk_channel_name(rk_channel_second(use->channel));
    return unit->mark->bands && use->channel <= RK_CHANNEL_Y && use->end != NULL &&
           rk_value_has(use->definition, "timeUnit") && !rk_value_has(unit->encoding, second);
}

/** The start of the unit before; units that the data chose are taken to be as long as the one that begins there. */
static double before(const RkTimeUnit *period, double start, double end)
{
    return period->parts == 0 ? start - (end - start) : rk_time_unit_before(period, start);
}

void rk_use_shift_periods(const RkUnit *unit, RkUse *use)
{
    RkTimeUnit period;
    double part = rk_unit_part_of_period(unit, use);
    if (!covers_its_unit(unit, use) || part == 0.5 ||
        !rk_time_unit_read(rk_value_get(use->definition, "timeUnit"), &period, NULL))
        return;
    const double *starts = rk_column_numbers(use->column), *ends = rk_column_numbers(use->end);
    gsize rows = rk_column_length(use->column);
    double *first = g_new(double, MAX(rows, 1)), *last = g_new(double, MAX(rows, 1)), after = part + 0.5;
    for (gsize row = 0; row < rows; row++) {
        first[row] = (1 - after) * before(&period, starts[row], ends[row]) + after * starts[row];
        last[row] = (1 - after) * starts[row] + after * ends[row];
    }
    use->first = rk_column_new_times("first", first, rows, RK_FREQUENCY_MOMENT);
    use->last = rk_column_new_times("last", last, rows, RK_FREQUENCY_MOMENT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Round numbers between two bounds: steps of 1, 2 or 5 times a power of ten, chosen as d3-array chooses them so that
 * axes agree with the grammar's reference. Steps below one are kept as divisors, which keeps the ticks exact.
 */
#include "plot/scale.h"

#include <math.h>

#include "base/limits.h"

/** The step, or minus the number of steps in one when the step is below one. 0 when there is none. */
double rk_ticks_increment(double start, double stop, guint count)
{
    if (count == 0 || !(stop > start))
        return 0;
    double step = (stop - start) / count;
    double power = floor(log10(step));
    double error = step / pow(10, power);
    double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
    if (power >= 0)
        return factor * pow(10, power);
    return -pow(10, -power) / factor;
}

void rk_ticks_linear(double start, double stop, guint count, GArray *ticks)
{
    if (start == stop) {
        g_array_append_val(ticks, start);
        return;
    }
    double increment = rk_ticks_increment(start, stop, count);
    if (increment == 0 || !isfinite(increment))
        return;
    double first = increment > 0 ? ceil(start / increment) : ceil(start * -increment);
    double last = increment > 0 ? floor(stop / increment) : floor(stop * -increment);
    for (double i = first; i <= last && ticks->len < RK_LIMIT_TICKS; i++) {
        double tick = increment > 0 ? i * increment : i / -increment;
        tick = tick == 0 ? 0 : tick;
        g_array_append_val(ticks, tick);
    }
}

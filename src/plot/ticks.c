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
    gboolean whole = increment > 0;
    double step = fabs(increment);
    /* A bound that is a tick itself stays one, although bound times divisor may come out a hair beside the integer. */
    double first = round(whole ? start / step : start * step), last = round(whole ? stop / step : stop * step);
    first += (whole ? first * step : first / step) < start;
    last -= (whole ? last * step : last / step) > stop;
    for (double i = first; i <= last && ticks->len < RK_LIMIT_TICKS; i++) {
        double tick = whole ? i * step : i / step;
        tick = tick == 0 ? 0 : tick;
        g_array_append_val(ticks, tick);
    }
}

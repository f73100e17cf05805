/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps of equal length along a range, by Vega's rule. Categories that stand apart have half a step before them.
 */
#include "plot/scales/bands-private.h"

#include <math.h>

void rk_bands_arrange(RkScale *scale, double inner)
{
    double low = fmin(scale->range[0], scale->range[1]), high = fmax(scale->range[0], scale->range[1]);
    double apart = scale->aside > 0 && scale->aside < scale->categories->len ? 0.5 : 0;
    double filled = fmax(0, scale->categories->len + apart - inner);
    double slots = filled + 2 * fmin(1, scale->padding_outer);
    scale->step = (high - low) / (slots > 0 ? slots : 1);
    if (scale->round)
        scale->step = floor(scale->step);
    scale->start = low + (high - low - scale->step * filled) * scale->align;
    if (scale->round)
        scale->start = floor(scale->start + 0.5);
}

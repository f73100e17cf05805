/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The symmetric logarithm: log far from zero, linear near it, so that zero and both signs can be drawn.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

static double straighten(const RkScale *scale, double value)
{
    (void)scale;
    return copysign(log1p(fabs(value)), value);
}

static double bend(const RkScale *scale, double value)
{
    (void)scale;
    return copysign(expm1(fabs(value)), value);
}

extern const RkScaleType rk_scale_symlog;
const RkScaleType rk_scale_symlog = {
    .name = "symlog",
    .straighten = straighten,
    .bend = bend,
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The square-root scale: areas that grow with the value. The sign is kept.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

static double straighten(const RkScale *scale, double value)
{
    (void)scale;
    return value < 0 ? -sqrt(-value) : sqrt(value);
}

static double bend(const RkScale *scale, double value)
{
    (void)scale;
    return value < 0 ? -(value * value) : value * value;
}

extern const RkScaleType rk_scale_sqrt;
const RkScaleType rk_scale_sqrt = {
    .name = "sqrt",
    .summary = "areas that grow with the value",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = rk_continuous_words,
    .straighten = straighten,
    .bend = bend,
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

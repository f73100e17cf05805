/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The power scale: values are raised to an exponent first, keeping their sign.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

static double straighten(const RkScale *scale, double value)
{
    return value < 0 ? -pow(-value, scale->exponent) : pow(value, scale->exponent);
}

static double bend(const RkScale *scale, double value)
{
    return value < 0 ? -pow(-value, 1 / scale->exponent) : pow(value, 1 / scale->exponent);
}

static const char *const words[] = {RK_CONTINUOUS_WORDS, "zero", "exponent", NULL};

extern const RkScaleType rk_scale_pow;
const RkScaleType rk_scale_pow = {
    .name = "pow",
    .summary = "values are raised to an exponent first",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .straighten = straighten,
    .bend = bend,
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

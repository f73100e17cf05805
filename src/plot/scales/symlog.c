/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The symmetric logarithm: log far from zero, linear near it, so that zero and both signs can be drawn.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

static double straighten(const RkScale *scale, double value)
{
    return copysign(log1p(fabs(value / scale->constant)), value);
}

static double bend(const RkScale *scale, double value)
{
    return copysign(expm1(fabs(value)) * scale->constant, value);
}

static const char *refuse(const RkScale *scale, double low, double high)
{
    (void)low, (void)high;
    return scale->constant > 0 ? NULL : "the constant of a symlog scale is a number above 0";
}

static const char *const words[] = {RK_CONTINUOUS_WORDS, "zero", "constant", NULL};

extern const RkScaleType rk_scale_symlog;
const RkScaleType rk_scale_symlog = {
    .name = "symlog",
    .summary = "logarithmic far from zero, linear near it",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .refuse = refuse,
    .straighten = straighten,
    .bend = bend,
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

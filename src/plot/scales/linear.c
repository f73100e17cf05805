/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The linear scale: equal differences are equal lengths.
 */
#include "plot/scales/continuous-private.h"

extern const RkScaleType rk_scale_linear;
const RkScaleType rk_scale_linear = {
    .name = "linear",
    .summary = "equal differences are equal lengths",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = rk_continuous_words,
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

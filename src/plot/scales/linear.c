/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The linear scale: equal differences are equal lengths.
 */
#include "plot/scales/continuous-private.h"

extern const RkScaleType rk_scale_linear;
const RkScaleType rk_scale_linear = {
    .name = "linear",
    .nice = rk_continuous_nice,
    .ticks = rk_continuous_ticks,
    .tick_text = rk_continuous_tick_text,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time scale: ticks on the starts of calendar periods. There is no local time but UTC.
 */
#include "plot/scales/moments-private.h"

extern const RkScaleType rk_scale_time;
const RkScaleType rk_scale_time = {
    .name = "time",
    .summary = "moments, by the calendar",
    .temporal = TRUE,
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_TEMPORAL,
    .words = rk_moments_words,
    .nice = rk_moments_nice,
    .ticks = rk_moments_ticks,
    .tick_text = rk_moments_tick_text,
};

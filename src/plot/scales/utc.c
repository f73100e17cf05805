/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scale of UTC. It differs from the time scale in nothing but where every second day falls.
 */
#include "plot/scales/moments-private.h"

extern const RkScaleType rk_scale_utc;
const RkScaleType rk_scale_utc = {
    .name = "utc",
    .summary = "moments, by the calendar of UTC",
    .temporal = TRUE,
    .unix_days = TRUE,
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_TEMPORAL,
    .words = rk_moments_words,
    .nice = rk_moments_nice,
    .ticks = rk_moments_ticks,
    .tick_text = rk_moments_tick_text,
};

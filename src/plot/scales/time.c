/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time scale: ticks on the starts of calendar periods. There is no local time but UTC.
 */
#include "plot/scales/moments-private.h"

static void round_out(RkScale *scale, guint count)
{
    rk_moments_nice(scale, count, FALSE);
}

static void ticks_of(const RkScale *scale, guint count, GArray *ticks)
{
    rk_moments_ticks(scale, count, FALSE, ticks);
}

extern const RkScaleType rk_scale_time;
const RkScaleType rk_scale_time = {
    .name = "time",
    .summary = "moments, by the calendar",
    .temporal = TRUE,
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_TEMPORAL,
    .words = rk_moments_words,
    .nice = round_out,
    .ticks = ticks_of,
    .tick_text = rk_moments_tick_text,
};

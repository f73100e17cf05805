/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band scale: an equal stretch for each category, parted by padding. Categories that a figure puts aside stand half
 * a step apart from the others.
 */
#include "plot/scale.h"

#include <math.h>

static void arrange(RkScale *scale)
{
    double low = fmin(scale->range[0], scale->range[1]), high = fmax(scale->range[0], scale->range[1]);
    double count = scale->categories->len;
    gboolean apart = scale->aside > 0 && scale->aside < scale->categories->len;
    double slots = fmax(1, count + (apart ? 0.5 : 0) - scale->padding_inner + 2 * scale->padding_outer);
    scale->step = (high - low) / slots;
    scale->bandwidth = scale->step * (1 - scale->padding_inner);
    double used = scale->step * (count + (apart ? 0.5 : 0) - scale->padding_inner);
    scale->start = low + (high - low - used) * scale->align;
}

static const char *const words[] = {"align",    "padding",  "paddingInner", "paddingOuter",
                                    "rangeMax", "rangeMin", "round",        NULL};

extern const RkScaleType rk_scale_band;
const RkScaleType rk_scale_band = {
    .name = "band",
    .summary = "a stretch for each category",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS,
    .measures = 1 << RK_NOMINAL | 1 << RK_ORDINAL,
    .words = words,
    .discrete = TRUE,
    .bands = TRUE,
    .arrange = arrange,
};

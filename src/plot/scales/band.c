/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band scale: an equal stretch for each category, parted by padding. Categories that a figure puts aside stand half
 * a step apart from the others.
 */
#include "plot/scales/bands-private.h"

#include <math.h>

static void arrange(RkScale *scale)
{
    rk_bands_arrange(scale, scale->padding_inner);
    scale->bandwidth = scale->step * (1 - scale->padding_inner);
    if (scale->round)
        scale->bandwidth = floor(scale->bandwidth + 0.5);
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

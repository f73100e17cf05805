/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The point scale: a band scale whose bands have no width. Serves positions and, over a range of numbers, sizes and
 * opacities of categories.
 */
#include "plot/scales/bands-private.h"

static void arrange(RkScale *scale)
{
    rk_bands_arrange(scale, 1);
    scale->bandwidth = 0;
}

static const char *const words[] = {"align", "padding", "paddingOuter", "rangeMax", "rangeMin", "round", NULL};

extern const RkScaleType rk_scale_point;
const RkScaleType rk_scale_point = {
    .name = "point",
    .summary = "a place for each category, at equal distances",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_NOMINAL | 1 << RK_ORDINAL,
    .words = words,
    .discrete = TRUE,
    .arrange = arrange,
};

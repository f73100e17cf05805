/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The point scale: a band scale whose bands have no width. Serves positions and, over a range of numbers, sizes and
 * opacities of categories.
 */
#include "plot/scale.h"

#include <math.h>

static void arrange(RkScale *scale)
{
    double low = fmin(scale->range[0], scale->range[1]), high = fmax(scale->range[0], scale->range[1]);
    double count = scale->categories->len;
    gboolean apart = scale->aside > 0 && scale->aside < scale->categories->len;
    double padding = rk_channel_is_position(scale->channel) ? scale->padding_outer : 0;
    double gaps = fmax(1, count - 1 + (apart ? 0.5 : 0) + 2 * padding);
    scale->step = (high - low) / gaps;
    scale->bandwidth = 0;
    double used = scale->step * (fmax(count - 1, 0) + (apart ? 0.5 : 0));
    scale->start = low + (high - low - used) * scale->align;
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

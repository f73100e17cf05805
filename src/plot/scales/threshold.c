/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The threshold scale: classes between the borders that the domain lists.
 */
#include "plot/scales/classes-private.h"

/** The domain's numbers: its ends with what lies between. */
static double point(const RkScale *scale, guint index)
{
    if (index == 0)
        return scale->domain[0];
    return index <= scale->middle_count ? scale->middles[index - 1] : scale->domain[1];
}

static guint point_count(const RkScale *scale)
{
    return scale->domain[0] == scale->domain[1] ? 1 : scale->middle_count + 2;
}

static guint class_count(const RkScale *scale)
{
    return point_count(scale) + 1;
}

/** Fewer results than classes leave the last borders out. */
static void divide(RkScale *scale, guint count)
{
    rk_classes_allot(scale, MIN(count, class_count(scale)));
    for (guint i = 0; i < scale->border_count; i++)
        scale->borders[i] = point(scale, i);
}

static const char *const words[] = {"bins", "interpolate", "nice", "scheme", NULL};

extern const RkScaleType rk_scale_threshold;
const RkScaleType rk_scale_threshold = {
    .name = "threshold",
    .summary = "classes between borders that are given",
    .classes = TRUE,
    .into = RK_INTO_NUMBERS | RK_INTO_COLORS | RK_INTO_SYMBOLS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .ticks = rk_classes_ticks,
    .tick_text = rk_continuous_tick_text,
    .class_count = class_count,
    .divide = divide,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scale of binned numbers: a colour for each bin, in their order.
 */
#include "plot/scales/classes-private.h"

static guint class_count(const RkScale *scale)
{
    return scale->bin_count > 1 ? scale->bin_count - 1 : 1;
}

static void divide(RkScale *scale, guint count)
{
    (void)count;
    rk_classes_allot(scale, class_count(scale));
    for (guint i = 0; i < scale->border_count; i++)
        scale->borders[i] = scale->bins[i + 1];
}

static const char *const words[] = {"bins", "interpolate", "scheme", NULL};

extern const RkScaleType rk_scale_bin_ordinal;
const RkScaleType rk_scale_bin_ordinal = {
    .name = "bin-ordinal",
    .summary = "a colour for each bin",
    .classes = TRUE,
    .into = RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .ticks = rk_classes_ticks,
    .tick_text = rk_continuous_tick_text,
    .class_count = class_count,
    .divide = divide,
};

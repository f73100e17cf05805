/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quantize scale: the domain is cut into classes of equal width.
 */
#include "plot/scales/classes-private.h"

static void divide(RkScale *scale, guint count)
{
    double low = scale->domain[0], high = scale->domain[1];
    rk_classes_allot(scale, count);
    for (guint i = 0; i < scale->border_count; i++)
        scale->borders[i] = ((i + 1.0) * high + (count - 1.0 - i) * low) / count;
}

static const char *const words[] = {"bins", "interpolate", "nice", "scheme", "zero", NULL};

extern const RkScaleType rk_scale_quantize;
const RkScaleType rk_scale_quantize = {
    .name = "quantize",
    .summary = "classes of equal width",
    .classes = TRUE,
    .into = RK_INTO_NUMBERS | RK_INTO_COLORS | RK_INTO_SYMBOLS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .nice = rk_continuous_nice,
    .ticks = rk_classes_ticks,
    .tick_text = rk_continuous_tick_text,
    .divide = divide,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quantile scale: classes that hold equally many values, by the quantiles of type 7 (Hyndman and Fan).
 */
#include "plot/scales/classes-private.h"

#include <math.h>

static double quantile(const double *sorted, gsize count, double share)
{
    double place = (count - 1) * share, below = floor(place);
    gsize i = (gsize)below;
    return i + 1 < count ? sorted[i] + (sorted[i + 1] - sorted[i]) * (place - below) : sorted[count - 1];
}

static void divide(RkScale *scale, guint count)
{
    rk_classes_allot(scale, scale->sample_count > 0 ? count : 1);
    for (guint i = 0; i < scale->border_count; i++)
        scale->borders[i] = quantile(scale->sample, scale->sample_count, (i + 1.0) / count);
}

static const char *const words[] = {"bins", "interpolate", "scheme", NULL};

extern const RkScaleType rk_scale_quantile;
const RkScaleType rk_scale_quantile = {
    .name = "quantile",
    .summary = "classes of equally many values",
    .classes = TRUE,
    .into = RK_INTO_NUMBERS | RK_INTO_COLORS | RK_INTO_SYMBOLS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .ticks = rk_classes_ticks,
    .tick_text = rk_continuous_tick_text,
    .divide = divide,
};

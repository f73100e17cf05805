/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Round bounds, ticks and tick texts of the continuous numeric scales.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

#include "base/format.h"

const char *const rk_continuous_words[] = {RK_CONTINUOUS_WORDS, "zero", NULL};

void rk_continuous_nice(RkScale *scale, guint count)
{
    /* A domain from high to low keeps its direction. */
    gboolean falls = scale->domain[0] > scale->domain[1];
    double previous = 0;
    for (guint i = 0; i < 10; i++) {
        double step = rk_ticks_increment(scale->domain[falls], scale->domain[!falls], count);
        if (step == previous || step == 0)
            return;
        double *low = &scale->domain[falls], *high = &scale->domain[!falls];
        *low = step > 0 ? floor(*low / step) * step : ceil(*low * step) / step;
        *high = step > 0 ? ceil(*high / step) * step : floor(*high * step) / step;
        previous = step;
    }
}

void rk_continuous_ticks(const RkScale *scale, guint count, GArray *ticks)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    rk_ticks_linear(low, high, count, ticks);
}

char *rk_continuous_tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier,
                              guint count, GArray *ticks)
{
    (void)ticks;
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    return rk_format_tick(low, high, count, specifier, value, locale);
}

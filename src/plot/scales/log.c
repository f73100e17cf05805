/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The logarithmic scale: equal ratios are equal lengths. It refuses zero and mixed signs instead of drawing them
 * somewhere.
 */
#include "plot/scales/continuous-private.h"

#include <math.h>

#include "base/format.h"
#include "base/limits.h"

static double straighten(const RkScale *scale, double value)
{
    return scale->domain[0] < 0 ? -log(-value) : log(value);
}

static double bend(const RkScale *scale, double value)
{
    return scale->domain[0] < 0 ? -exp(-value) : exp(value);
}

static const char *refuse(const RkScale *scale, double low, double high)
{
    if (!(scale->base > 1 && scale->base <= 1e6))
        return "the base of a log scale is a number above 1 and at most a million";
    if (low > 0 || high < 0)
        return NULL;
    return "a log scale needs values that are all above or all below zero";
}

static double power_floor(double value, double base)
{
    return pow(base, floor(log(value) / log(base) + 1e-12));
}

static double power_ceil(double value, double base)
{
    return pow(base, ceil(log(value) / log(base) - 1e-12));
}

static void round_out(RkScale *scale, guint count)
{
    (void)count;
    double low = scale->domain[0], high = scale->domain[1];
    if (low > 0) {
        scale->domain[0] = power_floor(low, scale->base);
        scale->domain[1] = power_ceil(high, scale->base);
    } else {
        scale->domain[0] = -power_ceil(-low, scale->base);
        scale->domain[1] = -power_floor(-high, scale->base);
    }
}

static void add_tick(GArray *ticks, double value, double low, double high)
{
    if (value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12) && ticks->len < RK_LIMIT_TICKS)
        g_array_append_val(ticks, value);
}

/** Powers of the base, with their multiples when few powers fit. Only positive domains have multiples. */
static void ticks_of(const RkScale *scale, guint count, GArray *ticks)
{
    gboolean negative = scale->domain[0] < 0;
    double low = negative ? -scale->domain[1] : scale->domain[0];
    double high = negative ? -scale->domain[0] : scale->domain[1];
    /* The ratio itself may be too large for a number. */
    double powers = (log(high) - log(low)) / log(scale->base);
    guint every = powers > count ? (guint)ceil(powers / MAX(count, 1)) : 1;
    gboolean multiples = powers < count / 3.0 && scale->base == 10;
    double power = power_floor(low, scale->base);
    for (guint i = 0; power <= high * (1 + 1e-12) && i < RK_LIMIT_TICKS; i++, power *= scale->base) {
        if (i % every == 0)
            add_tick(ticks, power, low, high);
        for (guint k = 2; multiples && k < 10; k += k == 2 ? 3 : 5)
            add_tick(ticks, power * k, low, high);
    }
    for (guint i = 0; negative && i < ticks->len; i++)
        g_array_index(ticks, double, i) *= -1;
}

static char *tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier, guint count,
                       GArray *ticks)
{
    (void)scale, (void)count, (void)ticks;
    const char *chosen = fabs(value) >= 1 ? ",~f" : "~g";
    return rk_format_number(specifier != NULL ? specifier : chosen, value, locale, NULL);
}

extern const RkScaleType rk_scale_log;
const RkScaleType rk_scale_log = {
    .name = "log",
    .straighten = straighten,
    .bend = bend,
    .refuse = refuse,
    .nice = round_out,
    .ticks = ticks_of,
    .tick_text = tick_text,
};

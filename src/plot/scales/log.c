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
    if ((low > 0 && high > 0) || (low < 0 && high < 0))
        return NULL;
    return "a log scale needs values that are all above or all below zero";
}

static double logarithm(double value, double base)
{
    return base == 10 ? log10(value) : base == 2 ? log2(value) : log(value) / log(base);
}

static double power_floor(double value, double base)
{
    return pow(base, floor(logarithm(value, base) + 1e-12));
}

static double power_ceil(double value, double base)
{
    return pow(base, ceil(logarithm(value, base) - 1e-12));
}

static void round_out(RkScale *scale, guint count)
{
    (void)count;
    gboolean falls = scale->domain[0] > scale->domain[1];
    double *low = &scale->domain[falls], *high = &scale->domain[!falls];
    if (*low > 0) {
        *low = power_floor(*low, scale->base);
        *high = power_ceil(*high, scale->base);
    } else {
        *low = -power_ceil(-*low, scale->base);
        *high = -power_floor(-*high, scale->base);
    }
}

static double ground(const RkScale *scale, double low)
{
    return low > 0 ? power_floor(low / scale->base * (1 + 1e-9), scale->base) : low;
}

static void add_tick(GArray *ticks, double value, double low, double high)
{
    if (value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12) && ticks->len < RK_LIMIT_TICKS)
        g_array_append_val(ticks, value);
}

/** Powers of the base, with their multiples when few powers fit. Only positive domains have multiples. */
static void house_ticks(const RkScale *scale, double low, double high, guint count, GArray *ticks)
{
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
}

/** All multiples of the powers, as d3 has them, or round numbers where they would be few. */
static void grammar_multiples(double base, double low, double high, guint count, GArray *ticks)
{
    guint before = ticks->len;
    int first = (int)floor(logarithm(low, base)), last = (int)ceil(logarithm(high, base));
    for (int power = first; power <= last; power++) {
        for (double k = 1; k < base && ticks->len < RK_LIMIT_TICKS; k++) {
            double tick = power < 0 ? k / pow(base, -power) : k * pow(base, power);
            if (tick >= low && tick <= high)
                g_array_append_val(ticks, tick);
        }
    }
    if ((ticks->len - before) * 2 >= count)
        return;
    g_array_set_size(ticks, before);
    rk_ticks_linear(low, high, count, ticks);
}

static void grammar_ticks(const RkScale *scale, double low, double high, guint count, GArray *ticks)
{
    double base = scale->base, from = logarithm(low, base), to = logarithm(high, base);
    if (base == floor(base) && to - from < count) {
        grammar_multiples(base, low, high, count, ticks);
        return;
    }
    guint before = ticks->len;
    rk_ticks_linear(from, to, (guint)fmax(1, fmin(to - from, count)), ticks);
    for (guint i = before; i < ticks->len; i++) {
        double *tick = &g_array_index(ticks, double, i);
        *tick = pow(base, *tick);
    }
}

static gboolean by_grammar(const RkScale *scale)
{
    return scale->plotting != NULL && scale->plotting->vega_lite;
}

static void turn(GArray *ticks)
{
    for (guint i = 0; i < ticks->len; i++)
        g_array_index(ticks, double, i) *= -1;
    for (guint i = 0; i < ticks->len / 2; i++) {
        double kept = g_array_index(ticks, double, i);
        g_array_index(ticks, double, i) = g_array_index(ticks, double, ticks->len - 1 - i);
        g_array_index(ticks, double, ticks->len - 1 - i) = kept;
    }
}

static void ticks_of(const RkScale *scale, guint count, GArray *ticks)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    gboolean negative = low < 0;
    if (negative) {
        double end = -low;
        low = -high;
        high = end;
    }
    if (by_grammar(scale))
        grammar_ticks(scale, low, high, count, ticks);
    else
        house_ticks(scale, low, high, count, ticks);
    if (negative)
        turn(ticks);
}

/** Where ticks are many, d3 writes only those near a power of the base. */
static gboolean written(const RkScale *scale, double value, guint count, const GArray *ticks)
{
    double most = fmax(1, scale->base * count / MAX(ticks->len, 1));
    double multiple = value / pow(scale->base, round(logarithm(value, scale->base)));
    if (multiple * scale->base < scale->base - 0.5)
        multiple *= scale->base;
    return multiple <= most;
}

static char *tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier, guint count,
                       GArray *ticks)
{
    if (by_grammar(scale) && ticks != NULL && !written(scale, value, count, ticks))
        return g_strdup("");
    if (by_grammar(scale))
        return rk_format_float(specifier, value, locale);
    const char *chosen = fabs(value) >= 1 ? ",~f" : "~g";
    return rk_format_number(specifier != NULL ? specifier : chosen, value, locale, NULL);
}

static const char *const words[] = {RK_CONTINUOUS_WORDS, "base", NULL};

extern const RkScaleType rk_scale_log;
const RkScaleType rk_scale_log = {
    .name = "log",
    .summary = "equal ratios are equal lengths",
    .into = RK_INTO_PLACES | RK_INTO_NUMBERS | RK_INTO_COLORS,
    .measures = 1 << RK_QUANTITATIVE,
    .words = words,
    .straighten = straighten,
    .bend = bend,
    .refuse = refuse,
    .nice = round_out,
    .ground = ground,
    .ticks = ticks_of,
    .writes = written,
    .tick_text = tick_text,
};

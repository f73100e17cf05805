/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many digits tell the ticks of an axis apart, and no more: the precision that d3 derives from the step between
 * them. A precision that the author gave is left alone.
 */
#include "base/format-private.h"
#include "base/number-private.h"

#include <math.h>

/* Decimal exponent; FALSE for zero and what is not finite. */
static gboolean exponent_of(double value, int *exponent)
{
    RkDigits digits;
    if (!isfinite(value) || value == 0)
        return FALSE;
    rk_digits_shortest(fabs(value), &digits);
    *exponent = digits.exponent;
    return TRUE;
}

static double round_half_up(double value)
{
    return floor(value + 0.5);
}

/* 1, 2 or 5 times a power of ten nearest (on a logarithmic scale) to span / count. */
static double tick_step(double low, double high, double count)
{
    double wanted = (high - low) / count;
    double power = floor(log10(wanted));
    double error = wanted / pow(10, power);
    double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
    /* Steps below one are kept as their inverse, an exact integer. */
    double inverse = power < 0 ? pow(10, -power) / factor : 0;
    double step = power < 0 ? 1 / inverse : pow(10, power) * factor;
    double first = power < 0 ? round_half_up(low * inverse) : round_half_up(low / step);
    double last = power < 0 ? round_half_up(high * inverse) : round_half_up(high / step);
    if (first * step < low)
        first++;
    if (last * step > high)
        last--;
    /* No tick falls between: twice as many. */
    return last < first && count < 2 ? tick_step(low, high, count * 2) : step;
}

static gboolean precision_round(double step, double largest, int *precision)
{
    int step_exponent, rest_exponent;
    if (!exponent_of(step, &step_exponent) || !exponent_of(largest - step, &rest_exponent))
        return FALSE;
    *precision = MAX(0, rest_exponent - step_exponent) + 1;
    return TRUE;
}

static gboolean precision_fixed(double step, int *precision)
{
    int step_exponent;
    if (!exponent_of(step, &step_exponent))
        return FALSE;
    *precision = MAX(0, -step_exponent);
    return TRUE;
}

static void choose_precision(double step, double largest, RkSpecifier *specifier)
{
    int precision;
    switch (specifier->type) {
    case '\0':
    case 'e':
    case 'g':
    case 'p':
    case 'r':
    case 's':
        if (precision_round(step, largest, &precision))
            specifier->precision = MAX(0, precision - (specifier->type == 'e' ? 1 : 0));
        break;
    case 'f':
    case '%':
        if (precision_fixed(step, &precision))
            specifier->precision = MAX(0, precision - (specifier->type == '%' ? 2 : 0));
        break;
    default:
        break;
    }
}

char *rk_format_tick_specifier(double start, double stop, guint count, const char *specifier)
{
    RkSpecifier parsed;
    if (!rk_specifier_parse(specifier != NULL ? specifier : ",f", &parsed, NULL))
        return g_strdup(specifier);
    double low = MIN(start, stop);
    double high = MAX(start, stop);
    gboolean spans = isfinite(low) && isfinite(high) && high > low && isfinite(high - low) && count > 0;
    if (parsed.precision == RK_FORMAT_UNSET && spans)
        choose_precision(tick_step(low, high, count), MAX(fabs(low), fabs(high)), &parsed);
    return rk_specifier_write(&parsed);
}

/* The number of decimals that tells ticks apart behind a prefix; RK_FORMAT_UNSET when there is none to tell. */
static int prefix_precision(double low, double high, guint count, int thousands)
{
    int exponent;
    if (count == 0 || !isfinite(high - low) || !(high > low) || !exponent_of(tick_step(low, high, count), &exponent))
        return RK_FORMAT_UNSET;
    return MAX(0, thousands * 3 - exponent);
}

char *rk_format_tick(double start, double stop, guint count, const char *specifier, double value,
                     const RkLocale *locale)
{
    RkSpecifier parsed;
    int exponent, thousands;
    double low = MIN(start, stop), high = MAX(start, stop);
    /* A precision of its own counts significant digits: then each tick has its own prefix. */
    if (!rk_specifier_parse(specifier, &parsed, NULL) || parsed.type != 's' || parsed.precision != RK_FORMAT_UNSET ||
        !exponent_of(MAX(fabs(low), fabs(high)), &exponent)) {
        g_autofree char *chosen = rk_format_tick_specifier(start, stop, count, specifier);
        return rk_format_number(chosen != NULL ? chosen : "", value, locale, NULL);
    }
    const char *prefix = rk_si_prefix(exponent, &thousands);
    parsed.precision = prefix_precision(low, high, count, thousands);
    parsed.type = 'f';
    g_autofree char *fixed = rk_specifier_write(&parsed);
    g_autofree char *digits = rk_format_number(fixed, value * pow(10, -3.0 * thousands), locale, NULL);
    return g_strconcat(digits, prefix, NULL);
}

char *rk_format_float(const char *specifier, double value, const RkLocale *locale)
{
    RkSpecifier parsed;
    const char *given = specifier != NULL ? specifier : ",";
    if (!rk_specifier_parse(given, &parsed, NULL) || parsed.precision != RK_FORMAT_UNSET)
        return rk_format_number(given, value, locale, NULL);
    parsed.precision = 12 - (parsed.type == '%' ? 2 : parsed.type == 'e' ? 1 : 0);
    parsed.trim = TRUE;
    g_autofree char *chosen = rk_specifier_write(&parsed);
    return rk_format_number(chosen, value, locale, NULL);
}

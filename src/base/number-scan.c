/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as tables are full of them, read in one pass: few digits, no sign but a minus, no exponent. It leaves
 * everything else to number-parse.c, and agrees with it in every bit where it does not.
 */
#include "base/number-scan.h"

#include <string.h>

/* Up to this many digits a decimal number survives the way through a double. */
#define SAFE_DIGITS 15
/* Zeros behind the point of a fraction below one: from here on the shortest form may have an exponent. */
#define MANY_ZEROS "0000"

static const double powers[SAFE_DIGITS + 1] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* Behind the digits at `at`, which go into `mantissa`. It wraps beyond 19, which the caller notices by the count. */
static inline const char *pass_digits(const char *at, const char *end, guint64 *mantissa)
{
    guint64 sum = *mantissa;
    for (; at < end; at++) {
        guint digit = (guint)(guchar)*at - '0';
        if (digit > 9)
            break;
        sum = sum * 10 + digit;
    }
    *mantissa = sum;
    return at;
}

/* Whether a fraction behind so many other digits is neither missing nor too long to be written so again. */
static inline gboolean is_believed(const char *whole, gsize digits, const char *fraction, gsize length)
{
    if (length == 0 || digits + length > SAFE_DIGITS)
        return FALSE;
    return *whole != '0' || length < sizeof MANY_ZEROS - 1 || memcmp(fraction, MANY_ZEROS, sizeof MANY_ZEROS - 1) != 0;
}

gsize rk_number_scan(const char *text, const char *end, char decimal, double *value, guint *decimals)
{
    guint64 mantissa = 0;
    gboolean negative = text < end && *text == '-';
    const char *whole = text + negative, *at = pass_digits(whole, end, &mantissa), *fraction = at;
    gsize digits = (gsize)(at - whole);
    *decimals = 0;
    if (digits == 0 || digits > SAFE_DIGITS || (digits > 1 && *whole == '0'))
        return 0;
    if (at < end && *at == decimal) {
        fraction = at + 1;
        at = pass_digits(fraction, end, &mantissa);
        if (!is_believed(whole, digits, fraction, (gsize)(at - fraction)))
            return 0;
        *decimals = at[-1] == '0' ? (guint)(at - fraction) : 0;
    }
    /* "-0" would not be written so again. */
    if (negative && mantissa == 0)
        return 0;
    double magnitude = (double)mantissa / powers[at - fraction];
    *value = negative ? -magnitude : magnitude;
    return (gsize)(at - text);
}

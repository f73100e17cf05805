/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers from text, correctly rounded. Up to 19 digits and moderate powers of ten are done in integers and one exact
 * floating operation; the rest goes to GLib. It refuses whatever is not one plain decimal number, and groups of digits
 * that are not threes: "1,5" must never become 15.
 */
#include "base/number.h"

#include <math.h>
#include <string.h>

#define EXACT_POWERS 22
#define INTEGER_POWERS 19
#define EXPONENT_CEILING 100000

__extension__ typedef unsigned __int128 Wide;

typedef struct {
    const char *at;
    const char *end;
    guint64 mantissa;
    int digits;   /* all of them, leading zeros included */
    int exponent; /* of ten, applied to the mantissa */
    gboolean negative;
} Scan;

static const double powers[EXACT_POWERS + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Number of digits taken; the mantissa wraps beyond 19, which the caller notices by the count. */
static inline int scan_digits(Scan *scan)
{
    const char *start = scan->at;
    guint64 mantissa = scan->mantissa;
    while (scan->at < scan->end) {
        guint digit = (guint)(guchar)*scan->at - '0';
        if (digit > 9)
            break;
        mantissa = mantissa * 10 + digit;
        scan->at++;
    }
    scan->mantissa = mantissa;
    return (int)(scan->at - start);
}

static gboolean scan_groups(Scan *scan, char group, int leading)
{
    if (leading < 1 || leading > 3)
        return FALSE;
    while (scan->at < scan->end && *scan->at == group) {
        scan->at++;
        if (scan_digits(scan) != 3)
            return FALSE;
        scan->digits += 3;
    }
    return TRUE;
}

static gboolean scan_exponent(Scan *scan)
{
    scan->at++;
    gboolean negative = FALSE;
    if (scan->at < scan->end && (*scan->at == '-' || *scan->at == '+'))
        negative = *scan->at++ == '-';
    const char *start = scan->at;
    int exponent = 0;
    for (; scan->at < scan->end && g_ascii_isdigit(*scan->at); scan->at++)
        exponent = MIN(exponent * 10 + (*scan->at - '0'), EXPONENT_CEILING);
    scan->exponent += negative ? -exponent : exponent;
    return scan->at > start;
}

/* The whole grammar: sign, digits with or without groups, fraction, exponent, and nothing behind. */
static gboolean scan_number(Scan *scan, RkNumberSyntax syntax)
{
    if (scan->at < scan->end && (*scan->at == '-' || *scan->at == '+'))
        scan->negative = *scan->at++ == '-';
    scan->digits = scan_digits(scan);
    if (syntax.group != 0 && scan->at < scan->end && *scan->at == syntax.group &&
        !scan_groups(scan, syntax.group, scan->digits))
        return FALSE;
    if (scan->at < scan->end && *scan->at == syntax.decimal) {
        scan->at++;
        int fraction = scan_digits(scan);
        scan->digits += fraction;
        scan->exponent = -fraction;
    }
    if (scan->digits == 0)
        return FALSE;
    if (scan->at < scan->end && (*scan->at | 0x20) == 'e' && !scan_exponent(scan))
        return FALSE;
    return scan->at == scan->end;
}

/* mantissa / 10^power with 64 bits or more and a sticky last bit, so that the one rounding to double is the right one.
 */
static double divide_exactly(guint64 mantissa, int power)
{
    guint64 divisor = 1;
    for (int step = 0; step < power; step++)
        divisor *= 10;
    int shift = __builtin_clzll(mantissa);
    Wide dividend = (Wide)(mantissa << shift) << 64;
    Wide quotient = dividend / divisor;
    if (dividend % divisor != 0)
        quotient |= 1;
    return ldexp((double)quotient, -64 - shift);
}

/* FALSE when the number is beyond what can be done exactly here. */
static inline gboolean convert_exactly(const Scan *scan, double *value)
{
    if (scan->digits > 19)
        return FALSE;
    guint64 mantissa = scan->mantissa;
    int exponent = scan->exponent;
    if (exponent == 0 || mantissa == 0) {
        *value = (double)mantissa;
        return TRUE;
    }
    if (mantissa <= G_GUINT64_CONSTANT(1) << 53 && ABS(exponent) <= EXACT_POWERS) {
        *value = exponent < 0 ? (double)mantissa / powers[-exponent] : (double)mantissa * powers[exponent];
        return TRUE;
    }
    if (exponent > 0 || exponent < -INTEGER_POWERS)
        return FALSE;
    *value = divide_exactly(mantissa, -exponent);
    return TRUE;
}

/* The text is known to be a number: written in C's form it goes to GLib. */
static double convert_by_library(const char *text, gsize length, RkNumberSyntax syntax)
{
    char small[128];
    g_autofree char *large = length < sizeof small ? NULL : g_malloc(length + 1);
    char *plain = large != NULL ? large : small;
    gsize used = 0;
    for (gsize at = 0; at < length; at++) {
        if (text[at] == syntax.decimal)
            plain[used++] = '.';
        else if (text[at] != syntax.group)
            plain[used++] = text[at];
    }
    plain[used] = '\0';
    return fabs(g_ascii_strtod(plain, NULL));
}

gboolean rk_number_parse(const char *text, gsize length, RkNumberSyntax syntax, double *value)
{
    /* The counts below are ints; no field may be that long anyway. */
    if (length > G_MAXINT / 2)
        return FALSE;
    Scan scan = {.at = text, .end = text + length};
    if (!scan_number(&scan, syntax))
        return FALSE;
    double magnitude = 0;
    if (!convert_exactly(&scan, &magnitude))
        magnitude = convert_by_library(text, length, syntax);
    if (!isfinite(magnitude))
        return FALSE;
    *value = scan.negative && magnitude != 0 ? -magnitude : magnitude;
    return TRUE;
}

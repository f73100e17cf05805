/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers to text: shortest for data, trimmed for coordinates. A point as decimal mark, always; "-0" is never written.
 */
#include "base/number-private.h"

#include <math.h>
#include <string.h>

/* From here on the shortest text has an exponent, as in JavaScript. */
#define LARGEST_PLAIN_EXPONENT 20
#define SMALLEST_PLAIN_EXPONENT (-6)

/* The largest product of which floor and half-way point are still exact. */
#define EXACT_HALVES 4503599627370496.0

/* So many digits survive the way through a double, whatever they are. */
#define EXACT_DIGITS 15

static const char *write_special(double value, char *buffer)
{
    const char *text = isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    return strcpy(buffer, text);
}

static char *put_repeated(char *at, char what, int count)
{
    for (int done = 0; done < count; done++)
        *at++ = what;
    return at;
}

static char *put_digits(char *at, const char *digits, int count)
{
    memcpy(at, digits, (gsize)count);
    return at + count;
}

static void write_plain(const RkDigits *digits, char *at)
{
    int whole = digits->exponent + 1;
    if (whole <= 0) {
        *at++ = '0';
        *at++ = '.';
        at = put_repeated(at, '0', -whole);
        at = put_digits(at, digits->digits, digits->count);
    } else if (digits->count <= whole) {
        at = put_digits(at, digits->digits, digits->count);
        at = put_repeated(at, '0', whole - digits->count);
    } else {
        at = put_digits(at, digits->digits, whole);
        *at++ = '.';
        at = put_digits(at, digits->digits + whole, digits->count - whole);
    }
    *at = '\0';
}

static void write_scientific(const RkDigits *digits, char *at)
{
    *at++ = digits->digits[0];
    if (digits->count > 1) {
        *at++ = '.';
        at = put_digits(at, digits->digits + 1, digits->count - 1);
    }
    g_snprintf(at, 8, "e%+d", digits->exponent);
}

const char *rk_number_shortest(double value, char buffer[RK_NUMBER_BUFFER])
{
    if (!isfinite(value))
        return write_special(value, buffer);
    RkDigits digits;
    rk_digits_shortest(fabs(value), &digits);
    char *at = buffer;
    if (value < 0)
        *at++ = '-';
    if (digits.exponent > LARGEST_PLAIN_EXPONENT || digits.exponent < SMALLEST_PLAIN_EXPONENT)
        write_scientific(&digits, at);
    else
        write_plain(&digits, at);
    return buffer;
}

static char *put_integer(char *at, guint64 integer, guint width)
{
    char reversed[24];
    guint count = 0;
    do {
        reversed[count++] = (char)('0' + integer % 10);
        integer /= 10;
    } while (integer > 0 || count < width);
    while (count > 0)
        *at++ = reversed[--count];
    return at;
}

/* magnitude × scale to the nearest integer, half-way cases up, judged on the exact product. */
static guint64 round_product(double magnitude, double scale, double product)
{
    double whole = floor(product);
    double rest = product - whole;
    if (rest > 0.5 || (rest == 0.5 && fma(magnitude, scale, -product) >= 0))
        whole += 1;
    return (guint64)whole;
}

/* Magnitudes from 4.5e15 / 10^decimals to 1e21. */
static void trim_large(double magnitude, guint decimals, char *at)
{
    g_autofree char *fixed = rk_digits_fixed(magnitude, (int)decimals);
    gsize length = strlen(fixed);
    if (strchr(fixed, '.') != NULL) {
        while (fixed[length - 1] == '0')
            length--;
        if (fixed[length - 1] == '.')
            length--;
    }
    memcpy(at, fixed, length);
    at[length] = '\0';
}

static char *put_fraction(char *at, guint64 fraction, guint decimals)
{
    while (fraction % 10 == 0) {
        fraction /= 10;
        decimals--;
    }
    *at++ = '.';
    return put_integer(at, fraction, decimals);
}

const char *rk_number_trimmed(double value, guint decimals, char buffer[RK_NUMBER_BUFFER])
{
    static const guint64 scales[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    double magnitude = fabs(value);
    if (!(magnitude < 1e21))
        return rk_number_shortest(value, buffer);
    decimals = MIN(decimals, (guint)G_N_ELEMENTS(scales) - 1);
    double scale = (double)scales[decimals];
    double product = magnitude * scale;
    char *at = buffer;
    if (product >= EXACT_HALVES) {
        if (value < 0)
            *at++ = '-';
        trim_large(magnitude, decimals, at);
        return buffer;
    }
    guint64 rounded = round_product(magnitude, scale, product);
    if (value < 0 && rounded > 0)
        *at++ = '-';
    at = put_integer(at, rounded / scales[decimals], 1);
    guint64 fraction = rounded % scales[decimals];
    if (fraction > 0)
        at = put_fraction(at, fraction, decimals);
    *at = '\0';
    return buffer;
}

/* Digits from the first that is no zero on, up to what is neither digit nor mark, without the zeros at the end. */
static gsize significant(const char *text, gsize length, char *digits, gsize most)
{
    gsize count = 0;
    for (gsize at = 0; at < length && count < most && (g_ascii_isdigit(text[at]) || text[at] == '.' || text[at] == ',');
         at++)
        if (g_ascii_isdigit(text[at]) && (count > 0 || text[at] != '0'))
            digits[count++] = text[at];
    while (count > 0 && digits[count - 1] == '0')
        count--;
    return count;
}

gboolean rk_number_loses_digits(const char *text, gsize length, double value)
{
    char buffer[RK_NUMBER_BUFFER], read[64], written[64];
    gsize sign = length > 0 && (*text == '-' || *text == '+') ? 1 : 0;
    if (length - sign <= EXACT_DIGITS)
        return FALSE;
    /* A number with a fraction is rounded like any other measure, unless not even its whole part can be held. */
    gboolean large = fabs(value) >= (double)((guint64)1 << 53);
    for (gsize at = sign; at < length; at++)
        if (!g_ascii_isdigit(text[at]) && !(large && (text[at] == '.' || text[at] == ',')))
            return FALSE;
    const char *again = rk_number_shortest(fabs(value), buffer);
    gsize count = significant(text + sign, length - sign, read, sizeof read);
    return count != significant(again, strlen(again), written, sizeof written) || memcmp(read, written, count) != 0;
}

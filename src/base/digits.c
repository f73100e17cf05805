/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digits of doubles: shortest, and rounded to a count. The C library's exact conversion does the work (through GLib,
 * because printf follows the host's locale); what is added is the search for the fewest digits and ties away from zero,
 * which the C library rounds to even.
 */
#include "base/number-private.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXACT_POWERS 22

static const double powers[EXACT_POWERS + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static void strip_zeros(RkDigits *digits)
{
    while (digits->count > 1 && digits->digits[digits->count - 1] == '0')
        digits->count--;
    digits->digits[digits->count] = '\0';
}

/* The digits of integer × 10^-decimals. */
static void digits_of_integer(guint64 integer, int decimals, RkDigits *digits)
{
    char reversed[24];
    int count = 0;
    do {
        reversed[count++] = (char)('0' + integer % 10);
        integer /= 10;
    } while (integer > 0);
    for (int at = 0; at < count; at++)
        digits->digits[at] = reversed[count - 1 - at];
    digits->count = count;
    digits->exponent = count - 1 - decimals;
    strip_zeros(digits);
}

/* Figures of statistics have few decimals: integer / 10^decimals with both exact is one correctly rounded division, so
 * equality proves that these digits read back. Below 10^15 no two candidates compete. */
static gboolean few_decimals(double value, RkDigits *digits)
{
    for (int decimals = 0; decimals <= EXACT_POWERS; decimals++) {
        double scaled = value * powers[decimals];
        if (scaled >= 1e15)
            return FALSE;
        double integer = rint(scaled);
        if (integer / powers[decimals] == value) {
            digits_of_integer((guint64)integer, decimals, digits);
            return TRUE;
        }
    }
    return FALSE;
}

/* d.ddde±xx from the C library, correctly rounded with ties to even. */
static void print_digits(double value, int count, RkDigits *digits)
{
    char format[16];
    char text[G_ASCII_DTOSTR_BUF_SIZE + 16];
    g_snprintf(format, sizeof format, "%%.%de", count - 1);
    g_ascii_formatd(text, sizeof text, format, value);
    digits->count = 0;
    const char *at = text;
    for (; *at != '\0' && *at != 'e'; at++) {
        if (*at != '.')
            digits->digits[digits->count++] = *at;
    }
    digits->digits[digits->count] = '\0';
    digits->exponent = *at == 'e' ? atoi(at + 1) : 0;
}

static gboolean reads_back(const RkDigits *digits, double value)
{
    char text[sizeof digits->digits + 16];
    g_snprintf(text, sizeof text, "%c.%se%d", digits->digits[0], digits->digits + 1, digits->exponent);
    return g_ascii_strtod(text, NULL) == value;
}

/* A power of two has more room above than below: the next digits up may read back where the nearest do not. */
static gboolean next_reads_back(RkDigits *digits, double value)
{
    int exponent;
    char *last = &digits->digits[digits->count - 1];
    if (frexp(value, &exponent) != 0.5 || *last == '9')
        return FALSE;
    (*last)++;
    if (reads_back(digits, value))
        return TRUE;
    (*last)--;
    return FALSE;
}

void rk_digits_shortest(double value, RkDigits *digits)
{
    if (few_decimals(value, digits))
        return;
    /* Fifteen digits always survive in normal numbers; subnormal ones may need only one. */
    for (int count = value < 2.3e-308 ? 1 : 15; count < 17; count++) {
        print_digits(value, count, digits);
        if (reads_back(digits, value) || next_reads_back(digits, value)) {
            strip_zeros(digits);
            return;
        }
    }
    print_digits(value, 17, digits);
    strip_zeros(digits);
}

/* TRUE when `value` lies exactly half-way between two neighbours with that many decimals: value × 10^decimals is an odd
 * number of halves. As a double is n × 2^k, that is so only if value × 2^(decimals + 1) is odd. For tens, hundreds … as
 * units (negative `decimals`) the remainder says it; beyond 10^22 no double is half-way. */
static gboolean is_tie(double value, int decimals)
{
    if (decimals >= 0)
        return fmod(ldexp(value, decimals + 1), 2) == 1;
    if (-decimals > EXACT_POWERS)
        return FALSE;
    return fmod(value, powers[-decimals]) == powers[-decimals] / 2;
}

/* Adds one to the last of the digits in `text`, which may have a point. TRUE when a digit 1 has to go in front. */
static gboolean increment(char *text)
{
    for (gsize at = strlen(text); at > 0; at--) {
        char *digit = &text[at - 1];
        if (*digit == '.')
            continue;
        if (*digit != '9') {
            (*digit)++;
            return FALSE;
        }
        *digit = '0';
    }
    return TRUE;
}

void rk_digits_rounded(double value, int count, RkDigits *digits)
{
    print_digits(value, 17, digits);
    gboolean tie = value > 0 && is_tie(value, count - 1 - digits->exponent);
    print_digits(value, tie ? count + 1 : count, digits);
    if (!tie)
        return;
    digits->digits[--digits->count] = '\0';
    if (increment(digits->digits)) {
        digits->digits[0] = '1';
        digits->exponent++;
    }
}

char *rk_digits_fixed(double value, int decimals)
{
    char buffer[64];
    char format[16];
    if (value >= 1e21)
        return g_strdup(rk_number_shortest(value, buffer));
    gboolean tie = value > 0 && is_tie(value, decimals);
    g_snprintf(format, sizeof format, "%%.%df", tie ? decimals + 1 : decimals);
    g_ascii_formatd(buffer, sizeof buffer, format, value);
    if (!tie)
        return g_strdup(buffer);
    /* The last digit is the 5 of the tie; without decimals the point goes too. */
    buffer[strlen(buffer) - (decimals == 0 ? 2 : 1)] = '\0';
    return increment(buffer) ? g_strconcat("1", buffer, NULL) : g_strdup(buffer);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types of d3-format: each turns a magnitude into digits, a point and perhaps an exponent, in plain ASCII. Sign,
 * locale and padding come later. Rounding is from the exact binary value, ties away from zero, as JavaScript does.
 */
#include "base/format-private.h"
#include "base/number-private.h"

#include <math.h>
#include <string.h>

static void append_zeros(GString *text, int count)
{
    for (int done = 0; done < count; done++)
        g_string_append_c(text, '0');
}

static void append_shortest(GString *text, double magnitude)
{
    char buffer[RK_NUMBER_BUFFER];
    g_string_append(text, rk_number_shortest(magnitude, buffer));
}

/* Digits with the point behind the first `whole` of them; zeros fill what is missing on either side. */
static void append_pointed(GString *text, const RkDigits *digits, int whole)
{
    if (whole <= 0) {
        g_string_append(text, "0.");
        append_zeros(text, -whole);
        g_string_append(text, digits->digits);
    } else if (digits->count <= whole) {
        g_string_append(text, digits->digits);
        append_zeros(text, whole - digits->count);
    } else {
        g_string_append_len(text, digits->digits, whole);
        g_string_append_c(text, '.');
        g_string_append(text, digits->digits + whole);
    }
}

static void append_scientific(GString *text, const RkDigits *digits)
{
    g_string_append_c(text, digits->digits[0]);
    if (digits->count > 1)
        g_string_append_printf(text, ".%s", digits->digits + 1);
    g_string_append_printf(text, "e%+d", digits->exponent);
}

static void fixed(double magnitude, int precision, RkFormatted *out)
{
    if (!isfinite(magnitude)) {
        append_shortest(out->text, magnitude);
        return;
    }
    g_autofree char *digits = rk_digits_fixed(magnitude, precision);
    g_string_append(out->text, digits);
}

static void percent_fixed(double magnitude, int precision, RkFormatted *out)
{
    fixed(magnitude * 100, precision, out);
}

static void scientific(double magnitude, int precision, RkFormatted *out)
{
    RkDigits digits;
    if (!isfinite(magnitude)) {
        append_shortest(out->text, magnitude);
        return;
    }
    rk_digits_rounded(magnitude, precision + 1, &digits);
    append_scientific(out->text, &digits);
}

static void general(double magnitude, int precision, RkFormatted *out)
{
    RkDigits digits;
    if (!isfinite(magnitude)) {
        append_shortest(out->text, magnitude);
        return;
    }
    rk_digits_rounded(magnitude, precision, &digits);
    if (digits.exponent < -6 || digits.exponent >= precision)
        append_scientific(out->text, &digits);
    else
        append_pointed(out->text, &digits, digits.exponent + 1);
}

static void rounded(double magnitude, int precision, RkFormatted *out)
{
    RkDigits digits;
    if (!isfinite(magnitude) || magnitude == 0) {
        append_shortest(out->text, magnitude);
        return;
    }
    rk_digits_rounded(magnitude, precision, &digits);
    append_pointed(out->text, &digits, digits.exponent + 1);
}

static void percent_rounded(double magnitude, int precision, RkFormatted *out)
{
    rounded(magnitude * 100, precision, out);
}

const char *rk_si_prefix(int exponent, int *thousands)
{
    static const char *const prefixes[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                           "k", "M", "G", "T", "P", "E", "Z", "Y"};
    *thousands = CLAMP((int)floor(exponent / 3.0), -8, 8);
    return prefixes[*thousands + 8];
}

static void si_prefixed(double magnitude, int precision, RkFormatted *out)
{
    int thousands;
    RkDigits digits;
    if (!isfinite(magnitude) || magnitude == 0) {
        general(magnitude, precision, out);
        return;
    }
    rk_digits_rounded(magnitude, precision, &digits);
    out->suffix = rk_si_prefix(digits.exponent, &thousands);
    int whole = digits.exponent - thousands * 3 + 1;
    if (whole <= 0) {
        /* Below the smallest prefix the zeros behind the point use up precision. */
        int left = precision + whole - 1;
        if (left > 0)
            rk_digits_rounded(magnitude, left, &digits);
        else
            rk_digits_shortest(magnitude, &digits);
    }
    append_pointed(out->text, &digits, whole);
}

/* All digits of an integer, beyond 1e21 too; those that a double does not hold are zeros. */
static void integer(double magnitude, int precision, RkFormatted *out)
{
    (void)precision;
    RkDigits digits;
    double whole = round(magnitude);
    if (!isfinite(whole)) {
        append_shortest(out->text, whole);
        return;
    }
    rk_digits_shortest(whole, &digits);
    append_pointed(out->text, &digits, digits.exponent + 1);
}

static void append_in_base(double magnitude, double base, const char *numerals, GString *text)
{
    double left = round(magnitude);
    if (!isfinite(left)) {
        append_shortest(text, left);
        return;
    }
    /* Exact: the base is a power of two. */
    do {
        g_string_append_c(text, numerals[(int)fmod(left, base)]);
        left = floor(left / base);
    } while (left > 0);
    g_strreverse(text->str);
}

static void binary(double magnitude, int precision, RkFormatted *out)
{
    (void)precision;
    append_in_base(magnitude, 2, "01", out->text);
}

static void octal(double magnitude, int precision, RkFormatted *out)
{
    (void)precision;
    append_in_base(magnitude, 8, "01234567", out->text);
}

static void hexadecimal(double magnitude, int precision, RkFormatted *out)
{
    (void)precision;
    append_in_base(magnitude, 16, "0123456789abcdef", out->text);
}

static void upper_hexadecimal(double magnitude, int precision, RkFormatted *out)
{
    (void)precision;
    append_in_base(magnitude, 16, "0123456789ABCDEF", out->text);
}

static void verbatim(double value, int precision, RkFormatted *out)
{
    (void)precision;
    append_shortest(out->text, value);
}

const RkNumberType *rk_number_type_find(char letter)
{
    static const RkNumberType types[] = {
        {'e', scientific, FALSE, TRUE, FALSE},    {'f', fixed, FALSE, TRUE, FALSE},
        {'g', general, TRUE, TRUE, FALSE},        {'r', rounded, TRUE, TRUE, FALSE},
        {'s', si_prefixed, TRUE, TRUE, FALSE},    {'%', percent_fixed, FALSE, TRUE, TRUE},
        {'p', percent_rounded, TRUE, TRUE, TRUE}, {'b', binary, FALSE, FALSE, FALSE},
        {'o', octal, FALSE, FALSE, FALSE},        {'d', integer, FALSE, TRUE, FALSE},
        {'x', hexadecimal, FALSE, FALSE, FALSE},  {'X', upper_hexadecimal, FALSE, FALSE, FALSE},
        {'c', verbatim, FALSE, FALSE, FALSE},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(types); at++) {
        if (types[at].letter == letter)
            return &types[at];
    }
    return NULL;
}

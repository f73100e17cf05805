/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers from text and to text, the same on every machine: the locale of the host is never asked. Patterns for people
 * (thousands, percent, d3-format) are base/format.h.
 */
#ifndef RK_BASE_NUMBER_H
#define RK_BASE_NUMBER_H

#include "base/macros.h"

G_BEGIN_DECLS

/** How numbers are written in a file. */
typedef struct {
    char decimal; /**< '.' or ',' */
    char group;   /**< thousands separator that may stand between digits, 0 for none */
} RkNumberSyntax;

#define RK_NUMBER_SYNTAX_PLAIN ((RkNumberSyntax){'.', 0})

/** A buffer that every writer of this file fits into, with its final NUL. */
#define RK_NUMBER_BUFFER 40

/**
 * Reads the whole of `text` (length bytes, no surrounding space) as a decimal number with optional sign, fraction and
 * exponent. Correctly rounded; "-0" gives 0. FALSE when it is anything else, also for "NaN", "inf", hexadecimal and
 * overflow, and when group separators do not divide the whole part into threes: "1,5" must never become 15.
 */
RK_API gboolean rk_number_parse(const char *text, gsize length, RkNumberSyntax syntax, double *value);

/** TRUE when `text`, which rk_number_parse() reads as `value`, is a whole number, or one with a fraction above 2^53,
 * written with digits that come out as others when the value is written again: "9007199254740993" would be
 * 9007199254740992, "12345678901234567890.5" 12345678901234567000. */
RK_API gboolean rk_number_loses_digits(const char *text, gsize length, double value);

/** The shortest text that reads back as the same double: "0.1", "1e+21" (exponents from 1e21 and below 1e-6), "-0" as
 * "0". "NaN" for a missing value. */
RK_API const char *rk_number_shortest(double value, char buffer[RK_NUMBER_BUFFER]);

/** Rounded to at most `decimals` (0–9) digits after the point, trailing zeros dropped: for coordinates. */
RK_API const char *rk_number_trimmed(double value, guint decimals, char buffer[RK_NUMBER_BUFFER]);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digits of a double, for the writers of this folder. All of them take finite values that are not negative.
 */
#ifndef RK_BASE_NUMBER_PRIVATE_H
#define RK_BASE_NUMBER_PRIVATE_H

#include "base/number.h"

G_BEGIN_DECLS

/* Significant digits "d.ddd × 10^exponent" without the point. */
typedef struct {
    char digits[32];
    int count;
    int exponent;
} RkDigits;

/* The fewest digits that read back as `value`; of those the nearest. "0" for zero. */
void rk_digits_shortest(double value, RkDigits *digits);
/* Exactly `count` (1–21) digits, rounded from the exact binary value, ties away from zero. */
void rk_digits_rounded(double value, int count, RkDigits *digits);
/* With `decimals` (0–20) digits after the point, rounded likewise. Shortest, with exponent, from 1e21. Free with
 * g_free(). */
char *rk_digits_fixed(double value, int decimals);

G_END_DECLS

#endif

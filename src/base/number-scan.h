/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain numbers at the head of a text, for readers of tables. Whatever is not plain is base/number.h.
 */
#ifndef RK_BASE_NUMBER_SCAN_H
#define RK_BASE_NUMBER_SCAN_H

#include "base/macros.h"

G_BEGIN_DECLS

/**
 * Reads the number that begins at `text`, when it is written as rk_number_shortest() writes it, with at most 15 digits
 * and without exponent, or so with more zeros behind the point. Returns the bytes it takes, 0 for all else, also for
 * numbers that rk_number_parse() would read. `decimals` is how many digits stand behind the point where the last of
 * them is such a zero, 0 where none is. What follows the number is the caller's to judge.
 */
gsize rk_number_scan(const char *text, const char *end, char decimal, double *value, guint *decimals);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers for pairs of a number and a value, in the order of their first coming. An open table of its own, because
 * GHashTable would keep an allocated key for every pair and take five times as long on a million rows.
 */
#ifndef RK_TRANSFORM_PAIR_BOOK_H
#define RK_TRANSFORM_PAIR_BOOK_H

#include "table/table.h"

typedef struct {
    guint64 *values;
    guint32 *firsts;
    guint32 *ids; /**< 1 + number, 0 where free */
    guint32 mask;
    guint32 count;
} RkPairBook;

void rk_pair_book_init(RkPairBook *book);
void rk_pair_book_clear(RkPairBook *book);
/** The number of a pair; count of those before when it is new. */
guint32 rk_pair_book_number(RkPairBook *book, guint32 first, guint64 value);

/** The values of a column as bits that are equal when the values are, text as codes of its dictionary; one missing
 * value and one zero. Free with g_free(). */
guint64 *rk_column_bits(const RkColumn *column);

#endif

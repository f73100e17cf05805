/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Row numbers of one column in the order of its values, by a radix sort of the bits of the doubles: a comparison sort
 * of hundreds of columns would take longer than everything that follows.
 */
#include <string.h>

#include "stats/matrix-private.h"

typedef struct {
    guint64 key;
    guint32 row;
} Item;

#define DIGIT_BITS 8
#define DIGITS 8

gsize rk_matrix_sort_scratch(gsize rows)
{
    return 2 * rows * sizeof(Item);
}

/* Whole numbers in the order of the doubles; both zeros are one value. */
static guint64 key_of(double value)
{
    guint64 bits;
    value += 0.0;
    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | G_GUINT64_CONSTANT(1) << 63;
}

/* One pass by one digit; FALSE when all rows have the same one and nothing moves. */
static gboolean pass(const Item *from, Item *to, gsize rows, const guint32 *counts, guint digit)
{
    guint32 starts[1 << DIGIT_BITS], sum = 0;
    guint shift = digit * DIGIT_BITS, mask = (1u << DIGIT_BITS) - 1;
    if (counts[(from[0].key >> shift) & mask] == rows)
        return FALSE;
    for (guint i = 0; i <= mask; i++) {
        starts[i] = sum;
        sum += counts[i];
    }
    for (gsize i = 0; i < rows; i++)
        to[starts[(from[i].key >> shift) & mask]++] = from[i];
    return TRUE;
}

void rk_matrix_sort(const double *column, gsize rows, guint32 *order, guint32 *group, gpointer scratch)
{
    guint32 counts[DIGITS][1 << DIGIT_BITS] = {{0}};
    Item *from = scratch, *to = from + rows;
    for (gsize i = 0; i < rows; i++) {
        from[i] = (Item){key_of(column[i]), (guint32)i};
        for (guint digit = 0; digit < DIGITS; digit++)
            counts[digit][(from[i].key >> (digit * DIGIT_BITS)) & ((1u << DIGIT_BITS) - 1)]++;
    }
    for (guint digit = 0; digit < DIGITS && rows > 0; digit++) {
        if (!pass(from, to, rows, counts[digit], digit))
            continue;
        Item *swap = from;
        from = to;
        to = swap;
    }
    guint32 number = 0;
    for (gsize i = 0; i < rows; i++) {
        number += i > 0 && from[i].key != from[i - 1].key;
        order[i] = from[i].row;
        group[i] = number;
    }
}

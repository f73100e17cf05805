/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hash table of pairs. It grows when half of it is full and never gives numbers back.
 */
#include "transform/pair-book.h"

#include <math.h>
#include <string.h>

#define FIRST_CAPACITY 1024u

static void reserve(RkPairBook *book, guint32 capacity)
{
    book->mask = capacity - 1;
    book->count = 0;
    book->values = g_new(guint64, capacity);
    book->firsts = g_new(guint32, capacity);
    book->ids = g_new0(guint32, capacity);
}

void rk_pair_book_init(RkPairBook *book)
{
    reserve(book, FIRST_CAPACITY);
}

void rk_pair_book_clear(RkPairBook *book)
{
    g_clear_pointer(&book->values, g_free);
    g_clear_pointer(&book->firsts, g_free);
    g_clear_pointer(&book->ids, g_free);
}

static guint32 hash_pair(guint32 first, guint64 value)
{
    guint64 hash = (value ^ ((guint64)first << 32 | first)) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    hash = (hash ^ (hash >> 29)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    return (guint32)(hash >> 32);
}

static guint32 slot_of(const RkPairBook *book, guint32 first, guint64 value)
{
    guint32 slot = hash_pair(first, value) & book->mask;
    while (book->ids[slot] != 0 && (book->values[slot] != value || book->firsts[slot] != first))
        slot = (slot + 1) & book->mask;
    return slot;
}

static void grow(RkPairBook *book)
{
    RkPairBook larger;
    reserve(&larger, (book->mask + 1) * 2);
    larger.count = book->count;
    for (guint32 i = 0; i <= book->mask; i++) {
        if (book->ids[i] == 0)
            continue;
        guint32 slot = slot_of(&larger, book->firsts[i], book->values[i]);
        larger.values[slot] = book->values[i];
        larger.firsts[slot] = book->firsts[i];
        larger.ids[slot] = book->ids[i];
    }
    rk_pair_book_clear(book);
    *book = larger;
}

guint32 rk_pair_book_number(RkPairBook *book, guint32 first, guint64 value)
{
    guint32 slot = slot_of(book, first, value);
    if (book->ids[slot] != 0)
        return book->ids[slot] - 1;
    book->values[slot] = value;
    book->firsts[slot] = first;
    book->ids[slot] = ++book->count;
    guint32 number = book->count - 1;
    if (book->count > book->mask / 2)
        grow(book);
    return number;
}

static guint64 bits_of(double value)
{
    guint64 bits;
    if (isnan(value))
        return G_MAXUINT64;
    value = value == 0 ? 0 : value;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

guint64 *rk_column_bits(const RkColumn *column)
{
    gsize rows = rk_column_length(column);
    const double *numbers = rk_column_numbers(column);
    const guint32 *codes = rk_column_codes(column);
    const guint8 *booleans = rk_column_booleans(column);
    guint64 *bits = g_new(guint64, rows);
    for (gsize row = 0; row < rows; row++)
        bits[row] = numbers != NULL ? bits_of(numbers[row]) : codes != NULL ? codes[row] : booleans[row];
    return bits;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of rows by the values of columns, without making a key of text for any row: columns are folded in one after
 * the other, each row's group so far and its value in the next column giving the number of its group.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

/** Numbers for pairs, in the order of their first coming. An open table of its own, because GHashTable would keep an
 * allocated key for every pair and take five times as long on a million rows. */
typedef struct {
    guint64 *values;
    guint32 *groups; /**< the group before */
    guint32 *ids;    /**< 1 + number, 0 where free */
    guint32 mask;
    guint32 count;
} Pairs;

static void pairs_init(Pairs *pairs, guint32 capacity)
{
    pairs->mask = capacity - 1;
    pairs->count = 0;
    pairs->values = g_new(guint64, capacity);
    pairs->groups = g_new(guint32, capacity);
    pairs->ids = g_new0(guint32, capacity);
}

static void pairs_clear(Pairs *pairs)
{
    g_free(pairs->values);
    g_free(pairs->groups);
    g_free(pairs->ids);
}

static guint32 hash_pair(guint32 group, guint64 value)
{
    guint64 hash = (value ^ ((guint64)group << 32 | group)) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    hash = (hash ^ (hash >> 29)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    return (guint32)(hash >> 32);
}

static guint32 pairs_slot(const Pairs *pairs, guint32 group, guint64 value)
{
    guint32 slot = hash_pair(group, value) & pairs->mask;
    while (pairs->ids[slot] != 0 && (pairs->values[slot] != value || pairs->groups[slot] != group))
        slot = (slot + 1) & pairs->mask;
    return slot;
}

static void pairs_grow(Pairs *pairs)
{
    Pairs larger;
    pairs_init(&larger, (pairs->mask + 1) * 2);
    larger.count = pairs->count;
    for (guint32 i = 0; i <= pairs->mask; i++) {
        if (pairs->ids[i] == 0)
            continue;
        guint32 slot = pairs_slot(&larger, pairs->groups[i], pairs->values[i]);
        larger.values[slot] = pairs->values[i];
        larger.groups[slot] = pairs->groups[i];
        larger.ids[slot] = pairs->ids[i];
    }
    pairs_clear(pairs);
    *pairs = larger;
}

static guint32 pairs_number(Pairs *pairs, guint32 group, guint64 value)
{
    guint32 slot = pairs_slot(pairs, group, value);
    if (pairs->ids[slot] != 0)
        return pairs->ids[slot] - 1;
    pairs->values[slot] = value;
    pairs->groups[slot] = group;
    pairs->ids[slot] = ++pairs->count;
    guint32 number = pairs->count - 1;
    if (pairs->count > pairs->mask / 2)
        pairs_grow(pairs);
    return number;
}

static guint64 bits_of(double value)
{
    guint64 bits;
    /* One missing value, one zero. */
    if (isnan(value))
        return G_MAXUINT64;
    value = value == 0 ? 0 : value;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/** The values of a column as bits that are equal when the values are; free with g_free(). */
static guint64 *bits_of_column(const RkColumn *column)
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

static void fold_hashed(RkGroups *groups, const RkColumn *column)
{
    Pairs pairs;
    g_autofree guint64 *bits = bits_of_column(column);
    pairs_init(&pairs, 1024);
    for (gsize row = 0; row < groups->rows; row++)
        groups->of_row[row] = pairs_number(&pairs, groups->of_row[row], bits[row]);
    groups->count = pairs.count;
    pairs_clear(&pairs);
}

/** Text with few words: a plain table of all pairs. */
static void fold_words(RkGroups *groups, const RkColumn *column)
{
    const guint32 *codes = rk_column_codes(column);
    gsize words = (gsize)rk_column_words(column) + 1;
    g_autofree guint32 *numbers = g_new0(guint32, groups->count * words);
    guint32 count = 0;
    for (gsize row = 0; row < groups->rows; row++) {
        guint32 *number = &numbers[groups->of_row[row] * words + MIN(codes[row], words - 1)];
        if (*number == 0)
            *number = ++count;
        groups->of_row[row] = *number - 1;
    }
    groups->count = count;
}

/** Periods of different frequencies may begin at the same moment, and are not the same. */
static void fold_frequencies(RkGroups *groups, const RkColumn *column)
{
    Pairs pairs;
    const guint8 *frequencies = rk_column_frequencies(column);
    pairs_init(&pairs, 1024);
    for (gsize row = 0; row < groups->rows; row++)
        groups->of_row[row] =
            pairs_number(&pairs, groups->of_row[row], rk_column_is_missing(column, row) ? 0 : frequencies[row]);
    groups->count = pairs.count;
    pairs_clear(&pairs);
}

static void list_members(RkGroups *groups)
{
    groups->starts = g_new0(guint32, (gsize)groups->count + 2);
    groups->members = g_new(guint32, groups->rows);
    /* Counted one place further on, so that filling moves each start to where it belongs. */
    for (gsize row = 0; row < groups->rows; row++)
        groups->starts[groups->of_row[row] + 2]++;
    for (guint32 group = 2; group <= groups->count; group++)
        groups->starts[group] += groups->starts[group - 1];
    for (gsize row = 0; row < groups->rows; row++)
        groups->members[groups->starts[groups->of_row[row] + 1]++] = (guint32)row;
}

RkGroups *rk_groups_new(const RkColumn *const *keys, guint count, gsize rows)
{
    RkGroups *groups = g_new0(RkGroups, 1);
    groups->rows = rows;
    groups->of_row = g_new0(guint32, rows);
    groups->count = 1;
    for (guint i = 0; i < count; i++) {
        gsize table = groups->count * ((gsize)rk_column_words(keys[i]) + 1);
        if (rk_column_type(keys[i]) == RK_COLUMN_TEXT && table <= MAX(rows, 4096))
            fold_words(groups, keys[i]);
        else
            fold_hashed(groups, keys[i]);
        if (rk_column_frequencies(keys[i]) != NULL)
            fold_frequencies(groups, keys[i]);
    }
    list_members(groups);
    return groups;
}

RkGroups *rk_groups_of_option(const RkValue *groupby, const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) keys = rk_option_keys(groupby, table, error);
    if (keys == NULL)
        return NULL;
    return rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(table));
}

void rk_groups_free(RkGroups *groups)
{
    if (groups == NULL)
        return;
    g_free(groups->of_row);
    g_free(groups->starts);
    g_free(groups->members);
    g_free(groups);
}

guint32 *rk_groups_first(const RkGroups *groups)
{
    guint32 *first = g_new(guint32, groups->count);
    for (guint32 group = 0; group < groups->count; group++)
        first[group] =
            groups->starts[group] < groups->starts[group + 1] ? groups->members[groups->starts[group]] : G_MAXUINT32;
    return first;
}

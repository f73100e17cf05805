/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of pairs a key, as in groups.c, that is kept from piece to piece; words go by common numbers.
 */
#include "transform/grouping.h"

#include "transform/pair-book.h"
#include "transform/wordbook.h"

typedef struct {
    RkDictionary *words;
    RkPairBook values;
    RkPairBook frequencies; /* of times: periods of different frequencies may begin at the same moment */
} Key;

struct RkGrouping {
    guint key_count;
    Key *keys;
    guint32 count;
};

RkGrouping *rk_grouping_new(guint keys)
{
    RkGrouping *grouping = g_new0(RkGrouping, 1);
    grouping->key_count = keys;
    grouping->keys = g_new0(Key, MAX(keys, 1));
    grouping->count = keys == 0;
    for (guint i = 0; i < keys; i++) {
        grouping->keys[i].words = rk_dictionary_new();
        rk_pair_book_init(&grouping->keys[i].values);
        rk_pair_book_init(&grouping->keys[i].frequencies);
    }
    return grouping;
}

void rk_grouping_free(RkGrouping *grouping)
{
    if (grouping == NULL)
        return;
    for (guint i = 0; i < grouping->key_count; i++) {
        rk_dictionary_unref(grouping->keys[i].words);
        rk_pair_book_clear(&grouping->keys[i].values);
        rk_pair_book_clear(&grouping->keys[i].frequencies);
    }
    g_free(grouping->keys);
    g_free(grouping);
}

guint32 rk_grouping_count(const RkGrouping *grouping)
{
    return grouping->count;
}

static void fold_words(Key *key, const RkColumn *column, guint32 *groups, gsize rows)
{
    g_autofree guint32 *numbers = rk_wordbook_numbers(key->words, column);
    for (gsize row = 0; row < rows; row++)
        groups[row] = rk_pair_book_number(&key->values, groups[row], numbers[row]);
}

static void fold_values(Key *key, const RkColumn *column, guint32 *groups, gsize rows)
{
    g_autofree guint64 *bits = rk_column_bits(column);
    for (gsize row = 0; row < rows; row++)
        groups[row] = rk_pair_book_number(&key->values, groups[row], bits[row]);
}

static void fold_frequencies(Key *key, const RkColumn *column, guint32 *groups, gsize rows)
{
    for (gsize row = 0; row < rows; row++) {
        guint frequency = rk_column_is_missing(column, row) ? 0 : rk_column_frequency_at(column, row);
        groups[row] = rk_pair_book_number(&key->frequencies, groups[row], frequency);
    }
}

guint32 *rk_grouping_add(RkGrouping *grouping, const RkColumn *const *keys, gsize rows)
{
    guint32 *groups = g_new0(guint32, MAX(rows, 1));
    for (guint i = 0; i < grouping->key_count; i++) {
        Key *key = &grouping->keys[i];
        RkColumnType type = rk_column_type(keys[i]);
        if (type == RK_COLUMN_TEXT)
            fold_words(key, keys[i], groups, rows);
        else
            fold_values(key, keys[i], groups, rows);
        if (type == RK_COLUMN_TIME)
            fold_frequencies(key, keys[i], groups, rows);
        grouping->count = type == RK_COLUMN_TIME ? key->frequencies.count : key->values.count;
    }
    return groups;
}

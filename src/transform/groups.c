/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups of rows by the values of columns, without making a key of text for any row: columns are folded in one after
 * the other, each row's group so far and its value in the next column giving the number of its group.
 */
#include "transform/pair-book.h"
#include "transform/transform-private.h"

static void fold_bits(RkGroups *groups, const guint64 *bits)
{
    RkPairBook book;
    rk_pair_book_init(&book);
    for (gsize row = 0; row < groups->rows; row++)
        groups->of_row[row] = rk_pair_book_number(&book, groups->of_row[row], bits[row]);
    groups->count = book.count;
    rk_pair_book_clear(&book);
}

static void fold_hashed(RkGroups *groups, const RkColumn *column)
{
    g_autofree guint64 *bits = rk_column_bits(column);
    fold_bits(groups, bits);
}

/** What aggregates makes its groups of what values are called: null and what is not there are two, and the text "null"
 * goes with null. */
static void fold_blanks(RkGroups *groups, const RkColumn *column)
{
    gboolean text = rk_column_codes(column) != NULL;
    guint64 words = text ? rk_column_words(column) : 0, called[RK_BLANK_NAN + 1];
    g_autofree guint64 *bits = g_new(guint64, MAX(groups->rows, 1));
    for (guint kind = 0; kind <= RK_BLANK_NAN; kind++) {
        called[kind] = words + MAX(kind, RK_BLANK_NULL);
        for (guint32 code = 0; code < words; code++)
            called[kind] = g_str_equal(rk_column_word(column, code), rk_blank_name(kind)) ? code : called[kind];
    }
    for (gsize row = 0; row < groups->rows; row++)
        bits[row] = rk_column_is_missing(column, row) ? called[rk_column_blank(column, row)]
                    : text                            ? rk_column_codes(column)[row]
                                                      : 0;
    fold_bits(groups, bits);
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
    RkPairBook book;
    const guint8 *frequencies = rk_column_frequencies(column);
    rk_pair_book_init(&book);
    for (gsize row = 0; row < groups->rows; row++)
        groups->of_row[row] =
            rk_pair_book_number(&book, groups->of_row[row], rk_column_is_missing(column, row) ? 0 : frequencies[row]);
    groups->count = book.count;
    rk_pair_book_clear(&book);
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

static RkGroups *groups_by(const RkColumn *const *keys, guint count, gsize rows, gboolean called)
{
    RkGroups *groups = g_new0(RkGroups, 1);
    groups->rows = rows;
    groups->of_row = g_new0(guint32, rows);
    groups->count = 1;
    for (guint i = 0; i < count; i++) {
        gsize table = groups->count * ((gsize)rk_column_words(keys[i]) + 1);
        gboolean text = rk_column_type(keys[i]) == RK_COLUMN_TEXT, blanks = called && rk_column_has_blanks(keys[i]);
        if (text && !blanks && table <= MAX(rows, 4096))
            fold_words(groups, keys[i]);
        else if (!text || !blanks)
            fold_hashed(groups, keys[i]);
        if (blanks)
            fold_blanks(groups, keys[i]);
        if (rk_column_frequencies(keys[i]) != NULL)
            fold_frequencies(groups, keys[i]);
    }
    list_members(groups);
    return groups;
}

RkGroups *rk_groups_new(const RkColumn *const *keys, guint count, gsize rows)
{
    return groups_by(keys, count, rows, FALSE);
}

RkGroups *rk_groups_new_called(const RkColumn *const *keys, guint count, gsize rows)
{
    return groups_by(keys, count, rows, TRUE);
}

RkGroups *rk_groups_called_of_option(const RkValue *groupby, const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) keys = rk_option_keys(groupby, table, error);
    if (keys == NULL)
        return NULL;
    return rk_groups_new_called((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(table));
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every word of a dictionary that a row uses is looked up once a column, so that rows cost no more than an index.
 */
#include "transform/wordbook.h"

#include <string.h>

struct RkWordbook {
    GHashTable *numbers; /* word → 1 + number; owns the words */
    GPtrArray *words;
};

RkWordbook *rk_wordbook_new(void)
{
    RkWordbook *book = g_new0(RkWordbook, 1);
    book->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    book->words = g_ptr_array_new();
    return book;
}

void rk_wordbook_free(RkWordbook *book)
{
    if (book == NULL)
        return;
    g_hash_table_unref(book->numbers);
    g_ptr_array_unref(book->words);
    g_free(book);
}

static guint32 look_up(RkWordbook *book, const char *word)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(book->numbers, word));
    if (number > 0)
        return number - 1;
    char *own = g_strdup(word);
    g_ptr_array_add(book->words, own);
    g_hash_table_insert(book->numbers, own, GUINT_TO_POINTER(book->words->len));
    return book->words->len - 1;
}

guint32 *rk_wordbook_numbers(RkWordbook *book, const RkColumn *column)
{
    gsize rows = rk_column_length(column), words = rk_column_words(column);
    const guint32 *codes = rk_column_codes(column);
    guint32 *numbers = g_new(guint32, MAX(rows, 1));
    g_autofree guint32 *known = g_new(guint32, words + 1);
    memset(known, 0xff, (words + 1) * sizeof *known);
    for (gsize row = 0; row < rows; row++) {
        guint32 code = codes[row];
        if (code != RK_TEXT_MISSING && known[code] == RK_TEXT_MISSING)
            known[code] = look_up(book, rk_column_word(column, code));
        numbers[row] = code == RK_TEXT_MISSING ? RK_TEXT_MISSING : known[code];
    }
    return numbers;
}

const char *rk_wordbook_word(const RkWordbook *book, guint32 number)
{
    return number == RK_TEXT_MISSING ? NULL : g_ptr_array_index(book->words, number);
}

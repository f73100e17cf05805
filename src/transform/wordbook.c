/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every word of a dictionary that a row uses is looked up once a column, so that rows cost no more than an index.
 */
#include "transform/wordbook.h"

#include <string.h>

guint32 *rk_wordbook_numbers(RkDictionary *book, const RkColumn *column)
{
    gsize rows = rk_column_length(column), words = rk_column_words(column);
    const guint32 *codes = rk_column_codes(column);
    guint32 *numbers = g_new(guint32, MAX(rows, 1));
    g_autofree guint32 *known = g_new(guint32, words + 1);
    memset(known, 0xff, (words + 1) * sizeof *known);
    for (gsize row = 0; row < rows; row++) {
        guint32 code = codes[row];
        if (code != RK_TEXT_MISSING && known[code] == RK_TEXT_MISSING) {
            const char *word = rk_column_word(column, code);
            known[code] = rk_dictionary_code(book, word, strlen(word));
        }
        numbers[row] = code == RK_TEXT_MISSING ? RK_TEXT_MISSING : known[code];
    }
    return numbers;
}

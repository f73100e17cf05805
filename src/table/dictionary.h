/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a text column, each kept once and known by a number. Only the files of this folder and the readers, who
 * collect words before they know a column's type, see it: the others ask the column. Words are never removed, and a
 * sealed dictionary is immutable, so that columns share it between threads.
 */
#ifndef RK_TABLE_DICTIONARY_H
#define RK_TABLE_DICTIONARY_H

#include "table/table.h"

G_BEGIN_DECLS

typedef struct {
    gatomicrefcount references;
    char *bytes; /* the words one after the other, each with its final NUL */
    gsize used;
    gsize reserved;
    gsize *offsets;  /* where each word starts, and one more: the end of the last */
    guint32 *hashes; /* NULL once sealed */
    guint32 count;
    guint32 capacity;
    guint32 *slots; /* code + 1, 0 where free; NULL once sealed */
    guint32 mask;
    guint64 keys[2];
    char **labels; /* what the data call each word; NULL: nothing, of all or of one */
} RkDictionary;

RkDictionary *rk_dictionary_new(void);
RkDictionary *rk_dictionary_ref(RkDictionary *dictionary);
void rk_dictionary_unref(RkDictionary *dictionary);

/* The code of a word, added when it is new; RK_TEXT_MISSING when RK_LIMIT_DICTIONARY is reached. */
guint32 rk_dictionary_code(RkDictionary *dictionary, const char *text, gsize length);

/* No more words will come: gives back what only looking up needs. */
void rk_dictionary_seal(RkDictionary *dictionary);

/* A text column that takes over `codes` (g_malloc'ed, length of them) and a reference of `words`. */
RkColumn *rk_column_new_words(const char *name, guint32 *codes, gsize length, RkDictionary *words);

static inline gsize rk_dictionary_length(const RkDictionary *dictionary, guint32 code)
{
    return dictionary->offsets[code + 1] - dictionary->offsets[code] - 1;
}

static inline const char *rk_dictionary_word(const RkDictionary *dictionary, guint32 code)
{
    return dictionary->bytes + dictionary->offsets[code];
}

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of several text columns under common numbers: each column has a dictionary of its own, and codes of two of them
 * cannot be compared.
 */
#ifndef RK_TRANSFORM_WORDBOOK_H
#define RK_TRANSFORM_WORDBOOK_H

#include "table/table.h"

typedef struct RkWordbook RkWordbook;

RkWordbook *rk_wordbook_new(void);
void rk_wordbook_free(RkWordbook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkWordbook, rk_wordbook_free)
/** The number of each row's word, RK_TEXT_MISSING for a missing one; words that are new get the next numbers. Free with
 * g_free(). */
guint32 *rk_wordbook_numbers(RkWordbook *book, const RkColumn *column);
/** The word of a number; NULL for RK_TEXT_MISSING. Borrowed. */
const char *rk_wordbook_word(const RkWordbook *book, guint32 number);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of several text columns under common numbers: each column has a dictionary of its own, and codes of two of them
 * cannot be compared.
 */
#ifndef RK_TRANSFORM_WORDBOOK_H
#define RK_TRANSFORM_WORDBOOK_H

#include "table/dictionary.h"

/** The number of each row's word in `book`, RK_TEXT_MISSING for a missing one; words that are new get the next numbers.
 * Free with g_free(). */
guint32 *rk_wordbook_numbers(RkDictionary *book, const RkColumn *column);

#endif

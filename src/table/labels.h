/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns that put the codes of another column in words. Files say so that have codes and labels; nothing is guessed.
 */
#ifndef RK_TABLE_LABELS_H
#define RK_TABLE_LABELS_H

#include "table/table.h"

G_BEGIN_DECLS

/** The name of the column whose codes a text column puts in words, one and the same for each code; NULL when it says
 * nothing of the kind. Borrowed. */
const char *rk_column_labelled(const RkColumn *column);
/** The same column, said to put the codes of the column `labelled` in words. A new reference; data are shared. */
RkColumn *rk_column_as_labels(const RkColumn *column, const char *labelled);

/** Lets the words of each column know what the column of its labels calls them, so that they are called so wherever
 * they go. A word with two labels has none. Only for the reader that has just made the columns: words are shared. */
void rk_labels_tie(RkColumn *const *columns, guint count);
/** What the data call a word of a text column; NULL when they do not say. Borrowed from the words. */
const char *rk_column_label(const RkColumn *column, guint32 word);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns out of columns that were read: words rewritten, two columns joined word by word, texts as periods. Work is
 * done once for each different word, not for each row.
 */
#ifndef RK_READ_RESHAPE_PRIVATE_H
#define RK_READ_RESHAPE_PRIVATE_H

#include "read/read.h"

G_BEGIN_DECLS

/* The new word for a word of each column (NULL where it is missing); NULL for a missing one. Free with g_free(). */
typedef char *(*RkWordJoin)(const char *first, const char *second);

/* A text column of joined words. `first` and `second` are text columns of `rows` rows, or NULL. */
RkColumn *rk_column_join_words(const char *name, const RkColumn *first, const RkColumn *second, gsize rows,
                               RkWordJoin join);

/* A column of times out of codes of words, whose starts (NAN for none) and frequencies stand beside them. `alike`: all
 * rows have the finest of these. */
RkColumn *rk_column_of_periods(const char *name, const guint32 *codes, gsize rows, const double *starts,
                               const guint8 *frequencies, guint32 words, gboolean alike);
/* Where a word of a column stands in the file. */
typedef RkPlace (*RkPlaceOfWord)(gpointer user, const RkColumn *column, const char *word);
/* In the first row of a table of the same rows that has it. */
RkPlace rk_column_row_of_word(gpointer table, const RkColumn *column, const char *word);
/* A text column as periods when every text is one, each of its own frequency. Stays text, with a warning at the place
 * of one that is not. Takes over a reference. */
RkColumn *rk_column_as_periods(RkColumn *column, RkPlaceOfWord place_of, gpointer user, const RkReadOptions *options);

/* The columns the caller asked for, as a table with the origins of `origin`. */
RkTable *rk_table_of_wanted(const GPtrArray *columns, const RkTable *origin, const char *const *wanted);

G_END_DECLS

#endif

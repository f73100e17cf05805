/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows known by some of their columns: keys that no two rows may share, and keys that lead from one table to another.
 */
#ifndef RK_READ_ROW_KEY_PRIVATE_H
#define RK_READ_ROW_KEY_PRIVATE_H

#include "table/table.h"

G_BEGIN_DECLS

/* Columns of a key: RkColumn, borrowed. */
typedef GPtrArray RkKeyColumns;

/* The columns of these names (strings), borrowed; NULL when the table lacks one of them. */
RkKeyColumns *rk_row_key_columns(const RkTable *table, const GPtrArray *names);
/* A text that two rows share only when they are the same in all columns, whatever stands there. Free with g_free(). */
char *rk_row_key(const RkKeyColumns *columns, gsize row);
/* TRUE when the row has something in all columns. */
gboolean rk_row_key_is_whole(const RkKeyColumns *columns, gsize row);
/* The row's values for a message: "LT, 2020", shortened when long. Free with g_free(). */
char *rk_row_key_show(const RkKeyColumns *columns, gsize row);
/* The first row that is the same in all columns as one `before` it; FALSE when there is none. */
gboolean rk_row_key_repeats(const RkKeyColumns *columns, gsize rows, gsize *before, gsize *again);
/* Refuses such a row with its place and that of the one before. */
gboolean rk_row_key_check(const RkTable *table, const RkKeyColumns *columns, const char *hint, GError **error);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leaving rows out while a file is read: a block of cells is shown to a filter as a table, and loses the rows that the
 * filter does not keep before it is appended. What a column is does not depend on the filter: the words of all rows are
 * looked at, until it is certain that the column is text.
 */
#ifndef RK_READ_SIFT_PRIVATE_H
#define RK_READ_SIFT_PRIVATE_H

#include "read/infer-private.h"

G_BEGIN_DECLS

/* Brings a block and the column so far (`all`; may be the same) to one shape and looks at the block's words. */
void rk_cells_meet(RkCells *all, RkCells *block, const RkCellRules *rules);
/* Takes down what the words of a block can be where it is already certain that the column is text. */
void rk_cells_watch(RkCells *all, const RkCells *block, const RkCellRules *rules);
/* TRUE when the column is text and holds numbers, codes or periods, too: then it may be worth a warning, which counts
 * cells. */
gboolean rk_cells_leave_doubt(RkCells *all, const RkCellRules *rules);
/* A block as a column of the type that the whole column has as far as is known. */
RkColumn *rk_cells_show(const RkCells *all, const RkCells *block, const RkCellRules *rules, gboolean vega_types);
/* Keeps the cells of a block for which `kept` is not 0. `all` takes down what is left out. */
void rk_cells_sift(RkCells *all, RkCells *block, const RkCellRules *rules, const guint8 *kept);

G_END_DECLS

#endif

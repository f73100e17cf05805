/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks that are symbols: point, circle, square.
 */
#ifndef RK_PLOT_MARKS_SYMBOLS_PRIVATE_H
#define RK_PLOT_MARKS_SYMBOLS_PRIVATE_H

#include "plot/mark.h"

/** Draws a symbol a row, in the shape of the mark unless a channel or property says otherwise. */
gboolean rk_symbols_draw(RkUnit *unit, RkNode *parent, GError **error);
/** The shape of a row's symbol by its channel; `shape` unless that says another. */
const char *rk_symbols_shape_of(RkUnit *unit, guint32 row, const char *shape);
/** crowd.c: draws a great many rows as one node. FALSE when nothing was drawn because they are too few or too
 * different. */
gboolean rk_symbols_draw_crowd(RkUnit *unit, RkNode *group, const guint32 *rows, gsize count, const char *shape);
extern const RkShape rk_symbols_shape;

#endif

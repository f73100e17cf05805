/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks that are symbols: point, circle, square.
 */
#ifndef RK_PLOT_MARKS_SYMBOLS_PRIVATE_H
#define RK_PLOT_MARKS_SYMBOLS_PRIVATE_H

#include "plot/mark.h"

/** Draws a symbol a row; `shape` (may be NULL) is the shape unless a channel or property says otherwise. */
gboolean rk_symbols_draw(RkUnit *unit, RkNode *parent, const char *shape, GError **error);
extern const RkShape rk_symbols_shape;

#endif

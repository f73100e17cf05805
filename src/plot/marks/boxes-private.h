/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks that are boxes: bar and rect.
 */
#ifndef RK_PLOT_MARKS_BOXES_PRIVATE_H
#define RK_PLOT_MARKS_BOXES_PRIVATE_H

#include "plot/mark.h"

/** Draws a box a row. `lengthwise`: one direction is a length that starts at the baseline. */
gboolean rk_boxes_draw(RkUnit *unit, RkNode *parent, gboolean lengthwise, GError **error);
/** Corner radii of bars and rects. */
extern const RkShape rk_boxes_shape;

#endif

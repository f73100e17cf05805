/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes, for the marks that draw them: bar, rect.
 */
#ifndef RK_PLOT_MARKS_BOXES_PRIVATE_H
#define RK_PLOT_MARKS_BOXES_PRIVATE_H

#include "plot/mark.h"

G_BEGIN_DECLS

typedef struct {
    double x, y, width, height;
} RkBox;

/** Words of all boxes. */
extern const RkShape rk_boxes_shape;
/** A box for each row. */
gboolean rk_boxes_draw(RkUnit *unit, RkNode *parent);
/** FALSE when a value is missing. */
gboolean rk_box_of(const RkUnit *unit, gsize row, RkBox *box);
void rk_box_draw(RkUnit *unit, RkNode *group, gsize row, const RkBox *box, const double radius[4]);
/** The same with the corners that the row asks for. */
void rk_box_draw_rounded(RkUnit *unit, RkNode *group, gsize row, const RkBox *box);
/** Radii of a row's corners, from the top left on clockwise; FALSE when all are zero. */
gboolean rk_box_corners(const RkUnit *unit, gsize row, double radius[4]);

G_END_DECLS

#endif

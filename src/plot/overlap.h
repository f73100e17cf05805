/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the labels in a row give way when they would touch.
 */
#ifndef RK_PLOT_OVERLAP_H
#define RK_PLOT_OVERLAP_H

#include "plot/reach.h"

G_BEGIN_DECLS

/** Decides which labels stay, by Vega's two methods: every second one, again and again, or (`greedy`) each that does
 * not touch the last one kept. When hardly anything is left, the last label takes the place of the one before.
 *
 * @param boxes the boxes of the labels in their order, in pixels; none of them empty
 * @param separation least distance between two boxes in pixels
 * @param kept a byte a label: set to TRUE or FALSE */
void rk_overlap_thin(const RkReach *boxes, guint count, gboolean greedy, double separation, guint8 *kept);

G_END_DECLS

#endif

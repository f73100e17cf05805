/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Distances within an axis, shared by measuring and drawing.
 */
#ifndef RK_PLOT_AXIS_PRIVATE_H
#define RK_PLOT_AXIS_PRIVATE_H

#include "plot/guide.h"

/** From the frame to the labels. */
double rk_axis_label_gap(const RkAxis *axis);
double rk_axis_line_height(const RkFont *font);
/** Whether the title stands upright above the end of a y axis, and how far above. */
gboolean rk_axis_title_above(const RkAxis *axis);
double rk_axis_title_gap(const RkAxis *axis);

#endif

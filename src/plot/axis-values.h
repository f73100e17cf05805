/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values of a scale get ticks.
 */
#ifndef RK_PLOT_AXIS_VALUES_H
#define RK_PLOT_AXIS_VALUES_H

#include "plot/guide.h"

G_BEGIN_DECLS

/** Appends the ticks' values to `values`; `count` is how many were aimed at. FALSE with an error for a value that
 * cannot be read. */
gboolean rk_axis_values(RkAxis *axis, GArray *values, guint *count, GError **error);
/** A byte a category: whether `values` lists it; NULL when all categories have ticks. */
guint8 *rk_axis_chosen_categories(const RkAxis *axis);

G_END_DECLS

#endif

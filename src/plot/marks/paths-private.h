/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What marks share that join the rows of a series: line, area, trail.
 */
#ifndef RK_PLOT_MARKS_PATHS_PRIVATE_H
#define RK_PLOT_MARKS_PATHS_PRIVATE_H

#include "plot/curve.h"
#include "plot/mark.h"

G_BEGIN_DECLS

/** Words of curves and of what is laid over them. */
extern const RkShape rk_paths_shape;
/** Whether `at`, along the axis that a path runs along, lies farther than `reach` from the last of `count` points (x, y
 * pairs). */
gboolean rk_paths_is_far(const RkUnit *unit, const double *points, guint count, double at, double reach);

G_END_DECLS

#endif

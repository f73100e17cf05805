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

G_END_DECLS

#endif

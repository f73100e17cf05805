/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the scales that put numbers into classes have in common.
 */
#ifndef RK_PLOT_SCALES_CLASSES_PRIVATE_H
#define RK_PLOT_SCALES_CLASSES_PRIVATE_H

#include "plot/scales/continuous-private.h"

/** Ticks are the borders. */
void rk_classes_ticks(const RkScale *scale, guint count, GArray *ticks);
/** Makes room for the borders between `count` classes. */
void rk_classes_allot(RkScale *scale, guint count);

#endif

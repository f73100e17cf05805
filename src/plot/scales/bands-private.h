/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What bands and points have in common: steps of equal length along a range.
 */
#ifndef RK_PLOT_SCALES_BANDS_PRIVATE_H
#define RK_PLOT_SCALES_BANDS_PRIVATE_H

#include "plot/scale.h"

/** Sets step and start, where `inner` is the part of a step that no band fills. */
void rk_bands_arrange(RkScale *scale, double inner);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stretch that bars, areas and rectangles cover on one axis.
 */
#ifndef RK_PLOT_PLACE_H
#define RK_PLOT_PLACE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** From and to along `channel` (x or y), in pixels of the frame: between two channels, over a band, from the baseline
 * when this is the length, or a fixed thickness around a value. FALSE when a value is missing. */
gboolean rk_unit_span(const RkUnit *unit, RkChannel channel, gsize row, gboolean length, double *from, double *to);

/** Where lengths along `channel` (x or y) begin, in pixels of the frame; NaN without a scale of numbers. */
double rk_unit_baseline(const RkUnit *unit, RkChannel channel);

G_END_DECLS

#endif

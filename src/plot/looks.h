/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Positions, colours, numbers and texts of rows, once scales are known.
 */
#ifndef RK_PLOT_LOOKS_H
#define RK_PLOT_LOOKS_H

#include "plot/plotting.h"

G_BEGIN_DECLS

/* place.c: positions and paints of rows. */
/** Position on an axis in pixels of the frame; NaN when missing. `fraction` places it within a band (0 start, 0.5
 * middle, 1 end). */
double rk_unit_position(const RkUnit *unit, RkChannel channel, gsize row, double fraction);
/** The positions of many rows, in the middle of their bands. */
void rk_unit_positions(const RkUnit *unit, RkChannel channel, const guint32 *rows, gsize count, double *places);
/** Start and size of a band on the axis of `channel` (x or y), offsets included; FALSE when the scale has no bands. */
gboolean rk_unit_band(const RkUnit *unit, RkChannel channel, gsize row, double *start, double *size);
/** A number of a visual channel (opacity, size, strokeWidth, angle); `otherwise` when the channel says nothing. */
double rk_unit_visual(const RkUnit *unit, RkChannel channel, gsize row, double otherwise);
/** A text of a visual channel (shape, href). */
const char *rk_unit_visual_text(const RkUnit *unit, RkChannel channel, gsize row, const char *otherwise);
/** Fill and stroke of a row by the rules of Vega-Lite's color, fill, stroke, filled and the opacities; highlight
 * included. */
void rk_unit_style(RkUnit *unit, gsize row, RkStyle *style);
/** The gradient that a map describes, kept by the scene; NULL when it is none. */
const RkGradient *rk_plotting_gradient(const RkPlotting *plotting, const RkValue *value);
/** The colour that identifies a row (its color channel or the mark's colour). */
RkColor rk_unit_row_color(const RkUnit *unit, gsize row);
/** The ARIA label of a row. */
const char *rk_unit_label(RkUnit *unit, gsize row);
/** The formatted text of the text channel (or another channel's field). Lives as long as the plotting; NULL when
 * missing. */
const char *rk_use_text(RkUnit *unit, const RkUse *use, gsize row);
/** The container group of a unit's marks and the meaning of one item. */
RkNode *rk_unit_container(RkUnit *unit, RkNode *parent, const char *kind);
void rk_unit_mean(RkUnit *unit, RkNode *node, gsize row, const char *description);

G_END_DECLS

#endif

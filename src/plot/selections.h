/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What selections look like before a reader has touched them: the frame of an interval, and the entries of a legend
 * that are not among the selected.
 */
#ifndef RK_PLOT_SELECTIONS_H
#define RK_PLOT_SELECTIONS_H

#include "plot/legend-private.h"
#include "plot/plot-private.h"

G_BEGIN_DECLS

/** Draws the intervals of a panel's selections into `frame`: their ground, which lies below the marks, or their outline
 * above them. FALSE with a located error when an end cannot be placed. */
gboolean rk_panel_draw_intervals(RkPanel *panel, RkNode *frame, gboolean above, GError **error);
/** The opacity that a selection bound to the legend gives an entry: full, or faint where it is not selected. NaN where
 * no selection has a say. */
double rk_legend_selected_opacity(const RkLegend *legend, const RkLegendEntry *entry);

G_END_DECLS

#endif

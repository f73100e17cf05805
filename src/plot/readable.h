/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is behind everything, and colours that can be read on it or on a mark.
 */
#ifndef RK_PLOT_READABLE_H
#define RK_PLOT_READABLE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** FALSE with an error when the figure names a background that is no colour. */
gboolean rk_plotting_check_background(const RkPlotting *plotting, GError **error);
/** Takes the theme's colours for dark backgrounds where the figure has one. */
void rk_plotting_heed_background(RkPlotting *plotting);
/** The colour behind the whole figure; FALSE when it has none. */
gboolean rk_plotting_background(const RkPlotting *plotting, RkColor *background);
/** What is behind everything: that colour, or white where the figure has none or hardly any. */
RkColor rk_plotting_paper(const RkPlotting *plotting);
/** The theme's text colour or white, whichever is easier to read on `background`. */
RkColor rk_plotting_readable_on(RkPlotting *plotting, RkColor background);
/** The colour itself, or a shade of it that letters on the figure's background can be read in. */
RkColor rk_plotting_readable(RkPlotting *plotting, RkColor color);

G_END_DECLS

#endif

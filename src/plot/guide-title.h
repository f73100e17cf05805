/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What axes and legends are called: the titles that channels give themselves, or words made from their fields.
 */
#ifndef RK_PLOT_GUIDE_TITLE_H
#define RK_PLOT_GUIDE_TITLE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** The title that several channels give one guide ("axis" or "legend"), lines parted by "\n"; NULL for none. FALSE with
 * an error when a fact fails. */
gboolean rk_guide_joined_title(RkPlotting *plotting, const GPtrArray *uses, const char *guide, const char **title,
                               GError **error);
/** A text, or the lines of a list, with the facts in them; FALSE with an error when a fact fails. */
gboolean rk_guide_lines(RkPlotting *plotting, const RkValue *value, const char **text, GError **error);

G_END_DECLS

#endif

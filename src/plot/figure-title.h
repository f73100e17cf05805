/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A title with its subtitle on any side of a box: the title of a figure, and whatever else is headed like one.
 */
#ifndef RK_PLOT_FIGURE_TITLE_H
#define RK_PLOT_FIGURE_TITLE_H

#include "plot/guide-source.h"

G_BEGIN_DECLS

typedef struct RkFigureTitle RkFigureTitle;

/** The title that a view writes (`title`, a text, lines or a map), by the blocks of config ("title"), with `subtitle`
 * where the map has none. NULL without one, or with an error. */
RkFigureTitle *rk_figure_title_new(RkPlotting *plotting, const RkValue *title, const RkValue *subtitle,
                                   const char *const *blocks, GError **error);
void rk_figure_title_free(RkFigureTitle *title);
/** Puts it on its side of `around`, along a frame of that size or along the box itself. Returns how far it reaches. */
RkReach rk_figure_title_place(RkFigureTitle *title, const RkReach *around, double width, double height);
void rk_figure_title_draw(const RkFigureTitle *title, RkNode *parent);
gboolean rk_figure_title_is_above(const RkFigureTitle *title);

G_END_DECLS

#endif

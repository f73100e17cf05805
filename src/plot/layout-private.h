/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of a figure, shared by measuring and drawing.
 */
#ifndef RK_PLOT_LAYOUT_PRIVATE_H
#define RK_PLOT_LAYOUT_PRIVATE_H

#include "plot/figure-title.h"
#include "plot/guide.h"

typedef struct {
    RkPlotting *plotting;
    RkPanel *panel;
    double padding[4];  /**< left, top, right, bottom */
    gboolean fit_width; /**< the figure's width is given, the panel's follows */
    gboolean fit_height;
    gboolean fixed;       /**< the figure is as large as the panel is said to be, whatever stands around it */
    double width, height; /**< of the figure, when fitted */
    GPtrArray *axes;      /**< RkAxis */
    RkLegends *legends;
    RkFigureTitle *title; /**< of the grammar's figures; NULL: none */
    gboolean legend_beside;
    double head, foot;     /**< heights of the furniture */
    RkReach marks, series; /**< how far marks reach, and those of them in series of their own */
} RkLayout;

/* layout-size.c: what width, height, padding and autosize say. */
/** A distance of the theme's `layout` block. */
double rk_layout_gap(const RkLayout *layout, const char *key, double otherwise);
void rk_layout_read_padding(RkLayout *layout);
/** "pad", "fit" …, and whether sizes hold the padding as well. */
const char *rk_layout_autosize(const RkLayout *layout, const char **contains);
/** The size of the frame along an axis before anything is fitted. FALSE with an error. */
gboolean rk_layout_frame_size(const RkLayout *layout, RkChannel channel, double *size, GError **error);
/** TRUE when a size follows from steps. */
gboolean rk_layout_is_stepped(const RkLayout *layout, RkChannel channel);
/** Gives the position scales their ranges for the panel's size. */
void rk_layout_set_ranges(RkPanel *panel);

/* layout-panel.c: the frame with its grid, marks and axes. */
/** NULL with an error when it cannot be painted. */
RkNode *rk_layout_add_frame(RkLayout *layout, RkNode *root, GError **error);
/** Marks and benchmarks. `marks` and `series` (may be NULL) grow by how far all of them and those in series reach. */
gboolean rk_layout_draw_marks(RkLayout *layout, RkNode *frame, RkReach *marks, RkReach *series, GError **error);
gboolean rk_layout_draw_grids(RkLayout *layout, RkNode *frame, gboolean above, GError **error);
/** Axes behind the marks (`before` FALSE) or in front of them. */
gboolean rk_layout_draw_axes(RkLayout *layout, RkNode *frame, gboolean before, GError **error);
void rk_layout_paint_background(RkLayout *layout);

/* layout-column.c: our own figures, as wide as their column. */
gboolean rk_layout_column(RkLayout *layout, GError **error);
/* layout-view.c: the grammar's figures, around a panel. */
gboolean rk_layout_view(RkLayout *layout, GError **error);

#endif

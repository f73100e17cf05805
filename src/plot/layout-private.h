/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of a figure, shared by measuring and drawing.
 */
#ifndef RK_PLOT_LAYOUT_PRIVATE_H
#define RK_PLOT_LAYOUT_PRIVATE_H

#include "plot/guide.h"

typedef struct {
    RkPlotting *plotting;
    RkPanel *panel;
    double padding[4];  /**< left, top, right, bottom */
    gboolean fit_width; /**< the figure's width is given, the panel's follows */
    gboolean fit_height;
    double width, height; /**< of the figure, when fitted */
    GPtrArray *axes;      /**< RkAxis */
    RkLegends *legends;
    gboolean legend_beside;
    double head, foot; /**< heights of the furniture */
    double spill[4];
} RkLayout;

/** A distance of the theme's `layout` block. */
double rk_layout_gap(const RkLayout *layout, const char *key, double otherwise);
gboolean rk_layout_draw(RkLayout *layout, GError **error);

#endif

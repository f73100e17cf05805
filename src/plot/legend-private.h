/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One legend, shared by arranging and drawing.
 */
#ifndef RK_PLOT_LEGEND_PRIVATE_H
#define RK_PLOT_LEGEND_PRIVATE_H

#include "plot/guide.h"

typedef struct {
    const char *text;
    guint category;
    double x, y, width;
} RkLegendEntry;

typedef struct {
    RkPanel *panel;
    RkScale *scale; /**< the first of the scales of the field */
    RkScale *shape; /**< of the same field; may be NULL */
    RkScale *dash;
    RkScale *fill;
    const RkUse *use;
    const RkUnit *unit;
    const RkValue *options;
    const char *title;
    gboolean gradient; /**< a continuous colour: a bar with ticks instead of symbols */
    GArray *entries;   /**< RkLegendEntry */
    RkFont label_font, title_font;
    double title_width;
    double x, y, width, height;
    double bar_x, bar_y; /**< of a gradient's bar */
} RkLegend;

extern const char *const rk_legend_blocks[];
/** A number of the legend's own map or of the configuration. */
double rk_legend_setting(const RkLegend *legend, const char *key, double otherwise);
/** legend-gradient.c: entries are ticks along the bar. */
void rk_legend_gradient_fill(RkLegend *legend);
void rk_legend_gradient_arrange(RkLegend *legend, gboolean in_column);
void rk_legend_gradient_draw(RkLegend *legend, RkNode *group);
/** Width of the symbols and height of a row, in pixels. */
double rk_legend_symbol_room(const RkLegend *legend);
double rk_legend_row_height(const RkLegend *legend);

#endif

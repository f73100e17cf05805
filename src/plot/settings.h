/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties of marks, axes and legends, with what themes and configurations say where the figure says nothing.
 */
#ifndef RK_PLOT_SETTINGS_H
#define RK_PLOT_SETTINGS_H

#include "plot/plotting.h"

G_BEGIN_DECLS

/* settings.c: properties of marks, axes and legends with their defaults from the configuration. */
const RkValue *rk_unit_property(const RkUnit *unit, const char *key);
/** The same of named styles alone, and of the configuration alone. */
const RkValue *rk_unit_style_property(const RkUnit *unit, const char *key);
const RkValue *rk_unit_config_property(const RkUnit *unit, const char *key);
double rk_unit_number(const RkUnit *unit, const char *key, double otherwise);
const char *rk_unit_text(const RkUnit *unit, const char *key, const char *otherwise);
gboolean rk_unit_flag(const RkUnit *unit, const char *key, gboolean otherwise);
/** A property of the first of several maps or config blocks. */
const RkValue *rk_plotting_setting(const RkPlotting *plotting, const RkValue *own, const char *const *blocks,
                                   const char *key);
/** A colour from a value: text, or {name} of the theme's palette; FALSE when absent or null. */
gboolean rk_plotting_color(const RkPlotting *plotting, const RkValue *value, RkColor *color);
/** Sets the dashes of a style from a list of lengths and an offset into it; leaves it solid when there is none. */
void rk_plotting_dash(const RkPlotting *plotting, const RkValue *dash, const RkValue *offset, RkStyle *style);
/** Puts a frame with a thin outline where that is sharp, as the grammar does. */
void rk_plotting_settle_frame(const RkPlotting *plotting, RkNode *group);
/** The theme's colour of that name (context, highlight, text, textSecondary, grid, zero, aggregate). */
RkColor rk_plotting_palette(const RkPlotting *plotting, const char *name, const char *otherwise);
/** A size of letters that can be drawn: what is smaller or larger is changed, with a diagnostic that shows `cause`. */
double rk_plotting_fit_font(const RkPlotting *plotting, double size, const RkValue *cause);
/** The size that a value gives. */
double rk_plotting_font_size(const RkPlotting *plotting, const RkValue *value, double otherwise);
/** A font of the theme by block (`title`, `axis`…) and key prefix ("label", "title", ""). */
RkFont rk_plotting_font(const RkPlotting *plotting, const RkValue *own, const char *const *blocks, const char *prefix,
                        double size);

/* row-properties.c: properties of marks that an expression gives for each row. */
/** Evaluates them over the unit's final rows. FALSE with a located error. */
gboolean rk_unit_follow_rows(RkUnit *unit, GError **error);
/** Says which row is being drawn: properties answer its values from now on. */
void rk_unit_turn_to(const RkUnit *unit, gsize row);
/** What stands for a property's value in the row that is being drawn: the value itself when it follows no row. */
const RkValue *rk_unit_of_row(const RkUnit *unit, const RkValue *value);
void rk_row_properties_free(RkRowProperties *properties);

G_END_DECLS

#endif

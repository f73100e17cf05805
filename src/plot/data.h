/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind the views: their rows, the sizes that expressions see, facts, sharing, names of places.
 */
#ifndef RK_PLOT_DATA_H
#define RK_PLOT_DATA_H

#include "plot/plotting.h"

G_BEGIN_DECLS

/* data.c: the rows of a view after its transforms. */
RkTable *rk_plotting_view_table(RkPlotting *plotting, const RkView *view, GError **error);
/** The same before a composite mark sums them up. */
RkTable *rk_plotting_written_table(RkPlotting *plotting, const RkView *view, GError **error);
void rk_plotting_transform_context(RkPlotting *plotting, RkTransformContext *context);
/** Puts a text into a map that the compiler makes for a transform. */
void rk_plotting_put(RkPlotting *plotting, RkValue *map, const char *key, const char *text);

/** What the figure's data sets and facts ask of the plotting, which must stay where it is. */
RkInquirySource rk_plotting_source(RkPlotting *plotting);

/* settle.c: the size of the frame in expressions. */
/** Of one drawing: what expressions saw, what was drawn, and whether that followed from steps. */
typedef struct {
    double seen[2], drawn[2];
    gboolean stepped[2];
} RkSizes;
/** Whether expressions know width and height before anything is drawn. */
gboolean rk_figure_states_sizes(const RkFigure *figure);
/** Decides what expressions see. */
void rk_plotting_begin_sizes(RkPlotting *plotting);
gboolean rk_sizes_agree(const RkSizes *sizes);
/** FALSE with an error when a drawing has other sizes than it was told, and would have others again. */
gboolean rk_sizes_check(const RkSizes *sizes, const RkFigure *figure, GError **error);

/* facts.c: the figure's words with its facts in them. */
/** `text` with every {name} or {name:format} replaced when the figure has facts; kept as it is otherwise. Lives as long
 * as the plotting. */
const char *rk_plotting_interpolate(RkPlotting *plotting, const RkValue *text, GError **error);
/** A number that is written as one or as an expression text over the facts. */
gboolean rk_plotting_number(RkPlotting *plotting, const RkValue *value, double *number, GError **error);

/* view-sharing.c */
/** The highest view of the panel within which the layer `unit` shares its "scale", "axis" or "legend" of a channel. */
const RkView *rk_view_sharing(const RkPanel *panel, const RkView *unit, const char *what, RkChannel channel);

/* place-names.c: places by their names, in place of the codes that the data have. */
/** Decides which columns of places the figure names. */
void rk_plotting_begin_place_names(RkPlotting *plotting);
/** How a word of the column is shown: the name of its place, or the word itself. Lives as long as the plotting, or as
 * `word`. */
const char *rk_plotting_place_name(RkPlotting *plotting, const RkColumn *column, const char *word);
/** The same for a category of a discrete scale. */
const char *rk_scale_category_name(const RkScale *scale, const char *category);

G_END_DECLS

#endif

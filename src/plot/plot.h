/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The compiler from figure to scene: data and transforms, channels, scales, guides, marks, layout. It reads no file and
 * measures no text itself: both come through the environment.
 */
#ifndef RK_PLOT_PLOT_H
#define RK_PLOT_PLOT_H

#include "scene/scene.h"
#include "spec/figure.h"
#include "table/table.h"
#include "transform/transform.h"

G_BEGIN_DECLS

/** What the compiler asks of the outside. */
typedef struct {
    /** The table behind a `data` map with `url` or `values`, with as many of the next steps done as is thrifty; a new
     * reference, or NULL with a located error. */
    RkTable *(*load)(gpointer user, const RkFigure *figure, const RkValue *data, RkNextSteps *next, GError **error);
    gpointer user;
    RkTextMeasurer *measurer;
    RkDiagnostics *diagnostics; /**< may be NULL */
} RkPlotEnvironment;

/** The drawing of a figure. NULL with a located error. */
RK_API RkScene *rk_plot(const RkFigure *figure, const RkPlotEnvironment *environment, GError **error);
/** The table behind a view (its marks' rows after all transforms): what a reader would want beside the picture. */
RK_API RkTable *rk_plot_table(const RkFigure *figure, const RkPlotEnvironment *environment, GError **error);

/** The shape of a mark map, for rk_figure_load(). */
RK_API const RkShape *rk_mark_shape(const RkValue *mark, GError **error);
/** What a unit stands for, for rk_figure_load(): composite marks become layers of plain ones. */
RK_API gboolean rk_unit_expand(const RkUnitSource *unit, const RkValue **expanded, GError **error);
/** Names of the marks, in the order of plot/marks/meson.build, NULL-ended; the summary of one. */
RK_API const char *const *rk_mark_names(void);
RK_API const char *rk_mark_summary(const char *name);

G_END_DECLS

#endif

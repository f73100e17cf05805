/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that make one line or area together, and the curves between their points.
 */
#ifndef RK_PLOT_SERIES_H
#define RK_PLOT_SERIES_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** Rows of one line, sorted along its dimension. */
typedef struct {
    guint32 *rows;
    guint count;
    gboolean highlighted;
} RkSeries;

/** The series of a unit (RkSeries), in order of first appearance, highlighted ones last. Free with g_ptr_array_unref().
 */
GPtrArray *rk_unit_series(const RkUnit *unit);

/** Rows in drawing order: highlighted ones last. `count` of them; g_free() it. */
guint32 *rk_unit_draw_order(const RkUnit *unit, gsize *count);

/** The names of the curves, NULL-ended: linear, monotone, step … */
extern const char *const rk_curve_names[];
/** Appends a curve through `count` points (x, y pairs); starts with a move, or a line when `joined`. */
void rk_curve_draw(RkPathBuilder *builder, const char *name, const double *points, guint count, gboolean joined);

G_END_DECLS

#endif

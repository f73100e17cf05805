/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves between the points of lines and areas.
 */
#ifndef RK_PLOT_CURVE_H
#define RK_PLOT_CURVE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** The names of the curves, NULL-ended: linear, monotone, step … */
extern const char *const rk_curve_names[];

/** A curve with what it is drawn by. */
typedef struct {
    const char *name;
    double tension;    /**< NaN: the curve's own default */
    gboolean sideways; /**< monotone along y */
} RkCurve;

/** Which edge of an area a line is; a line alone is none. */
typedef enum { RK_EDGE_NONE, RK_EDGE_FIRST, RK_EDGE_SECOND } RkEdge;

/** The curve that a unit asks for. */
RkCurve rk_unit_curve(const RkUnit *unit);
/** Appends a curve through `count` points (x, y pairs). The second edge of an area goes on from the first and closes
 * it; a line alone closes itself where its curve is closed, or where it is a single point. */
void rk_curve_draw(RkPathBuilder *builder, const RkCurve *curve, const double *points, guint count, RkEdge edge);

G_END_DECLS

#endif

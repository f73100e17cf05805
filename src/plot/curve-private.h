/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of curves share.
 */
#ifndef RK_PLOT_CURVE_PRIVATE_H
#define RK_PLOT_CURVE_PRIVATE_H

#include "plot/curve.h"

G_BEGIN_DECLS

/** A curve being drawn. */
typedef struct {
    RkPathBuilder *builder;
    const RkCurve *curve;
    RkEdge edge;
} RkCurvePen;

/** Goes to the first point: a move, or a line on the way back along an area. */
void rk_curve_start(RkCurvePen *pen, const double *point);

/* curve-spline.c: through or near `count` points, at least one. */
void rk_curve_basis(RkCurvePen *pen, const double *points, guint count);
void rk_curve_basis_open(RkCurvePen *pen, const double *points, guint count);
void rk_curve_basis_closed(RkCurvePen *pen, const double *points, guint count);
void rk_curve_bundle(RkCurvePen *pen, const double *points, guint count);
void rk_curve_cardinal(RkCurvePen *pen, const double *points, guint count);
void rk_curve_cardinal_open(RkCurvePen *pen, const double *points, guint count);
void rk_curve_cardinal_closed(RkCurvePen *pen, const double *points, guint count);
void rk_curve_catmull_rom(RkCurvePen *pen, const double *points, guint count);
void rk_curve_natural(RkCurvePen *pen, const double *points, guint count);

G_END_DECLS

#endif

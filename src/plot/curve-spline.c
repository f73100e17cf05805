/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splines as cubic Bézier pieces: uniform B-splines (near the points), cardinal and centripetal Catmull–Rom splines
 * (through them) and the natural cubic spline. Ends, tensions and defaults are those of d3's curves of these names.
 */
#include "plot/curve-private.h"

#include <math.h>

/** The point at `index`, the ends repeated beyond them. */
static const double *clamped(const double *points, guint count, gint index)
{
    return points + 2 * (gsize)CLAMP(index, 0, (gint)count - 1);
}

static const double *wrapped(const double *points, guint count, guint index)
{
    return points + 2 * (gsize)(index % count);
}

/** Where a B-spline passes the middle of three of its points. */
static void knot(const double *before, const double *here, const double *after, double at[2])
{
    for (guint i = 0; i < 2; i++)
        at[i] = (before[i] + 4 * here[i] + after[i]) / 6;
}

/** The piece of a B-spline between two points, to the knot at the second. */
static void basis_piece(RkCurvePen *pen, const double *here, const double *next, const double *after)
{
    double end[2];
    knot(here, next, after, end);
    rk_path_curve(pen->builder, (2 * here[0] + next[0]) / 3, (2 * here[1] + next[1]) / 3, (here[0] + 2 * next[0]) / 3,
                  (here[1] + 2 * next[1]) / 3, end[0], end[1]);
}

static void straight(RkCurvePen *pen, const double *points, guint count)
{
    rk_curve_start(pen, points);
    for (guint i = 1; i < count; i++)
        rk_path_line(pen->builder, points[2 * i], points[2 * i + 1]);
}

void rk_curve_basis(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3) {
        straight(pen, points, count);
        return;
    }
    double first[2];
    knot(points, points, points + 2, first);
    rk_curve_start(pen, points);
    rk_path_line(pen->builder, (5 * points[0] + points[2]) / 6, (5 * points[1] + points[3]) / 6);
    for (gint i = 0; i + 1 < (gint)count; i++)
        basis_piece(pen, clamped(points, count, i), clamped(points, count, i + 1), clamped(points, count, i + 2));
    rk_path_line(pen->builder, points[2 * (count - 1)], points[2 * (count - 1) + 1]);
}

void rk_curve_basis_open(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3)
        return;
    double first[2];
    knot(points, points + 2, points + 4, first);
    rk_curve_start(pen, first);
    for (guint i = 1; i + 2 < count; i++)
        basis_piece(pen, points + 2 * i, points + 2 * (i + 1), points + 2 * (i + 2));
}

void rk_curve_basis_closed(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3) {
        double third[2] = {(points[0] + 2 * wrapped(points, count, 1)[0]) / 3,
                           (points[1] + 2 * wrapped(points, count, 1)[1]) / 3};
        rk_path_move(pen->builder, count < 2 ? points[0] : third[0], count < 2 ? points[1] : third[1]);
        if (count == 2)
            rk_path_line(pen->builder, (points[2] + 2 * points[0]) / 3, (points[3] + 2 * points[1]) / 3);
        rk_path_close(pen->builder);
        return;
    }
    double first[2];
    knot(points, points + 2, points + 4, first);
    rk_path_move(pen->builder, first[0], first[1]);
    for (guint i = 1; i <= count; i++)
        basis_piece(pen, wrapped(points, count, i), wrapped(points, count, i + 1), wrapped(points, count, i + 2));
}

/** A B-spline whose points are drawn towards the straight line between the ends. */
void rk_curve_bundle(RkCurvePen *pen, const double *points, guint count)
{
    double strength = isnan(pen->curve->tension) ? 0.85 : pen->curve->tension;
    if (strength == 1 || count < 2) {
        rk_curve_basis(pen, points, count);
        return;
    }
    g_autofree double *drawn = g_new(double, 2 * (gsize)count);
    const double *last = points + 2 * (count - 1);
    for (guint i = 0; i < count; i++) {
        double part = (double)i / (count - 1);
        for (guint k = 0; k < 2; k++)
            drawn[2 * i + k] =
                strength * points[2 * i + k] + (1 - strength) * (points[k] + part * (last[k] - points[k]));
    }
    rk_curve_basis(pen, drawn, count);
}

static double slack(const RkCurvePen *pen)
{
    return (1 - (isnan(pen->curve->tension) ? 0 : pen->curve->tension)) / 6;
}

/** From the second of four points to the third. */
static void cardinal_piece(RkCurvePen *pen, const double *before, const double *from, const double *to,
                           const double *after)
{
    double k = slack(pen);
    rk_path_curve(pen->builder, from[0] + k * (to[0] - before[0]), from[1] + k * (to[1] - before[1]),
                  to[0] - k * (after[0] - from[0]), to[1] - k * (after[1] - from[1]), to[0], to[1]);
}

void rk_curve_cardinal(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3) {
        straight(pen, points, count);
        return;
    }
    rk_curve_start(pen, points);
    /* Beyond either end, the point next to it stands in: the curve leaves and arrives along the secant. */
    for (gint i = 0; i + 1 < (gint)count; i++) {
        const double *before = i == 0 ? clamped(points, count, 1) : clamped(points, count, i - 1);
        const double *after = i + 2 < (gint)count ? clamped(points, count, i + 2) : clamped(points, count, i);
        if (i == 0)
            before = points + 2;
        cardinal_piece(pen, before, clamped(points, count, i), clamped(points, count, i + 1), after);
    }
}

void rk_curve_cardinal_open(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3)
        return;
    rk_curve_start(pen, points + 2);
    for (guint i = 1; i + 2 < count; i++)
        cardinal_piece(pen, points + 2 * (i - 1), points + 2 * i, points + 2 * (i + 1), points + 2 * (i + 2));
}

void rk_curve_cardinal_closed(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3) {
        rk_path_move(pen->builder, wrapped(points, count, 1)[0], wrapped(points, count, 1)[1]);
        if (count == 2)
            rk_path_line(pen->builder, points[0], points[1]);
        rk_path_close(pen->builder);
        return;
    }
    rk_path_move(pen->builder, points[2], points[3]);
    for (guint i = 1; i <= count; i++)
        cardinal_piece(pen, wrapped(points, count, i - 1), wrapped(points, count, i), wrapped(points, count, i + 1),
                       wrapped(points, count, i + 2));
}

/** The handle at `here` towards `there`, for a curve that comes from or goes on to `other`; lengths are distances to
 * the power alpha. */
static void rom_handle(const double *other, const double *here, const double *there, double alpha, double handle[2])
{
    double near = pow(hypot(here[0] - other[0], here[1] - other[1]), alpha);
    double far = pow(hypot(there[0] - here[0], there[1] - here[1]), alpha);
    handle[0] = here[0];
    handle[1] = here[1];
    if (near <= 1e-12)
        return;
    double a = 2 * near * near + 3 * near * far + far * far, n = 3 * near * (near + far);
    for (guint i = 0; i < 2; i++)
        handle[i] = (here[i] * a - other[i] * far * far + there[i] * near * near) / n;
}

void rk_curve_catmull_rom(RkCurvePen *pen, const double *points, guint count)
{
    double alpha = isnan(pen->curve->tension) ? 0.5 : pen->curve->tension;
    if (count < 3) {
        straight(pen, points, count);
        return;
    }
    if (alpha == 0) {
        RkCurve uniform = {pen->curve->name, 0, FALSE};
        rk_curve_cardinal(&(RkCurvePen){pen->builder, &uniform, pen->edge}, points, count);
        return;
    }
    rk_curve_start(pen, points);
    for (gint i = 0; i + 1 < (gint)count; i++) {
        const double *from = clamped(points, count, i), *to = clamped(points, count, i + 1);
        double first[2], second[2];
        rom_handle(clamped(points, count, i - 1), from, to, alpha, first);
        rom_handle(clamped(points, count, i + 2), to, from, alpha, second);
        rk_path_curve(pen->builder, first[0], first[1], second[0], second[1], to[0], to[1]);
    }
}

/** The first handles of a natural cubic spline in one dimension: a tridiagonal system, solved by elimination. */
static void natural_handles(const double *points, guint pieces, guint dimension, double *first, double *second)
{
    g_autofree double *right = g_new(double, pieces);
    g_autofree double *diagonal = g_new(double, pieces);
    for (guint i = 0; i < pieces; i++) {
        double here = points[2 * i + dimension], next = points[2 * (i + 1) + dimension];
        gboolean last = i + 1 == pieces;
        double below = last ? 2 : 1;
        diagonal[i] = i == 0 ? 2 : last ? 7 : 4;
        right[i] = i == 0 ? here + 2 * next : last ? 8 * here + next : 4 * here + 2 * next;
        if (i > 0) {
            double factor = below / diagonal[i - 1];
            diagonal[i] -= factor;
            right[i] -= factor * right[i - 1];
        }
    }
    first[pieces - 1] = right[pieces - 1] / diagonal[pieces - 1];
    for (guint i = pieces - 1; i > 0; i--)
        first[i - 1] = (right[i - 1] - first[i]) / diagonal[i - 1];
    second[pieces - 1] = (points[2 * pieces + dimension] + first[pieces - 1]) / 2;
    for (guint i = 0; i + 1 < pieces; i++)
        second[i] = 2 * points[2 * (i + 1) + dimension] - first[i + 1];
}

void rk_curve_natural(RkCurvePen *pen, const double *points, guint count)
{
    if (count < 3) {
        straight(pen, points, count);
        return;
    }
    guint pieces = count - 1;
    g_autofree double *handles = g_new(double, 4 * (gsize)pieces);
    double *x1 = handles, *x2 = handles + pieces, *y1 = handles + 2 * (gsize)pieces, *y2 = handles + 3 * (gsize)pieces;
    natural_handles(points, pieces, 0, x1, x2);
    natural_handles(points, pieces, 1, y1, y2);
    rk_curve_start(pen, points);
    for (guint i = 0; i < pieces; i++)
        rk_path_curve(pen->builder, x1[i], y1[i], x2[i], y2[i], points[2 * (i + 1)], points[2 * (i + 1) + 1]);
}

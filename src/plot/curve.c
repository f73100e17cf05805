/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves between the points of a line, by the names that d3 and Vega use: polylines, steps, and piecewise cubics.
 * "monotone" never rises above or sinks below its points (Steffen 1990). The splines are curve-spline.c.
 */
#include "plot/curve-private.h"

#include <math.h>
#include <string.h>

const char *const rk_curve_names[] = {"linear",      "linear-closed", "step",          "step-before",
                                      "step-after",  "basis",         "basis-open",    "basis-closed",
                                      "bundle",      "cardinal",      "cardinal-open", "cardinal-closed",
                                      "catmull-rom", "monotone",      "natural",       NULL};

void rk_curve_start(RkCurvePen *pen, const double *point)
{
    if (pen->edge == RK_EDGE_SECOND)
        rk_path_line(pen->builder, point[0], point[1]);
    else
        rk_path_move(pen->builder, point[0], point[1]);
}

static void draw_linear(RkCurvePen *pen, const double *points, guint count)
{
    rk_curve_start(pen, points);
    for (guint i = 1; i < count; i++)
        rk_path_line(pen->builder, points[2 * i], points[2 * i + 1]);
}

static void draw_linear_closed(RkCurvePen *pen, const double *points, guint count)
{
    rk_path_move(pen->builder, points[0], points[1]);
    for (guint i = 1; i < count; i++)
        rk_path_line(pen->builder, points[2 * i], points[2 * i + 1]);
    rk_path_close(pen->builder);
}

/** Steps that turn at a part of the way between two points. The way back along an area's second edge turns at the same
 * places as the way there. */
static void draw_steps(RkCurvePen *pen, const double *points, guint count, double at)
{
    rk_curve_start(pen, points);
    if (pen->edge == RK_EDGE_SECOND)
        at = 1 - at;
    for (guint i = 1; i < count; i++) {
        const double *from = points + 2 * (i - 1), *to = points + 2 * i;
        double turn = from[0] + (to[0] - from[0]) * at;
        rk_path_line(pen->builder, turn, from[1]);
        rk_path_line(pen->builder, turn, to[1]);
        rk_path_line(pen->builder, to[0], to[1]);
    }
}

static void draw_step(RkCurvePen *pen, const double *points, guint count)
{
    draw_steps(pen, points, count, 0.5);
}

static void draw_step_before(RkCurvePen *pen, const double *points, guint count)
{
    draw_steps(pen, points, count, 0);
}

static void draw_step_after(RkCurvePen *pen, const double *points, guint count)
{
    draw_steps(pen, points, count, 1);
}

/** The slope at a point between two secants (Steffen, A simple method for monotonic interpolation, 1990, eq. 11). */
static double inner_slope(const double *before, const double *here, const double *after)
{
    double left = here[0] - before[0], right = after[0] - here[0];
    double left_slope = left == 0 ? 0 : (here[1] - before[1]) / left;
    double right_slope = right == 0 ? 0 : (after[1] - here[1]) / right;
    if (left_slope * right_slope <= 0)
        return 0;
    double mean = (left_slope * right + right_slope * left) / (left + right);
    return copysign(fmin(fmin(fabs(left_slope), fabs(right_slope)), 0.5 * fabs(mean)) * 2, left_slope);
}

static double end_slope(const double *end, const double *next, double next_slope)
{
    double width = next[0] - end[0];
    return width == 0 ? next_slope : (3 * (next[1] - end[1]) / width - next_slope) / 2;
}

static void add_piece(RkCurvePen *pen, const double *from, const double *to, double from_slope, double to_slope)
{
    double third = (to[0] - from[0]) / 3;
    double x1 = from[0] + third, y1 = from[1] + third * from_slope, x2 = to[0] - third, y2 = to[1] - third * to_slope;
    if (pen->curve->sideways)
        rk_path_curve(pen->builder, y1, x1, y2, x2, to[1], to[0]);
    else
        rk_path_curve(pen->builder, x1, y1, x2, y2, to[0], to[1]);
}

static void draw_monotone(RkCurvePen *pen, const double *points, guint count)
{
    rk_curve_start(pen, points);
    if (count < 3) {
        if (count == 2)
            rk_path_line(pen->builder, points[2], points[3]);
        return;
    }
    /* Along y, the axes change their parts. */
    g_autofree double *turned = g_memdup2(points, 2 * (gsize)count * sizeof(double));
    for (guint i = 0; pen->curve->sideways && i < count; i++) {
        turned[2 * i] = points[2 * i + 1];
        turned[2 * i + 1] = points[2 * i];
    }
    g_autofree double *slopes = g_new0(double, count);
    for (guint i = 1; i + 1 < count; i++)
        slopes[i] = inner_slope(turned + 2 * (i - 1), turned + 2 * i, turned + 2 * (i + 1));
    slopes[0] = end_slope(turned, turned + 2, slopes[1]);
    slopes[count - 1] = end_slope(turned + 2 * (count - 1), turned + 2 * (count - 2), slopes[count - 2]);
    for (guint i = 1; i < count; i++)
        add_piece(pen, turned + 2 * (i - 1), turned + 2 * i, slopes[i - 1], slopes[i]);
}

typedef struct {
    const char *name;
    void (*draw)(RkCurvePen *pen, const double *points, guint count);
    gboolean closed; /**< it closes itself, and is no edge of an area */
} Family;

static const Family families[] = {
    {"linear", draw_linear, FALSE},
    {"linear-closed", draw_linear_closed, TRUE},
    {"step", draw_step, FALSE},
    {"step-before", draw_step_before, FALSE},
    {"step-after", draw_step_after, FALSE},
    {"basis", rk_curve_basis, FALSE},
    {"basis-open", rk_curve_basis_open, FALSE},
    {"basis-closed", rk_curve_basis_closed, TRUE},
    {"bundle", rk_curve_bundle, FALSE},
    {"cardinal", rk_curve_cardinal, FALSE},
    {"cardinal-open", rk_curve_cardinal_open, FALSE},
    {"cardinal-closed", rk_curve_cardinal_closed, TRUE},
    {"catmull-rom", rk_curve_catmull_rom, FALSE},
    {"monotone", draw_monotone, FALSE},
    {"natural", rk_curve_natural, FALSE},
};

static const Family *family_of(const char *name)
{
    for (guint i = 1; i < G_N_ELEMENTS(families); i++) {
        if (g_strcmp0(name, families[i].name) == 0)
            return &families[i];
    }
    return &families[0];
}

RkCurve rk_unit_curve(const RkUnit *unit)
{
    RkCurve curve = {rk_unit_text(unit, "interpolate", "linear"), rk_unit_number(unit, "tension", NAN), FALSE};
    return curve;
}

void rk_curve_draw(RkPathBuilder *builder, const RkCurve *curve, const double *points, guint count, RkEdge edge)
{
    if (count == 0)
        return;
    const Family *family = family_of(curve->name);
    RkCurvePen pen = {builder, curve, edge};
    if (count == 1 && edge == RK_EDGE_NONE) {
        rk_path_move(builder, points[0], points[1]);
        rk_path_close(builder);
        return;
    }
    family->draw(&pen, points, count);
    if (edge == RK_EDGE_SECOND && !family->closed)
        rk_path_close(builder);
}

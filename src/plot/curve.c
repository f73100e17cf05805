/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves between the points of a line. "monotone" never rises above or sinks below its points (Steffen 1990).
 */
#include "plot/series.h"

#include <math.h>

const char *const rk_curve_names[] = {"linear", "monotone", "step", "step-after", "step-before", NULL};

static void draw_steps(RkPathBuilder *builder, const double *points, guint count, double at)
{
    for (guint i = 1; i < count; i++) {
        const double *from = points + 2 * (i - 1), *to = points + 2 * i;
        double turn = from[0] + (to[0] - from[0]) * at;
        rk_path_line(builder, turn, from[1]);
        rk_path_line(builder, turn, to[1]);
        rk_path_line(builder, to[0], to[1]);
    }
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

static void draw_monotone(RkPathBuilder *builder, const double *points, guint count)
{
    if (count == 2) {
        rk_path_line(builder, points[2], points[3]);
        return;
    }
    g_autofree double *slopes = g_new0(double, count);
    for (guint i = 1; i + 1 < count; i++)
        slopes[i] = inner_slope(points + 2 * (i - 1), points + 2 * i, points + 2 * (i + 1));
    slopes[0] = end_slope(points, points + 2, slopes[1]);
    slopes[count - 1] = end_slope(points + 2 * (count - 1), points + 2 * (count - 2), slopes[count - 2]);
    for (guint i = 1; i < count; i++) {
        const double *from = points + 2 * (i - 1), *to = points + 2 * i;
        double third = (to[0] - from[0]) / 3;
        rk_path_curve(builder, from[0] + third, from[1] + third * slopes[i - 1], to[0] - third,
                      to[1] - third * slopes[i], to[0], to[1]);
    }
}

void rk_curve_draw(RkPathBuilder *builder, const char *name, const double *points, guint count, gboolean joined)
{
    if (count == 0)
        return;
    if (joined)
        rk_path_line(builder, points[0], points[1]);
    else
        rk_path_move(builder, points[0], points[1]);
    if (count == 1)
        return;
    if (g_str_equal(name, "monotone")) {
        draw_monotone(builder, points, count);
    } else if (g_str_has_prefix(name, "step")) {
        draw_steps(builder, points, count, g_str_equal(name, "step") ? 0.5 : g_str_equal(name, "step-after") ? 1 : 0);
    } else {
        for (guint i = 1; i < count; i++)
            rk_path_line(builder, points[2 * i], points[2 * i + 1]);
    }
}

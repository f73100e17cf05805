/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines of the scene as Cairo paths. Cairo's fixed-point numbers wrap around without a word; coordinates too far out
 * for them are moved to where nobody can see the difference.
 */
#include "render/paint-private.h"

#include "render/corners-private.h"

#include <math.h>

/* The fixed point ends at 2^23 device pixels. */
#define FARTHEST_DEVICE_PIXEL 4e6

double rk_trace_reach(cairo_t *cairo)
{
    double x = 1;
    double y = 0;
    cairo_user_to_device_distance(cairo, &x, &y);
    return FARTHEST_DEVICE_PIXEL / MAX(hypot(x, y), 1e-6);
}

static double within(double reach, double value)
{
    return CLAMP(value, -reach, reach);
}

static void trace_arc(cairo_t *cairo, double reach, const double numbers[5], double x, double y)
{
    double center_x = within(reach, x + numbers[0]);
    double center_y = within(reach, y + numbers[1]);
    double radius = fabs(within(reach, numbers[2]));
    double start = numbers[3];
    double sweep = CLAMP(numbers[4] - start, -2 * G_PI, 2 * G_PI);
    if (sweep >= 0)
        cairo_arc(cairo, center_x, center_y, radius, start, start + sweep);
    else
        cairo_arc_negative(cairo, center_x, center_y, radius, start, start + sweep);
}

void rk_trace_path(cairo_t *cairo, double reach, const RkPath *path, double x, double y)
{
    const double *at = path->numbers;
    for (guint i = 0; i < path->verb_count; i++) {
        switch (path->verbs[i]) {
        case RK_PATH_MOVE:
            cairo_move_to(cairo, within(reach, x + at[0]), within(reach, y + at[1]));
            at += 2;
            break;
        case RK_PATH_LINE:
            cairo_line_to(cairo, within(reach, x + at[0]), within(reach, y + at[1]));
            at += 2;
            break;
        case RK_PATH_CURVE:
            cairo_curve_to(cairo, within(reach, x + at[0]), within(reach, y + at[1]), within(reach, x + at[2]),
                           within(reach, y + at[3]), within(reach, x + at[4]), within(reach, y + at[5]));
            at += 6;
            break;
        case RK_PATH_ARC:
            trace_arc(cairo, reach, at, x, y);
            at += 5;
            break;
        default:
            cairo_close_path(cairo);
        }
    }
}

void rk_trace_rect(cairo_t *cairo, double reach, double x, double y, double width, double height,
                   const double radius[4])
{
    double left = within(reach, x);
    double top = within(reach, y);
    double right = within(reach, x + MAX(width, 0));
    double bottom = within(reach, y + MAX(height, 0));
    double r[4];
    if (!rk_corners_fit(radius, right - left, bottom - top, r)) {
        cairo_rectangle(cairo, left, top, right - left, bottom - top);
        return;
    }
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, left + r[0], top + r[0], r[0], G_PI, 1.5 * G_PI);
    cairo_arc(cairo, right - r[1], top + r[1], r[1], 1.5 * G_PI, 2 * G_PI);
    cairo_arc(cairo, right - r[2], bottom - r[2], r[2], 0, 0.5 * G_PI);
    cairo_arc(cairo, left + r[3], bottom - r[3], r[3], 0.5 * G_PI, G_PI);
    cairo_close_path(cairo);
}

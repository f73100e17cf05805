/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some segments of a curve drawn apart from the others. The whole curve is drawn first, and cut where it passes through
 * its points, so that its bends are those of the uncut curve.
 */
#include "plot/flags.h"

#include <math.h>

typedef struct {
    RkPathBuilder *builders[2]; /**< solid, dashed */
    int last;                   /**< which was drawn into; -1: none */
    double x, y;                /**< where the pen is */
} Pen;

/** Nearer than this a curve has reached its point. */
#define NEAR 1e-6

static RkPathBuilder *take_up(Pen *pen, int which)
{
    if (pen->last != which)
        rk_path_move(pen->builders[which], pen->x, pen->y);
    pen->last = which;
    return pen->builders[which];
}

static void follow(Pen *pen, guint8 verb, const double *numbers, int which)
{
    if (verb == RK_PATH_LINE)
        rk_path_line(take_up(pen, which), numbers[0], numbers[1]);
    else
        rk_path_curve(take_up(pen, which), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    pen->x = numbers[verb == RK_PATH_LINE ? 0 : 4];
    pen->y = numbers[verb == RK_PATH_LINE ? 1 : 5];
}

/** Draws the verbs of a path, each into the path of its segment; answers how many segments were met. */
static guint draw_segments(const RkPath *path, const double *points, guint count, const guint8 *dashed, Pen *pen)
{
    const double *numbers = path->numbers;
    guint segment = 1;
    for (guint i = 0; i < path->verb_count; i++) {
        guint8 verb = path->verbs[i];
        if (verb == RK_PATH_MOVE) {
            pen->x = numbers[0];
            pen->y = numbers[1];
        } else {
            follow(pen, verb, numbers, segment < count && dashed[segment] ? 1 : 0);
        }
        numbers += verb == RK_PATH_CURVE ? 6 : 2;
        gboolean met = segment < count && fabs(pen->x - points[2 * segment]) < NEAR &&
                       fabs(pen->y - points[2 * segment + 1]) < NEAR;
        segment += met && verb != RK_PATH_MOVE;
    }
    return segment;
}

static gboolean only_lines_and_curves(const RkPath *path)
{
    for (guint i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] != RK_PATH_MOVE && path->verbs[i] != RK_PATH_LINE && path->verbs[i] != RK_PATH_CURVE)
            return FALSE;
    }
    return TRUE;
}

void rk_curve_draw_parts(RkPathBuilder *solid, RkPathBuilder *dashes, const RkCurve *curve, const double *points,
                         guint count, const guint8 *dashed)
{
    gboolean any = FALSE;
    for (guint i = 1; i < count; i++)
        any = any || dashed[i];
    g_autoptr(RkScene) scratch = rk_scene_new(0, 0);
    g_autoptr(RkPathBuilder) whole = rk_path_builder_new(), trial = rk_path_builder_new();
    rk_curve_draw(whole, curve, points, count, RK_EDGE_NONE);
    RkPath path = rk_path_take(whole, scratch);
    Pen pen = {{trial, trial}, -1, 0, 0};
    if (any && only_lines_and_curves(&path) && draw_segments(&path, points, count, dashed, &pen) == count) {
        pen = (Pen){{solid, dashes}, -1, 0, 0};
        draw_segments(&path, points, count, dashed, &pen);
        return;
    }
    rk_curve_draw(solid, curve, points, count, RK_EDGE_NONE);
}

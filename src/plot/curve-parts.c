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

double rk_curve_turn(const RkCurve *curve)
{
    static const struct {
        const char *name;
        double turn;
    } steps[] = {{"step", 0.5}, {"step-before", 0}, {"step-after", 1}};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
        if (g_strcmp0(curve->name, steps[i].name) == 0)
            return steps[i].turn;
    return NAN;
}

static void go(Pen *pen, double x, double y, gboolean dashed)
{
    const double end[] = {x, y};
    if (x != pen->x || y != pen->y)
        follow(pen, RK_PATH_LINE, end, dashed ? 1 : 0);
}

/** What lies level with a value is its own, also behind it; what leads up to it is, too. */
static void draw_steps(Pen *pen, double turn, const double *points, guint count, const guint8 *dashed)
{
    pen->x = points[0];
    pen->y = points[1];
    for (guint i = 1; i < count; i++) {
        const double *from = points + 2 * (i - 1), *to = points + 2 * i;
        double at = from[0] + (to[0] - from[0]) * turn;
        go(pen, at, from[1], dashed[i - 1]);
        go(pen, at, to[1], dashed[i]);
        go(pen, to[0], to[1], dashed[i]);
    }
}

void rk_curve_draw_parts(RkPathBuilder *solid, RkPathBuilder *dashes, const RkCurve *curve, const double *points,
                         guint count, const guint8 *dashed)
{
    gboolean any = FALSE;
    double turn = rk_curve_turn(curve);
    /* Nothing that slopes is level with the first. */
    for (guint i = isnan(turn) ? 1 : 0; i < count; i++)
        any = any || dashed[i];
    if (any && !isnan(turn)) {
        Pen steps = {{solid, dashes}, -1, 0, 0};
        draw_steps(&steps, turn, points, count, dashed);
        return;
    }
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

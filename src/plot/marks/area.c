/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Areas under the rows of a series, stacked where a channel parts them. A missing value is a gap.
 */
#include "plot/mark.h"
#include "plot/marks/paths-private.h"
#include "plot/place.h"
#include "plot/series.h"

#include <math.h>

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_paths_shape, NULL};
static const RkShape shape = {.name = "the area mark", .includes = includes};

typedef struct {
    double *top, *bottom; /**< x, y pairs; bottom in the same order as top */
    guint count;
} Run;

static gboolean add_point(RkUnit *unit, guint32 row, Run *run)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    RkChannel across = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    double at = rk_unit_place(unit, along, row, RK_DEFAULT_LEAST), from, to;
    if (!isfinite(at) || rk_unit_breaks(unit, row) || !rk_unit_range(unit, across, row, RK_DEFAULT_LEAST, &from, &to))
        return FALSE;
    double *top = run->top + 2 * run->count, *bottom = run->bottom + 2 * run->count;
    top[0] = unit->horizontal ? to : at;
    top[1] = unit->horizontal ? at : to;
    bottom[0] = unit->horizontal ? from : at;
    bottom[1] = unit->horizontal ? at : from;
    run->count++;
    return TRUE;
}

static void close_run(RkPathBuilder *builder, Run *run, const RkCurve *curve)
{
    if (run->count > 0) {
        rk_curve_draw(builder, curve, run->top, run->count, RK_EDGE_FIRST);
        for (guint i = 0; i < run->count / 2; i++) {
            for (guint k = 0; k < 2; k++) {
                double *a = &run->bottom[2 * i + k], *b = &run->bottom[2 * (run->count - 1 - i) + k], swap = *a;
                *a = *b;
                *b = swap;
            }
        }
        rk_curve_draw(builder, curve, run->bottom, run->count, RK_EDGE_SECOND);
    }
    run->count = 0;
}

static void draw_series(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    g_autofree double *top = g_new(double, 2 * (gsize)series->count);
    g_autofree double *bottom = g_new(double, 2 * (gsize)series->count);
    Run run = {top, bottom, 0};
    RkCurve curve = rk_unit_curve(unit);
    curve.sideways = unit->horizontal;
    for (guint i = 0; i < series->count; i++) {
        if (!add_point(unit, series->rows[i], &run))
            close_run(builder, &run, &curve);
    }
    close_run(builder, &run, &curve);
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, series->rows[0], &node->style);
    rk_unit_mean(unit, node, series->rows[0], "area mark");
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    RkNode *group = rk_unit_container(unit, parent, "area");
    for (guint i = 0; i < all->len; i++)
        draw_series(unit, group, g_ptr_array_index(all, i));
    return TRUE;
}

extern const RkMark rk_mark_area;
const RkMark rk_mark_area = {
    .name = "area",
    .summary = "the area under a series, stacked where colours part it",
    .shape = &shape,
    .stacks = TRUE,
    .upright = RK_UPRIGHT_AREA,
    .filled = TRUE,
    .series = TRUE,
    .flags_as = RK_FLAG_ON_AREA,
    .draw = draw,
};

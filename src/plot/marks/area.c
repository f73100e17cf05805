/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Areas under the rows of a series, stacked where a channel parts them. A missing value is a gap, never a bridge; a
 * value alone between two gaps is a stroke, so that it is not lost.
 */
#include "plot/flags.h"
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

/** A row's place along the axis and its two ends across it. */
typedef struct {
    double at, from, to;
} Slice;

static gboolean slice_of(RkUnit *unit, guint32 row, Slice *slice)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    RkChannel across = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    slice->at = rk_unit_place(unit, along, row, RK_DEFAULT_LEAST);
    return isfinite(slice->at) && !rk_unit_breaks(unit, row) &&
           rk_unit_range(unit, across, row, RK_DEFAULT_LEAST, &slice->from, &slice->to);
}

static void add_slice(const RkUnit *unit, Run *run, Slice slice)
{
    double *top = run->top + 2 * run->count, *bottom = run->bottom + 2 * run->count;
    top[0] = unit->horizontal ? slice.to : slice.at;
    top[1] = unit->horizontal ? slice.at : slice.to;
    bottom[0] = unit->horizontal ? slice.from : slice.at;
    bottom[1] = unit->horizontal ? slice.at : slice.from;
    run->count++;
}

/** An area of no width is given that of a stroke. */
static void draw_alone(const RkUnit *unit, RkPathBuilder *builder, const Run *run)
{
    double half = rk_unit_flag_stroke(unit) / 2;
    double x = unit->horizontal ? 0 : half, y = unit->horizontal ? half : 0;
    rk_path_move(builder, run->top[0] - x, run->top[1] - y);
    rk_path_line(builder, run->top[0] + x, run->top[1] + y);
    rk_path_line(builder, run->bottom[0] + x, run->bottom[1] + y);
    rk_path_line(builder, run->bottom[0] - x, run->bottom[1] - y);
    rk_path_close(builder);
}

static void close_run(const RkUnit *unit, RkPathBuilder *builder, Run *run, const RkCurve *curve)
{
    /* The grammar draws an area of no width. */
    if (run->count == 1 && !unit->plotting->vega_lite) {
        draw_alone(unit, builder, run);
    } else if (run->count > 0) {
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
    double reach = rk_unit_flag_reach(unit, series);
    for (guint i = 0; i < series->count; i++) {
        Slice slice;
        gboolean there = slice_of(unit, series->rows[i], &slice);
        if (!there || rk_paths_is_far(unit, top, run.count, slice.at, reach))
            close_run(unit, builder, &run, &curve);
        if (there)
            add_slice(unit, &run, slice);
    }
    close_run(unit, builder, &run, &curve);
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, series->rows[0], &node->style);
    rk_unit_mean(unit, node, rk_series_told_row(unit, series), "area mark");
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    rk_unit_tell_empty_series(unit, all);
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
    .hatch = rk_unit_flag_hatch_area,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_STROKE_DASH) |
            RK_CHANNEL_BIT(RK_CHANNEL_SIZE),
    .draw = draw,
};

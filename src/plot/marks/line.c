/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines through the rows of a series. A missing value is a gap, never a bridge; a value alone between two gaps is a
 * dot, so that it is not lost.
 */
#include "plot/flags.h"
#include "plot/label.h"
#include "plot/mark.h"
#include "plot/marks/paths-private.h"
#include "plot/readable.h"
#include "plot/series.h"

#include <math.h>

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_paths_shape, NULL};
static const RkShape shape = {.name = "the line mark", .includes = includes};

static void add_dot(RkUnit *unit, RkNode *group, guint32 row, double x, double y, double size)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
    node->symbol.x = x;
    node->symbol.y = y;
    node->symbol.size = size;
    node->symbol.shape = "circle";
    node->style.fill = (RkPaint){TRUE, rk_unit_row_color(unit, row)};
    node->meaning.hidden = TRUE;
}

/** The path of a series: what is certain, and the segments up to uncertain values. */
typedef struct {
    RkPathBuilder *solid, *dashes;
} Paths;

/** Points without a gap between them; `dashed` tells which are uncertain. */
typedef struct {
    double *points;
    guint8 *dashed;
    guint count;
    guint32 row; /**< the last */
} Run;

static void close_run(RkUnit *unit, RkNode *group, const Paths *paths, Run *run)
{
    double width = rk_unit_number(unit, "strokeWidth", 2);
    RkCurve curve = rk_unit_curve(unit);
    /* The grammar draws a line of no length. */
    if (run->count == 1 && !unit->plotting->vega_lite)
        add_dot(unit, group, run->row, run->points[0], run->points[1], width * width * 3);
    else if (run->count > 0)
        rk_curve_draw_parts(paths->solid, paths->dashes, &curve, run->points, run->count, run->dashed);
    run->count = 0;
}

/** Draws one series into its paths; values alone become dots. */
static void draw_runs(RkUnit *unit, RkNode *group, const RkSeries *series, const Paths *paths)
{
    g_autofree double *points = g_new(double, 2 * (gsize)series->count + 2);
    g_autofree guint8 *dashed = g_new(guint8, (gsize)series->count + 1);
    double reach = rk_unit_flag_reach(unit, series);
    gboolean dashes = rk_unit_flag_dashes(unit);
    Run run = {.points = points, .dashed = dashed};
    for (guint i = 0; i < series->count; i++) {
        guint32 row = series->rows[i];
        double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5), y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
        gboolean there = isfinite(x) && isfinite(y) && !rk_unit_breaks(unit, row);
        if (!there || rk_paths_is_far(unit, points, run.count, unit->horizontal ? y : x, reach))
            close_run(unit, group, paths, &run);
        if (!there)
            continue;
        points[2 * run.count] = x;
        points[2 * run.count + 1] = y;
        dashed[run.count++] = dashes && rk_unit_uncertain(unit, row);
        run.row = row;
    }
    close_run(unit, group, paths, &run);
}

/** A part of a series as a node; the first part alone speaks. */
static void add_path(RkUnit *unit, RkNode *group, const RkSeries *series, RkPathBuilder *builder, gboolean dashed,
                     gboolean speaks)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, series->rows[0], &node->style);
    if (dashed)
        rk_unit_flag_dash(unit, &node->style);
    if (speaks)
        rk_unit_mean(unit, node, rk_series_told_row(unit, series), "line mark");
    node->meaning.hidden = node->meaning.hidden || !speaks;
}

static void draw_series(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    g_autoptr(RkPathBuilder) solid = rk_path_builder_new(), dashes = rk_path_builder_new();
    const Paths paths = {solid, dashes};
    draw_runs(unit, group, series, &paths);
    gboolean speaks = TRUE;
    if (!rk_path_is_empty(solid)) {
        add_path(unit, group, series, solid, FALSE, TRUE);
        speaks = FALSE;
    }
    if (!rk_path_is_empty(dashes))
        add_path(unit, group, series, dashes, TRUE, speaks);
}

static void draw_points(RkUnit *unit, RkNode *parent, const GPtrArray *all)
{
    RkNode *group = rk_unit_container(unit, parent, "symbol");
    const RkValue *point = rk_unit_property(unit, "point");
    for (guint i = 0; i < all->len; i++) {
        const RkSeries *series = g_ptr_array_index(all, i);
        for (guint k = 0; k < series->count; k++) {
            double x = rk_unit_position(unit, RK_CHANNEL_X, series->rows[k], 0.5);
            double y = rk_unit_position(unit, RK_CHANNEL_Y, series->rows[k], 0.5);
            if (!isfinite(x) || !isfinite(y))
                continue;
            RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
            node->symbol.x = x;
            node->symbol.y = y;
            node->symbol.size = rk_value_number_or(rk_value_get(point, "size"), 30);
            node->symbol.shape = "circle";
            RkColor color = rk_unit_row_color(unit, series->rows[k]);
            gboolean filled = rk_value_boolean_or(rk_value_get(point, "filled"), TRUE);
            node->style.fill = (RkPaint){TRUE, filled                      ? color
                                               : unit->plotting->vega_lite ? (RkColor){1, 1, 1, 1}
                                                                           : rk_plotting_paper(unit->plotting)};
            node->style.stroke = (RkPaint){!filled, color};
            node->style.stroke_width = 1.5;
            rk_unit_mean(unit, node, series->rows[k], "point");
        }
    }
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    rk_unit_tell_empty_series(unit, all);
    rk_unit_tell_equal_series(unit, all);
    RkNode *group = rk_unit_container(unit, parent, "line");
    for (guint i = 0; i < all->len; i++)
        draw_series(unit, group, g_ptr_array_index(all, i));
    const RkValue *point = rk_unit_property(unit, "point");
    /* In the grammar, points are a layer of their own. */
    if (!unit->plotting->vega_lite && (rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE)))
        draw_points(unit, parent, all);
    return rk_label_lines(unit, parent, all, error);
}

extern const RkMark rk_mark_line;
const RkMark rk_mark_line = {
    .name = "line",
    .size = RK_SIZE_WIDTH,
    .summary = "a line through the rows of a series, with gaps where values are missing",
    .shape = &shape,
    .stackable = TRUE,
    .series = TRUE,
    .flags_as = RK_FLAG_ON_LINE,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_WORDS,
    .draw = draw,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines through the rows of a series. A missing value is a gap, never a bridge; a value alone between two gaps is a
 * dot, so that it is not lost.
 */
#include "plot/label.h"
#include "plot/mark.h"
#include "plot/series.h"

#include <math.h>

static const RkProperty properties[] = {
    {"interpolate", RK_ALLOW_TEXT, .words = rk_curve_names, .summary = "the curve between points"},
    {"point", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP, .summary = "a point on each value"},
    {0},
};
static const RkShape line_words = {.name = "the line mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &line_words, NULL};
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

/** Draws one series into a path; values alone become dots. */
static void draw_runs(RkUnit *unit, RkNode *group, const RkSeries *series, RkPathBuilder *builder, const char *curve)
{
    g_autofree double *points = g_new(double, 2 * (gsize)series->count);
    guint run = 0;
    double width = rk_unit_number(unit, "strokeWidth", 2);
    for (guint i = 0; i <= series->count; i++) {
        double x = NAN, y = NAN;
        if (i < series->count) {
            x = rk_unit_position(unit, RK_CHANNEL_X, series->rows[i], 0.5);
            y = rk_unit_position(unit, RK_CHANNEL_Y, series->rows[i], 0.5);
        }
        if (isfinite(x) && isfinite(y)) {
            points[2 * run] = x;
            points[2 * run + 1] = y;
            run++;
            continue;
        }
        if (run == 1)
            add_dot(unit, group, series->rows[i - 1], points[0], points[1], width * width * 3);
        else
            rk_curve_draw(builder, curve, points, run, FALSE);
        run = 0;
    }
}

static void draw_series(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    draw_runs(unit, group, series, builder, rk_unit_text(unit, "interpolate", "linear"));
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, series->rows[0], &node->style);
    rk_unit_mean(unit, node, series->rows[0], "line mark");
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
            node->style.fill = (RkPaint){TRUE, filled ? color : (RkColor){1, 1, 1, 1}};
            node->style.stroke = (RkPaint){!filled, color};
            node->style.stroke_width = 1.5;
            rk_unit_mean(unit, node, series->rows[k], "point");
        }
    }
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    RkNode *group = rk_unit_container(unit, parent, "line");
    for (guint i = 0; i < all->len; i++)
        draw_series(unit, group, g_ptr_array_index(all, i));
    const RkValue *point = rk_unit_property(unit, "point");
    if (rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE))
        draw_points(unit, parent, all);
    return rk_label_lines(unit, parent, all, error);
}

extern const RkMark rk_mark_line;
const RkMark rk_mark_line = {
    .name = "line",
    .size = RK_SIZE_WIDTH,
    .summary = "a line through the rows of a series, with gaps where values are missing",
    .shape = &shape,
    .series = TRUE,
    .draw = draw,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks: a short stroke across the direction of measurement at each row's value.
 */
#include "plot/mark.h"
#include "plot/series.h"

#include <math.h>

static const RkProperty properties[] = {
    {"thickness", RK_ALLOW_NUMBER, .summary = "of the stroke, in pixels"},
    {"bandSize", RK_ALLOW_NUMBER, .summary = "length of the stroke, in pixels"},
    {0},
};
static const RkShape tick_words = {.name = "the tick mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &tick_words, NULL};
static const RkShape shape = {.name = "the tick mark", .includes = includes};

static double length_of(const RkUnit *unit, RkChannel across, guint32 row)
{
    double start, size;
    double own = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "bandSize", NAN));
    if (!isnan(own))
        return own;
    return rk_unit_band(unit, across, row, &start, &size) && size > 0 ? size : 15;
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
    if (!isfinite(x) || !isfinite(y))
        return;
    double length = length_of(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X, row);
    double thickness = rk_unit_number(unit, "thickness", 1);
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RECT);
    node->rect.width = unit->horizontal ? thickness : length;
    node->rect.height = unit->horizontal ? length : thickness;
    node->rect.x = x - node->rect.width / 2;
    node->rect.y = y - node->rect.height / 2;
    rk_unit_style(unit, row, &node->style);
    rk_unit_mean(unit, node, row, "tick");
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    RkNode *group = rk_unit_container(unit, parent, "rect");
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    for (gsize i = 0; i < count; i++)
        draw_row(unit, group, rows[i]);
    return TRUE;
}

extern const RkMark rk_mark_tick;
const RkMark rk_mark_tick = {
    .name = "tick",
    .size = RK_SIZE_BAND,
    .summary = "a short stroke at each value",
    .shape = &shape,
    .bands = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_POINT,
    .draw = draw,
};

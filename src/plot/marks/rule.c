/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules: a straight line between two positions, or across the whole frame where only one axis is given.
 */
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/series.h"

#include <math.h>

static const RkShape *const includes[] = {&rk_mark_common_shape, NULL};
static const RkShape shape = {.name = "the rule mark", .includes = includes};

/** With two values and no second end, a rule of our own figures spans the band it stands in; the grammar draws it from
 * zero. */
static gboolean spans_band(const RkUnit *unit)
{
    return !unit->plotting->vega_lite && unit->uses[RK_CHANNEL_X] != NULL && unit->uses[RK_CHANNEL_Y] != NULL &&
           unit->uses[RK_CHANNEL_X2] == NULL && unit->uses[RK_CHANNEL_Y2] == NULL;
}

/** Both ends along one axis. */
static gboolean ends(const RkUnit *unit, RkChannel channel, guint32 row, double *from, double *to)
{
    gboolean along = unit->horizontal == (channel == RK_CHANNEL_X);
    double size;
    if (spans_band(unit) && rk_unit_band(unit, channel, row, from, &size) && size > 0) {
        *to = *from + size;
        return TRUE;
    }
    if (!spans_band(unit) && (unit->undirected || along))
        return rk_unit_range(unit, channel, row, unit->undirected ? RK_DEFAULT_MIDDLE : RK_DEFAULT_MOST, from, to);
    *from = *to = rk_unit_place(unit, channel, row, RK_DEFAULT_MIDDLE);
    return isfinite(*from);
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    double x, x2, y, y2;
    if (!ends(unit, RK_CHANNEL_X, row, &x2, &x) || !ends(unit, RK_CHANNEL_Y, row, &y2, &y))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = x;
    node->rule.y = y;
    node->rule.x2 = x2;
    node->rule.y2 = y2;
    rk_unit_style(unit, row, &node->style);
    rk_unit_mean(unit, node, row, unit->plotting->vega_lite ? "rule mark" : "rule");
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    rk_unit_draw_rows(unit, parent, "rule", draw_row);
    return TRUE;
}

extern const RkMark rk_mark_rule;
const RkMark rk_mark_rule = {
    .name = "rule",
    .size = RK_SIZE_WIDTH,
    .summary = "a straight line between two positions or across the frame",
    .shape = &shape,
    .stackable = TRUE,
    .upright = RK_UPRIGHT_RULE,
    .flags_as = RK_FLAG_ON_LINE,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

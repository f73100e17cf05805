/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules: a straight line between two positions, or across the whole frame where only one axis is given.
 */
#include "plot/mark.h"
#include "plot/series.h"

#include <math.h>

static const RkShape *const includes[] = {&rk_mark_common_shape, NULL};
static const RkShape shape = {.name = "the rule mark", .includes = includes};

/** Both ends along one axis. */
static void ends(const RkUnit *unit, RkChannel channel, guint32 row, gboolean ranged, double *from, double *to)
{
    RkChannel second = channel == RK_CHANNEL_X ? RK_CHANNEL_X2 : RK_CHANNEL_Y2;
    const RkUse *use = unit->uses[channel];
    double size, start;
    if (use == NULL) {
        *from = 0;
        *to = channel == RK_CHANNEL_X ? unit->panel->width : unit->panel->height;
    } else if (unit->uses[second] != NULL) {
        *from = rk_unit_position(unit, channel, row, 0.5);
        *to = rk_unit_position(unit, second, row, 0.5);
    } else if (ranged && rk_unit_band(unit, channel, row, &start, &size) && size > 0) {
        *from = start;
        *to = start + size;
    } else {
        *from = *to = rk_unit_position(unit, channel, row, 0.5);
    }
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    RkNode *group = rk_unit_container(unit, parent, "rule");
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    gboolean both = unit->uses[RK_CHANNEL_X] != NULL && unit->uses[RK_CHANNEL_Y] != NULL;
    gboolean second = unit->uses[RK_CHANNEL_X2] != NULL || unit->uses[RK_CHANNEL_Y2] != NULL;
    for (gsize i = 0; i < count; i++) {
        double x, x2, y, y2;
        /* With two values and no second end, a rule spans the band it stands in. */
        ends(unit, RK_CHANNEL_X, rows[i], both && !second, &x, &x2);
        ends(unit, RK_CHANNEL_Y, rows[i], both && !second, &y, &y2);
        if (!isfinite(x) || !isfinite(x2) || !isfinite(y) || !isfinite(y2))
            continue;
        RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RULE);
        node->rule.x = x;
        node->rule.y = y;
        node->rule.x2 = x2;
        node->rule.y2 = y2;
        rk_unit_style(unit, rows[i], &node->style);
        rk_unit_mean(unit, node, rows[i], "rule");
    }
    return TRUE;
}

extern const RkMark rk_mark_rule;
const RkMark rk_mark_rule = {
    .name = "rule",
    .size = RK_SIZE_WIDTH,
    .summary = "a straight line between two positions or across the frame",
    .shape = &shape,
    .draw = draw,
};

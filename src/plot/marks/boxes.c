/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes between two positions on both axes, with corners, and the hairline that parts the pieces of a stack.
 */
#include "plot/flags.h"
#include "plot/marks/boxes-private.h"
#include "plot/place.h"
#include "plot/series.h"

#include <math.h>

static const RkProperty properties[] = {
    {"cornerRadius", RK_ALLOW_NUMBER, .summary = "radius of all corners in pixels"},
    {"cornerRadiusTopLeft", RK_ALLOW_NUMBER, .summary = "radius of one corner"},
    {"cornerRadiusTopRight", RK_ALLOW_NUMBER, .summary = "radius of one corner"},
    {"cornerRadiusBottomLeft", RK_ALLOW_NUMBER, .summary = "radius of one corner"},
    {"cornerRadiusBottomRight", RK_ALLOW_NUMBER, .summary = "radius of one corner"},
    {"continuousBandSize", RK_ALLOW_NUMBER, .summary = "thickness of a bar on a continuous axis"},
    {"binSpacing", RK_ALLOW_NUMBER, .summary = "gap between bars over bins in pixels"},
    {"hairline", RK_ALLOW_NUMBER, .summary = "gap between the parts of a stack in pixels"},
    {0},
};
const RkShape rk_boxes_shape = {.name = "the mark", .properties = properties};

static void set_corners(const RkUnit *unit, RkNode *node)
{
    static const char *const keys[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                                       "cornerRadiusBottomLeft"};
    double most = fmin(node->rect.width, node->rect.height) / 2;
    double all = rk_unit_number(unit, "cornerRadius", 0);
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        node->rect.corner_radius[i] = CLAMP(rk_unit_number(unit, keys[i], all), 0, most);
}

static gboolean over_bin(const RkUnit *unit, RkChannel second)
{
    return unit->uses[second] != NULL && unit->uses[second]->bin_end;
}

/** Takes half a hairline from both ends, unless too little would be left. */
static void part(double hairline, double *from, double *to)
{
    if (hairline <= 0 || fabs(*to - *from) < 2 * hairline)
        return;
    double sign = *to > *from ? 1 : -1;
    *from += sign * hairline / 2;
    *to -= sign * hairline / 2;
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row, gboolean lengthwise)
{
    double x, x2, y, y2;
    gboolean along_x = lengthwise && unit->horizontal, along_y = lengthwise && !unit->horizontal;
    if (!rk_unit_span(unit, RK_CHANNEL_X, row, along_x, &x, &x2) ||
        !rk_unit_span(unit, RK_CHANNEL_Y, row, along_y, &y, &y2))
        return;
    double hairline = unit->stacked ? rk_unit_number(unit, "hairline", 0) : 0;
    double between_bins = rk_unit_number(unit, "binSpacing", 1);
    if (along_x || over_bin(unit, RK_CHANNEL_X2))
        part(along_x ? hairline : between_bins, &x, &x2);
    if (along_y || over_bin(unit, RK_CHANNEL_Y2))
        part(along_y ? hairline : between_bins, &y, &y2);
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RECT);
    node->rect.x = fmin(x, x2);
    node->rect.y = fmin(y, y2);
    node->rect.width = fabs(x2 - x);
    node->rect.height = fabs(y2 - y);
    set_corners(unit, node);
    rk_unit_style(unit, row, &node->style);
    rk_unit_mean(unit, node, row, unit->mark->name);
    rk_unit_hatch(unit, group, row, node->rect.x, node->rect.y, node->rect.width, node->rect.height);
}

gboolean rk_boxes_draw(RkUnit *unit, RkNode *parent, gboolean lengthwise, GError **error)
{
    (void)error;
    RkNode *group = rk_unit_container(unit, parent, "rect");
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    for (gsize i = 0; i < count; i++)
        draw_row(unit, group, rows[i], lengthwise);
    return TRUE;
}

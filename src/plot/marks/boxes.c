/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes between two positions on both axes, with corners, and the hairline that parts the pieces of a stack.
 */
#include "plot/flags.h"
#include "plot/marks/boxes-private.h"
#include "plot/place.h"
#include "plot/series.h"

#include <math.h>

static const char *const aligns[] = {"left", "center", "right", NULL};
static const char *const baselines[] = {"top", "middle", "bottom", NULL};

static const RkProperty properties[] = {
    {"cornerRadius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of all corners in pixels"},
    {"cornerRadiusTopLeft", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of one corner"},
    {"cornerRadiusTopRight", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of one corner"},
    {"cornerRadiusBottomLeft", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of one corner"},
    {"cornerRadiusBottomRight", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of one corner"},
    {"width", RK_ALLOW_NUMBER | RK_ALLOW_MAP | RK_ALLOW_ROWS, .shape = &rk_band_size_shape,
     .summary = "pixels, or {band: 0.7}"},
    {"height", RK_ALLOW_NUMBER | RK_ALLOW_MAP | RK_ALLOW_ROWS, .shape = &rk_band_size_shape,
     .summary = "pixels, or {band: 0.7}"},
    {"align", RK_ALLOW_TEXT, .words = aligns, .summary = "which side of a mark with a width is at its place"},
    {"baseline", RK_ALLOW_TEXT, .words = baselines, .summary = "which height of a mark with a height is at its place"},
    {"minBandSize", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "thinnest mark over a band or bin in pixels"},
    {"discreteBandSize", RK_ALLOW_NUMBER | RK_ALLOW_MAP, .shape = &rk_band_size_shape,
     .summary = "thickness on a discrete axis: pixels, or {band: 0.7}"},
    {"continuousBandSize", RK_ALLOW_NUMBER, .summary = "thickness on a continuous axis in pixels"},
    {"binSpacing", RK_ALLOW_NUMBER, .summary = "gap between marks over bins in pixels"},
    {"timeUnitBandPosition", RK_ALLOW_NUMBER,
     .summary = "which part of its unit of time a mark has its middle at, 0 to 1"},
    {"timeUnitBandSize", RK_ALLOW_NUMBER, .summary = "how much of its unit of time a mark covers, 0 to 1"},
    {0},
};
const RkShape rk_boxes_shape = {.name = "the mark", .properties = properties};

static const char *const corner_keys[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                                          "cornerRadiusBottomLeft"};

/** The corner of the free end: of upright boxes the upper two, of level ones the right two. */
static gboolean at_free_end(const RkUnit *unit, guint corner)
{
    gboolean ranged = unit->uses[unit->horizontal ? RK_CHANNEL_X2 : RK_CHANNEL_Y2] != NULL && !unit->stacked;
    return ranged || (unit->horizontal ? corner == 1 || corner == 2 : corner <= 1);
}

gboolean rk_box_corners(const RkUnit *unit, gsize row, double radius[4])
{
    rk_unit_turn_to(unit, row);
    double all = rk_unit_number(unit, "cornerRadius", 0), end = rk_unit_number(unit, "cornerRadiusEnd", NAN);
    gboolean round = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(corner_keys); i++) {
        double own = !isnan(end) && !unit->undirected && at_free_end(unit, i) ? end : all;
        radius[i] = fmax(rk_unit_number(unit, corner_keys[i], own), 0);
        round = round || radius[i] > 0;
    }
    return round;
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

gboolean rk_box_of(const RkUnit *unit, gsize row, RkBox *box)
{
    double x, x2, y, y2;
    if (!rk_unit_span(unit, RK_CHANNEL_X, row, &x, &x2) || !rk_unit_span(unit, RK_CHANNEL_Y, row, &y, &y2))
        return FALSE;
    double hairline = unit->stacked ? rk_unit_number(unit, "hairline", 0) : 0;
    if (unit->stacked && unit->stack_channel == RK_CHANNEL_X)
        part(hairline, &x, &x2);
    else if (unit->stacked)
        part(hairline, &y, &y2);
    *box = (RkBox){fmin(x, x2), fmin(y, y2), fabs(x2 - x), fabs(y2 - y)};
    return TRUE;
}

void rk_box_draw(RkUnit *unit, RkNode *group, gsize row, const RkBox *box, const double radius[4])
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RECT);
    double most = fmin(box->width, box->height) / 2;
    node->rect.x = box->x;
    node->rect.y = box->y;
    node->rect.width = box->width;
    node->rect.height = box->height;
    for (guint i = 0; i < 4; i++)
        node->rect.corner_radius[i] = fmin(radius[i], most);
    rk_unit_style(unit, row, &node->style);
    const char *name = unit->plotting->vega_lite ? unit->mark->grammar_name : NULL;
    rk_unit_mean(unit, node, row, name != NULL ? name : unit->mark->name);
    rk_unit_hatch(unit, group, row, node->rect.x, node->rect.y, node->rect.width, node->rect.height);
}

void rk_box_draw_rounded(RkUnit *unit, RkNode *group, gsize row, const RkBox *box)
{
    double radius[4];
    rk_box_corners(unit, row, radius);
    rk_box_draw(unit, group, row, box, radius);
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    RkBox box;
    if (rk_box_of(unit, row, &box))
        rk_box_draw_rounded(unit, group, row, &box);
}

gboolean rk_boxes_draw(RkUnit *unit, RkNode *parent)
{
    rk_unit_draw_rows(unit, parent, "rect", draw_row);
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arcs: sectors of a disc or ring between two angles and two radii, for pies, donuts and roses. Angles run clockwise
 * from the top.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/series.h"
#include "scene/sector.h"
#include "spec/checks.h"

#include <math.h>

static const RkProperty properties[] = {
    {"theta", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "end angle in radians, where no channel gives one"},
    {"theta2", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "start angle in radians, where no channel gives one"},
    {"radius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size,
     .summary = "outer radius in pixels, where no channel gives one"},
    {"radius2", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size,
     .summary = "inner radius in pixels, where no channel gives one"},
    {"innerRadius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size, .summary = "the same as radius2"},
    {"outerRadius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_size, .summary = "the same as radius"},
    {"thetaOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the end angle in radians"},
    {"theta2Offset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the start angle in radians"},
    {"radiusOffset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the outer radius in pixels"},
    {"radius2Offset", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "shift of the inner radius in pixels"},
    {"padAngle", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "gap between neighbours in radians"},
    {"cornerRadius", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "radius of the corners in pixels"},
    {0},
};
extern const RkShape rk_arc_words;
const RkShape rk_arc_words = {.name = "the arc mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_arc_words, NULL};
static const RkShape shape = {.name = "the arc mark", .includes = includes};

/** A sector without its corners. */
static void hatch(RkUnit *unit, RkNode *group, guint32 row, const RkSector *sector, RkFlagPoint middle)
{
    enum { STEPS = 90 };
    double points[4 * (STEPS + 1)], gap = copysign(sector->pad_angle / 2, sector->end - sector->start);
    double start = sector->start + gap, width = sector->end - gap - start;
    for (guint i = 0; i <= STEPS; i++) {
        double angle = start + width * i / STEPS;
        double *out = points + 2 * i, *in = points + 2 * (2 * STEPS + 1 - i);
        out[0] = middle.x + sector->outer * sin(angle);
        out[1] = middle.y - sector->outer * cos(angle);
        in[0] = middle.x + sector->inner * sin(angle);
        in[1] = middle.y - sector->inner * cos(angle);
    }
    rk_unit_hatch_polygon(unit, group, points, G_N_ELEMENTS(points) / 2, rk_unit_row_color(unit, row));
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    rk_unit_turn_to(unit, row);
    double x = rk_unit_place(unit, RK_CHANNEL_X, row, RK_DEFAULT_MIDDLE);
    double y = rk_unit_place(unit, RK_CHANNEL_Y, row, RK_DEFAULT_MIDDLE);
    RkSector sector = {.corner = fmax(rk_unit_number(unit, "cornerRadius", 0), 0),
                       .pad_angle = rk_unit_number(unit, "padAngle", 0)};
    if (!isfinite(x) || !isfinite(y) || !rk_unit_span(unit, RK_CHANNEL_THETA, row, &sector.start, &sector.end) ||
        !rk_unit_span(unit, RK_CHANNEL_RADIUS, row, &sector.inner, &sector.outer))
        return;
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_sector_outline(&sector, builder);
    /* A sector of no radius is a point: there is nothing to see, and still something to say. */
    if (rk_path_is_empty(builder) && isfinite(sector.outer) && isfinite(sector.start + sector.end)) {
        rk_path_move(builder, 0, 0);
        rk_path_close(builder);
    }
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.x = x;
    node->path.y = y;
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, row, &node->style);
    rk_unit_mean(unit, node, row, "arc mark");
    if (rk_unit_uncertain(unit, row))
        hatch(unit, group, row, &sector, (RkFlagPoint){x, y});
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    rk_unit_draw_rows(unit, parent, "arc", draw_row);
    return TRUE;
}

extern const RkMark rk_mark_arc;
const RkMark rk_mark_arc = {
    .name = "arc",
    .summary = "a sector of a disc or ring: pies, donuts, roses",
    .shape = &shape,
    .stacks = TRUE,
    .polar = TRUE,
    .thick = TRUE,
    .bands = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_BAR,
    .idle = RK_CHANNELS_ENDS | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_STROKE_DASH) |
            RK_CHANNEL_BIT(RK_CHANNEL_SIZE) | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

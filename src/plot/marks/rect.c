/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rectangles: a box over two bands or between two values, as in heat tables and shaded spans.
 */
#include "plot/marks/boxes-private.h"
#include "plot/place.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_boxes_shape, NULL};
static const RkShape shape = {.name = "the rect mark", .includes = includes};

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    rk_unit_warn_of_cells(unit);
    return rk_boxes_draw(unit, parent);
}

extern const RkMark rk_mark_rect;
const RkMark rk_mark_rect = {
    .name = "rect",
    .ramp = "heatmap",
    .grammar_name = "rect mark",
    .summary = "a box over bands or between values",
    .shape = &shape,
    .bands = TRUE,
    .tiles = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_BAR,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_STROKE_DASH) |
            RK_CHANNEL_BIT(RK_CHANNEL_SIZE) | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

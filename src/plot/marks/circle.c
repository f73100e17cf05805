/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles: a filled circle at each row's position.
 */
#include "plot/marks/symbols-private.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_symbols_shape, NULL};
static const RkShape shape = {.name = "the circle mark", .includes = includes};

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    return rk_symbols_draw(unit, parent, error);
}

extern const RkMark rk_mark_circle;
const RkMark rk_mark_circle = {
    .name = "circle",
    .summary = "a filled circle at each row's position",
    .shape = &shape,
    .filled = TRUE,
    .symbol = "circle",
    .flags_as = RK_FLAG_ON_POINT,
    .stackable = TRUE,
    .translucent = TRUE,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_ENDS | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Squares: a filled square at each row's position.
 */
#include "plot/marks/symbols-private.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_symbols_shape, NULL};
static const RkShape shape = {.name = "the square mark", .includes = includes};

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    return rk_symbols_draw(unit, parent, error);
}

extern const RkMark rk_mark_square;
const RkMark rk_mark_square = {
    .name = "square",
    .summary = "a filled square at each row's position",
    .shape = &shape,
    .filled = TRUE,
    .symbol = "square",
    .flags_as = RK_FLAG_ON_POINT,
    .stackable = TRUE,
    .translucent = TRUE,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_ENDS | RK_CHANNEL_BIT(RK_CHANNEL_TEXT) | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

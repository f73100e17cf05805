/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points: a symbol at each row's position, hollow unless filled.
 */
#include "plot/marks/symbols-private.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_symbols_shape, NULL};
static const RkShape shape = {.name = "the point mark", .includes = includes};

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    return rk_symbols_draw(unit, parent, error);
}

extern const RkMark rk_mark_point;
const RkMark rk_mark_point = {
    .name = "point",
    .summary = "a symbol at each row's position, hollow unless filled",
    .shape = &shape,
    .filled = FALSE,
    .flags_as = RK_FLAG_ON_POINT,
    .stackable = TRUE,
    .translucent = TRUE,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_ENDS | RK_CHANNEL_BIT(RK_CHANNEL_TEXT),
    .draw = draw,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars: a length from zero for each row, stacked where a channel parts them.
 */
#include "plot/label.h"
#include "plot/marks/boxes-private.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_boxes_shape, NULL};
static const RkShape shape = {.name = "the bar mark", .includes = includes};

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    return rk_boxes_draw(unit, parent, TRUE, error) && rk_label_bars(unit, parent, error);
}

extern const RkMark rk_mark_bar;
const RkMark rk_mark_bar = {
    .name = "bar",
    .summary = "a length from zero, stacked where colours part it",
    .shape = &shape,
    .stacks = TRUE,
    .bands = TRUE,
    .filled = TRUE,
    .draw = draw,
};

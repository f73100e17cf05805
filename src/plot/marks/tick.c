/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks: a short stroke at each value, across the axis that measures it.
 */
#include "plot/mark.h"
#include "plot/marks/boxes-private.h"
#include "plot/place.h"
#include "plot/series.h"
#include "spec/checks.h"

#include <math.h>

static const RkProperty properties[] = {
    {"thickness", RK_ALLOW_NUMBER, .check = rk_check_size, .summary = "of the stroke, in pixels"},
    {"bandSize", RK_ALLOW_NUMBER, .summary = "length of the stroke, in pixels"},
    {0},
};
extern const RkShape rk_tick_words;
const RkShape rk_tick_words = {.name = "the tick mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_boxes_shape, &rk_tick_words, NULL};
static const RkShape shape = {.name = "the tick mark", .includes = includes};

static gboolean box_of(const RkUnit *unit, gsize row, RkBox *box)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    double middle = rk_unit_place(unit, along, row, RK_DEFAULT_MIDDLE), from, to;
    if (!isfinite(middle) || !rk_unit_span(unit, across, row, &from, &to))
        return FALSE;
    double length = fabs(to - from), start = fmin(from, to), thickness = fmax(rk_unit_number(unit, "thickness", 1), 0);
    double own = rk_unit_number(unit, "bandSize", NAN);
    if (!isnan(own) && isnan(rk_unit_number(unit, "size", NAN)) && unit->uses[RK_CHANNEL_SIZE] == NULL) {
        start += (length - fmax(own, 0)) / 2;
        length = fmax(own, 0);
    }
    *box = unit->horizontal ? (RkBox){middle - thickness / 2, start, thickness, length}
                            : (RkBox){start, middle - thickness / 2, length, thickness};
    return TRUE;
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row)
{
    RkBox box;
    if (box_of(unit, row, &box))
        rk_box_draw_rounded(unit, group, row, &box);
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    rk_unit_draw_rows(unit, parent, "rect", draw_row);
    return TRUE;
}

extern const RkMark rk_mark_tick;
const RkMark rk_mark_tick = {
    .name = "tick",
    .size = RK_SIZE_BAND,
    .summary = "a short stroke at each value",
    .shape = &shape,
    .stackable = TRUE,
    .strokes_across = TRUE,
    .thick = TRUE,
    .translucent = TRUE,
    .bands = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_POINT,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_ENDS | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};

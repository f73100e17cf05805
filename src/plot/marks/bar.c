/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars: a length from zero for each row, stacked where a channel parts them.
 */
#include "plot/label.h"
#include "plot/marks/boxes-private.h"

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_boxes_shape, NULL};
static const RkShape shape = {.name = "the bar mark", .includes = includes};

/** Two bars of one place lie on each other, and only the last is seen. */
static void warn_of_overlap(RkUnit *unit)
{
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    const RkUse *place = unit->uses[across], *length = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    /* Who writes `stack: null` wants them over each other. */
    if (length == NULL || rk_value_has(length->definition, "stack"))
        return;
    if (unit->stacked || place == NULL || place->categories == NULL || unit->uses[RK_CHANNEL_X2] != NULL ||
        unit->uses[RK_CHANNEL_Y2] != NULL)
        return;
    const RkUse *offset = unit->uses[across == RK_CHANNEL_Y ? RK_CHANNEL_Y_OFFSET : RK_CHANNEL_X_OFFSET];
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        gint64 *key = g_new(gint64, 1);
        *key = place->categories[row];
        if (offset != NULL && offset->categories != NULL)
            *key |= (gint64)offset->categories[row] << 32;
        if (g_hash_table_add(seen, key))
            continue;
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                           "filter or aggregate the rows, or part them by color, xOffset or yOffset",
                           "several bars stand at one place and hide each other");
        return;
    }
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    warn_of_overlap(unit);
    return rk_boxes_draw(unit, parent, TRUE, error) && rk_label_bars(unit, parent, error);
}

extern const RkMark rk_mark_bar;
const RkMark rk_mark_bar = {
    .name = "bar",
    .size = RK_SIZE_BAND,
    .summary = "a length from zero, stacked where colours part it",
    .shape = &shape,
    .stacks = TRUE,
    .bands = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_BAR,
    .draw = draw,
};

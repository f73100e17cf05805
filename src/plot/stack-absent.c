/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts that some stacks of bars have and others have no row for. An absent row is no zero and no missing value: the
 * stack ends as if nothing were lacking, so that a note tells of it. It draws nothing and adds no rows.
 */
#include "plot/mark.h"
#include "plot/scale.h"
#include "plot/stack.h"

/** So many are named; of the others only the number is told. */
enum { MOST_NAMES = 4 };
/** Larger tables of stacks and parts are not looked through. */
enum { MOST_CELLS = 100000 };

/** Which parts each stack has. */
typedef struct {
    const RkUse *stacks, *parts;
    guint stack_count, part_count;
    guint8 *there; /**< stack × part */
    guint count;   /**< of those there */
} Grid;

static const RkUse *categories_of(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    return use != NULL && use->categories != NULL && use->scale != NULL ? use : NULL;
}

/** FALSE when the unit has no stacks of parts. Free `there` with g_free(). */
static gboolean read_grid(const RkUnit *unit, Grid *grid)
{
    const RkUse *parts = categories_of(unit, RK_CHANNEL_COLOR);
    *grid = (Grid){.stacks = categories_of(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X), .parts = parts};
    if (!unit->stacked || unit->mark->series || parts == NULL || grid->stacks == NULL)
        return FALSE;
    grid->stack_count = grid->stacks->scale->categories->len;
    grid->part_count = parts->scale->categories->len;
    if ((guint64)grid->stack_count * grid->part_count > MOST_CELLS)
        return FALSE;
    grid->there = g_new0(guint8, MAX(grid->stack_count * grid->part_count, 1));
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        guint32 stack = grid->stacks->categories[row], part = parts->categories[row];
        if (stack == G_MAXUINT32 || part == G_MAXUINT32)
            continue;
        guint8 *cell = &grid->there[stack * grid->part_count + part];
        grid->count += !*cell;
        *cell = TRUE;
    }
    return TRUE;
}

static const char *name_of(const RkUse *use, guint category)
{
    return g_ptr_array_index(use->scale->categories, category);
}

/** How many rows are absent; the first are named in `list`. */
static guint list_absent(const Grid *grid, GString *list)
{
    guint count = 0;
    for (guint stack = 0; stack < grid->stack_count; stack++)
        for (guint part = 0; part < grid->part_count; part++) {
            if (grid->there[stack * grid->part_count + part])
                continue;
            if (count++ < MOST_NAMES)
                g_string_append_printf(list, "%s%s of %s", list->len > 0 ? ", " : "", name_of(grid->parts, part),
                                       name_of(grid->stacks, stack));
        }
    if (count > MOST_NAMES)
        g_string_append_printf(list, ", +%u", count - MOST_NAMES);
    return count;
}

void rk_unit_tell_absent_parts(const RkUnit *unit)
{
    Grid grid;
    g_autoptr(GString) list = g_string_new(NULL);
    if (unit->plotting->vega_lite || !read_grid(unit, &grid))
        return;
    /* Where most are absent, a colour marks a group of stacks and not a part of each. */
    guint absent = grid.count * 2 > grid.stack_count * grid.part_count ? list_absent(&grid, list) : 0;
    g_free(grid.there);
    if (absent > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_NOTE, rk_value_place(unit->mark_map),
                           "write 0 where there is nothing, or no value (null) where it is not known",
                           "%u %s of stacks %s no row, which is drawn as nothing: %s", absent,
                           absent == 1 ? "part" : "parts", absent == 1 ? "has" : "have", list->str);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each mark makes of a table that nobody chose columns of: which marks run over time, which part places by colour,
 * and which rows would be drawn upon each other. Marks that are not in the list show one row for each place.
 */
#include <string.h>

#include "cli/quick.h"
#include "cli/selection.h"

static const struct {
    const char *mark;
    guint habits;
} marks[] = {
    {"line", RK_QUICK_OVER_TIME | RK_QUICK_PARTED | RK_QUICK_SERIES},
    {"trail", RK_QUICK_OVER_TIME | RK_QUICK_PARTED | RK_QUICK_SERIES},
    {"area", RK_QUICK_OVER_TIME | RK_QUICK_SERIES},
    {"point", RK_QUICK_OVER_TIME | RK_QUICK_PARTED | RK_QUICK_CROWD},
    {"circle", RK_QUICK_OVER_TIME | RK_QUICK_PARTED | RK_QUICK_CROWD},
    {"square", RK_QUICK_OVER_TIME | RK_QUICK_PARTED | RK_QUICK_CROWD},
    {"rect", RK_QUICK_GRID},
    {"errorband", RK_QUICK_OVER_TIME | RK_QUICK_CROWD | RK_QUICK_SUMS},
    {"errorbar", RK_QUICK_OVER_TIME | RK_QUICK_CROWD | RK_QUICK_SUMS},
    {"boxplot", RK_QUICK_CROWD | RK_QUICK_SUMS},
    {"tick", RK_QUICK_CROWD},
};

guint rk_quick_habits(const char *mark)
{
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_equal(marks[i].mark, mark))
            return marks[i].habits;
    return 0;
}

static gboolean is_number(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_NUMBER;
}

gboolean rk_quick_over_time(const RkQuickChoice *choice)
{
    return (rk_quick_habits(choice->mark) & RK_QUICK_OVER_TIME) && rk_column_type(choice->x) == RK_COLUMN_TIME &&
           is_number(choice->y);
}

gboolean rk_quick_is_grid(const RkQuickChoice *choice)
{
    return (rk_quick_habits(choice->mark) & RK_QUICK_GRID) && choice->color != NULL && is_number(choice->color) &&
           !is_number(choice->x) && !is_number(choice->y);
}

gboolean rk_quick_is_grouped(const RkQuickChoice *choice)
{
    return g_str_equal(choice->mark, "bar") && choice->color != NULL &&
           rk_column_type(choice->color) == RK_COLUMN_TIME && is_number(choice->x) != is_number(choice->y);
}

/* One area for several places runs up and down between their values. */
static gboolean check_area(const RkTable *table, const RkQuickChoice *choice, const char *path, GError **error)
{
    const RkColumn *places = rk_selection_entity(table, NULL, NULL, path, NULL);
    if (!g_str_equal(choice->mark, "area") || choice->color != NULL || places == NULL ||
        rk_selection_check_lines(table, NULL, choice->x, choice->y, path, NULL) ||
        !rk_selection_check_lines(table, places, choice->x, choice->y, path, NULL))
        return TRUE;
    g_autofree char *name = g_shell_quote(rk_column_name(places));
    g_autofree char *hint =
        g_strdup_printf("--mark line draws them apart, --color %s stacks them, --where keeps one", name);
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint,
                 "--mark area: one area cannot show several values of \"%s\"", rk_column_name(places));
    return FALSE;
}

/* Bars side by side and bars upon each other: each of their parts has one row. */
static gboolean check_bars(const RkTable *table, const RkQuickChoice *choice, const char *path, GError **error)
{
    gboolean by_x = !is_number(choice->x);
    const RkColumn *place = by_x ? choice->x : choice->y, *value = by_x ? choice->y : choice->x;
    gboolean parted = choice->color != NULL && !is_number(choice->color) && choice->color != place;
    return parted ? rk_selection_check_lines(table, choice->color, place, value, path, error)
                  : rk_selection_check_entities(table, place, value, path, error);
}

gboolean rk_quick_check_rows(const RkTable *table, const RkQuickChoice *choice, gboolean asked, const char *path,
                             GError **error)
{
    guint habits = rk_quick_habits(choice->mark);
    if (rk_quick_is_grid(choice))
        return rk_selection_check_lines(table, choice->y, choice->x, choice->color, path, error);
    if (rk_quick_over_time(choice) && ((habits & RK_QUICK_SERIES) || ((habits & RK_QUICK_PARTED) && !asked)))
        return check_area(table, choice, path, error) &&
               rk_selection_check_lines(table, choice->color, choice->x, choice->y, path, error);
    if ((habits & RK_QUICK_CROWD) || is_number(choice->x) == is_number(choice->y))
        return TRUE;
    return check_bars(table, choice, path, error);
}

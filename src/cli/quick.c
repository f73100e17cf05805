/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing: what varies in time becomes lines, two measures become points, everything else bars of a value by place.
 */
#include "cli/quick.h"

#include <math.h>
#include <string.h>

#include "cli/options.h"
#include "cli/selection.h"
#include "rodiklis.h"

static gboolean is_number(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_NUMBER;
}

static gboolean is_time(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_TIME;
}

/* The first time column that has more than one moment. */
static const RkColumn *find_time(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const double *moments = rk_column_numbers(column);
        if (!is_time(column))
            continue;
        for (gsize row = 1; row < rk_table_rows(table); row++) {
            if (moments[row] != moments[0] && !isnan(moments[row]) && !isnan(moments[0]))
                return column;
        }
    }
    return NULL;
}

static gboolean require(const RkTable *table, const char *name, const char *path, const RkColumn **column,
                        GError **error)
{
    *column = name == NULL ? NULL : rk_table_require(table, name, (RkPlace){path, 0, 0}, error);
    return name == NULL || *column != NULL;
}

/* Fills the channel that is left when the other is given. */
static const RkColumn *partner(const RkTable *table, const RkColumn *given, const char *path, GError **error)
{
    return is_number(given) ? rk_selection_entity(table, NULL, "-x", path, error)
                            : rk_selection_value(table, NULL, "-y", path, error);
}

static gboolean wants(const RkQuickChoice *choice, guint habit)
{
    return choice->mark == NULL ? habit == RK_QUICK_OVER_TIME : (rk_quick_habits(choice->mark) & habit) != 0;
}

/* Nothing but the measure may be given: that leaves the kind of chart open. */
static gboolean choose_kind(const RkTable *table, RkQuickChoice *choice, const char *path, GError **error)
{
    const RkColumn *time = find_time(table), *given = choice->y;
    const RkColumn *value = given != NULL ? given : rk_selection_value(table, NULL, "-y", path, error);
    if (value == NULL)
        return FALSE;
    if (time != NULL && wants(choice, RK_QUICK_OVER_TIME)) {
        choice->x = time;
        choice->y = value;
        return TRUE;
    }
    const RkColumn *place = rk_selection_entity(table, NULL, "-x", path, error);
    gboolean grid = time != NULL && choice->color == NULL && wants(choice, RK_QUICK_GRID);
    choice->x = grid ? time : given != NULL ? place : value;
    choice->y = given != NULL && !grid ? given : place;
    choice->color = grid ? value : choice->color;
    return place != NULL;
}

static gboolean choose_columns(const RkTable *table, RkQuickChoice *choice, const char *path, GError **error)
{
    if (choice->x == NULL && (choice->y == NULL || is_number(choice->y)))
        return choose_kind(table, choice, path, error);
    if (choice->x == NULL)
        choice->x = partner(table, choice->y, path, error);
    else if (choice->y == NULL)
        choice->y = partner(table, choice->x, path, error);
    return choice->x != NULL && choice->y != NULL;
}

static void choose_mark(const RkTable *table, RkQuickChoice *choice)
{
    gboolean over_time = is_time(choice->x) && is_number(choice->y);
    if (choice->mark == NULL && over_time)
        choice->mark = "line";
    else if (choice->mark == NULL)
        choice->mark = is_number(choice->x) && is_number(choice->y) ? "point" : "bar";
    /* One colour for each place, when there are places. */
    if (rk_quick_over_time(choice) && choice->color == NULL && wants(choice, RK_QUICK_PARTED))
        choice->color = rk_selection_entity(table, NULL, NULL, "", NULL);
}

static gboolean draws_lines(const RkQuickChoice *choice)
{
    return g_str_equal(choice->mark, "line") && rk_quick_over_time(choice);
}

/* Where places do not part the rows into series, the one column of words that does. */
static void part_series(const RkTable *table, RkQuickChoice *choice)
{
    const RkColumn *parting = NULL;
    if (!rk_quick_over_time(choice) || !wants(choice, RK_QUICK_PARTED) ||
        rk_selection_check_lines(table, choice->color, choice->x, choice->y, "", NULL))
        return;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TEXT ||
            !rk_selection_check_lines(table, column, choice->x, choice->y, "", NULL))
            continue;
        if (parting != NULL)
            return;
        parting = column;
    }
    choice->color = parting != NULL ? parting : choice->color;
}

/* One unit to an axis, and no row upon another. */
static gboolean check(const RkTable *table, const RkQuickChoice *choice, const RkQuickRequest *request,
                      const char *path, GError **error)
{
    gsize rows = rk_table_rows(table);
    const RkColumn *axes[] = {choice->x, choice->y};
    for (guint i = 0; i < G_N_ELEMENTS(axes); i++) {
        if (is_number(axes[i]) && !rk_selection_check_units(axes[i], NULL, rows, path, NULL, error))
            return FALSE;
    }
    return rk_quick_check_rows(table, choice, request->x != NULL && request->y != NULL, path, error);
}

/* Marks without x and y. */
static gboolean check_mark(const char *mark, GError **error)
{
    guint place;
    if (mark == NULL)
        return TRUE;
    if (!rk_options_choose("--mark", mark, rk_mark_names(), &place, error))
        return FALSE;
    if (!g_str_equal(mark, "arc"))
        return TRUE;
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE,
                 "--mark bar compares places; circles are drawn by a figure file with theta and color",
                 "--mark arc: a circle has no x and y");
    return FALSE;
}

/* What was chosen here, and not asked for, may go by the names that the file has for its codes. */
static void use_labels(const RkTable *table, RkQuickChoice *choice, const RkQuickRequest *request)
{
    const char *const asked[] = {request->x, request->y, request->color};
    const RkColumn **columns[] = {&choice->x, &choice->y, &choice->color};
    for (guint i = 0; request->language == NULL && i < G_N_ELEMENTS(columns); i++) {
        const RkColumn *label = asked[i] == NULL && *columns[i] != NULL ? rk_selection_label(table, *columns[i]) : NULL;
        *columns[i] = label != NULL ? label : *columns[i];
    }
}

/* The lines or the places that names of the command line speak of. */
static gboolean find_highlighted(const RkTable *table, RkQuickChoice *choice, const RkQuickRequest *request,
                                 const char *path, GError **error)
{
    if (request->highlight == NULL)
        return TRUE;
    gboolean by_x = rk_column_type(choice->x) == RK_COLUMN_TEXT, by_y = rk_column_type(choice->y) == RK_COLUMN_TEXT;
    choice->named = draws_lines(choice) ? choice->color
                    : by_x != by_y      ? (by_x ? choice->x : choice->y)
                                        : rk_selection_entity(table, NULL, "-c", path, error);
    if (choice->named == NULL && (error == NULL || *error == NULL))
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, NULL, "--highlight: the lines have no names");
    choice->highlighted =
        choice->named == NULL ? NULL : rk_selection_names(table, choice->named, request->highlight, path, error);
    return choice->highlighted != NULL;
}

RkDocument *rk_quick_figure(const RkTable *table, const RkQuickRequest *request, const char *data_key,
                            const char *data_text, const char *path, GError **error)
{
    RkQuickChoice choice = {.mark = request->mark};
    if (!check_mark(request->mark, error) || !require(table, request->x, path, &choice.x, error) ||
        !require(table, request->y, path, &choice.y, error) ||
        !require(table, request->color, path, &choice.color, error) || !choose_columns(table, &choice, path, error))
        return NULL;
    choose_mark(table, &choice);
    if (request->color == NULL)
        part_series(table, &choice);
    use_labels(table, &choice, request);
    if (!check(table, &choice, request, path, error) || !find_highlighted(table, &choice, request, path, error))
        return NULL;
    RkDocument *document = rk_quick_write(table, &choice, request, data_key, data_text, path);
    g_clear_pointer(&choice.highlighted, g_ptr_array_unref);
    return document;
}

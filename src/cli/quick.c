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

/* The columns of the channels, as chosen; color may be NULL. */
typedef struct {
    const char *mark;
    const RkColumn *x, *y, *color;
} Choice;

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
    return is_number(given) ? rk_selection_entity(table, NULL, path, error)
                            : rk_selection_value(table, NULL, path, error);
}

static gboolean wants_lines(const RkTable *table, const Choice *choice)
{
    if (choice->mark != NULL)
        return g_str_equal(choice->mark, "line") || g_str_equal(choice->mark, "area");
    return find_time(table) != NULL;
}

static gboolean choose_both(const RkTable *table, Choice *choice, const char *path, GError **error)
{
    const RkColumn *time = find_time(table);
    const RkColumn *value = rk_selection_value(table, NULL, path, error);
    if (value == NULL)
        return FALSE;
    if (time != NULL && wants_lines(table, choice)) {
        choice->x = time;
        choice->y = value;
        return TRUE;
    }
    choice->x = value;
    choice->y = rk_selection_entity(table, NULL, path, error);
    return choice->y != NULL;
}

static gboolean choose_columns(const RkTable *table, Choice *choice, const char *path, GError **error)
{
    if (choice->x == NULL && choice->y == NULL)
        return choose_both(table, choice, path, error);
    if (choice->x == NULL)
        choice->x = partner(table, choice->y, path, error);
    else if (choice->y == NULL)
        choice->y = partner(table, choice->x, path, error);
    return choice->x != NULL && choice->y != NULL;
}

static void choose_mark(const RkTable *table, Choice *choice)
{
    gboolean over_time = is_time(choice->x) && is_number(choice->y);
    if (choice->mark == NULL && over_time)
        choice->mark = "line";
    else if (choice->mark == NULL)
        choice->mark = is_number(choice->x) && is_number(choice->y) ? "point" : "bar";
    /* One line for each place, when there are places. */
    if (over_time && choice->color == NULL && g_str_equal(choice->mark, "line"))
        choice->color = rk_selection_entity(table, NULL, "", NULL);
}

/* One unit to an axis, and no bar upon another. */
static gboolean check(const RkTable *table, const Choice *choice, const char *path, GError **error)
{
    gsize rows = rk_table_rows(table);
    const RkColumn *axes[] = {choice->x, choice->y};
    for (guint i = 0; i < G_N_ELEMENTS(axes); i++) {
        if (is_number(axes[i]) && !rk_selection_check_units(table, axes[i], NULL, rows, path, NULL, error))
            return FALSE;
    }
    gboolean by_x = !is_number(choice->x) && is_number(choice->y);
    gboolean by_y = !is_number(choice->y) && is_number(choice->x);
    if (choice->color != NULL || !g_str_equal(choice->mark, "bar") || by_x == by_y)
        return TRUE;
    return rk_selection_check_entities(table, by_x ? choice->x : choice->y, by_x ? choice->y : choice->x, path, error);
}

static RkValue *text(RkDocument *document, const char *words)
{
    return rk_document_text(document, RK_NOWHERE, words);
}

static void put(RkDocument *document, RkValue *map, const char *key, const RkValue *value)
{
    rk_value_put(document, map, key, RK_NOWHERE, value);
}

/* A map of one entry. */
static RkValue *pair(RkDocument *document, const char *key, const RkValue *value)
{
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    put(document, map, key, value);
    return map;
}

/* A dot in a name would reach into a nested record; brackets do not. */
static RkValue *field(RkDocument *document, const RkColumn *column)
{
    const char *name = rk_column_name(column);
    g_autofree char *bracketed = strpbrk(name, ".[]\\") == NULL ? g_strdup(name) : g_strdup_printf("['%s']", name);
    return pair(document, "field", text(document, bracketed));
}

static RkValue *write_filters(RkDocument *document, char **where)
{
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    for (guint i = 0; where[i] != NULL; i++)
        rk_value_append(list, pair(document, "filter", text(document, where[i])));
    return list;
}

static RkDocument *write_figure(const Choice *choice, const RkQuickRequest *request, const char *data_key,
                                const char *data_text)
{
    RkDocument *document = rk_document_new(NULL);
    RkValue *root = rk_document_map(document, RK_NOWHERE);
    RkValue *encoding = rk_document_map(document, RK_NOWHERE);
    if (request->title != NULL)
        put(document, root, "title", text(document, request->title));
    put(document, root, "data", pair(document, data_key, text(document, data_text)));
    if (request->where != NULL)
        put(document, root, "transform", write_filters(document, request->where));
    put(document, root, "mark", text(document, choice->mark));
    put(document, encoding, "x", field(document, choice->x));
    put(document, encoding, "y", field(document, choice->y));
    if (choice->color != NULL)
        put(document, encoding, "color", field(document, choice->color));
    put(document, root, "encoding", encoding);
    rk_document_set_root(document, root);
    return document;
}

RkDocument *rk_quick_figure(const RkTable *table, const RkQuickRequest *request, const char *data_key,
                            const char *data_text, const char *path, GError **error)
{
    guint mark;
    Choice choice = {.mark = request->mark};
    if (request->mark != NULL && !rk_options_choose("--mark", request->mark, rk_mark_names(), &mark, error))
        return NULL;
    if (!require(table, request->x, path, &choice.x, error) || !require(table, request->y, path, &choice.y, error) ||
        !require(table, request->color, path, &choice.color, error) || !choose_columns(table, &choice, path, error))
        return NULL;
    choose_mark(table, &choice);
    return check(table, &choice, path, error) ? write_figure(&choice, request, data_key, data_text) : NULL;
}

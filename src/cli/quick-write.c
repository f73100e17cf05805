/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the figure that was chosen: what somebody would begin a figure file with, and nothing that the house does by
 * itself.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/classes.h"
#include "cli/quick.h"
#include "cli/selection.h"
#include "transform/aggregates.h"

/* More colours cannot be told apart, more names at the ends of lines cannot be read. */
#define MOST_COLORS 7
#define MOST_NAMES 20

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

static guint32 count_words(const RkColumn *column)
{
    guint32 count;
    g_free(rk_classes_of(column, &count));
    return count;
}

static gboolean is_number(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_NUMBER;
}

/* The column of places, when the figure has one beside its numbers. */
static const RkColumn *places_of(const RkQuickChoice *choice)
{
    if (rk_column_type(choice->x) == RK_COLUMN_TEXT && is_number(choice->y))
        return choice->x;
    return rk_column_type(choice->y) == RK_COLUMN_TEXT && is_number(choice->x) ? choice->y : NULL;
}

char *rk_quick_pattern(const RkColumn *value, guint most)
{
    guint decimals = 0;
    char buffer[RK_NUMBER_BUFFER];
    for (gsize row = 0; row < rk_column_length(value); row++) {
        const char *number = rk_number_shortest(rk_column_numbers(value)[row], buffer), *point = strchr(number, '.');
        if (point != NULL && strchr(number, 'e') == NULL)
            decimals = MAX(decimals, (guint)strlen(point + 1));
    }
    return g_strdup_printf(",.%uf", MIN(decimals, most));
}

/* The rows of what is to stand out. */
static RkValue *write_highlight(RkDocument *document, const RkQuickChoice *choice)
{
    RkValue *predicate = field(document, choice->named), *names = rk_document_list(document, RK_NOWHERE);
    for (guint i = 0; i < choice->highlighted->len; i++)
        rk_value_append(names, text(document, g_ptr_array_index(choice->highlighted, i)));
    put(document, predicate, "oneOf", names);
    return predicate;
}

/* Few lines all have their names, of many those that stand out. */
static RkValue *write_names(RkDocument *document, const RkQuickChoice *choice)
{
    if (count_words(choice->color) <= MOST_NAMES)
        return rk_document_boolean(document, RK_NOWHERE, TRUE);
    return choice->highlighted == NULL ? NULL : pair(document, "filter", write_highlight(document, choice));
}

static gboolean draws_named_lines(const RkQuickChoice *choice)
{
    return g_str_equal(choice->mark, "line") && choice->color != NULL;
}

static void tell_nameless(const RkQuickChoice *choice, RkDiagnostics *diagnostics, const char *path)
{
    guint32 count = draws_named_lines(choice) ? count_words(choice->color) : 0;
    if (count > MOST_NAMES && choice->highlighted == NULL)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){path, 0, 0},
                           "let some stand out with --highlight, or keep fewer with --where",
                           "%u lines are drawn without their names", count);
}

/* Bars carry their values, lines their names. */
static RkValue *write_mark(RkDocument *document, const RkQuickChoice *choice)
{
    const RkColumn *value = is_number(choice->x) ? choice->x : choice->y;
    RkValue *mark = pair(document, "type", text(document, choice->mark));
    if (g_str_equal(choice->mark, "bar") && places_of(choice) != NULL && choice->color == NULL) {
        g_autofree char *pattern = rk_quick_pattern(value, 4);
        put(document, mark, "label", pair(document, "format", text(document, pattern)));
    }
    RkValue *names = draws_named_lines(choice) ? write_names(document, choice) : NULL;
    if (names != NULL)
        put(document, mark, "label", names);
    return mark;
}

/* The names of aggregates, which stand apart from the places that are compared; NULL without any. */
static RkValue *write_aside(RkDocument *document, const RkTable *table, const RkColumn *places)
{
    g_auto(RkAggregates) groups = {NULL};
    rk_aggregates_find(table, places, &groups);
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        const char *name = rk_column_text(places, row);
        if (name != NULL && groups.rows[row] && g_hash_table_add(seen, (gpointer)name))
            rk_value_append(list, text(document, name));
    }
    return rk_value_length(list) == 0 ? NULL : list;
}

/* The measure and its unit at an axis, where no subtitle can say them of both. */
static void put_axis_title(RkDocument *document, RkValue *definition, const RkTable *table, const RkColumn *measure)
{
    const char *unit = NULL;
    rk_selection_check_units(measure, NULL, rk_table_rows(table), NULL, &unit, NULL);
    g_autofree char *title =
        unit == NULL ? g_strdup(rk_column_name(measure)) : g_strdup_printf("%s, %s", rk_column_name(measure), unit);
    put(document, definition, "axis", pair(document, "title", text(document, title)));
}

static RkValue *typed(RkDocument *document, const RkColumn *column, const char *type)
{
    RkValue *definition = field(document, column);
    put(document, definition, "type", text(document, type));
    return definition;
}

/* Moments that are classes: columns of a grid, bars side by side. */
static RkValue *ordinal(RkDocument *document, const RkColumn *column)
{
    return typed(document, column, "ordinal");
}

static RkValue *position(RkDocument *document, const RkQuickChoice *choice, const RkColumn *column)
{
    if (is_number(column) && (rk_quick_habits(choice->mark) & RK_QUICK_SUMS))
        return typed(document, column, "quantitative");
    return (rk_quick_is_grid(choice) && column == choice->x ? ordinal : field)(document, column);
}

static void put_color(RkDocument *document, RkValue *encoding, const RkQuickChoice *choice)
{
    gboolean lines = g_str_equal(choice->mark, "line"), grouped = rk_quick_is_grouped(choice);
    gboolean crowded = choice->highlighted != NULL || count_words(choice->color) > MOST_COLORS;
    if (grouped)
        put(document, encoding, is_number(choice->x) ? "yOffset" : "xOffset", ordinal(document, choice->color));
    put(document, encoding, lines && crowded ? "detail" : "color",
        (grouped ? ordinal : field)(document, choice->color));
}

static RkValue *write_encoding(RkDocument *document, const RkTable *table, const RkQuickChoice *choice)
{
    RkValue *encoding = rk_document_map(document, RK_NOWHERE);
    const RkColumn *channels[] = {choice->x, choice->y}, *places = places_of(choice);
    static const char *const names[] = {"x", "y"};
    gboolean both = is_number(choice->x) && is_number(choice->y);
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        RkValue *definition = position(document, choice, channels[i]);
        RkValue *aside = channels[i] == places ? write_aside(document, table, places) : NULL;
        if (aside != NULL)
            put(document, definition, "aside", aside);
        if (both)
            put_axis_title(document, definition, table, channels[i]);
        put(document, encoding, names[i], definition);
    }
    if (choice->color != NULL)
        put_color(document, encoding, choice);
    return encoding;
}

/* Nobody should have to guess what a number is. */
static RkValue *write_subtitle(RkDocument *document, const RkTable *table, const RkQuickChoice *choice)
{
    const RkColumn *value = rk_quick_is_grid(choice) ? choice->color : is_number(choice->y) ? choice->y : choice->x;
    if (!is_number(value) || (is_number(choice->x) && is_number(choice->y)))
        return NULL;
    g_autofree char *context = rk_selection_context(table, value, value == choice->x ? choice->y : choice->x);
    /* Braces would call facts. */
    return strpbrk(context, "{}") == NULL ? text(document, context) : NULL;
}

RkDocument *rk_quick_write(const RkTable *table, const RkQuickChoice *choice, const RkQuickRequest *request,
                           const char *data_key, const char *data_text, const char *path)
{
    RkDocument *document = rk_document_new(NULL);
    RkValue *root = rk_document_map(document, RK_NOWHERE);
    RkValue *subtitle = write_subtitle(document, table, choice);
    if (request->title != NULL)
        put(document, root, "title", text(document, request->title));
    if (subtitle != NULL)
        put(document, root, "subtitle", subtitle);
    put(document, root, "data", pair(document, data_key, text(document, data_text)));
    if (request->where != NULL)
        put(document, root, "transform", write_filters(document, request->where));
    if (choice->highlighted != NULL)
        put(document, root, "highlight", write_highlight(document, choice));
    tell_nameless(choice, request->diagnostics, path);
    put(document, root, "mark", write_mark(document, choice));
    put(document, root, "encoding", write_encoding(document, table, choice));
    rk_document_set_root(document, root);
    return document;
}

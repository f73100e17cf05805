/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a file as it is: commands with the conditions that its rows need, and what they would draw. A
 * command stands here only when the program can run it.
 */
#include <math.h>
#include <string.h>

#include "base/value.h"
#include "cli/inspection.h"
#include "cli/quick.h"
#include "cli/selection.h"

static void add_use(RkSheet *sheet, const char *what, const char *format, ...) G_GNUC_PRINTF(3, 4);

static void add_use(RkSheet *sheet, const char *what, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *command = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, 0, what);
    rk_sheet_set_text(sheet, 1, command);
}

static const RkColumn *find_time(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_column_type(rk_table_column(table, i)) == RK_COLUMN_TIME)
            return rk_table_column(table, i);
    return NULL;
}

/* A row of the latest period that has a value. */
static gsize latest_row(const RkColumn *value, const RkColumn *time)
{
    const double *values = rk_column_numbers(value), *moments = time != NULL ? rk_column_numbers(time) : NULL;
    gsize found = G_MAXSIZE;
    for (gsize row = 0; row < rk_column_length(value); row++)
        if (!isnan(values[row]) &&
            (found == G_MAXSIZE || (moments != NULL && !isnan(moments[row]) && !(moments[row] <= moments[found]))))
            found = row;
    return found;
}

/* TRUE when a place has rows that differ in the column. */
static gboolean varies_within(const RkColumn *entity, const RkColumn *column)
{
    g_autofree guint32 *first = g_new(guint32, (gsize)rk_column_words(entity) + 1);
    memset(first, 0xff, ((gsize)rk_column_words(entity) + 1) * sizeof *first);
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, (gpointer)column);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 code = rk_column_codes(entity)[row];
        if (code == RK_TEXT_MISSING)
            continue;
        if (first[code] == G_MAXUINT32)
            first[code] = (guint32)row;
        else if (!rk_inspect_same(one, first[code], (guint32)row))
            return TRUE;
    }
    return FALSE;
}

/* Conditions that leave one row for each place, and period unless one is named. Free with g_strfreev(). */
static char **conditions(const RkTable *table, const RkColumn *entity, gsize row, gboolean with_time)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gboolean time = rk_column_type(column) == RK_COLUMN_TIME;
        if (column == entity || !rk_inspect_is_key(table, column) || (time && !with_time) ||
            !varies_within(entity, column))
            continue;
        g_autofree char *condition = rk_selection_condition(column, row);
        g_strv_builder_add(builder, condition);
    }
    return g_strv_builder_end(builder);
}

/* ` --where "…"` as a shell takes it; empty without conditions. Free with g_free(). */
static char *option_of(char **where)
{
    g_autofree char *all = g_strjoinv(" && ", where);
    g_autofree char *quoted = g_shell_quote(all);
    return *all == '\0' ? g_strdup("") : g_strdup_printf(" --where %s", quoted);
}

/* The mark that plot would choose, or NULL when it would refuse. Free with g_free(). */
static char *mark_of(const RkTable *table, char **where, const char *path)
{
    g_autoptr(RkTable) some = rk_selection_filter(table, where, NULL);
    const RkQuickRequest request = {.where = where};
    g_autoptr(RkDocument) figure = some != NULL ? rk_quick_figure(some, &request, "url", path, path, NULL) : NULL;
    const RkValue *mark = figure != NULL ? rk_value_get(rk_document_root(figure), "mark") : NULL;
    return mark == NULL ? NULL : g_strdup(rk_value_text_or(rk_value_get(mark, "type"), rk_value_text_or(mark, NULL)));
}

static void add_plot(RkSheet *sheet, const RkTable *table, const RkColumn *value, const RkColumn *entity, gsize row,
                     const char *path)
{
    g_auto(GStrv) where = conditions(table, entity, row, FALSE);
    g_autofree char *mark = mark_of(table, where, path);
    g_autofree char *option = option_of(where);
    if (mark == NULL)
        return;
    g_autofree char *what = g_strdup_printf("draw %s as %ss", rk_column_name(value), mark);
    add_use(sheet, what, "rodiklis plot %s%s", path, option);
}

/* One row for each place, of one unit. */
static void add_rank(RkSheet *sheet, const RkTable *table, const RkColumn *entity, gsize row, const char *path)
{
    g_auto(GStrv) where = conditions(table, entity, row, TRUE);
    g_autoptr(RkTable) some = rk_selection_filter(table, where, NULL);
    const RkColumn *value = some != NULL ? rk_selection_value(some, NULL, "--value", path, NULL) : NULL;
    const RkColumn *places = some != NULL ? rk_selection_entity(some, NULL, "--by", path, NULL) : NULL;
    if (value == NULL || places == NULL || !rk_selection_check_entities(some, places, value, path, NULL) ||
        !rk_selection_check_units(value, NULL, rk_table_rows(some), path, NULL, NULL))
        return;
    g_autofree char *option = option_of(where), *what = g_strdup_printf("rank %s", rk_column_name(entity));
    add_use(sheet, what, "rodiklis rank %s%s", path, option);
}

void rk_inspect_uses(const RkTable *table, const char *path, const RkReading *reading, RkSheet *sheet)
{
    rk_sheet_add_column(sheet, "use", "to", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "command", "run", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    g_autofree char *quoted = g_shell_quote(path);
    g_autofree char *options = rk_reading_words(reading);
    g_autofree char *shown =
        g_strconcat(strpbrk(path, " '\"\\$`*?[]{}();&|<>~#!") == NULL ? path : quoted, options, NULL);
    const RkColumn *value = rk_selection_value(table, NULL, "--value", path, NULL);
    const RkColumn *entity = rk_selection_entity(table, NULL, "--by", path, NULL), *time = find_time(table);
    gsize row = value != NULL ? latest_row(value, time) : G_MAXSIZE;
    if (row != G_MAXSIZE && entity != NULL) {
        add_plot(sheet, table, value, entity, row, shown);
        add_rank(sheet, table, entity, row, shown);
    }
    add_use(sheet, "see statistics", "rodiklis describe %s", shown);
    add_use(sheet, "write tidy CSV", "rodiklis convert %s -o tidy.csv", shown);
}

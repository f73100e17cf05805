/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading, filtering, and finding the columns of values and places.
 */
#include "cli/selection.h"

#include <string.h>

#include "cli/report.h"
#include "cli/words.h"
#include "rodiklis.h"
#include "transform/expression.h"

static RkTable *filter(const RkTable *table, const char *text, GError **error)
{
    RkPlace place = {"--where", 1, 1};
    g_autoptr(RkExpression) expression = rk_expression_parse(text, place, error);
    if (expression == NULL)
        return NULL;
    gsize rows = rk_table_rows(table);
    g_autofree guint8 *truth = g_new(guint8, MAX(rows, 1));
    if (!rk_expression_test(expression, table, NULL, truth, error)) {
        if (error != NULL)
            rk_error_locate(*error, place);
        return NULL;
    }
    g_autofree guint32 *kept = g_new(guint32, MAX(rows, 1));
    gsize count = 0;
    for (gsize row = 0; row < rows; row++) {
        if (truth[row])
            kept[count++] = (guint32)row;
    }
    return rk_table_gather(table, kept, count);
}

const char *rk_selection_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

RkTable *rk_selection_filter(RkTable *table, char **where, const char *name, GError **error)
{
    gboolean had_rows = table != NULL && rk_table_rows(table) > 0;
    for (guint i = 0; table != NULL && where != NULL && where[i] != NULL; i++) {
        RkTable *all = table;
        table = filter(all, where[i], error);
        rk_table_unref(all);
    }
    if (table != NULL && had_rows && rk_table_rows(table) == 0) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){name, 0, 0}, NULL, "no row is left by the filter");
        g_clear_pointer(&table, rk_table_unref);
    }
    return table;
}

RkTable *rk_selection_load(const char *path, const RkReading *reading, char **where, RkDiagnostics *diagnostics,
                           GError **error)
{
    g_autoptr(RkDocument) format = NULL;
    if (!rk_reading_format(reading, &format, error))
        return NULL;
    RkReadProgress progress = {.path = rk_selection_name(path)};
    RkReadOptions options = {.format = format == NULL ? NULL : rk_document_root(format),
                             .diagnostics = diagnostics,
                             .progress = rk_report_progress,
                             .progress_user = &progress};
    RkTable *table = rk_load_table(path, &options, error);
    rk_report_progress_end(&progress);
    if (table == NULL)
        rk_reading_explain(error);
    return rk_selection_filter(table, where, rk_selection_name(path), error);
}

/* Columns of one type; `names` (may be NULL) receives their names, NULL-ended. */
static const RkColumn *find_typed(const RkTable *table, RkColumnType type, GPtrArray *names)
{
    const RkColumn *first = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != type)
            continue;
        first = first == NULL ? column : first;
        if (names != NULL)
            g_ptr_array_add(names, (gpointer)rk_column_name(column));
    }
    return first;
}

static const RkColumn *default_value(const RkTable *table, const char *path, GError **error)
{
    const RkColumn *value = rk_table_find(table, "value");
    if (value != NULL && rk_column_type(value) == RK_COLUMN_NUMBER)
        return value;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const RkColumn *only = find_typed(table, RK_COLUMN_NUMBER, names);
    if (names->len == 1)
        return only;
    if (only == NULL) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, NULL, "has no column of numbers");
        return NULL;
    }
    g_autofree char *list = rk_words_list((const char *const *)names->pdata, names->len);
    g_autofree char *hint = g_strdup_printf("choose one: --value %s", rk_column_name(only));
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "has several columns of numbers: %s", list);
    return NULL;
}

const RkColumn *rk_selection_value(const RkTable *table, const char *name, const char *path, GError **error)
{
    if (name == NULL)
        return default_value(table, path, error);
    const RkColumn *value = rk_table_require(table, name, (RkPlace){path, 0, 0}, error);
    if (value != NULL && rk_column_type(value) != RK_COLUMN_NUMBER) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, NULL, "column \"%s\" holds %s, not numbers", name,
                     rk_column_type_name(rk_column_type(value)));
        return NULL;
    }
    return value;
}

const RkColumn *rk_selection_entity(const RkTable *table, const char *name, const char *path, GError **error)
{
    if (name != NULL)
        return rk_table_require(table, name, (RkPlace){path, 0, 0}, error);
    static const char *const usual[] = {"country", "geo"};
    for (guint i = 0; i < G_N_ELEMENTS(usual); i++) {
        const RkColumn *column = rk_table_find(table, usual[i]);
        if (column != NULL && rk_column_type(column) == RK_COLUMN_TEXT)
            return column;
    }
    const RkColumn *first = find_typed(table, RK_COLUMN_TEXT, NULL);
    if (first == NULL)
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, "name the column of the places: --by",
                     "has no column of texts");
    return first;
}

static const RkColumn *find_text(const RkTable *table, const RkColumn *companion, const char *name)
{
    if (companion != NULL)
        return companion;
    const RkColumn *column = rk_table_find(table, name);
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT ? column : NULL;
}

const RkColumn *rk_selection_unit(const RkTable *table, const RkColumn *value)
{
    return find_text(table, rk_column_unit(value), "unit");
}

const RkColumn *rk_selection_flag(const RkTable *table, const RkColumn *value)
{
    return find_text(table, rk_column_flag(value), "flag");
}

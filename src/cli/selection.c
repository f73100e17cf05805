/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading, filtering, and finding the columns of values and places.
 */
#include "cli/selection.h"

#include <string.h>

#include "cli/report.h"
#include "cli/words.h"
#include "rodiklis.h"
#include "table/companions.h"
#include "transform/expression.h"

RkPlace rk_selection_place(guint at)
{
    g_autofree char *name = at == 0 ? g_strdup("--where") : g_strdup_printf("--where %u", at + 1);
    return (RkPlace){g_intern_string(name), 1, 1};
}

/* The expressions of --where while a table is read. */
typedef struct {
    GPtrArray *expressions;
    GPtrArray *columns; /* that they look at, NULL-ended */
    gboolean had_rows;
    gboolean reaches_all;
    gboolean failed; /* what went wrong is not the reading */
} Where;

static void where_clear(Where *where)
{
    g_ptr_array_unref(where->expressions);
    g_ptr_array_unref(where->columns);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Where, where_clear)

static gboolean where_init(Where *where, char **texts, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    *where = (Where){.expressions = g_ptr_array_new_with_free_func((GDestroyNotify)rk_expression_free),
                     .columns = g_ptr_array_new_with_free_func(g_free)};
    for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
        RkExpression *expression = rk_expression_parse(texts[i], rk_selection_place(i), error);
        if (expression == NULL)
            return FALSE;
        g_ptr_array_add(where->expressions, expression);
        if (!rk_predicate_reach(rk_document_text(document, rk_selection_place(i), texts[i]), where->columns))
            where->reaches_all = TRUE;
    }
    g_ptr_array_add(where->columns, NULL);
    return TRUE;
}

static gboolean where_test(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    Where *where = user;
    gsize count = rk_table_rows(rows);
    g_autofree guint8 *next = g_new0(guint8, MAX(count, 1));
    memset(kept, 1, count);
    where->had_rows = where->had_rows || count > 0;
    for (guint i = 0; i < where->expressions->len; i++) {
        if (!rk_expression_test(where->expressions->pdata[i], rows, NULL, next, error)) {
            if (error != NULL)
                rk_error_locate(*error, rk_selection_place(i));
            where->failed = TRUE;
            return FALSE;
        }
        for (gsize row = 0; row < count; row++)
            kept[row] &= next[row];
    }
    return TRUE;
}

const char *rk_selection_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* Columns that are kept and those that the expressions look at, NULL-ended; NULL for all. Free the array alone. */
static const char **reach(const Where *where, const char *const *columns)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    if (columns == NULL || where->reaches_all)
        return NULL;
    for (guint i = 0; columns[i] != NULL; i++)
        g_ptr_array_add(all, (gpointer)columns[i]);
    for (guint i = 0; i + 1 < where->columns->len; i++)
        g_ptr_array_add(all, where->columns->pdata[i]);
    g_ptr_array_add(all, NULL);
    return (const char **)g_ptr_array_steal(all, NULL);
}

RkTable *rk_selection_read(const RkSource *source, const RkReadOptions *options, char **where, GError **error)
{
    g_auto(Where) own;
    RkReadOptions filtered = *options;
    if (!where_init(&own, where, error))
        return NULL;
    const RkRowFilter filter = {where_test, &own, own.reaches_all ? NULL : (const char *const *)own.columns->pdata};
    g_autofree const char **columns = reach(&own, options->columns);
    filtered.columns = columns;
    filtered.filter = own.expressions->len > 0 ? &filter : NULL;
    RkTable *table = rk_read(source, &filtered, error);
    if (table == NULL && !own.failed)
        rk_reading_explain(error);
    if (table != NULL && own.had_rows && rk_table_rows(table) == 0) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){rk_selection_name(source->path), 0, 0}, NULL,
                     "no row is left by the filter");
        g_clear_pointer(&table, rk_table_unref);
    }
    return table;
}

static RkTable *load(const char *path, const RkReading *reading, char **where, const RkReadOptions *wanted,
                     GError **error)
{
    g_autoptr(RkDocument) format = NULL;
    RkReadOptions options = *wanted;
    RkSource source = {.path = path};
    if (!rk_reading_format(reading, &format, error))
        return NULL;
    options.format = format == NULL ? NULL : rk_document_root(format);
    options.progress = rk_report_progress;
    RkTable *table = rk_selection_read(&source, &options, where, error);
    rk_report_progress_end();
    return table;
}

RkTable *rk_selection_load(const char *path, const RkReading *reading, char **where, RkDiagnostics *diagnostics,
                           GError **error)
{
    return rk_selection_load_some(path, reading, where, NULL, diagnostics, error);
}

RkTable *rk_selection_load_using(const char *path, const RkReading *reading, char **where, const char *const *used,
                                 RkDiagnostics *diagnostics, GError **error)
{
    return load(path, reading, where, &(RkReadOptions){.used = used, .diagnostics = diagnostics}, error);
}

RkTable *rk_selection_load_some(const char *path, const RkReading *reading, char **where, const char *const *columns,
                                RkDiagnostics *diagnostics, GError **error)
{
    return load(path, reading, where, &(RkReadOptions){.columns = columns, .diagnostics = diagnostics}, error);
}

RkTable *rk_selection_inspect(const char *path, const RkReading *reading, char **where, RkRecognition *recognition,
                              RkDiagnostics *diagnostics, GError **error)
{
    return load(path, reading, where, &(RkReadOptions){.recognition = recognition, .diagnostics = diagnostics}, error);
}

RkTable *rk_selection_filter(const RkTable *table, char **where, GError **error)
{
    g_auto(Where) own;
    if (!where_init(&own, where, error))
        return NULL;
    gsize rows = rk_table_rows(table), count = 0;
    g_autofree guint8 *kept = g_new0(guint8, MAX(rows, 1));
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    if (!where_test(&own, table, kept, error))
        return NULL;
    for (gsize row = 0; row < rows; row++) {
        places[count] = (guint32)row;
        count += kept[row] != 0;
    }
    return rk_table_gather(table, places, count);
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

/* Columns of numbers that are no years, if there are any. */
static const RkColumn *find_measures(const RkTable *table, GPtrArray *names)
{
    const RkColumn *first = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_NUMBER || rk_name_says_time(rk_column_name(column)))
            continue;
        first = first == NULL ? column : first;
        g_ptr_array_add(names, (gpointer)rk_column_name(column));
    }
    return first != NULL ? first : find_typed(table, RK_COLUMN_NUMBER, names);
}

/* The column that unit, flag and reason would speak of. */
static const RkColumn *find_measure(const RkTable *table)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(columns, (gpointer)rk_table_column(table, i));
    return rk_companions_measure((const RkColumn *const *)columns->pdata, columns->len, NULL);
}

static const RkColumn *refuse_type(const RkColumn *column, const char *hint, const char *path, GError **error)
{
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "column \"%s\" holds %s, not numbers",
                 rk_column_name(column), rk_column_type_name(rk_column_type(column)));
    return NULL;
}

static const RkColumn *default_value(const RkTable *table, const char *option, const char *path, GError **error)
{
    const RkColumn *measure = find_measure(table);
    if (measure != NULL && rk_column_type(measure) == RK_COLUMN_NUMBER)
        return measure;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const RkColumn *only = find_measures(table, names);
    if (only == NULL) {
        rk_selection_refuse_texts(table, path, error);
        return NULL;
    }
    /* What the standard calls the value is what is meant most often. */
    const RkColumn *called = rk_selection_called_value(table);
    const char *first = rk_column_name(called != NULL ? called : only);
    g_autofree char *list = rk_words_list((const char *const *)names->pdata, names->len);
    g_autofree char *quoted = strpbrk(first, " '\"$&;()*?<>|") != NULL ? g_shell_quote(first) : g_strdup(first);
    g_autofree char *hint = g_strdup_printf("choose one: %s %s", option, quoted);
    if (measure != NULL)
        return refuse_type(measure, hint, path, error);
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "has several columns of numbers: %s", list);
    return NULL;
}

const RkColumn *rk_selection_value(const RkTable *table, const char *name, const char *option, const char *path,
                                   GError **error)
{
    if (name == NULL)
        return default_value(table, option, path, error);
    const RkColumn *value = rk_table_require(table, name, (RkPlace){path, 0, 0}, error);
    return value != NULL && rk_column_type(value) != RK_COLUMN_NUMBER ? refuse_type(value, NULL, path, error) : value;
}

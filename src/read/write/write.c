/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing, reading back, comparing. No table leaves here that would not come back as it is.
 */
#include "read/write/write-private.h"

#include "table/annotations.h"

#include <string.h>

const RkWriter *rk_writer_find(const char *name)
{
    for (const RkWriter *const *writer = rk_writers(); name != NULL && *writer != NULL; writer++)
        if (strcmp((*writer)->name, name) == 0)
            return *writer;
    return NULL;
}

/* Longer endings are more special: "x.sdmx.csv" is no tidy CSV. */
const RkWriter *rk_writer_for(const char *path)
{
    const RkWriter *found = NULL;
    gsize longest = 0;
    for (const RkWriter *const *writer = rk_writers(); *writer != NULL; writer++)
        for (const char *const *ending = (*writer)->extensions; *ending != NULL; ending++) {
            g_autofree char *dotted = g_strconcat(".", *ending, NULL);
            if (strlen(*ending) <= longest || !g_str_has_suffix(path, dotted))
                continue;
            longest = strlen(*ending);
            found = *writer;
        }
    return found;
}

void rk_written_clear(RkWritten *written)
{
    g_clear_pointer(&written->bytes, g_bytes_unref);
    g_clear_pointer(&written->description, g_bytes_unref);
    g_clear_pointer(&written->types, g_strfreev);
    g_clear_pointer(&written->idle, g_strfreev);
    g_clear_pointer(&written->renamed, g_strfreev);
    g_clear_pointer(&written->left_out, g_strfreev);
}

static gboolean says(const RkTable *table, const RkAnnotation *wanted)
{
    const RkAnnotation *annotation;
    if (wanted->column != NULL && rk_table_find(table, wanted->column) != NULL)
        return TRUE;
    for (guint i = 0; (annotation = rk_table_annotation_at(table, i)) != NULL; i++)
        /* What a format keeps for itself it keeps as far as its codes are still there. */
        if (strcmp(annotation->key, wanted->key) == 0 &&
            (strchr(wanted->key, ':') != NULL || strcmp(annotation->text, wanted->text) == 0))
            return TRUE;
    return FALSE;
}

/* What was said of the table and is not said of what was read back. Roles belong to columns, which are compared. */
static char **find_left_out(const RkTable *table, const RkTable *again)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    const RkAnnotation *annotation;
    const char *last = NULL;
    for (guint i = 0; (annotation = rk_table_annotation_at(table, i)) != NULL; i++) {
        const char *colon = strchr(annotation->key, ':'), *key = colon != NULL ? colon + 1 : annotation->key;
        if (says(again, annotation) || g_strcmp0(last, key) == 0 || strcmp(key, "role") == 0)
            continue;
        g_strv_builder_add(builder, key);
        last = key;
    }
    return last != NULL ? g_strv_builder_end(builder) : NULL;
}

/* What is read back from the bytes; NULL when they cannot be read, which `cause` explains. */
static RkTable *read_back(GBytes *bytes, const RkDocument *declared, char **cause)
{
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    RkSource source = {.path = "what is written", .bytes = data, .length = length};
    RkReadOptions options = {.format = declared != NULL ? rk_document_root(declared) : NULL};
    RkTable *table = rk_read(&source, &options, &error);
    if (table == NULL)
        *cause = g_strdup_printf("it would not be read back, as %s", error->message);
    return table;
}

static GBytes *take_bytes(GString *text)
{
    return g_string_free_to_bytes(text);
}

static void describe(const RkWriter *writer, const RkTable *table, const char *name, RkWritten *written)
{
    if (writer->describe == NULL)
        return;
    GString *text = g_string_new(NULL);
    writer->describe(table, name, text);
    written->description = take_bytes(text);
}

/* The names of columns without any value. */
static char **find_idle(const RkTable *table)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gsize row = 0;
        while (row < rk_column_length(column) && rk_column_is_missing(column, row))
            row++;
        if (row == rk_column_length(column))
            g_strv_builder_add(builder, rk_column_name(column));
    }
    return g_strv_builder_end(builder);
}

/* Once more, with the types declared. */
static char *check_declared(const RkWriter *writer, const RkTable *table, const RkTable *found, RkWritten *written)
{
    char *cause = NULL;
    g_strfreev(written->idle);
    written->idle = find_idle(table);
    g_autoptr(RkDocument) declared = rk_write_declare(writer, table, found, &written->types);
    g_autoptr(RkTable) again = read_back(written->bytes, declared, &cause);
    g_strfreev(written->left_out);
    written->left_out = again != NULL ? find_left_out(table, again) : NULL;
    return again != NULL ? rk_table_difference(table, again) : cause;
}

/* What the cells say in the format that was written, whatever the header is taken for. */
static RkTable *read_undeclared(const RkWriter *writer, const RkWritten *written)
{
    g_autofree char *cause = NULL;
    g_autoptr(RkDocument) declared = rk_write_declare_format(writer);
    return read_back(written->bytes, declared, &cause);
}

/* FALSE when a header looks like that of another format, which is then read in its stead. */
static gboolean is_read_as_written(const RkTable *guessed, const RkTable *found)
{
    if (guessed == NULL || found == NULL)
        return guessed == found;
    g_autofree char *difference = rk_table_difference(guessed, found);
    return difference == NULL;
}

/* NULL when the bytes say what the table says; else what would be lost. */
static char *check(const RkWriter *writer, const RkTable *table, const char *name, RkWritten *written)
{
    char *cause = NULL;
    g_autoptr(RkTable) guessed = read_back(written->bytes, NULL, &cause);
    char *difference = guessed != NULL ? rk_table_difference(table, guessed) : g_steal_pointer(&cause);
    written->left_out = guessed != NULL ? find_left_out(table, guessed) : NULL;
    if (difference == NULL || !writer->by_cells)
        return difference;
    g_free(difference);
    g_autoptr(RkTable) found = read_undeclared(writer, written);
    difference = check_declared(writer, table, found, written);
    written->looks_other = !is_read_as_written(guessed, found);
    describe(writer, table, name, written);
    return difference;
}

static GPtrArray *columns_of(const RkTable *table)
{
    GPtrArray *columns = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(columns, (gpointer)rk_table_column(table, i));
    return columns;
}

/* The columns that have a part of their own in formats of observations: measure, time, flags. */
enum { PARTS = 3 };

static void find_parts(const RkTable *table, const char *names[PARTS])
{
    g_autoptr(GPtrArray) columns = columns_of(table);
    const RkColumn *measure = rk_companions_measure((const RkColumn *const *)columns->pdata, columns->len, NULL);
    const RkColumn *flag = rk_write_role(table, RK_ROLE_FLAG), *time = NULL;
    for (guint i = 0; i < columns->len && time == NULL; i++)
        time = rk_column_type(columns->pdata[i]) == RK_COLUMN_TIME ? columns->pdata[i] : NULL;
    const RkColumn *parts[PARTS] = {measure, time, flag};
    for (guint i = 0; i < PARTS; i++)
        names[i] = parts[i] != NULL ? rk_column_name(parts[i]) : NULL;
}

/* Columns whose name is lost in the prepared table, and what they are called there. */
static char **renames(const RkTable *given, const RkTable *prepared)
{
    const char *before[PARTS], *after[PARTS];
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    gboolean any = FALSE;
    find_parts(given, before);
    find_parts(prepared, after);
    for (guint i = 0; i < PARTS; i++) {
        if (before[i] == NULL || after[i] == NULL || strcmp(before[i], after[i]) == 0 ||
            rk_table_find(prepared, before[i]) != NULL)
            continue;
        g_strv_builder_add(builder, before[i]);
        g_strv_builder_add(builder, after[i]);
        any = TRUE;
    }
    return any ? g_strv_builder_end(builder) : NULL;
}

/* Types that the format does not say, of columns that it holds as words. */
static void find_types(const RkTable *given, const RkTable *prepared, const RkWriter *writer, RkWritten *written)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    gboolean any = FALSE;
    for (guint i = 0; !writer->by_cells && i < rk_table_columns(given); i++) {
        const RkColumn *column = rk_table_column(given, i);
        const RkColumn *other = rk_table_find(prepared, rk_column_name(column));
        if (rk_column_type(column) != RK_COLUMN_BOOLEAN || other == NULL || rk_column_type(other) != RK_COLUMN_TEXT)
            continue;
        g_autofree char *type = g_strdup_printf("%s=boolean", rk_column_name(column));
        g_strv_builder_add(builder, type);
        any = TRUE;
    }
    if (any)
        written->types = g_strv_builder_end(builder);
}

/* `difference` says what would be lost; NULL when the table has been written and cannot be lost. */
static gboolean try_writing(const RkTable *table, const RkWriter *writer, const char *name, RkWritten *written,
                            char **difference, GError **error)
{
    *written = (RkWritten){0};
    g_autoptr(RkTable) prepared = writer->prepare(table, error);
    if (prepared == NULL)
        return FALSE;
    GString *text = g_string_new(NULL);
    writer->write(prepared, text);
    written->bytes = take_bytes(text);
    *difference = check(writer, prepared, name, written);
    if (*difference != NULL) {
        rk_written_clear(written);
        return FALSE;
    }
    find_types(table, prepared, writer, written);
    written->renamed = renames(table, prepared);
    return TRUE;
}

/* Which formats do hold the table: they are tried, so that the advice is true. Free with g_free(). */
static char *advise(const RkTable *table, const RkWriter *refused)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (const RkWriter *const *writer = rk_writers(); *writer != NULL; writer++) {
        g_auto(RkWritten) written = {0};
        g_autofree char *difference = NULL;
        if (*writer != refused && try_writing(table, *writer, "t", &written, &difference, NULL))
            g_string_append_printf(names, "%s%s", names->len > 0 ? " or " : "write ", (*writer)->name);
    }
    return names->len > 0 ? g_strdup(names->str) : NULL;
}

/* The refusal with all that helps: what its writer says, then the formats that hold the table as it is. */
static void complete(GError **error, const RkTable *table, const RkWriter *writer)
{
    g_autoptr(GError) plain = g_steal_pointer(error);
    g_autofree char *formats = advise(table, writer);
    const char *cure = rk_error_hint(plain), *between = cure != NULL && formats != NULL ? ", or " : "";
    g_autofree char *hint = g_strconcat(cure != NULL ? cure : "", between, formats != NULL ? formats : "", NULL);
    RkPlace place = {rk_error_file(plain), rk_error_line(plain), rk_error_column(plain)};
    rk_error_set(error, (RkErrorCode)plain->code, place, *hint != '\0' ? hint : "no format holds this table", "%s",
                 plain->message);
}

gboolean rk_write(const RkTable *table, const RkWriter *writer, const char *name, RkWritten *written, GError **error)
{
    g_autofree char *difference = NULL;
    if (try_writing(table, writer, name, written, &difference, error))
        return TRUE;
    if (difference != NULL)
        rk_write_refuse(error, NULL, "%s cannot hold this table: %s", writer->name, difference);
    if (error != NULL)
        complete(error, table, writer);
    return FALSE;
}

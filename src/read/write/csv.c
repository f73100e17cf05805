/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "csv": tidy CSV, a header and a line for each row, with unit and flag in columns of their own. Where cells do not say
 * by themselves what a column is, such as codes made of digits, CSVW metadata beside the file does.
 */
#include "read/write/write-private.h"

#include <string.h>

#include "base/json-text.h"

static void write_cell(GString *text, const char *cell, gboolean alone)
{
    gsize length = strlen(cell);
    gboolean blank = length > 0 && (strchr(" \t", cell[0]) != NULL || strchr(" \t", cell[length - 1]) != NULL);
    if (!blank && !(alone && length == 0) && strpbrk(cell, ",\"\r\n") == NULL) {
        g_string_append_len(text, cell, (gssize)length);
        return;
    }
    g_string_append_c(text, '"');
    for (const char *at = cell; *at != '\0'; at++)
        g_string_append(text, *at == '"' ? "\"\"" : (char[]){*at, '\0'});
    g_string_append_c(text, '"');
}

static void write_value(GString *text, const RkColumn *column, gsize row, gboolean alone)
{
    char buffer[RK_NUMBER_BUFFER];
    if (rk_column_is_missing(column, row)) {
        write_cell(text, "", alone);
    } else if (rk_column_type(column) == RK_COLUMN_TEXT) {
        write_cell(text, rk_column_text(column, row), alone);
    } else if (rk_column_type(column) == RK_COLUMN_NUMBER) {
        g_string_append(text, rk_number_shortest(rk_column_numbers(column)[row], buffer));
    } else {
        g_autofree char *cell = rk_column_write(column, row);
        write_cell(text, cell, alone);
    }
}

void rk_write_csv(const RkTable *table, GString *text)
{
    guint columns = rk_table_columns(table);
    for (guint i = 0; i < columns; i++) {
        g_string_append(text, i > 0 ? "," : "");
        write_cell(text, rk_column_name(rk_table_column(table, i)), FALSE);
    }
    g_string_append_c(text, '\n');
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        for (guint i = 0; i < columns; i++) {
            if (i > 0)
                g_string_append_c(text, ',');
            write_value(text, rk_table_column(table, i), row, columns == 1);
        }
        g_string_append_c(text, '\n');
    }
}

/* CSVW has no word for half-years, quarters and weeks, nor for several frequencies: their cells say it. */
static const char *datatype_of(const RkColumn *column)
{
    switch (rk_column_type(column)) {
    case RK_COLUMN_NUMBER:
        return "number";
    case RK_COLUMN_BOOLEAN:
        return "boolean";
    case RK_COLUMN_TEXT:
        return "string";
    default:
        break;
    }
    if (rk_column_frequencies(column) != NULL)
        return "anyAtomicType";
    switch (rk_column_frequency(column)) {
    case RK_FREQUENCY_YEAR:
        return "gYear";
    case RK_FREQUENCY_MONTH:
        return "gYearMonth";
    case RK_FREQUENCY_DAY:
        return "date";
    case RK_FREQUENCY_MOMENT:
        return "dateTime";
    default:
        return "anyAtomicType";
    }
}

/* In CSVW a line that begins with # is a comment unless the dialect has none. */
static gboolean begins_like_comment(const RkTable *table)
{
    const RkColumn *first = rk_table_columns(table) > 0 ? rk_table_column(table, 0) : NULL;
    for (guint32 i = 0; first != NULL && rk_column_type(first) == RK_COLUMN_TEXT && i < rk_column_words(first); i++)
        if (*rk_column_word(first, i) == '#')
            return TRUE;
    return first != NULL && *rk_column_name(first) == '#';
}

static void describe(const RkTable *table, const char *url, GString *text)
{
    g_string_append(text, "{\"@context\": \"http://www.w3.org/ns/csvw\",\n \"url\": ");
    rk_json_append_text(text, url);
    g_string_append(text, begins_like_comment(table) ? ",\n \"dialect\": {\"commentPrefix\": null}" : "");
    g_string_append(text, ",\n \"tableSchema\": {\"columns\": [");
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        g_string_append(text, i > 0 ? ",\n  {\"name\": " : "\n  {\"name\": ");
        rk_json_append_text(text, rk_column_name(column));
        g_string_append(text, ", \"titles\": ");
        rk_json_append_text(text, rk_column_name(column));
        g_string_append_printf(text, ", \"datatype\": \"%s\"}", datatype_of(column));
    }
    g_string_append(text, "]}}\n");
}

static RkTable *prepare(const RkTable *table, GError **error)
{
    if (rk_table_columns(table) == 0) {
        rk_write_refuse(error, NULL, "CSV begins with the names of the columns, and there is no column");
        return NULL;
    }
    return rk_write_companions(table, error);
}

static const char *const extensions[] = {"csv", NULL};

const RkWriter rk_writer_csv = {.name = "csv",
                                .extensions = extensions,
                                .summary = "tidy CSV, with CSVW metadata beside it where cells do not say their type",
                                .prepare = prepare,
                                .write = rk_write_csv,
                                .by_cells = TRUE,
                                .describe = describe,
                                .beside = "-metadata.json"};

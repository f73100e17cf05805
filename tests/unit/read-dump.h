/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the readers share: a table with its warnings as text, and a document read in every block size, by
 * one and by several threads, with libcsv and past it, which must all come to the same.
 */
#ifndef RK_TESTS_READ_DUMP_H
#define RK_TESTS_READ_DUMP_H

#include "read/csv-private.h"
#include "spec/document.h"

#include <string.h>

/* `name:type` of each column (time columns with their frequency, `+unit` and `+flag` where they have companions), then
 * `line|cell|cell` of each row with ~ for missing values, then the diagnostics. */
static inline char *dump_table(const RkTable *table, const RkDiagnostics *diagnostics)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        RkFrequency frequency = rk_column_frequency(column);
        g_string_append_printf(
            text, "%s%s:%s%s%s", i > 0 ? " " : "", rk_column_name(column),
            frequency != RK_FREQUENCY_NONE ? rk_frequency_name(frequency) : rk_column_type_name(rk_column_type(column)),
            rk_column_unit(column) != NULL ? "+unit" : "", rk_column_flag(column) != NULL ? "+flag" : "");
    }
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_string_append_printf(text, "\n%u", rk_table_origin(table, row).line);
        for (guint i = 0; i < rk_table_columns(table); i++) {
            g_autofree char *cell = rk_column_write(rk_table_column(table, i), row);
            g_string_append_printf(text, "|%s", cell != NULL ? cell : "~");
        }
    }
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(text, "\n%s", line);
    }
    return g_string_free(text, FALSE);
}

/* The table or the error as text. */
static inline char *dump_result(RkTable *table, const RkDiagnostics *diagnostics, GError *error)
{
    if ((table == NULL) == (error == NULL))
        return g_strdup("neither or both of table and error");
    char *text = table != NULL ? dump_table(table, diagnostics) : rk_error_describe(error);
    rk_table_unref(table);
    g_clear_error(&error);
    return text;
}

/* What differs between two readings beside the tuning; NULL-able throughout. */
typedef struct {
    const char *format; /* YAML of the `format` map */
    const char *const *columns;
    gboolean vega_types;
} ReadCase;

static inline char *read_tuned(const char *bytes, gsize length, const ReadCase *with, const RkCsvTuning *tuning)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document =
        with->format != NULL ? rk_document_parse(with->format, strlen(with->format), "figure.yaml", NULL) : NULL;
    RkReadOptions options = {.format = document != NULL ? rk_document_root(document) : NULL,
                             .columns = with->columns,
                             .vega_types = with->vega_types,
                             .diagnostics = diagnostics};
    RkSource source = {.path = "t.csv", .bytes = bytes, .length = length};
    RkTable *table = rk_csv_read_tuned(&source, &options, 0, tuning, &error);
    return dump_result(table, diagnostics, error);
}

static inline void assert_read_bytes(const char *bytes, gsize length, const ReadCase *with, const char *expected)
{
    for (gsize block = 1; block <= length + 1; block++) {
        for (guint way = 0; way < 3; way++) {
            RkCsvTuning tuning = {
                .block_bytes = block, .serial_bytes = way == 2 ? 0 : G_MAXUINT64, .libcsv_only = way == 1};
            g_autofree char *text = read_tuned(bytes, length, with, &tuning);
            if (strcmp(text, expected) != 0)
                fail_msg("block %" G_GSIZE_FORMAT ", way %u:\n%s\ninstead of\n%s", block, way, text, expected);
        }
    }
}

static inline void assert_read(const char *text, const char *expected)
{
    assert_read_bytes(text, strlen(text), &(ReadCase){0}, expected);
}

static inline void assert_read_as(const char *format, const char *text, const char *expected)
{
    assert_read_bytes(text, strlen(text), &(ReadCase){.format = format}, expected);
}

#endif

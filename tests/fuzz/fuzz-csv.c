/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as delimited text. The first byte chooses how they are read and what is declared; the same bytes are read a
 * second time in other blocks, by threads or through libcsv alone, and both readings must come to the same. Every value
 * of a table is looked at, so that the sanitizers see it.
 */
#include "read/csv-private.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

/* The table, its warnings or the error, as one text. */
static char *describe(RkTable *table, const RkDiagnostics *diagnostics, GError *error)
{
    if (table == NULL) {
        char *text = rk_error_describe(error);
        g_clear_error(&error);
        return text;
    }
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        g_string_append_printf(text, "[%s] %s %s\n", rk_column_name(column),
                               rk_column_type_name(rk_column_type(column)),
                               rk_frequency_name(rk_column_frequency(column)));
        for (gsize row = 0; row < rk_table_rows(table); row++) {
            g_autofree char *cell = rk_column_write(column, row);
            g_string_append_printf(text, "%u %s\n", rk_table_origin(table, row).line, cell != NULL ? cell : "~");
        }
    }
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append(text, line);
    }
    rk_table_unref(table);
    return g_string_free(text, FALSE);
}

/* A `format` map for some bits of the first byte. */
static RkDocument *declarations(guint8 choice)
{
    RkDocument *document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    if (choice & 1)
        rk_value_put(document, map, "decimal", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, ","));
    if (choice & 2)
        rk_value_put(document, map, "delimiter", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, ";"));
    if (choice & 4) {
        RkValue *parse = rk_document_map(document, RK_NOWHERE);
        rk_value_put(document, parse, "a", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, "number"));
        rk_value_put(document, map, "parse", RK_NOWHERE, parse);
    }
    if (choice & 8) {
        RkValue *missing = rk_document_list(document, RK_NOWHERE);
        rk_value_append(missing, rk_document_text(document, RK_NOWHERE, "NA"));
        rk_value_append(missing, rk_document_text(document, RK_NOWHERE, "1"));
        rk_value_put(document, map, "missing", RK_NOWHERE, missing);
    }
    rk_document_set_root(document, map);
    return document;
}

static char *read_with(const guint8 *data, gsize size, guint8 choice, const RkCsvTuning *tuning)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document = declarations(choice);
    RkReadOptions options = {.format = rk_document_root(document), .diagnostics = diagnostics};
    RkSource source = {.path = "fuzz", .bytes = data, .length = size};
    RkTable *table = rk_csv_read_tuned(&source, &options, 0, tuning, &error);
    return describe(table, diagnostics, error);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    if (size < 1)
        return 0;
    guint8 choice = data[0];
    RkCsvTuning whole = {.block_bytes = size + 1, .serial_bytes = G_MAXUINT64};
    RkCsvTuning pieces = {
        .block_bytes = 1 + choice % 13, .serial_bytes = choice % 16 == 0 ? 0 : G_MAXUINT64, .libcsv_only = choice & 16};
    g_autofree char *first = read_with(data + 1, size - 1, choice, &whole);
    g_autofree char *second = read_with(data + 1, size - 1, choice, &pieces);
    if (strcmp(first, second) != 0)
        abort();
    return 0;
}

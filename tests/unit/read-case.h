/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the formats share: a text read as a file would be, compared with a table that was written down by
 * hand. Lines of the expected text: the columns, `line|cell|cell` of each row, the diagnostics (see read-dump.h); with
 * companions, each value with its unit and flags.
 */
#ifndef RK_TESTS_READ_CASE_H
#define RK_TESTS_READ_CASE_H

#include "unit.h"

#include "read-dump.h"

static inline RkTable *read_source_as(const RkSource *source, const char *format, const char *const *columns,
                                      RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkDocument) document =
        format != NULL ? rk_document_parse(format, strlen(format), "figure.yaml", NULL) : NULL;
    RkReadOptions options = {
        .format = document != NULL ? rk_document_root(document) : NULL, .columns = columns, .diagnostics = diagnostics};
    return rk_read(source, &options, error);
}

static inline void assert_source(const RkSource *source, const char *format, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkTable *table = read_source_as(source, format, NULL, diagnostics, &error);
    g_autofree char *text = dump_result(table, diagnostics, error);
    assert_string_equal(text, expected);
}

static inline void assert_text(const char *text, const char *format, const char *expected)
{
    assert_source(&(RkSource){.path = "t", .bytes = text, .length = strlen(text)}, format, expected);
}

/* Only some columns are asked for. */
static inline void assert_columns(const char *text, const char *const *columns, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkSource source = {.path = "t", .bytes = text, .length = strlen(text)};
    RkTable *table = read_source_as(&source, NULL, columns, diagnostics, &error);
    g_autofree char *found = dump_result(table, diagnostics, error);
    assert_string_equal(found, expected);
}

/* `value unit flag` of each row of a column, joined by commas. */
static inline void assert_companions(const char *text, const char *name, const char *expected)
{
    GError *error = NULL;
    RkSource source = {.path = "t", .bytes = text, .length = strlen(text)};
    g_autoptr(RkTable) table = read_source_as(&source, NULL, NULL, NULL, &error);
    g_autoptr(GString) found = g_string_new(NULL);
    assert_null(error);
    const RkColumn *column = rk_table_find(table, name);
    assert_non_null(column);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        const RkColumn *unit = rk_column_unit(column), *flag = rk_column_flag(column);
        const char *units = unit != NULL ? rk_column_text(unit, row) : NULL;
        const char *flags = flag != NULL ? rk_column_text(flag, row) : NULL;
        g_autofree char *value = rk_column_write(column, row);
        g_string_append_printf(found, "%s%s %s %s", row > 0 ? "," : "", value != NULL ? value : "~",
                               units != NULL ? units : "~", flags != NULL ? flags : "~");
    }
    assert_string_equal(found->str, expected);
}

#endif

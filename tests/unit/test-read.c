/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources and the choice of a format: files, memory, pipes, gzip; names that are not known.
 */
#include "unit.h"

#include "read-dump.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

static char *read_source(const RkSource *source, const char *format)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document =
        format != NULL ? rk_document_parse(format, strlen(format), "figure.yaml", NULL) : NULL;
    RkReadOptions options = {.format = document != NULL ? rk_document_root(document) : NULL,
                             .diagnostics = diagnostics};
    RkTable *table = rk_read(source, &options, &error);
    return dump_result(table, diagnostics, error);
}

static void assert_source(const RkSource *source, const char *format, const char *expected)
{
    g_autofree char *text = read_source(source, format);
    assert_string_equal(text, expected);
}

static void assert_text(const char *text, const char *format, const char *expected)
{
    RkSource source = {.path = "t.csv", .bytes = text, .length = strlen(text)};
    assert_source(&source, format, expected);
}

static void test_types(void **state)
{
    (void)state;
    assert_text("a;b\n1;x\n", NULL, "a:number b:text\n2|1|x");
    assert_text("a;b\n1;x\n", "{type: csv}", "a;b:text\n2|1;x");
    assert_text("a,b\tc\n1\tx\n", "{type: tsv}", "a,b:number c:text\n2|1|x");
    assert_text("a|b\n1|x\n", "{type: dsv, delimiter: '|'}", "a:number b:text\n2|1|x");
    assert_text("a|b\n", "{type: dsv}",
                "figure.yaml:1:1: the format \"dsv\" needs a delimiter (for example format.delimiter: \";\")");
    /* The stream that was looked into is given back when the declarations are wrong. */
    assert_text("a#b\n", "{delimiter: '#'}",
                "figure.yaml:1:13: format.delimiter is \"#\", not one of a comma, a semicolon, a bar, a tab");
    assert_text("a\n", "{type: cvs}", "figure.yaml:1:8: the data format \"cvs\" is not known (did you mean \"csv\"?)");
}

static void test_keys(void **state)
{
    (void)state;
    g_autofree char *text = NULL;
    RkSource source = {.path = "t.csv", .bytes = "a\n1\n", .length = 4};
    text = read_source(&source, "{delimitr: ';'}");
    assert_true(g_str_has_prefix(text, "figure.yaml:1:2: "));
    assert_non_null(strstr(text, "delimiter"));
    g_free(text);
    text = read_source(&source, "{parse: {a: money}}");
    assert_true(g_str_has_prefix(text, "figure.yaml:1:13: "));
}

static void test_files(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rodiklis-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "data.anything", NULL);
    assert_true(g_file_set_contents(path, "a,b\n1,x\n", -1, NULL));
    assert_source(&(RkSource){.path = path}, NULL, "a:number b:text\n2|1|x");
    g_autofree char *folder_error = g_strdup_printf("%s: is a folder, not a data file", folder);
    assert_source(&(RkSource){.path = folder}, NULL, folder_error);
    assert_int_equal(g_remove(path), 0);
    g_autofree char *missing = g_strdup_printf("%s: cannot be opened: No such file or directory", path);
    assert_source(&(RkSource){.path = path}, NULL, missing);
    assert_source(&(RkSource){.path = NULL}, NULL, "no data file is named");
    assert_int_equal(g_rmdir(folder), 0);
}

/* What cannot be read twice is looked into and read all the same. */
static void test_standard_input(void **state)
{
    (void)state;
    int ends[2], saved = dup(STDIN_FILENO);
    static const char text[] = "a;b\n1;x\n2\n";
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    assert_source(&(RkSource){.path = "-"}, NULL,
                  "standard input:3:2: the row has 1 field, the header has 2 (a note under the table? "
                  "remove it)");
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(ends[0]);
}

static GBytes *packed(const char *text)
{
    g_autoptr(GConverter) compressor = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
    guint8 buffer[1000];
    gsize taken = 0, made = 0;
    assert_int_equal(g_converter_convert(compressor, text, strlen(text), buffer, sizeof buffer,
                                         G_CONVERTER_INPUT_AT_END, &taken, &made, NULL),
                     G_CONVERTER_FINISHED);
    return g_bytes_new(buffer, made);
}

static void test_gzip(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = packed("a,b\n1,\xf0\n");
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    RkSource source = {.path = "t.csv.gz", .bytes = data, .length = length};
    assert_source(&source, "{encoding: windows-1257}", "a:number b:text\n2|1|š");
    assert_source(&source, NULL,
                  "t.csv.gz:2:3: the byte 0xF0 is not UTF-8 (set format.encoding, for example \"windows-1257\")");
    source.length -= 9;
    assert_source(
        &source, NULL,
        "t.csv.gz: ends in the middle of packed or encoded text (the file is cut short, or format.encoding is "
        "wrong)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),          cmocka_unit_test(test_keys), cmocka_unit_test(test_files),
        cmocka_unit_test(test_standard_input), cmocka_unit_test(test_gzip),
    };
    return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}

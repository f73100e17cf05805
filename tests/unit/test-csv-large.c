/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delimited text of some megabytes: threads change nothing, limits hold, and memory is not needed for what is not kept.
 * Sums are the exact ones of arithmetic series.
 */
#include "unit.h"

#include "read-dump.h"

#define ROWS 120000u

static const RkCsvTuning usual = {.block_bytes = RK_CSV_BLOCK_BYTES, .serial_bytes = RK_CSV_SERIAL_BYTES};

/* A row for each number, some of them with quotes and line breaks. */
static GString *series(const char *last)
{
    GString *text = g_string_new("n,word,half,note\n");
    for (guint i = 0; i < ROWS; i++)
        g_string_append_printf(text, "%u,w%u,%u.%u,%s\n", i, i % 1000, i / 2, i % 2 * 5,
                               i % 7 == 0 ? "\"x,\n\"\"y\"\"\"" : "plain ž");
    g_string_append(text, last);
    return text;
}

static RkTable *read_text(const char *text, gsize length, const RkCsvTuning *tuning, GError **error)
{
    RkSource source = {.path = "big.csv", .bytes = text, .length = length};
    return rk_csv_read_tuned(&source, NULL, 0, tuning, error);
}

static void assert_series(const RkTable *table)
{
    assert_int_equal(rk_table_rows(table), ROWS);
    const double *numbers = rk_column_numbers(rk_table_find(table, "n"));
    const double *halves = rk_column_numbers(rk_table_find(table, "half"));
    double sum = 0, half_sum = 0;
    for (guint row = 0; row < ROWS; row++) {
        assert_true(numbers[row] == row);
        sum += numbers[row];
        half_sum += halves[row];
    }
    assert_true(sum == 7199940000.0); /* n (n - 1) / 2 for n = 120000 */
    assert_true(half_sum == 3599970000.0);
    assert_int_equal(rk_column_words(rk_table_find(table, "word")), 1000);
    assert_string_equal(rk_column_text(rk_table_find(table, "word"), ROWS - 1), "w999");
    assert_string_equal(rk_column_text(rk_table_find(table, "note"), 0), "x,\n\"y\"");
    /* 1 for the header, and one more for each break in the rows before: ceil(119999 / 7) = 17143. */
    assert_int_equal(rk_table_origin(table, ROWS - 1).line, 1 + ROWS + 17143);
}

static void test_threads(void **state)
{
    (void)state;
    g_autoptr(GString) text = series("");
    static const RkCsvTuning tunings[] = {{.block_bytes = 64 << 20, .serial_bytes = G_MAXUINT64},
                                          {.block_bytes = RK_CSV_BLOCK_BYTES, .serial_bytes = RK_CSV_SERIAL_BYTES},
                                          {.block_bytes = 4099, .serial_bytes = 0},
                                          {.block_bytes = 70001, .serial_bytes = 0, .libcsv_only = TRUE}};
    for (guint i = 0; i < G_N_ELEMENTS(tunings); i++) {
        GError *error = NULL;
        g_autoptr(RkTable) table = read_text(text->str, text->len, &tunings[i], &error);
        assert_null(error);
        assert_series(table);
    }
}

static void test_late_errors(void **state)
{
    (void)state;
    /* The series ends on line 1 + 120000 + 17143. */
    g_autoptr(GString) ragged = series("1,2\n\xff\n");
    GError *error = NULL;
    assert_null(read_text(ragged->str, ragged->len, &usual, &error));
    assert_error(&error, "big.csv:137145:4: the row has 2 fields, the header has 4 (is the row cut off?)");
    g_autoptr(GString) open = series("1,\"x\n\n");
    assert_null(read_text(open->str, open->len, &usual, &error));
    assert_error(&error,
                 "big.csv:137145:3: the quote that opens here is never closed (close it with \", and write \"\" "
                 "for a quote within the field)");
}

static void test_late_text(void **state)
{
    (void)state;
    g_autoptr(GString) text = series("n/a,w,1,x\n");
    RkSource source = {.path = "big.csv", .bytes = text->str, .length = text->len};
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkReadOptions options = {.diagnostics = diagnostics};
    GError *error = NULL;
    g_autoptr(RkTable) table = rk_csv_read(&source, &options, 0, &error);
    assert_null(error);
    assert_int_equal(rk_column_type(rk_table_find(table, "n")), RK_COLUMN_TEXT);
    assert_string_equal(rk_column_text(rk_table_find(table, "n"), 77777), "77777");
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *warning = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(warning, "big.csv:137145:1: warning: \"n/a\" makes the column \"n\" text, though 120000 of its "
                                 "120001 values are numbers (set format.missing: [\"n/a\"], or format.parse: {\"n\": "
                                 "\"string\"})");
}

/* `head`, then `count` times the letter x, then `tail`: read in two block sizes. */
static void assert_long(const char *head, gsize count, const char *tail, const char *expected)
{
    static const RkCsvTuning tunings[] = {{.block_bytes = RK_CSV_BLOCK_BYTES, .serial_bytes = RK_CSV_SERIAL_BYTES},
                                          {.block_bytes = 1000003, .serial_bytes = 0, .libcsv_only = TRUE}};
    g_autoptr(GString) text = g_string_new(head);
    gsize start = text->len;
    g_string_set_size(text, start + count);
    memset(text->str + start, 'x', count);
    g_string_append(text, tail);
    for (guint i = 0; i < G_N_ELEMENTS(tunings); i++) {
        GError *error = NULL;
        g_autoptr(RkTable) table = read_text(text->str, text->len, &tunings[i], &error);
        assert_int_equal(table == NULL, expected != NULL);
        if (expected != NULL)
            assert_error(&error, expected);
        else
            assert_null(error);
    }
}

static void test_long_fields(void **state)
{
    (void)state;
    static const char long_field[] = "big.csv:3:3: a field is longer than 1048576 bytes (is a quote left open here?)";
    assert_long("a,b\n1,", 1 << 20, "\n", NULL);
    assert_long("a,b\n1,y\n2,", (1 << 20) + 1, "\n", long_field);
    assert_long("a,b\n1,y\n2,\"", (1 << 20) + 1, "\"\n", long_field);
    assert_long("a,b\n1,y\n2,\"", 9 << 20, "", long_field);
    assert_long("a,b\n1,y\n2,", 9 << 20, "\"", long_field);
}

static void test_long_rows(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("a\n1\n");
    for (guint i = 0; i < 9; i++) {
        g_string_append(text, "\"");
        for (guint k = 0; k < 100000; k++)
            g_string_append(text, "0123456789");
        g_string_append(text, "\",");
    }
    GError *error = NULL;
    assert_null(read_text(text->str, text->len, &usual, &error));
    assert_error(&error, "big.csv:3:1: a row is longer than 8388608 bytes (is a quote left open?)");
}

static void test_many_columns(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("c0");
    for (guint i = 1; i < RK_LIMIT_COLUMNS; i++)
        g_string_append_printf(text, ",c%u", i);
    GError *error = NULL;
    g_autoptr(RkTable) table = read_text(text->str, text->len, &usual, &error);
    assert_null(error);
    assert_int_equal(rk_table_columns(table), RK_LIMIT_COLUMNS);
    g_string_append(text, ",more\n");
    assert_null(read_text(text->str, text->len, &usual, &error));
    assert_error(&error, "big.csv:1:1: the header has more than 16384 columns (is a quote left open, or the delimiter "
                         "another?)");
}

static gboolean stop_late(gpointer user, const char *file, guint64 done, guint64 total)
{
    assert_string_equal(file, "big.csv");
    *(guint64 *)user = total;
    return done < 1000000;
}

static void test_progress(void **state)
{
    (void)state;
    g_autoptr(GString) text = series("");
    guint64 total = 0;
    RkSource source = {.path = "big.csv", .bytes = text->str, .length = text->len};
    RkReadOptions options = {.progress = stop_late, .progress_user = &total};
    GError *error = NULL;
    assert_null(rk_read(&source, &options, &error));
    assert_error(&error, "big.csv: reading was stopped");
    assert_int_equal(total, text->len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads),     cmocka_unit_test(test_late_errors), cmocka_unit_test(test_late_text),
        cmocka_unit_test(test_long_fields), cmocka_unit_test(test_long_rows),   cmocka_unit_test(test_many_columns),
        cmocka_unit_test(test_progress),
    };
    return cmocka_run_group_tests_name("csv-large", tests, NULL, NULL);
}

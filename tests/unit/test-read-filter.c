/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows left out while a file is read: what is left must be what a filter leaves of the whole table, with the types that
 * the whole table has, wherever the file was cut.
 */
#include "unit.h"

#include "read-dump.h"
#include "transform/expression.h"

#include <unistd.h>

/* Keeps the rows of some lines: does not depend on any type. `user` is a number. */
static gboolean keep_lines(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    (void)error;
    for (gsize row = 0; row < rk_table_rows(rows); row++)
        kept[row] = rk_table_origin(rows, row).line % *(guint *)user == 0;
    return TRUE;
}

/* The rows of a whole table that a filter keeps, as text. */
static char *dump_kept(const RkTable *table, const RkRowFilter *filter)
{
    g_autofree guint8 *kept = g_new0(guint8, rk_table_rows(table) + 1);
    g_autofree guint32 *places = g_new(guint32, rk_table_rows(table) + 1);
    g_autoptr(RkDiagnostics) none = rk_diagnostics_new();
    gsize count = 0;
    assert_true(filter->test(filter->user, table, kept, NULL));
    for (gsize row = 0; row < rk_table_rows(table); row++)
        if (kept[row])
            places[count++] = (guint32)row;
    g_autoptr(RkTable) some = rk_table_gather(table, places, count);
    return dump_table(some, none);
}

static RkTable *read_lines(const char *text, const RkRowFilter *filter, const RkCsvTuning *tuning)
{
    GError *error = NULL;
    RkSource source = {.path = "t.csv", .bytes = text, .length = strlen(text)};
    RkReadOptions options = {.filter = filter};
    RkTable *table = rk_csv_read_tuned(&source, &options, 0, tuning, &error);
    assert_null(error);
    return table;
}

static void assert_sifted(const char *text)
{
    for (guint step = 1; step < 6; step++) {
        const RkRowFilter filter = {keep_lines, &step, NULL};
        const RkCsvTuning whole = {.block_bytes = 1 << 20, .serial_bytes = G_MAXUINT64};
        g_autoptr(RkTable) all = read_lines(text, NULL, &whole);
        g_autofree char *expected = dump_kept(all, &filter);
        for (gsize block = 1; block <= strlen(text); block++) {
            const RkCsvTuning tuning = {
                .block_bytes = block, .serial_bytes = block % 2 ? 0 : G_MAXUINT64, .sift_bytes = block % 5 * 8};
            g_autoptr(RkTable) some = read_lines(text, &filter, &tuning);
            /* What came before it began is filtered at the end. */
            g_autofree char *found = dump_kept(some, &filter);
            if (strcmp(found, expected) != 0)
                fail_msg("step %u, block %" G_GSIZE_FORMAT ":\n%s\ninstead of\n%s", step, block, found, expected);
        }
    }
}

static void test_types(void **state)
{
    (void)state;
    assert_sifted("a,b\n1,x\n2,y\n3,x\n4,\n5,z\n");
    /* The only word of a column is left out, the only number, the only value. */
    assert_sifted("a\n1\n2\nx\n4\n5\n6\n7\n");
    assert_sifted("a\nx\n2\ny\n4\nz\n6\n7\n");
    assert_sifted("a,b\n,1\n,2\n7,3\n,4\n,5\n,6\n");
    /* Years, and what is no year in a row that is left out; a column that would be years without it. */
    assert_sifted("year,n\n2001,1\n2002,2\n2003,3\n2004,4\n2005,5\n");
    assert_sifted("year,n\n2001,1\n2002,2\n2003,3\n20040,4\n2005,5\n2006,6\n");
    assert_sifted("year,n\n2001,1\n2002,2\n2003.0,3\n2004,4\n2005,5\n2006,6\n");
    /* Periods of several frequencies, numbers among them, and years among months. */
    assert_sifted("t\n2001-01\n2002-02\n2003\n2004-Q1\n2005-01-31\n2006-05\n");
    assert_sifted("t\n2001\n2002\n2003-Q2\n2004\n2005\n2006\n");
    assert_sifted("t\n2001\n17\n2003-Q2\n2004\n2005\n2006\n");
    assert_sifted("t\n2001-02\n2002-03\n5.5\n2004-04\n2005-04\n2006-01\n");
    /* Booleans, codes, numbers that are spelt in their own way. */
    assert_sifted("b\ntrue\nfalse\nTRUE\n\nfalse\ntrue\n");
    assert_sifted("b\ntrue\nfalse\nmaybe\n\nfalse\ntrue\n");
    assert_sifted("c\n01\n02\n3\n4\n05\n06\n");
    assert_sifted("s\n1.50\n2.0\n3\n4.10\nx\n6.0\n7\n");
    assert_sifted("s\n1.50\n2.0\n3\n4.10\n+5.0\n6.0\n7e1\n");
    assert_sifted("s,t\n\"a,\n\"\"1\",1\nb,2\n\"c\n\",3\nd,4\n\ne,5\n");
}

static void test_units(void **state)
{
    (void)state;
    assert_sifted("geo,value,unit,flag\nA,1,EUR,\nB,2,EUR,e\nC,3,T,p\nD,,T,c\nE,5,EUR,b\nF,6,T,\n");
}

/* A comma that could be decimal is refused though no row with it is kept. */
static void test_decimal_comma(void **state)
{
    (void)state;
    GError *error = NULL;
    guint step = 100;
    const RkRowFilter filter = {keep_lines, &step, NULL};
    const char *text = "a;b\n1;x\n\"2,5\";y\n3;z\n";
    RkSource source = {.path = "t.csv", .bytes = text, .length = strlen(text)};
    RkReadOptions options = {.filter = &filter};
    const RkCsvTuning tuning = {.block_bytes = 7};
    assert_null(rk_csv_read_tuned(&source, &options, ';', &tuning, &error));
    assert_error(&error, "t.csv:3:1: \"2,5\" in column \"a\" is 2.5 with a decimal comma and 25 without (set "
                         "format.decimal: \",\" or format.group: \",\"; format.parse: {\"a\": \"string\"} keeps the "
                         "text)");
}

/* ---- Through the front door, with files that are long enough ---- */

typedef struct {
    RkExpression *expression;
    gsize most; /* rows that it was asked about at once */
} Where;

static gboolean keep_where(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    Where *where = user;
    where->most = MAX(where->most, rk_table_rows(rows));
    return rk_expression_test(where->expression, rows, NULL, kept, error);
}

/* Reads with and without the filter on the way, and compares; TRUE when rows were left out early. */
static gboolean same_as_whole(const RkSource *source, const char *expression, const char *const *columns)
{
    GError *error = NULL;
    Where where = {.expression = rk_expression_parse(expression, RK_NOWHERE, &error)};
    const RkRowFilter filter = {keep_where, &where, columns};
    RkReadOptions options = {.filter = &filter};
    assert_null(error);
    g_autoptr(RkTable) some = rk_read(source, &options, &error);
    assert_null(error);
    g_autoptr(RkTable) all = rk_read(source, NULL, &error);
    assert_null(error);
    gboolean early = where.most < rk_table_rows(all);
    g_autoptr(RkDiagnostics) none = rk_diagnostics_new();
    g_autofree char *expected = dump_kept(all, &filter), *found = dump_table(some, none);
    assert_true(rk_table_rows(some) > 0);
    assert_true(strcmp(expected, found) == 0);
    rk_expression_free(where.expression);
    return early;
}

static GString *many(const char *header, const char *row, guint count)
{
    GString *text = g_string_new(header);
    static const char *const places[] = {"LT", "LV", "EE", "PL", "DE"};
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, row, places[i % 5], 1990 + i % 30, i % 12 + 1, i);
    return text;
}

static RkSource source_of(const GString *text)
{
    return (RkSource){.path = "t", .bytes = text->str, .length = text->len};
}

static void test_formats(void **state)
{
    (void)state;
    static const char *const geo[] = {"geo", NULL}, *const period[] = {"TIME_PERIOD", NULL};
    g_autoptr(GString) csv = many("geo,time,value,flag\n", "%s,%u-%02u,%u.5,e\n", 400000);
    RkSource source = source_of(csv);
    assert_true(same_as_whole(&source, "datum.geo == 'LT' && datum.time < '1995'", NULL));
    assert_true(same_as_whole(&source, "datum.geo == 'LT'", geo));
    g_autoptr(GString) sdmx = many("DATAFLOW,LAST UPDATE,freq,geo,n,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n",
                                   "X,,M,%1$s,%4$u,%2$u-%3$02u,%4$u,p\n", 300000);
    source = source_of(sdmx);
    assert_true(same_as_whole(&source, "datum.geo == 'LT' && datum.TIME_PERIOD == '1990-07'", NULL));
    assert_true(same_as_whole(&source, "datum.TIME_PERIOD >= '2010'", period));
    assert_true(same_as_whole(&source, "datum.OBS_VALUE < 7 && datum.reason == null", NULL));
    g_autoptr(GString) tsv =
        many("unit,n,geo\\TIME_PERIOD\t2020 \t2021 \n", "EUR,%4$u,%1$s_%2$u_%3$u\t%4$u e\t: c\n", 200000);
    source = source_of(tsv);
    assert_true(same_as_whole(&source, "datum.value < 9 || (datum.reason != null && datum.geo == 'LT_1990_1')", NULL));
    assert_true(same_as_whole(&source, "datum.geo == 'LT_1990_1'", geo));
}

/* A type that shows only behind the first megabytes: then nothing may be lost that was left out as another. */
static void test_late_types(void **state)
{
    (void)state;
    g_autoptr(GString) codes = many("geo,age,m,value\n", "%s,%u,%u,%u\n", 400000);
    g_string_append(codes, "LT,TOTAL,1,5\n");
    RkSource source = source_of(codes);
    assert_false(same_as_whole(&source, "datum.age == '1990' || datum.age == 'TOTAL'", NULL));
    g_autoptr(GString) periods =
        many("DATAFLOW,LAST UPDATE,geo,n,TIME_PERIOD,OBS_VALUE\n", "X,,%1$s,%4$u,%2$u-%3$02u,%4$u\n", 300000);
    g_string_append(periods, "X,,LT,,2001-W99,1\n");
    source = source_of(periods);
    assert_false(same_as_whole(&source, "datum.TIME_PERIOD == '1992-03' || datum.TIME_PERIOD == '2001-W99'", NULL));
}

static gpointer write_all(gpointer data)
{
    const GString *text = ((gpointer *)data)[0];
    int descriptor = GPOINTER_TO_INT(((gpointer *)data)[1]);
    gsize done = 0;
    while (done < text->len) {
        gssize count = write(descriptor, text->str + done, text->len - done);
        if (count < 0)
            break;
        done += (gsize)count;
    }
    close(descriptor);
    return NULL;
}

/* Reads a text from a pipe. */
static RkTable *read_pipe(const GString *text, const RkReadOptions *options, GError **error)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    gpointer data[] = {(gpointer)text, GINT_TO_POINTER(ends[1])};
    GThread *writer = g_thread_new("writer", write_all, data);
    g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
    RkTable *table = rk_read(&(RkSource){.path = path}, options, error);
    char rest[4096];
    while (read(ends[0], rest, sizeof rest) > 0)
        ;
    close(ends[0]);
    g_thread_join(writer);
    return table;
}

/* What comes only once cannot be read again. */
static void test_pipes(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(GString) text = many("geo,age,m,value\n", "%s,%u,%u,%u\n", 400000);
    Where where = {.expression = rk_expression_parse("datum.age == 1990 && datum.geo == 'LT'", RK_NOWHERE, NULL)};
    const RkRowFilter filter = {keep_where, &where, NULL};
    RkReadOptions options = {.filter = &filter};
    g_autoptr(RkTable) table = read_pipe(text, &options, &error);
    assert_null(error);
    assert_int_equal(rk_table_rows(table), 13334); /* every thirtieth of 400000 begins with LT and 1990 */
    g_string_append(text, "LT,TOTAL,1,5\n");
    assert_null(read_pipe(text, &options, &error));
    assert_non_null(strstr(error->message, "the column \"age\" turns out to be of another type after rows were left "
                                           "out"));
    assert_string_equal(rk_error_hint(error), "name a file, or say the type: format.parse: {\"age\": \"string\"}");
    g_clear_error(&error);
    rk_expression_free(where.expression);
}

/* The name that was meant is found though the filter asks for one column only. */
static void test_unknown_column(void **state)
{
    (void)state;
    static const char *const wrong[] = {"goe", NULL};
    GError *error = NULL;
    g_autoptr(GString) text = many("geo,age,m,value\n", "%s,%u,%u,%u\n", 400000);
    Where where = {.expression = rk_expression_parse("datum.goe == 'LT'", RK_NOWHERE, NULL)};
    const RkRowFilter filter = {keep_where, &where, wrong};
    RkReadOptions options = {.filter = &filter};
    RkSource source = source_of(text);
    assert_null(rk_read(&source, &options, &error));
    assert_string_equal(error->message, "there is no column \"goe\"");
    assert_string_equal(rk_error_hint(error), "did you mean \"geo\"?");
    g_clear_error(&error);
    rk_expression_free(where.expression);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),          cmocka_unit_test(test_units),      cmocka_unit_test(test_decimal_comma),
        cmocka_unit_test(test_formats),        cmocka_unit_test(test_late_types), cmocka_unit_test(test_pipes),
        cmocka_unit_test(test_unknown_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

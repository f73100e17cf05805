/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Eurostat's TSV. Layouts and quirks are those that Eurostat describes for its bulk files; the tables were written down
 * by hand.
 */
#include "read-case.h"

#include <gio/gio.h>

static void test_layouts(void **state)
{
    (void)state;
    assert_text("freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \nA,PC,EL\t: \t628 e\nA,PC,NA\t1.5 bd\t-2 \n", NULL,
                "freq:text unit:text geo:text TIME_PERIOD:year value:number+unit+flag flag:text reason:text\n"
                "2|A|PC|EL|2020|~|~|not available\n"
                "2|A|PC|EL|2021|628|e|~\n"
                "3|A|PC|NA|2020|1.5|bd|~\n"
                "3|A|PC|NA|2021|-2|~|~");
    /* Before 2023: other name of the periods, newest first, months with M, the mark 0n. */
    assert_text("unit,geo\\time\t2021M02 \t2020M12 \nPC,EU27_2020\t0n\t: \nPC,UK\t3\t4 p\n", NULL,
                "unit:text geo:text time:month value:number+unit+flag flag:text reason:text\n"
                "2|PC|EU27_2020|2021-02|0|n|~\n"
                "2|PC|EU27_2020|2020-12|~|~|not available\n"
                "3|PC|UK|2021-02|3|~|~\n"
                "3|PC|UK|2020-12|4|p|~");
    /* Carriage returns, a byte-order mark, blank lines, no dimension but one. */
    assert_text("\xef\xbb\xbfgeo\\TIME_PERIOD\t2020-Q4 \r\n\r\nLT\t1 \r\n", NULL,
                "geo:text TIME_PERIOD:quarter value:number+flag flag:text reason:text\n3|LT|2020-Q4|1|~|~");
    assert_companions("unit,geo\\time\t2020 \nEUR,LT\t1 pe\n", "value", "1 EUR pe");
    /* A file without periods, and one without series. */
    assert_text("geo\\TIME_PERIOD\nLT\n", NULL, "geo:text TIME_PERIOD:time value:number+flag flag:text reason:text");
    assert_text("geo\\TIME_PERIOD\t2020 \n", NULL, "geo:text TIME_PERIOD:year value:number+flag flag:text reason:text");
}

static void test_reasons(void **state)
{
    (void)state;
    assert_text("geo\\TIME_PERIOD\t2019 \t2020 \t2021 \t2022 \t2023 \nLT\t: \t: c\t: z\t: m\t\n", NULL,
                "geo:text TIME_PERIOD:year value:number+flag flag:text reason:text\n"
                "2|LT|2019|~|~|not available\n"
                "2|LT|2020|~|c|confidential\n"
                "2|LT|2021|~|z|not applicable\n"
                "2|LT|2022|~|m|cannot exist\n"
                "2|LT|2023|~|~|not available");
    assert_text("geo\\TIME_PERIOD\t2019 \nLT\t1 y\n", NULL,
                "geo:text TIME_PERIOD:year value:number+flag flag:text reason:text\n2|LT|2019|1|y|~\n"
                "t: note: the flag \"y\" is not in the code list, and is kept as it is");
}

static void test_periods(void **state)
{
    (void)state;
    assert_text(
        "freq,geo\\TIME_PERIOD\t2015-W99 \t2015-W01 \nW,LT\t1 \t2 \n", NULL,
        "freq:text geo:text TIME_PERIOD:text value:number+flag flag:text reason:text\n"
        "2|W|LT|2015-W99|1|~|~\n2|W|LT|2015-W01|2|~|~\n"
        "t:1: warning: \"2015-W99\" is no period of the calendar, so the column \"TIME_PERIOD\" is kept as text");
    /* Series of years have no quarters, and the other way round; a value is kept wherever it stands. */
    assert_text("freq,geo\\TIME_PERIOD\t2020 \t2020-Q1 \t2020-Q2 \nA,LT\t1 \t: \t9 \nQ,LT\t: \t2 p\t: c\n", NULL,
                "freq:text geo:text TIME_PERIOD:quarter value:number+flag flag:text reason:text\n"
                "2|A|LT|2020|1|~|~\n2|A|LT|2020-Q2|9|~|~\n3|Q|LT|2020-Q1|2|p|~\n"
                "3|Q|LT|2020-Q2|~|c|confidential\n"
                "t: note: 2 empty cells are no rows, because their period has another frequency than their series");
    assert_text("geo\\TIME_PERIOD\t2020 \t2020-Q1 \nLT\t1 \t2 \n", NULL,
                "geo:text TIME_PERIOD:quarter value:number+flag flag:text reason:text\n2|LT|2020|1|~|~\n"
                "2|LT|2020-Q1|2|~|~");
    assert_text("geo\\TIME_PERIOD\t2015-S1 \t2015-12-31 \n", "{type: eurostat-tsv, delimiter: ','}",
                "figure.yaml:1:22: unknown key \"delimiter\" in format (known keys: type, encoding)");
}

static void test_columns(void **state)
{
    (void)state;
    static const char text[] = "unit,geo\\TIME_PERIOD\t2020 \t2021 \nPC,LT\t1 e\t: \nPC,LV\t2 \t3 \n";
    static const char *const places[] = {"geo", NULL}, *const values[] = {"TIME_PERIOD", "value", NULL};
    static const char *const reasons[] = {"reason", NULL};
    assert_columns(text, places, "geo:text\n2|LT\n2|LT\n3|LV\n3|LV");
    assert_columns(text, values, "TIME_PERIOD:year value:number+unit+flag\n2|2020|1\n2|2021|~\n3|2020|2\n3|2021|3");
    assert_columns(text, reasons, "reason:text\n2|~\n2|not available\n3|~\n3|~");
}

static void test_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"4f8a0f3c-0d2b-4d9e-8a53-1f1c0b0b6f0e\n",
         "t:1:1: this is the number of a job that Eurostat had not finished, not its data (ask for the result of this "
         "job later, and save that instead)"},
        {"freq,geo\\TIME_PERIOD\t2015 \nA,LT\t1 \nA,LT\t1 \n",
         "t:3:1: the series \"A,LT\" stands here a second time (remove one of the two lines)"},
        {"freq,geo\\TIME_PERIOD\t2015 \nA,LV\t1 \nA,LT\t1 \nA,LV\t2 \n",
         "t:4: the key \"A, LV\" of line 2 stands here a second time (remove one of the two lines)"},
        {"geo\\TIME_PERIOD\t2015 \t2015 \n", "t:1: the period \"2015\" stands twice (each period may stand once)"},
        {"geo\\TIME_PERIOD\t2015 \t\t2016 \n", "t:1: a period is empty (is there a tab too many?)"},
        {"geo,geo\\TIME_PERIOD\t2015 \n",
         "t:1: the dimension \"geo\" has the name of another column (each column needs a name of its own)"},
        {"value\\TIME_PERIOD\t2015 \n",
         "t:1: the dimension \"value\" has the name of another column (each column needs a name of its own)"},
        {"freq,geo\\TIME_PERIOD\t2015 \nA\t1 \n",
         "t:2:1: the series has 1 codes, the header has 2 dimensions (is the file cut off?)"},
        {"freq,geo\\TIME_PERIOD\t2015 \nA,\t1 \n", "t:2:3: a code of the series is empty"},
        {"geo\\TIME_PERIOD\t2015 \t2016 \nLT\t1 \t2 \nLV\t1 ",
         "t:3: the series has 1 cells, the header has 2 periods (is the file cut off?)"},
        {"geo\\TIME_PERIOD\t2015 \nLT\t1 \t2 \n",
         "t:2: the series has 2 cells, the header has 1 periods (is the file cut off?)"},
        {"geo\\TIME_PERIOD\t2015 \nLT\t1,5 \n",
         "t:2:4: \"1,5 \" in the period 2015 is no value with flags (a cell is a number with a point, or \":\", and "
         "letters behind a space)"},
        {"geo\\TIME_PERIOD\t2015 \nLT\t1 2\n",
         "t:2:4: \"1 2\" in the period 2015 is no value with flags (a cell is a number with a point, or \":\", and "
         "letters behind a space)"},
        {"geo\\TIME_PERIOD\t2015 \nL\xe4\t1 \n",
         "t:2:2: the byte 0xE4 is not UTF-8 (set format.encoding, for example \"latin1\")"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_text(cases[i].text, NULL, cases[i].error);
    assert_text("a,b\n1,2\n", "{type: eurostat-tsv}",
                "t:1:1: the first cell does not name dimensions and periods, such as \"freq,geo\\TIME_PERIOD\"");
    assert_text("geo\\TIME_PERIOD\t2015 \nLT\t1 ", NULL,
                "geo:text TIME_PERIOD:year value:number+flag flag:text reason:text\n2|LT|2015|1|~|~\n"
                "t: warning: the last line has no end (is the file cut off?)");
}

static GBytes *pack(const char *text, gsize length)
{
    g_autoptr(GConverter) converter = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
    g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data(text, (gssize)length, NULL);
    g_autoptr(GInputStream) packed = g_converter_input_stream_new(plain, converter);
    g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable();
    assert_true(g_output_stream_splice(memory, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) >= 0);
    return g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(memory));
}

static void test_gzip(void **state)
{
    (void)state;
    static const char text[] = "geo\\TIME_PERIOD\t2020 \nLT\t1 e\n";
    g_autoptr(GBytes) packed = pack(text, strlen(text));
    RkSource source = {.path = "t", .bytes = g_bytes_get_data(packed, NULL), .length = g_bytes_get_size(packed)};
    assert_source(&source, NULL, "geo:text TIME_PERIOD:year value:number+flag flag:text reason:text\n2|LT|2020|1|e|~");
    source.length -= 9;
    assert_source(
        &source, NULL,
        "t: ends in the middle of packed or encoded text (the file is cut short, or format.encoding is wrong)");
}

/* A few bytes that unpack to a lot: here to empty lines, which would cost nothing but time without end. */
static void test_bomb(void **state)
{
    (void)state;
    gsize length = 80u << 20;
    g_autofree char *text = g_malloc(length);
    memset(text, '\n', length);
    memcpy(text, "geo\\TIME_PERIOD\t2020 \n", 22);
    g_autoptr(GBytes) packed = pack(text, length);
    assert_source(&(RkSource){.path = "t", .bytes = g_bytes_get_data(packed, NULL), .length = g_bytes_get_size(packed)},
                  NULL, "t: unpacks to more than 200 times its size (unpack it first if it is sound)");
}

/* So large that it is cut into blocks and read by threads: every value tells its row. */
static void test_large(void **state)
{
    (void)state;
    enum { SERIES = 60000, PERIODS = 4 };
    g_autoptr(GString) text = g_string_new("unit,geo\\TIME_PERIOD\t2020 \t2021 \t2022 \t2023 \n");
    for (guint i = 0; i < SERIES; i++)
        g_string_append_printf(text, "U%u,G%u\t%u.5 e\t: c\t%u \t-%u p\n", i % 7, i, i, i, i);
    GError *error = NULL;
    RkSource source = {.path = "t", .bytes = text->str, .length = text->len};
    g_autoptr(RkTable) table = read_source_as(&source, NULL, NULL, NULL, &error);
    assert_null(error);
    assert_int_equal(rk_table_rows(table), SERIES * PERIODS);
    const double *values = rk_column_numbers(rk_table_find(table, "value"));
    for (gsize row = 0; row < SERIES * PERIODS; row += 997) {
        gsize series = row / PERIODS, period = row % PERIODS;
        g_autofree char *place = g_strdup_printf("G%" G_GSIZE_FORMAT, series);
        g_autofree char *unit = g_strdup_printf("U%" G_GSIZE_FORMAT, series % 7);
        double whole = (double)series;
        assert_string_equal(rk_column_text(rk_table_find(table, "geo"), row), place);
        assert_string_equal(rk_column_text(rk_table_find(table, "unit"), row), unit);
        assert_int_equal(rk_table_origin(table, row).line, series + 2);
        if (period == 1)
            assert_string_equal(rk_column_text(rk_table_find(table, "reason"), row), "confidential");
        else
            assert_true(values[row] == (period == 0 ? whole + 0.5 : period == 2 ? whole : -whole));
    }
    /* The first error of the file, whoever finds it. */
    g_string_append(text, "U1\t1 \t2 \t3 \t4 \nU1,X\t1 \n");
    source = (RkSource){.path = "t", .bytes = text->str, .length = text->len};
    assert_null(read_source_as(&source, NULL, NULL, NULL, &error));
    assert_error(&error, "t:60002:1: the series has 1 codes, the header has 2 dimensions (is the file cut off?)");
}

/* One line without an end. */
static void test_long_line(void **state)
{
    (void)state;
    gsize length = 12u << 20;
    g_autofree char *text = g_malloc(length);
    memset(text, '1', length);
    memcpy(text, "geo\\TIME_PERIOD\t2020 \nLT\t", 25);
    GError *error = NULL;
    RkSource source = {.path = "t", .bytes = text, .length = length};
    assert_null(read_source_as(&source, NULL, NULL, NULL, &error));
    assert_error(&error, "t:2: the line is longer than 8388608 bytes (is this a text with lines?)");
    /* Blocks are on their way when it is met, and the first line of all. */
    g_autoptr(GString) long_text = g_string_new("geo\\TIME_PERIOD\t2020 \n");
    for (guint i = 0; i < 100000; i++)
        g_string_append_printf(long_text, "G%u\t%u \n", i, i);
    g_string_append_len(long_text, text + 22, (gssize)length - 22);
    source = (RkSource){.path = "t", .bytes = long_text->str, .length = long_text->len};
    assert_null(read_source_as(&source, NULL, NULL, NULL, &error));
    assert_error(&error, "t:100002: the line is longer than 8388608 bytes (is this a text with lines?)");
    memset(text + 17, ' ', 5);
    source = (RkSource){.path = "t", .bytes = text, .length = length};
    assert_null(read_source_as(&source, "{type: eurostat-tsv}", NULL, NULL, &error));
    assert_error(&error, "t:1: the line is longer than 8388608 bytes (is this a text with lines?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layouts), cmocka_unit_test(test_reasons),  cmocka_unit_test(test_periods),
        cmocka_unit_test(test_columns), cmocka_unit_test(test_refusals), cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_bomb),    cmocka_unit_test(test_large),    cmocka_unit_test(test_long_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables written and read back. The law, for every file that the tests of the readers have and for every writer: a
 * table is refused, or every observation comes back with its codes, value, flags, unit and reason. What an observation
 * says is put together in fuzz/observations.h, not by the library's own comparison.
 */
#include "unit.h"

#include "../fuzz/observations.h"
#include "read-dump.h"
#include "read/write.h"

#include <math.h>

static RkTable *read_back(const RkWriter *writer, const RkWritten *written, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "t.csv", NULL);
    g_autofree char *beside = g_strconcat(path, writer->beside, NULL);
    GError *error = NULL;
    g_file_set_contents(path, g_bytes_get_data(written->bytes, NULL), (gssize)g_bytes_get_size(written->bytes), &error);
    assert_null(error);
    if (written->description != NULL)
        g_file_set_contents(beside, g_bytes_get_data(written->description, NULL),
                            (gssize)g_bytes_get_size(written->description), &error);
    RkDocument *declared = NULL;
    g_autoptr(GString) format = g_string_new("{parse: {");
    for (guint i = 0; written->description == NULL && written->types != NULL && written->types[i] != NULL; i++) {
        const char *sign = strrchr(written->types[i], '=');
        g_string_append_printf(format, "%s\"%.*s\": %s", i > 0 ? ", " : "", (int)(sign - written->types[i]),
                               written->types[i], sign + 1);
    }
    g_string_append(format, "}}");
    if (written->description == NULL && written->types != NULL)
        declared = rk_document_parse(format->str, format->len, "f", &error);
    assert_null(error);
    RkReadOptions options = {.format = declared != NULL ? rk_document_root(declared) : NULL};
    RkTable *table = rk_read(&(RkSource){.path = path}, &options, &error);
    if (error != NULL)
        fail_msg("%s: %s", writer->name, error->message);
    rk_document_unref(declared);
    remove(path);
    remove(beside);
    return table;
}

/* How many of the writers take the table. */
static guint round_trip(const RkTable *table, const char *name, const char *folder)
{
    guint taken = 0;
    for (const RkWriter *const *writer = rk_writers(); *writer != NULL; writer++) {
        g_auto(RkWritten) written = {0};
        g_autoptr(GError) error = NULL;
        if (!rk_write(table, *writer, "t.csv", &written, &error)) {
            assert_non_null(error);
            continue;
        }
        g_autoptr(RkTable) again = read_back(*writer, &written, folder);
        g_autofree char *difference = observations_difference(table, again, g_str_equal((*writer)->name, "json-stat"));
        if (difference != NULL)
            fail_msg("%s of %s: %s", (*writer)->name, name, difference);
        taken++;
    }
    return taken;
}

static void round_trip_file(const char *path, const char *folder, guint *read, guint *taken)
{
    g_autoptr(RkTable) table = rk_read(&(RkSource){.path = path}, NULL, NULL);
    if (table == NULL)
        return;
    *read += 1;
    *taken += round_trip(table, path, folder);
}

static void test_files(void **state)
{
    (void)state;
    static const char *const folders[] = {"fuzz/corpus/csv",
                                          "fuzz/corpus/eurostat-tsv",
                                          "fuzz/corpus/json-stat",
                                          "fuzz/corpus/oecd",
                                          "fuzz/corpus/owid",
                                          "fuzz/corpus/read",
                                          "fuzz/corpus/sdmx-csv",
                                          "fuzz/corpus/world-bank",
                                          "fuzz/corpus/world-bank-zip",
                                          "fuzz/corpus/described",
                                          "../datasets"};
    g_autofree char *work = g_dir_make_tmp("rodiklis-write-XXXXXX", NULL);
    guint read = 0, taken = 0;
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *folder = g_build_filename(g_getenv("TEST_DATA"), "..", folders[i], NULL);
        GDir *list = g_dir_open(folder, 0, NULL);
        assert_non_null(list);
        for (const char *name = g_dir_read_name(list); name != NULL; name = g_dir_read_name(list)) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            round_trip_file(path, work, &read, &taken);
        }
        g_dir_close(list);
    }
    remove(work);
    /* So that the law is not kept by refusing everything. */
    assert_true(read > 40);
    assert_true(taken > 3 * read);
}

/* ---- What is written ---- */

static RkTable *table_of(const char *text)
{
    GError *error = NULL;
    RkTable *table = rk_read(&(RkSource){.path = "t", .bytes = text, .length = strlen(text)}, NULL, &error);
    assert_null(error);
    return table;
}

static void assert_written(const char *text, const char *format, const char *expected)
{
    GError *error = NULL;
    g_auto(RkWritten) written = {0};
    g_autoptr(RkTable) table = table_of(text);
    if (!rk_write(table, rk_writer_find(format), "t.csv", &written, &error)) {
        assert_error(&error, expected);
        return;
    }
    g_autofree char *found = g_strndup(g_bytes_get_data(written.bytes, NULL), g_bytes_get_size(written.bytes));
    assert_string_equal(found, expected);
}

static const char tsv[] =
    "freq,unit,geo\\TIME_PERIOD\t2020-Q1 \t2020-Q2 \nQ,EUR,LT\t1.5 e\t: c\nQ,EUR,LV\t0.1 \t3 bd\n";

static void test_texts(void **state)
{
    (void)state;
    assert_written(tsv, "csv",
                   "freq,unit,geo,TIME_PERIOD,value,flag,reason\nQ,EUR,LT,2020-Q1,1.5,e,\n"
                   "Q,EUR,LT,2020-Q2,,c,confidential\nQ,EUR,LV,2020-Q1,0.1,,\nQ,EUR,LV,2020-Q2,3,bd,\n");
    assert_written("a,v\n\" x\",1\n\"q\"\"q\",2\n\"l\nl\",3\n\"c,c\",\n", "csv",
                   "a,v\n\" x\",1\n\"q\"\"q\",2\n\"l\nl\",3\n\"c,c\",\n");
    assert_written("a\nx\n\"\"\ny\n", "csv", "a\nx\n\"\"\ny\n");
    assert_written("geo,time,value\nLT,2020,1e-7\n", "sdmx-csv",
                   "STRUCTURE,STRUCTURE_ID,geo,TIME_PERIOD,OBS_VALUE,reason\n"
                   "dataflow,RODIKLIS:TABLE(1.0),LT,2020,1e-7,\n");
    assert_written("DATAFLOW,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nX:Y(1.0),now,LT,2020,1,p\n", "sdmx-csv",
                   "STRUCTURE,STRUCTURE_ID,LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,reason\n"
                   "dataflow,X:Y(1.0),now,LT,2020,1,p,\n");
    assert_written("geo,time,value,b\nLT,2020,1,true\n", "json",
                   "[\n{\"geo\": \"LT\", \"time\": 2020, \"value\": 1, \"b\": true}\n]\n");
    /* Other readers take periods to stand in the order of the calendar. */
    assert_written("geo,time,value\nLT,2021,1\nLV,2020,2\nLV,2022,3\n", "json-stat",
                   "{\"version\": \"2.0\",\n\"class\": \"dataset\",\n\"id\": [\"geo\", \"time\"],\n\"size\": [2, 3],\n"
                   "\"role\": {\"geo\": [\"geo\"], \"time\": [\"time\"]},\n\"dimension\": {\n  \"geo\": {\"label\": "
                   "\"geo\", \"category\": {\"index\": [\"LT\", \"LV\"]}},\n  \"time\": {\"label\": \"time\", "
                   "\"category\": {\"index\": [\"2020\", \"2021\", \"2022\"]}}},\n\"extension\": {\"rodiklis\": "
                   "{\"rowsGiven\": true}},\n\"value\": {\"1\": 1, \"3\": 2, \"5\": 3},\n\"status\": {}}\n");
    assert_written(tsv, "json-stat",
                   "{\"version\": \"2.0\",\n\"class\": \"dataset\",\n\"id\": [\"freq\", \"unit\", \"geo\", "
                   "\"TIME_PERIOD\"],\n\"size\": [1, 1, 2, 2],\n\"role\": {\"geo\": [\"geo\"], \"time\": "
                   "[\"TIME_PERIOD\"]},\n\"dimension\": {\n  \"freq\": {\"label\": \"freq\", \"category\": {\"index\": "
                   "[\"Q\"]}},\n  \"unit\": {\"label\": \"unit\", \"category\": {\"index\": [\"EUR\"]}},\n  \"geo\": "
                   "{\"label\": \"geo\", \"category\": {\"index\": [\"LT\", \"LV\"]}},\n  \"TIME_PERIOD\": {\"label\": "
                   "\"TIME_PERIOD\", \"category\": {\"index\": [\"2020-Q1\", \"2020-Q2\"]}}},\n\"value\": [1.5, null, "
                   "0.1, 3],\n\"status\": {\"0\": \"e\", \"1\": \"c\", \"3\": \"bd\"}}\n");
}

/* Columns that are no dimensions do not make a cube larger, and come back. */
static void test_attributes(void **state)
{
    (void)state;
    assert_written(
        "geo,value,reason,aggregate,note\nLT,,on strike,false,\nEU,1,,true,sum\n", "json-stat",
        "{\"version\": \"2.0\",\n\"class\": \"dataset\",\n\"id\": [\"geo\"],\n\"size\": [2],\n\"role\": "
        "{\"geo\": [\"geo\"]},\n\"dimension\": {\n  \"geo\": {\"label\": \"geo\", \"category\": {\"index\": "
        "[\"LT\", \"EU\"]}}},\n\"extension\": {\"rodiklis\": {\"attributes\": {\n  \"reason\": {\"0\": \"on "
        "strike\"},\n  \"aggregate\": {\"0\": false, \"1\": true},\n  \"note\": {\"1\": \"sum\"}}}},\n\"value\": "
        "[null, 1],\n\"status\": {}}\n");
    assert_written("geo,value,aggregate\nLT,1,true\n", "sdmx-csv",
                   "STRUCTURE,STRUCTURE_ID,geo,OBS_VALUE,aggregate,reason\n"
                   "dataflow,RODIKLIS:TABLE(1.0),LT,1,true,\n");
}

/* Files as offices give them are held by every format. */
static void test_ordinary(void **state)
{
    (void)state;
    static const char *const files[] = {"sdmx-csv/multiplier.csv",   "sdmx-csv/multiplier-unit.csv",
                                        "sdmx-csv/both-labels.csv",  "sdmx-csv/names-multiplier.csv",
                                        "sdmx-csv/confidential.csv", "world-bank/empty-unit.csv"};
    g_autofree char *work = g_dir_make_tmp("rodiklis-write-XXXXXX", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(g_getenv("TEST_DATA"), "../fuzz/corpus", files[i], NULL);
        guint read = 0, taken = 0;
        round_trip_file(path, work, &read, &taken);
        assert_int_equal(read, 1);
        if (taken != 4)
            fail_msg("%s: %u of 4 formats hold it", files[i], taken);
    }
    remove(work);
}

/* A header of SDMX-CSV over the cells of tidy CSV: both ways to read it are declared. */
static void test_looks_other(void **state)
{
    (void)state;
    GError *error = NULL;
    g_auto(RkWritten) written = {0};
    g_autoptr(RkTable) table =
        table_of("DATAFLOW,freq,geo,TIME_PERIOD,UNIT_MULT,OBS_VALUE,OBS_FLAG\nE:X(1.0),A,LT,2020,3,1,p\n");
    assert_true(rk_write(table, rk_writer_find("csv"), "t.csv", &written, &error));
    assert_true(written.looks_other);
    assert_true(g_strv_contains((const char *const *)written.types, "UNIT_MULT=string"));
    assert_non_null(written.description);
}

/* Codes of digits come back as text from CSV with its metadata, and with declarations. */
static void test_types(void **state)
{
    (void)state;
    GError *error = NULL;
    g_auto(RkWritten) written = {0};
    g_autoptr(RkTable) table = table_of("product,geo\\TIME_PERIOD\t2020 \t2021 \n2709,LT\t1 \t2 p\n2710,LT\t3 \t: \n");
    assert_true(rk_write(table, rk_writer_find("csv"), "trade.csv", &written, &error));
    assert_string_equal(written.types[0], "product=string");
    assert_null(written.types[1]);
    g_autofree char *text =
        g_strndup(g_bytes_get_data(written.description, NULL), g_bytes_get_size(written.description));
    assert_string_equal(text, "{\"@context\": \"http://www.w3.org/ns/csvw\",\n \"url\": \"trade.csv\",\n "
                              "\"tableSchema\": {\"columns\": [\n  {\"name\": \"product\", \"titles\": \"product\", "
                              "\"datatype\": \"string\"},\n  {\"name\": \"geo\", \"titles\": \"geo\", \"datatype\": "
                              "\"string\"},\n  {\"name\": \"TIME_PERIOD\", \"titles\": \"TIME_PERIOD\", "
                              "\"datatype\": \"gYear\"},\n  {\"name\": \"value\", \"titles\": \"value\", "
                              "\"datatype\": \"number\"},\n  {\"name\": \"flag\", \"titles\": \"flag\", "
                              "\"datatype\": \"string\"},\n  {\"name\": \"reason\", \"titles\": \"reason\", "
                              "\"datatype\": \"string\"}]}}\n");
}

static void test_endings(void **state)
{
    (void)state;
    assert_string_equal(rk_writer_for("a/b.csv")->name, "csv");
    assert_string_equal(rk_writer_for("b.sdmx.csv")->name, "sdmx-csv");
    assert_string_equal(rk_writer_for("b.json")->name, "json");
    assert_string_equal(rk_writer_for("b.jsonstat.json")->name, "json-stat");
    assert_null(rk_writer_for("b.txt"));
    assert_null(rk_writer_for("csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),    cmocka_unit_test(test_texts),       cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_ordinary), cmocka_unit_test(test_looks_other), cmocka_unit_test(test_types),
        cmocka_unit_test(test_endings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

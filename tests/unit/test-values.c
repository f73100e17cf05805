/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inline values and JSON records. The expected tables are written down by hand.
 */
#include "unit.h"

#include "read-dump.h"
#include "read/values.h"

/* The values of a YAML text, which has `format` and `values`. */
static void assert_values(const char *yaml, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document = rk_document_parse(yaml, strlen(yaml), "f.yaml", &error);
    assert_null(error);
    const RkValue *root = rk_document_root(document);
    RkReadOptions options = {.format = rk_value_get(root, "format"), .diagnostics = diagnostics};
    RkTable *table = rk_read_values(rk_value_get(root, "values"), &options, &error);
    g_autofree char *text = dump_result(table, diagnostics, error);
    assert_string_equal(text, expected);
}

static void assert_json(const char *json, const char *format, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document = format != NULL ? rk_document_parse(format, strlen(format), "f.yaml", NULL) : NULL;
    RkReadOptions options = {.format = document != NULL ? rk_document_root(document) : NULL,
                             .diagnostics = diagnostics};
    RkSource source = {.path = "t.json", .bytes = json, .length = strlen(json)};
    RkTable *table = rk_read(&source, &options, &error);
    g_autofree char *text = dump_result(table, diagnostics, error);
    assert_string_equal(text, expected);
}

static void test_records(void **state)
{
    (void)state;
    assert_values("values:\n- {geo: LT, value: 1.5, unit: PC}\n- {geo: LV, on: true}\n- {on: null, value: 2}\n",
                  "geo:text value:number+unit unit:text on:boolean\n2|LT|1.5|PC|~\n3|LV|~|~|true\n4|~|2|~|~");
    assert_values("values: [{time: 2020}, {time: 2021}]", "time:year\n1|2020\n1|2021");
    assert_values("values: [{t: 2020-Q1}, {t: 2020-Q3}]", "t:quarter\n1|2020-Q1\n1|2020-Q3");
    assert_values("values: {a: 1, b: x}", "a:number b:text\n1|1|x");
    assert_values("values: []", "");
}

static void test_kinds(void **state)
{
    (void)state;
    /* Whoever writes quotes means a text. */
    assert_values("values: [{a: '12'}, {a: '13'}]", "a:text\n1|12\n1|13");
    assert_values("values: [{a: 'true'}]", "a:text\n1|true");
    assert_values("values: [{a: 1}, {a: '2'}]",
                  "a:number\n1|1\n1|2\nf.yaml:1:22: note: texts of the column \"a\" are numbers, and are read as such "
                  "(format.parse: {\"a\": \"string\"} keeps texts)");
    assert_values("values: [{value: '1.5'}, {value: '02'}]", "value:text\n1|1.5\n1|02");
    assert_values("values: [{a: 1}, {a: true}]", "a:text\n1|1\n1|true");
    assert_values("format: {parse: {a: number}}\nvalues: [{a: '12'}, {a: 13}]", "a:number\n2|12\n2|13");
    assert_values("format: {parse: {a: string}}\nvalues: [{a: 12.50}, {a: x}]", "a:text\n2|12.5\n2|x");
    assert_values("format: {parse: {a: date}}\nvalues: [{a: 2020}, {a: '2021'}]", "a:year\n2|2020\n2|2021");
    assert_values("format: {missing: [NA]}\nvalues: [{a: 1}, {a: NA}]", "a:number\n2|1\n2|~");
}

static void test_scalars(void **state)
{
    (void)state;
    assert_values("values: [3, 1, null]", "data:number\n1|3\n1|1\n1|~");
    assert_values("values: [x, y]", "data:text\n1|x\n1|y");
}

static void test_text(void **state)
{
    (void)state;
    assert_values("format: {type: csv}\nvalues: \"a,b\\n1,x\\n\"", "a:number b:text\n2|1|x");
    assert_values(
        "format: {type: csv}\nvalues: \"a,b\\n1\\n\"",
        "f.yaml:2: inline values:2:2: the row has 1 field, the header has 2 (a note under the table? remove it)");
    assert_values("values: '[{\"a\": 1}]'", "a:number\n0|1");
}

/* What is nested becomes columns of its own. */
static void test_nested(void **state)
{
    (void)state;
    assert_values("values:\n- {a: {b: 1, c: x}}\n- {a: {b: 2}, d: 3}\n",
                  "a.b:number a.c:text d:number\n2|1|x|~\n3|2|~|3");
    assert_values("values:\n- {a: 1}\n- {a: [1, 2]}\n",
                  "a:number a.length:number a[0]:number a[1]:number\n2|1|~|~|~\n3|~|2|1|2");
    assert_values("values: [[1, x], [2, y]]", "0:number 1:text\n1|1|x\n1|2|y");
    assert_json("[{\"a\": [{\"b\": 1}, {\"b\": 2}]}, {\"a\": []}]", NULL,
                "a.length:number a[0].b:number a[1].b:number\n0|2|1|2\n0|0|~|~");
    assert_json("[1, 2]", NULL, "data:number\n0|1\n0|2");
}

static void test_refused_values(void **state)
{
    (void)state;
    assert_values("values: [{a: 1}, 2]", "f.yaml:1:18: this is a number, but the first value is a map");
    assert_values("values: 5", "f.yaml:1:9: the values are a number (a list of maps, one for each row)");
    assert_values(
        "format: {parse: {a: number}}\nvalues:\n- {a: 1}\n- {a: x}\n",
        "f.yaml:4:7: \"x\" in column \"a\" of record 2 is not a number (set format.missing if it stands for a "
        "missing value)");
    assert_values("format: {parse: {value: number}}\nvalues: [{valu: 1}]",
                  "f.yaml:1:18: format.parse names the column \"value\", which the data do not have (did you mean "
                  "\"valu\"?)");
    assert_values("values: [{'': 1}]", "f.yaml:1:15: a key of record 1 is empty");
}

static void test_json(void **state)
{
    (void)state;
    assert_json("[{\"geo\": \"LT\", \"v\": 1}, {\"geo\": \"\\u0160\", \"v\": null, \"ok\": false}]", NULL,
                "geo:text v:number ok:boolean\n0|LT|1|~\n0|Š|~|false");
    assert_json("\xef\xbb\xbf [{\"v\": 12345678901234567890}]", NULL,
                "t.json:1:28: a number has more digits than can be kept (write identifiers as texts)");
    assert_json("{\"a\": {\"b\": [{\"v\": 1}]}}", "{type: json, property: a.b}", "v:number\n0|1");
    assert_json("[]", NULL, "");
}

static void test_refused_json(void **state)
{
    (void)state;
    assert_json("{\"a\": {\"b\": [{\"v\": 1}]}}", "{type: json, property: a.c}",
                "f.yaml:1:24: format.property leads to \"a.c\", which \"t.json\" does not have");
    assert_json(
        "{\"a\": 1}", NULL,
        "t.json:1:1: the JSON text holds no array of records at its top (set format.property to the path of the "
        "array)");
    assert_json(
        "{\"type\": \"Topology\", \"objects\": {}}", NULL,
        "t.json:1:1: the file holds a map, and maps are not drawn by this version (give a table with one row for "
        "each place)");
    assert_json("[{\"a\": 1},\n {\"a\": 2},\n 3]", NULL,
                "t.json:3:2: record 3 is no object (an array of objects, one for each row)");
    assert_json("[{\"a\": 1}, [2]]", NULL,
                "t.json:1:12: record 2 is no object (an array of objects, one for each row)");
    assert_json("[{\"a\": 1},\n{\"a\": x}]", NULL, "t.json:2:7: this is no valid JSON: invalid token near 'x'");
    assert_json("[{\"a\": 1, \"a\": 2}]", NULL,
                "t.json:1:13: this is no valid JSON: duplicate object key near '\"a\"'");
    assert_json("[{\"a\": {\"b\": 1}},\n{\"a.b\": 2, \"a\": {\"b\": 2}}]", NULL,
                "t.json:2:1: two values of record 2 would be the column \"a.b\" (rename one of them)");
    assert_json("[{\"a\": [], \"a.length\": 2}]", NULL,
                "t.json:1:2: two values of record 1 would be the column \"a.length\" (rename one of them)");
    GError *error = NULL;
    g_autoptr(GString) deep = g_string_new(NULL);
    for (guint i = 0; i < 100000; i++)
        g_string_append_c(deep, '[');
    assert_null(rk_read(&(RkSource){.path = "t.json", .bytes = deep->str, .length = deep->len}, NULL, &error));
    assert_error(&error, "t.json:1:2049: this is no valid JSON: maximum parsing depth reached near '['");
}

/* A few bytes for each record must not become a table of any size. */
static void test_sparse_records(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("[{");
    for (guint i = 0; i < 1000; i++)
        g_string_append_printf(text, "%s\"k%u\":1", i > 0 ? "," : "", i);
    g_string_append_c(text, '}');
    for (guint i = 0; i < 70000; i++)
        g_string_append(text, ",{}");
    g_string_append_c(text, ']');
    GError *error = NULL;
    assert_null(rk_read(&(RkSource){.path = "t.json", .bytes = text->str, .length = text->len}, NULL, &error));
    assert_error(&error, "t.json:1:210215: the records have more than 67108864 cells");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records), cmocka_unit_test(test_kinds),        cmocka_unit_test(test_scalars),
        cmocka_unit_test(test_text),    cmocka_unit_test(test_nested),       cmocka_unit_test(test_refused_values),
        cmocka_unit_test(test_json),    cmocka_unit_test(test_refused_json), cmocka_unit_test(test_sparse_records),
    };
    return cmocka_run_group_tests_name("values", tests, NULL, NULL);
}

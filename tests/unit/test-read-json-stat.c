/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-stat of both generations. The forms are those of its specification and of Eurostat's interface; the tables were
 * written down by hand.
 */
#include "read-case.h"

#define DIMENSIONS                                                                                                     \
    "\"id\":[\"freq\",\"geo\",\"time\"],\"size\":[1,2,2],\"role\":{\"time\":[\"time\"],\"geo\":[\"geo\"]},"            \
    "\"dimension\":{\"freq\":{\"label\":\"Time frequency\",\"category\":{\"index\":{\"A\":0},\"label\":{\"A\":"        \
    "\"Annual\"}}},\"geo\":{\"label\":\"Place\",\"category\":{\"index\":{\"LV\":1,\"LT\":0},\"label\":{\"LT\":"        \
    "\"Lithuania\",\"LV\":\"Latvia\"}}},\"time\":{\"category\":{\"index\":[\"2020\",\"2021\"]}}}}"
#define COLUMNS "freq:text Time frequency:text geo:text Place:text time:year value:number+flag flag:text reason:text\n"

static void test_sparse(void **state)
{
    (void)state;
    assert_text("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":{\"0\":1.5,\"2\":3},"
                "\"status\":{\"0\":\"p\",\"1\":\": c\",\"3\":\":\"}," DIMENSIONS,
                NULL,
                COLUMNS "0|A|Annual|LT|Lithuania|2020|1.5|p|~\n0|A|Annual|LT|Lithuania|2021|~|c|confidential\n"
                        "0|A|Annual|LV|Latvia|2020|3|~|~\n0|A|Annual|LV|Latvia|2021|~|~|not available");
}

/* The signs of PxWeb: a dash is a magnitude of zero by the key of the offices, unless a number stands there. Its weeks
 * and quarters have letters of their own, and its time may be called Tid. */
static void test_signs(void **state)
{
    (void)state;
#define PX(id, index, value, status)                                                                                   \
    "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"" id "\"],\"size\":[2],\"dimension\":{\"" id                 \
    "\":{\"category\":{\"index\":" index "}}},\"value\":" value ",\"status\":" status ",\"extension\":{\"px\":{}}}"
    assert_text(PX("Tid", "[\"2020K1\",\"2020K2\"]", "[null,null]", "{\"0\":\"-\",\"1\":\"..\"}"), NULL,
                "Tid:quarter value:number+flag flag:text reason:text\n0|2020-Q1|0|~|~\n0|2020-Q2|~|~|not available\n"
                "t: note: 1 value with the sign \"-\" (nil, or less than half of the unit) is 0");
    assert_text(PX("uke", "[\"2020U05\",\"2020U06\"]", "[4,null]", "{\"0\":\"-\",\"1\":\".\"}"), NULL,
                "uke:week value:number+flag flag:text reason:text\n0|2020-W05|4|-|~\n0|2020-W06|~|z|not applicable");
}

/* The places of values that are told stand in the text; keys may have escapes, and escapes in texts are no ends. */
static void test_places(void **state)
{
    (void)state;
    static const char head[] =
        "{\"version\": \"2.0\", \"class\": \"dataset\", \"label\": \"a \\\"]}\", \"id\": [\"t\"],\n"
        " \"size\": [2], \"role\": {\"time\": [\"t\"]},\n \"dimension\": {\"\\u0074\": {\"category\": "
        "{\"index\":\n";
    g_autofree char *listed = g_strconcat(head, "  [\"2020-W01\",\n   \"2020-W99\"]}}},\n \"value\": [1, 2]}", NULL);
    assert_text(listed, NULL,
                "t:text value:number+flag flag:text reason:text\n0|2020-W01|1|~|~\n0|2020-W99|2|~|~\n"
                "t:5:4: warning: \"2020-W99\" is no period of the calendar, so the column \"t\" is kept as text");
    g_autofree char *counted =
        g_strconcat(head, "  {\"2020-W01\": 0,\n \"2020-W99\": 1}}}},\n \"value\": [1,\n2, \"x\"]}", NULL);
    assert_text(counted, NULL,
                "t:6:11: \"value\" has 3 items, the sizes of the dimensions make 2 (is the file cut off?)");
    g_autofree char *text =
        g_strconcat(head, "  {\"2020-W01\": 0,\n \"2020-W99\": 1}}}},\n \"value\": [1,\n\"\xc3\xa9\"]}", NULL);
    assert_text(text, NULL, "t:7:1: the value at position 1 is no number");
}

static void test_dense(void **state)
{
    (void)state;
    static const char rows[] = COLUMNS "0|A|Annual|LT|Lithuania|2020|1|e|~\n0|A|Annual|LT|Lithuania|2021|2|e|~\n"
                                       "0|A|Annual|LV|Latvia|2020|3|e|~\n0|A|Annual|LV|Latvia|2021|~|e|not available";
    assert_text("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1,2,3,null],\"status\":\"e\"," DIMENSIONS, NULL,
                rows);
    assert_text("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1,2,3,null],\"status\":[\"e\"]," DIMENSIONS,
                NULL, rows);
    assert_text("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1,2,3,null],\"status\":[\"e\",\"e\",\"e\",\"e\"]"
                "," DIMENSIONS,
                NULL, rows);
    /* An answer about the dimensions alone. */
    assert_text("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[]," DIMENSIONS, NULL,
                "freq:text Time frequency:text geo:text Place:text time:text value:number+flag flag:text reason:text\n"
                "t: note: the data set describes its dimensions and holds no value");
}

#define SAID(attributes)                                                                                               \
    "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"geo\"],\"size\":[2],\"dimension\":{\"geo\":{\"category\":"   \
    "{\"index\":[\"LT\",\"LV\"]}}},\"value\":[1,null],\"extension\":{\"rodiklis\":{\"attributes\":{" attributes "}}}}"

/* Columns that are no dimensions, as the writer keeps them. */
static void test_attributes(void **state)
{
    (void)state;
    assert_text(SAID("\"MULT\":\"6\",\"note\":{\"1\":\"x\"},\"all\":[true,false],\"reason\":{\"1\":\"refused\"}"), NULL,
                "geo:text value:number+flag flag:text reason:text MULT:text note:text all:boolean\n"
                "0|LT|1|~|~|6|~|true\n0|LV|~|~|refused|6|x|false");
    assert_text(SAID("\"MULT\":6"), NULL,
                "t: the attribute \"MULT\" holds something that is neither text nor true or false");
    assert_text(SAID("\"a\":[\"x\",true]"), NULL, "t: the attribute \"a\" holds texts and truth values");
    assert_text(SAID("\"geo\":\"x\""), NULL, "t: the attribute \"geo\" has the name of another column");
    assert_text(SAID("\"a\":{\"2\":\"x\"}"), NULL,
                "t:1:180: \"attributes\" has an item at \"2\", which is no position from 0 to 1");
}

#define BUNDLE                                                                                                         \
    "{\"oecd\":{\"label\":\"U\",\"value\":[1,null],\"status\":[\"e\"],\"dimension\":{\"id\":[\"concept\",\"year\"],"   \
    "\"size\":[1,2],\"role\":{\"metric\":[\"concept\"],\"time\":[\"year\"]},\"concept\":{\"category\":{\"label\":"     \
    "{\"UNR\":\"unemployment rate\"},\"unit\":{\"UNR\":{\"label\":\"persons\",\"multiplier\":3}}}},\"year\":"          \
    "{\"category\":{\"index\":{\"2003\":0,\"2004\":1}}}}}"

static void test_first_version(void **state)
{
    (void)state;
    static const char rows[] = "concept:text label (concept):text year:year unit:text value:number+unit+flag flag:text "
                               "reason:text\n"
                               "0|UNR|unemployment rate|2003|10^3 persons|1|e|~\n"
                               "0|UNR|unemployment rate|2004|10^3 persons|~|e|not available";
    assert_text(BUNDLE "}", NULL, rows);
    assert_text(BUNDLE ",\"canada\":{\"value\":[1],\"dimension\":{\"id\":[\"a\"],\"size\":[1],\"a\":{}}}}", NULL,
                "t: the file is a bundle of 2 data sets (set format.dataset to one of: oecd, canada)");
    assert_text(BUNDLE ",\"canada\":{\"value\":[1],\"dimension\":{\"id\":[\"a\"],\"size\":[1],\"a\":{}}}}",
                "{dataset: oecd}", rows);
    assert_text(BUNDLE ",\"canada\":{\"value\":[1],\"dimension\":{\"id\":[\"a\"],\"size\":[1],\"a\":{}}}}",
                "{dataset: canada}", "a:text value:number+flag flag:text reason:text\n0|a|1|~|~");
    assert_text(BUNDLE "}", "{dataset: us}",
                "figure.yaml:1:11: \"t\" has no data set called \"us\" (set format.dataset to one of: oecd)");
    assert_text("{\"version\":\"2.0\",\"class\":\"collection\",\"link\":{\"item\":[{\"label\":\"one\",\"value\":[4],"
                "\"id\":[\"a\"],\"size\":[1],\"dimension\":{\"a\":{}}}]}}",
                NULL, "a:text value:number+flag flag:text reason:text\n0|a|4|~|~");
}

#define SMALL(value, size, category)                                                                                   \
    "{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":" value ",\"id\":[\"a\"],\"size\":[" size                    \
    "],\"dimension\":{\"a\":{\"category\":" category "}}}"

static void test_refusals(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"{\"error\":[{\"status\":400,\"id\":100,\"label\":\"No results found.\"}]}",
         "t:1:10: the file is not data but the report of an error: No results found. (ask again, or for fewer data)"},
        {SMALL("[1,2]", "3", "{\"index\":[\"x\",\"y\",\"z\"]}"),
         "t:1:44: \"value\" has 2 items, the sizes of the dimensions make 3 (is the file cut off?)"},
        {SMALL("{\"3\":1}", "3", "{\"index\":[\"x\",\"y\",\"z\"]}"),
         "t:1:49: \"value\" has an item at \"3\", which is no position from 0 to 2"},
        {SMALL("{\"01\":1}", "3", "{\"index\":[\"x\",\"y\",\"z\"]}"),
         "t:1:50: \"value\" has an item at \"01\", which is no position from 0 to 2"},
        {SMALL("[1,2]", "2", "{\"index\":[\"x\",\"y\",\"z\"]}"),
         "t:1:110: the dimension \"a\" has the size 2 and 3 codes"},
        {SMALL("[1,2]", "2", "{\"index\":[\"x\",\"x\"]}"),
         "t:1:115: the code list of the dimension \"a\" has the same code twice"},
        {SMALL("[1,2]", "2", "{\"index\":{\"x\":0,\"y\":0}}"),
         "t:1:121: the code list of the dimension \"a\" has two codes at one position"},
        {SMALL("[1,2]", "2", "{\"index\":[\"x\",\"y\"],\"label\":{\"x\":\"X\",\"z\":\"Z\"}}"),
         "t:1:141: the dimension \"a\" has a label for the code \"z\", which its index lacks (index and labels must "
         "list the "
         "same codes)"},
        {SMALL("[1,2]", "2", "{\"index\":{\"x\":0,\"y\":2}}"),
         "t:1:121: the code list of the dimension \"a\" has a position outside its size"},
        {SMALL("[1,2]", "2", "{}"), "t:1:101: the code list of the dimension \"a\" is missing"},
        {SMALL("[\"x\"]", "1", "{}"), "t:1:45: the value at position 0 is no number"},
        {SMALL("7", "1", "{}"), "t:1:44: the data set has no \"value\""},
        {SMALL("[1]", "-1", "{}"),
         "t:1:67: the size of the dimension \"a\" is no number of categories that can be read"},
        {SMALL("[1]", "1e300", "{}"),
         "t:1:67: the size of the dimension \"a\" is no number of categories that can be read"},
        {SMALL("[1]", "1,2", "{}"), "t:1:53: \"id\" and \"size\" must be arrays of the same length"},
        {"{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1],\"id\":[\"a\",\"a\"],\"size\":[1,1],\"dimension\":{"
         "\"a\":{}}}",
         "t:1:58: the dimension \"a\" is named twice"},
        {"{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1],\"id\":[\"b\"],\"size\":[1],\"dimension\":{\"a\":{}}"
         "}",
         "t:1:54: the dimension \"b\" is not described"},
        {"{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1],\"id\":[\"flag\"],\"size\":[1],\"dimension\":{"
         "\"flag\":{}}}",
         "t: the dimension \"flag\" has the name of another column"},
        {"{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1],\"value\":[2]}",
         "t:1:54: this is no valid JSON: duplicate object key near '\"value\"'"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_text(cases[i].text, NULL, cases[i].error);
    assert_text("{}", "{type: json-stat}", "t: the JSON text holds no data set with dimensions");
}

/* Sizes that promise more than there is, and nesting without end. */
static void test_limits(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":{},\"id\":[");
    g_autoptr(GString) sizes = g_string_new(NULL), dimensions = g_string_new(NULL), codes = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++)
        g_string_append_printf(codes, "%s\"c%u\"", i > 0 ? "," : "", i);
    for (guint i = 0; i < 6; i++) {
        g_string_append_printf(text, "%s\"d%u\"", i > 0 ? "," : "", i);
        g_string_append(sizes, i > 0 ? ",1000" : "1000");
        g_string_append_printf(dimensions, "%s\"d%u\":{\"category\":{\"index\":[%s]}}", i > 0 ? "," : "", i,
                               codes->str);
    }
    g_string_append_printf(text, "],\"size\":[%s],\"dimension\":{%s}}", sizes->str, dimensions->str);
    assert_text(text->str, NULL, "t: the sizes of the dimensions make more than 33554432 cells (ask for fewer data)");
    g_string_assign(text, "{\"class\":\"dataset\",\"version\":");
    for (guint i = 0; i < 1000000; i++)
        g_string_append_c(text, '[');
    assert_text(text->str, NULL, "t:1:2077: this is no valid JSON: maximum parsing depth reached near '['");
}

static void test_columns(void **state)
{
    (void)state;
    static const char *const columns[] = {"geo", "value", NULL};
    assert_columns("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[1,2,3,4]," DIMENSIONS, columns,
                   "geo:text value:number+flag\n0|LT|1\n0|LT|2\n0|LV|3\n0|LV|4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes), cmocka_unit_test(test_signs),  cmocka_unit_test(test_sparse),
        cmocka_unit_test(test_places),     cmocka_unit_test(test_dense),  cmocka_unit_test(test_first_version),
        cmocka_unit_test(test_refusals),   cmocka_unit_test(test_limits), cmocka_unit_test(test_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

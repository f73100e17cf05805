/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types of columns in delimited text, what is declared about them, and what is warned of. As in test-csv.c every
 * document is read in every block size: a column that turns from numbers to text late must come out the same.
 */
#include "unit.h"

#include "read-dump.h"

#include <math.h>

static void test_numbers(void **state)
{
    (void)state;
    assert_read("a\n1\n-2.50\n+3.5\n1e3\n.5\n0\n-0\n", "a:number\n2|1\n3|-2.5\n4|3.5\n5|1000\n6|0.5\n7|0\n8|0");
    assert_read("a,b\n1,\n,2\n", "a:number b:number\n2|1|~\n3|~|2");
    assert_read_as("{decimal: ',', delimiter: ;}", "a\n1,5\n2\n", "a:number\n2|1.5\n3|2");
    assert_read_as("{decimal: ',', group: '.', delimiter: ;}", "a\n1.234,5\n12\n", "a:number\n2|1234.5\n3|12");
    assert_read_as("{group: ' '}", "a\n1 234\n5\n", "a:number\n2|1234\n3|5");
    assert_read_as("{decimal: ;}", "a\n1\n", "figure.yaml:1:11: format.decimal is \";\", not one of a point, a comma");
    assert_read_as("{group: '.'}", "a\n1\n",
                   "figure.yaml:1:9: format.group is \".\", not one of a comma, a point, a space, ', _, and not the "
                   "decimal sign");
}

/* The spelling of every number is back when the column turns out to be text. */
static void test_late_text(void **state)
{
    (void)state;
    assert_read("a\n1\n1.50\n1e3\n-0\n0.000001\n1234567890123456.50\n0.1\n\n\"\"\nx\ny\n",
                "a:text\n2|1\n3|1.50\n4|1e3\n5|-0\n6|0.000001\n7|1234567890123456.50\n8|0.1\n10|~\n11|x\n12|y\n"
                "t.csv:11:1: warning: \"x\" makes the column \"a\" text, though 7 of its 9 values are numbers (set "
                "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
    assert_read_as("{missing: [NA, '-99']}", "a\n1\nNA\n-99\nx\ny\n", "a:text\n2|1\n3|NA\n4|-99\n5|x\n6|y");
    assert_read_as("{decimal: ',', delimiter: ;}", "a\n1,5\n2,50\nx\ny\n", "a:text\n2|1,5\n3|2,50\n4|x\n5|y");
    assert_read("a\n100000\n123456789012345\n0.0001\n1234.5678\nx\ny\n",
                "a:text\n2|100000\n3|123456789012345\n4|0.0001\n5|1234.5678\n6|x\n7|y\n"
                "t.csv:6:1: warning: \"x\" makes the column \"a\" text, though 4 of its 6 values are numbers (set "
                "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
    assert_read("a\n-0.632967\n0.00012345678901\n0.00001\n0.0000001\n0.00000012\nx\ny\n",
                "a:text\n2|-0.632967\n3|0.00012345678901\n4|0.00001\n5|0.0000001\n6|0.00000012\n7|x\n8|y\n"
                "t.csv:7:1: warning: \"x\" makes the column \"a\" text, though 5 of its 7 values are numbers (set "
                "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
}

static void test_codes(void **state)
{
    (void)state;
    assert_read("a\n1\n007\n",
                "a:text\n2|1\n3|007\n"
                "t.csv:3:1: note: the column \"a\" is kept as text, because \"007\" is a code (format.parse: {\"a\": "
                "\"number\"} reads numbers)");
    assert_read("a\n+370\n+371\n",
                "a:text\n2|+370\n3|+371\n"
                "t.csv:2:1: note: the column \"a\" is kept as text, because \"+370\" is a code (format.parse: {\"a\": "
                "\"number\"} reads numbers)");
    assert_read("a\n0001\n0002\n",
                "a:text\n2|0001\n3|0002\n"
                "t.csv:2:1: note: the column \"a\" is kept as text, because \"0001\" is a code (format.parse: {\"a\": "
                "\"number\"} reads numbers)");
    assert_read_as("{parse: {a: number}}", "a\n1\n007\n", "a:number\n2|1\n3|7");
    assert_read_as("{parse: {a: string}}", "a\n1\n2.50\n", "a:text\n2|1\n3|2.50");
}

static void test_years(void **state)
{
    (void)state;
    assert_read("TIME_PERIOD,v\n2020,1\n2021,2\n", "TIME_PERIOD:year v:number\n2|2020|1\n3|2021|2");
    assert_read("base_Year\n2020\n\"\"\n", "base_Year:year\n2|2020\n3|~");
    assert_read("edition\n2020\n", "edition:number\n2|2020");
    assert_read("year\n2020\n3000\n", "year:number\n2|2020\n3|3000");
    assert_read("year\n2020.0\n", "year:number\n2|2020");
    assert_read("year\n2020.5\n", "year:number\n2|2020.5");
    assert_read_bytes("year\n2020\n", 10, &(ReadCase){.vega_types = TRUE}, "year:number\n2|2020");
    assert_read_as("{parse: {edition: time}}", "edition\n2020\n", "edition:year\n2|2020");
    assert_read_as("{parse: {year: number}}", "year\n2020\n", "year:number\n2|2020");
}

static void test_periods(void **state)
{
    (void)state;
    assert_read("t\n2020-Q1\n2020-Q4\n", "t:quarter\n2|2020-Q1\n3|2020-Q4");
    assert_read("t\n2020-S1\n", "t:half-year\n2|2020-S1");
    assert_read("t\n2020M02\n2020-03\n", "t:month\n2|2020-02\n3|2020-03");
    assert_read("t\n2020-W01\n", "t:week\n2|2020-W01");
    assert_read("t\n2020-02-29\n\"\"\n", "t:day\n2|2020-02-29\n3|~");
    assert_read(
        "t\n2021-02-28\n2021-02-29\n",
        "t:text\n2|2021-02-28\n3|2021-02-29\n"
        "t.csv:3: warning: \"2021-02-29\" makes the column \"t\" text, though 1 of its 2 values are periods (set "
        "format.missing: [\"2021-02-29\"], or format.parse: {\"t\": \"string\"})");
    assert_read("t,v\n2020-W01,1\n2020-W02,2\n2020-W99,3\n",
                "t:text v:number\n2|2020-W01|1\n3|2020-W02|2\n4|2020-W99|3\n"
                "t.csv:4: warning: \"2020-W99\" makes the column \"t\" text, though 2 of its 3 values are periods (set "
                "format.missing: [\"2020-W99\"], or format.parse: {\"t\": \"string\"})");
    /* Years are numbers, too. */
    assert_read("t\n2019\n2020-13\n2020-12\n",
                "t:text\n2|2019\n3|2020-13\n4|2020-12\n"
                "t.csv:3: warning: \"2020-13\" makes the column \"t\" text, though 2 of its 3 values are periods (set "
                "format.missing: [\"2020-13\"], or format.parse: {\"t\": \"string\"})");
    assert_read("t\n2019-Q1\n2019-Q2\nQ7\n2019-Q7\n", "t:text\n2|2019-Q1\n3|2019-Q2\n4|Q7\n5|2019-Q7");
    assert_read("t\n2019-Q1\n2019-Q2\ntotal\n",
                "t:text\n2|2019-Q1\n3|2019-Q2\n4|total\n"
                "t.csv:4: warning: \"total\" makes the column \"t\" text, though 2 of its 3 values are periods (set "
                "format.missing: [\"total\"], or format.parse: {\"t\": \"string\"})");
    /* Codes that look like periods now and then, and codes that only look like them. */
    assert_read("t\n2019-01\nAB-1\nAB-2\n", "t:text\n2|2019-01\n3|AB-1\n4|AB-2");
    assert_read("t\n1234-56\n1234-57\n", "t:text\n2|1234-56\n3|1234-57");
    assert_read_as("{missing: [':']}", "t\n2020-Q1\n:\n", "t:quarter\n2|2020-Q1\n3|~");
    assert_read_as("{parse: {t: date}}", "t\n2020-01-01\n\"\"\n31/12/2020\n",
                   "t.csv:4:1: \"31/12/2020\" in column \"t\" is not a date or period (set format.missing if it stands "
                   "for a missing value)");
}

static void test_booleans(void **state)
{
    (void)state;
    assert_read("a\ntrue\nFALSE\n\"\"\n", "a:boolean\n2|true\n3|false\n4|~");
    assert_read("a\ntrue\nyes\n", "a:text\n2|true\n3|yes");
    assert_read_as("{parse: {a: boolean}}", "a,b\ntrue,1\nno,2\n",
                   "t.csv:3:1: \"no\" in column \"a\" is not true or false (set format.missing if it stands for a "
                   "missing value)");
}

static void test_missing(void **state)
{
    (void)state;
    assert_read("geo,v\nNA,1\nLT,NA\n", "geo:text v:text\n2|NA|1\n3|LT|NA");
    /* A list speaks of values, never of the codes of a dimension: NA is Namibia. */
    assert_read_as("{missing: [NA, ':']}", "geo,v\nNA,1\nLT,:\nLV,NA\n", "geo:text v:number\n2|NA|1\n3|LT|~\n4|LV|~");
    assert_read_as("{missing: {geo: NA, v: [':']}}", "geo,v\nNA,1\nLT,:\n", "geo:text v:number\n2|~|1\n3|LT|~");
    assert_read_as("{missing: {gep: NA}}", "geo,v\nNA,1\n",
                   "figure.yaml:1:12: format.missing names the column \"gep\", which the data do not have (did you "
                   "mean \"geo\"?)");
    assert_read_as("{parse: {w: number}}", "geo,v\nNA,1\n",
                   "figure.yaml:1:10: format.parse names the column \"w\", which the data do not have");
}

static void test_nearly_numeric(void **state)
{
    (void)state;
    assert_read("k,a\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n8, n/a\n9,9\n10,10\n",
                "k:number a:text\n2|1|1\n3|2|2\n4|3|3\n5|4|4\n6|5|5\n7|6|6\n8|7|7\n9|8|n/a\n10|9|9\n11|10|10\n"
                "t.csv:9:4: warning: \"n/a\" makes the column \"a\" text, though 9 of its 10 values are numbers (set "
                "format.missing: [\"n/a\"], or format.parse: {\"a\": \"string\"})");
    /* Most of the cells. */
    assert_read("a\n1\nx\n2\ny\n3\n",
                "a:text\n2|1\n3|x\n4|2\n5|y\n6|3\n"
                "t.csv:3:1: warning: \"x\" makes the column \"a\" text, though 3 of its 5 values are numbers (set "
                "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
    /* Few numbers, but one word in all other cells. */
    assert_read("a\nx\n1\nx\nx\n2\nx\n",
                "a:text\n2|x\n3|1\n4|x\n5|x\n6|2\n7|x\n"
                "t.csv:2:1: warning: \"x\" makes the column \"a\" text, though 2 of its 6 values are numbers (set "
                "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
    /* As many words as numbers, and a number among words: names. */
    assert_read("a\n1\nx\n2\ny\n", "a:text\n2|1\n3|x\n4|2\n5|y");
    assert_read("a\nx\n1\nx\n", "a:text\n2|x\n3|1\n4|x");
    assert_read_as("{parse: {a: number}}", "k,a\n1,1\n2,\n3,\"5\n6\"\n",
                   "t.csv:4:3: \"5\n6\" in column \"a\" is not a number (set format.missing if it stands for a missing "
                   "value)");
}

static void test_decimal_comma(void **state)
{
    (void)state;
    static const char rest[] = "(set format.decimal: \",\" or format.group: \",\"; format.parse: {\"a\": \"string\"} "
                               "keeps the text)";
    g_autofree char *comma =
        g_strdup_printf("t.csv:3:3: \"12,5\" in column \"a\" is 12.5 with a decimal comma and 125 without %s", rest);
    assert_read("k;a\nx;1\ny;12,5\nz;3\n", comma);
    g_autofree char *group =
        g_strdup_printf("t.csv:2:3: \"1,234\" in column \"a\" is 1.234 with a decimal comma and 1234 without %s", rest);
    assert_read("k;a\nx;1,234\ny;12\nz;3\n", group);
    g_autofree char *both =
        g_strdup_printf("t.csv:2:3: \"1.234,5\" in column \"a\" is a number only when its comma is explained %s", rest);
    assert_read("k;a\nx;1.234,5\n", both);
    assert_read_as("{delimiter: ;, parse: {a: number}}", "k;a\nx;1\ny;12,5\n",
                   "t.csv:3:3: \"12,5\" in column \"a\" is not a number (decimal comma? set format.decimal: \",\")");
    assert_read_as("{delimiter: ;, parse: {a: string}}", "k;a\ny;12,5\n", "k:text a:text\n2|y|12,5");
    assert_read("k;a\nx;1,5\ny;about 3\n", "k:text a:text\n2|x|1,5\n3|y|about 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_late_text),      cmocka_unit_test(test_codes),
        cmocka_unit_test(test_years),   cmocka_unit_test(test_periods),        cmocka_unit_test(test_booleans),
        cmocka_unit_test(test_missing), cmocka_unit_test(test_nearly_numeric), cmocka_unit_test(test_decimal_comma),
    };
    return cmocka_run_group_tests_name("csv-types", tests, NULL, NULL);
}

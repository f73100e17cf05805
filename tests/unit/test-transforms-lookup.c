/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lookup, fold and timeUnit. Expected values are exact arithmetic by hand.
 */
#include "support-transform.h"

#define NAMES                                                                                                          \
    "\"code | name | size:number | since:time\\nLT | Lithuania | 2.8 | 2004\\nEE | Estonia | 1.3 | 2004\\nLT | "       \
    "Lietuva | 0 | 2005\\n\""

static void test_lookup(void **state)
{
    (void)state;
    assert_makes("geo | v:number\nEE | 1\nLV | 2\n | 3\nLT | 4\n",
                 "[{lookup: geo, from: {data: {values: " NAMES "}, key: code, fields: [name, size]}}]",
                 "geo|v|name|size\nEE|1|Estonia|1.3\nLV|2||\n|3||\nLT|4|Lithuania|2.8");
    assert_makes("geo | v:number\nLV | 2\nLT | 4\n",
                 "[{lookup: geo, from: {data: {values: " NAMES
                 "}, key: code, fields: [name]}, as: [v], default: other}]",
                 "geo|v\nLV|other\nLT|Lithuania");
    assert_makes("geo\nLV\nLT\n", "[{lookup: geo, from: {data: {values: " NAMES "}, key: code}}]",
                 "geo|name|size|since\nLV|||\nLT|Lithuania|2.8|2004");
    assert_makes("geo\nLV\nLT\n",
                 "[{lookup: geo, from: {data: {values: " NAMES
                 "}, key: code, fields: since}, as: year, default: 1990}]",
                 "geo|year\nLV|1990\nLT|2004");
}

/* The key of one table may be text where the other has numbers or years. */
static void test_lookup_types(void **state)
{
    (void)state;
    assert_makes("k:number\n1\n2.5\n-0\n",
                 "[{lookup: k, from: {data: {values: \"k:number | w\\n2.5 | a\\n0 | b\\n\"}, key: k, fields: "
                 "[w]}}]",
                 "k|w\n1|\n2.5|a\n0|b");
    assert_makes("k:time\n2020\n2021\n",
                 "[{lookup: k, from: {data: {values: \"y | w\\n2021 | a\\n\"}, key: y, fields: [w]}}]",
                 "k|w\n2020|\n2021|a");
    assert_makes("k:boolean\ntrue\nfalse\n",
                 "[{lookup: k, from: {data: {values: \"y:boolean | w\\nfalse | a\\n\"}, key: y, fields: [w]}}]",
                 "k|w\ntrue|\nfalse|a");
}

/* Keys that are no places are listed as they are. */
static void test_lookup_reports_words(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output = apply_steps(
        "k\na\nb\n\nb\n", "[{lookup: k, from: {data: {values: \"k | w\\na | 1\\n\"}, key: k}}]", diagnostics, &error);
    assert_non_null(output);
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *note = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(note, "figure.yaml:1:11: note: lookup found nothing for 3 of 4 rows, the first \"k\": \"b\", "
                              "nothing");
}

static void test_lookup_reports(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output = apply_steps(
        "geo\nLV\nXK\nLV\nLT\n\nUK\nUS\nCN\nRU\n",
        "[{lookup: geo, from: {data: {values: " NAMES "}, key: code, fields: [name]}}]", diagnostics, &error);
    assert_non_null(output);
    assert_int_equal(rk_diagnostics_count(diagnostics), 3);
    g_autofree char *unmatched = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(unmatched, "figure.yaml:1:11: warning: lookup found nothing for 8 of 9 rows: the other table "
                                   "has no \"LV\", \"XK\", \"UK\", \"US\", \"CN\" and 1 more; others are missing "
                                   "(give aliases, or a default when this is meant)");
    g_autofree char *unused = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 1));
    assert_string_equal(unused, "figure.yaml:1:11: note: lookup left out of \"code\": asked for by no row: \"EE\"");
    g_autofree char *warning = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 2));
    assert_non_null(strstr(warning,
                           "warning: lookup takes the first of several rows with \"code\" = \"LT\" (filter the "
                           "other table to one row for each key)"));
}

static void test_lookup_errors(void **state)
{
    (void)state;
    assert_refuses("geo\nLT\n", "[{lookup: goe, from: {data: {values: " NAMES "}, key: code}}]",
                   "figure.yaml:1:11: there is no column \"goe\" (did you mean \"geo\"?)");
    assert_refuses("geo\nLT\n", "[{lookup: geo, from: {data: {values: " NAMES "}, fields: [nam], key: code}}]",
                   "figure.yaml:1:173: there is no column \"nam\" (did you mean \"name\"?)");
    assert_refuses("geo\nLT\n", "[{lookup: geo, from: {data: {url: x.csv}, key: code}}]",
                   "figure.yaml:1:29: no such table");
    assert_refuses("geo\nLT\n",
                   "[{lookup: geo, default: none, as: [a], from: {data: {values: " NAMES
                   "}, fields: [size], key: code}}]",
                   "figure.yaml:1:25: the default is text, but \"size\" is a number column");
    assert_refuses("geo\nLT\n",
                   "[{lookup: geo, as: [a, b], from: {data: {values: " NAMES "}, fields: [size], key: code}}]",
                   "figure.yaml:1:20: \"as\" has 2 names for 1 fields (give one name for each of \"fields\")");
}

static void test_fold(void **state)
{
    (void)state;
    assert_makes("geo | gas:number | oil:number\nLT | 1 | 2\nLV | | 4\n", "[{fold: [gas, oil]}]",
                 "geo|gas|oil|key|value\nLT|1|2|gas|1\nLT|1|2|oil|2\nLV||4|gas|\nLV||4|oil|4");
    assert_makes("a | b\nx | y\n", "[{fold: [b, a], as: [from, word]}]", "a|b|from|word\nx|y|b|y\nx|y|a|x");
    assert_makes("a | b\n", "[{fold: [a, b]}]", "a|b|key|value");
    assert_makes("u | f | a:number@u | b:number#f\nEUR | p | 1 | 2\n", "[{fold: [a, b], as: [k, v]}]",
                 "u|f|a|b|k|v\nEUR|p|1@EUR|2#p|a|1@EUR\nEUR|p|1@EUR|2#p|b|2#p");
    assert_refuses("a | b:number\nx | 1\n", "[{fold: [a, b]}]",
                   "figure.yaml:1:13: fold of text column \"a\" with number column \"b\"");
    assert_refuses("a\nx\n", "[{fold: []}]", "figure.yaml:1:9: fold needs at least one field");
}

static void test_time_unit(void **state)
{
    (void)state;
    assert_makes(
        "t:time\n2020-05\n2019-12\n\n", "[{timeUnit: yearquarter, field: t, as: q}, {timeUnit: year, field: t}]",
        "t|q|q_end|year_t|year_t_end\n2020-05|2020-Q2|2020-Q3|2020|2021\n2019-12|2019-Q4|2020-Q1|2019|2020\n||||");
    assert_makes("t:time\n2020-05-17\n",
                 "[{timeUnit: yearmonth, field: t, as: m}, {timeUnit: yearmonthdate, field: t, as: d}]",
                 "t|m|m_end|d|d_end\n2020-05-17|2020-05|2020-06|2020-05-17|2020-05-18");
    assert_refuses("t:time\n2020-05\n", "[{timeUnit: monht, field: t}]",
                   "figure.yaml:1:13: unknown time unit \"monht\" (did you mean \"month\"?)");
    assert_refuses("t\nsoon\n", "[{timeUnit: month, field: t}]",
                   "figure.yaml:1:13: \"soon\" in column \"t\" is not a date (periods are written 2020, 2020-S1, "
                   "2020-Q4, 2020-12, 2020-W52 or 2020-12-31)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lookup),
        cmocka_unit_test(test_lookup_types),
        cmocka_unit_test(test_lookup_reports_words),
        cmocka_unit_test(test_lookup_reports),
        cmocka_unit_test(test_lookup_errors),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_time_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

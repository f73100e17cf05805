/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * filter, calculate, aggregate, joinaggregate, and how a verb is chosen. Expected values are exact arithmetic by hand.
 */
#include "support-transform.h"

#define ROWS                                                                                                           \
    "geo | fuel | value:number\n"                                                                                      \
    "LT  | gas  | 41\n"                                                                                                \
    "LV  | gas  | 100\n"                                                                                               \
    "LT  | oil  | 73\n"                                                                                                \
    "LV  | oil  |\n"                                                                                                   \
    "EE  | gas  | 46\n"                                                                                                \
    "    | oil  | 6\n"

#define MONEY                                                                                                          \
    "geo | unit | flag | value:number@unit#flag\n"                                                                     \
    "LT  | EUR  | p    | 3\n"                                                                                          \
    "LV  | USD  |      | 5\n"                                                                                          \
    "LT  | EUR  |      | 4\n"                                                                                          \
    "LV  | EUR  |      |\n"

static void test_filter(void **state)
{
    (void)state;
    assert_makes(ROWS, "[{filter: \"datum.value > 45 && datum.fuel == 'gas'\"}]",
                 "geo|fuel|value\nLV|gas|100\nEE|gas|46");
    assert_makes(ROWS, "[{filter: {field: geo, oneOf: [LT]}}]", "geo|fuel|value\nLT|gas|41\nLT|oil|73");
    assert_makes(ROWS, "[{filter: \"datum.value > 1000\"}]", "geo|fuel|value");
    assert_makes(ROWS, "[{filter: {field: value, valid: true}}, {filter: {not: {field: value, gt: 41}}}]",
                 "geo|fuel|value\nLT|gas|41\n|oil|6");
    assert_makes(MONEY, "[{filter: \"datum.geo == 'LV'\"}]", "geo|unit|flag|value\nLV|USD||5@USD\nLV|EUR||@EUR");
    assert_refuses(ROWS, "[{filter: datum.vale > 45}]",
                   "figure.yaml:1:17: there is no column \"vale\" (did you mean \"value\"?)");
    assert_refuses(ROWS, "[{filter: {field: value, less: 4}}]",
                   "figure.yaml:1:26: unknown key \"less\" in filter (known keys: and, or, not, param, empty, field, "
                   "timeUnit, equal, lt, lte, gt, gte, range, oneOf, valid)");
}

/* No verb stumbles over a table without rows. */
static void test_no_rows(void **state)
{
    (void)state;
    static const char *const steps[] = {"[{filter: datum.v > 1}]",
                                        "[{filter: {and: [{field: v, gt: 1}, {not: {field: g, oneOf: [a]}}]}}]",
                                        "[{calculate: datum.v * 2, as: v}]",
                                        "[{joinaggregate: [{op: max, field: v, as: v}]}]",
                                        "[{window: [{op: rank, as: v}], sort: {field: v}}]",
                                        "[{rank: v, as: v, exclude: \"datum.g == 'EU'\"}]",
                                        "[{lookup: g, from: {data: {values: \"k | v:number\\na | 1\\n\"}, key: k}}]",
                                        "[{stack: v, groupby: [g], as: [v, v]}]",
                                        "[{bin: true, field: v, as: [v, v]}]",
                                        "[{aggregate: [{op: sum, field: v, as: v}], groupby: [g]}]"};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
        assert_makes("g | v:number\n", steps[i], "g|v");
}

/* Rows keep the lines they were read from. */
static void test_origin(void **state)
{
    (void)state;
    g_autoptr(RkTable) output =
        apply_steps(ROWS, "[{filter: {field: geo, equal: EE}}, {fold: [geo, fuel]}]", NULL, NULL);
    assert_int_equal(rk_table_rows(output), 2);
    assert_int_equal(rk_table_origin(output, 1).line, 6);
}

static void test_calculate(void **state)
{
    (void)state;
    assert_makes("a:number | b\n2 | x\n | y\n", "[{calculate: datum.a / 4 + 1, as: c}, {calculate: datum.c, as: a}]",
                 "a|b|c\n1.5|x|1.5\n|y|");
    assert_makes(MONEY, "[{calculate: datum.value, as: copy}, {filter: \"datum.geo == 'LT'\"}]",
                 "geo|unit|flag|value|copy\nLT|EUR|p|3@EUR#p|3@EUR#p\nLT|EUR||4@EUR|4@EUR");
    assert_makes(MONEY, "[{calculate: datum.value * 2, as: value}]",
                 "geo|unit|flag|value\nLT|EUR|p|6#p\nLV|USD||10\nLT|EUR||8\nLV|EUR||");
    assert_refuses(ROWS, "[{calculate: 1 +, as: c}]", "figure.yaml:1:17: expected a value, found the end");
}

static void test_aggregate(void **state)
{
    (void)state;
    assert_makes(ROWS, "[{aggregate: [{op: sum, field: value, as: total}, {op: count, as: rows}], groupby: [geo]}]",
                 "geo|total|rows\nLT|114|2\nLV|100#+|2\nEE|46|1\n|6|1");
    assert_makes(ROWS,
                 "[{aggregate: [{op: valid, field: value}, {op: missing, field: value}, {op: count}, {op: distinct, "
                 "field: geo}]}]",
                 "valid_value|missing_value|count|distinct_geo\n5|1|6|3");
    assert_makes(ROWS, "[{aggregate: [{op: max, field: value, as: most}], groupby: [fuel, geo]}]",
                 "fuel|geo|most\ngas|LT|41\ngas|LV|100\noil|LT|73\noil|LV|\ngas|EE|46\noil||6");
    assert_makes(
        "v:number\n1\n2\n3\n4\n10\n\n",
        "[{aggregate: [{op: mean, field: v}, {op: average, field: v}, {op: median, field: v}, {op: min, field: v}, "
        "{op: max, field: v}, {op: q1, field: v}, {op: q3, field: v}, {op: variance, field: v}, {op: variancep, field: "
        "v}, {op: product, field: v}]}]",
        "mean_v|average_v|median_v|min_v|max_v|q1_v|q3_v|variance_v|variancep_v|product_v\n"
        "4|4|3|1|10|2|4|12.5|10|240");
    assert_makes(
        "v:number\n2\n4\n4\n4\n5\n5\n7\n9\n",
        "[{aggregate: [{op: stdevp, field: v, as: s}, {op: stdev, field: v, as: t}, {op: stderr, field: v, as: e}]}, "
        "{calculate: \"round(datum.t * datum.t * 7)\", as: t}, {calculate: \"round(datum.e * datum.e * 56)\", as: e}]",
        "s|t|e\n2|32|32");
    assert_makes(
        "t:time | ok:boolean\n2019 | true\n2021 | false\n2020 | true\n | true\n",
        "[{aggregate: [{op: min, field: t, as: a}, {op: max, field: t, as: b}, {op: mean, field: ok, as: c}]}]",
        "a|b|c\n2019|2021|0.75");
}

static void test_aggregate_of_nothing(void **state)
{
    (void)state;
    assert_makes("g | v:number\n", "[{aggregate: [{op: sum, field: v}, {op: count}]}]", "sum_v|count\n|0");
    assert_makes("g | v:number\n", "[{aggregate: [{op: sum, field: v}, {op: count}], groupby: [g]}]", "g|sum_v|count");
    assert_makes(
        "g | v:number\na |\na |\n",
        "[{aggregate: [{op: sum, field: v}, {op: mean, field: v}, {op: min, field: v}, {op: product, field: v}], "
        "groupby: g}]",
        "g|sum_v|mean_v|min_v|product_v\na||||");
}

/* 0.1 ten times and large terms that cancel: the compensated sum is exact where plain adding is not. */
static void test_exact_sum(void **state)
{
    (void)state;
    assert_makes("v:number\n1e16\n1\n-1e16\n1\n", "[{aggregate: [{op: sum, field: v, as: s}]}]", "s\n2");
}

static void test_groups(void **state)
{
    (void)state;
    /* Numbers, times and truths make groups; minus zero is zero, missing is one group. */
    assert_makes("n:number | v:number\n1 | 1\n0 | 2\n-0 | 3\n | 4\n | 5\n",
                 "[{aggregate: [{op: sum, field: v, as: s}], groupby: [n]}]", "n|s\n1|1\n0|5\n|9");
    assert_makes("t:time | ok:boolean | v:number\n2020 | true | 1\n2020 | false | 2\n2020 | true | 4\n | | 8\n",
                 "[{aggregate: [{op: sum, field: v, as: s}], groupby: [t, ok]}]",
                 "t|ok|s\n2020|true|5\n2020|false|2\n||8");
}

/* Two thousand words in each of two columns, so that groups are found by hashing; each pair comes five times. */
static void test_many_groups(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("a | b | v:number\n");
    for (guint i = 0; i < 10000; i++)
        g_string_append_printf(text, "w%u | x%u | %u\n", i % 2000, i % 2000 / 2, i / 2000);
    g_autoptr(RkTable) output = apply_steps(
        text->str, "[{aggregate: [{op: sum, field: v, as: s}, {op: count, as: n}], groupby: [a, b]}]", NULL, NULL);
    assert_int_equal(rk_table_rows(output), 2000);
    for (guint row = 0; row < 2000; row++) {
        g_autofree char *word = g_strdup_printf("w%u", row);
        assert_string_equal(rk_column_text(rk_table_find(output, "a"), row), word);
        assert_true(rk_column_numbers(rk_table_find(output, "s"))[row] == 0 + 1 + 2 + 3 + 4);
        assert_true(rk_column_numbers(rk_table_find(output, "n"))[row] == 5);
    }
}

static void test_units(void **state)
{
    (void)state;
    assert_makes(
        MONEY,
        "[{aggregate: [{op: sum, field: value, as: s}, {op: variance, field: value, as: v}, {op: count, as: n}], "
        "groupby: [geo]}]",
        "geo|s|v|n\nLT|7@EUR#p|0.5#p|2\nLV|5@USD#+||2");
    assert_makes(MONEY, "[{aggregate: [{op: max, field: value, as: s}], groupby: [unit]}]",
                 "unit|s\nEUR|4@EUR#p\nUSD|5@USD");
    assert_makes(MONEY, "[{aggregate: [{op: count, field: value, as: n}, {op: distinct, field: value, as: d}]}]",
                 "n|d\n4|3");
    assert_refuses(MONEY, "[{aggregate: [{op: sum, field: value}]}]",
                   "figure.yaml:1:20: sum over mixed units \"EUR\" and \"USD\" in column \"value\" (bring them "
                   "together with {convert: value, to: EUR, rates: …, date: …}, or filter or group by the "
                   "unit; the first odd row is data.csv:3)");
    assert_refuses(MONEY, "[{joinaggregate: [{field: value, op: median}]}]",
                   "figure.yaml:1:38: median over mixed units \"EUR\" and \"USD\" in column \"value\" (bring them "
                   "together with {convert: value, to: EUR, rates: …, date: …}, or filter or group by "
                   "the unit; the first odd row is data.csv:3)");
    assert_refuses(
        "u | v:number@u\nEUR | 1\n | 2\n", "[{aggregate: [{op: sum, field: v}]}]",
        "figure.yaml:1:20: sum over mixed units \"EUR\" and none in column \"v\" (filter or group by the unit; "
        "the first odd row is data.csv:3)");
}

static void test_aggregate_errors(void **state)
{
    (void)state;
    assert_refuses(ROWS, "[{aggregate: [{op: sum, field: geo}]}]",
                   "figure.yaml:1:20: sum of text column \"geo\" (name a column of numbers)");
    assert_refuses("t:time\n2020\n", "[{aggregate: [{op: sum, field: t}]}]",
                   "figure.yaml:1:20: sum of time column \"t\" (name a column of numbers)");
    assert_refuses(ROWS, "[{aggregate: [{op: summ, field: value}]}]",
                   "figure.yaml:1:20: unknown operation \"summ\" (did you mean \"sum\"?)");
    assert_refuses(ROWS, "[{aggregate: [{op: sum}]}]", "figure.yaml:1:15: sum needs a field");
    assert_refuses(ROWS, "[{aggregate: [{op: argmax, field: fuel}]}]",
                   "figure.yaml:1:20: argmax of text column \"fuel\" (name a column of numbers)");
    assert_refuses(ROWS, "[{window: [{op: argmax, field: value}]}]",
                   "figure.yaml:1:17: argmax gives whole rows, and a number is needed here (use it in aggregate or "
                   "joinaggregate)");
    assert_refuses(ROWS, "[{aggregate: [{op: exponential, field: value}]}]",
                   "figure.yaml:1:20: \"exponential\" is not done by this version (Vega-Lite has no place for its "
                   "weight: use a window with a frame)");
    assert_refuses(ROWS, "[{aggregate: [{op: count, as: n}, {op: count, as: n}]}]",
                   "figure.yaml:1:14: two columns named \"n\" (give each result a name of its own with \"as\")");
    assert_refuses(ROWS, "[{aggregate: [{op: count}], groupby: [goe]}]",
                   "figure.yaml:1:39: there is no column \"goe\" (did you mean \"geo\"?)");
}

static void test_joinaggregate(void **state)
{
    (void)state;
    assert_makes(ROWS, "[{joinaggregate: [{op: sum, field: value, as: total}], groupby: [fuel]}]",
                 "geo|fuel|value|total\nLT|gas|41|187\nLV|gas|100|187\nLT|oil|73|79#+\nLV|oil||79#+\nEE|gas|46|187\n|"
                 "oil|6|79#+");
    assert_makes(MONEY, "[{filter: \"datum.unit == 'EUR'\"}, {joinaggregate: [{op: max, field: value, as: m}]}]",
                 "geo|unit|flag|value|m\nLT|EUR|p|3@EUR#p|4@EUR#p\nLT|EUR||4@EUR|4@EUR#p\nLV|EUR||@EUR|4@EUR#p");
}

/* The row with the greatest or least value, and all rows of a group. */
static void test_rows_of_groups(void **state)
{
    (void)state;
    assert_makes(ROWS, "[{aggregate: [{op: argmax, field: value, as: top}], groupby: [fuel]}]",
                 "fuel|top.geo|top.fuel|top.value\ngas|LV|gas|100\noil|LT|oil|73");
    assert_makes("k | v:number\na | 1\nb | 2\na | 3\n", "[{aggregate: [{op: values, as: all}], groupby: [k]}]",
                 "k|all.length|all[0].k|all[0].v|all[1].k|all[1].v\na|2|a|1|a|3\nb|1|b|2||");
    assert_makes("k | v:number\na | 1\nb | 2\na | 3\n",
                 "[{joinaggregate: [{op: argmin, field: v, as: low}], groupby: [k]}]",
                 "k|v|low.k|low.v\na|1|a|1\nb|2|b|2\na|3|a|1");
}

static void test_choice(void **state)
{
    (void)state;
    assert_makes(ROWS, "[]", "geo|fuel|value\nLT|gas|41\nLV|gas|100\nLT|oil|73\nLV|oil|\nEE|gas|46\n|oil|6");
    assert_refuses(ROWS, "[{filtre: x}]", "figure.yaml:1:3: unknown transform \"filtre\" (did you mean \"filter\"?)");
    assert_refuses(ROWS, "[filter]", "figure.yaml:1:2: a transform is a map, not a text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filter),           cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_origin),           cmocka_unit_test(test_calculate),
        cmocka_unit_test(test_aggregate),        cmocka_unit_test(test_aggregate_of_nothing),
        cmocka_unit_test(test_exact_sum),        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_many_groups),      cmocka_unit_test(test_units),
        cmocka_unit_test(test_aggregate_errors), cmocka_unit_test(test_joinaggregate),
        cmocka_unit_test(test_rows_of_groups),   cmocka_unit_test(test_choice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

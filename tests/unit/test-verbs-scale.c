/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * benchmark and normalize. Expected values are exact arithmetic by hand, or R 4.2's scale() and rank() where a comment
 * says so.
 */
#include "support-near.h"
#include "support-values.h"

#define ROWS                                                                                                           \
    "geo | time:time | unit | value:number@unit\n"                                                                     \
    "EU  | 2020 | PC_GDP | 4\n"                                                                                        \
    "LT  | 2020 | PC_GDP | 6\n"                                                                                        \
    "LV  | 2020 | PC_GDP | 2\n"                                                                                        \
    "EU  | 2021 | PC_GDP | 5\n"                                                                                        \
    "LT  | 2021 | PC_GDP |\n"                                                                                          \
    "LV  | 2021 | PC_GDP | 4\n"

static void test_benchmark(void **state)
{
    (void)state;
    static const char to_eu[] = "to: {field: geo, equal: EU}, groupby: [time]";
    static const struct {
        const char *options, *expected;
    } cases[] = {{"", "PP: 0 2 -2 0 - -1"},
                 {", method: ratio", "1 1.5 0.5 1 - 0.8"},
                 {", method: percent", "PC: 100 150 50 100 - 80"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *steps = g_strdup_printf("[{benchmark: value, as: b, %s%s}]", to_eu, cases[i].options);
        assert_values(ROWS, steps, "b", cases[i].expected);
    }
    assert_values(ROWS, "[{benchmark: value, to: best, groupby: [time], exclude: \"datum.geo == 'EU'\"}]", "benchmark",
                  "PP: -2 0 -4 1 - 0");
    assert_values(ROWS, "[{benchmark: value, to: best, direction: negative, groupby: [time]}]", "benchmark",
                  "PP: 2 4 0 1 - 0");
    assert_values(ROWS, "[{benchmark: value, to: worst, groupby: [time]}]", "benchmark", "PP: 2 4 0 1 - 0");
    assert_values(ROWS, "[{benchmark: value, to: average, groupby: [time]}]", "benchmark", "PP: 0 2 -2 0.5 - -0.5");
    assert_values(ROWS,
                  "[{benchmark: value, to: median, method: percent, groupby: [time]}, {filter: \"datum.geo == 'LV'\"}]",
                  "benchmark", "PC: 50 88.88888888888889");
}

static void test_benchmark_zscore(void **state)
{
    (void)state;
    /* Against 3 and 7: mean 5, standard deviation √8 (R: (x-5)/sd(c(3,7))). */
    static const char table[] = "g | v:number\na | 3\na | 7\nb | 12\nb | 1\n";
    static const char steps[] = "[{benchmark: v, to: \"datum.g == 'a'\", method: zscore}]";
    assert_near(number_at(table, steps, "benchmark", 0), -0.70710678118654746, 1e-15);
    assert_near(number_at(table, steps, "benchmark", 2), 2.47487373415291634, 1e-15);
    assert_near(number_at(table, "[{benchmark: v, to: \"datum.g == 'a'\", method: zscore, direction: negative}]",
                          "benchmark", 3),
                1.41421356237309492, 1e-15);
    assert_values("v:number\n1\n2\n3\n", "[{benchmark: v, to: average, method: zscore}]", "benchmark", "-1 0 1");
    assert_says("v:number\n3\n3\n", "[{benchmark: v, to: average, method: zscore}]",
                "figure.yaml:1:14: warning: benchmark: no result for 1 group: the reference group has fewer than two "
                "different values");
}

static void test_benchmark_errors(void **state)
{
    (void)state;
    assert_refuses(ROWS, "[{benchmark: value, to: {field: geo, equal: US}, groupby: [time]}]",
                   "figure.yaml:1:25: benchmark: no row for time = 2020 matches the predicate (the benchmark must be "
                   "among the rows, once in each group)");
    assert_refuses(ROWS, "[{benchmark: value, to: \"datum.geo == 'EU'\"}]",
                   "figure.yaml:1:25: benchmark: 2 rows match \"datum.geo == 'EU'\" instead of one (filter, or add the "
                   "column that tells them apart to groupby)");
    assert_refuses(
        ROWS, "[{benchmark: value, to: best, method: zscore}]",
        "figure.yaml:1:25: a z-score is against a group of rows (give a predicate, or average for all rows)");
    assert_refuses(ROWS, "[{benchmark: value, to: \"datum.geo == 'US'\", method: zscore}]",
                   "figure.yaml:1:25: benchmark: the reference group has no row");
    assert_refuses(ROWS, "[{benchmark: value}]",
                   "figure.yaml:1:2: a benchmark transform needs the key \"to\" (a predicate for one row of each "
                   "group, or best, worst, average, median; zscore: the reference group)");
    assert_says(ROWS, "[{benchmark: value, to: {field: geo, equal: LT}, groupby: [time]}]",
                "figure.yaml:1:14: warning: benchmark: no result for 1 group, time = 2021: the benchmark is missing");
    assert_says("g | v:number\na | 0\nb | 4\n", "[{benchmark: v, to: \"datum.g == 'a'\", method: ratio}]",
                "figure.yaml:1:14: warning: benchmark: no result for 1 group: the benchmark is not above zero");
}

#define VALUES "v:number\n3\n7\n7\n1\n\n12\n"

static void test_normalize(void **state)
{
    (void)state;
    static const struct {
        const char *options, *expected;
    } cases[] = {
        {"", "18.181818181818183 54.54545454545454 54.54545454545454 0 - 100"},
        {"direction: negative, range: [1, 12]", "10 6 6 12 - 1"},
        {"method: rank", "2 3 3 1 - 5"},
        {"method: rank, ties: average", "2 3.5 3.5 1 - 5"},
        {"method: rank, direction: negative", "4 2 2 5 - 1"},
        {"method: borda", "1 2 2 0 - 4"},
        {"method: percentile", "0.25 0.5 0.5 0 - 1"},
        {"method: target, target: 9", "0.25 0.75 0.75 0 - 1.375"},
        {"method: target, target: 9, clamp: true", "0.25 0.75 0.75 0 - 1"},
        {"method: target, target: 0, direction: negative", "0.75 0.4166666666666667 0.4166666666666667 "
                                                           "0.9166666666666666 - 0"},
        {"method: reference, reference: \"datum.v == 12\"",
         "0.18181818181818182 0.5454545454545454 0.5454545454545454 0 - 1"},
        {"method: reference, reference: \"datum.v == 3\", clamp: true", "1 1 1 0 - 1"},
        {"method: fraction", "0.25 0.5833333333333334 0.5833333333333334 0.08333333333333333 - 1"},
        {"method: fraction, direction: negative",
         "0.3333333333333333 0.14285714285714285 0.14285714285714285 1 - 0.08333333333333333"},
        {"method: goalposts, goalposts: [2, 10]", "12.5 62.5 62.5 0 - 100"},
        {"method: goalposts, goalposts: [2, 10], clamp: false, range: [0, 1]", "0.125 0.625 0.625 -0.125 - 1.25"},
        {"method: goalposts, goalposts: [2, 10], direction: negative", "87.5 37.5 37.5 100 - 0"},
        {"exclude: \"datum.v == 12\", range: [0, 6]", "2 6 6 0 - -"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *steps =
            g_strdup_printf("[{normalize: v, as: n%s%s}]", *cases[i].options == '\0' ? "" : ", ", cases[i].options);
        assert_values(VALUES, steps, "n", cases[i].expected);
    }
}

/* R: (x - mean(x)) / sd(x). */
static void test_zscore(void **state)
{
    (void)state;
    static const double expected[] = {
        -0.70710678118654757, 0.23570226039551587, 0.23570226039551587, -1.17851130197757925, NAN, 1.41421356237309515};
    for (guint row = 0; row < G_N_ELEMENTS(expected); row++) {
        double plain = number_at(VALUES, "[{normalize: v, method: zscore, as: n}]", "n", row);
        double scaled = number_at(
            VALUES, "[{normalize: v, method: zscore, mean: 100, stdev: 15, direction: negative, as: n}]", "n", row);
        if (row == 4) {
            assert_true(isnan(plain) && isnan(scaled));
            continue;
        }
        assert_near(plain, expected[row], 1e-15);
        assert_near(scaled, 100 - 15 * expected[row], 1e-12);
    }
}

static void test_pooled(void **state)
{
    (void)state;
    assert_values(ROWS, "[{normalize: value, pooled: true}]", "normalized", "50 100 0 75 - 50");
    assert_values(ROWS, "[{normalize: value, groupby: [time]}]", "normalized", "50 100 0 100 - 0");
    assert_values(ROWS, "[{normalize: value, method: goalposts, goalposts: [0, 10]}]", "normalized",
                  "40 60 20 50 - 40");
    assert_refuses(ROWS, "[{normalize: value}]",
                   "figure.yaml:1:14: normalize over several periods of \"time\" (write pooled: true for one scale, so "
                   "that scores compare over time, or groupby: [time])");
    assert_refuses(ROWS, "[{normalize: value, pooled: true, groupby: [time]}]",
                   "figure.yaml:1:29: pooled is one scale for all rows, and groupby one for each group (leave one of "
                   "the two out)");
}

static void test_normalize_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *table, *options, *expected;
    } cases[] = {
        {"v:number\n5\n", "", "1 group: all values are equal"},
        {"v:number\n5\n5\n", "method: zscore", "1 group: all values are equal"},
        {"v:number\n5\n", "method: zscore", "1 group: only one value"},
        {"v:number\n5\n", "method: percentile", "1 group: only one value"},
        {"g | v:number\na | 1\na | 2\nb |\nc |\n", "groupby: [g]", "2 groups, the first g = b: no value"},
        {"v:number\n5\n6\n", "method: target, target: 5", "1 group: the target is not better than the worst value"},
        {"v:number\n5\n6\n", "method: reference, reference: \"datum.v == 5\"",
         "1 group: the reference is the worst value itself"},
        {"v:number\n-5\n6\n", "method: fraction",
         "1 group: a fraction of the greatest value needs values from zero up, and one above it"},
        {"v:number\n0\n6\n", "method: fraction, direction: negative",
         "1 group: a fraction of the least value needs values above zero"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *steps =
            g_strdup_printf("[{normalize: v%s%s}]", *cases[i].options == '\0' ? "" : ", ", cases[i].options);
        g_autofree char *said =
            g_strdup_printf("figure.yaml:1:14: warning: normalize: no result for %s", cases[i].expected);
        assert_says(cases[i].table, steps, said);
    }
}

static void test_normalize_errors(void **state)
{
    (void)state;
    assert_refuses(VALUES, "[{normalize: v, method: target}]", "figure.yaml:1:2: the method target needs target");
    assert_refuses(VALUES, "[{normalize: v, method: zscore, range: [0, 1]}]",
                   "figure.yaml:1:40: the method zscore has no range");
    assert_refuses(VALUES, "[{normalize: v, range: [100, 0]}]",
                   "figure.yaml:1:24: range is two numbers, the lesser one first (direction: negative turns the scale "
                   "around)");
    assert_refuses(VALUES, "[{normalize: v, method: goalposts, goalposts: [1]}]",
                   "figure.yaml:1:47: goalposts is two numbers, the lesser one first (direction: negative turns the "
                   "scale around)");
    assert_refuses(VALUES, "[{normalize: v, method: zscore, stdev: 0}]",
                   "figure.yaml:1:40: stdev is a number above zero");
    assert_refuses(VALUES, "[{normalize: v, method: minmaxx}]",
                   "figure.yaml:1:25: method cannot be \"minmaxx\" (did you mean \"minmax\"?)");
}

/* Amounts for each of something else, and parts of the same thing; units say which. */
static void test_denominate(void **state)
{
    (void)state;
    assert_makes("g | v:number@u | u | p:number@w | w\nA | 10 | EUR | 4 | PERS\nB | 9 | EUR | | PERS\n",
                 "[{denominate: v, by: p}]",
                 "g|v|u|p|w|denominated\nA|10@EUR|EUR|4@PERS|PERS|2.5@EUR_PER_PERS\nB|9@EUR|EUR|@PERS|PERS|");
    assert_makes("v:number@u | u | p:number@w | w\n10 | EUR | 4 | PERS\n",
                 "[{denominate: v, by: p, factor: 1000, unit: EUR_PER_THS_PERS, as: r}]",
                 "v|u|p|w|r\n10@EUR|EUR|4@PERS|PERS|2500@EUR_PER_THS_PERS");
    /* Debt in million euro by GDP in euro: the same thing in two sizes. */
    assert_makes("v:number@u | u | p:number@w | w\n2 | MIO_EUR | 8000000 | EUR\n",
                 "[{denominate: v, by: p, factor: 100}]",
                 "v|u|p|w|denominated\n2@MIO_EUR|MIO_EUR|8000000@EUR|EUR|25@PC");
    assert_makes("v:number | p:number\n1 | 4\n", "[{denominate: v, by: p}]", "v|p|denominated\n1|4|0.25");
    assert_makes("v:number@u | u | p:number@w | w\n1 | EUR | 4 | EUR\n", "[{denominate: v, by: p, as: r}]",
                 "v|u|p|w|r\n1@EUR|EUR|4@EUR|EUR|0.25@SHARE");
    assert_says("v:number | p:number\n1 | 0\n2 | -4\n3 | 6\n", "[{denominate: v, by: p}]",
                "figure.yaml:1:15: warning: denominate: no result for 2 rows, the first data.csv:2: the denominator is "
                "not above zero");
    static const char units[] = "v:number@u | u | p:number@w | w | g\n10 | EUR | 4 | PERS | x\n";
    assert_refuses(
        units, "[{denominate: v, by: p, factor: 1000}]",
        "figure.yaml:1:15: denominate: EUR for each PERS, times a factor, has no unit of its own (name it with "
        "unit)");
    assert_refuses(units, "[{denominate: v, by: g}]",
                   "figure.yaml:1:22: denominate by of text column \"g\" (name a column of numbers)");
    assert_refuses(units, "[{denominate: v, by: p, factor: 0}]",
                   "figure.yaml:1:33: a factor is above zero: 100 for a percentage");
    assert_refuses(units, "[{denominate: v, by: q}]",
                   "figure.yaml:1:22: there is no column \"q\" (there are: v, u, p, w, g)");
}

static void test_no_rows(void **state)
{
    (void)state;
    static const char *const steps[] = {
        "[{benchmark: v, to: \"datum.g == 'x'\", as: v}]", "[{benchmark: v, to: best, as: v}]",
        "[{benchmark: v, to: average, method: zscore, as: v}]", "[{normalize: v, as: v}]",
        "[{normalize: v, as: v, method: reference, reference: \"datum.v == 1\"}]"};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
        assert_makes("g | v:number\n", steps[i], "g|v");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_benchmark),
                                       cmocka_unit_test(test_benchmark_zscore),
                                       cmocka_unit_test(test_benchmark_errors),
                                       cmocka_unit_test(test_normalize),
                                       cmocka_unit_test(test_zscore),
                                       cmocka_unit_test(test_pooled),
                                       cmocka_unit_test(test_normalize_nothing),
                                       cmocka_unit_test(test_normalize_errors),
                                       cmocka_unit_test(test_denominate),
                                       cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * benchmark, normalize, weight, groups. Expected values are exact arithmetic by hand, or R 4.2's scale(), rank() and
 * weighted.mean() where a comment says so.
 */
#include "support-near.h"
#include "support-says.h"

#define ROWS                                                                                                           \
    "geo | time:time | unit | value:number@unit\n"                                                                     \
    "EU  | 2020 | PC_GDP | 4\n"                                                                                        \
    "LT  | 2020 | PC_GDP | 6\n"                                                                                        \
    "LV  | 2020 | PC_GDP | 2\n"                                                                                        \
    "EU  | 2021 | PC_GDP | 5\n"                                                                                        \
    "LT  | 2021 | PC_GDP |\n"                                                                                          \
    "LV  | 2021 | PC_GDP | 4\n"

static double number_at(const char *table, const char *steps, const char *name, gsize row)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    return rk_column_numbers(rk_table_find(output, name))[row];
}

/* The values of a result, parted by spaces, "-" for missing; units in front of the first. */
static void assert_values(const char *table, const char *steps, const char *name, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    const RkColumn *column = rk_table_find(output, name);
    g_autoptr(GString) text = g_string_new(NULL);
    if (rk_column_unit(column) != NULL)
        g_string_append_printf(text, "%s: ", rk_column_text(rk_column_unit(column), 0));
    for (gsize row = 0; row < rk_table_rows(output); row++) {
        g_autofree char *cell = rk_column_write(column, row);
        g_string_append_printf(text, "%s%s", row == 0 ? "" : " ", cell == NULL ? "-" : cell);
    }
    if (strcmp(text->str, expected) != 0)
        fail_msg("%s makes %s, expected %s", steps, text->str, expected);
}

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

#define COMPONENTS                                                                                                     \
    "geo | a:number | b:number | c:number | w:number\nLT | 2 | 8 | 4 | 2\nLV | 10 | | 4 | 0\nEE | | | | 1\n"

static void test_weight(void **state)
{
    (void)state;
    assert_values(COMPONENTS, "[{weight: [a, b, c]}]", "weighted", "4.666666666666667 - -");
    assert_values(COMPONENTS, "[{weight: [a, b, c], weights: [1, 1, 2]}]", "weighted", "4.5 - -");
    assert_values(COMPONENTS, "[{weight: [a, b, c], weights: {c: 2, a: 1, b: 1}, availability: 0.6}]", "weighted",
                  "4.5 6 -");
    assert_values(COMPONENTS, "[{weight: [a, b, c], weights: [1, 1, 2], availability: 0.7}]", "weighted", "4.5 - -");
    assert_values(COMPONENTS, "[{weight: [a, c], weights: [w, 1]}]", "weighted", "2.6666666666666665 4 -");
    assert_values(COMPONENTS, "[{weight: [a, b, c], weights: [1, 1, 2], availability: 0.5, effective: true}]",
                  "a_weight", "0.25 0.3333333333333333 -");
    assert_values(COMPONENTS, "[{weight: [a, b, c], weights: [1, 1, 2], availability: 0.5, effective: true}]",
                  "b_weight", "0.25 0 -");
    /* R: exp(weighted.mean(log(c(2, 8, 4)), c(1, 1, 2))), 1 / weighted.mean(1 / …), weighted.mean(…^2)^(1/2). */
    static const char *const methods[] = {"geometric", "harmonic", "power, power: 2"};
    static const double means[] = {4, 3.5555555555555554, 5};
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++) {
        g_autofree char *steps = g_strdup_printf("[{weight: [a, b, c], weights: [1, 1, 2], method: %s}]", methods[i]);
        assert_near(number_at(COMPONENTS, steps, "weighted", 0), means[i], 1e-14);
    }
    assert_values("u | a:number@u | b:number@u\nPC | 1 | 3\n", "[{weight: [a, b]}]", "weighted", "PC: 2");
    assert_says(
        COMPONENTS, "[{weight: [a, b, c], availability: 0.5}]",
        "figure.yaml:1:11: warning: weight: 1 row without a result: too few indicators (availability says which "
        "share of the indicators is enough)\n"
        "figure.yaml:1:11: note: weight: 1 row with an indicator missing: the others weigh more there");
    /* A missing weight is a missing indicator. */
    assert_says(
        "a:number | w:number\n1 | 0\n2 |\n", "[{weight: [a], weights: [w]}]",
        "figure.yaml:1:11: warning: weight: 1 row without a result: too few indicators (availability says which "
        "share of the indicators is enough)\n"
        "figure.yaml:1:11: warning: weight: 1 row without a result: no weight, or beyond the range of numbers");
}

static void test_weight_errors(void **state)
{
    (void)state;
    assert_refuses(COMPONENTS, "[{weight: [a, b], weights: [1, -1]}]",
                   "figure.yaml:1:32: a weight is a number from 0 up, not -1");
    assert_refuses(COMPONENTS, "[{weight: [a, b], weights: [0, 0]}]", "figure.yaml:1:28: all weights are zero");
    assert_refuses(COMPONENTS, "[{weight: [a, b], weights: [1]}]",
                   "figure.yaml:1:28: 1 weights for 2 indicators (give each indicator its weight)");
    assert_refuses(COMPONENTS, "[{weight: [a, b], weights: {a: 1, d: 2}}]",
                   "figure.yaml:1:28: there is no weight for \"b\"");
    assert_refuses("a:number | w:number\n1 | 1\n2 | -3\n", "[{weight: [a], weights: [w]}]",
                   "figure.yaml:1:26: a weight is a number from 0 up, not -3 in data.csv:3");
    assert_refuses("a:number | b:number\n1 | 3\n0 | 4\n", "[{weight: [a, b], method: geometric}]",
                   "figure.yaml:1:12: the geometric mean is not defined for 0 in column \"a\" (data.csv:3) (normalize "
                   "onto a range above zero, for example [1, 100])");
    assert_refuses("a:number | b:number\n1 | -3\n", "[{weight: [a, b], method: harmonic}]",
                   "figure.yaml:1:15: the harmonic mean is not defined for -3 in column \"b\" (data.csv:2) (normalize "
                   "onto a range above zero, for example [1, 100])");
    assert_refuses("a:number | b:number\n1 | -3\n", "[{weight: [a, b], method: power, power: 0.5}]",
                   "figure.yaml:1:15: the power mean is not defined for -3 in column \"b\" (data.csv:2) (normalize "
                   "onto a range above zero, for example [1, 100])");
    assert_refuses(COMPONENTS, "[{weight: [a, b], method: power}]", "figure.yaml:1:2: the method power needs power");
    assert_refuses(COMPONENTS, "[{weight: [a, b], method: power, power: 0}]",
                   "figure.yaml:1:41: power is not zero (use the method geometric)");
    assert_refuses(COMPONENTS, "[{weight: [a, b], power: 2}]", "figure.yaml:1:26: power belongs to the method power");
    assert_refuses(COMPONENTS, "[{weight: []}]", "figure.yaml:1:11: weight needs at least one indicator");
    assert_refuses(COMPONENTS, "[{weight: [geo]}]", "figure.yaml:1:12: weight of text column \"geo\"");
    assert_refuses("u | a:number@u | b:number\nPC | 1 | 3\n", "[{weight: [a, b]}]",
                   "figure.yaml:1:11: weight of \"a\" in PC with \"b\" in no unit (normalize them first)");
}

static void test_groups(void **state)
{
    (void)state;
    static const char table[] = "v:number\n1\n2\n10\n11\n\n30\n";
    assert_values(table, "[{groups: v}]", "group", "1 1 2 2 - 3");
    assert_values(table, "[{groups: v, labels: [low, high], as: g}]", "g", "low low low low - high");
    assert_values(table, "[{groups: v, labels: [top, bottom], order: descending, as: g}]", "g",
                  "bottom bottom bottom bottom - top");
    assert_values(table, "[{groups: v, method: gaps, count: 2, exclude: \"datum.v == 30\"}]", "group", "1 1 2 2 - -");
    assert_values(table, "[{groups: v, method: equal, count: 2}]", "group", "1 1 1 2 - 2");
    /* Ties stay together: five values, three of them equal, in halves. */
    assert_values("v:number\n1\n2\n2\n2\n3\n", "[{groups: v, method: equal, count: 2}]", "group", "1 1 1 1 2");
    assert_values("v:number\n4\n4\n9\n", "[{groups: v, count: 1}]", "group", "1 1 1");
    assert_says("g | v:number\na | 1\na | 1\nb | 1\nb | 2\nb | 3\n", "[{groups: v, count: 2, groupby: [g]}]",
                "figure.yaml:1:11: warning: groups: no result for 1 group, g = a: fewer different values than groups");
    assert_refuses(table, "[{groups: v, count: 2.5}]",
                   "figure.yaml:1:21: the number of groups is a whole number from 1 to 100");
    assert_refuses(table, "[{groups: v, count: 3, labels: [a]}]",
                   "figure.yaml:1:32: 1 labels for 3 groups (give one label for each group)");
    assert_refuses(table, "[{groups: v, labels: []}]",
                   "figure.yaml:1:22: the number of groups is a whole number from 1 to 100");
}

static void test_no_rows(void **state)
{
    (void)state;
    static const char *const steps[] = {"[{benchmark: v, to: \"datum.g == 'x'\", as: v}]",
                                        "[{benchmark: v, to: best, as: v}]",
                                        "[{benchmark: v, to: average, method: zscore, as: v}]",
                                        "[{normalize: v, as: v}]",
                                        "[{normalize: v, as: v, method: reference, reference: \"datum.v == 1\"}]",
                                        "[{groups: v, as: v}]",
                                        "[{weight: [v], weights: [v], as: v}]"};
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
                                       cmocka_unit_test(test_weight),
                                       cmocka_unit_test(test_weight_errors),
                                       cmocka_unit_test(test_groups),
                                       cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

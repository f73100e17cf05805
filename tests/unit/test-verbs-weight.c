/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * weight and groups. Expected values are exact arithmetic by hand, or R 4.2's weighted.mean() where a comment says so.
 */
#include "support-near.h"
#include "support-values.h"

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
    assert_refuses(COMPONENTS, "[{weight: [a, b], availability: 65}]",
                   "figure.yaml:1:33: availability is a share from 0 to 1");
    assert_refuses(COMPONENTS, "[{weight: []}]", "figure.yaml:1:11: weight needs at least one indicator");
    assert_refuses(COMPONENTS, "[{weight: [geo]}]",
                   "figure.yaml:1:12: weight of text column \"geo\" (name a column of numbers)");
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
    assert_makes("g | v:number\n", "[{groups: v, as: v}]", "g|v");
    assert_makes("g | v:number\n", "[{weight: [v], weights: [v], as: v}]", "g|v");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_weight), cmocka_unit_test(test_weight_errors),
                                       cmocka_unit_test(test_groups), cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

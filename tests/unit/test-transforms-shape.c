/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * stack, bin, pivot and correlation. Positions and classes are those of Vega 5 (npm, under node, 2026-11-20); the
 * correlations are those of R 4.2.2's cor.test(); the rest is worked out by hand.
 */
#include "support-says.h"

#define STACKED "g | k | v:number\nx | p | 3\nx | q | -2\ny | p | 4\nx | r | 5\ny | q | 1\nx | s | -1\n"

static void test_stack(void **state)
{
    (void)state;
    assert_makes(STACKED, "[{stack: v, groupby: [g], as: [y0, y1]}]",
                 "g|k|v|y0|y1\nx|p|3|0|3\nx|q|-2|0|-2\ny|p|4|0|4\nx|r|5|3|8\ny|q|1|4|5\nx|s|-1|-2|-3");
    assert_makes(STACKED, "[{stack: v, groupby: [g], offset: center, as: [y0, y1]}]",
                 "g|k|v|y0|y1\nx|p|3|0|3\nx|q|-2|3|5\ny|p|4|3|7\nx|r|5|5|10\ny|q|1|7|8\nx|s|-1|10|11");
    assert_makes(STACKED, "[{stack: v, groupby: [g], offset: normalize, as: [y0, y1]}, {filter: datum.g == 'y'}]",
                 "g|k|v|y0|y1\ny|p|4|0|0.8\ny|q|1|0.8|1");
    assert_makes(STACKED, "[{stack: v, groupby: [g], sort: [{field: k, order: descending}], as: [y0, y1]}]",
                 "g|k|v|y0|y1\nx|p|3|5|8\nx|q|-2|-1|-3\ny|p|4|1|5\nx|r|5|0|5\ny|q|1|0|1\nx|s|-1|0|-1");
}

#define LACKING "g | v:number\nx | 3\nx |\nx | 5\nx | -2\ny | 4\ny | 1\n"

/* What stands on a missing value has no place; of centred and normalized parts none has. */
static void test_stack_gap(void **state)
{
    (void)state;
    assert_makes(LACKING, "[{stack: v, groupby: [g], as: [y0, y1]}]",
                 "g|v|y0|y1\nx|3|0|3\nx|||\nx|5|3|8\nx|-2|0|-2\ny|4|0|4\ny|1|4|5");
    assert_makes(LACKING, "[{stack: v, groupby: [g], missing: skip, as: [y0, y1]}]",
                 "g|v|y0|y1\nx|3|0|3\nx|||\nx|5|3|8\nx|-2|0|-2\ny|4|0|4\ny|1|4|5");
    assert_makes(LACKING, "[{stack: v, groupby: [g], missing: gap, as: [y0, y1]}]",
                 "g|v|y0|y1\nx|3|0|3\nx||3|\nx|5||\nx|-2||\ny|4|0|4\ny|1|4|5");
    assert_makes(LACKING, "[{stack: v, groupby: [g], missing: gap, offset: center, as: [y0, y1]}]",
                 "g|v|y0|y1\nx|3||\nx|||\nx|5||\nx|-2||\ny|4|0|4\ny|1|4|5");
    assert_makes(LACKING, "[{stack: v, groupby: [g], missing: gap, offset: normalize, as: [y0, y1]}]",
                 "g|v|y0|y1\nx|3||\nx|||\nx|5||\nx|-2||\ny|4|0|0.8\ny|1|0.8|1");
    assert_says(LACKING, "[{stack: v, groupby: [g], missing: gap}]",
                "figure.yaml:1:10: warning: stack: 2 values of \"v\" have no place, as what they stand on is missing "
                "(impute 0 where a missing value is nothing)");
    assert_says("v:number\n\n1\n", "[{stack: v, missing: gap}]",
                "figure.yaml:1:10: warning: stack: 1 value of \"v\" has no place, as what it stands on is missing "
                "(impute 0 where a missing value is nothing)");
    assert_says(LACKING, "[{stack: v, groupby: [g], missing: skip}]", "");
}

static void test_stack_names_and_units(void **state)
{
    (void)state;
    assert_makes("u | v:number@u\nEUR | 1\nEUR |\nEUR | 3\n", "[{stack: v}]",
                 "u|v|v_start|v_end\nEUR|1@EUR|0@EUR|1@EUR\nEUR|@EUR|@EUR|@EUR\nEUR|3@EUR|1@EUR|4@EUR");
    assert_makes("u | v:number@u\nEUR | 1\nEUR | 3\n", "[{stack: v, offset: normalize, as: part}]",
                 "u|v|part|part_end\nEUR|1@EUR|0|0.25\nEUR|3@EUR|0.25|1");
    /* Nothing has no shares. */
    assert_makes("v:number\n0\n0\n", "[{stack: v, offset: normalize}]", "v|v_start|v_end\n0||\n0||");
    assert_refuses("u | v:number@u\nEUR | 1\nUSD | 3\n", "[{stack: v}]",
                   "figure.yaml:1:10: stack over mixed units \"EUR\" and \"USD\" in column \"v\" (bring them together "
                   "with {convert: v, to: EUR, rates: …, date: …}, or filter or group by the unit; "
                   "the first odd row is data.csv:3)");
    assert_refuses(STACKED, "[{stack: k}]", "figure.yaml:1:10: stack of text column \"k\" (name a column of numbers)");
    assert_refuses(STACKED, "[{stack: v, offset: zer}]",
                   "figure.yaml:1:21: offset cannot be \"zer\" (did you mean \"zero\"?)");
}

static void assert_bins(const char *options, const char *values, const char *expected)
{
    g_autofree char *table = g_strdup_printf("v:number\n%s", values);
    g_autofree char *steps = g_strdup_printf("[{bin: %s, field: v, as: [b0, b1]}]", options);
    g_autofree char *whole = g_strdup_printf("v|b0|b1\n%s", expected);
    assert_makes(table, steps, whole);
}

static void test_bin(void **state)
{
    (void)state;
    assert_bins("true", "0\n3\n10\n", "0|0|1\n3|3|4\n10|9|10");
    assert_bins("{maxbins: 10}", "0\n30\n100\n", "0|0|10\n30|30|40\n100|90|100");
    assert_bins("{maxbins: 10}", "3\n31.2\n97\n", "3|0|10\n31.2|30|40\n97|90|100");
    assert_bins("true", "-2.5\n0.44\n7.3\n", "-2.5|-3|-2\n0.44|0|1\n7.3|7|8");
    assert_bins(
        "true", "0.001\n0.0034899999999999996\n0.0093\n",
        "0.001|0.001|0.002\n0.0034899999999999996|0.003|0.004\n0.0093|0.009000000000000001|0.010000000000000002");
    assert_bins("true", "5\n5\n", "5|5|5.5\n5|5|5.5");
    assert_bins("{step: 30}", "0\n30\n100\n", "0|0|30\n30|30|60\n100|90|120");
    assert_bins("{steps: [1, 2, 5, 10, 20, 50]}", "12\n34.8\n88\n", "12|10|15\n34.8|30|35\n88|85|90");
    assert_bins("{nice: false}", "3\n31.2\n97\n", "3|3|13\n31.2|23|33\n97|93|103");
    assert_bins("{base: 2}", "0\n300\n1000\n", "0|0|128\n300|256|384\n1000|896|1024");
    assert_bins("{maxbins: 20, minstep: 1}", "0\n3\n10\n", "0|0|1\n3|3|4\n10|9|10");
}

static void test_bin_edges(void **state)
{
    (void)state;
    assert_bins("true", "1\n\n2\n", "1|1|1.1\n||\n2|1.9|2");
    assert_bins("true", "\n\n", "||\n||");
    assert_bins("{extent: [0, 10]}", "-1\n5\n11\n", "-1||\n5|5|6\n11||");
    assert_makes("v:number\n4\n", "[{bin: true, field: v}]", "v|bin_v|bin_v_end\n4|4|4.5");
    assert_refuses("v\nx\n", "[{bin: true, field: v}]",
                   "figure.yaml:1:21: bin of text column \"v\" (name a column of numbers)");
    assert_refuses("v:time\n2020\n", "[{bin: true, field: v}]",
                   "figure.yaml:1:21: bin of time column \"v\" (use timeUnit)");
    assert_refuses("v:number\n1\n", "[{bin: {extent: [5, 1]}, field: v}]",
                   "figure.yaml:1:8: no classes between these ends of \"v\"");
    assert_refuses("v:number\n1\n", "[{bin: {steps: [-1]}, field: v}]",
                   "figure.yaml:1:8: steps of classes are numbers above zero");
}

#define PIVOTED "g | k | v:number\nLT | oil | 1\nLT | gas | 2\nLV | gas | 4\nLT | oil | 8\nEE | | 7\n"

static void test_pivot(void **state)
{
    (void)state;
    assert_makes(PIVOTED, "[{pivot: k, value: v, groupby: [g]}]", "g|gas|oil\nLT|2|9\nLV|4|\nEE||");
    assert_makes(PIVOTED, "[{pivot: k, value: v, groupby: [g], op: max, limit: 1}]", "g|gas\nLT|2\nLV|4\nEE|");
    assert_makes(PIVOTED, "[{pivot: k, value: v}]", "gas|oil\n6|9");
    assert_makes("y:time | u | v:number@u\n2020 | EUR | 1\n2019 | USD | 2\n", "[{pivot: y, value: v}]",
                 "2019|2020\n2@USD|1@EUR");
    assert_refuses("u | k | v:number@u\nEUR | a | 1\nUSD | a | 2\n", "[{pivot: k, value: v}]",
                   "figure.yaml:1:20: sum over mixed units \"EUR\" and \"USD\" in column \"v\" (bring them together "
                   "with {convert: v, to: EUR, rates: …, date: …}, or filter or group by the unit; "
                   "the first odd row is data.csv:3)");
    assert_refuses("g | k | v:number\nx | g | 1\n", "[{pivot: k, value: v, groupby: [g]}]",
                   "figure.yaml:1:10: two columns named \"g\" (give each result a name of its own with \"as\")");
    assert_refuses(PIVOTED, "[{pivot: k, value: v, op: summ}]",
                   "figure.yaml:1:27: unknown operation \"summ\" (did you mean \"sum\"?)");
}

#define PAIRS                                                                                                          \
    "x:number | y:number\n2.385 | 1.9042\n-7.1203 | -4.2217\n11.947 | 9.3308\n0.0317 | 3.1416\n5.5501 | 2.2093\n"      \
    "-3.3391 | -5.0871\n8.7264 | 12.6049\n1 | \n | 1\n"

static void assert_correlates(const char *method, double coefficient, double p_value)
{
    GError *error = NULL;
    g_autofree char *steps = g_strdup_printf("[{correlation: [x, y]%s}]", method);
    g_autoptr(RkTable) output = apply_steps(PAIRS, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s", error->message);
    assert_int_equal(rk_table_rows(output), 1);
    double found = rk_column_numbers(rk_table_find(output, "coefficient"))[0];
    double found_p = rk_column_numbers(rk_table_find(output, "p_value"))[0];
    if (!(fabs(found - coefficient) < 1e-13) || !(fabs(found_p - p_value) < 1e-13))
        fail_msg("%s gives %.17g with p %.17g", method, found, found_p);
    assert_true(rk_column_numbers(rk_table_find(output, "n"))[0] == 7);
}

static void test_correlation(void **state)
{
    (void)state;
    assert_correlates("", 0.89703498502006751, 0.00617720409429758);
    assert_correlates(", method: spearman", 0.8214285714285713, 0.0341269841269841);
    assert_correlates(", method: kendall", 0.619047619047619, 0.069047619047619);
}

static void test_correlation_groups(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output = apply_steps(
        "g | x:number | y:number\na | 1 | 3\nb | 1 | 2\na | 2 | 2\nb | 1 | 3\na | 3 | 1\nb | 1 | 4\nc | 1 | 1\n",
        "[{correlation: [x, y], groupby: [g], as: [r, p, pairs]}, {calculate: datum.g, as: p}, {calculate: "
        "round(datum.r * 1e9) / 1e9, as: r}]",
        diagnostics, &error);
    assert_table(output, "g|r|p|pairs\na|-1|a|3\nb||b|3\nc||c|1");
    assert_int_equal(rk_diagnostics_count(diagnostics), 2);
    g_autofree char *first = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    g_autofree char *second = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 1));
    assert_string_equal(first, "figure.yaml:1:16: warning: no correlation for g = b: a constant variable");
    assert_string_equal(second, "figure.yaml:1:16: warning: no correlation for g = c: too few values");
}

/* In b y is constant, and x and z have one order: p is that of 2 of the 3! orders. */
static void test_correlation_pairs(void **state)
{
    (void)state;
    static const char table[] = "g | x:number | y:number | z:number\na | 1 | 2 | 3\na | 2 | 3 | 1\na | 3 | 4 |\n"
                                "b | 1 | 5 | 1\nb | 2 | 5 | 2\nb | 3 | 5 | 3\n";
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output =
        apply_steps(table,
                    "[{filter: \"datum.g == 'b'\"}, {correlation: [x, y, z], groupby: g, method: spearman, as: [r, p, "
                    "n, a, b]}, {calculate: 'round(1e9 * datum.r) / 1e9', as: r}]",
                    diagnostics, &error);
    assert_null(error);
    assert_table(output, "g|a|b|r|p|n\nb|x|x|1||3\nb|x|y|||3\nb|x|z|1|0.3333333333333333|3\nb|y|x|||3\nb|y|y|||3\n"
                         "b|y|z|||3\nb|z|x|1|0.3333333333333333|3\nb|z|y|||3\nb|z|z|1||3");
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *warning = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(warning,
                        "figure.yaml:1:44: warning: no correlation of \"x\" and \"y\" for g = b, nor of 1 more "
                        "pair: a constant variable");
}

/* Each pair of the matrix is what the pair is on its own, in either order. */
static void test_correlation_same_as_pair(void **state)
{
    (void)state;
    static const char table[] =
        "x:number | y:number | z:number\n2.4 | 1.9 | 7\n-7.1 | -4.2 | 3\n11.9 | 9.3 | 3\n0.1 | 3.1 |\n5 | 2 | 1";
    static const char *const methods[] = {"pearson", "spearman", "kendall"};
    GError *error = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++) {
        g_autofree char *all = g_strdup_printf("[{correlation: [x, y, z], method: %s}]", methods[i]);
        g_autofree char *one = g_strdup_printf("[{correlation: [x, z], method: %s}]", methods[i]);
        g_autoptr(RkTable) matrix = apply_steps(table, all, NULL, &error);
        g_autoptr(RkTable) pair = apply_steps(table, one, NULL, &error);
        assert_null(error);
        static const char *const results[] = {"coefficient", "p_value", "n"};
        for (guint k = 0; k < G_N_ELEMENTS(results); k++) {
            double expected = rk_column_numbers(rk_table_find(pair, results[k]))[0];
            const double *numbers = rk_column_numbers(rk_table_find(matrix, results[k]));
            assert_true(numbers[2] == expected && numbers[6] == expected);
        }
    }
}

static void test_correlation_errors(void **state)
{
    (void)state;
    assert_refuses(PAIRS, "[{correlation: [x]}]", "figure.yaml:1:16: correlation takes two columns or more");
    assert_refuses("g | x:number\na | 1\n", "[{correlation: [x, g]}]",
                   "figure.yaml:1:20: correlation of text column \"g\" (name a column of numbers)");
    assert_refuses(PAIRS, "[{correlation: [x, y], method: person}]",
                   "figure.yaml:1:32: method cannot be \"person\" (did you mean \"pearson\"?)");
    assert_refuses(PAIRS, "[{correlation: [x, y], as: [a, a]}]",
                   "figure.yaml:1:16: two columns named \"a\" (give each result a name of its own with \"as\")");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stack),
                                       cmocka_unit_test(test_stack_gap),
                                       cmocka_unit_test(test_stack_names_and_units),
                                       cmocka_unit_test(test_bin),
                                       cmocka_unit_test(test_bin_edges),
                                       cmocka_unit_test(test_pivot),
                                       cmocka_unit_test(test_correlation),
                                       cmocka_unit_test(test_correlation_groups),
                                       cmocka_unit_test(test_correlation_errors),
                                       cmocka_unit_test(test_correlation_pairs),
                                       cmocka_unit_test(test_correlation_same_as_pair)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

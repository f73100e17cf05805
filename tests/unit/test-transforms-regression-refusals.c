/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs regression, loess, density and quantile warn of and refuse.
 */
#include "support-transform.h"

static void assert_warns(const char *table, const char *steps, const char *expected, const char *warning)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output = apply_steps(table, steps, diagnostics, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    assert_table(output, expected);
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *text = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(text, warning);
}

static void test_warnings(void **state)
{
    (void)state;
    static const char few[] = "g|x:number|y:number\na|1|2\nb|1|1\nb|2|2\nc||7";
    assert_warns(few, "[{regression: y, on: x, groupby: g}]", "g|x|y\nb|1|1\nb|2|2",
                 "figure.yaml:1:15: warning: regression: no result for 2 groups, the first g = a: too few values");
    assert_warns(few, "[{regression: y, on: x, groupby: g, params: true}]",
                 "g|coef[0]|coef[1]|rSquared|standard_error[0]|standard_error[1]|p_value[0]|p_value[1]|n\n"
                 "a||||||||1\nb|0|1|1|||||2\nc||||||||0",
                 "figure.yaml:1:15: warning: regression: no result for 2 groups, the first g = a: too few values");
    assert_warns("x:number|y:number\n1|1\n1|2\n1|3", "[{regression: y, on: x}]", "x|y",
                 "figure.yaml:1:15: warning: regression: no result for 1 group: a constant variable");
    assert_warns("x:number|y:number\n0|1\n1|2\n2|3", "[{regression: y, on: x, method: log}]", "x|y",
                 "figure.yaml:1:15: warning: regression: no result for 1 group: a value that is not above zero");
    assert_warns("x:number|y:number\n1|1\n2|1", "[{regression: y, on: x, method: poly, order: 9}]", "x|y",
                 "figure.yaml:1:15: warning: regression: no result for 1 group: too few values");
    assert_warns("g|x:number\na|\nb|1", "[{density: x, groupby: g, steps: 1, extent: [1, 2], bandwidth: 1e300}]",
                 "g|value|density\nb|1|3.9894228040143265e-301\nb|2|3.9894228040143265e-301",
                 "figure.yaml:1:12: warning: density: no result for 1 group, g = a: too few values");
    assert_warns("x:number|y:number\n1|1", "[{loess: y, on: x}]", "x|y",
                 "figure.yaml:1:10: warning: loess: no result for 1 group: too few values");
    assert_warns("g|x:number|y:number\na|1|1\na|2|1\na|3|1\na|4|1", "[{spline: y, on: x, method: akima, groupby: g}]",
                 "g|x|y", "figure.yaml:1:11: warning: spline: no result for 1 group, g = a: too few values");
    assert_warns("x:number|y:number\n1|1\n2|1\n3|1\n3|5", "[{spline: y, on: x, method: smoothing, df: 3.5}]", "x|y",
                 "figure.yaml:1:11: warning: spline: no result for 1 group: more degrees of freedom than different x");
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) table = apply_steps("x:number|y:number\n1|1\n2|2\n4|3",
                                           "[{regression: y, on: x, method: log, extent: [0, 9]}]", diagnostics, NULL);
    const double *x = rk_column_numbers(rk_table_find(table, "x"));
    assert_true(x[0] == 1 && x[rk_table_rows(table) - 1] == 4);
    g_autofree char *text = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(text, "figure.yaml:1:46: warning: regression: the extent begins at 0, where there is no "
                              "logarithm; that of the data is used");
}

static void test_refusals(void **state)
{
    (void)state;
    static const char table[] = "name|x:number@u|y:number@u|u\nA|1|2|PC\nB|2|3|EUR";
    static const char plain[] = "name|x:number|y:number\nA|1|2\nB|2|3";
    assert_refuses(
        table, "[{regression: y, on: x}]",
        "figure.yaml:1:15: regression over mixed units \"PC\" and \"EUR\" in column \"y\" (filter or group by "
        "the unit; the first odd row is data.csv:3)");
    assert_refuses(
        plain, "[{spline: y, on: x, method: smoothing}]",
        "figure.yaml:1:2: the method smoothing needs df, its degrees of freedom (near 2 the curve is a line, "
        "at the number of points it goes through all)");
    assert_refuses(plain, "[{spline: y, on: x, df: 3}]",
                   "figure.yaml:1:25: spline: \"df\" belongs to the method smoothing");
    assert_refuses(plain, "[{spline: y, on: x, method: smoothing, df: 2}]",
                   "figure.yaml:1:44: degrees of freedom are above 2 (a line is the regression's)");
    assert_refuses(plain, "[{spline: y, on: name}]",
                   "figure.yaml:1:18: spline on of text column \"name\" (name a column of numbers)");
    assert_refuses(
        table, "[{spline: y, on: x}]",
        "figure.yaml:1:11: spline over mixed units \"PC\" and \"EUR\" in column \"y\" (filter or group by the "
        "unit; the first odd row is data.csv:3)");
    assert_refuses(plain, "[{regression: name, on: x}]",
                   "figure.yaml:1:15: regression of text column \"name\" (name a column of numbers)");
    assert_refuses(plain, "[{regression: y, on: name}]",
                   "figure.yaml:1:22: regression on of text column \"name\" (name a column of numbers)");
    assert_refuses(plain, "[{regression: y, on: z}]",
                   "figure.yaml:1:22: there is no column \"z\" (there are: name, x, y)");
    assert_refuses(plain, "[{regression: y, on: x, method: cubic}]",
                   "figure.yaml:1:33: method cannot be \"cubic\" (known words: linear, log, exp, pow, quad, poly, "
                   "robust, theilsen)");
    assert_refuses(plain, "[{regression: y, on: x, weights: huber}]",
                   "figure.yaml:1:34: regression: \"weights\" belongs to the method robust");
    assert_refuses(plain, "[{regression: y, on: x, level: 0.9}]",
                   "figure.yaml:1:32: regression: \"level\" belongs to an interval");
    assert_refuses(
        plain, "[{regression: y, on: x, method: theilsen, interval: confidence}]",
        "figure.yaml:1:53: regression: \"interval\" belongs to methods other than theilsen, whose params alone "
        "have one");
    assert_refuses(
        plain, "[{regression: y, on: x, interval: prediction, params: true}]",
        "figure.yaml:1:35: regression: \"interval\" belongs to points: coefficients have the interval confidence "
        "alone");
    assert_refuses(plain, "[{regression: y, on: x, interval: confidence, level: 95}]",
                   "figure.yaml:1:54: a level is a share between 0 and 1: 0.95 for 95 %");
    assert_refuses(plain, "[{regression: y, on: x, method: poly, order: 2.5}]",
                   "figure.yaml:1:46: an order is a whole number from 1 to 20");
    assert_refuses(plain, "[{regression: y, on: x, extent: [3, 1]}]",
                   "figure.yaml:1:33: an extent is two numbers, the lesser first");
    assert_refuses(plain, "[{regression: y, on: x, as: [a, a]}]",
                   "figure.yaml:1:15: two columns named \"a\" (give each result a name of its own with \"as\")");
    assert_refuses(plain, "[{quantile: x, probs: [0.5, 1.5]}]",
                   "figure.yaml:1:29: a probability is a number from 0 to 1");
    assert_refuses(plain, "[{quantile: x, step: 1e-9}]", "figure.yaml:1:22: a step is from 1e-05 to 1");
    assert_refuses(plain, "[{density: x, steps: 1e9}]", "figure.yaml:1:22: steps are a whole number from 1 to 10000");
    assert_refuses(plain, "[{loess: y, on: x, bandwidth: 2}]",
                   "figure.yaml:1:31: a bandwidth is a share of the points, above 0 and at most 1");
    assert_refuses(
        table, "[{density: x, groupby: name}]",
        "figure.yaml:1:12: density over mixed units \"PC\" and \"EUR\" in column \"x\" (filter or group by the "
        "unit; the first odd row is data.csv:3)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_warnings), cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests_name("regression refusals", tests, NULL, NULL);
}

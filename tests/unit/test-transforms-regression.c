/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs regression, loess, density and quantile. Oracles: R's lm() and fixed points of robust weights for numbers,
 * the points of npm's vega for curves; lines through few points by hand.
 */
#include "stats-sample.h"
#include "stats-nist.h"
#include "support-near.h"
#include "support-transform.h"

#include "../oracle/transform-curves.h"
#include "../oracle/transform-regression.h"

/* The sample as the scripts have it, with missing values between that change nothing. */
static RkTable *sample_table(void)
{
    static const char *const names[] = {"x", "y", "p", "q", "g", "s"};
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    double *cells[G_N_ELEMENTS(names)];
    gsize rows = SAMPLE_COUNT + 1;
    for (guint k = 0; k < G_N_ELEMENTS(names); k++)
        cells[k] = g_new(double, rows);
    for (guint i = 0; i < SAMPLE_COUNT; i++) {
        double spoilt = i == 2 ? 49.3308 : i == 7 ? -31.7734 : sample_y[i];
        const double row[] = {sample_x[i], sample_y[i], fabs(sample_x[i]) + 1, exp(sample_y[i] / 8), i % 2, spoilt};
        for (guint k = 0; k < G_N_ELEMENTS(names); k++)
            cells[k][i] = row[k];
    }
    for (guint k = 0; k < G_N_ELEMENTS(names); k++)
        cells[k][SAMPLE_COUNT] = NAN;
    cells[4][SAMPLE_COUNT] = 1;
    for (guint k = 0; k < G_N_ELEMENTS(names); k++)
        g_ptr_array_add(columns, rk_column_new_numbers(names[k], cells[k], rows));
    return rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rows, NULL);
}

static RkTable *apply_to_sample(const char *steps)
{
    GError *error = NULL;
    g_autoptr(RkTable) input = sample_table();
    g_autoptr(RkDocument) document = document_from(steps);
    const RkTransformContext context = {NULL};
    RkTable *table = rk_transform_apply_list(rk_document_root(document), input, &context, &error);
    if (table == NULL)
        fail_msg("%s: %s", steps, error->message);
    return table;
}

static double cell(const RkTable *table, const char *column, gsize row)
{
    const RkColumn *found = rk_table_find(table, column);
    if (found == NULL || row >= rk_table_rows(table))
        fail_msg("no %s in row %zu", column, (size_t)row);
    return rk_column_numbers(found)[row];
}

/* Coefficients, standard errors and p-values, term by term, as R's table of coefficients has them. */
static void assert_terms(const char *options, const double *expected, guint terms)
{
    static const char *const parts[] = {"coef", "standard_error", "p_value"};
    g_autofree char *steps = g_strdup_printf("[{regression: %s, params: true}]", options);
    g_autoptr(RkTable) table = apply_to_sample(steps);
    assert_int_equal(rk_table_rows(table), 1);
    for (guint part = 0; part < 3; part++)
        for (guint k = 0; k < terms; k++) {
            g_autofree char *name = g_strdup_printf("%s[%u]", parts[part], k);
            assert_close_within(cell(table, name, 0), expected[part * terms + k], 1e-10);
        }
    assert_close(cell(table, "n", 0), SAMPLE_COUNT);
    g_autofree char *one_more = g_strdup_printf("coef[%u]", terms);
    assert_null(rk_table_find(table, one_more));
    assert_null(rk_table_find(table, "coef_low[0]"));
}

static void test_coefficients(void **state)
{
    (void)state;
    assert_terms("y, on: x", linear, 2);
    assert_terms("y, on: x, method: quad", quad, 3);
    assert_terms("y, on: x, method: poly", cubic, 4);
    assert_terms("y, on: p, method: log", logarithm, 2);
    assert_terms("s, on: x, method: robust, weights: huber", huber, 2);
    /* The first coefficient is that of y; its standard error and p-value are those of the logarithm. */
    double power_terms[6], exponent_terms[6];
    memcpy(power_terms, power, sizeof power);
    memcpy(exponent_terms, exponent, sizeof exponent);
    power_terms[0] = exp(power[0]);
    exponent_terms[0] = exp(exponent[0]);
    assert_terms("q, on: p, method: pow", power_terms, 2);
    assert_terms("q, on: x, method: exp", exponent_terms, 2);
}

/* The polynomial that no solver of plain powers can find, with the certificate of NIST. */
static void test_filip(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkColumn) x = rk_column_new_numbers("x", g_memdup2(filip_x, sizeof filip_x), FILIP_ROWS);
    g_autoptr(RkColumn) y = rk_column_new_numbers("y", g_memdup2(filip_y, sizeof filip_y), FILIP_ROWS);
    const RkColumn *columns[] = {x, y};
    g_autoptr(RkTable) input = rk_table_new(columns, 2, FILIP_ROWS, NULL);
    g_autoptr(RkDocument) document = document_from("[{regression: y, on: x, method: poly, order: 10, params: true}]");
    const RkTransformContext context = {NULL};
    g_autoptr(RkTable) table = rk_transform_apply_list(rk_document_root(document), input, &context, &error);
    assert_null(error);
    for (guint k = 0; k < G_N_ELEMENTS(filip_coefficients); k++) {
        g_autofree char *name = g_strdup_printf("coef[%u]", k);
        assert_close_within(cell(table, name, 0), filip_coefficients[k], 1e-11);
    }
    assert_close_within(cell(table, "rSquared", 0), 0.996727416185620, 1e-12);
}

static void assert_r_squared(const char *options, double expected)
{
    g_autofree char *steps = g_strdup_printf("[{regression: %s, params: true}]", options);
    g_autoptr(RkTable) table = apply_to_sample(steps);
    assert_close_within(cell(table, "rSquared", 0), expected, 1e-11);
}

static void test_r_squared(void **state)
{
    (void)state;
    assert_r_squared("y, on: x", linear_r2[0]);
    assert_r_squared("q, on: p, method: pow", power_r2[0]);
    assert_r_squared("q, on: x, method: exp", exponent_r2[0]);
}

static void test_limits(void **state)
{
    (void)state;
    g_autoptr(RkTable) line =
        apply_to_sample("[{regression: y, on: x, params: true, interval: confidence, level: 0.9}]");
    g_autoptr(RkTable) curve =
        apply_to_sample("[{regression: y, on: x, method: poly, params: true, interval: confidence}]");
    for (guint k = 0; k < 4; k++) {
        g_autofree char *low = g_strdup_printf("coef_low[%u]", k), *high = g_strdup_printf("coef_high[%u]", k);
        assert_close_within(cell(curve, low, 0), cubic_limits[k], 1e-10);
        assert_close_within(cell(curve, high, 0), cubic_limits[4 + k], 1e-10);
        if (k > 1)
            continue;
        assert_close_within(cell(line, low, 0), linear_limits[k], 1e-10);
        assert_close_within(cell(line, high, 0), linear_limits[2 + k], 1e-10);
    }
}

/* Value and interval at both ends of a curve, as predict() gives them. */
static void assert_interval(const char *options, const char *y, const double *expected, double tolerance)
{
    g_autofree char *steps = g_strdup_printf("[{regression: %s}]", options);
    g_autofree char *low = g_strdup_printf("%s_low", y), *high = g_strdup_printf("%s_high", y);
    g_autoptr(RkTable) table = apply_to_sample(steps);
    for (guint end = 0; end < 2; end++) {
        gsize row = end == 0 ? 0 : rk_table_rows(table) - 1;
        assert_close_within(cell(table, y, row), expected[end], tolerance);
        assert_close_within(cell(table, low, row), expected[2 + end], tolerance);
        assert_close_within(cell(table, high, row), expected[4 + end], tolerance);
    }
}

static void test_intervals(void **state)
{
    (void)state;
    assert_interval("y, on: x, interval: confidence, level: 0.9", "y", linear_confidence, 1e-11);
    assert_interval("y, on: x, interval: prediction, level: 0.9", "y", linear_prediction, 1e-11);
    assert_interval("y, on: x, method: poly, interval: confidence", "y", cubic_confidence, 1e-10);
    assert_interval("q, on: p, method: pow, interval: confidence, extent: [2, 10]", "q", power_confidence, 1e-11);
    assert_interval("q, on: x, method: exp, interval: confidence", "q", exponent_confidence, 1e-11);
    assert_interval("q, on: x, method: exp, interval: prediction", "q", exponent_prediction, 1e-11);
    g_autoptr(RkTable) named =
        apply_to_sample("[{regression: y, on: x, interval: confidence, as: [where, what, from, to]}]");
    g_autoptr(RkTable) again = apply_to_sample("[{regression: y, on: x, interval: confidence}]");
    assert_int_equal(rk_table_columns(named), 4);
    assert_true(cell(named, "from", 3) < cell(named, "what", 3) && cell(named, "what", 3) < cell(named, "to", 3));
    assert_true(cell(named, "from", 3) == cell(again, "y_low", 3));
}

/* All cells of a table, row by row. */
static void assert_points(const char *steps, const double *expected, gsize count, double tolerance)
{
    g_autoptr(RkTable) table = apply_to_sample(steps);
    guint columns = rk_table_columns(table);
    if (rk_table_rows(table) * columns != count)
        fail_msg("%s makes %zu rows, not %zu", steps, (size_t)rk_table_rows(table), (size_t)(count / columns));
    for (gsize i = 0; i < count; i++) {
        double made = rk_column_numbers(rk_table_column(table, (guint)(i % columns)))[i / columns];
        if (!(fabs(made - expected[i]) <= tolerance * fmax(1, fabs(expected[i]))))
            fail_msg("%s: cell %zu is %.17g, expected %.17g", steps, (size_t)i, made, expected[i]);
    }
}

#define ASSERT_POINTS(steps, expected) assert_points(steps, expected, G_N_ELEMENTS(expected), 1e-10)

static void test_curves(void **state)
{
    (void)state;
    ASSERT_POINTS("[{regression: y, on: x, groupby: [g]}]", vega_linear);
    ASSERT_POINTS("[{regression: y, on: p, method: log}]", vega_log);
    ASSERT_POINTS("[{regression: q, on: x, method: exp}]", vega_exp);
    ASSERT_POINTS("[{regression: q, on: p, method: pow}]", vega_pow);
    ASSERT_POINTS("[{regression: y, on: x, method: quad, extent: [-10, 20]}]", vega_quad);
    /* Vega solves the normal equations of the powers, which costs it digits. */
    assert_points("[{regression: y, on: x, method: poly, order: 5}]", vega_poly, G_N_ELEMENTS(vega_poly), 1e-8);
}

static void test_smooth(void **state)
{
    (void)state;
    ASSERT_POINTS("[{loess: y, on: x, bandwidth: 0.6}]", vega_loess);
    ASSERT_POINTS("[{density: x, groupby: [g], resolve: independent}]", vega_density);
    ASSERT_POINTS("[{density: x, groupby: [g], steps: 4, counts: true}]", vega_shared);
    ASSERT_POINTS("[{density: x, cumulative: true, bandwidth: 2, extent: [0, 10], minsteps: 5, maxsteps: 20, "
                  "resolve: independent}]",
                  vega_cumulative);
    ASSERT_POINTS("[{quantile: x, step: 0.15}]", vega_quantile);
    ASSERT_POINTS("[{quantile: x, groupby: g, probs: [0, 0.3, 1]}]", vega_probs);
}

/* A curve from the first to the last point of each group, through all of them or past them. */
static void test_splines(void **state)
{
    (void)state;
    g_autoptr(RkTable) through = apply_to_sample("[{spline: y, on: x, method: akima}]");
    gsize rows = rk_table_rows(through);
    assert_true(rows > 25 && cell(through, "x", 0) == -7.1203 && cell(through, "x", rows - 1) == 19.0043);
    assert_close(cell(through, "y", 0), -4.2217);
    assert_close(cell(through, "y", rows - 1), 14.2281);
    g_autoptr(RkTable) past = apply_to_sample("[{spline: y, on: x, method: smoothing, df: 2.000001}]");
    assert_near(cell(past, "y", 0), linear[0] + linear[1] * -7.1203, 1e-4);
    /* The units of both columns stay; of times the curve has moments. */
    assert_makes(
        "g|x:number@u|y:number@w|u|w\na|0|1|KM|PC\na|1|3|KM|PC\nb|4|1|M|PC\nb|4|3|M|PC\nb|6|0|M|PC",
        "[{spline: y, on: x, groupby: g, as: [p, q]}, {filter: 'datum.p == 0 || datum.p == 4 || datum.p == 6'}]",
        "g|p|q\na|0@KM|1@PC\nb|4@M|2@PC\nb|6@M|0@PC");
}

static void test_lines(void **state)
{
    (void)state;
    /* B has one point alone. */
    static const char table[] = "geo|t:time|y:number@u|u\nA|2001|1|PC\nA|2002|3|PC\nB|2001|5|PC\nA|2003|5|PC";
    assert_makes(
        table,
        "[{regression: y, on: t, groupby: [geo], as: [year, line]}, {calculate: 'round(1e6 * datum.line)', as: "
        "line}]",
        "geo|year|line\nA|2001|1000000\nA|2003|5000000");
    assert_makes("t:number|y:number@u|u\n1|4|PC\n2|6|PC\n3|8|PC", "[{regression: y, on: t}]", "t|y\n1|4@PC\n3|8@PC");
    /* Ten slopes, six of them 1; both variables have the median 2. */
    assert_makes("x:number|y:number\n4|100\n1|1\n3|3\n2|2\n0|0", "[{regression: y, on: x, method: theilsen}]",
                 "x|y\n0|0\n4|4");
    /* All ten pairs agree: p of the exact distribution of Kendall's tau is 2/5!. */
    assert_makes("x:number|y:number\n0|1\n1|3\n2|5\n3|7\n4|9",
                 "[{regression: y, on: x, method: theilsen, params: true, interval: confidence}, "
                 "{calculate: 'round(datum[\"p_value[1]\"] * 60)', as: p}]",
                 "coef[0]|coef[1]|rSquared|standard_error[0]|standard_error[1]|p_value[0]|p_value[1]|coef_low[0]|"
                 "coef_low[1]|coef_high[0]|coef_high[1]|n|p\n1|2|1||||0.016666666666666666||2||2|5|1");
    /* A gross error does not move the bisquare line. */
    g_autoptr(RkTable) bent = NULL;
    GError *error = NULL;
    bent = apply_steps("x:number|y:number\n0|0\n1|1.1\n2|1.9\n3|3.1\n4|3.9\n5|5.1\n6|5.9\n7|70",
                       "[{regression: y, on: x, method: robust, params: true}]", NULL, &error);
    assert_null(error);
    assert_true(fabs(cell(bent, "coef[1]", 0) - 1) < 0.02);
}

static void assert_fit(const char *table, const char *steps, double intercept, double slope, const char *unit)
{
    GError *error = NULL;
    g_autoptr(RkTable) made = apply_steps(table, steps, NULL, &error);
    if (made == NULL)
        fail_msg("%s: %s", steps, error->message);
    assert_close_within(cell(made, "coef[0]", 0), intercept, 1e-10);
    assert_close_within(cell(made, "coef[1]", 0), slope, 1e-10);
    const RkColumn *units = rk_column_unit(rk_table_find(made, "coef[1]"));
    assert_string_equal(units == NULL ? "" : rk_column_text(units, 0), unit);
}

/* R: coef(lm(c(1, 3, 5, 7.1) ~ c(2000, 2001, 2002, 2003))), coef(lm(c(7.58, 7.583, 7.584) ~ log(c(1960, 1965, 1967))));
 * lines through all points by hand. Leap years change nothing. */
static void test_slope_of_a_year(void **state)
{
    (void)state;
    static const char years[] = "t:time|y:number@u|u\n2000|1|PC\n2001|3|PC\n2002|5|PC\n2003|7.1|PC";
    assert_fit(years, "[{regression: y, on: t, params: true}]", -4059.02, 2.03, "PC_PER_YEAR");
    assert_fit("t:time|y:number\n2000|1\n2001|3\n2002|5\n2003|7",
               "[{regression: y, on: t, method: theilsen, params: true}]", -3999, 2, "PER_YEAR");
    assert_fit("t:time|y:number\n2000-Q1|1\n2000-Q2|3\n2000-Q3|5\n2000-Q4|7", "[{regression: y, on: t, params: true}]",
               1 - 8 * 2000, 8, "PER_YEAR");
    assert_fit("t:number|y:number@u|u\n2000|1|PC\n2001|3|PC\n2002|5|PC", "[{regression: y, on: t, params: true}]",
               -3999, 2, "");
    /* Before 1970, where moments have no logarithm. */
    assert_fit("t:time|y:number\n1960|7.58\n1965|7.583\n1967|7.584",
               "[{regression: y, on: t, method: log, params: true}]", -1.0065836233205, 1.1326934513556, "");
}

static void test_rows_in_any_order(void **state)
{
    (void)state;
    static const char forward[] = "x:number|y:number\n0.1|0.3\n0.7|0.2\n1.3|1.9\n2.9|0.77\n3.1|3.3\n3.1|1e-3";
    static const char backward[] = "x:number|y:number\n3.1|1e-3\n3.1|3.3\n2.9|0.77\n1.3|1.9\n0.7|0.2\n0.1|0.3";
    static const char *const steps[] = {"[{regression: y, on: x, method: poly, order: 2, interval: confidence}]",
                                        "[{regression: y, on: x, method: robust, params: true}]",
                                        "[{loess: y, on: x}]",
                                        "[{density: y, cumulative: true, steps: 7}]",
                                        "[{spline: y, on: x, method: steffen}]",
                                        "[{spline: y, on: x, method: smoothing, df: 3}]"};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        GError *error = NULL;
        g_autoptr(RkTable) there = apply_steps(forward, steps[i], NULL, &error);
        assert_null(error);
        g_autofree char *text = table_text(there);
        assert_makes(backward, steps[i], text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_coefficients),
        cmocka_unit_test(test_filip),
        cmocka_unit_test(test_r_squared),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_intervals),
        cmocka_unit_test(test_curves),
        cmocka_unit_test(test_smooth),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_splines),
        cmocka_unit_test(test_slope_of_a_year),
        cmocka_unit_test(test_rows_in_any_order),
    };
    return cmocka_run_group_tests_name("regression transforms", tests, watch_gsl, NULL);
}

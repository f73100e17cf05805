/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves and lines through points. Oracles: the npm package vega-statistics, scipy's theilslopes, NIST's certificate
 * for Filip.
 */
#include "stats-sample.h"

#include "../oracle/stats-theil-sen.h"
#include "../oracle/stats-vega.h"
#include "stats-column.h"
#include "stats-nist.h"
#include "stats/smooth.h"
#include "stats/theil-sen.h"
#include "stats/trend.h"

static double above_x[SAMPLE_COUNT], above_y[SAMPLE_COUNT];

static int fill(void **state)
{
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        above_x[i] = sample_x[i] + 8;
        above_y[i] = sample_y[i] + 6;
    }
    return watch_gsl(state);
}

/* Coefficients, R², the value at 3.3. Vega solves normal equations and adds up means one value at a time, so its own
 * last digits are lost. */
static void assert_trend(const double *x, const double *y, RkTrendKind kind, guint order, const double *expected)
{
    RkTrend trend;
    RkStatsReason reason;
    assert_true(rk_stats_trend(x, y, SAMPLE_COUNT, kind, order, &trend, &reason));
    gsize terms = trend.order + 1;
    assert_column(trend.coefficients, expected, terms, 2e-12);
    assert_close_within(trend.r_squared, expected[terms], 1e-12);
    assert_close_within(rk_stats_trend_predict(&trend, 3.3), expected[terms + 1], 1e-12);
    assert_int_equal(trend.count, SAMPLE_COUNT);
}

static void test_vega(void **state)
{
    (void)state;
    assert_trend(sample_x, sample_y, RK_TREND_LINEAR, 0, linear);
    assert_trend(above_x, above_y, RK_TREND_LOG, 0, log_);
    assert_trend(above_x, above_y, RK_TREND_EXP, 0, exp_);
    assert_trend(above_x, above_y, RK_TREND_POW, 0, pow_);
    assert_trend(sample_x, sample_y, RK_TREND_QUAD, 0, quad);
    assert_trend(sample_x, sample_y, RK_TREND_POLY, 3, cubic);
    assert_trend(sample_x, sample_y, RK_TREND_POLY, 1, linear);
}

/* The polynomial that no solver of the plain powers can find. */
static void test_filip(void **state)
{
    (void)state;
    RkTrend trend;
    assert_true(rk_stats_trend(filip_x, filip_y, FILIP_ROWS, RK_TREND_POLY, 10, &trend, NULL));
    assert_column(trend.coefficients, filip_coefficients, 11, 1e-12);
    assert_close_within(trend.r_squared, 0.996727416185620, 1e-12);
}

static void test_trend_edges(void **state)
{
    (void)state;
    RkTrend trend;
    RkStatsReason reason;
    const double tenths[] = {0.1, 0.1, 0.1}, holes[] = {1, NAN, 3};
    assert_true(rk_stats_trend(sample_x, sample_y, 3, RK_TREND_POLY, 0, &trend, NULL));
    assert_close(rk_stats_trend_predict(&trend, -99), (1.9042 - 4.2217 + 9.3308) / 3);
    assert_true(rk_stats_trend(sample_x, tenths, 3, RK_TREND_LINEAR, 0, &trend, NULL));
    assert_missing(trend.r_squared);
    assert_close(trend.coefficients[0], 0.1);
    assert_true(rk_stats_trend(holes, sample_x, 3, RK_TREND_LOG, 0, &trend, NULL));
    assert_int_equal(trend.count, 2);
    assert_missing(rk_stats_trend_predict(&trend, 0));
    assert_missing(rk_stats_trend_predict(&trend, NAN));
    const struct {
        const double *x, *y;
        gsize count;
        RkTrendKind kind;
        guint order;
        RkStatsReason reason;
    } refused[] = {
        {sample_x, sample_y, 1, RK_TREND_LINEAR, 0, RK_STATS_TOO_FEW},
        {sample_x, sample_y, 0, RK_TREND_POLY, 0, RK_STATS_TOO_FEW},
        {sample_x, sample_y, 4, RK_TREND_POLY, 4, RK_STATS_TOO_FEW},
        {sample_x, sample_y, 12, RK_TREND_POLY, 17, RK_STATS_BAD_ARGUMENT},
        {sample_x, sample_y, 12, (RkTrendKind)9, 1, RK_STATS_BAD_ARGUMENT},
        {tenths, sample_y, 3, RK_TREND_LINEAR, 0, RK_STATS_CONSTANT},
        {sample_x, sample_y, 12, RK_TREND_LOG, 0, RK_STATS_NOT_POSITIVE},
        {sample_x, sample_y, 12, RK_TREND_EXP, 0, RK_STATS_NOT_POSITIVE},
        {(double[]){1, INFINITY}, sample_y, 2, RK_TREND_LINEAR, 0, RK_STATS_NOT_FINITE},
        {(double[]){1, 1, 2}, sample_y, 3, RK_TREND_QUAD, 0, RK_STATS_ILL_CONDITIONED},
    };
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++) {
        assert_false(rk_stats_trend(refused[i].x, refused[i].y, refused[i].count, refused[i].kind, refused[i].order,
                                    &trend, &reason));
        assert_int_equal(reason, refused[i].reason);
        assert_missing(rk_stats_trend_predict(&trend, 1));
    }
    const char *const expected[] = {"linear", "log", "exp", "pow", "quad", "poly"};
    RkTrendKind kind;
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        assert_true(rk_trend_find(expected[i], &kind));
        assert_int_equal(kind, i);
        assert_string_equal(rk_trend_names()[i], expected[i]);
    }
    assert_false(rk_trend_find("spline", &kind));
}

static void assert_line(const double *x, const double *y, double level, const double *expected)
{
    RkTheilSen line;
    assert_true(rk_stats_theil_sen(x, y, SAMPLE_COUNT, level, &line, NULL));
    const double numbers[] = {line.slope.value, line.slope.low, line.slope.high, line.intercept};
    assert_column(numbers, expected, 4, 1e-12);
}

static void test_theil_sen(void **state)
{
    (void)state;
    double x[SAMPLE_COUNT], y[SAMPLE_COUNT];
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        x[i] = rint(sample_x[i] / 3);
        y[i] = rint(sample_y[i] / 4);
    }
    assert_line(sample_x, sample_y, 0.95, plain);
    assert_line(sample_x, sample_y, 0.5, narrow);
    assert_line(x, y, 0.9, ties);
    RkTheilSen line;
    RkStatsReason reason;
    assert_true(rk_stats_theil_sen((double[]){-1e308, 1e308}, (double[]){-1e308, 1e308}, 2, 0.95, &line, &reason));
    assert_true(line.slope.value == 1 && line.slope.low == 1);
    assert_false(rk_stats_theil_sen(sample_x, sample_y, 1, 0.95, &line, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_theil_sen((double[]){2, 2}, sample_y, 2, 0.95, &line, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_false(rk_stats_theil_sen(sample_x, sample_y, 5, 0, &line, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_theil_sen((double[]){1, INFINITY}, sample_y, 2, 0.95, &line, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_missing(line.slope.value);
    g_autofree double *many = g_new(double, 9000);
    for (int i = 0; i < 9000; i++)
        many[i] = i;
    assert_false(rk_stats_theil_sen(many, many, 9000, 0.95, &line, &reason));
    assert_int_equal(reason, RK_STATS_TOO_MANY);
}

static void assert_loess(const double *x, const double *y, gsize count, double bandwidth, const double *expected,
                         gsize expected_count)
{
    RkCurvePoint points[64];
    gsize used;
    assert_true(rk_stats_loess(x, y, count, bandwidth, points, &used, NULL));
    assert_int_equal(used, expected_count);
    /* Three rounds of fits, each with sums that Vega adds up in other units. */
    assert_column(&points[0].x, expected, 2 * used, 1e-10);
}

static void test_loess(void **state)
{
    (void)state;
    gsize count = G_N_ELEMENTS(loess_x);
    assert_loess(loess_x, loess_y, count, 0.3, loess_third, G_N_ELEMENTS(loess_third) / 2);
    assert_loess(loess_x, loess_y, count, 1, loess_all, G_N_ELEMENTS(loess_all) / 2);
    assert_loess(loess_x, loess_y, count, 0, loess_least, G_N_ELEMENTS(loess_least) / 2);
    assert_loess(sample_x, sample_y, SAMPLE_COUNT, 0.5, loess_sample, SAMPLE_COUNT);
    double x[64], y[64];
    for (gsize i = 0; i < count; i++) {
        x[i] = loess_x[(i * 17 + 5) % count];
        y[i] = loess_y[(i * 17 + 5) % count];
    }
    assert_loess(x, y, count, 0.3, loess_third, G_N_ELEMENTS(loess_third) / 2);
}

static void test_loess_edges(void **state)
{
    (void)state;
    RkCurvePoint points[4];
    gsize used;
    RkStatsReason reason;
    const double x[] = {2, NAN, 1, 2}, y[] = {4, 3, 1, 6};
    assert_true(rk_stats_loess(x, y, 4, 1, points, &used, NULL));
    assert_int_equal(used, 2);
    assert_close(points[1].y, 5);
    assert_true(rk_stats_loess((double[]){3, 3}, (double[]){1, 2}, 2, 0.3, points, &used, NULL));
    assert_int_equal(used, 1);
    assert_close(points[0].y, 1.5);
    assert_false(rk_stats_loess(x, y, 1, 1, points, &used, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_loess(x, y, 4, 1.1, points, &used, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_loess((double[]){1, INFINITY}, y, 2, 1, points, &used, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_int_equal(used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vega),      cmocka_unit_test(test_filip), cmocka_unit_test(test_trend_edges),
        cmocka_unit_test(test_theil_sen), cmocka_unit_test(test_loess), cmocka_unit_test(test_loess_edges),
    };
    return cmocka_run_group_tests(tests, fill, NULL);
}

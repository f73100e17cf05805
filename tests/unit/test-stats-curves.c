/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves and lines through points. Oracles: the npm package vega-statistics, scipy's theilslopes, R's
 * splinefun() and smooth.spline(), rational arithmetic.
 */
#include "stats-sample.h"

#include "../oracle/stats-curves.h"
#include "../oracle/stats-spline.h"
#include "../oracle/stats-theil-sen.h"
#include "../oracle/stats-vega.h"
#include "stats-column.h"
#include "support-near.h"
#include "stats/smooth.h"
#include "stats/spline.h"
#include "stats/theil-sen.h"

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

static void assert_spline(const RkSpline *spline, const double *places, const double *expected, gsize count,
                          double tolerance)
{
    assert_non_null(spline);
    for (gsize i = 0; i < count; i++)
        assert_close_within(rk_spline_at(spline, places[i]), expected[i], tolerance);
}

static void test_splines(void **state)
{
    (void)state;
    g_autoptr(RkSpline) cubic = rk_stats_spline(sample_x, sample_y, SAMPLE_COUNT, RK_SPLINE_CUBIC, NULL);
    g_autoptr(RkSpline) akima = rk_stats_spline(sample_x, sample_y, SAMPLE_COUNT, RK_SPLINE_AKIMA, NULL);
    g_autoptr(RkSpline) steffen = rk_stats_spline(sample_x, sample_y, SAMPLE_COUNT, RK_SPLINE_STEFFEN, NULL);
    /* Two points are 1e-4 apart: the curve swings a thousand times as far as the values, and digits go with it. */
    assert_spline(cubic, spline_at, natural_at, G_N_ELEMENTS(spline_at), 1e-10);
    assert_spline(akima, akima_places, akima_values, G_N_ELEMENTS(akima_places), 1e-12);
    assert_spline(steffen, steffen_places, steffen_values, G_N_ELEMENTS(steffen_places), 1e-12);
    assert_true(rk_spline_first(akima) == -7.1203 && rk_spline_last(akima) == 19.0043);
    assert_missing(rk_spline_at(akima, -7.12031));
    assert_missing(rk_spline_at(akima, 19.00431));
    assert_missing(rk_spline_at(akima, NAN));
}

/* Steffen's curve stays between the points on both sides of each place, also where they end. */
static void test_steffen_stays_between(void **state)
{
    (void)state;
    const double x[] = {0, 1, 2, 3, 4, 5}, y[] = {0, 10, 10.5, 2, 2, -40};
    g_autoptr(RkSpline) steffen = rk_stats_spline(x, y, 6, RK_SPLINE_STEFFEN, NULL);
    for (int i = 0; i < 500; i++) {
        double value = rk_spline_at(steffen, i / 100.0), a = y[i / 100], b = y[i / 100 + 1];
        assert_true(value >= fmin(a, b) - 1e-12 && value <= fmax(a, b) + 1e-12);
    }
}

static void assert_smooth(double degrees_of_freedom, const double *expected)
{
    g_autoptr(RkSpline) spline = rk_stats_smoothing_spline(sample_x, sample_y, SAMPLE_COUNT, degrees_of_freedom, NULL);
    assert_non_null(spline);
    /* Two of the points are 4e-6 of the whole apart, and the trace loses digits with their second differences. */
    for (gsize i = 0; i < SAMPLE_COUNT; i++)
        assert_near(rk_spline_at(spline, sorted_x[i]), expected[i], 1e-9);
}

static void test_smoothing(void **state)
{
    (void)state;
    assert_smooth(rough_freedom[0], rough_fit);
    assert_smooth(middle_freedom[0], middle_fit);
    assert_smooth(line_freedom[0], line_fit);
    /* R integrates with 0.333 in the place of a third. */
    g_autoptr(RkSpline) by_r = rk_stats_smoothing_spline(sample_x, sample_y, SAMPLE_COUNT, smooth_df[0], NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(spline_at); i++)
        assert_near(rk_spline_at(by_r, spline_at[i]), smooth_at[i], 1e-3);
    const double shared_x[] = {4, 2, 1, 6, 2, 5, 2, 3, 4}, shared_y[] = {9, 4, 2, 8, 7, 6, 1, 3, 5};
    const double places[] = {1, 2, 3, 4, 5, 6};
    g_autoptr(RkSpline) shared = rk_stats_smoothing_spline(shared_x, shared_y, 9, shared_freedom[0], NULL);
    assert_spline(shared, places, shared_fit, 6, 1e-12);
    /* At both ends of the scale: a line by least squares, and a curve through all points. */
    const double x[] = {0, 1, 2, 3}, y[] = {1, 0, 4, 3}, ends[] = {0, 3}, line[] = {0.5, 3.5};
    g_autoptr(RkSpline) flat = rk_stats_smoothing_spline(x, y, 4, 2 + 1e-12, NULL);
    assert_spline(flat, ends, line, 2, 1e-10);
    g_autoptr(RkSpline) through = rk_stats_smoothing_spline(x, y, 4, 4, NULL);
    assert_spline(through, x, y, 4, 1e-15);
}

static void test_spline_edges(void **state)
{
    (void)state;
    RkStatsReason reason;
    const double x[] = {3, NAN, 1, 2, 1}, y[] = {5, 9, 1, NAN, 3}, infinite[] = {1, INFINITY, 2, 3, 4};
    /* Missing values are left out, points of one x are one: a line from (1, 2) to (3, 5). */
    g_autoptr(RkSpline) line = rk_stats_spline(x, y, 5, RK_SPLINE_CUBIC, NULL);
    assert_close(rk_spline_at(line, 2), 3.5);
    assert_close(rk_spline_at(line, 1), 2);
    assert_null(rk_stats_spline(x, y, 5, RK_SPLINE_STEFFEN, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_null(rk_stats_spline(sample_x, sample_y, 4, RK_SPLINE_AKIMA, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_int_equal(rk_spline_least(RK_SPLINE_AKIMA), 5);
    assert_null(rk_stats_spline(x, y, 0, RK_SPLINE_CUBIC, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_null(rk_stats_spline(sample_x, infinite, 5, RK_SPLINE_CUBIC, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_null(rk_stats_smoothing_spline(infinite, sample_y, 5, 3, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_null(rk_stats_smoothing_spline(sample_x, sample_y, 2, 3, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    const double wrong[] = {2, 12.5, -1, NAN};
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        assert_null(rk_stats_smoothing_spline(sample_x, sample_y, SAMPLE_COUNT, wrong[i], &reason));
        assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    }
    assert_null(rk_stats_spline(x, y, 5, (RkSplineKind)9, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_theil_sen),    cmocka_unit_test(test_loess),
        cmocka_unit_test(test_loess_edges),  cmocka_unit_test(test_splines),
        cmocka_unit_test(test_smoothing),    cmocka_unit_test(test_steffen_stays_between),
        cmocka_unit_test(test_spline_edges),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

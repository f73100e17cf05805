/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Growth, index numbers, contributions, convergence. Oracle: R's arithmetic and lm(); small cases by hand.
 */
#include "stats-sample.h"

#include "../oracle/stats-growth.h"
#include "stats-column.h"
#include "stats/growth.h"

static double grow(const double *times, const double *values, gsize count, RkStatsReason expected)
{
    double result;
    RkStatsReason reason;
    assert_true(rk_stats_cagr(times, values, count, &result, &reason) == (expected == RK_STATS_OK));
    assert_int_equal(reason, expected);
    return result;
}

static void test_cagr(void **state)
{
    (void)state;
    const double times[] = {2012, 2001, 2005, 2000, 2013}, values[] = {14.29, 7.61, 900, NAN, NAN};
    assert_close(grow(times, values, 5, RK_STATS_OK), cagr[0]);
    assert_close(grow((double[]){0, 2}, (double[]){1, 1.21}, 2, RK_STATS_OK), 0.1);
    /* Half a rounding step in two years: the digits of the difference survive. */
    assert_close(grow((double[]){0, 2}, (double[]){1, 1 + 0x1p-50}, 2, RK_STATS_OK), 0x1p-51);
    assert_close(grow((double[]){0, 400}, (double[]){1e-300, 1e300}, 2, RK_STATS_OK), pow(10, 1.5) - 1);
    assert_true(grow((double[]){0, 2}, (double[]){5, 0}, 2, RK_STATS_OK) == -1);
    assert_missing(grow((double[]){0, 2}, (double[]){0, 5}, 2, RK_STATS_NOT_POSITIVE));
    assert_missing(grow((double[]){0, 2}, (double[]){5, -5}, 2, RK_STATS_NOT_POSITIVE));
    assert_missing(grow((double[]){0, 2}, (double[]){5, INFINITY}, 2, RK_STATS_NOT_FINITE));
    assert_missing(grow((double[]){2, 2}, (double[]){5, 6}, 2, RK_STATS_TOO_FEW));
    assert_missing(grow(times, only_missing, 3, RK_STATS_TOO_FEW));
    assert_missing(grow(NULL, NULL, 0, RK_STATS_TOO_FEW));
}

static void test_arrays(void **state)
{
    (void)state;
    const double values[] = {4, 5, NAN, -2, 3, 0, 7}, base[] = {-4, 0, INFINITY, NAN};
    double result[7];
    assert_true(rk_stats_growth(values, 7, 1, result, NULL));
    assert_column(result, ((double[]){NAN, 0.25, NAN, NAN, NAN, -1, NAN}), 7, 0);
    assert_true(rk_stats_growth(values, 7, 4, result, NULL));
    assert_column(result, ((double[]){NAN, NAN, NAN, NAN, -0.25, -1, NAN}), 7, 0);
    RkStatsReason reason;
    assert_false(rk_stats_growth(values, 7, 0, result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_true(rk_stats_index(values, 7, 0, result, NULL));
    assert_column(result, ((double[]){100, 125, NAN, -50, 75, 0, 175}), 7, 0);
    const RkStatsReason reasons[] = {RK_STATS_OK, RK_STATS_ZERO_TOTAL, RK_STATS_NOT_FINITE, RK_STATS_TOO_FEW,
                                     RK_STATS_BAD_ARGUMENT};
    for (gsize i = 0; i < 5; i++) {
        assert_true(rk_stats_index(base, 4, i, result, &reason) == (i == 0));
        assert_int_equal(reason, reasons[i]);
        assert_true(isnan(result[0]) == (i > 0));
    }
}

static void test_contributions(void **state)
{
    (void)state;
    double result[3];
    RkStatsReason reason;
    assert_true(rk_stats_contributions((double[]){10, 6, 4}, (double[]){12, 5, 4}, 3, result, &reason));
    assert_column(result, ((double[]){0.1, -0.05, 0}), 3, 1e-15);
    assert_true(rk_stats_contributions((double[]){-10, 5}, (double[]){-9, 5}, 2, result, &reason));
    assert_column(result, ((double[]){0.2, 0}), 2, 1e-15);
    assert_false(rk_stats_contributions((double[]){-5, 5}, (double[]){1, 2}, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_ZERO_TOTAL);
    assert_false(rk_stats_contributions((double[]){-5, NAN}, (double[]){1, 2}, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_contributions((double[]){1, 1}, (double[]){1, INFINITY}, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_missing(result[0]);
}

static const double first[] = {NAN, 7.61, 12.83, 21.07, 33.92, 9.44, 18.55, 41.3, 5};
static const double last[] = {3, 14.29, 19.66, 27.81, 38.17, 20.03, 24.4, 47.95, NAN};

static void test_beta(void **state)
{
    (void)state;
    RkBetaConvergence result;
    RkStatsReason reason;
    assert_true(rk_stats_beta_convergence(first, last, 9, 11, &result, &reason));
    assert_column(&result.intercept, beta_fit, 6, 1e-12);
    assert_close(result.speed, beta_speed[0]);
    assert_close(result.half_life, beta_speed[1]);
    assert_int_equal(result.count, 7);
    assert_false(rk_stats_beta_convergence(first, last, 9, 0, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_beta_convergence(first, last, 3, 11, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_missing(result.beta);
    assert_false(rk_stats_beta_convergence((double[]){1, 2, 0}, (double[]){1, 2, 3}, 3, 11, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_POSITIVE);
    assert_false(rk_stats_beta_convergence((double[]){2, 2, 2}, (double[]){1, 2, 3}, 3, 11, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
}

static void test_sigma(void **state)
{
    (void)state;
    /* An eighth country that enters later must not count. */
    double panel[32], spread[4];
    for (int time = 0; time < 4; time++) {
        memcpy(panel + 8 * time, sigma_panel + 7 * time, 7 * sizeof(double));
        panel[8 * time + 7] = time < 2 ? NAN : 500;
    }
    RkSigmaConvergence result;
    RkStatsReason reason;
    const double times[] = {2001, 2004, 2009, 2012};
    assert_true(rk_stats_sigma_convergence(panel, times, 4, 8, spread, &result, &reason));
    assert_column(spread, sigma_spread, 4, 1e-12);
    assert_column(&result.slope, sigma_fit, 4, 1e-12);
    assert_int_equal(result.count, 4);
    assert_true(rk_stats_sigma_convergence(panel, times, 2, 8, spread, &result, &reason));
    assert_missing(result.p_value);
    assert_false(rk_stats_sigma_convergence(panel, times, 1, 8, spread, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    panel[3] = 0;
    assert_false(rk_stats_sigma_convergence(panel, times, 4, 8, spread, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_POSITIVE);
    assert_missing(spread[3]);
}

static void test_denominate(void **state)
{
    (void)state;
    assert_true(rk_stats_denominate(3, 8, 1) == 0.375);
    assert_true(rk_stats_denominate(3, 8, 100) == 37.5);
    assert_true(rk_stats_denominate(-3, 8, 1) == -0.375);
    assert_missing(rk_stats_denominate(3, 0, 1));
    assert_missing(rk_stats_denominate(3, -8, 1));
    assert_missing(rk_stats_denominate(NAN, 8, 1));
    assert_missing(rk_stats_denominate(3, NAN, 1));
    assert_missing(rk_stats_denominate(1e308, 1e-10, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_denominate), cmocka_unit_test(test_cagr),
                                       cmocka_unit_test(test_arrays),     cmocka_unit_test(test_contributions),
                                       cmocka_unit_test(test_beta),       cmocka_unit_test(test_sigma)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

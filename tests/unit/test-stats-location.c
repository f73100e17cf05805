/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compacting, sums, means, median, extremes. Oracles: R 4.2.2, and exact arithmetic by hand where a comment says so.
 */
#include "stats-sample.h"

#include <float.h>

#include "stats/array.h"
#include "stats/location.h"

static void test_compact(void **state)
{
    (void)state;
    double scratch[SAMPLE_COUNT + 3];
    assert_int_equal(rk_stats_compact(sample_holes, SAMPLE_COUNT + 3, scratch), SAMPLE_COUNT);
    assert_memory_equal(scratch, sample_x, sizeof sample_x);
    assert_int_equal(rk_stats_compact(scratch, SAMPLE_COUNT, scratch), SAMPLE_COUNT);
    assert_memory_equal(scratch, sample_x, sizeof sample_x);
    assert_int_equal(rk_stats_compact(only_missing, 3, scratch), 0);
    assert_int_equal(rk_stats_compact(NULL, 0, scratch), 0);
    assert_int_equal(rk_stats_count(sample_holes, SAMPLE_COUNT + 3), SAMPLE_COUNT);
}

static void test_sort(void **state)
{
    (void)state;
    double values[] = {3, NAN, -0.5, INFINITY, 3, -INFINITY, 2};
    assert_int_equal(rk_stats_sort(values, 7, values), 6);
    assert_memory_equal(values, ((double[]){-INFINITY, -0.5, 2, 3, 3, INFINITY}), 6 * sizeof *values);
    assert_int_equal(rk_stats_sort(values, 6, values), 6);
    assert_memory_equal(values, ((double[]){-INFINITY, -0.5, 2, 3, 3, INFINITY}), 6 * sizeof *values);
    assert_int_equal(rk_stats_sort(only_missing, 3, values), 0);
    assert_int_equal(rk_stats_sort(NULL, 0, values), 0);
}

static void test_sum(void **state)
{
    (void)state;
    assert_missing(rk_stats_sum(NULL, 0));
    assert_missing(rk_stats_sum(only_missing, 3));
    /* By hand: the small parts survive the great ones. */
    assert_true(rk_stats_sum((double[]){1, 1e100, 1, -1e100}, 4) == 2);
    assert_true(rk_stats_sum((double[]){1e16, 1, NAN, 1, -1e16}, 5) == 2);
    /* A tenth as a double is 3602879701896397 / 2^55; ten of them round to 1. */
    assert_true(rk_stats_sum((double[]){.1, .1, .1, .1, .1, .1, .1, .1, .1, .1}, 10) == 1);
    assert_true(rk_stats_sum((double[]){1, INFINITY, 2}, 3) == INFINITY);
    assert_true(rk_stats_sum((double[]){-DBL_MAX, -DBL_MAX}, 2) == -INFINITY);
    assert_missing(rk_stats_sum((double[]){INFINITY, -INFINITY}, 2));
}

static void test_mean(void **state)
{
    (void)state;
    /* R: mean(x), median(x) */
    assert_close(rk_stats_mean(sample_x, SAMPLE_COUNT), 4.2641416666666663);
    assert_close(rk_stats_mean(sample_holes, SAMPLE_COUNT + 3), 4.2641416666666663);
    assert_close(rk_stats_median(sample_holes, SAMPLE_COUNT + 3), 3.4130000000000003);
    assert_missing(rk_stats_mean(NULL, 0));
    assert_missing(rk_stats_mean(only_missing, 3));
    assert_true(rk_stats_mean((double[]){-7.1203}, 1) == -7.1203);
    assert_true(rk_stats_mean((double[]){DBL_MAX, DBL_MAX}, 2) == DBL_MAX);
    assert_true(rk_stats_mean((double[]){INFINITY, 1}, 2) == INFINITY);
}

static void test_median(void **state)
{
    (void)state;
    assert_missing(rk_stats_median(NULL, 0));
    assert_missing(rk_stats_median(only_missing, 3));
    assert_true(rk_stats_median((double[]){NAN, 2.385}, 2) == 2.385);
    assert_true(rk_stats_median((double[]){5.5, -1.25}, 2) == 2.125);
    assert_true(rk_stats_median((double[]){3, 1, NAN, 2, 5, 4}, 6) == 3);
    assert_true(rk_stats_median((double[]){DBL_MAX, DBL_MAX / 2}, 2) == DBL_MAX * 0.75);
    double values[] = {3, 1, 2};
    rk_stats_median(values, 3);
    assert_true(values[0] == 3 && values[1] == 1 && values[2] == 2);
}

static void test_extremes(void **state)
{
    (void)state;
    assert_true(rk_stats_min(sample_holes, SAMPLE_COUNT + 3) == -7.1203);
    assert_true(rk_stats_max(sample_holes, SAMPLE_COUNT + 3) == 19.0043);
    assert_missing(rk_stats_min(only_missing, 3));
    assert_missing(rk_stats_max(NULL, 0));
    assert_true(rk_stats_max((double[]){-3, -2}, 2) == -2);
}

static void assert_no_weighted_mean(const double *values, const double *weights, gsize count, RkStatsReason expected)
{
    double mean = 1;
    RkStatsReason reason = RK_STATS_OK;
    assert_false(rk_stats_weighted_mean(values, weights, count, &mean, &reason));
    assert_missing(mean);
    assert_int_equal(reason, expected);
    assert_false(rk_stats_weighted_mean(values, weights, count, &mean, NULL));
}

static void test_weighted_mean(void **state)
{
    (void)state;
    double weights[SAMPLE_COUNT], mean;
    RkStatsReason reason;
    for (int i = 0; i < SAMPLE_COUNT; i++)
        weights[i] = fabs(sample_y[i]);
    /* R: weighted.mean(x, abs(y)) */
    assert_true(rk_stats_weighted_mean(sample_x, weights, SAMPLE_COUNT, &mean, &reason));
    assert_close(mean, 8.2045353528827345);
    assert_int_equal(reason, RK_STATS_OK);
    /* By hand: (2·10 + 3·20) / 5; the pair with a missing side is left out. */
    assert_true(rk_stats_weighted_mean((double[]){10, NAN, 20, 7}, (double[]){2, 9, 3, NAN}, 4, &mean, NULL));
    assert_true(mean == 16);
    assert_true(rk_stats_weighted_mean((double[]){1e300, 3e300}, (double[]){1e300, 1e300}, 2, &mean, NULL));
    assert_close(mean, 2e300);
    assert_no_weighted_mean(NULL, NULL, 0, RK_STATS_TOO_FEW);
    assert_no_weighted_mean(only_missing, sample_x, 3, RK_STATS_TOO_FEW);
    assert_no_weighted_mean(sample_x, sample_y, SAMPLE_COUNT, RK_STATS_NEGATIVE_WEIGHT);
    assert_no_weighted_mean(sample_x, (double[]){0, 0}, 2, RK_STATS_ZERO_WEIGHT);
    assert_no_weighted_mean(sample_x, (double[]){1, INFINITY}, 2, RK_STATS_NOT_FINITE);
    assert_no_weighted_mean((double[]){INFINITY}, (double[]){1}, 1, RK_STATS_NOT_FINITE);
}

static void test_reasons(void **state)
{
    (void)state;
    assert_string_equal(rk_stats_reason_describe(RK_STATS_TOO_FEW), "too few values");
    assert_string_equal(rk_stats_reason_describe(RK_STATS_ZERO_WEIGHT), "weights that add up to zero");
    assert_string_equal(rk_stats_reason_describe((RkStatsReason)99), "an unknown reason");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compact),       cmocka_unit_test(test_sort),    cmocka_unit_test(test_sum),
        cmocka_unit_test(test_mean),          cmocka_unit_test(test_median),  cmocka_unit_test(test_extremes),
        cmocka_unit_test(test_weighted_mean), cmocka_unit_test(test_reasons),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bootstrap intervals. Oracle: package boot of R for given replicates; the draws themselves must not depend on threads.
 */
#include "stats-sample.h"

#include "../oracle/stats-bootstrap.h"
#include "stats-column.h"
#include "stats/bootstrap.h"
#include "stats/correlation.h"
#include "stats/location.h"
#include "stats/spread.h"

static void test_intervals(void **state)
{
    (void)state;
    double copy[1000];
    memcpy(copy, replicates, sizeof replicates);
    copy[997] = copy[998] = copy[999] = NAN;
    RkBootstrap result;
    rk_stats_bootstrap_intervals(copy, 1000, 4.321, jackknife, 12, 0.9, &result);
    assert_int_equal(result.used, 997);
    assert_column(result.percentile, percentile, 2, 1e-12);
    assert_column(result.accelerated, accelerated, 2, 1e-12);
    assert_column(&result.z0, corrections, 2, 1e-12);
    assert_column(&result.bias, moments, 2, 1e-12);
    /* All on one side: the corrected interval has no value. */
    rk_stats_bootstrap_intervals(copy, 997, -99, jackknife, 12, 0.9, &result);
    assert_missing(result.accelerated[0]);
    assert_false(isnan(result.percentile[0]));
    rk_stats_bootstrap_intervals(copy, 997, 4.321, (double[]){3, 3, 3}, 3, 0.9, &result);
    assert_missing(result.accelerated[1]);
}

static RkBootstrap draw(double (*statistic)(const double *, gsize), guint threads, guint64 seed)
{
    RkBootstrapOptions options = {1999, 0.95, seed, threads};
    RkBootstrap result;
    RkStatsReason reason;
    assert_true(rk_stats_bootstrap_column(statistic, sample_holes, SAMPLE_COUNT + 3, &options, &result, &reason));
    assert_int_equal(reason, RK_STATS_OK);
    return result;
}

static void test_threads(void **state)
{
    (void)state;
    RkBootstrap one = draw(rk_stats_median, 1, 42), other = draw(rk_stats_median, 1, 43);
    for (guint threads = 0; threads < 20; threads += 3) {
        RkBootstrap many = draw(rk_stats_median, threads, 42);
        assert_memory_equal(&one, &many, sizeof one);
    }
    assert_true(one.bias != other.bias);
}

/* The mean has a known standard error, √((n−1)/n)·s/√n, and no bias: 2,000 replicates come within a few percent. */
static void test_mean(void **state)
{
    (void)state;
    RkBootstrap result = draw(rk_stats_mean, 2, 7);
    double error = rk_stats_standard_error(sample_x, SAMPLE_COUNT) * sqrt(11.0 / 12);
    assert_close(result.estimate, rk_stats_mean(sample_x, SAMPLE_COUNT));
    assert_close_within(result.standard_error, error, 0.06);
    assert_true(fabs(result.bias) < 4 * error / sqrt(1999));
    assert_close_within(result.percentile[1] - result.percentile[0], 2 * 1.96 * error, 0.1);
    assert_true(result.accelerated[0] < result.estimate && result.estimate < result.accelerated[1]);
}

static double correlate(const guint32 *rows, gsize count, gconstpointer user)
{
    const double *const *pair = user;
    g_autofree double *x = g_new(double, count), *y = g_new(double, count);
    for (gsize i = 0; i < count; i++) {
        x[i] = pair[0][rows[i]];
        y[i] = pair[1][rows[i]];
    }
    RkCorrelation result;
    rk_stats_pearson(x, y, count, &result, NULL);
    return result.coefficient;
}

static double only_original(const guint32 *rows, gsize count, gconstpointer user)
{
    (void)user;
    for (gsize i = 0; i < count; i++) {
        if (rows[i] != i)
            return NAN;
    }
    return 1;
}

static void test_rows(void **state)
{
    (void)state;
    const double *pair[] = {sample_x, sample_y};
    RkBootstrapOptions options = {999, 0.95, 1, 0};
    RkBootstrap result;
    RkStatsReason reason;
    assert_true(rk_stats_bootstrap(correlate, SAMPLE_COUNT, pair, &options, &result, &reason));
    assert_close(result.estimate, 0.87659718675960363);
    assert_true(result.percentile[0] > 0 && result.percentile[1] < 1);
    assert_false(rk_stats_bootstrap(only_original, SAMPLE_COUNT, NULL, &options, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_missing(result.estimate);
}

static void test_refusals(void **state)
{
    (void)state;
    RkBootstrapOptions options = {999, 0.95, 1, 1}, few = {1, 0.95, 1, 1}, level = {999, 1, 1, 1};
    RkBootstrap result;
    RkStatsReason reason;
    assert_false(rk_stats_bootstrap_column(rk_stats_mean, sample_x, 12, &few, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_bootstrap_column(rk_stats_mean, sample_x, 12, &level, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_bootstrap_column(rk_stats_mean, sample_x, 1, &options, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_bootstrap_column(rk_stats_mean, only_missing, 3, &options, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_bootstrap_column(rk_stats_mean, (double[]){1, INFINITY}, 2, &options, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_missing(result.percentile[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_intervals), cmocka_unit_test(test_threads),
                                       cmocka_unit_test(test_mean), cmocka_unit_test(test_rows),
                                       cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

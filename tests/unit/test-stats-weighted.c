/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighted, trimmed and robust statistics. Oracle: R and its package robustbase.
 */
#include "stats-sample.h"

#include "../oracle/stats-weighted.h"
#include "stats-column.h"
#include "stats/location.h"
#include "stats/spread.h"
#include "stats/weighted.h"

static const double weights[SAMPLE_COUNT] = {1.25, 0.5, 3, 2.125, 0.75, 1, 4.5, 0.375, 2, 1.5, 0.625, 1.75};
static const double times[SAMPLE_COUNT] = {3, 1, 2, 5, 1, 4, 2, 1, 3, 2, 1, 6};
static const double shares[] = {0, 0.1, 0.25, 0.5, 0.7, 0.9, 1};

static double variance(const double *values, const double *by, gsize count, RkWeights kind)
{
    double result;
    RkStatsReason reason;
    assert_true(rk_stats_weighted_variance(values, by, count, kind, &result, &reason) == (reason == RK_STATS_OK));
    assert_true(isnan(result) == (reason != RK_STATS_OK));
    return result;
}

static void test_mean_and_variance(void **state)
{
    (void)state;
    double mean;
    assert_true(rk_stats_weighted_mean(sample_x, weights, SAMPLE_COUNT, &mean, NULL));
    assert_close(mean, mean_weighted[0]);
    assert_close(variance(sample_x, weights, SAMPLE_COUNT, RK_WEIGHTS_POPULATION), variance_weighted[0]);
    assert_close(variance(sample_x, weights, SAMPLE_COUNT, RK_WEIGHTS_RELIABILITY), variance_weighted[1]);
    assert_close(variance(sample_x, times, SAMPLE_COUNT, RK_WEIGHTS_FREQUENCY), variance_counted[0]);
    assert_close(variance(sample_x, NULL, SAMPLE_COUNT, RK_WEIGHTS_RELIABILITY), rk_stats_variance(sample_x, 12));
    assert_missing(variance(sample_x, weights, 1, RK_WEIGHTS_RELIABILITY));
    assert_missing(variance(sample_x, NULL, 1, RK_WEIGHTS_FREQUENCY));
    assert_true(variance(sample_x, weights, 1, RK_WEIGHTS_POPULATION) == 0);
    const double tenths[] = {0.1, 0.1, 0.1};
    assert_true(variance(tenths, weights, 3, RK_WEIGHTS_RELIABILITY) == 0);
    assert_missing(variance((double[]){-1e300, 1e300}, weights, 2, RK_WEIGHTS_RELIABILITY));
}

static void test_weighted_shape(void **state)
{
    (void)state;
    double result, third, fourth, scaled[SAMPLE_COUNT];
    RkStatsReason reason;
    assert_true(rk_stats_weighted_skewness(sample_x, weights, SAMPLE_COUNT, RK_MOMENTS_POPULATION, &third, NULL));
    assert_true(rk_stats_weighted_kurtosis(sample_x, weights, SAMPLE_COUNT, RK_MOMENTS_POPULATION, &fourth, NULL));
    assert_close(third, shape_weighted[0]);
    assert_close(fourth, shape_weighted[1]);
    for (int i = 0; i < SAMPLE_COUNT; i++)
        scaled[i] = weights[i] * 1024;
    assert_true(rk_stats_weighted_skewness(sample_x, scaled, SAMPLE_COUNT, RK_MOMENTS_POPULATION, &result, NULL));
    assert_true(result == third);
    for (int i = 0; i < 3; i++) {
        RkMomentDefinition definition = (RkMomentDefinition)(i + 1);
        assert_true(rk_stats_weighted_skewness(sample_x, times, SAMPLE_COUNT, definition, &result, NULL));
        assert_close(result, skewness_counted[i]);
        assert_true(rk_stats_weighted_kurtosis(sample_x, times, SAMPLE_COUNT, definition, &result, NULL));
        assert_close(result, kurtosis_counted[i]);
        assert_true(rk_stats_weighted_kurtosis(sample_x, NULL, SAMPLE_COUNT, definition, &result, NULL));
        assert_close(result, rk_stats_kurtosis_by(sample_x, SAMPLE_COUNT, definition));
    }
    const double huge[] = {-1e300, 0, 3e300};
    assert_true(rk_stats_weighted_kurtosis(huge, NULL, 3, RK_MOMENTS_POPULATION, &result, NULL));
    assert_false(rk_stats_weighted_skewness((double[]){4, 4}, NULL, 2, RK_MOMENTS_POPULATION, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_missing(result);
    assert_false(rk_stats_weighted_skewness(sample_x, NULL, 2, RK_MOMENTS_UNBIASED, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_weighted_kurtosis(sample_x, NULL, 3, RK_MOMENTS_STDEV, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_weighted_kurtosis(sample_x, NULL, 9, (RkMomentDefinition)7, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_weighted_skewness(sample_x, (double[]){1, -1}, 2, RK_MOMENTS_POPULATION, &result, &reason));
    assert_int_equal(reason, RK_STATS_NEGATIVE_WEIGHT);
}

static void test_quantiles(void **state)
{
    (void)state;
    for (int i = 0; i < 7; i++) {
        double share = i == 4 ? 0.75 : shares[i], quantile;
        assert_true(rk_stats_weighted_quantile(sample_x, times, SAMPLE_COUNT, shares[i], &quantile, NULL));
        assert_true(quantile == quantiles_counted[i]);
        /* A weight of 0.1 is not a tenth in doubles, and must not miss a place. */
        double tenth[SAMPLE_COUNT];
        for (int k = 0; k < SAMPLE_COUNT; k++)
            tenth[k] = 0.1;
        assert_true(rk_stats_weighted_quantile(sample_x, tenth, SAMPLE_COUNT, share, &quantile, NULL));
        assert_close(quantile, quantiles_equal[i]);
    }
}

static void refuse(const double *values, const double *by, gsize count, double share, RkStatsReason expected)
{
    double result = 7;
    RkStatsReason reason = RK_STATS_OK;
    assert_false(rk_stats_weighted_quantile(values, by, count, share, &result, &reason));
    assert_int_equal(reason, expected);
    assert_missing(result);
}

static void test_refusals(void **state)
{
    (void)state;
    refuse(sample_x, weights, 12, 1.5, RK_STATS_BAD_ARGUMENT);
    refuse(sample_x, weights, 12, NAN, RK_STATS_BAD_ARGUMENT);
    refuse(sample_x, weights, 0, 0.5, RK_STATS_TOO_FEW);
    refuse(only_missing, weights, 3, 0.5, RK_STATS_TOO_FEW);
    refuse(sample_x, (double[]){1, -1}, 2, 0.5, RK_STATS_NEGATIVE_WEIGHT);
    refuse(sample_x, (double[]){0, 0}, 2, 0.5, RK_STATS_ZERO_WEIGHT);
    refuse((double[]){1, INFINITY}, weights, 2, 0.5, RK_STATS_NOT_FINITE);
}

static void test_trimmed(void **state)
{
    (void)state;
    const double cuts[] = {0.1, 0.25, 0.3, 0.5};
    for (int i = 0; i < 4; i++) {
        assert_close(rk_stats_trimmed_mean(sample_holes, SAMPLE_COUNT + 3, cuts[i]), trimmed[i]);
        if (i < 3)
            assert_close(rk_stats_winsorised_mean(sample_holes, SAMPLE_COUNT + 3, cuts[i]), winsorised[i]);
    }
    assert_close(rk_stats_winsorised_mean(sample_x, SAMPLE_COUNT, 0.5), trimmed[3]);
    assert_close(rk_stats_trimmed_mean(sample_x, SAMPLE_COUNT, 0), rk_stats_mean(sample_x, SAMPLE_COUNT));
    assert_missing(rk_stats_trimmed_mean(sample_x, SAMPLE_COUNT, 0.51));
    assert_missing(rk_stats_trimmed_mean(sample_x, SAMPLE_COUNT, NAN));
    assert_missing(rk_stats_winsorised_mean(only_missing, 3, 0.1));
}

static void test_shape(void **state)
{
    (void)state;
    for (int kind = 1; kind <= 3; kind++) {
        assert_close(rk_stats_skewness_by(sample_holes, SAMPLE_COUNT + 3, (RkMomentDefinition)kind),
                     skewness[kind - 1]);
        assert_close(rk_stats_kurtosis_by(sample_holes, SAMPLE_COUNT + 3, (RkMomentDefinition)kind),
                     kurtosis[kind - 1]);
    }
    assert_missing(rk_stats_skewness_by(sample_x, SAMPLE_COUNT, (RkMomentDefinition)4));
    assert_missing(rk_stats_kurtosis_by(sample_x, SAMPLE_COUNT, (RkMomentDefinition)0));
    assert_missing(rk_stats_kurtosis_by(sample_x, 1, RK_MOMENTS_STDEV));
    assert_true(fabs(rk_stats_skewness_by(sample_x, 2, RK_MOMENTS_POPULATION)) < 1e-15);
}

static void test_robust_scale(void **state)
{
    (void)state;
    double longer[41];
    for (int i = 0; i < 41; i++)
        longer[i] = (i + 1) * 17 % 43 + sin(i + 1);
    const gsize counts[] = {12, 2, 5, 9, 41};
    for (int i = 0; i < 5; i++) {
        const double *values = i == 4 ? longer : sample_x;
        /* The packages print the factors for consistency and for small samples with as many digits as the authors did.
         */
        assert_close_within(rk_stats_sn(values, counts[i]), sn[i], 1e-3);
        assert_close_within(rk_stats_qn(values, counts[i]), qn[i], 1e-3);
    }
    assert_missing(rk_stats_sn(sample_x, 1));
    assert_missing(rk_stats_qn(only_missing, 3));
    assert_missing(rk_stats_qn((double[]){1, INFINITY}, 2));
    assert_true(rk_stats_qn((double[]){2, 2, 2}, 3) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weighted_shape), cmocka_unit_test(test_mean_and_variance), cmocka_unit_test(test_shape),
        cmocka_unit_test(test_quantiles),      cmocka_unit_test(test_refusals),          cmocka_unit_test(test_trimmed),
        cmocka_unit_test(test_shape),          cmocka_unit_test(test_robust_scale),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

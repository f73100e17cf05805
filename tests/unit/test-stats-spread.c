/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scatter and shape. Oracles: R 4.2.2, and NIST's univariate sets NumAcc1 to NumAcc4, whose certified values hold
 * exactly.
 */
#include "stats-sample.h"

#include "stats/location.h"
#include "stats/spread.h"

static void test_sample(void **state)
{
    (void)state;
    const double *x = sample_holes;
    gsize n = SAMPLE_COUNT + 3;
    /* R: var(x), sd(x), sd(x)/sqrt(12), mad(x, constant = 1), diff(range(x)), IQR(x), sd(x)/mean(x), var(x)*11/12 */
    assert_close(rk_stats_variance(x, n), 49.669939564469701);
    assert_close(rk_stats_stdev(x, n), 7.0476903709278904);
    assert_close(rk_stats_standard_error(x, n), 2.0344929664101756);
    assert_close(rk_stats_mad(x, n), 4.1920000000000002);
    assert_close(rk_stats_range(x, n), 26.1246);
    assert_close(rk_stats_interquartile_range(x, n), 8.1394750000000009);
    assert_close(rk_stats_coefficient_of_variation(x, n), 1.6527805410454759);
    assert_close(rk_stats_variance_population(x, n), 45.530777934097223);
    assert_close(rk_stats_stdev_population(x, n), sqrt(45.530777934097223));
}

static void test_shape(void **state)
{
    (void)state;
    /* R, with mk <- mean((x - mean(x))^k): sqrt(n*(n-1))/(n-2)*m3/m2^1.5 and
     * (n-1)/((n-2)*(n-3))*((n+1)*(m4/m2^2-3)+6) */
    assert_close(rk_stats_skewness(sample_holes, SAMPLE_COUNT + 3), 0.52047608122072886);
    assert_close(rk_stats_kurtosis(sample_holes, SAMPLE_COUNT + 3), 0.58406613204705371);
    /* By hand for 1 2 3 4 10: m2 = 10, m3 = 36, m4 = 278.8. */
    const double values[] = {1, 2, 3, 4, 10};
    assert_close(rk_stats_skewness(values, 5), sqrt(20.0) / 3 * 36 / (10 * sqrt(10.0)));
    assert_close(rk_stats_kurtosis(values, 5), 4.0 / 6 * (6 * (278.8 / 100 - 3) + 6));
    assert_true(rk_stats_skewness((double[]){-2.25, 0.5, 3.25}, 3) == 0);
}

/* Symmetric decimals have no skewness, whatever their rounding leaves; what is there stays. By hand, in fractions. */
static void test_symmetric(void **state)
{
    (void)state;
    double values[25];
    for (guint i = 0; i < 25; i++)
        values[i] = (double)(2 * i + 1) / 10;
    assert_true(rk_stats_skewness(values, 25) == 0);
    assert_true(rk_stats_skewness((double[]){1000.1, 1000.2, 1000.3}, 3) == 0);
    assert_close_within(rk_stats_skewness((double[]){-1, 0, 1.0000001}, 3), 1.499999925e-7, 1e-8);
    assert_close_within(rk_stats_skewness((double[]){1000.1, 1000.2, 1000.3001}, 3), 0.00149925, 1e-6);
}

/* `count` values: a first one, then the two neighbours in turn. */
static double numacc_stdev(double first, double low, double high, gsize count)
{
    g_autofree double *values = g_new(double, count);
    values[0] = first;
    for (gsize i = 1; i < count; i++)
        values[i] = i % 2 ? low : high;
    return rk_stats_stdev(values, count);
}

static void test_numacc(void **state)
{
    (void)state;
    assert_true(rk_stats_stdev((double[]){10000001, 10000003, 10000002}, 3) == 1);
    assert_close(numacc_stdev(1.2, 1.1, 1.3, 1001), 0.1);
    /* The values themselves carry only so many digits of the 0.1 between them. */
    assert_close_within(numacc_stdev(1000000.2, 1000000.1, 1000000.3, 1001), 0.1, 1e-9);
    assert_close_within(numacc_stdev(10000000.2, 10000000.1, 10000000.3, 1001), 0.1, 1e-7);
}

typedef double (*Statistic)(const double *values, gsize count);

/* Each statistic with the least number of values that it has an answer for. */
static const struct {
    Statistic function;
    gsize least;
} statistics[] = {
    {rk_stats_variance, 2},
    {rk_stats_variance_population, 1},
    {rk_stats_stdev, 2},
    {rk_stats_stdev_population, 1},
    {rk_stats_standard_error, 2},
    {rk_stats_mad, 1},
    {rk_stats_range, 1},
    {rk_stats_interquartile_range, 1},
    {rk_stats_coefficient_of_variation, 2},
    {rk_stats_skewness, 3},
    {rk_stats_kurtosis, 4},
};

static void test_too_few(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(statistics); i++) {
        for (gsize count = 0; count <= 4; count++) {
            double values[7] = {NAN, NAN, NAN};
            memcpy(values + 3, sample_x, count * sizeof *values);
            double answer = statistics[i].function(values, count + 3);
            if (isnan(answer) != (count < statistics[i].least))
                fail_msg("statistic %u of %zu values is %g", i, count, answer);
        }
        assert_missing(statistics[i].function(NULL, 0));
        assert_missing(statistics[i].function((double[]){1, 2, INFINITY, 4, 5}, 5));
    }
}

static void test_constant(void **state)
{
    (void)state;
    /* The mean of three tenths is not a tenth in doubles: the scatter must be nothing all the same. */
    const double tenths[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    assert_true(rk_stats_variance(tenths, 7) == 0);
    assert_true(rk_stats_stdev_population(tenths, 7) == 0);
    assert_true(rk_stats_mad(tenths, 7) == 0);
    assert_true(rk_stats_coefficient_of_variation(tenths, 7) == 0);
    assert_missing(rk_stats_skewness(tenths, 7));
    assert_missing(rk_stats_kurtosis(tenths, 7));
    assert_missing(rk_stats_coefficient_of_variation((double[]){-1, 1}, 2));
    assert_missing(rk_stats_coefficient_of_variation((double[]){0, 0}, 2));
}

static void test_out_of_range(void **state)
{
    (void)state;
    /* The square of the scatter is beyond doubles: absent, not infinite. */
    const double values[] = {-1e300, 1e300, 0, 5};
    assert_missing(rk_stats_variance(values, 4));
    assert_missing(rk_stats_skewness(values, 4));
    assert_true(rk_stats_range(values, 4) == 2e300);
    assert_missing(rk_stats_range((double[]){-1.7e308, 1.7e308}, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),       cmocka_unit_test(test_shape),   cmocka_unit_test(test_symmetric),
        cmocka_unit_test(test_numacc),       cmocka_unit_test(test_too_few), cmocka_unit_test(test_constant),
        cmocka_unit_test(test_out_of_range),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

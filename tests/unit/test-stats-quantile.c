/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The nine quantiles. Oracle: R 4.2.2, quantile(x, p, type = t, names = FALSE).
 */
#include "stats-sample.h"

#include "stats/quantile.h"

static const double probabilities[] = {0, .05, .25, 1.0 / 3, .5, .77, .9, 1};

static const double expected[9][8] = {
    {-7.1203, -7.1203, -0.6127, 0.0317, 2.3851, 8.7264, 11.947, 19.0043},
    {-7.1203, -7.1203, -0.29050000000000004, 1.2083499999999998, 3.4130000000000003, 8.7264, 11.947, 19.0043},
    {-7.1203, -7.1203, -0.6127, 0.0317, 2.3851, 7.7713, 11.947, 19.0043},
    {-7.1203, -7.1203, -0.6127, 0.0317, 2.3851, 8.0005240000000004, 11.302880000000002, 19.0043},
    {-7.1203, -6.7421800000000003, -0.29050000000000004, 1.2083499999999998, 3.4130000000000003, 8.4780739999999994,
     14.064190000000004, 19.0043},
    {-7.1203, -7.1203, -0.4516, 0.8161333333333326, 3.4130000000000003, 8.7586060000000003, 16.887110000000007,
     19.0043},
    {-7.1203, -5.0406399999999998, -0.12940000000000002, 1.6005666666666651, 3.4130000000000003, 8.2201970000000006,
     11.62494, 19.0043},
    {-7.1203, -7.1203, -0.34420000000000012, 1.0776111111111093, 3.4129999999999985, 8.5640330000000002,
     15.005163333333336, 19.0043},
    {-7.1203, -7.1203, -0.33077500000000004, 1.1102958333333326, 3.4130000000000003, 8.5425432500000014,
     14.769920000000003, 19.0043},
};

static void test_sample(void **state)
{
    (void)state;
    for (guint type = 1; type <= 9; type++) {
        for (guint i = 0; i < G_N_ELEMENTS(probabilities); i++)
            assert_close(rk_stats_quantile(sample_holes, SAMPLE_COUNT + 3, probabilities[i], type),
                         expected[type - 1][i]);
    }
}

/* Places that fall on a value: R's answers for 1:10*1.1 at 0.3, where 0.3 × 10 is a little more than 3 in doubles. */
static void test_whole_places(void **state)
{
    (void)state;
    static const double answers[9] = {3.3, 3.85, 3.3, 3.3, 3.85, 3.6300000000000003, 4.07, 3.7766666666666664, 3.795};
    double values[10];
    for (int i = 0; i < 10; i++)
        values[i] = (10 - i) * 1.1;
    for (guint type = 1; type <= 9; type++)
        assert_close(rk_stats_quantile(values, 10, 0.3, type), answers[type - 1]);
}

static void test_few(void **state)
{
    (void)state;
    for (guint type = 1; type <= 9; type++) {
        assert_missing(rk_stats_quantile(NULL, 0, 0.5, type));
        assert_missing(rk_stats_quantile(only_missing, 3, 0.5, type));
        assert_true(rk_stats_quantile((double[]){NAN, 2.385}, 2, 0.77, type) == 2.385);
        assert_true(rk_stats_quantile((double[]){7.5, 2.5}, 2, 1, type) == 7.5);
        assert_true(rk_stats_quantile((double[]){7.5, 2.5}, 2, 0, type) == 2.5);
    }
}

static void test_refused(void **state)
{
    (void)state;
    assert_missing(rk_stats_quantile(sample_x, SAMPLE_COUNT, -0.001, 7));
    assert_missing(rk_stats_quantile(sample_x, SAMPLE_COUNT, 1.001, 7));
    assert_missing(rk_stats_quantile(sample_x, SAMPLE_COUNT, NAN, 7));
    assert_missing(rk_stats_quantile(sample_x, SAMPLE_COUNT, 0.5, 0));
    assert_missing(rk_stats_quantile(sample_x, SAMPLE_COUNT, 0.5, 10));
}

static void test_infinite(void **state)
{
    (void)state;
    const double values[] = {-INFINITY, 1, 2, INFINITY};
    assert_true(rk_stats_quantile(values, 4, 0.5, 7) == 1.5);
    assert_true(rk_stats_quantile(values, 4, 1, 7) == INFINITY);
    assert_true(rk_stats_quantile(values, 4, 0.9, 7) == INFINITY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),  cmocka_unit_test(test_whole_places), cmocka_unit_test(test_few),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_infinite),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inequality. Oracle: the definitions in rational arithmetic, logarithms with 50 digits.
 */
#include "stats-sample.h"

#include "../oracle/stats-inequality.h"
#include "stats-column.h"
#include "stats/inequality.h"

static const double values[] = {2.385, NAN, 11.947, 0.0317, 5.5501, 8.7264, 2.385, 19.0043, 0, 4.4409, 7.7713};
static const double weights[] = {1.25, 1, 0.5, 3, 2.125, 0.75, 1, 4.5, 0.375, 2, 1.5};
static const double positive[] = {2.385, NAN, 11.947, 0.0317, 5.5501, 8.7264, 2.385, 19.0043, 4.4409, 7.7713};
static const double positive_weights[] = {1.25, 1, 0.5, 3, 2.125, 0.75, 1, 4.5, 2, 1.5};

static double atkinson(const double *x, const double *w, gsize n, double epsilon)
{
    double result;
    assert_true(rk_stats_atkinson(x, w, n, epsilon, &result, NULL));
    return result;
}

static void assert_lorenz(const double *x, const double *w, gsize n, const double *expected, gsize expected_points)
{
    RkLorenzPoint points[12];
    gsize used;
    assert_true(rk_stats_lorenz(x, w, n, points, &used, NULL));
    assert_int_equal(used, expected_points);
    assert_column(&points[0].population, expected, 2 * used, 1e-12);
}

static void assert_all(const double *x, const double *w, gsize n, const double *gini, const double *theil,
                       const double *index)
{
    double result;
    assert_true(rk_stats_gini(x, w, n, &result, NULL));
    assert_close(result, gini[0]);
    assert_true(rk_stats_theil_t(x, w, n, &result, NULL));
    assert_close(result, theil[0]);
    assert_close(atkinson(x, w, n, 0.5), index[0]);
    assert_close(atkinson(x, w, n, 1), index[1]);
    assert_close(atkinson(x, w, n, 2), index[2]);
}

static void test_rational(void **state)
{
    (void)state;
    double result;
    assert_all(values, NULL, 11, plain_gini, plain_theil_t, plain_atkinson);
    assert_all(values, weights, 11, weighted_gini, weighted_theil_t, weighted_atkinson);
    assert_all(positive, positive_weights, 10, positive_gini, positive_theil_t, positive_atkinson);
    assert_true(rk_stats_theil_l(positive, positive_weights, 10, &result, NULL));
    assert_close(result, positive_theil_l[0]);
    assert_true(rk_stats_gini_unbiased(values, 11, &result, NULL));
    assert_close(result, plain_gini[1]);
    assert_true(rk_stats_herfindahl(values, 11, &result, NULL));
    assert_close(result, plain_herfindahl[0]);
    assert_true(rk_stats_herfindahl_normalised(values, 11, &result, NULL));
    assert_close(result, plain_herfindahl[1]);
    assert_lorenz(values, NULL, 11, plain_lorenz, 11);
    assert_lorenz(values, weights, 11, weighted_lorenz, 11);
    assert_lorenz(positive, positive_weights, 10, positive_lorenz, 10);
}

/* Neither the unit of the values, nor that of the weights, nor the order matters. */
static void test_scales(void **state)
{
    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        double x[11], w[11], gini, theil;
        for (int i = 0; i < 11; i++) {
            x[i] = ldexp(values[10 - i], sign * 1000);
            w[i] = ldexp(weights[10 - i], sign * 900);
        }
        assert_true(rk_stats_gini(x, w, 11, &gini, NULL));
        assert_close(gini, weighted_gini[0]);
        assert_true(rk_stats_theil_t(x, w, 11, &theil, NULL));
        assert_close(theil, weighted_theil_t[0]);
        assert_close(atkinson(x, w, 11, 0.5), weighted_atkinson[0]);
    }
}

static void test_ends(void **state)
{
    (void)state;
    const double equal[] = {0.1, 0.1, 0.1}, all[] = {0, 0, 0, 3};
    double result;
    assert_true(rk_stats_gini(equal, NULL, 3, &result, NULL) && result == 0);
    assert_true(rk_stats_theil_t(equal, NULL, 3, &result, NULL) && result == 0);
    assert_true(rk_stats_theil_l(equal, NULL, 3, &result, NULL) && result == 0);
    assert_true(rk_stats_herfindahl_normalised(equal, 3, &result, NULL) && result < 1e-15);
    assert_true(atkinson(equal, NULL, 3, 1) == 0);
    assert_true(rk_stats_gini(all, NULL, 4, &result, NULL) && result == 0.75);
    assert_true(rk_stats_gini_unbiased(all, 4, &result, NULL) && result == 1);
    assert_true(rk_stats_theil_t(all, NULL, 4, &result, NULL));
    assert_close(result, log(4));
    assert_true(rk_stats_herfindahl_normalised(all, 4, &result, NULL) && result == 1);
    assert_true(rk_stats_gini((double[]){5}, NULL, 1, &result, NULL) && result == 0);
}

typedef gboolean (*Measure)(const double *values, const double *weights, gsize count, double *result,
                            RkStatsReason *reason);

static void refuse(Measure measure, const double *x, const double *w, gsize n, RkStatsReason expected)
{
    double result = 7;
    RkStatsReason reason = RK_STATS_OK;
    assert_false(measure(x, w, n, &result, &reason));
    assert_int_equal(reason, expected);
    assert_missing(result);
}

static void test_refusals(void **state)
{
    (void)state;
    const Measure measures[] = {rk_stats_gini, rk_stats_theil_t, rk_stats_theil_l};
    for (int i = 0; i < 3; i++) {
        refuse(measures[i], values, NULL, 0, RK_STATS_TOO_FEW);
        refuse(measures[i], only_missing, NULL, 3, RK_STATS_TOO_FEW);
        refuse(measures[i], (double[]){1, -2}, NULL, 2, RK_STATS_NEGATIVE_VALUE);
        refuse(measures[i], (double[]){0, 0}, NULL, 2, RK_STATS_ZERO_TOTAL);
        refuse(measures[i], (double[]){1, INFINITY}, NULL, 2, RK_STATS_NOT_FINITE);
        refuse(measures[i], (double[]){1, 2}, (double[]){1, -2}, 2, RK_STATS_NEGATIVE_WEIGHT);
        refuse(measures[i], (double[]){1, 2}, (double[]){0, 0}, 2, RK_STATS_ZERO_WEIGHT);
    }
    refuse(rk_stats_theil_l, values, NULL, 11, RK_STATS_NOT_POSITIVE);
    double result;
    RkStatsReason reason;
    assert_false(rk_stats_atkinson(values, NULL, 11, 0, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_herfindahl_normalised((double[]){3}, 1, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_gini_unbiased((double[]){3}, 1, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    RkLorenzPoint points[3];
    gsize used = 7;
    assert_false(rk_stats_lorenz((double[]){1, -1}, NULL, 2, points, &used, &reason));
    assert_int_equal(reason, RK_STATS_NEGATIVE_VALUE);
    assert_int_equal(used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rational), cmocka_unit_test(test_scales),
                                       cmocka_unit_test(test_ends), cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

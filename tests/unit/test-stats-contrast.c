/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums of coefficients. Oracle: coef() and vcov() of R's lm().
 */
#include "stats-sample.h"

#include "../oracle/stats-contrast.h"
#include "stats-regression-sample.h"
#include "stats/contrast.h"

static void assert_contrast(const double *weights, gboolean intercept, const double *factors, const double *expected)
{
    RkStatsReason reason;
    g_auto(RkRegression) fit = {0};
    RkRegressionInput input = {sample_y, sample_predictors, 2, SAMPLE_COUNT, weights, intercept};
    assert_true(rk_stats_regress(&input, &fit, &reason));
    RkContrast contrast = rk_regression_contrast(&fit, factors, 0.9);
    assert_close(contrast.value, expected[0]);
    assert_close(contrast.standard_error, expected[1]);
    assert_close_within(contrast.p_value, expected[2], 1e-11);
    assert_close(contrast.low, expected[3]);
    assert_close(contrast.high, expected[4]);
}

static void test_against_r(void **state)
{
    (void)state;
    assert_contrast(NULL, TRUE, (const double[]){0, 1, -1}, difference);
    assert_contrast(sample_w, TRUE, (const double[]){1, 5, 2}, mean_at);
    assert_contrast(NULL, FALSE, (const double[]){2, 3}, without_intercept);
}

/* One coefficient alone is what the regression says of it. */
static void test_single(void **state)
{
    (void)state;
    g_auto(RkRegression) fit = {0};
    RkRegressionInput input = {sample_y, sample_predictors, 2, SAMPLE_COUNT, NULL, TRUE};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    for (gsize k = 0; k < 3; k++) {
        double factors[3] = {0};
        factors[k] = 1;
        RkContrast contrast = rk_regression_contrast(&fit, factors, 0.95);
        assert_close(contrast.standard_error, fit.standard_errors[k]);
        assert_close(contrast.p_value, fit.p_values[k]);
        assert_close(contrast.high, rk_regression_coefficient(&fit, k, 0.95).high);
    }
}

static void test_nothing_to_say(void **state)
{
    (void)state;
    static const double x[] = {1, 2}, y[] = {3, 5}, factors[] = {1, 10};
    const double *predictors[] = {x};
    g_auto(RkRegression) fit = {0};
    RkRegressionInput input = {y, predictors, 1, 2, NULL, TRUE};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    RkContrast contrast = rk_regression_contrast(&fit, factors, 0.95);
    assert_close(contrast.value, 21);
    assert_missing(contrast.standard_error);
    assert_missing(contrast.p_value);
    assert_missing(contrast.low);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_r), cmocka_unit_test(test_single),
                                       cmocka_unit_test(test_nothing_to_say)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

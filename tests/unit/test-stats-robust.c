/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Robust regression with every weight function. Oracle: the fixed point of the same definition in R. GSL's own loop,
 * which stops earlier, must agree to the digits that it has.
 */
#include "stats-sample.h"

#include <gsl/gsl_multifit.h>

#include "../oracle/stats-robust.h"
#include "stats-regression-sample.h"
#include "stats/regression.h"

typedef struct {
    RkRobustWeights weights;
    const gsl_multifit_robust_type *type;
    const double *coefficients, *errors, *scale, *last;
} Expected;

/* The sample with two gross errors. */
static double spoilt[SAMPLE_COUNT];

static RkRegressionInput spoilt_input(void)
{
    memcpy(spoilt, sample_y, sizeof spoilt);
    spoilt[2] = 49.3308;
    spoilt[7] = -31.7734;
    return (RkRegressionInput){spoilt, sample_predictors, 2, SAMPLE_COUNT, NULL, TRUE};
}

static void compare_with_gsl(const RkRegression *fit, const gsl_multifit_robust_type *type)
{
    gsl_matrix *x = gsl_matrix_alloc(SAMPLE_COUNT, 3), *covariance = gsl_matrix_alloc(3, 3);
    gsl_vector *y = gsl_vector_alloc(SAMPLE_COUNT), *c = gsl_vector_alloc(3);
    for (gsize i = 0; i < SAMPLE_COUNT; i++) {
        gsl_vector_set(y, i, spoilt[i]);
        gsl_matrix_set(x, i, 0, 1);
        gsl_matrix_set(x, i, 1, sample_x[i]);
        gsl_matrix_set(x, i, 2, sample_z[i]);
    }
    gsl_multifit_robust_workspace *work = gsl_multifit_robust_alloc(type, SAMPLE_COUNT, 3);
    gsl_multifit_robust_maxiter(500, work);
    gsl_multifit_robust(x, y, c, covariance, work);
    gsl_multifit_robust_stats stats = gsl_multifit_robust_statistics(work);
    for (gsize k = 0; k < 3; k++) {
        assert_close_within(fit->coefficients[k], gsl_vector_get(c, k), 1e-6);
        assert_close_within(fit->standard_errors[k], sqrt(gsl_matrix_get(covariance, k, k)), 1e-6);
    }
    assert_close_within(fit->residual_standard_error, stats.sigma, 1e-6);
    assert_close_within(fit->r_squared, stats.Rsq, 1e-6);
    assert_close_within(fit->adjusted_r_squared, stats.adj_Rsq, 1e-6);
    gsl_multifit_robust_free(work);
    gsl_matrix_free(x);
    gsl_matrix_free(covariance);
    gsl_vector_free(y);
    gsl_vector_free(c);
}

#define EXPECTED(name) name##_coefficients, name##_errors, name##_scale, name##_weights

static void test_weight_functions(void **state)
{
    (void)state;
    const Expected all[] = {{RK_ROBUST_BISQUARE, gsl_multifit_robust_bisquare, EXPECTED(bisquare)},
                            {RK_ROBUST_CAUCHY, gsl_multifit_robust_cauchy, EXPECTED(cauchy)},
                            {RK_ROBUST_FAIR, gsl_multifit_robust_fair, EXPECTED(fair)},
                            {RK_ROBUST_HUBER, gsl_multifit_robust_huber, EXPECTED(huber)},
                            {RK_ROBUST_OLS, gsl_multifit_robust_ols, EXPECTED(ols)},
                            {RK_ROBUST_WELSCH, gsl_multifit_robust_welsch, EXPECTED(welsch)}};
    RkRegressionInput input = spoilt_input();
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_auto(RkRegression) fit = {0};
        RkStatsReason reason;
        assert_true(rk_stats_regress_robust(&input, all[i].weights, 0, &fit, &reason));
        assert_int_equal(reason, RK_STATS_OK);
        assert_column(fit.coefficients, all[i].coefficients, 3, 1e-12);
        assert_column(fit.standard_errors, all[i].errors, 3, 1e-12);
        assert_close(fit.residual_standard_error, all[i].scale[0]);
        for (int row = 0; row < SAMPLE_COUNT; row++)
            assert_true(fabs(fit.weights[row] - all[i].last[row]) < 1e-12);
        compare_with_gsl(&fit, all[i].type);
    }
}

static void test_names(void **state)
{
    (void)state;
    RkRobustWeights weights;
    for (guint i = 0; rk_robust_names()[i] != NULL; i++) {
        assert_true(rk_robust_find(rk_robust_names()[i], &weights));
        assert_int_equal(weights, i);
    }
    assert_int_equal(g_strv_length((char **)rk_robust_names()), 6);
    assert_false(rk_robust_find("tukey", &weights));
}

static void refuse(const RkRegressionInput *input, RkRobustWeights weights, double tuning, RkStatsReason expected)
{
    g_auto(RkRegression) fit = {.count = 7};
    RkStatsReason reason = RK_STATS_OK;
    assert_false(rk_stats_regress_robust(input, weights, tuning, &fit, &reason));
    assert_int_equal(reason, expected);
    assert_null(fit.coefficients);
}

static void test_refusals(void **state)
{
    (void)state;
    RkRegressionInput input = spoilt_input();
    refuse(&input, (RkRobustWeights)17, 0, RK_STATS_BAD_ARGUMENT);
    refuse(&input, RK_ROBUST_HUBER, -1, RK_STATS_BAD_ARGUMENT);
    refuse(&input, RK_ROBUST_HUBER, NAN, RK_STATS_BAD_ARGUMENT);
    input.weights = sample_w;
    refuse(&input, RK_ROBUST_HUBER, 0, RK_STATS_BAD_ARGUMENT);
    input = spoilt_input();
    input.rows = 3;
    refuse(&input, RK_ROBUST_HUBER, 0, RK_STATS_TOO_FEW);
}

/* A line without scatter stays the line, and a level stays level. */
static void test_exact(void **state)
{
    (void)state;
    double line[SAMPLE_COUNT], level[SAMPLE_COUNT];
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        line[i] = 3 - 0.5 * sample_x[i];
        level[i] = 0.1;
    }
    for (guint i = 0; i < 6; i++) {
        RkRegressionInput input = {line, sample_predictors, 1, SAMPLE_COUNT, NULL, TRUE};
        g_auto(RkRegression) fit = {0}, flat = {0};
        assert_true(rk_stats_regress_robust(&input, (RkRobustWeights)i, 0, &fit, NULL));
        assert_close(fit.coefficients[0], 3);
        assert_close(fit.coefficients[1], -0.5);
        assert_true(fit.perfect);
        input.response = level;
        assert_true(rk_stats_regress_robust(&input, (RkRobustWeights)i, 0, &flat, NULL));
        assert_true(flat.coefficients[1] == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_weight_functions), cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_refusals), cmocka_unit_test(test_exact)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ordinary and weighted regression. Oracles: R's lm(), and NIST's certificates for Longley and Filip.
 */
#include "stats-sample.h"

#include "../oracle/stats-regression.h"
#include "stats-nist.h"
#include "stats-regression-sample.h"
#include "stats/regression.h"

typedef struct {
    const double *coefficients, *errors, *t, *p;
    const double *fit; /* residual standard error, R², adjusted R², F, p of F */
    const double *leverage, *cook, *residuals;
} Expected;

#define EXPECTED(name)                                                                                                 \
    {                                                                                                                  \
        name##_coefficients, name##_errors, name##_t, name##_p, name##_fit, name##_leverage, name##_cook,              \
            name##_residuals                                                                                           \
    }
static const Expected ordinary = EXPECTED(ordinary), weighted = EXPECTED(weighted), origin = EXPECTED(origin);

static void assert_fit(const RkRegressionInput *input, const Expected *expected)
{
    g_auto(RkRegression) fit = {0};
    RkStatsReason reason;
    assert_true(rk_stats_regress(input, &fit, &reason));
    assert_int_equal(reason, RK_STATS_OK);
    assert_int_equal(fit.parameters, input->intercept ? 3 : 2);
    assert_column(fit.coefficients, expected->coefficients, fit.parameters, 1e-12);
    assert_column(fit.standard_errors, expected->errors, fit.parameters, 1e-12);
    assert_column(fit.t_values, expected->t, fit.parameters, 1e-12);
    assert_column(fit.p_values, expected->p, fit.parameters, 1e-12);
    const double numbers[] = {fit.residual_standard_error, fit.r_squared, fit.adjusted_r_squared, fit.f_statistic,
                              fit.f_p_value};
    assert_column(numbers, expected->fit, 5, 1e-12);
    assert_column(fit.leverage, expected->leverage, SAMPLE_COUNT, 1e-12);
    /* A residual of R is a difference of rounded numbers a hundred times its size; Cook's distance has its square. */
    assert_column(fit.residuals, expected->residuals, SAMPLE_COUNT, 1e-12);
    assert_column(fit.cooks_distance, expected->cook, SAMPLE_COUNT, 1e-12);
    for (int i = 0; i < SAMPLE_COUNT; i++)
        assert_close(fit.fitted[i], input->response[i] - expected->residuals[i]);
    assert_false(fit.perfect);
}

static void test_ordinary(void **state)
{
    (void)state;
    RkRegressionInput input = sample_input();
    assert_fit(&input, &ordinary);
    g_auto(RkRegression) fit = {0};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    RkInterval x = rk_regression_coefficient(&fit, 1, 0.95), intercept = rk_regression_coefficient(&fit, 0, 0.99);
    assert_column(&x.low, ordinary_interval_x, 2, 1e-12);
    assert_column(&intercept.low, ordinary_interval_intercept, 2, 1e-12);
    RkInterval mean, next;
    rk_regression_predict(&fit, (double[]){3.3, -7.7}, 0.9, &mean, &next);
    assert_interval(mean, ordinary_mean);
    assert_interval(next, ordinary_next);
    rk_regression_predict(&fit, (double[]){3.3, NAN}, 0.9, &mean, NULL);
    assert_missing(mean.value);
    assert_missing(rk_regression_coefficient(&fit, 3, 0.9).value);
    assert_missing(rk_regression_coefficient(&fit, 0, 1).low);
    assert_missing(rk_regression_coefficient(&fit, 0, 0).high);
}

static void test_weighted(void **state)
{
    (void)state;
    RkRegressionInput input = sample_input();
    input.weights = sample_w;
    assert_fit(&input, &weighted);
    g_auto(RkRegression) fit = {0}, through_origin = {0};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    RkInterval mean, next;
    rk_regression_predict(&fit, (double[]){3.3, -7.7}, 0.95, &mean, &next);
    assert_interval(mean, weighted_mean);
    assert_interval(next, weighted_next);
    input.intercept = FALSE;
    assert_fit(&input, &origin);
    assert_true(rk_stats_regress(&input, &through_origin, NULL));
    rk_regression_predict(&through_origin, (double[]){3.3, -7.7}, 0.95, &mean, NULL);
    assert_interval(mean, origin_mean);
}

/* Rows with something missing, and rows of no weight, are as if they were not there. */
static void test_missing(void **state)
{
    (void)state;
    double y[16] = {NAN, 3, 4, 5}, x[16] = {1, NAN, 7, 8}, z[16] = {1, 1, 3, 9}, w[16] = {1, 2, NAN, 0};
    memcpy(y + 4, sample_y, sizeof sample_y);
    memcpy(x + 4, sample_x, sizeof sample_x);
    memcpy(z + 4, sample_z, sizeof sample_z);
    memcpy(w + 4, sample_w, sizeof sample_w);
    const double *columns[] = {x, z};
    RkRegressionInput input = {y, columns, 2, 16, w, TRUE};
    g_auto(RkRegression) fit = {0};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    assert_int_equal(fit.count, 12);
    assert_column(fit.coefficients, weighted_coefficients, 3, 1e-12);
    assert_column(fit.leverage + 4, weighted_leverage, 12, 1e-12);
    for (int i = 0; i < 4; i++) {
        assert_missing(fit.fitted[i]);
        assert_missing(fit.cooks_distance[i]);
    }
}

/* The numbers of the sample in other units give the same answers in other units. */
static void test_magnitudes(void **state)
{
    (void)state;
    static const double units[] = {1e-300, 1e-12, 1e150, 1e300};
    double y[SAMPLE_COUNT], x[SAMPLE_COUNT];
    for (guint u = 0; u < G_N_ELEMENTS(units); u++) {
        for (int i = 0; i < SAMPLE_COUNT; i++) {
            y[i] = sample_y[i] * units[u];
            x[i] = sample_x[i] * units[u];
        }
        const double *columns[] = {x, sample_z};
        RkRegressionInput input = {y, columns, 2, SAMPLE_COUNT, NULL, TRUE};
        g_auto(RkRegression) fit = {0};
        assert_true(rk_stats_regress(&input, &fit, NULL));
        assert_close(fit.coefficients[1], ordinary_coefficients[1]);
        assert_close(fit.coefficients[2] / units[u], ordinary_coefficients[2]);
        assert_close(fit.standard_errors[1], ordinary_errors[1]);
        assert_close(fit.r_squared, ordinary_fit[1]);
        assert_close(fit.f_p_value, ordinary_fit[4]);
    }
    /* A slope of 1e600. */
    for (int i = 0; i < SAMPLE_COUNT; i++)
        x[i] = sample_x[i] * 1e-300;
    RkRegressionInput beyond = {y, (const double *[]){x}, 1, SAMPLE_COUNT, NULL, TRUE};
    assert_refused(&beyond, RK_STATS_NOT_FINITE);
}

static void test_longley(void **state)
{
    (void)state;
    const double *columns[6];
    for (int k = 0; k < 6; k++)
        columns[k] = longley_x[k];
    RkRegressionInput input = {longley_y, columns, 6, LONGLEY_ROWS, NULL, TRUE};
    g_auto(RkRegression) fit = {0};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    assert_column(fit.coefficients, longley_coefficients, 7, 1e-12);
    assert_column(fit.standard_errors, longley_errors, 7, 1e-12);
    assert_close(fit.residual_standard_error, 304.854073561965);
    assert_close(fit.r_squared, 0.995479004577296);
    assert_close(fit.f_statistic, 330.285339234588);
}

/* Ten powers of one variable cannot be told apart in doubles: no digits rather than wrong ones. */
static void test_filip(void **state)
{
    (void)state;
    double powers[10][FILIP_ROWS];
    const double *columns[10];
    for (int k = 0; k < 10; k++) {
        columns[k] = powers[k];
        for (int i = 0; i < FILIP_ROWS; i++)
            powers[k][i] = pow(filip_x[i], k + 1);
    }
    RkRegressionInput input = {filip_y, columns, 10, FILIP_ROWS, NULL, TRUE};
    assert_refused(&input, RK_STATS_ILL_CONDITIONED);
}

static void test_refusals(void **state)
{
    (void)state;
    RkRegressionInput input = sample_input();
    input.rows = 2;
    assert_refused(&input, RK_STATS_TOO_FEW);
    input.rows = 0;
    assert_refused(&input, RK_STATS_TOO_FEW);
    input = sample_input();
    input.predictor_count = 0;
    assert_refused(&input, RK_STATS_BAD_ARGUMENT);
    input.predictor_count = 2;
    double copy[SAMPLE_COUNT], tenth[SAMPLE_COUNT], infinite[SAMPLE_COUNT], negative[SAMPLE_COUNT];
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        copy[i] = 3 * sample_x[i] - 0.1;
        tenth[i] = 0.1;
        infinite[i] = i == 5 ? INFINITY : i;
        negative[i] = i == 5 ? -1 : 1;
    }
    const double *twice[] = {sample_x, copy}, *constant[] = {sample_x, tenth}, *endless[] = {sample_x, infinite};
    input.predictors = twice;
    assert_refused(&input, RK_STATS_ILL_CONDITIONED);
    input.predictors = constant;
    assert_refused(&input, RK_STATS_CONSTANT);
    input.predictors = endless;
    assert_refused(&input, RK_STATS_NOT_FINITE);
    input = sample_input();
    input.weights = negative;
    assert_refused(&input, RK_STATS_NEGATIVE_WEIGHT);
}

/* As many rows as parameters: the line is exact, and nothing is known about its errors. */
static void test_without_freedom(void **state)
{
    (void)state;
    const double x[] = {2.385, -7.1203}, y[] = {1.9042, -4.2217}, equal[] = {0.1, 0.1, 0.1, 0.1};
    RkRegressionInput input = {y, (const double *[]){x}, 1, 2, NULL, TRUE};
    g_auto(RkRegression) fit = {0};
    assert_true(rk_stats_regress(&input, &fit, NULL));
    assert_close(fit.coefficients[1], (1.9042 + 4.2217) / (2.385 + 7.1203));
    assert_missing(fit.standard_errors[1]);
    assert_missing(fit.p_values[0]);
    assert_missing(fit.residual_standard_error);
    assert_missing(fit.adjusted_r_squared);
    assert_true(fit.perfect);
    /* A constant response has a slope of nothing and no R². */
    RkRegressionInput flat = {equal, (const double *[]){sample_x}, 1, 4, NULL, TRUE};
    g_auto(RkRegression) level = {0};
    assert_true(rk_stats_regress(&flat, &level, NULL));
    assert_true(level.coefficients[1] == 0);
    assert_close(level.coefficients[0], 0.1);
    assert_missing(level.r_squared);
    assert_true(level.perfect);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ordinary),   cmocka_unit_test(test_weighted),        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_magnitudes), cmocka_unit_test(test_longley),         cmocka_unit_test(test_filip),
        cmocka_unit_test(test_refusals),   cmocka_unit_test(test_without_freedom),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

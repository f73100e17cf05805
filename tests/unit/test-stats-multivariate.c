/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Principal components, Cronbach's alpha, kernel density. Oracle: R.
 */
#include "stats-sample.h"

#include "../oracle/stats-multivariate.h"
#include "../oracle/stats-smooth.h"
#include "stats-regression-sample.h"
#include "stats/multivariate.h"
#include "stats/smooth.h"

static const double *columns[] = {sample_x, sample_y, sample_z, sample_w};

static void compare_within(const char *what, const double *actual, const double *expected, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        if (!(fabs(actual[i] - expected[i]) <= 2e-13))
            fail_msg("%s[%zu] is %.17g, expected %.17g", what, i, actual[i], expected[i]);
    }
}

static void test_components(void **state)
{
    (void)state;
    g_auto(RkComponents) result = {0};
    RkStatsReason reason;
    assert_true(rk_stats_principal_components(columns, 4, SAMPLE_COUNT, &result, &reason));
    /* An eigenvalue is known to the roundings of the greatest one, a loading to those of one. */
    compare_within("eigenvalues", result.eigenvalues, eigenvalues, 4);
    compare_within("loadings", result.loadings, loadings, 16);
    compare_within("scores", result.scores, scores, 48);
    assert_close(result.shares[0] + result.shares[1] + result.shares[2] + result.shares[3], 1);
    /* In other units, and with a row that is not complete, nothing changes. */
    double large[SAMPLE_COUNT + 1], hole[3][SAMPLE_COUNT + 1];
    for (int i = 0; i < SAMPLE_COUNT; i++)
        large[i] = ldexp(sample_x[i], 400);
    large[12] = 7;
    for (int k = 0; k < 3; k++) {
        memcpy(hole[k], columns[k + 1], SAMPLE_COUNT * sizeof(double));
        hole[k][12] = k == 1 ? NAN : 3;
    }
    const double *others[] = {large, hole[0], hole[1], hole[2]};
    g_auto(RkComponents) again = {0};
    assert_true(rk_stats_principal_components(others, 4, SAMPLE_COUNT + 1, &again, NULL));
    assert_int_equal(again.count, 12);
    compare_within("loadings again", again.loadings, loadings, 16);
    compare_within("scores again", again.scores, scores, 48);
    assert_missing(again.scores[48]);
}

static void test_two_columns(void **state)
{
    (void)state;
    g_auto(RkComponents) result = {0};
    const double minus[] = {-1, -2}, plus[] = {1, 2}, *pair[] = {minus, plus};
    assert_true(rk_stats_principal_components(pair, 2, 2, &result, NULL));
    const double half = sqrt(0.5), expected[] = {half, half, -half, half};
    compare_within("loadings", result.loadings, expected, 4);
    compare_within("eigenvalues", result.eigenvalues, (double[]){2, 0}, 2);
    g_auto(RkComponents) single = {0};
    assert_true(rk_stats_principal_components(columns, 1, 5, &single, NULL));
    assert_true(single.loadings[0] == 1);
}

static void refuse(const double *const *these, gsize variables, gsize rows, RkStatsReason expected)
{
    g_auto(RkComponents) result = {.count = 7};
    RkStatsReason reason = RK_STATS_OK;
    assert_false(rk_stats_principal_components(these, variables, rows, &result, &reason));
    assert_int_equal(reason, expected);
    assert_null(result.loadings);
    assert_int_equal(result.count, 0);
}

static void test_refusals(void **state)
{
    (void)state;
    const double tenths[] = {0.1, 0.1, 0.1}, endless[] = {0, 1, INFINITY};
    refuse(columns, 0, 5, RK_STATS_TOO_FEW);
    refuse(columns, 4, 1, RK_STATS_TOO_FEW);
    refuse((const double *[]){sample_x, only_missing}, 2, 3, RK_STATS_TOO_FEW);
    refuse((const double *[]){sample_x, tenths}, 2, 3, RK_STATS_CONSTANT);
    refuse((const double *[]){sample_x, endless}, 2, 3, RK_STATS_NOT_FINITE);
    refuse(columns, RK_COMPONENTS_MOST_VARIABLES + 1, 5, RK_STATS_TOO_MANY);
}

static void test_alpha(void **state)
{
    (void)state;
    double result, y[SAMPLE_COUNT], w[SAMPLE_COUNT];
    RkStatsReason reason;
    assert_true(rk_stats_cronbach_alpha((const double *[]){sample_x, sample_y, sample_w}, 3, 12, &result, &reason));
    assert_close(result, alpha[0]);
    memcpy(y, sample_y, sizeof y);
    memcpy(w, sample_w, sizeof w);
    y[1] = y[6] = w[8] = NAN;
    assert_true(rk_stats_cronbach_alpha((const double *[]){sample_x, y, w}, 3, 12, &result, &reason));
    assert_close(result, alpha_pairwise[0]);
    assert_true(rk_stats_cronbach_alpha((const double *[]){sample_x, sample_x}, 2, 12, &result, &reason));
    assert_close(result, 1);
    assert_false(rk_stats_cronbach_alpha(columns, 1, 12, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_cronbach_alpha((const double *[]){sample_x, only_missing}, 2, 3, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    const double ones[] = {1, 1}, endless[] = {1, INFINITY};
    assert_false(rk_stats_cronbach_alpha((const double *[]){ones, ones}, 2, 2, &result, &reason));
    assert_int_equal(reason, RK_STATS_ZERO_TOTAL);
    assert_false(rk_stats_cronbach_alpha((const double *[]){ones, endless}, 2, 2, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_missing(result);
}

static void test_density(void **state)
{
    (void)state;
    const double at[] = {-20, -7.1203, 0, 2.4, 6.66, 31};
    double scott = rk_stats_bandwidth(sample_holes, SAMPLE_COUNT + 3, RK_BANDWIDTH_SCOTT), result[6];
    assert_close(scott, bandwidths[0]);
    assert_close(rk_stats_bandwidth(sample_x, SAMPLE_COUNT, RK_BANDWIDTH_SILVERMAN), bandwidths[1]);
    assert_true(rk_stats_density(sample_holes, SAMPLE_COUNT + 3, scott, at, 6, result, NULL));
    assert_column(result, density_scott, 6, 1e-12);
    assert_true(rk_stats_density(sample_x, SAMPLE_COUNT, 0.37, at, 6, result, NULL));
    /* Thirty-five deviations out the exponent is in the hundreds, and so is the number of lost roundings. */
    assert_column(result, density_narrow, 6, 1e-12);
    assert_true(rk_stats_density_cumulative(sample_x, SAMPLE_COUNT, 0.37, at, 6, result, NULL));
    assert_column(result, share_narrow, 6, 1e-12);
}

static void test_density_edges(void **state)
{
    (void)state;
    const double place[] = {0.1, NAN}, fives[] = {-5, -5, -5}, zeros[] = {0, 0};
    double result[2];
    RkStatsReason reason;
    assert_close(rk_stats_bandwidth(fives, 3, RK_BANDWIDTH_SCOTT), 1.06 * 5 * pow(3, -0.2));
    assert_close(rk_stats_bandwidth(zeros, 2, RK_BANDWIDTH_SILVERMAN), 0.9 * pow(2, -0.2));
    assert_close(rk_stats_bandwidth(sample_x, 1, RK_BANDWIDTH_SCOTT), 1.06 * 2.385);
    assert_missing(rk_stats_bandwidth(only_missing, 3, RK_BANDWIDTH_SCOTT));
    assert_true(rk_stats_density(zeros, 2, 1, place, 2, result, &reason));
    assert_missing(result[1]);
    assert_false(rk_stats_density(sample_x, 3, 0, place, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_missing(result[0]);
    assert_false(rk_stats_density(only_missing, 3, 1, place, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_density((double[]){INFINITY}, 1, 1, place, 2, result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_components), cmocka_unit_test(test_two_columns), cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_alpha),      cmocka_unit_test(test_density),     cmocka_unit_test(test_density_edges),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pearson, Spearman, Kendall with p-values. Oracle: R 4.2.2, r <- cor.test(x, y, method = …); r$estimate, r$p.value.
 * The longer series are multiples modulo a prime, which have no ties: (1:60) * 37 %% 61 and so on.
 */
#include "stats-sample.h"

#include <float.h>

#include "stats/correlation.h"

static const RkCorrelate methods[3] = {rk_stats_pearson, rk_stats_spearman, rk_stats_kendall};

typedef struct {
    double coefficient, p_value;
    RkPValueMethod method;
} Expected;

static void assert_correlation(RkCorrelate correlate, const double *x, const double *y, gsize count, Expected expected)
{
    RkCorrelation result;
    RkStatsReason reason = RK_STATS_TOO_FEW;
    assert_true(correlate(x, y, count, &result, &reason));
    assert_int_equal(reason, RK_STATS_OK);
    assert_close(result.coefficient, expected.coefficient);
    assert_close_within(result.p_value, expected.p_value, 5e-12);
    assert_int_equal(result.count, count);
    assert_int_equal(result.method, expected.method);
}

static void assert_all(const double *x, const double *y, gsize count, const Expected expected[3])
{
    for (int i = 0; i < 3; i++)
        assert_correlation(methods[i], x, y, count, expected[i]);
}

static void test_small(void **state)
{
    (void)state;
    double minus[9];
    for (int i = 0; i < 9; i++)
        minus[i] = -sample_y[i];
    assert_all(sample_x, sample_y, 12,
               (Expected[]){{0.87659718675960363, 0.00018255593811999164, RK_P_VALUE_T},
                            {0.83916083916083917, 0.0011918743865398027, RK_P_VALUE_EDGEWORTH},
                            {0.66666666666666663, 0.0018032758136925509, RK_P_VALUE_EXACT}});
    assert_all(sample_x, sample_y, 9,
               (Expected[]){{0.92332260292725976, 0.00038110508413535105, RK_P_VALUE_T},
                            {0.85, 0.0060736331569664903, RK_P_VALUE_EXACT},
                            {2.0 / 3, 0.012665343915343907, RK_P_VALUE_EXACT}});
    assert_all(sample_x, minus, 9,
               (Expected[]){{-0.92332260292725976, 0.00038110508413535105, RK_P_VALUE_T},
                            {-0.85, 0.0060736331569664903, RK_P_VALUE_EXACT},
                            {-2.0 / 3, 0.012665343915343907, RK_P_VALUE_EXACT}});
    assert_all(sample_x, sample_y, 5,
               (Expected[]){{0.9379325659488581, 0.018388418436934485, RK_P_VALUE_T},
                            {0.7, 0.23333333333333334, RK_P_VALUE_EXACT},
                            {0.6, 0.23333333333333334, RK_P_VALUE_EXACT}});
    assert_all(sample_x, sample_y, 3,
               (Expected[]){{0.99856184435023232, 0.034146809286657316, RK_P_VALUE_T},
                            {1, 1.0 / 3, RK_P_VALUE_EXACT},
                            {1, 1.0 / 3, RK_P_VALUE_EXACT}});
}

static void test_ties(void **state)
{
    (void)state;
    /* R: round(x / 3), round(y / 4) */
    const double x[] = {1, -2, 4, 0, 2, -1, 3, 1, 6, 0, 1, 3}, y[] = {0, -1, 2, 1, 1, -1, 3, 0, 4, 0, -1, 2};
    assert_all(x, y, 12,
               (Expected[]){{0.8912238088302763, 9.9658358356229091e-05, RK_P_VALUE_T},
                            {0.84894283302670737, 0.00047793048170035826, RK_P_VALUE_T},
                            {0.73973090305299516, 0.0017795939991396383, RK_P_VALUE_NORMAL}});
}

static double times_modulo(int i, int factor, int prime)
{
    return (double)(i * factor % prime);
}

static void test_longer(void **state)
{
    (void)state;
    double x[60], y[60];
    for (int i = 0; i < 60; i++) {
        x[i] = times_modulo(i + 1, 37, 61);
        y[i] = x[i] + 3 * times_modulo(i + 1, 23, 61);
    }
    assert_all(x, y, 60,
               (Expected[]){{0.2298489880756413, 0.077280608769855846, RK_P_VALUE_T},
                            {0.20828007779938876, 0.11019616912274094, RK_P_VALUE_EDGEWORTH},
                            {0.13559322033898305, 0.12584287878257158, RK_P_VALUE_NORMAL}});
    /* Kendall's p from cor.test(x, -y): for the upper tail R takes the difference from 1 and loses digits. */
    for (int i = 0; i < 49; i++) {
        x[i] = times_modulo(i + 1, 37, 53);
        y[i] = x[i] + sqrt(2) * times_modulo(i + 1, 23, 59);
    }
    assert_all(x, y, 49,
               (Expected[]){{0.60323623564711815, 4.4842143659853065e-06, RK_P_VALUE_T},
                            {0.603265306122449, 7.0933108632007524e-06, RK_P_VALUE_EDGEWORTH},
                            {0.51870748299319724, 3.178733146217138e-08, RK_P_VALUE_EXACT}});
}

static void test_long(void **state)
{
    (void)state;
    double x[1300], y[1300], z[1300];
    for (int i = 0; i < 1300; i++) {
        x[i] = times_modulo(i + 1, 577, 1301);
        y[i] = times_modulo(i + 1, 911, 1301);
        z[i] = x[i] / 8 + y[i];
    }
    assert_all(x, y, 1300,
               (Expected[]){{-0.0071700124356013492, 0.79619613830778813, RK_P_VALUE_T},
                            {-0.0071700124356013492, 0.79619613830778846, RK_P_VALUE_T},
                            {-0.0071700124356013492, 0.69856643304877786, RK_P_VALUE_NORMAL}});
    assert_all(x, z, 1300,
               (Expected[]){{0.11702340431183254, 2.3387786143116664e-05, RK_P_VALUE_T},
                            {0.11725602386564907, 2.2523176747544095e-05, RK_P_VALUE_T},
                            {0.079372298217563794, 1.811496269023479e-05, RK_P_VALUE_NORMAL}});
}

/* τ-b by looking at every pair, against the merge sort, over values with many ties. */
static void test_kendall_by_pairs(void **state)
{
    (void)state;
    double x[211], y[211];
    for (int count = 5; count <= 211; count += 7) {
        gint64 excess = 0, x_ties = 0, y_ties = 0, all = (gint64)count * (count - 1) / 2;
        for (int i = 0; i < count; i++) {
            x[i] = floor(times_modulo(i + 1, 71, 223) / 9);
            y[i] = floor(times_modulo(i + 1, 149, 227) / 23) + (i % 3 ? x[i] : 0);
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                int a = (x[i] > x[j]) - (x[i] < x[j]), b = (y[i] > y[j]) - (y[i] < y[j]);
                excess += a * b;
                x_ties += a == 0;
                y_ties += b == 0;
            }
        }
        RkCorrelation result;
        assert_true(rk_stats_kendall(x, y, (gsize)count, &result, NULL));
        assert_close(result.coefficient, (double)excess / sqrt((double)(all - x_ties) * (double)(all - y_ties)));
    }
}

static void test_missing_pairs(void **state)
{
    (void)state;
    const double x[] = {1.5, NAN, 2.25, 7, -3, 4.5}, y[] = {2, 5, NAN, 9, 1, 3};
    const double x_left[] = {1.5, 7, -3, 4.5}, y_left[] = {2, 9, 1, 3};
    for (int i = 0; i < 3; i++) {
        RkCorrelation holes, whole;
        assert_true(methods[i](x, y, 6, &holes, NULL));
        assert_true(methods[i](x_left, y_left, 4, &whole, NULL));
        assert_int_equal(holes.count, 4);
        assert_true(holes.coefficient == whole.coefficient);
        assert_true(holes.p_value == whole.p_value);
    }
}

static void assert_fails(RkCorrelate correlate, const double *x, const double *y, gsize count, RkStatsReason expected,
                         gsize expected_count)
{
    RkCorrelation result = {0.5, 0.5, 99, RK_P_VALUE_EXACT};
    RkStatsReason reason = RK_STATS_OK;
    assert_false(correlate(x, y, count, &result, &reason));
    assert_int_equal(reason, expected);
    assert_missing(result.coefficient);
    assert_missing(result.p_value);
    assert_int_equal(result.count, expected_count);
    assert_false(correlate(x, y, count, &result, NULL));
}

static void test_failures(void **state)
{
    (void)state;
    const double tenths[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    for (int i = 0; i < 3; i++) {
        assert_fails(methods[i], NULL, NULL, 0, RK_STATS_TOO_FEW, 0);
        assert_fails(methods[i], sample_x, sample_y, 1, RK_STATS_TOO_FEW, 1);
        assert_fails(methods[i], only_missing, sample_y, 3, RK_STATS_TOO_FEW, 0);
        assert_fails(methods[i], tenths, sample_y, 7, RK_STATS_CONSTANT, 7);
        assert_fails(methods[i], sample_x, tenths, 7, RK_STATS_CONSTANT, 7);
    }
    assert_fails(rk_stats_pearson, sample_x, sample_y, 2, RK_STATS_TOO_FEW, 2);
    assert_fails(rk_stats_pearson, (double[]){1, 2, INFINITY}, sample_y, 3, RK_STATS_NOT_FINITE, 3);
    assert_fails(rk_stats_pearson, (double[]){-DBL_MAX, 2, DBL_MAX, DBL_MAX}, sample_y, 4, RK_STATS_NOT_FINITE, 4);
    /* Ranks do not mind. */
    assert_correlation(rk_stats_spearman, (double[]){1, 2, INFINITY}, (double[]){1, 2, 3}, 3,
                       (Expected){1, 1.0 / 3, RK_P_VALUE_EXACT});
    assert_correlation(rk_stats_kendall, (double[]){1, 2, INFINITY}, (double[]){1, 2, 3}, 3,
                       (Expected){1, 1.0 / 3, RK_P_VALUE_EXACT});
}

static void test_two_pairs(void **state)
{
    (void)state;
    /* Of two permutations one is as extreme in either direction. */
    assert_correlation(rk_stats_spearman, sample_x, sample_y, 2, (Expected){1, 1, RK_P_VALUE_EXACT});
    assert_correlation(rk_stats_kendall, sample_x, sample_y, 2, (Expected){1, 1, RK_P_VALUE_EXACT});
}

static void test_extremes(void **state)
{
    (void)state;
    const double line[] = {1, 2, 3, 4}, vast[] = {1e250, 2e250, 3e250, 4e250},
                 tiny[] = {1e-250, 2e-250, 3e-250, 4e-250};
    RkCorrelation result;
    assert_true(rk_stats_pearson(line, vast, 4, &result, NULL));
    assert_close(result.coefficient, 1);
    assert_true(result.p_value >= 0 && result.p_value < 1e-12);
    assert_true(rk_stats_pearson(tiny, vast, 4, &result, NULL));
    assert_close(result.coefficient, 1);
    /* By hand: Σ(x − x̄)(y − ȳ) = 0. */
    assert_true(rk_stats_pearson((double[]){-1, 0, 1}, (double[]){1, -2, 1}, 3, &result, NULL));
    assert_true(result.coefficient == 0);
    assert_close(result.p_value, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_longer),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_kendall_by_pairs),
        cmocka_unit_test(test_missing_pairs),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_two_pairs),
        cmocka_unit_test(test_extremes),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

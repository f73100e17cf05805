/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Matrices of correlations. Oracle: R's cor() with its three methods; for sizes that reach all fast paths the functions
 * for one pair, which have their own oracles.
 */
#include "stats-sample.h"

#include "../oracle/stats-matrix.h"
#include "stats-regression-sample.h"
#include "stats/correlation-matrix.h"

#define WIDTH 6

static double rounded_x[SAMPLE_COUNT], rounded_y[SAMPLE_COUNT], holes[SAMPLE_COUNT];
static const double *columns[WIDTH] = {sample_x, sample_y, sample_z, sample_w, rounded_x, rounded_y};

static void assert_matrix(RkCorrelationKind kind, const double *expected)
{
    double matrix[WIDTH * WIDTH], p_values[WIDTH * WIDTH];
    rk_stats_correlation_matrix(columns, WIDTH, SAMPLE_COUNT, kind, matrix, p_values);
    for (int i = 0; i < WIDTH * WIDTH; i++) {
        /* A coefficient near zero is what is left of terms near one. */
        if (!(fabs(matrix[i] - expected[i]) <= 1e-15 + 1e-12 * fabs(expected[i])))
            fail_msg("%s[%d] is %.17g, expected %.17g", rk_correlation_names()[kind], i, matrix[i], expected[i]);
        RkCorrelation one;
        rk_correlation_function(kind)(columns[i / WIDTH], columns[i % WIDTH], SAMPLE_COUNT, &one, NULL);
        if (i / WIDTH == i % WIDTH)
            assert_missing(p_values[i]);
        else
            assert_close(p_values[i], one.p_value);
    }
}

static void test_sample(void **state)
{
    (void)state;
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        rounded_x[i] = rint(sample_x[i] / 3);
        rounded_y[i] = rint(sample_y[i] / 4);
        holes[i] = i == 1 || i == 6 ? NAN : sample_z[i];
    }
    assert_matrix(RK_CORRELATION_PEARSON, pearson_complete);
    assert_matrix(RK_CORRELATION_SPEARMAN, spearman_complete);
    assert_matrix(RK_CORRELATION_KENDALL, kendall_complete);
    columns[2] = holes;
    assert_matrix(RK_CORRELATION_PEARSON, pearson_pairwise);
    assert_matrix(RK_CORRELATION_SPEARMAN, spearman_pairwise);
    assert_matrix(RK_CORRELATION_KENDALL, kendall_pairwise);
}

/* Multiples modulo a prime as in the tests of single pairs; every second column is coarse, so that it has ties. */
static void fill(double *column, gsize rows, int number)
{
    for (gsize i = 0; i < rows; i++) {
        double value = (double)((i + 1) * (guint)(37 + 11 * number) % 10007) - (double)(i * i % 101);
        column[i] = number % 2 ? floor(value / 1000) : value;
    }
}

static void test_sizes(void **state)
{
    (void)state;
    static const gsize sizes[] = {2, 3, 5, 63, 64, 65, 200, 363, 700, 2100};
    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        gsize rows = sizes[s];
        double *many[19], matrix[19 * 19];
        for (int k = 0; k < 19; k++) {
            many[k] = g_new(double, rows);
            fill(many[k], rows, k);
        }
        for (RkCorrelationKind kind = RK_CORRELATION_PEARSON; kind <= RK_CORRELATION_KENDALL; kind++) {
            rk_stats_correlation_matrix((const double *const *)many, 19, rows, kind, matrix, NULL);
            for (int a = 0; a < 19; a++) {
                for (int b = 0; b < a; b++) {
                    RkCorrelation one;
                    rk_correlation_function(kind)(many[a], many[b], rows, &one, NULL);
                    assert_true(isnan(one.coefficient) == isnan(matrix[a * 19 + b]));
                    assert_false(fabs(one.coefficient - matrix[a * 19 + b]) > 1e-15);
                    assert_memory_equal(&matrix[a * 19 + b], &matrix[b * 19 + a], sizeof(double));
                }
            }
        }
        for (int k = 0; k < 19; k++)
            g_free(many[k]);
    }
}

/* Ranks that do not fit 16 bits any more, and squares whose sum does not fit 32. */
static void test_many_rows(void **state)
{
    (void)state;
    static const gsize sizes[] = {1900, 16384, 16385};
    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        gsize rows = sizes[s];
        double *many[3], matrix[9];
        for (int k = 0; k < 3; k++) {
            many[k] = g_new(double, rows);
            fill(many[k], rows, k);
        }
        for (RkCorrelationKind kind = RK_CORRELATION_PEARSON; kind <= RK_CORRELATION_KENDALL; kind++) {
            rk_stats_correlation_matrix((const double *const *)many, 3, rows, kind, matrix, NULL);
            for (int i = 0; i < 3; i++) {
                RkCorrelation one;
                rk_correlation_function(kind)(many[i], many[(i + 1) % 3], rows, &one, NULL);
                assert_true(fabs(one.coefficient - matrix[i * 3 + (i + 1) % 3]) < 2e-14);
            }
        }
        for (int k = 0; k < 3; k++)
            g_free(many[k]);
    }
}

static void test_without_answer(void **state)
{
    (void)state;
    const double up[] = {-0.0, 1, 2, 3}, level[] = {0.1, 0.1, 0.1, 0.1}, endless[] = {0, INFINITY, -INFINITY, 3};
    const double zeros[] = {0.0, -0.0, 0.0, 1}, gone[] = {NAN, NAN, NAN, 4};
    const double *all[] = {up, level, endless, zeros, gone};
    double matrix[25];
    for (RkCorrelationKind kind = RK_CORRELATION_PEARSON; kind <= RK_CORRELATION_KENDALL; kind++) {
        rk_stats_correlation_matrix(all, 5, 4, kind, matrix, NULL);
        for (int a = 0; a < 5; a++) {
            assert_missing(matrix[5 + a]);
            assert_missing(matrix[20 + a]);
            for (int b = 0; b < 5; b++) {
                RkCorrelation one;
                rk_correlation_function(kind)(all[a], all[b], 4, &one, NULL);
                assert_true(isnan(one.coefficient) == isnan(matrix[5 * a + b]));
            }
        }
        assert_true(matrix[0] == 1);
        assert_true(isnan(matrix[12]) == (kind == RK_CORRELATION_PEARSON));
        rk_stats_correlation_matrix(all, 5, 1, kind, matrix, NULL);
        for (int i = 0; i < 25; i++)
            assert_missing(matrix[i]);
        rk_stats_correlation_matrix(NULL, 0, 0, kind, NULL, NULL);
    }
    RkCorrelationKind kind;
    assert_true(rk_correlation_find("kendall", &kind));
    assert_int_equal(kind, RK_CORRELATION_KENDALL);
    assert_false(rk_correlation_find("tau", &kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sample), cmocka_unit_test(test_sizes),
                                       cmocka_unit_test(test_many_rows), cmocka_unit_test(test_without_answer)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of hypotheses. Oracle: R's t.test(), wilcox.test(), kruskal.test(), anova().
 */
#include "stats-sample.h"

#include "../oracle/stats-hypothesis.h"
#include "stats-regression-sample.h"
#include "stats/hypothesis.h"

static const guint32 groups[SAMPLE_COUNT] = {0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1, 1};
static double longer[50], other[48], coarse_x[SAMPLE_COUNT + 1], coarse_z[SAMPLE_COUNT];

static int fill(void **state)
{
    for (int i = 0; i < 49; i++)
        longer[i] = (i + 1) * 37 % 53 + sqrt(2) / 3;
    for (int i = 0; i < 48; i++)
        other[i] = (i + 1) * 23 % 59 + sqrt(3);
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        coarse_x[i] = rint(sample_x[i] / 3);
        coarse_z[i] = rint(sample_z[i] / 3);
    }
    return watch_gsl(state);
}

/* statistic, p, degrees, interval */
static void assert_t(const RkTestResult *result, const double *expected)
{
    const double numbers[] = {result->statistic, result->p_value, result->degrees, result->low, result->high};
    assert_column(numbers, expected, 5, 1e-12);
    assert_close(result->estimate, (expected[3] + expected[4]) / 2);
}

static void test_t(void **state)
{
    (void)state;
    RkTestResult result;
    RkStatsReason reason;
    assert_true(rk_stats_t_test(sample_holes, SAMPLE_COUNT + 3, 0.7, 0.9, &result, &reason));
    assert_t(&result, one);
    assert_int_equal(result.count, 12);
    assert_true(rk_stats_t_test_paired(sample_x, sample_y, 12, 0.95, &result, &reason));
    assert_t(&result, paired);
    assert_true(rk_stats_t_test_welch(sample_x, 12, sample_z, 7, 0.95, &result, &reason));
    assert_t(&result, welch);
    assert_true(rk_stats_t_test_pooled(sample_x, 12, sample_z, 7, 0.95, &result, &reason));
    assert_t(&result, pooled);
}

static void test_t_refusals(void **state)
{
    (void)state;
    RkTestResult result;
    RkStatsReason reason;
    const double tenths[] = {0.1, 0.1, 0.1}, endless[] = {1, INFINITY};
    assert_false(rk_stats_t_test(sample_x, 1, 0, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_missing(result.statistic);
    assert_false(rk_stats_t_test(tenths, 3, 0, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_false(rk_stats_t_test(sample_x, 5, 0, 1, &result, &reason));
    assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
    assert_false(rk_stats_t_test(endless, 2, 0, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_false(rk_stats_t_test_paired(endless, endless, 2, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_false(rk_stats_t_test_welch(sample_x, 5, sample_y, 1, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_t_test_welch(tenths, 3, tenths, 3, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_false(rk_stats_t_test_pooled(sample_x, 1, sample_y, 1, 0.95, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_true(rk_stats_t_test_pooled(sample_x, 1, sample_y, 2, 0.95, &result, &reason));
}

static void test_groups(void **state)
{
    (void)state;
    RkTestResult result;
    RkStatsReason reason;
    assert_true(rk_stats_anova(sample_x, groups, 12, 5, &result, &reason));
    const double numbers[] = {result.statistic, result.p_value, result.degrees, result.denominator_degrees};
    assert_column(numbers, anova, 4, 1e-12);
    double large[SAMPLE_COUNT];
    for (int i = 0; i < SAMPLE_COUNT; i++)
        large[i] = sample_x[i] * 1e300;
    assert_true(rk_stats_anova(large, groups, 12, 3, &result, &reason));
    assert_close(result.statistic, anova[0]);
    for (int ties = 0; ties < 2; ties++) {
        assert_true(rk_stats_kruskal_wallis(ties ? coarse_x : sample_x, groups, 12, 4, &result, &reason));
        const double ranked[] = {result.statistic, result.p_value, result.degrees};
        assert_column(ranked, ties ? kruskal_ties : kruskal, 3, 1e-12);
    }
    /* Only the means differ. */
    assert_true(rk_stats_anova((double[]){0.1, 0.1, 0.3, 0.3}, (guint32[]){0, 0, 1, 1}, 4, 2, &result, &reason));
    assert_true(isinf(result.statistic) && result.p_value == 0);
}

static void test_group_refusals(void **state)
{
    (void)state;
    RkTestResult result;
    RkStatsReason reason;
    const double tenths[] = {0.1, 0.1, 0.1}, endless[] = {1, INFINITY, 3};
    gboolean (*const tests[])(const double *, const guint32 *, gsize, gsize, RkTestResult *,
                              RkStatsReason *) = {rk_stats_anova, rk_stats_kruskal_wallis};
    for (int i = 0; i < 2; i++) {
        assert_false(tests[i](sample_x, groups, 12, 2, &result, &reason));
        assert_int_equal(reason, RK_STATS_BAD_ARGUMENT);
        assert_false(tests[i](sample_x, groups, 1, 3, &result, &reason));
        assert_int_equal(reason, RK_STATS_TOO_FEW);
        assert_false(tests[i](sample_x, groups, 0, 0, &result, &reason));
        assert_int_equal(reason, RK_STATS_TOO_FEW);
        assert_false(tests[i](tenths, groups, 3, 3, &result, &reason));
        assert_int_equal(reason, RK_STATS_CONSTANT);
    }
    assert_false(rk_stats_anova(sample_x, groups, 3, 3, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_anova(endless, (guint32[]){0, 0, 1}, 3, 3, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_true(rk_stats_kruskal_wallis(endless, (guint32[]){0, 0, 1}, 3, 3, &result, &reason));
}

static void assert_ranked(const RkTestResult *result, const double *expected, gboolean exact)
{
    assert_close(result->statistic, expected[0]);
    assert_close(result->p_value, expected[1]);
    assert_int_equal(result->exact, exact);
}

static void test_signed_rank(void **state)
{
    (void)state;
    RkTestResult result;
    double shifted[50], with_zero[SAMPLE_COUNT + 1] = {0};
    memcpy(with_zero + 1, sample_x, sizeof sample_x);
    for (int i = 0; i < 49; i++)
        shifted[i] = longer[i] - 20;
    shifted[49] = 0.123;
    assert_true(rk_stats_signed_rank(sample_holes, SAMPLE_COUNT + 3, 0, &result, NULL));
    assert_ranked(&result, signed_, TRUE);
    assert_true(rk_stats_signed_rank(sample_x, 12, 2.4, &result, NULL));
    assert_ranked(&result, signed_ + 2, TRUE);
    assert_true(rk_stats_signed_rank(sample_x, 2, 0, &result, NULL));
    assert_ranked(&result, signed_ + 4, TRUE);
    assert_true(rk_stats_signed_rank(shifted, 49, 0, &result, NULL));
    assert_ranked(&result, signed_ + 6, TRUE);
    assert_true(rk_stats_signed_rank(coarse_x, 12, 0, &result, NULL));
    assert_ranked(&result, signed_ties, FALSE);
    assert_true(rk_stats_signed_rank(with_zero, 13, 0, &result, NULL));
    assert_ranked(&result, signed_ties + 2, FALSE);
    assert_true(rk_stats_signed_rank(shifted, 50, 0, &result, NULL));
    assert_ranked(&result, signed_ties + 4, FALSE);
    RkStatsReason reason;
    assert_false(rk_stats_signed_rank(only_missing, 3, 0, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_signed_rank((double[]){3, 3}, 2, 3, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_false(rk_stats_signed_rank(sample_x, 3, NAN, &result, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
}

static void test_rank_sum(void **state)
{
    (void)state;
    RkTestResult result;
    assert_true(rk_stats_rank_sum(sample_holes, SAMPLE_COUNT + 3, sample_z, 12, &result, NULL));
    assert_ranked(&result, sums, TRUE);
    assert_true(rk_stats_rank_sum(sample_x, 3, sample_z, 2, &result, NULL));
    assert_ranked(&result, sums + 2, TRUE);
    assert_true(rk_stats_rank_sum(longer, 49, other, 48, &result, NULL));
    assert_ranked(&result, sums + 4, TRUE);
    assert_true(rk_stats_rank_sum(sample_x, 1, sample_z, 1, &result, NULL));
    assert_ranked(&result, sums + 6, TRUE);
    assert_true(rk_stats_rank_sum(coarse_x, 12, coarse_z, 12, &result, NULL));
    assert_ranked(&result, sums_ties, FALSE);
    longer[49] = 0.123;
    assert_true(rk_stats_rank_sum(longer, 50, other, 48, &result, NULL));
    assert_ranked(&result, sums_ties + 2, FALSE);
    RkStatsReason reason;
    assert_false(rk_stats_rank_sum(sample_x, 3, only_missing, 3, &result, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_rank_sum((double[]){3, 3}, 2, (double[]){3}, 1, &result, &reason));
    assert_int_equal(reason, RK_STATS_CONSTANT);
    assert_missing(result.p_value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_t),           cmocka_unit_test(test_t_refusals),
        cmocka_unit_test(test_groups),      cmocka_unit_test(test_group_refusals),
        cmocka_unit_test(test_signed_rank), cmocka_unit_test(test_rank_sum),
    };
    return cmocka_run_group_tests(tests, fill, NULL);
}

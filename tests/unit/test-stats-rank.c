/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks and sorting. Oracle: R 4.2.2, rank(x, ties.method = …, na.last = "keep") and the same of -x; dense and ordinal
 * ranks by hand.
 */
#include "stats-sample.h"

#include "stats/rank.h"

#define COUNT 7
static const double values[COUNT] = {2.5, NAN, 7.1, 2.5, -1, 7.1, 7.1};

static void assert_ranks(RkOrder order, RkTies ties, const guint32 *keys, const double expected[COUNT])
{
    double ranks[COUNT];
    rk_stats_rank(values, COUNT, order, ties, keys, ranks);
    for (int i = 0; i < COUNT; i++) {
        if (isnan(expected[i]))
            assert_missing(ranks[i]);
        else if (ranks[i] != expected[i])
            fail_msg("rank %d is %g, expected %g", i, ranks[i], expected[i]);
    }
}

static void test_ties(void **state)
{
    (void)state;
    assert_ranks(RK_ASCENDING, RK_TIES_MIN, NULL, (double[]){2, NAN, 4, 2, 1, 4, 4});
    assert_ranks(RK_DESCENDING, RK_TIES_MIN, NULL, (double[]){4, NAN, 1, 4, 6, 1, 1});
    assert_ranks(RK_ASCENDING, RK_TIES_MAX, NULL, (double[]){3, NAN, 6, 3, 1, 6, 6});
    assert_ranks(RK_DESCENDING, RK_TIES_MAX, NULL, (double[]){5, NAN, 3, 5, 6, 3, 3});
    assert_ranks(RK_ASCENDING, RK_TIES_AVERAGE, NULL, (double[]){2.5, NAN, 5, 2.5, 1, 5, 5});
    assert_ranks(RK_DESCENDING, RK_TIES_AVERAGE, NULL, (double[]){4.5, NAN, 2, 4.5, 6, 2, 2});
    assert_ranks(RK_ASCENDING, RK_TIES_DENSE, NULL, (double[]){2, NAN, 3, 2, 1, 3, 3});
    assert_ranks(RK_DESCENDING, RK_TIES_DENSE, NULL, (double[]){2, NAN, 1, 2, 3, 1, 1});
}

static void test_ordinal(void **state)
{
    (void)state;
    const guint32 keys[COUNT] = {9, 0, 8, 4, 5, 3, 8};
    assert_ranks(RK_ASCENDING, RK_TIES_ORDINAL, NULL, (double[]){2, NAN, 4, 3, 1, 5, 6});
    assert_ranks(RK_DESCENDING, RK_TIES_ORDINAL, NULL, (double[]){4, NAN, 1, 5, 6, 2, 3});
    assert_ranks(RK_ASCENDING, RK_TIES_ORDINAL, keys, (double[]){3, NAN, 5, 2, 1, 4, 6});
    assert_ranks(RK_DESCENDING, RK_TIES_ORDINAL, keys, (double[]){5, NAN, 2, 4, 6, 1, 3});
    assert_ranks(RK_ASCENDING, RK_TIES_MIN, keys, (double[]){2, NAN, 4, 2, 1, 4, 4});
}

static void test_few(void **state)
{
    (void)state;
    double ranks[2] = {7, 7};
    rk_stats_rank(NULL, 0, RK_ASCENDING, RK_TIES_MIN, NULL, ranks);
    assert_true(ranks[0] == 7);
    rk_stats_rank((double[]){-3.5}, 1, RK_DESCENDING, RK_TIES_AVERAGE, NULL, ranks);
    assert_true(ranks[0] == 1);
    rk_stats_rank(only_missing, 2, RK_DESCENDING, RK_TIES_ORDINAL, NULL, ranks);
    assert_missing(ranks[0]);
    assert_missing(ranks[1]);
    rk_stats_rank((double[]){-0.0, 0.0}, 2, RK_ASCENDING, RK_TIES_MIN, NULL, ranks);
    assert_true(ranks[0] == 1 && ranks[1] == 1);
}

static void test_unrounded(void **state)
{
    (void)state;
    double ranks[2];
    rk_stats_rank((double[]){0.30000000000000004, 0.3}, 2, RK_ASCENDING, RK_TIES_MIN, NULL, ranks);
    assert_true(ranks[0] == 2 && ranks[1] == 1);
}

static void test_sort_index(void **state)
{
    (void)state;
    guint32 index[COUNT];
    rk_stats_sort_index(values, COUNT, RK_ASCENDING, NULL, index);
    assert_memory_equal(index, ((guint32[]){4, 0, 3, 2, 5, 6, 1}), sizeof index);
    rk_stats_sort_index(values, COUNT, RK_DESCENDING, NULL, index);
    assert_memory_equal(index, ((guint32[]){2, 5, 6, 0, 3, 4, 1}), sizeof index);
    rk_stats_sort_index(values, COUNT, RK_DESCENDING, (guint32[]){9, 0, 8, 4, 5, 3, 8}, index);
    assert_memory_equal(index, ((guint32[]){5, 2, 6, 3, 0, 4, 1}), sizeof index);
}

/* GSL's index sort brings eight equal keys back as 1…7, 0. */
static void test_stable(void **state)
{
    (void)state;
    double equal[1000];
    guint32 index[1000];
    for (int i = 0; i < 1000; i++)
        equal[i] = 4.25;
    rk_stats_sort_index(equal, 1000, RK_DESCENDING, NULL, index);
    for (guint32 i = 0; i < 1000; i++)
        assert_int_equal(index[i], i);
}

static void test_names(void **state)
{
    (void)state;
    RkTies ties = RK_TIES_MIN;
    for (guint i = 0; rk_ties_names()[i] != NULL; i++) {
        assert_true(rk_ties_find(rk_ties_names()[i], &ties));
        assert_int_equal(ties, i);
    }
    assert_int_equal(ties, RK_TIES_ORDINAL);
    assert_false(rk_ties_find("first", &ties));
    assert_false(rk_ties_find(NULL, &ties));
    assert_int_equal(ties, RK_TIES_ORDINAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ties),      cmocka_unit_test(test_ordinal),    cmocka_unit_test(test_few),
        cmocka_unit_test(test_unrounded), cmocka_unit_test(test_sort_index), cmocka_unit_test(test_stable),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How sure ranks are. Oracles: exact probabilities by tests/oracle/rank-uncertainty.py and by the geometry said beside
 * them, R 4.2.2's pnorm(), and the answers that the authors of Philox publish (kat_vectors of Random123). Draws differ
 * from exact probabilities by chance: five standard deviations are allowed. What is counted is held against ranking the
 * same draws one by one.
 */
#include "stats-sample.h"
#include "support-near.h"

#include "stats/random.h"
#include "stats/rank-uncertainty.h"

#define DRAWS 200000
/* Five times √(¼ / DRAWS). */
#define CHANCE 0.0056

static const RkRankDrawing many = {.order = RK_DESCENDING, .draws = DRAWS, .seed = 20240229};

static void test_philox(void **state)
{
    (void)state;
    static const guint32 known[3][10] = {{0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
                                         {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
                                          0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
                                         {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0,
                                          0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}};
    for (int i = 0; i < 3; i++) {
        guint32 words[4];
        rk_random_philox(known[i], known[i] + 4, words);
        assert_memory_equal(words, known[i] + 6, sizeof words);
    }
}

/* Mean and variance of many numbers, each within five standard deviations of what the distribution has. */
static void test_distributions(void **state)
{
    (void)state;
    const RkRandom random = {.seed = 5};
    g_autofree double *numbers = g_new(double, DRAWS);
    rk_random_uniform(&random, 3, numbers, DRAWS);
    double sum = 0, squares = 0;
    for (int i = 0; i < DRAWS; i++) {
        assert_true(numbers[i] > 0 && numbers[i] < 1);
        sum += numbers[i];
        squares += numbers[i] * numbers[i];
    }
    assert_near(sum / DRAWS, 1.0 / 2, 0.0033);
    assert_near(squares / DRAWS, 1.0 / 3, 0.0034);
    rk_random_normal(&random, 3, numbers, DRAWS);
    sum = squares = 0;
    for (int i = 0; i < DRAWS; i++) {
        sum += numbers[i];
        squares += numbers[i] * numbers[i];
    }
    assert_near(sum / DRAWS, 0, 0.0112);
    assert_near(squares / DRAWS, 1, 0.0159);
    rk_random_simplex(&random, 3, numbers, 7);
    assert_near(numbers[0] + numbers[1] + numbers[2] + numbers[3] + numbers[4] + numbers[5] + numbers[6], 1, 1e-15);
}

static void assert_probabilities(const RkRankUncertainty *uncertainty, gsize unit, const double *expected)
{
    for (gsize rank = 1; rank <= uncertainty->ranked; rank++)
        assert_near(rk_rank_probability(uncertainty, unit, rank), expected[rank - 1], CHANCE);
}

static void test_two_units(void **state)
{
    (void)state;
    /* pnorm(0.5 / sqrt(0.3^2 + 0.4^2)) = 0.8413447 */
    g_autoptr(RkRankUncertainty) normal = rk_rank_with_errors((double[]){2.5, 3}, (double[]){0.3, 0.4}, 2, &many, NULL);
    assert_near(rk_rank_ahead(normal, 1, 0), 0.8413447460685429, CHANCE);
    assert_probabilities(normal, 1, (double[]){0.8413447460685429, 1 - 0.8413447460685429});
    assert_near(normal->mean[0], 1 + 0.8413447460685429, CHANCE);
    /* Printed as 0.5 and 0.6 with one decimal: never swapped. Intervals that overlap by half: 1 − (1/2)² / 2. */
    g_autoptr(RkRankUncertainty) printed =
        rk_rank_with_rounding((double[]){0.5, 0.6}, (double[]){0.05, 0.05}, 2, &many, NULL);
    assert_true(rk_rank_ahead(printed, 1, 0) == 1);
    assert_true(printed->low[0] == 2 && printed->high[0] == 2 && printed->groups == 2);
    g_autoptr(RkRankUncertainty) half = rk_rank_with_rounding((double[]){1.5, 1}, (double[]){0.5, 0.5}, 2, &many, NULL);
    assert_near(rk_rank_ahead(half, 0, 1), 7.0 / 8, CHANCE);
    assert_true(half->median[0] == 1 && half->high[0] == 2 && half->groups == 1);
}

static void test_exact_rounding(void **state)
{
    (void)state;
    static const double exact[4][4] = {{1765 / 3072.0, 833 / 3072.0, 431 / 3072.0, 43 / 3072.0},
                                       {215 / 1024.0, 347 / 1024.0, 357 / 1024.0, 105 / 1024.0},
                                       {215 / 1024.0, 347 / 1024.0, 357 / 1024.0, 105 / 1024.0},
                                       {17 / 3072.0, 157 / 3072.0, 499 / 3072.0, 2399 / 3072.0}};
    g_autoptr(RkRankUncertainty) four =
        rk_rank_with_rounding((double[]){2.5, 2, 2, 1}, (double[]){1, 1, 1, 1}, 4, &many, NULL);
    for (gsize unit = 0; unit < 4; unit++)
        assert_probabilities(four, unit, exact[unit]);
    const RkRankDrawing ascending = {.order = RK_ASCENDING, .draws = DRAWS, .seed = 1};
    g_autoptr(RkRankUncertainty) three =
        rk_rank_with_rounding((double[]){3, 1, 2}, (double[]){1, 1, 1}, 3, &ascending, NULL);
    assert_probabilities(three, 0, (double[]){0, 1.0 / 8, 7.0 / 8});
    assert_probabilities(three, 1, (double[]){7.0 / 8, 1.0 / 8, 0});
    assert_probabilities(three, 2, (double[]){1.0 / 8, 3.0 / 4, 1.0 / 8});
}

static void test_weights(void **state)
{
    (void)state;
    /* With weights w and 1 − w the third unit is first while both are below 0.6, and never last. */
    const double first[] = {1, 0, 0.6}, second[] = {0, 1, 0.6};
    g_autoptr(RkRankUncertainty) any = rk_rank_with_any_weights((const double *[]){first, second}, 2, 3, &many, NULL);
    assert_probabilities(any, 0, (double[]){0.4, 0.2 / 2, 0.5});
    assert_probabilities(any, 2, (double[]){0.2, 0.8, 0});
    /* Three weights: one of them is above ½ in ¾ of all cases. */
    const double a[] = {1, 0, 0, 0.5}, b[] = {0, 1, 0, 0.5}, c[] = {0, 0, 1, 0.5};
    g_autoptr(RkRankUncertainty) three = rk_rank_with_any_weights((const double *[]){a, b, c}, 3, 4, &many, NULL);
    assert_probabilities(three, 3, (double[]){0.25, 0.75, 0, 0});
    /* 1 … 3 against ½ … 1½: the lesser weight is the greater in a triangle of 1/8 of an area of 2. */
    g_autoptr(RkRankUncertainty) noisy =
        rk_rank_with_noisy_weights((const double *[]){first, second}, (double[]){20, 10}, 0.5, 2, 2, &many, NULL);
    assert_near(rk_rank_ahead(noisy, 0, 1), 15.0 / 16, CHANCE);
    /* A unit that lacks an indicator has the mean of the others: here always 0.7, first while w < 0.7 and 1 − w < 0.7.
     */
    const double x[] = {1, 0, 0.7, NAN}, y[] = {0, 1, NAN, NAN};
    g_autoptr(RkRankUncertainty) gaps = rk_rank_with_any_weights((const double *[]){x, y}, 2, 4, &many, NULL);
    assert_int_equal(gaps->ranked, 3);
    assert_probabilities(gaps, 2, (double[]){0.4, 0.6, 0});
    assert_missing(gaps->mean[3]);
    assert_missing(rk_rank_probability(gaps, 3, 1));
    assert_missing(rk_rank_ahead(gaps, 3, 1));
}

/* 10 ± 0.1, 9.9 ± 0.1 and 9.8 ± 0.1: neighbours swap in 1/8 of the cases, the first and the third never. */
static void test_groups(void **state)
{
    (void)state;
    g_autoptr(RkRankUncertainty) runs =
        rk_rank_with_rounding((double[]){5, 9.9, 10, NAN, 9.8}, (double[]){0.1, 0.1, 0.1, NAN, 0.1}, 5, &many, NULL);
    assert_int_equal(runs->groups, 3);
    const guint32 places[] = {4, 2, 1, 0, 3}, firsts[] = {3, 1, 1, 0, 2}, lasts[] = {3, 2, 1, 0, 2};
    assert_memory_equal(runs->place, places, sizeof places);
    assert_memory_equal(runs->first_group, firsts, sizeof firsts);
    assert_memory_equal(runs->last_group, lasts, sizeof lasts);
    RkRankDrawing loose = many;
    loose.level = 0.8;
    g_autoptr(RkRankUncertainty) alone =
        rk_rank_with_rounding((double[]){5, 9.9, 10, NAN, 9.8}, (double[]){0.1, 0.1, 0.1, NAN, 0.1}, 5, &loose, NULL);
    assert_int_equal(alone->groups, 4);
}

static void test_certain(void **state)
{
    (void)state;
    /* No errors: ranks as they are, equal values share the least. */
    g_autoptr(RkRankUncertainty) sure =
        rk_rank_with_errors((double[]){4, 7, 4, 1}, (double[]){0, 0, 0, 0}, 4, &many, NULL);
    assert_true(sure->low[0] == 2 && sure->high[0] == 2 && sure->mean[2] == 2 && sure->mean[3] == 4);
    assert_true(rk_rank_ahead(sure, 0, 2) == 0.5 && sure->groups == 3);
    g_autoptr(RkRankUncertainty) one = rk_rank_with_errors((double[]){4}, (double[]){1}, 1, &many, NULL);
    assert_true(one->low[0] == 1 && one->high[0] == 1 && one->mean[0] == 1 && one->groups == 1);
}

/* Equal values with equal errors are exchangeable: whatever their draws, they have the same interval. Two that are
 * alike and alone are ahead of each other in half of the draws, and each is first in half. */
static void test_alike(void **state)
{
    (void)state;
    const double values[] = {5, 3, 5, 4, 5, 3, 5}, errors[] = {1, 1, 1, 2, 1, 1, 2};
    for (guint64 seed = 1; seed <= 20; seed++) {
        const RkRankDrawing few = {.order = RK_DESCENDING, .draws = 101, .seed = seed};
        g_autoptr(RkRankUncertainty) some = rk_rank_with_errors(values, errors, 7, &few, NULL);
        const gsize pairs[][2] = {{0, 2}, {0, 4}, {1, 5}};
        for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
            gsize a = pairs[i][0], b = pairs[i][1];
            assert_true(some->low[a] == some->low[b] && some->median[a] == some->median[b]);
            assert_true(some->high[a] == some->high[b] && some->mean[a] == some->mean[b]);
            assert_true(rk_rank_ahead(some, a, b) == 0.5 && rk_rank_ahead(some, b, a) == 0.5);
            assert_true(rk_rank_ahead(some, a, 3) == rk_rank_ahead(some, b, 3));
            assert_near(rk_rank_ahead(some, 3, a) + rk_rank_ahead(some, a, 3), 1, 1e-15);
        }
        for (gsize unit = 0; unit < 7; unit++) {
            double sum = 0;
            for (gsize rank = 1; rank <= 7; rank++)
                sum += rk_rank_probability(some, unit, rank);
            assert_near(sum, 1, 1e-12);
        }
    }
    g_autoptr(RkRankUncertainty) two = rk_rank_with_rounding((double[]){2, 2}, (double[]){1, 1}, 2, &many, NULL);
    assert_true(rk_rank_probability(two, 0, 1) == 0.5 && rk_rank_probability(two, 1, 1) == 0.5 && two->mean[0] == 1.5);
    /* The same value with another error is another unit. */
    g_autoptr(RkRankUncertainty) other = rk_rank_with_rounding((double[]){2, 2}, (double[]){1, 2}, 2, &many, NULL);
    assert_int_equal(other->alike[0], 1);
    assert_true(rk_rank_probability(other, 0, 1) != 0.5);
}

static RkStatsReason refused(double value, double error, guint draws, double level)
{
    RkStatsReason reason = RK_STATS_OK;
    const RkRankDrawing drawing = {.draws = draws, .level = level};
    assert_null(rk_rank_with_errors((double[]){value, value}, (double[]){error, error}, 2, &drawing, &reason));
    return reason;
}

static RkStatsReason refused_weights(double weight, double noise, double value)
{
    RkStatsReason reason = RK_STATS_OK;
    const double indicator[] = {value, 1};
    const RkRankDrawing drawing = {.draws = 10};
    assert_null(rk_rank_with_noisy_weights((const double *[]){indicator}, &weight, noise, 1, 2, &drawing, &reason));
    return reason;
}

static void test_refusals(void **state)
{
    (void)state;
    assert_int_equal(refused(NAN, 1, 10, 0), RK_STATS_TOO_FEW);
    assert_int_equal(refused(1, -1, 10, 0), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused(1, NAN, 10, 0), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused(1, 1, 10, 0.4), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused(1, 1, 10, NAN), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused(INFINITY, 1, 10, 0), RK_STATS_NOT_FINITE);
    assert_int_equal(refused(1, 1e308, 10, 0), RK_STATS_NOT_FINITE);
    assert_int_equal(refused(1, 1, RK_RANK_DRAWS_MOST + 1, 0), RK_STATS_TOO_MANY);
    assert_int_equal(refused_weights(-1, 0.5, 1), RK_STATS_NEGATIVE_WEIGHT);
    assert_int_equal(refused_weights(0, 0.5, 1), RK_STATS_ZERO_WEIGHT);
    assert_int_equal(refused_weights(INFINITY, 0.5, 1), RK_STATS_NOT_FINITE);
    assert_int_equal(refused_weights(NAN, 0.5, 1), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused_weights(1, 0, 1), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused_weights(1, 1.5, 1), RK_STATS_BAD_ARGUMENT);
    assert_int_equal(refused_weights(1, 0.5, 1e308), RK_STATS_NOT_FINITE);
    g_autofree double *values = g_new0(double, RK_RANK_UNITS_MOST + 1);
    RkStatsReason reason;
    assert_null(rk_rank_with_errors(values, values, RK_RANK_UNITS_MOST + 1, &many, &reason));
    assert_int_equal(reason, RK_STATS_TOO_MANY);
    assert_null(rk_rank_with_errors(values, values, RK_RANK_UNITS_MOST, &(RkRankDrawing){.draws = 1000000}, &reason));
    assert_int_equal(reason, RK_STATS_TOO_MANY);
    assert_null(rk_rank_with_any_weights(NULL, 0, 3, &many, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_philox),         cmocka_unit_test(test_distributions), cmocka_unit_test(test_two_units),
        cmocka_unit_test(test_exact_rounding), cmocka_unit_test(test_weights),       cmocka_unit_test(test_groups),
        cmocka_unit_test(test_certain),        cmocka_unit_test(test_alike),         cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

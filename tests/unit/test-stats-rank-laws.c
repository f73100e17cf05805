/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold for uncertain ranks of any numbers: the counts are those of ranking every draw plainly, threads and
 * the order of rows change nothing, probabilities add up, and who is better in everything is never behind.
 */
#include "stats-sample.h"
#include "support-near.h"

#include "stats/random.h"
#include "stats/rank-uncertainty.h"

#define UNITS 61
#define INDICATORS 5
#define DRAWS 1003

/* Numbers with ties, gaps (when wanted), and one far away, which defeats buckets. */
static void make_indicators(double indicators[INDICATORS][UNITS], const double *columns[INDICATORS], guint64 seed,
                            gboolean gaps)
{
    const RkRandom random = {.seed = seed};
    for (guint i = 0; i < INDICATORS; i++) {
        columns[i] = indicators[i];
        rk_random_uniform(&random, i, indicators[i], UNITS);
        for (guint unit = 0; unit < UNITS; unit++) {
            indicators[i][unit] = unit < 20 ? floor(4 * indicators[i][unit]) : indicators[i][unit];
            if (unit == 40)
                indicators[i][unit] = 1e9;
            if (gaps && (unit * 7 + i) % 11 == 0)
                indicators[i][unit] = NAN;
        }
    }
}

static void assert_same(const RkRankUncertainty *a, const RkRankUncertainty *b)
{
    gsize cells = a->ranked * a->ranked;
    assert_int_equal(a->ranked, b->ranked);
    assert_memory_equal(a->ranks, b->ranks, cells * sizeof *a->ranks);
    assert_memory_equal(a->ahead, b->ahead, cells * sizeof *a->ahead);
    assert_memory_equal(a->mean, b->mean, a->count * sizeof *a->mean);
    assert_memory_equal(a->first_group, b->first_group, a->count * sizeof *a->first_group);
}

/* The same weights, one unit and one indicator after the other. */
static void score_plainly(const double *const *columns, const RkRandom *random, guint64 draw, double *scores)
{
    double weights[INDICATORS];
    rk_random_simplex(random, draw, weights, INDICATORS);
    for (guint unit = 0; unit < UNITS; unit++) {
        double sum = 0, total = 0;
        gboolean gap = FALSE;
        for (guint i = 0; i < INDICATORS; i++) {
            gap |= isnan(columns[i][unit]);
            sum += isnan(columns[i][unit]) ? 0 : columns[i][unit] * weights[i];
            total += isnan(columns[i][unit]) ? 0 : weights[i];
        }
        scores[unit] = gap || total != 1 ? sum / total : sum;
    }
}

static void check_plainly(guint64 seed, gboolean gaps)
{
    double indicators[INDICATORS][UNITS], scores[UNITS], ranks[UNITS], sums[UNITS] = {0};
    const double *columns[INDICATORS];
    make_indicators(indicators, columns, seed, gaps);
    const RkRankDrawing drawing = {.order = RK_DESCENDING, .draws = DRAWS, .seed = seed, .threads = 2};
    g_autoptr(RkRankUncertainty) uncertainty = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
    guint counts[UNITS][UNITS] = {{0}};
    for (guint draw = 0; draw < DRAWS; draw++) {
        score_plainly(columns, &(RkRandom){.seed = seed}, draw, scores);
        rk_stats_rank(scores, UNITS, RK_DESCENDING, RK_TIES_MIN, NULL, ranks);
        for (guint unit = 0; unit < UNITS; unit++) {
            counts[unit][(guint)ranks[unit] - 1]++;
            sums[unit] += ranks[unit];
        }
    }
    for (guint unit = 0; unit < UNITS; unit++) {
        for (guint rank = 1; rank <= UNITS; rank++)
            assert_true(rk_rank_probability(uncertainty, unit, rank) == (double)counts[unit][rank - 1] / DRAWS);
        assert_true(uncertainty->mean[unit] == sums[unit] / DRAWS);
    }
}

static void test_plain(void **state)
{
    (void)state;
    for (guint64 seed = 1; seed <= 8; seed++) {
        check_plainly(seed, FALSE);
        check_plainly(seed, TRUE);
    }
}

static void test_threads(void **state)
{
    (void)state;
    double indicators[INDICATORS][UNITS];
    const double *columns[INDICATORS];
    make_indicators(indicators, columns, 3, TRUE);
    RkRankDrawing drawing = {.order = RK_DESCENDING, .draws = DRAWS, .seed = 3, .threads = 1};
    g_autoptr(RkRankUncertainty) one = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
    for (drawing.threads = 2; drawing.threads <= 5; drawing.threads++) {
        g_autoptr(RkRankUncertainty) more = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
        assert_same(one, more);
    }
    drawing.seed = 4;
    g_autoptr(RkRankUncertainty) other = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
    assert_memory_not_equal(one->ranks, other->ranks, UNITS * UNITS * sizeof *one->ranks);
    drawing.seed = 3;
    drawing.stream = 1;
    g_autoptr(RkRankUncertainty) stream = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
    assert_memory_not_equal(one->ranks, stream->ranks, UNITS * UNITS * sizeof *one->ranks);
}

/* Rows in another order, with keys that say which is which: the same for each unit, equal values included. */
static void test_permutation(void **state)
{
    (void)state;
    double values[UNITS], errors[UNITS], moved[UNITS], moved_errors[UNITS];
    guint32 keys[UNITS], moved_keys[UNITS];
    const RkRandom random = {.seed = 11};
    rk_random_uniform(&random, 0, values, UNITS);
    rk_random_uniform(&random, 1, errors, UNITS);
    for (guint unit = 0; unit < UNITS; unit++) {
        values[unit] = floor(values[unit] * 30);
        errors[unit] *= 3;
        keys[unit] = unit;
        moved[unit * 17 % UNITS] = values[unit];
        moved_errors[unit * 17 % UNITS] = errors[unit];
        moved_keys[unit * 17 % UNITS] = unit;
    }
    RkRankDrawing drawing = {.order = RK_ASCENDING, .draws = DRAWS, .seed = 11, .keys = keys};
    g_autoptr(RkRankUncertainty) straight = rk_rank_with_errors(values, errors, UNITS, &drawing, NULL);
    drawing.keys = moved_keys;
    g_autoptr(RkRankUncertainty) permuted = rk_rank_with_errors(moved, moved_errors, UNITS, &drawing, NULL);
    for (guint unit = 0; unit < UNITS; unit++) {
        guint to = unit * 17 % UNITS;
        assert_true(straight->mean[unit] == permuted->mean[to] && straight->low[unit] == permuted->low[to]);
        assert_int_equal(straight->last_group[unit], permuted->last_group[to]);
        for (guint rank = 1; rank <= UNITS; rank++)
            assert_true(rk_rank_probability(straight, unit, rank) == rk_rank_probability(permuted, to, rank));
    }
}

static void test_sums(void **state)
{
    (void)state;
    double values[UNITS], widths[UNITS];
    const RkRandom random = {.seed = 12};
    rk_random_uniform(&random, 0, values, UNITS);
    for (guint unit = 0; unit < UNITS; unit++)
        widths[unit] = 0.05;
    const RkRankDrawing drawing = {.order = RK_DESCENDING, .draws = DRAWS, .seed = 12};
    g_autoptr(RkRankUncertainty) uncertainty = rk_rank_with_rounding(values, widths, UNITS, &drawing, NULL);
    for (guint a = 0; a < UNITS; a++) {
        double of_unit = 0, of_rank = 0;
        for (guint b = 0; b < UNITS; b++) {
            of_unit += rk_rank_probability(uncertainty, a, b + 1);
            of_rank += rk_rank_probability(uncertainty, b, a + 1);
            assert_near(rk_rank_ahead(uncertainty, a, b) + rk_rank_ahead(uncertainty, b, a), 1, 1e-12);
        }
        assert_near(of_unit, 1, 1e-12);
        assert_near(of_rank, 1, 1e-12);
        assert_true(uncertainty->low[a] <= uncertainty->median[a] && uncertainty->median[a] <= uncertainty->high[a]);
    }
}

/* Unit 1 has a little more of everything than unit 0, whatever the weights. */
static void test_dominance(void **state)
{
    (void)state;
    double indicators[INDICATORS][UNITS];
    const double *columns[INDICATORS];
    make_indicators(indicators, columns, 13, FALSE);
    for (guint i = 0; i < INDICATORS; i++)
        indicators[i][1] = indicators[i][0] + 1e-6;
    const double weights[INDICATORS] = {1, 2, 3, 4, 5};
    const RkRankDrawing drawing = {.order = RK_DESCENDING, .draws = DRAWS, .seed = 13};
    g_autoptr(RkRankUncertainty) any = rk_rank_with_any_weights(columns, INDICATORS, UNITS, &drawing, NULL);
    g_autoptr(RkRankUncertainty) noisy =
        rk_rank_with_noisy_weights(columns, weights, 1, INDICATORS, UNITS, &drawing, NULL);
    assert_true(rk_rank_ahead(any, 1, 0) == 1);
    assert_true(rk_rank_ahead(noisy, 1, 0) == 1);
    const double scaled[INDICATORS] = {4, 8, 12, 16, 20};
    g_autoptr(RkRankUncertainty) same =
        rk_rank_with_noisy_weights(columns, scaled, 1, INDICATORS, UNITS, &drawing, NULL);
    assert_same(noisy, same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_threads),
                                       cmocka_unit_test(test_permutation), cmocka_unit_test(test_sums),
                                       cmocka_unit_test(test_dominance)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

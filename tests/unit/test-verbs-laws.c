/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of the verbs whatever the numbers: min-max reaches both ends, arithmetic ≥ geometric ≥ harmonic,
 * scaling weights changes nothing, permuting rows permutes results, a dominated country never ranks above its
 * dominator, k-means has no better cuts. Numbers are drawn with fixed seeds.
 */
#include "support-near.h"
#include "support-transform.h"

#include "stats/partition.h"
#include "stats/power-mean.h"

enum { ROUNDS = 60, MOST = 24 };

/* A table of `rows` countries with three indicators above zero, some equal, some (when asked for) missing. */
static double *draw(GRand *random, guint rows, gboolean gaps)
{
    double *values = g_new(double, rows * 3);
    for (guint i = 0; i < rows * 3; i++) {
        gboolean coarse = g_rand_boolean(random);
        values[i] = coarse ? g_rand_int_range(random, 1, 6) : g_rand_double_range(random, 0.01, 1000);
        if (gaps && g_rand_int_range(random, 0, 8) == 0)
            values[i] = NAN;
    }
    return values;
}

static char *table_of(const double *values, const guint *order, guint rows)
{
    GString *text = g_string_new("id:number | a:number | b:number | c:number\n");
    for (guint i = 0; i < rows; i++) {
        g_string_append_printf(text, "%u", order[i]);
        for (guint k = 0; k < 3; k++) {
            char buffer[RK_NUMBER_BUFFER];
            double value = values[order[i] * 3 + k];
            g_string_append_printf(text, " | %s", isnan(value) ? "" : rk_number_shortest(value, buffer));
        }
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

/* The results of steps by id. */
static double *results_of(const double *values, const guint *order, guint rows, const char *steps)
{
    GError *error = NULL;
    g_autofree char *text = table_of(values, order, rows);
    g_autoptr(RkTable) output = apply_steps(text, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    double *results = g_new(double, rows);
    for (guint i = 0; i < rows; i++)
        results[order[i]] = rk_column_numbers(rk_table_find(output, "r"))[i];
    return results;
}

static guint *shuffled(GRand *random, guint rows)
{
    guint *order = g_new(guint, rows);
    for (guint i = 0; i < rows; i++)
        order[i] = i;
    for (guint i = rows; random != NULL && i > 1; i--) {
        guint j = (guint)g_rand_int_range(random, 0, (gint32)i), swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
    return order;
}

static void test_ends(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    for (guint round = 0; round < ROUNDS; round++) {
        guint rows = (guint)g_rand_int_range(random, 2, MOST);
        g_autofree double *values = draw(random, rows, FALSE);
        g_autofree guint *order = shuffled(NULL, rows);
        values[0] = 7.1;
        values[3] = 0.3;
        const char *const directions[] = {"positive", "negative"};
        for (guint d = 0; d < 2; d++) {
            g_autofree char *steps =
                g_strdup_printf("[{normalize: a, range: [-3.3, 0.1], direction: %s, as: r}]", directions[d]);
            g_autofree double *results = results_of(values, order, rows, steps);
            double least = INFINITY, most = -INFINITY;
            for (guint i = 0; i < rows; i++) {
                least = fmin(least, results[i]);
                most = fmax(most, results[i]);
            }
            assert_true(least == -3.3 && most == 0.1);
        }
    }
}

static void test_means_in_order(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(2);
    for (guint round = 0; round < 2000; round++) {
        double values[5], weights[5], powers[] = {3, 1, 0.5, 0, -1, -2}, before = INFINITY;
        for (guint i = 0; i < 5; i++) {
            values[i] = g_rand_boolean(random) ? 2 : exp(g_rand_double_range(random, -8, 8));
            weights[i] = g_rand_double_range(random, 0, 3);
        }
        for (guint p = 0; p < G_N_ELEMENTS(powers); p++) {
            double mean = rk_stats_power_mean(values, weights, 5, powers[p]);
            assert_true(mean <= before * (1 + 1e-12));
            before = mean;
        }
    }
    /* Equal components give their value, to the last bit. */
    double equal[] = {0.1, 0.1, 0.1}, weights[] = {0.3, 0.7, 1.1};
    for (double power = -2; power <= 2; power++)
        assert_true(rk_stats_power_mean(equal, weights, 3, power) == 0.1);
}

static const char *const combinations[] = {
    "[{weight: [a, b, c], weights: [%s], method: arithmetic, availability: 0.3, as: r}]",
    "[{weight: [a, b, c], weights: [%s], method: geometric, availability: 0.3, as: r}]",
    "[{weight: [a, b, c], weights: [%s], method: harmonic, availability: 0.3, as: r}]"};

static void test_scaled_weights(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    for (guint round = 0; round < ROUNDS; round++) {
        g_autofree double *values = draw(random, MOST, TRUE);
        g_autofree guint *order = shuffled(NULL, MOST);
        for (guint m = 0; m < G_N_ELEMENTS(combinations); m++) {
            g_autofree char *plain = g_strdup_printf(combinations[m], "0.2, 0.3, 0.5");
            g_autofree char *scaled = g_strdup_printf(combinations[m], "14, 21, 35");
            g_autofree double *one = results_of(values, order, MOST, plain);
            g_autofree double *other = results_of(values, order, MOST, scaled);
            for (guint i = 0; i < MOST; i++)
                assert_true(isnan(one[i]) ? isnan(other[i]) : fabs(one[i] - other[i]) <= 1e-13 * fabs(one[i]));
        }
    }
}

static void test_permuted_rows(void **state)
{
    (void)state;
    static const char *const steps[] = {"[{normalize: a, as: r}]",
                                        "[{normalize: a, method: zscore, as: r}]",
                                        "[{normalize: a, method: rank, ties: average, as: r}]",
                                        "[{normalize: a, method: percentile, as: r}]",
                                        "[{normalize: a, method: fraction, as: r}]",
                                        "[{share: a, as: r}]",
                                        "[{groups: a, count: 3, as: r}]",
                                        "[{groups: a, count: 3, method: gaps, as: r}]",
                                        "[{groups: a, count: 3, method: equal, as: r}]",
                                        "[{benchmark: a, to: average, method: zscore, as: r}]",
                                        "[{benchmark: a, to: best, as: r}]",
                                        "[{impute: a, method: mean, as: r}]",
                                        "[{impute: a, method: linear, time: id, as: r}]",
                                        "[{impute: a, method: steffen, time: id, outside: nearest, as: r}]",
                                        "[{impute: a, method: carry, time: id, as: r}]",
                                        "[{index: a, time: id, as: r}]",
                                        "[{change: a, time: id, as: r}]",
                                        "[{growth: a, time: id, as: r}]",
                                        "[{weight: [a, b, c], availability: 0.3, as: r}]"};
    g_autoptr(GRand) random = g_rand_new_with_seed(4);
    for (guint round = 0; round < ROUNDS; round++) {
        g_autofree double *values = draw(random, MOST, TRUE);
        g_autofree guint *straight = shuffled(NULL, MOST), *order = shuffled(random, MOST);
        for (guint s = 0; s < G_N_ELEMENTS(steps); s++) {
            g_autofree double *one = results_of(values, straight, MOST, steps[s]);
            g_autofree double *other = results_of(values, order, MOST, steps[s]);
            for (guint i = 0; i < MOST; i++)
                if (isnan(one[i]) != isnan(other[i]) || fabs(one[i] - other[i]) > 1e-12 * fmax(1, fabs(one[i])))
                    fail_msg("%s: row %u is %.17g or %.17g", steps[s], i, one[i], other[i]);
        }
    }
}

/* Not worse in any component, and then not worse in the whole: exactly, with rounding. */
static void test_dominance(void **state)
{
    (void)state;
    static const char *const normalized = "[{normalize: a, range: [1, 100], as: a}, {normalize: b, range: [1, 100], "
                                          "as: b}, {normalize: c, range: [1, 100], as: c}, "
                                          "{weight: [a, b, c], weights: [%s], method: %s, as: r}]";
    static const char *const methods[] = {"arithmetic", "geometric", "harmonic", "power, power: 0.5"};
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    guint dominated = 0;
    for (guint round = 0; round < ROUNDS; round++) {
        g_autofree double *values = draw(random, MOST, FALSE);
        g_autofree guint *order = shuffled(NULL, MOST);
        g_autofree char *weights = g_strdup_printf("0.%u, 0.%u, 1.%u", g_rand_int_range(random, 1, 999),
                                                   g_rand_int_range(random, 1, 999), g_rand_int_range(random, 1, 999));
        g_autofree char *steps = g_strdup_printf(normalized, weights, methods[round % G_N_ELEMENTS(methods)]);
        g_autofree double *results = results_of(values, order, MOST, steps);
        for (guint i = 0; i < MOST; i++)
            for (guint j = 0; j < MOST; j++) {
                const double *x = values + 3 * i, *y = values + 3 * j;
                if (!(x[0] >= y[0] && x[1] >= y[1] && x[2] >= y[2]))
                    continue;
                dominated += i != j;
                if (results[i] < results[j])
                    fail_msg("%s: %.17g < %.17g", steps, results[i], results[j]);
            }
    }
    assert_true(dominated > 1000);
}

/* ---- k-means against all possible cuts ---- */

static double scatter(const double *sorted, guint first, guint end)
{
    double sum = 0, squares = 0;
    for (guint i = first; i < end; i++)
        sum += sorted[i];
    for (guint i = first; i < end; i++)
        squares += (sorted[i] - sum / (end - first)) * (sorted[i] - sum / (end - first));
    return squares;
}

static double best_of_all(const double *sorted, guint first, guint count, guint groups)
{
    if (groups == 1)
        return scatter(sorted, first, count);
    double best = INFINITY;
    for (guint end = first + 1; end + groups - 1 <= count; end++)
        best = fmin(best, scatter(sorted, first, end) + best_of_all(sorted, end, count, groups - 1));
    return best;
}

static void test_kmeans_is_optimal(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(6);
    for (guint round = 0; round < 200; round++) {
        guint count = (guint)g_rand_int_range(random, 5, 14), wanted = (guint)g_rand_int_range(random, 1, 5);
        double sorted[14] = {0};
        guint32 groups[14];
        for (guint i = 0; i < count; i++)
            sorted[i] = (i == 0 ? 0 : sorted[i - 1]) + g_rand_int_range(random, 1, 40);
        assert_true(rk_stats_partition_kmeans(sorted, count, wanted, groups, NULL));
        double cost = 0;
        for (guint first = 0, end; first < count; first = end) {
            for (end = first; end < count && groups[end] == groups[first]; end++)
                ;
            cost += scatter(sorted, first, end);
        }
        assert_int_equal(groups[count - 1], wanted - 1);
        assert_near(cost, best_of_all(sorted, 0, count, wanted), 1e-9 * (1 + cost));
    }
}

/* The optimum of all 4845 ways to cut (R 4.2, enumeration with combn). */
static void test_kmeans_oracle(void **state)
{
    (void)state;
    static const double values[] = {5,  162, 171, 81,  55,  262, 75, 427, 20, 5,
                                    94, 75,  187, 187, 121, 35,  68, 96,  52, 91};
    static const guint32 in_five[] = {0, 2, 2, 1, 0, 3, 1, 4, 0, 0, 1, 1, 2, 2, 1, 0, 1, 1, 0, 1};
    static const guint32 in_three[] = {0, 1, 1, 0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0};
    guint32 groups[20];
    assert_true(rk_stats_partition_kmeans(values, 20, 5, groups, NULL));
    assert_memory_equal(groups, in_five, sizeof groups);
    assert_true(rk_stats_partition_kmeans(values, 20, 3, groups, NULL));
    assert_memory_equal(groups, in_three, sizeof groups);
}

static void test_partition_refusals(void **state)
{
    (void)state;
    const double values[] = {1, INFINITY, 3};
    guint32 groups[3];
    RkStatsReason reason;
    assert_false(rk_stats_partition_kmeans(values, 3, 2, groups, &reason));
    assert_int_equal(reason, RK_STATS_NOT_FINITE);
    assert_int_equal(groups[0], RK_PARTITION_NONE);
    assert_false(rk_stats_partition_gaps(values, 1, 2, groups, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    assert_false(rk_stats_partition_equal(values, 0, 1, groups, &reason));
    assert_int_equal(reason, RK_STATS_TOO_FEW);
    /* Farther apart than a double can say. */
    const double wide[] = {-1.7e308, 1.6e308, 1.7e308};
    assert_true(rk_stats_partition_kmeans(wide, 3, 2, groups, &reason));
    assert_int_equal(groups[1], 1);
    assert_int_equal(groups[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),           cmocka_unit_test(test_means_in_order),
        cmocka_unit_test(test_scaled_weights), cmocka_unit_test(test_permuted_rows),
        cmocka_unit_test(test_dominance),      cmocka_unit_test(test_kmeans_is_optimal),
        cmocka_unit_test(test_kmeans_oracle),  cmocka_unit_test(test_partition_refusals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb rankinterval: columns, groups, excluded rows, and what it refuses. Ranks and groups here are certain by the
 * geometry of the intervals: neighbours that overlap by half swap in 1/8 of the cases, intervals that only touch never.
 */
#include "support-near.h"
#include "support-transform.h"

#define STEP "[{rankinterval: v, rounding: 1, draws: 2000, "

static const char neighbours[] = "name|v:number\nD|5\nB|9.95\nA|10\nN|\nC|9.9";

/* The columns of these names, row by row: "1 1 2, …" */
static void assert_columns(const RkTable *table, const char *const *names, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++)
        for (guint i = 0; names[i] != NULL; i++) {
            const RkColumn *column = rk_table_find(table, names[i]);
            assert_non_null(column);
            g_autofree char *cell = rk_column_write(column, row);
            g_string_append_printf(text, "%s%s", i > 0 ? " " : row > 0 ? ", " : "", cell == NULL ? "-" : cell);
        }
    assert_string_equal(text->str, expected);
}

static RkTable *make(const char *table, const char *steps)
{
    GError *error = NULL;
    RkTable *made = apply_steps(table, steps, NULL, &error);
    if (made == NULL)
        fail_msg("%s: %s", steps, error->message);
    return made;
}

static void test_rounding(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = make(neighbours, STEP "seed: 3}]");
    assert_columns(table, (const char *[]){"name", "rank_low", "rank_median", "rank_high", "place", NULL},
                   "D 4 4 4 4, B 1 2 3 2, A 1 1 2 1, N - - - -, C 2 3 3 3");
    assert_columns(table, (const char *[]){"group_first", "group_last", "group_end", "lane", NULL},
                   "3 3 - -, 1 2 3 2, 1 1 2 1, - - - -, 2 2 - -");
    /* Five standard deviations of the mean of 2,000 ranks. */
    assert_near(rk_column_numbers(rk_table_find(table, "rank_mean"))[2], 1.125, 0.037);
    assert_near(rk_column_numbers(rk_table_find(table, "rank_mean"))[1], 2, 0.056);
    /* Two decimals: the intervals do not even touch. */
    g_autoptr(RkTable) apart = make(neighbours, "[{rankinterval: v, rounding: 2, draws: 2000, as: [l, m, h, mean]}]");
    assert_columns(apart, (const char *[]){"l", "m", "h", "mean", "group_first", NULL},
                   "4 4 4 4 4, 2 2 2 2 2, 1 1 1 1 1, - - - - -, 3 3 3 3 3");
    g_autoptr(RkTable) column =
        make("v:number|d:number\n10|0\n9.5|0\n9|1", "[{rankinterval: v, rounding: d, order: ascending, draws: 500}]");
    assert_columns(column, (const char *[]){"rank_low", "rank_high", NULL}, "2 3, 2 3, 1 1");
}

static void test_groups(void **state)
{
    (void)state;
    static const char table[] =
        "y|v:number|e:number|t:boolean\n1|3|0|false\n2|8|0|false\n1|4|0|false\n2|9|0|false\n1|99|0|true";
    g_autoptr(RkTable) grouped = make(table, "[{rankinterval: v, error: e, groupby: y, exclude: datum.t, draws: 10}]");
    assert_columns(grouped, (const char *[]){"rank_low", "rank_mean", "place", NULL},
                   "2 2 2, 2 2 2, 1 1 1, 1 1 1, - - -");
    g_autoptr(RkTable) none = make("v:number|e:number\n|1\n|2", "[{rankinterval: v, error: e}]");
    assert_columns(none, (const char *[]){"rank_low", "group_first", NULL}, "- -, - -");
    g_autoptr(RkTable) empty = make("v:number|e:number", "[{rankinterval: v, error: e}]");
    assert_int_equal(rk_table_rows(empty), 0);
    assert_int_equal(rk_table_columns(empty), 11);
}

/* B is better than A in everything and C worse; D is the best in one and the worst in the other. */
static void test_weights(void **state)
{
    (void)state;
    static const char table[] = "name|a:number|b:number\nA|5|5\nB|6|6\nC|4|4\nD|9|0";
    g_autoptr(RkTable) any = make(table, "[{rankinterval: [a, b], draws: 3000}]");
    assert_columns(any, (const char *[]){"rank_low", "rank_high", "place", NULL}, "2 3 2, 1 2 1, 3 4 4, 1 4 3");
    g_autoptr(RkTable) noisy = make(table, "[{rankinterval: [a, b], weights: [1, 9], noise: 0.5, draws: 3000}]");
    assert_columns(noisy, (const char *[]){"rank_low", "rank_high", "place", NULL}, "2 2 2, 1 1 1, 3 3 3, 4 4 4");
}

static void test_probabilities(void **state)
{
    (void)state;
    g_autoptr(RkTable) table =
        make("name|v:number\nA|3\nB|1\nN|", "[{rankinterval: v, rounding: 0, probabilities: true}]");
    assert_columns(table, (const char *[]){"name", "rank", "probability", NULL}, "A 1 1, A 2 0, B 1 0, B 2 1");
    g_autoptr(RkTable) named = make(
        "name|v:number\nA|3\nB|3", "[{rankinterval: v, rounding: 0, probabilities: true, as: [r, p], tiebreak: name}]");
    const double *chances = rk_column_numbers(rk_table_find(named, "p"));
    assert_int_equal(rk_table_rows(named), 4);
    assert_near(chances[0], 0.5, 0.025);
    assert_near(chances[0] + chances[1], 1, 1e-12);
}

static void test_refusals(void **state)
{
    (void)state;
    static const char table[] = "v:number@u|w:number@x|u|x|e:number\n1|2|PC|EUR|1\n2|3|PC|EUR|";
    assert_refuses(table, "[{rankinterval: v}]",
                   "figure.yaml:1:17: rankinterval: a single column needs either error or rounding");
    assert_refuses(table, "[{rankinterval: v, error: e, rounding: 1}]",
                   "figure.yaml:1:17: rankinterval: a single column needs either error or rounding");
    assert_refuses(table, "[{rankinterval: v, error: e}]",
                   "figure.yaml:1:27: rankinterval: a value with the standard error none in column \"e\" (the row is "
                   "data.csv:3)");
    assert_refuses("v:number|e:number\n1|-1", "[{rankinterval: v, error: e}]",
                   "figure.yaml:1:27: rankinterval: a value with the standard error -1 in column \"e\" (the row is "
                   "data.csv:2)");
    assert_refuses(
        "v:number|e:number\n1|99", "[{rankinterval: v, rounding: e}]",
        "figure.yaml:1:30: rankinterval: a value with the decimals 99 in column \"e\" (the row is data.csv:2)");
    assert_refuses(table, "[{rankinterval: [v, w]}]",
                   "figure.yaml:1:21: rankinterval over indicators in different units, PC and EUR (normalize the "
                   "indicators first)");
    assert_refuses(table, "[{rankinterval: [v], noise: 0.5}]",
                   "figure.yaml:1:29: rankinterval: weights and noise go together (without both, every weighting is as "
                   "likely)");
    assert_refuses(table, "[{rankinterval: [v], weights: [1, 2], noise: 0.5}]",
                   "figure.yaml:1:31: rankinterval: one weight for each indicator is needed");
    assert_refuses(table, "[{rankinterval: [v], weights: [1], noise: 2}]",
                   "figure.yaml:1:43: rankinterval: noise is above 0 and at most 1");
    assert_refuses(table, "[{rankinterval: [v], weights: [-1], noise: 1}]",
                   "figure.yaml:1:17: rankinterval: a negative weight");
    assert_refuses(table, "[{rankinterval: v, weights: [1], noise: 1}]",
                   "figure.yaml:1:29: rankinterval: weights need a list of indicators (rankinterval: [a, b, c])");
    assert_refuses(table, "[{rankinterval: [v], rounding: 1}]",
                   "figure.yaml:1:32: rankinterval: indicators vary by their weights, not by errors or rounding");
    assert_refuses(table, "[{rankinterval: []}]", "figure.yaml:1:17: rankinterval: a list without an indicator");
    assert_refuses(table, "[{rankinterval: v, rounding: 1.5}]",
                   "figure.yaml:1:30: rankinterval: rounding is a whole number from -15 to 15");
    assert_refuses(table, "[{rankinterval: v, rounding: 1, draws: 0}]",
                   "figure.yaml:1:40: rankinterval: draws is a whole number from 1 to 1000000");
    assert_refuses(table, "[{rankinterval: v, rounding: 1, seed: -1}]",
                   "figure.yaml:1:39: rankinterval: seed is a whole number from 0 to 9007199254740992");
    assert_refuses(table, "[{rankinterval: v, rounding: 1, level: 0.3}]",
                   "figure.yaml:1:40: rankinterval: level is a share from 0.5 to 1");
    assert_refuses(
        "v:number@u|u\n1|PC\n2|EUR", "[{rankinterval: v, rounding: 1}]",
        "figure.yaml:1:17: rankinterval over mixed units \"PC\" and \"EUR\" in column \"v\" (filter or group by the "
        "unit; the first odd row is data.csv:3)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rounding), cmocka_unit_test(test_groups),
                                       cmocka_unit_test(test_weights), cmocka_unit_test(test_probabilities),
                                       cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

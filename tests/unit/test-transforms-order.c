/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * window and rank. The values of the first table are those of Vega 5's window transform (npm, under node, 2026-11-20),
 * save where the house leaves missing values without a rank; the rest is worked out by hand.
 */
#include "support-says.h"

#define ROWS "i:number | g | v:number\n0 | a | 3\n1 | a | 1\n2 | b | 5\n3 | a | 3\n4 | b | 2\n5 | a | 2\n6 | b | 5\n"
#define SORTED ", groupby: [g], sort: [{field: v, order: ascending}]}]"

static void test_places(void **state)
{
    (void)state;
    assert_makes(
        ROWS,
        "[{window: [{op: row_number, as: rn}, {op: rank}, {op: dense_rank, as: dr}, {op: percent_rank, as: pr}, {op: "
        "cume_dist, as: cd}, {op: ntile, param: 2, as: nt}]" SORTED,
        "i|g|v|rn|rank|dr|pr|cd|nt\n"
        "0|a|3|3|3|3|0.6666666666666666|1|2\n"
        "1|a|1|1|1|1|0|0.25|1\n"
        "2|b|5|2|2|2|0.5|1|2\n"
        "3|a|3|4|3|3|0.6666666666666666|1|2\n"
        "4|b|2|1|1|1|0|0.3333333333333333|1\n"
        "5|a|2|2|2|2|0.3333333333333333|0.5|1\n"
        "6|b|5|3|2|2|0.5|1|2");
}

static void test_neighbours(void **state)
{
    (void)state;
    assert_makes(ROWS,
                 "[{window: [{op: lag, field: i, as: lag}, {op: lead, field: i, param: 2, as: lead}, {op: first_value, "
                 "field: i, "
                 "as: fv}, {op: last_value, field: i, as: lv}, {op: nth_value, param: 2, field: v, as: nv}]" SORTED,
                 "i|g|v|lag|lead|fv|lv|nv\n"
                 "0|a|3|5||1|3|2\n"
                 "1|a|1||0|1|1|\n"
                 "2|b|5|4||4|6|5\n"
                 "3|a|3|0||1|3|2\n"
                 "4|b|2||6|4|4|\n"
                 "5|a|2|1|3|1|5|2\n"
                 "6|b|5|2||4|6|5");
    assert_makes(
        "u | f | t:time | v:number@u#f\nEUR | p | 2020 | 1\nUSD | | 2021 | 2\n",
        "[{window: [{op: lag, field: v, as: a}, {op: lead, field: t, as: b}, {op: lag, field: u, param: 0, as: c}]}]",
        "u|f|t|v|a|b|c\nEUR|p|2020|1@EUR#p||2021|EUR\nUSD||2021|2@USD|1@EUR#p||USD");
}

static void test_frames(void **state)
{
    (void)state;
    static const char ops[] =
        "[{window: [{op: sum, field: v, as: s}, {op: count, as: n}, {op: max, field: v, as: x}, {op: median, "
        "field: v, as: m}]";
    g_autofree char *running = g_strconcat(ops, SORTED, NULL);
    assert_makes(ROWS, running,
                 "i|g|v|s|n|x|m\n0|a|3|9|4|3|2.5\n1|a|1|1|1|1|1\n2|b|5|12|3|5|5\n3|a|3|9|4|3|2.5\n4|b|2|2|1|2|2\n"
                 "5|a|2|3|2|2|1.5\n6|b|5|12|3|5|5");
    g_autofree char *near = g_strconcat(ops, ", frame: [-1, 1], ignorePeers: true", SORTED, NULL);
    assert_makes(ROWS, near,
                 "i|g|v|s|n|x|m\n0|a|3|8|3|3|3\n1|a|1|3|2|2|1.5\n2|b|5|12|3|5|5\n3|a|3|6|2|3|3\n4|b|2|7|2|5|3.5\n"
                 "5|a|2|6|3|3|2\n6|b|5|10|2|5|5");
    g_autofree char *peers = g_strconcat(ops, ", frame: [-1, 1]", SORTED, NULL);
    assert_makes(ROWS, peers,
                 "i|g|v|s|n|x|m\n0|a|3|8|3|3|3\n1|a|1|3|2|2|1.5\n2|b|5|12|3|5|5\n3|a|3|6|2|3|3\n4|b|2|12|3|5|5\n"
                 "5|a|2|9|4|3|2.5\n6|b|5|10|2|5|5");
    g_autofree char *whole = g_strconcat(ops, ", frame: [null, null]", SORTED, NULL);
    assert_makes(ROWS, whole,
                 "i|g|v|s|n|x|m\n0|a|3|9|4|3|2.5\n1|a|1|9|4|3|2.5\n2|b|5|12|3|5|5\n3|a|3|9|4|3|2.5\n4|b|2|12|3|5|5\n"
                 "5|a|2|9|4|3|2.5\n6|b|5|12|3|5|5");
}

/* Without an order no two rows are equal, and the table's own order counts. */
static void test_unsorted(void **state)
{
    (void)state;
    assert_makes(ROWS, "[{window: [{op: sum, field: v, as: s}, {op: rank, as: r}, {op: mean, field: v}]}]",
                 "i|g|v|s|r|mean_v\n0|a|3|3|1|3\n1|a|1|4|2|2\n2|b|5|9|3|3\n3|a|3|12|4|3\n4|b|2|14|5|2.8\n"
                 "5|a|2|16|6|2.6666666666666665\n6|b|5|21|7|3");
}

/* Missing values come last in either direction, have no rank, and are not summed. */
static void test_missing(void **state)
{
    (void)state;
    static const char *const orders[] = {"ascending", "descending"};
    static const char *const expected[] = {"v|r|n|p|s\n|||4|3#+\n1|1|0.5|1|1\n|||4|3#+\n2|2|1|2|3",
                                           "v|r|n|p|s\n|||4|3#+\n1|2|1|2|3\n|||4|3#+\n2|1|0.5|1|2"};
    for (guint i = 0; i < 2; i++) {
        g_autofree char *steps = g_strdup_printf("[{window: [{op: rank, as: r}, {op: cume_dist, as: n}, {op: count, "
                                                 "as: p}, {op: sum, field: v, as: s}], sort: "
                                                 "{field: v, order: %s}}]",
                                                 orders[i]);
        assert_makes("v:number\n\n1\n\n2\n", steps, expected[i]);
    }
}

static void test_sorting(void **state)
{
    (void)state;
    /* By text and then by number, in different directions; times and truths sort too. */
    assert_makes("g | v:number\nb | 1\na | 1\nb | 2\na | 2\n",
                 "[{window: [{op: row_number, as: n}], sort: [{field: g}, {field: v, order: descending}]}]",
                 "g|v|n\nb|1|4\na|1|2\nb|2|3\na|2|1");
    assert_makes("t:time | b:boolean\n2021 | true\n2019 | true\n2020 | false\n",
                 "[{window: [{op: row_number, as: n}], sort: {field: t}}, {window: [{op: row_number, as: m}], sort: "
                 "{field: b}}]",
                 "t|b|n|m\n2021|true|3|2\n2019|true|1|3\n2020|false|2|1");
}

static void test_running_sum_is_exact(void **state)
{
    (void)state;
    assert_makes("v:number\n1e16\n1\n-1e16\n1\n", "[{window: [{op: sum, field: v, as: s}]}, {filter: datum.v == 1}]",
                 "v|s\n1|10000000000000000\n1|2");
}

static void test_window_errors(void **state)
{
    (void)state;
    assert_refuses(ROWS, "[{window: [{op: rnk}]}]",
                   "figure.yaml:1:17: unknown operation \"rnk\" (did you mean \"rank\"?)");
    assert_refuses(ROWS, "[{window: [{op: lag}]}]", "figure.yaml:1:12: lag needs a field");
    assert_refuses(ROWS, "[{window: [{op: lag, field: v, param: -1}]}]",
                   "figure.yaml:1:39: param of lag is a whole number, 0 or more");
    assert_refuses(ROWS, "[{window: [{op: rank, param: 1}]}]", "figure.yaml:1:30: rank takes no param");
    assert_refuses(ROWS, "[{window: [{op: rank}], frame: [1]}]",
                   "figure.yaml:1:32: a frame has two ends (write [null, null])");
    assert_refuses(
        ROWS, "[{window: [{op: rank}], frame: [2, 0]}]",
        "figure.yaml:1:32: the frame ends before it begins (rows before the own one are below zero: [-2, 0])");
    assert_refuses(ROWS, "[{window: [{op: ntile}]}]",
                   "figure.yaml:1:12: ntile needs a param (add for example param: 4)");
    assert_refuses(ROWS, "[{window: [{op: nth_value, field: v, param: 0}]}]",
                   "figure.yaml:1:45: param of nth_value is a whole number, 1 or more");
    assert_refuses(ROWS, "[{window: [{op: rank}], sort: {field: w}}]",
                   "figure.yaml:1:39: there is no column \"w\" (there are: i, g, v)");
    assert_refuses("u | v:number@u\nEUR | 1\nUSD | 2\n", "[{window: [{op: sum, field: v}]}]",
                   "figure.yaml:1:17: sum over mixed units \"EUR\" and \"USD\" in column \"v\" (bring them together "
                   "with {convert: v, to: EUR, rates: …, date: …}, or filter or group by the unit; "
                   "the first odd row is data.csv:3)");
}

#define RANKED "geo | v:number\nLT | 20\nEU | 99\nEE | 30\nLV | 20\nPL |\nFI | 10\n"

static void test_rank(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"ties: min", "3 1 2 3 - 5"},
                                           {"ties: max", "4 1 2 4 - 5"},
                                           {"ties: dense", "3 1 2 3 - 4"},
                                           {"ties: average", "3.5 1 2 3.5 - 5"},
                                           {"ties: ordinal, tiebreak: geo", "3 1 2 4 - 5"},
                                           {"order: descending", "3 1 2 3 - 5"},
                                           {"order: ascending", "2 5 4 2 - 1"},
                                           {"order: ascending, ties: ordinal, tiebreak: geo", "2 5 4 3 - 1"},
                                           {"exclude: \"datum.geo == 'EU'\"", "2 - 1 2 - 4"},
                                           {"exclude: {field: geo, oneOf: [EU, EE]}", "1 - - 1 - 3"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *steps = g_strdup_printf("[{rank: v, as: r, %s}]", cases[i][0]);
        g_autoptr(RkTable) output = apply_steps(RANKED, steps, NULL, NULL);
        assert_non_null(output);
        g_autoptr(GString) ranks = g_string_new(NULL);
        for (gsize row = 0; row < rk_table_rows(output); row++) {
            g_autofree char *rank = rk_column_write(rk_table_find(output, "r"), row);
            g_string_append_printf(ranks, "%s%s", row == 0 ? "" : " ", rank == NULL ? "-" : rank);
        }
        if (strcmp(ranks->str, cases[i][1]) != 0)
            fail_msg("%s gives %s, expected %s", cases[i][0], ranks->str, cases[i][1]);
    }
}

static void test_rank_groups(void **state)
{
    (void)state;
    assert_makes("y:time | geo | v:number\n2019 | LT | 1\n2020 | LT | 5\n2019 | LV | 2\n2020 | LV | 4\n",
                 "[{rank: v, groupby: [y]}]", "y|geo|v|rank\n2019|LT|1|2\n2020|LT|5|1\n2019|LV|2|1\n2020|LV|4|2");
    /* Unrounded values: the second is larger by one unit in the last place. */
    assert_makes("v:number\n0.1\n0.10000000000000002\n", "[{rank: v}]", "v|rank\n0.1|2\n0.10000000000000002|1");
}

/* Aggregates are ranked when nothing is said of them, but not in silence. */
static void test_rank_aggregates(void **state)
{
    (void)state;
    static const char *const silent[] = {"[{rank: v, exclude: \"datum.geo == 'EU27_2020'\"}]",
                                         "[{rank: v, exclude: \"false\"}]", "[{rank: v, groupby: [geo]}]",
                                         "[{rank: v, groupby: geo}]",
                                         "[{filter: \"datum.geo != 'EU27_2020'\"}, {rank: v}]"};
    static const char table[] =
        "geo | country | v:number\nLT | Lithuania | 1\nEU27_2020 | Union | 5\nLV | Latvia | 2\n";
    assert_says(table, "[{rank: v}]",
                "figure.yaml:1:9: warning: rank ranks aggregates like places: 1 row, the first is Union (data.csv:3) "
                "(exclude picks the rows that have no rank; \"false\" picks none)");
    assert_says("country | v:number\nLT | 1\nNATO Total | 5\nWorld | 2\nWorld |\n", "[{rankinterval: v, rounding: 0}]",
                "figure.yaml:1:17: warning: rankinterval ranks aggregates like places: 2 rows, the first is NATO Total "
                "(data.csv:3) (exclude picks the rows that have no rank; \"false\" picks none)");
    for (guint i = 0; i < G_N_ELEMENTS(silent); i++)
        assert_says(table, silent[i], "");
}

static void test_nothing_to_rank(void **state)
{
    (void)state;
    static const char nothing[] = "name | t | v:number\nA | 1 |\nB | 2 |\n",
                      some[] = "name | t | v:number\nA | 1 |\nB | 2 | 3\n";
    assert_says(nothing, "[{rank: v}]",
                "figure.yaml:1:9: warning: rank: no row has a rank: all values are missing or excluded");
    assert_says(nothing, "[{rank: v, groupby: [t]}]",
                "figure.yaml:1:9: warning: rank: no row has a rank: all values are missing or excluded");
    assert_says(some, "[{rank: v, exclude: \"datum.name == 'B'\"}]",
                "figure.yaml:1:9: warning: rank: no row has a rank: all values are missing or excluded");
    assert_says(nothing, "[{rankinterval: v, rounding: 0}]",
                "figure.yaml:1:17: warning: rankinterval: no row has a rank: all values are missing or excluded");
    assert_says(some, "[{rank: v, groupby: [t]}]", "");
    assert_says(some, "[{rankinterval: v, rounding: 0, groupby: [t]}]", "");
}

/* A map chooses its verb by the first name in the list that is one of its keys: a verb that is another one's key, too,
 * must come after it. */
static void test_verbs_before_keys(void **state)
{
    (void)state;
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++)
        for (const RkTransform *const *other = rk_transforms(); other < verb; other++)
            if (rk_shape_find((*verb)->shape, (*other)->name) != NULL)
                fail_msg("%s has a key that is an earlier verb: %s", (*verb)->name, (*other)->name);
}

static void test_rank_errors(void **state)
{
    (void)state;
    assert_refuses(RANKED, "[{rank: geo}]", "figure.yaml:1:9: rank of text column \"geo\" (name a column of numbers)");
    assert_refuses(RANKED, "[{rank: v, ties: ordinal, tiebreak: v}]",
                   "figure.yaml:1:37: tiebreak by number column \"v\": text is needed");
    assert_refuses("g | u | v:number@u\na | EUR | 1\nb | USD | 2\nc | EUR | 3\n", "[{rank: v}]",
                   "figure.yaml:1:9: rank over mixed units \"EUR\" and \"USD\" in column \"v\" (bring them together "
                   "with {convert: v, to: EUR, rates: …, date: …}, or filter or group by the unit; "
                   "the first odd row is data.csv:3)");
    assert_makes("g | u | v:number@u\na | EUR | 1\nb | USD | 2\nc | EUR | 3\n",
                 "[{rank: v, exclude: \"datum.g == 'b'\"}]", "g|u|v|rank\na|EUR|1@EUR|2\nb|USD|2@USD|\nc|EUR|3@EUR|1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_neighbours),
                                       cmocka_unit_test(test_frames),
                                       cmocka_unit_test(test_unsorted),
                                       cmocka_unit_test(test_missing),
                                       cmocka_unit_test(test_sorting),
                                       cmocka_unit_test(test_running_sum_is_exact),
                                       cmocka_unit_test(test_window_errors),
                                       cmocka_unit_test(test_rank),
                                       cmocka_unit_test(test_rank_groups),
                                       cmocka_unit_test(test_rank_aggregates),
                                       cmocka_unit_test(test_nothing_to_rank),
                                       cmocka_unit_test(test_verbs_before_keys),
                                       cmocka_unit_test(test_rank_errors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

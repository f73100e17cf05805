/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods in tables: of every frequency through change and expressions, several frequencies in one column kept apart.
 * Expected values are worked out by hand; ISO weeks with Python 3.11.
 */
#include "support-says.h"

#define YEAR_AGO "[{change: v, from: yearAgo}]"

/* Each frequency counts to its own neighbour and to its own last year. */
static void test_every_frequency(void **state)
{
    (void)state;
    assert_makes("time:time | v:number\n2019 | 1\n2020 | 3\n2022 | 9\n", "[{change: v}]",
                 "time|v|change\n2019|1|\n2020|3|2\n2022|9|");
    assert_makes("time:time | v:number\n2018/19 | 1\n2019/20 | 3\n", "[{change: v}, {change: v, from: yearAgo, as: c}]",
                 "time|v|change|c\n2018/19|1||\n2019/20|3|2|2");
    assert_makes("time:time | v:number\n2019-S2 | 1\n2020-S1 | 2\n2020-S2 | 5\n", YEAR_AGO,
                 "time|v|change\n2019-S2|1|\n2020-S1|2|\n2020-S2|5|4");
    assert_makes("time:time | v:number\n2019-Q1 | 1\n2019-Q4 | 2\n2020-Q1 | 5\n", YEAR_AGO,
                 "time|v|change\n2019-Q1|1|\n2019-Q4|2|\n2020-Q1|5|4");
    assert_makes("time:time | v:number\n2019-02 | 1\n2020-01 | 2\n2020-02 | 5\n", YEAR_AGO,
                 "time|v|change\n2019-02|1|\n2020-01|2|\n2020-02|5|4");
    /* 2020 has 53 weeks, 2019 and 2021 have 52: last year's week 1 is 53 weeks ago, and week 53 has none. */
    assert_makes("time:time | v:number\n2019-W52 | 0\n2020-W01 | 1\n2020-W53 | 2\n2021-W01 | 5\n", YEAR_AGO,
                 "time|v|change\n2019-W52|0|\n2020-W01|1|\n2020-W53|2|\n2021-W01|5|4");
    assert_makes("time:time | v:number\n2019-02-28 | 1\n2020-02-28 | 2\n2020-02-29 | 5\n", YEAR_AGO,
                 "time|v|change\n2019-02-28|1|\n2020-02-28|2|1\n2020-02-29|5|");
    assert_makes("time:time | v:number\n2019-Q1 | 100\n2020-Q1 | 121\n",
                 "[{growth: v, from: yearAgo, annualize: true}]", "time|v|growth\n2019-Q1|100|@PC\n2020-Q1|121|21@PC");
    assert_refuses("time:number | v:number\n2019 | 1\n", YEAR_AGO,
                   "figure.yaml:1:20: yearAgo needs periods of the calendar, and \"time\" holds numbers (write from: "
                   "previous with a lag)");
}

#define MIXED "freq | time:time | v:number\nA | 2019 | 10\nQ | 2019-Q1 | 1\nA | 2020 | 14\nQ | 2019-Q2 | 3\n"

static void test_mixed(void **state)
{
    (void)state;
    /* By frequency each has its own neighbours. */
    assert_makes(MIXED, "[{change: v, groupby: [freq]}]",
                 "freq|time|v|change\nA|2019|10|\nQ|2019-Q1|1|\nA|2020|14|4\nQ|2019-Q2|3|2");
    assert_refuses(
        MIXED, "[{change: v}]",
        "figure.yaml:1:11: change: periods of several frequencies, 2019 and 2019-Q1 (filter to one of them with "
        "frequency(datum.time), or add their column (freq) to groupby)");
    assert_refuses(
        MIXED, "[{change: v, from: 2019, groupby: [freq]}]",
        "figure.yaml:1:20: a named period: \"time\" holds periods of several frequencies, 2019 and 2019-Q1 (filter "
        "to one of them: frequency(datum.time) == 'year')");
    assert_refuses(
        MIXED, "[{aggregate: [{op: max, field: time}]}]",
        "figure.yaml:1:32: max: \"time\" holds periods of several frequencies, 2019 and 2019-Q1 (filter to one of "
        "them: frequency(datum.time) == 'year')");
    assert_refuses(
        MIXED, "[{regression: v, on: time}]",
        "figure.yaml:1:22: regression on: \"time\" holds periods of several frequencies, 2019 and 2019-Q1 (filter "
        "to one of them: frequency(datum.time) == 'year')");
    assert_refuses(
        MIXED, "[{timeUnit: year, field: time, as: y}]",
        "figure.yaml:1:26: timeUnit: \"time\" holds periods of several frequencies, 2019 and 2019-Q1 (filter to one "
        "of them: frequency(datum.time) == 'year')");
    /* A year and its first quarter begin together, and are two groups and two keys. */
    assert_makes(MIXED, "[{aggregate: [{op: count, as: n}], groupby: [time]}]",
                 "time|n\n2019|1\n2019-Q1|1\n2020|1\n2019-Q2|1");
    assert_makes(MIXED,
                 "[{lookup: time, from: {data: {values: \"t:time | w\\n2019-Q1 | q\\n2020-Q1 | r\\n\"}, key: t}}]",
                 "freq|time|v|w\nA|2019|10|\nQ|2019-Q1|1|q\nA|2020|14|\nQ|2019-Q2|3|");
    assert_makes("time:time\n2020\n",
                 "[{lookup: time, from: {data: {values: \"t:time | w\\n2020-Q1 | q\\n\"}, key: t}}]", "time|w\n2020|");
    assert_makes("time:time\n2020-01-01\n",
                 "[{lookup: time, from: {data: {values: \"t:time | w\\n2020-01-01T00:00Z | q\\n\"}, key: t}}]",
                 "time|w\n2020-01-01|q");
    assert_makes(MIXED, "[{filter: \"frequency(datum.time) == 'quarter'\"}, {change: v}]",
                 "freq|time|v|change\nQ|2019-Q1|1|\nQ|2019-Q2|3|2");
    /* What one frequency is left of is an ordinary column again. */
    assert_makes(MIXED, "[{filter: \"datum.freq == 'A'\"}, {aggregate: [{op: max, field: time, as: last}]}]",
                 "last\n2020");
}

static void test_expressions(void **state)
{
    (void)state;
    assert_makes(
        "time:time\n2020\n2019/20\n2020-Q1\n2021-W01\n\n",
        "[{calculate: frequency(datum.time), as: f}, {calculate: \"periodOffset(datum.time, -1)\", as: before}, "
        "{calculate: \"yearOffset(datum.time, -1)\", as: year}]",
        "time|f|before|year\n2020|year|2019|2019\n2019/20|split year|2018/19|2018/19\n"
        "2020-Q1|quarter|2019-Q4|2019-Q1\n2021-W01|week|2020-W53|2020-W01\n|||");
    assert_makes("a:time | b:time\n2019-Q4 | 2020-Q1\n2019-Q4 | \n2020-Q1 | 2019-Q4\n",
                 "[{calculate: \"periodsBetween(datum.a, datum.b)\", as: n}]",
                 "a|b|n\n2019-Q4|2020-Q1|1\n2019-Q4||\n2020-Q1|2019-Q4|-1");
    assert_makes("a:time\n2020\n", "[{calculate: \"periodsBetween(datum.a, '2020-Q1')\", as: n}]", "a|n\n2020|");
    assert_makes("a\nx\n", "[{calculate: \"periodOffset(datum.a, 1)\", as: n}]", "a|n\nx|");
}

/* A split year is no calendar year. */
static void test_split_years(void **state)
{
    (void)state;
    static const char table[] = "time:time | v:number\n2018/19 | 2\n2019/20 | 3\n";
    assert_makes(table, "[{change: v, from: 2018/19}]", "time|v|change\n2018/19|2|0\n2019/20|3|1");
    assert_refuses(
        table, "[{change: v, from: 2018}]",
        "figure.yaml:1:20: \"2018\" is a year, and \"time\" holds split years (a split year is written 2019/20)");
    assert_refuses(
        "time:time | v:number\n2018 | 2\n", "[{change: v, from: 2018/19}]",
        "figure.yaml:1:20: \"2018/19\" is a split year, and \"time\" holds years (a split year is written 2019/20)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_frequency),
        cmocka_unit_test(test_mixed),
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_split_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

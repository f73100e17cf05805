/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * share, index, change, growth. Expected values are exact arithmetic by hand; the two that are not rational are
 * R 4.2's: (150/100)^(1/3)-1 and (102/100)^4-1.
 */
#include "support-near.h"
#include "support-says.h"

#define PARTS                                                                                                          \
    "geo | time:time | unit | value:number@unit\n"                                                                     \
    "EU  | 2020 | GWH | 40\n"                                                                                          \
    "LT  | 2020 | GWH | 10\n"                                                                                          \
    "LV  | 2020 | GWH | 30\n"                                                                                          \
    "LT  | 2021 | GWH | 5\n"                                                                                           \
    "LV  | 2021 | GWH |\n"

static void test_share(void **state)
{
    (void)state;
    assert_makes(PARTS, "[{share: value, groupby: [time], exclude: \"datum.geo == 'EU'\"}]",
                 "geo|time|unit|value|share\nEU|2020|GWH|40@GWH|100@PC\nLT|2020|GWH|10@GWH|25@PC\n"
                 "LV|2020|GWH|30@GWH|75@PC\nLT|2021|GWH|5@GWH|100@PC#+\nLV|2021|GWH|@GWH|@PC");
    assert_makes(
        PARTS,
        "[{filter: \"year(datum.time) == 2020\"}, {share: value, of: {field: geo, equal: EU}, unit: share, as: s}]",
        "geo|time|unit|value|s\nEU|2020|GWH|40@GWH|1@SHARE\nLT|2020|GWH|10@GWH|0.25@SHARE\n"
        "LV|2020|GWH|30@GWH|0.75@SHARE");
    assert_says(PARTS, "[{share: value, groupby: [time]}]",
                "figure.yaml:1:10: warning: share: missing parts are left out of 1 total, the first for time = 2021: "
                "the shares are too great (impute or exclude them)");
    assert_says("v:number\n0\n0\n", "[{share: v}]",
                "figure.yaml:1:10: warning: share: no result for 1 group: the whole is zero, negative or missing");
    assert_says("v:number\n\n\n", "[{share: v}]",
                "figure.yaml:1:10: warning: share: no result for 1 group: the whole is zero, negative or missing");
}

static void test_share_errors(void **state)
{
    (void)state;
    assert_refuses(PARTS, "[{share: value, groupby: [time], of: \"datum.geo == 'EU'\"}]",
                   "figure.yaml:1:38: share: no row for time = 2021 matches \"datum.geo == 'EU'\" (the benchmark must "
                   "be among the rows, once in each group)");
    assert_refuses(PARTS, "[{share: value, of: {field: geo, equal: LT}}]",
                   "figure.yaml:1:21: share: 2 rows match the predicate instead of one (filter, or add the column that "
                   "tells them apart to groupby)");
    assert_refuses("v:number\n3\n-1\n", "[{share: v}]",
                   "figure.yaml:1:10: share of a total with a negative part in column \"v\" (data.csv:3) (exclude the "
                   "row, or give the whole with \"of\")");
    assert_refuses("u | v:number@u\nPC | 1\nPP | 2\n", "[{share: v}]",
                   "figure.yaml:1:10: share over mixed units \"PC\" and \"PP\" in column \"v\" (filter or group by the "
                   "unit; the first odd row is data.csv:3)");
    assert_refuses("t:time\n2020\n", "[{share: t}]", "figure.yaml:1:10: share of time column \"t\"");
    assert_refuses("t\nx\n", "[{share: t}]", "figure.yaml:1:10: share of text column \"t\" (name a column of numbers)");
}

#define SERIES                                                                                                         \
    "geo | time:time | unit | value:number@unit\n"                                                                     \
    "LT  | 2012 | PC | 15\n"                                                                                           \
    "LT  | 2010 | PC | 10\n"                                                                                           \
    "LT  | 2011 | PC | 12\n"                                                                                           \
    "LV  | 2011 | PC | 4\n"                                                                                            \
    "LV  | 2013 | PC | 3\n"

static void test_index(void **state)
{
    (void)state;
    assert_makes(SERIES, "[{index: value, base: 2011, groupby: [geo]}]",
                 "geo|time|unit|value|index\nLT|2012|PC|15@PC|125@INDEX_2011\n"
                 "LT|2010|PC|10@PC|83.33333333333333@INDEX_2011\nLT|2011|PC|12@PC|100@INDEX_2011\n"
                 "LV|2011|PC|4@PC|100@INDEX_2011\nLV|2013|PC|3@PC|75@INDEX_2011");
    assert_makes(SERIES, "[{index: value, groupby: [geo], as: i}]",
                 "geo|time|unit|value|i\nLT|2012|PC|15@PC|150@INDEX_2010\nLT|2010|PC|10@PC|100@INDEX_2010\n"
                 "LT|2011|PC|12@PC|120@INDEX_2010\nLV|2011|PC|4@PC|100@INDEX_2011\nLV|2013|PC|3@PC|75@INDEX_2011");
    /* A year of quarters is the mean of the four: (8 + 10 + 10 + 12) / 4 = 10. */
    assert_makes("q:time | v:number\n2015-Q1 | 8\n2015-Q2 | 10\n2015-Q3 | 10\n2015-Q4 | 12\n2016-Q1 | 15\n",
                 "[{index: v, time: q, base: 2015}, {filter: datum.v > 10}]",
                 "q|v|index\n2015-Q4|12|120@INDEX_2015\n2016-Q1|15|150@INDEX_2015");
    assert_makes("q:time | v:number\n2015-Q1 | 8\n2015-Q2 | 10\n", "[{index: v, time: q, base: 2015-Q2}]",
                 "q|v|index\n2015-Q1|8|80@INDEX_2015-Q2\n2015-Q2|10|100@INDEX_2015-Q2");
    assert_makes("y:number | v:number\n2015 | 8\n2016 | 10\n", "[{index: v, time: y, base: 2016}]",
                 "y|v|index\n2015|8|80@INDEX_2016\n2016|10|100@INDEX_2016");
    assert_says(SERIES, "[{index: value, base: 2012, groupby: [geo]}]",
                "figure.yaml:1:10: warning: index: no result for 1 group, geo = LV: no value in the base period");
    assert_says(
        "g | time:time | v:number\na | 2010 | 0\nb | 2010 | -2\nc | 2010 | -3\n",
        "[{index: v, base: first, groupby: [g]}]",
        "figure.yaml:1:10: warning: index: no result for 3 groups, the first g = a: the base is not above zero");
}

static void test_index_errors(void **state)
{
    (void)state;
    assert_refuses(SERIES, "[{index: value, base: 2020, groupby: [geo]}]",
                   "figure.yaml:1:23: index: no row of 2020 (\"time\" goes from 2010 to 2013)");
    assert_refuses(SERIES, "[{index: value, base: 2011-03, groupby: [geo]}]",
                   "figure.yaml:1:23: \"2011-03\" is a month, and \"time\" holds years");
    assert_refuses(SERIES, "[{index: value, base: lately, groupby: [geo]}]",
                   "figure.yaml:1:23: \"lately\" is not a period (periods are written 2020, 2020-S1, 2020-Q4, 2020-12, "
                   "2020-W52 or 2020-12-31)");
    assert_refuses(SERIES, "[{index: value, base: 2011}]",
                   "figure.yaml:1:10: index: two rows of 2011, the second is data.csv:5 (filter, or add the column "
                   "that tells the rows apart to groupby)");
    assert_refuses(SERIES, "[{index: value, time: geo}]",
                   "figure.yaml:1:23: index needs times, and \"geo\" is a text column (periods are written 2020, "
                   "2020-S1, 2020-Q4, 2020-12, 2020-W52 or 2020-12-31)");
    assert_refuses("v:number\n1\n", "[{index: v}]", "figure.yaml:1:10: there is no column \"time\" (there are: v)");
}

static void test_change(void **state)
{
    (void)state;
    /* 2013 of LV has no year before it: the row before is of 2011. */
    assert_makes(SERIES, "[{change: value, groupby: [geo]}]",
                 "geo|time|unit|value|change\nLT|2012|PC|15@PC|3@PP\nLT|2010|PC|10@PC|@PP\nLT|2011|PC|12@PC|2@PP\n"
                 "LV|2011|PC|4@PC|@PP\nLV|2013|PC|3@PC|@PP");
    assert_makes(SERIES, "[{change: value, lag: 2, groupby: [geo], as: c}, {filter: isValid(datum.c)}]",
                 "geo|time|unit|value|c\nLT|2012|PC|15@PC|5@PP\nLV|2013|PC|3@PC|-1@PP");
    assert_makes(SERIES, "[{change: value, from: first, groupby: [geo]}, {filter: \"datum.time >= 2012\"}]",
                 "geo|time|unit|value|change\nLT|2012|PC|15@PC|5@PP\nLV|2013|PC|3@PC|-1@PP");
    assert_makes(SERIES, "[{change: value, from: 2011, groupby: [geo]}, {filter: \"datum.geo == 'LT'\"}]",
                 "geo|time|unit|value|change\nLT|2012|PC|15@PC|3@PP\nLT|2010|PC|10@PC|-2@PP\nLT|2011|PC|12@PC|0@PP");
    assert_makes("t:time | u | v:number@u\n2020-11 | MIO_EUR | 1\n2021-01 | MIO_EUR | 5\n2020-12 | MIO_EUR | 2\n",
                 "[{change: v, time: t}]",
                 "t|u|v|change\n2020-11|MIO_EUR|1@MIO_EUR|@MIO_EUR\n2021-01|MIO_EUR|5@MIO_EUR|3@MIO_EUR\n"
                 "2020-12|MIO_EUR|2@MIO_EUR|1@MIO_EUR");
    /* Weeks across the turn of the year: 2020 has 53. */
    assert_makes("t:time | v:number\n2020-W53 | 1\n2021-W01 | 4\n2021-W03 | 9\n", "[{change: v, time: t}]",
                 "t|v|change\n2020-W53|1|\n2021-W01|4|3\n2021-W03|9|");
    assert_makes("t:time | v:number\n2020-02-28 | 1\n2020-02-29 | 4\n2020-03-01 | 9\n", "[{change: v, time: t}]",
                 "t|v|change\n2020-02-28|1|\n2020-02-29|4|3\n2020-03-01|9|5");
    assert_refuses(
        SERIES, "[{change: value, from: 2011, lag: 2, groupby: [geo]}]",
        "figure.yaml:1:35: lag counts back from each period, and \"from\" names one (leave one of the two out)");
    assert_refuses(SERIES, "[{change: value, lag: 0.5, groupby: [geo]}]",
                   "figure.yaml:1:23: lag is a whole number of periods, 1 or more");
    assert_refuses(SERIES, "[{change: value, from: 1999, groupby: [geo]}]",
                   "figure.yaml:1:24: change: no row of 1999 (\"time\" goes from 2010 to 2013)");
}

static void test_growth(void **state)
{
    (void)state;
    assert_makes(SERIES, "[{growth: value, groupby: [geo]}, {filter: isValid(datum.growth)}]",
                 "geo|time|unit|value|growth\nLT|2012|PC|15@PC|25@PC\nLT|2011|PC|12@PC|20@PC");
    assert_makes(SERIES,
                 "[{growth: value, from: first, unit: share, groupby: [geo], as: g}, {filter: \"datum.time >= 2012\"}]",
                 "geo|time|unit|value|g\nLT|2012|PC|15@PC|0.5@SHARE\nLV|2013|PC|3@PC|-0.25@SHARE");
    assert_says("time:time | v:number\n2010 | 0\n2011 | 3\n2012 | -1\n2013 | 2\n", "[{growth: v}]",
                "figure.yaml:1:11: warning: growth: no result for 2 rows, the first data.csv:3: the earlier value is "
                "zero or negative");
    assert_says(
        "time:time | v:number\n2010 | 4\n2011 | -1\n", "[{growth: v, annualize: true, from: first}]",
        "figure.yaml:1:11: warning: growth: no result for 1 row, data.csv:3: an annual rate to a negative value");
}

static double only_value(const char *table, const char *steps, const char *name)
{
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(table, steps, NULL, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    return rk_column_numbers(rk_table_find(output, name))[0];
}

static void test_cagr(void **state)
{
    (void)state;
    /* First and last observed: 2010 and 2013, three years. */
    static const char panel[] = "time:time | v:number\n2009 |\n2010 | 100\n2012 | 7\n2013 | 150\n2014 |\n";
    assert_near(only_value(panel, "[{growth: v, method: cagr, unit: share}]", "growth"), 0.14471424255333187, 1e-15);
    assert_near(only_value(panel, "[{growth: v, method: cagr, from: 2010, to: 2013}]", "growth"), 14.471424255333187,
                1e-13);
    assert_near(only_value("time:time | v:number\n2020-Q2 | 102\n2020-Q1 | 100\n",
                           "[{growth: v, annualize: true, unit: share}]", "growth"),
                0.082432159999999977, 1e-15);
    /* Doubling in six months of half-years is 300 % a year; four times in two years 100 %. */
    assert_near(only_value("time:time | v:number\n2020-S1 | 1\n2020-S2 | 2\n", "[{growth: v, method: cagr}]", "growth"),
                300, 1e-10);
    assert_near(only_value("time:time | v:number\n2020-01 | 1\n2022-01 | 4\n", "[{growth: v, method: cagr}]", "growth"),
                100, 1e-10);
    /* All is lost. */
    assert_near(only_value("time:time | v:number\n2020 | 1\n2022 | 0\n", "[{growth: v, method: cagr}]", "growth"), -100,
                0);
    assert_says(
        "g | time:time | v:number\na | 2010 | 4\nb | 2010 |\nc | 2010 | 0\nc | 2011 | 2\n",
        "[{growth: v, method: cagr, groupby: [g]}]",
        "figure.yaml:1:11: warning: growth: no result for 1 group, g = a: one value only, or the second period "
        "is not after the first\n"
        "figure.yaml:1:11: warning: growth: no result for 1 group, g = c: the earlier value is zero or negative");
    assert_refuses(panel, "[{growth: v, method: cagr, to: 2020}]",
                   "figure.yaml:1:32: growth: no row of 2020 (\"time\" goes from 2009 to 2014)");
    assert_refuses(panel, "[{growth: v, to: 2013}]", "figure.yaml:1:18: to belongs to the method cagr");
    assert_refuses(panel, "[{growth: v, lag: 2, method: cagr}]", "figure.yaml:1:19: lag belongs to the method rate");
}

/* No verb stumbles over a table without rows. */
static void test_no_rows(void **state)
{
    (void)state;
    static const char *const steps[] = {"[{share: v, as: v}]",
                                        "[{share: v, of: \"datum.g == 'x'\", as: v}]",
                                        "[{index: v, base: 2015, as: v}]",
                                        "[{change: v, from: 2015, as: v, groupby: [g]}]",
                                        "[{growth: v, as: v}]",
                                        "[{growth: v, as: v, method: cagr, from: 2010}]"};
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        GError *error = NULL;
        g_autoptr(RkTable) output = apply_steps("g | time:time | v:number\n", steps[i], NULL, &error);
        if (output == NULL)
            fail_msg("%s: %s", steps[i], error->message);
        assert_int_equal(rk_table_rows(output), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_share),  cmocka_unit_test(test_share_errors),
                                       cmocka_unit_test(test_index),  cmocka_unit_test(test_index_errors),
                                       cmocka_unit_test(test_change), cmocka_unit_test(test_growth),
                                       cmocka_unit_test(test_cagr),   cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * impute. Expected values are exact arithmetic by hand; the rows that Vega-Lite's form adds are those of its
 * documentation (https://vega.github.io/vega-lite/docs/impute.html).
 */
#include "support-near.h"
#include "support-says.h"

#define ROWS                                                                                                           \
    "geo | time:time | value:number\n"                                                                                 \
    "LT  | 2013 |\n"                                                                                                   \
    "LT  | 2010 | 10\n"                                                                                                \
    "LT  | 2011 |\n"                                                                                                   \
    "LT  | 2012 | 16\n"                                                                                                \
    "LV  | 2010 |\n"                                                                                                   \
    "LV  | 2012 | 2\n"

static void test_statistics(void **state)
{
    (void)state;
    static const struct {
        const char *options, *expected;
    } cases[] = {
        {"method: mean, groupby: [geo]",
         "LT|2013|13#i|true\nLT|2010|10|false\nLT|2011|13#i|true\nLT|2012|16|false\nLV|2010|2#i|true\nLV|2012|2|false"},
        {"method: median", "LT|2013|10#i|true\nLT|2010|10|false\nLT|2011|10#i|true\nLT|2012|16|false\nLV|2010|10#i|"
                           "true\nLV|2012|2|false"},
        {"method: min, groupby: [geo]",
         "LT|2013|10#i|true\nLT|2010|10|false\nLT|2011|10#i|true\nLT|2012|16|false\nLV|2010|2#i|true\nLV|2012|2|false"},
        {"method: max, frame: [-1, 0], time: time, groupby: [geo]",
         "LT|2013|16#i|true\nLT|2010|10|false\nLT|2011|10#i|true\nLT|2012|16|false\nLV|2010||false\nLV|2012|2|false"},
        {"value: 0",
         "LT|2013|0#i|true\nLT|2010|10|false\nLT|2011|0#i|true\nLT|2012|16|false\nLV|2010|0#i|true\nLV|2012|2|false"},
        {"method: carry, groupby: [geo]",
         "LT|2013|16#i|true\nLT|2010|10|false\nLT|2011|10#i|true\nLT|2012|16|false\nLV|2010||false\nLV|2012|2|false"},
        {"method: linear, groupby: [geo]",
         "LT|2013||false\nLT|2010|10|false\nLT|2011|13#i|true\nLT|2012|16|false\nLV|2010||false\nLV|2012|2|false"},
        {"method: linear, outside: nearest, groupby: [geo]",
         "LT|2013|16#i|true\nLT|2010|10|false\nLT|2011|13#i|true\nLT|2012|16|false\nLV|2010|2#i|true\nLV|2012|2|false"},
        {"method: nearest, maxAge: 1, groupby: [geo]",
         "LT|2013|16#i|true\nLT|2010|10|false\nLT|2011|10#i|true\nLT|2012|16|false\nLV|2010||false\nLV|2012|2|false"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *steps = g_strdup_printf("[{impute: value, %s}]", cases[i].options);
        g_autofree char *expected = g_strconcat("geo|time|value|value_imputed\n", cases[i].expected, NULL);
        assert_makes(ROWS, steps, expected);
    }
}

/* A value of 2010 is two years old in 2012, also when there is no row of 2011. */
static void test_age(void **state)
{
    (void)state;
    assert_makes("t:time | v:number\n2010 | 5\n2012 |\n2013 |\n",
                 "[{impute: v, method: carry, time: t, maxAge: 2, as: [v, filled, since]}]",
                 "t|v|filled|since\n2010|5|false|\n2012|5#i|true|2010\n2013||false|");
    assert_makes("t:time | v:number\n2020-Q3 | 5\n2020-Q4 |\n2021-Q1 |\n",
                 "[{impute: v, method: carry, time: t, maxAge: 1}]",
                 "t|v|v_imputed\n2020-Q3|5|false\n2020-Q4|5#i|true\n2021-Q1||false");
    /* Linear in time, not in rows: 2011 is a third of the way from 2010 to 2013. */
    assert_makes("t:time | v:number\n2010 | 3\n2011 |\n2013 | 9\n", "[{impute: v, method: linear, time: t}]",
                 "t|v|v_imputed\n2010|3|false\n2011|5#i|true\n2013|9|false");
}

/* Through (0,0), (1,1), (3,2): the slope at 1 is 2 · min(1, 1/2, 5/12) = 5/6, at 3 it is 1/2, so that the cubic gives
 * 19/12 at 2. */
static void test_steffen(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps("t:number | v:number\n0 | 0\n1 | 1\n2 |\n3 | 2\n4 |\n",
                                            "[{impute: v, method: steffen, time: t}]", NULL, &error);
    assert_non_null(output);
    const double *values = rk_column_numbers(rk_table_find(output, "v"));
    assert_near(values[2], 19.0 / 12, 1e-15);
    assert_true(isnan(values[4]));
    assert_makes("t:number | v:number\n0 | 1\n1 |\n2 | 5\n", "[{impute: v, method: steffen, time: t}]",
                 "t|v|v_imputed\n0|1|false\n1|3#i|true\n2|5|false");
    assert_makes("t:number | v:number\n0 |\n1 | 3\n", "[{impute: v, method: steffen, time: t}]",
                 "t|v|v_imputed\n0||false\n1|3|false");
}

/* y = x³ − x over −2 … 2 with 0 missing: the natural cubic and Akima's curve are odd, too, and 0 there. Akima's curve
 * wants five values and says nothing with fewer, where two make a line for every curve. */
static void test_curves(void **state)
{
    (void)state;
    static const char odd[] = "t:number | v:number\n-3 | -24\n-2 | -6\n-1 | 0\n0 |\n1 | 0\n2 | 6\n3 | 24\n4 |\n";
    static const char *const methods[] = {"akima", "cubic"};
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++) {
        g_autofree char *steps = g_strdup_printf("[{impute: v, method: %s, time: t}]", methods[i]);
        g_autofree char *line = g_strdup_printf("[{impute: w, method: %s, time: t}]", methods[i]);
        g_autoptr(RkTable) output = apply_steps(odd, steps, NULL, NULL);
        const double *values = rk_column_numbers(rk_table_find(output, "v"));
        assert_near(values[3], 0, 1e-15);
        assert_true(isnan(values[7]));
        assert_makes("t:number | w:number\n0 | 1\n1 |\n2 | 5\n", line,
                     "t|w|w_imputed\n0|1|false\n1|3#i|true\n2|5|false");
    }
    assert_makes("t:number | v:number\n0 | 1\n1 |\n2 | 5\n3 | 4\n", "[{impute: v, method: akima, time: t}]",
                 "t|v|v_imputed\n0|1|false\n1||false\n2|5|false\n3|4|false");
    /* Through (0,0), (1,1), (3,0): the second derivative M at 1 has 2(1 + 2)M = 6(-1/2 - 1), and halfway through an
     * interval of width 2 the curve is the mean of its ends less 2²M/16: 0.5 + 0.375. */
    assert_makes("t:number | v:number\n0 | 0\n1 | 1\n2 |\n3 | 0\n", "[{impute: v, method: cubic, time: t}]",
                 "t|v|v_imputed\n0|0|false\n1|1|false\n2|0.875#i|true\n3|0|false");
}

/* The example of Vega-Lite's documentation: c = 1 lacks the row of a = 3. */
#define DOCUMENTED                                                                                                     \
    "a:number | b:number | c:number\n0 | 28 | 0\n0 | 91 | 1\n1 | 43 | 0\n1 | 55 | 1\n2 | 81 | 0\n2 | 53 | 1\n3 | 19 "  \
    "| 0\n"

static void test_vega_lite(void **state)
{
    (void)state;
    assert_makes(DOCUMENTED, "[{impute: b, key: a, value: 0, groupby: [c]}, {filter: \"datum.c == 1\"}]",
                 "a|b|c|b_imputed\n0|91|1|false\n1|55|1|false\n2|53|1|false\n3|0#i|1|true");
    assert_makes(DOCUMENTED,
                 "[{impute: b, key: a, method: mean, frame: [-2, 2], groupby: [c]}, {filter: \"datum.a == 3\"}]",
                 "a|b|c|b_imputed\n3|19|0|false\n3|54#i|1|true");
    assert_makes("a:number | b:number | c:number\n0 | 28 | 0\n2 | 30 | 0\n",
                 "[{impute: b, key: a, keyvals: [0, 1, 5], value: 7, groupby: [c]}]",
                 "a|b|c|b_imputed\n0|28|0|false\n2|30|0|false\n1|7#i|0|true\n5|7#i|0|true");
    assert_makes("a:number | b:number\n0 | 28\n2 | 30\n",
                 "[{impute: b, key: a, keyvals: {start: 1, stop: 4}, method: max}]",
                 "a|b|b_imputed\n0|28|false\n2|30|false\n1|30#i|true\n3|30#i|true");
    /* As Vega-Lite: a constant goes into added rows only, and null is a constant. */
    assert_makes("a:number | b:number\n0 |\n2 | 30\n", "[{impute: b, key: a, keyvals: [1], value: 5}]",
                 "a|b|b_imputed\n0||false\n2|30|false\n1|5#i|true");
    assert_makes("a:number | b:number\n2 | 30\n", "[{impute: b, key: a, keyvals: [1], value: null}]",
                 "a|b|b_imputed\n2|30|false\n1||false");
    /* A key may stand there twice: no method of the grammar minds. */
    assert_makes("a:number | b:number\n0 | 1\n0 | 5\n2 |\n", "[{impute: b, key: a, method: mean, frame: [-1, 1]}]",
                 "a|b|b_imputed\n0|1|false\n0|5|false\n2|5#i|true");
    assert_makes("a:number | b:number\n0 | 1\n0 | 5\n", "[{impute: b, key: a, keyvals: [1], value: 0}]",
                 "a|b|b_imputed\n0|1|false\n0|5|false\n1|0#i|true");
    /* Periods and words are keys, too. */
    assert_makes("t:time | g | v:number\n2010 | a | 1\n2012 | a | 3\n2010 | b | 4\n",
                 "[{impute: v, key: t, keyvals: [2011], method: linear, groupby: [g]}]",
                 "t|g|v|v_imputed\n2010|a|1|false\n2012|a|3|false\n2010|b|4|false\n2011|a|2#i|true\n2011|b||false\n"
                 "2012|b||false");
    assert_makes("k | v:number\nx | 1\n", "[{impute: v, key: k, keyvals: [y], method: mean}]",
                 "k|v|v_imputed\nx|1|false\ny|1#i|true");
}

static void test_companions(void **state)
{
    (void)state;
    assert_makes("u | f | v:number@u#f\nEUR | p | 3\nEUR | |\n", "[{impute: v, method: mean}]",
                 "u|f|v|v_imputed\nEUR|p|3@EUR#p|false\nEUR|i|3@EUR#i|true");
    /* What was said of a gap is not said of the number in it; another column leaves the measure as it was. */
    assert_makes("f | v:number#f\np | 3\nc |\n", "[{impute: v, method: mean}]",
                 "f|v|v_imputed\np|3#p|false\ni|3#i|true");
    assert_makes("f | v:number#f\np | 3\nc |\n", "[{impute: v, method: mean, as: w}]",
                 "f|v|w|w_imputed\np|3#p|3#p|false\nc|#c|3#i|true");
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(DOCUMENTED, "[{impute: b, key: a, value: 0, groupby: [c]}]", NULL, &error);
    assert_int_equal(rk_table_origin(output, 6).line, 8);
    assert_int_equal(rk_table_origin(output, 7).line, 0);
}

static void test_reports(void **state)
{
    (void)state;
    assert_says(ROWS, "[{impute: value, method: linear, groupby: [geo]}]",
                "figure.yaml:1:11: note: impute filled 1 of 6 values of \"value\" by the method linear\n"
                "figure.yaml:1:11: note: impute left 2 of 6 values of \"value\" missing");
    assert_says("v:number\n\n\n", "[{impute: v, method: mean}]",
                "figure.yaml:1:11: note: impute left 2 of 2 values of \"v\" missing");
}

static void test_errors(void **state)
{
    (void)state;
    assert_refuses(ROWS, "[{impute: value}]",
                   "figure.yaml:1:2: impute does not know what to put in (give a method, or a value)");
    assert_refuses(ROWS, "[{impute: value, method: linear}]",
                   "figure.yaml:1:11: impute: two rows of 2010, the second is data.csv:6 (filter, or add the column "
                   "that tells the rows apart to groupby)");
    assert_refuses(ROWS, "[{impute: value, method: mean, maxAge: 2}]",
                   "figure.yaml:1:40: the method mean has no maxAge");
    assert_refuses(ROWS, "[{impute: value, method: linear, value: 2}]",
                   "figure.yaml:1:41: the method linear has no value");
    assert_refuses(ROWS, "[{impute: value, method: mean, keyvals: [1]}]", "figure.yaml:1:41: keyvals needs key");
    assert_refuses(ROWS, "[{impute: value, method: linear, key: time, time: time}]",
                   "figure.yaml:1:51: time is not needed beside key");
    assert_refuses(ROWS, "[{impute: value, method: carry, maxAge: -1}]",
                   "figure.yaml:1:41: maxAge is a number of periods, 0 or more");
    assert_refuses(ROWS, "[{impute: value, method: mean, frame: [1]}]",
                   "figure.yaml:1:39: a frame has two ends (write [null, null])");
    assert_refuses(ROWS, "[{impute: value, method: linear, key: geo}]",
                   "figure.yaml:1:39: impute needs times, and \"geo\" is a text column (periods are written 2020, "
                   "2020-S1, 2020-Q4, 2020-12, 2020-W52 or 2020-12-31)");
    assert_refuses(ROWS, "[{impute: value, key: time, keyvals: [soon], value: 1}]",
                   "figure.yaml:1:39: \"soon\" is no key of the time column \"time\"");
    assert_refuses("a:number | v:number\n1 | 1\n", "[{impute: v, key: a, keyvals: {stop: 1e9}, value: 1}]",
                   "figure.yaml:1:31: keyvals has more than 10485760 numbers (choose a wider step)");
    assert_refuses("a:number | v:number\n1 | 1\n", "[{impute: v, key: a, keyvals: {stop: 9, step: 0}, value: 1}]",
                   "figure.yaml:1:31: keyvals has more than 10485760 numbers (choose a wider step)");
    assert_refuses(ROWS, "[{impute: geo, method: mean}]",
                   "figure.yaml:1:11: impute of text column \"geo\" (name a column of numbers)");
    assert_refuses(ROWS, "[{impute: value, method: mean, as: [a, a]}]", "figure.yaml:1:36: two columns of one name");
    assert_refuses(
        "u | v:number@u\nPC | 1\nEUR | 2\n", "[{impute: v, method: mean}]",
        "figure.yaml:1:11: impute over mixed units \"PC\" and \"EUR\" in column \"v\" (filter or group by the "
        "unit; the first odd row is data.csv:3)");
}

static void test_no_rows(void **state)
{
    (void)state;
    static const char table[] = "g | t:time | v:number\n";
    assert_makes(table, "[{impute: v, method: mean}]", "g|t|v|v_imputed");
    assert_makes(table, "[{impute: v, method: linear, time: t, outside: nearest}]", "g|t|v|v_imputed");
    assert_makes(table, "[{impute: v, key: t, keyvals: [2010], value: 1, groupby: [g]}]", "g|t|v|v_imputed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statistics), cmocka_unit_test(test_age),       cmocka_unit_test(test_steffen),
        cmocka_unit_test(test_curves),     cmocka_unit_test(test_vega_lite), cmocka_unit_test(test_companions),
        cmocka_unit_test(test_reports),    cmocka_unit_test(test_errors),    cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

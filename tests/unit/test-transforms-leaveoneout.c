/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb leaveoneout: means and correlations of a few numbers by hand, and what it refuses.
 */
#include "support-transform.h"

#define MEAN "{aggregate: [{op: mean, field: v, as: m}]}"

static void test_values(void **state)
{
    (void)state;
    /* Means without each: (2 + 6)/2, (1 + 6)/2, (1 + 2)/2; of all 3. */
    assert_makes("geo|v:number\nA|1\nB|2\nC|6", "[{leaveoneout: " MEAN ", by: geo, field: m}]",
                 "geo|m|difference\nA|4|1\nB|3.5|0.5\nC|1.5|-1.5");
    /* Several rows of a value leave together; a row without a value stays. */
    assert_makes("geo|v:number\nA|1\n|4\nA|3\nB|8",
                 "[{leaveoneout: [" MEAN "], by: [geo], field: m, as: [without, moved]}]",
                 "geo|without|moved\nA|6|2\nB|2.6666666666666665|-1.3333333333333335");
    /* Ranks 1 2 3 4 against 1 2 4 3 and so on: rho = 1 − 6Σd²/(n(n² − 1)), 0.8 of all. */
    assert_makes("geo|n:time|a:number|b:number\nA|2001|1|1\nB|2002|2|2\nC|2003|3|9\nD|2004|4|8",
                 "[{leaveoneout: {correlation: [a, b], method: spearman}, by: [geo, n], field: coefficient}, "
                 "{calculate: 'round(1e9 * datum.coefficient)', as: coefficient}, "
                 "{calculate: 'round(1e9 * datum.difference)', as: difference}]",
                 "geo|n|coefficient|difference\nA|2001|500000000|-300000000\nB|2002|500000000|-300000000\nC|2003|"
                 "1000000000|200000000\n"
                 "D|2004|1000000000|200000000");
    assert_makes("geo|v:number", "[{leaveoneout: {aggregate: [{op: count, as: n}]}, by: geo, field: n}]",
                 "geo|n|difference");
}

static void test_units(void **state)
{
    (void)state;
    assert_makes("geo|v:number@u|u\nA|1|PC\nB|2|PC\nC|6|PC", "[{leaveoneout: " MEAN ", by: geo, field: m}]",
                 "geo|m|difference\nA|4@PC|1@PP\nB|3.5@PC|0.5@PP\nC|1.5@PC|-1.5@PP");
}

static void test_other_tables(void **state)
{
    (void)state;
    assert_makes("geo|v:number\nA|1\nB|2\nC|6",
                 "[{leaveoneout: [{lookup: geo, from: {data: {values: \"geo|w:number\\nA|1\\nB|1\\nC|4\"}, key: geo, "
                 "fields: [w]}}, {aggregate: [{op: sum, field: w, as: s}]}], by: geo, field: s}]",
                 "geo|s|difference\nA|5|-1\nB|5|-1\nC|2|-4");
}

static void test_missing(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) table =
        apply_steps("geo|a:number|b:number\nA|1|1\nB|2|1\nC|3|2",
                    "[{leaveoneout: {correlation: [a, b], method: spearman}, by: geo, field: coefficient, as: rho}]",
                    diagnostics, &error);
    assert_null(error);
    assert_true(isnan(rk_column_numbers(rk_table_find(table, "rho"))[2]));
    assert_true(fabs(rk_column_numbers(rk_table_find(table, "rho"))[0] - 1) < 1e-12);
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *text = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(text, "figure.yaml:1:16: warning: leaveoneout: no result without geo = C: no correlation: a "
                              "constant variable");
}

static void test_refusals(void **state)
{
    (void)state;
    static const char table[] = "geo|t:time|v:number\nA|2001|1\nB|2002|2";
    assert_refuses(table, "[{leaveoneout: {filter: 'datum.v > 0'}, by: geo, field: v}]",
                   "figure.yaml:1:57: leaveoneout: the transforms leave 2 rows instead of one (add filters or an "
                   "aggregate until one row is left)");
    assert_refuses(table, "[{leaveoneout: {filter: \"datum.geo == 'A'\"}, by: geo, field: v}]",
                   "figure.yaml:1:62: without geo = A: leaveoneout: the transforms leave 0 rows instead of one (add "
                   "filters or an aggregate until one row is left)");
    assert_refuses(table, "[{leaveoneout: " MEAN ", by: geo, field: n}]",
                   "figure.yaml:1:76: there is no column \"n\" (there are: m)");
    assert_refuses(table, "[{leaveoneout: " MEAN ", by: nuts, field: m}]",
                   "figure.yaml:1:64: there is no column \"nuts\" (there are: geo, t, v)");
    assert_refuses(table, "[{leaveoneout: " MEAN ", by: [], field: m}]",
                   "figure.yaml:1:64: at least one column is needed");
    assert_refuses(table, "[{leaveoneout: " MEAN ", by: geo, field: m, as: geo}]",
                   "figure.yaml:1:16: two columns named \"geo\" (give each result a name of its own with \"as\")");
    assert_refuses(table, "[{leaveoneout: {mean: v}, by: geo, field: m}]",
                   "figure.yaml:1:16: a transform without a known verb (rodiklis list transforms names them all)");
    assert_refuses(table, "[{leaveoneout: {aggregate: [{op: max, field: t, as: m}]}, by: geo, field: m}]",
                   "figure.yaml:1:75: leaveoneout of time column \"m\"");
    assert_refuses(table, "[{leaveoneout: [{leaveoneout: " MEAN ", by: geo, field: m}], by: geo, field: m}]",
                   "figure.yaml:1:17: leaveoneout within leaveoneout");
}

/* A column of numbers is no column of countries. */
static void test_limit(void **state)
{
    (void)state;
    GString *rows = g_string_new("v:number");
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf(rows, "\n%u", i);
    assert_refuses(rows->str, "[{leaveoneout: " MEAN ", by: v, field: m}]",
                   "figure.yaml:1:64: leaveoneout: 20000 values of 20000 rows, more than 268435456 rows in all");
    g_string_free(rows, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),  cmocka_unit_test(test_units),    cmocka_unit_test(test_other_tables),
        cmocka_unit_test(test_missing), cmocka_unit_test(test_refusals), cmocka_unit_test(test_limit),
    };
    return cmocka_run_group_tests_name("leaveoneout", tests, NULL, NULL);
}

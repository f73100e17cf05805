/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists and maps in cells, and the verbs that make and take them. Expected values are worked out by hand; those of
 * flatten are also what vega 6.4 makes of the same rows.
 */
#include "support-transform.h"

#define LISTS "[{calculate: \"split(datum.t, ',')\", as: a}]"

static void test_calculate(void **state)
{
    (void)state;
    assert_makes("t\nx,y\nz\n", LISTS, "t|a.length|a[0]|a[1]\nx,y|2|x|y\nz|1|z|");
    assert_makes("v:number\n2\n3\n", "[{calculate: \"{low: datum.v - 1, ends: [0, datum.v]}\", as: m}]",
                 "v|m.low|m.ends.length|m.ends[0]|m.ends[1]\n2|1|2|0|2\n3|2|2|0|3");
    assert_makes("v:number\n2\n",
                 "[{calculate: \"{low: 1}\", as: m}, {calculate: \"datum.m.low + datum['m'].low\", as: s}]",
                 "v|m.low|s\n2|1|2");
    assert_makes("t\nx,y\nz\n",
                 "[{calculate: \"split(datum.t, ',')\", as: a}, {calculate: length(datum.a), as: n}, "
                 "{calculate: datum.a.length, as: m}, {calculate: \"join(datum.a, '+')\", as: j}, "
                 "{calculate: \"datum.a[0]\", as: f}, "
                 "{calculate: \"isDefined(datum.a[0.5])\", as: g}]",
                 "t|a.length|a[0]|a[1]|n|m|j|f|g\nx,y|2|x|y|2|2|x+y|x|false\nz|1|z||1|1|z|z|false");
    assert_makes("d:time\n2020-01\n2020-03-04\n",
                 "[{calculate: \"[datum.d, 1]\", as: a}, {calculate: \"join(datum.a, '+')\", as: j}]",
                 "d|a.length|a[0]|a[1]|j\n2020-01|2|2020-01|1|2020-01+1\n2020-03-04|2|2020-03-04|1|2020-03-04+1");
    assert_refuses("v:number\n1\n2\n", "[{calculate: \"datum.v > 1 ? {a: 'x'} : {a: 1}\", as: m}]",
                   "figure.yaml:1:27: row 2: \"m.a\" would hold text after a number");
}

static void test_paths(void **state)
{
    (void)state;
    assert_makes("a.b:number | c d\n1 | x\n2 | y\n", "[{filter: {field: \"a['b']\", equal: 2}}]", "a.b|c d\n2|y");
    assert_makes("a.b:number | c d\n1 | x\n2 | y\n", "[{filter: {field: 'a\\.b', equal: 1}}]", "a.b|c d\n1|x");
    assert_makes("a.b:number\n1\n2\n", "[{filter: datum.a.b > 1}]", "a.b\n2");
}

static void test_flatten(void **state)
{
    (void)state;
    assert_makes("t\nx,y\nz\n", "[{calculate: \"split(datum.t, ',')\", as: a}, {flatten: [a]}]",
                 "t|a\nx,y|x\nx,y|y\nz|z");
    assert_makes("t\nx,y\nz\n",
                 "[{calculate: \"split(datum.t, ',')\", as: a}, {calculate: \"[1, 2, 3]\", as: b}, "
                 "{flatten: [a, b], as: [p, q]}, {aggregate: [{op: count, as: n}], groupby: [t, p, q]}]",
                 "t|p|q|n\nx,y|x|1|1\nx,y|y|2|1\nx,y||3|1\nz|z|1|1\nz||2|1\nz||3|1");
    assert_makes("v:number\n1\n",
                 "[{calculate: \"[{k: 1}, {k: 2}]\", as: a}, {flatten: [a], as: [i]}, "
                 "{calculate: datum.i.k * 10, as: w}, {aggregate: [{op: sum, field: w, as: s}]}]",
                 "s\n30");
    assert_refuses("v:number\n1\n", "[{flatten: [v]}]",
                   "figure.yaml:1:13: flatten of \"v\", which holds no lists (calculate lists first, for example with "
                   "split())");
    assert_refuses("v:number\n1\n", "[{flatten: [w]}]", "figure.yaml:1:13: there is no column \"w\" (there are: v)");
}

static void test_sample(void **state)
{
    (void)state;
    assert_makes("v:number\n1\n2\n3\n", "[{sample: 5}]", "v\n1\n2\n3");
    assert_makes("v:number\n1\n2\n3\n", "[{sample: 0}]", "v");
    assert_makes("v:number\n1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                 "[{sample: 4}, {aggregate: [{op: distinct, field: v, as: n}]}]", "n\n4");
    assert_refuses("v:number\n1\n", "[{sample: -1}]", "figure.yaml:1:11: a whole number, 0 or more, is needed");
}

/* A thousand draws of one row of four: each about as often as the others (the chance to fail is below 1e-6). */
static void test_sample_is_fair(void **state)
{
    (void)state;
    guint counts[4] = {0};
    for (guint seed = 0; seed < 1000; seed++) {
        g_autofree char *steps = g_strdup_printf("[{sample: 1, seed: %u}]", seed);
        GError *error = NULL;
        g_autoptr(RkTable) table = apply_steps("v:number\n0\n1\n2\n3\n", steps, NULL, &error);
        assert_non_null(table);
        counts[(guint)rk_column_numbers(rk_table_column(table, 0))[0]]++;
    }
    for (guint i = 0; i < 4; i++)
        assert_in_range(counts[i], 180, 320);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_calculate), cmocka_unit_test(test_paths),
                                       cmocka_unit_test(test_flatten), cmocka_unit_test(test_sample),
                                       cmocka_unit_test(test_sample_is_fair)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

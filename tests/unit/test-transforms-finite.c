/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calculated numbers that are not finite: missing, counted once a column, never ranked or averaged. Expected results
 * are IEEE 754's, by hand: log 0 = −∞, log −1 and 0/0 are no numbers, 1/0 = ∞.
 */
#include "support-near.h"
#include "support-says.h"

#define VALUES "a:number | b:number\n1 | 1\n0 | 0\n-1 | 0\n | 0\n4 | 2\n"
#define HINT " (filter such rows out, or give null for them)"

/* Function by function, and whole columns at once: one rule. A missing operand is no news. */
static void test_missing(void **state)
{
    (void)state;
    assert_makes("a:number\n1\n0\n-1\n\n", "[{calculate: log(datum.a), as: c}]", "a|c\n1|0\n0|\n-1|\n|");
    assert_says(
        VALUES, "[{calculate: log(datum.a), as: c}]",
        "figure.yaml:1:14: warning: calculate: 2 numbers of column \"c\" are not finite and become missing, the "
        "first in data.csv:3" HINT);
    assert_makes(VALUES, "[{calculate: datum.a / datum.b, as: c}]", "a|b|c\n1|1|1\n0|0|\n-1|0|\n|0|\n4|2|2");
    assert_says(
        VALUES, "[{calculate: datum.a / datum.b, as: c}]",
        "figure.yaml:1:14: warning: calculate: 2 numbers of column \"c\" are not finite and become missing, the "
        "first in data.csv:3" HINT);
    assert_says("a:number\n1\n0\n", "[{calculate: 1 / datum.a, as: c}]",
                "figure.yaml:1:14: warning: calculate: 1 number of column \"c\" is not finite and becomes missing, in "
                "data.csv:3" HINT);
    assert_says("a:number\n1\n\n", "[{calculate: datum.a * 2, as: c}, {calculate: log(datum.a), as: d}]", "");
    assert_says(VALUES, "[{calculate: \"datum.a > 0 ? log(datum.a) : null\", as: c}]", "");
}

static void test_members(void **state)
{
    (void)state;
    assert_makes("a:number\n1\n0\n", "[{calculate: \"[datum.a, log(datum.a)]\", as: c}]",
                 "a|c.length|c[0]|c[1]\n1|2|1|0\n0|2|0|");
    assert_says("a:number\n1\n0\n", "[{calculate: \"[datum.a, log(datum.a)]\", as: c}]",
                "figure.yaml:1:14: warning: calculate: 1 number of column \"c\" is not finite and becomes missing, in "
                "data.csv:3" HINT);
    assert_says("a:number\n1\n-1\n\n", "[{calculate: \"[datum.a, log(datum.a)]\", as: c}]",
                "figure.yaml:1:14: warning: calculate: 1 number of column \"c\" is not finite and becomes missing, in "
                "data.csv:3" HINT);
}

/* What is missing has no rank, and a mean leaves it out. */
static void test_after(void **state)
{
    (void)state;
    assert_makes("a:number\n1\n0\n-1\n", "[{calculate: log(datum.a), as: c}, {rank: c, order: ascending}]",
                 "a|c|rank\n1|0|1\n0||\n-1||");
    assert_makes("a:number\n1\n0\n",
                 "[{calculate: 2 + log(datum.a), as: c}, {aggregate: [{op: mean, field: c, as: m}]}]", "m\n2");
}

/* Vega's own semantics, for figures that follow them. */
static void test_infinite(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkTable) input = table_from("a:number\n0\n");
    g_autoptr(RkDocument) document =
        document_from("[{calculate: log(datum.a), as: c}, {calculate: 1 / datum.a, as: d}]");
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    const RkTransformContext context = {.diagnostics = diagnostics, .like_vega = TRUE};
    g_autoptr(RkTable) output = rk_transform_apply_list(rk_document_root(document), input, &context, &error);
    assert_non_null(output);
    assert_true(rk_column_numbers(rk_table_find(output, "c"))[0] == -INFINITY);
    assert_true(rk_column_numbers(rk_table_find(output, "d"))[0] == INFINITY);
    assert_int_equal(rk_diagnostics_count(diagnostics), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_missing), cmocka_unit_test(test_members),
                                       cmocka_unit_test(test_after), cmocka_unit_test(test_infinite)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims before small made-up tables. Every verdict, distance and rank is worked out by hand: the values are few and
 * have exact decimals.
 */
#include "support-claims.h"

static void numbers_hold_to_their_decimals(void **state)
{
    (void)state;
    assert_outcome("states: {number: \"78.4\", unit: '%'}, " ONE("78.3862"),
                   "holds / 78.386 % / The data give 78.386 %. / -");
    assert_outcome("states: {number: \"91\"}, " ONE("91"), "holds / 91 / The data give 91. / -");
    /* 3.95 rounds to 4.0 in one house and to 3.9 or 4.0 in another: neither is wrong. */
    assert_outcome("states: {number: \"4.0\"}, " ONE("3.95"), "holds / 3.95 / The data give 3.95. / -");
    assert_outcome("states: {number: \"3.9\"}, " ONE("3.95"), "holds / 3.95 / The data give 3.95. / -");
    assert_outcome("states: {number: \"4\"}, " ONE("3.6"), "holds / 3.6 / The data give 3.6. / -");
    assert_outcome("states: {number: \"4.0\"}, " ONE("3.6"),
                   "does not hold / 3.6 / The data give 3.6, 0.4 less than stated. / True of 3.6.");
    assert_outcome("states: {number: \"1,234.5\"}, " ONE("1234.75"),
                   "does not hold / 1234.75 / The data give 1234.75, 0.25 more than stated. / True of 1234.8.");
    assert_outcome("states: {number: \"-0.5\"}, " ONE("-0.5"), "holds / -0.5 / The data give -0.5. / -");
}

static void numbers_hold_after_rounding(void **state)
{
    (void)state;
    /* 30, published to tens, is anything from 25 to 35. */
    assert_outcome("states: {number: \"0.55\"}, query: {data: {values: [{v: 0.5}]}, field: v, rounded: 1}",
                   "holds after rounding / 0.5 / The data give 0.5, and their rounding leaves 0.45 to 0.55 open. / -");
    assert_outcome("states: {number: \"0.57\"}, query: {data: {values: [{v: 0.5}]}, field: v, rounded: 1}",
                   "does not hold / 0.5 / The data give 0.5, 0.07 less than stated. / True of 0.50.");
    /* 3 of 7, each to whole numbers: from 2.5 of 7.5 to 3.5 of 6.5. */
    assert_outcome("states: {number: \"0.50\"}, query: {data: {values: [{a: 3, b: 7}]}, field: v, low: l, high: h, "
                   "transform: [{calculate: datum.a / datum.b, as: v}, {calculate: 2.5 / 7.5, as: l}, "
                   "{calculate: 3.5 / 6.5, as: h}]}",
                   "holds after rounding / 0.4286 / The data give 0.4286, and their rounding leaves 0.3333 to 0.5385 "
                   "open. / -");
    assert_outcome("states: {number: \"0.55\"}, query: {data: {values: [{v: 0.4, l: 0.3, h: 0.54}]}, field: v, low: l, "
                   "high: h}",
                   "does not hold / 0.4 / The data give 0.4, 0.15 less than stated. / True of 0.40.");
}

static void missing_numbers_decide_nothing(void **state)
{
    (void)state;
    assert_outcome("states: {number: \"1\"}, query: {data: {values: [{v: 1}, {v: null, w: 1}]}, field: v, "
                   "transform: [{filter: datum.w == 1}]}",
                   "cannot be checked / - / The data have no value. / The value.");
}

static void ranks(void **state)
{
    (void)state;
    assert_outcome("states: {rank: 2, of: B}, " ALL,
                   "holds / second of 5 / Beta (40.25) is second of 5, after Alpha (50.00). / -");
    assert_outcome("states: {rank: 1, of: A}, " ALL,
                   "holds / first of 5 / Alpha (50.00) is first of 5, before Beta (40.25). / -");
    /* 50 - 40.2 = 9.8; behind Alpha and Beta. */
    assert_outcome("states: {rank: 1, of: C, decimals: 1, unit: '% of GDP'}, " ALL,
                   "does not hold / third of 5 / Gamma (40.2) is third of 5, after Alpha (50.0) and Beta (40.3). / "
                   "Gamma would need 9.8 % of GDP more to be first; true without Alpha and Beta.");
    assert_outcome("states: {rank: 4, of: C}, " ALL,
                   "does not hold / third of 5 / Gamma (40.20) is third of 5, after Alpha (50.00) and Beta (40.25). / "
                   "True of rank 3.");
    /* 50 - 10, to be first from the least: Alpha is fifth, and four stand before it. */
    assert_outcome("states: {rank: 4, of: A, from: least}, " ALL,
                   "does not hold / fifth of 5 / Alpha (50.00) is fifth of 5, after Delta (10.00), Epsilon (10.00), "
                   "Gamma (40.20) and Beta (40.25). / Alpha would need 9.75 less to be fourth; true without 1 of those "
                   "before it.");
    /* Level places share the least rank. */
    assert_outcome("states: {rank: 4, of: E}, " ALL,
                   "holds / fourth of 5 / Epsilon (10.00) is fourth of 5, with 1 other of the same value, after Alpha "
                   "(50.00), Beta (40.25) and Gamma (40.20). / -");
    assert_outcome("states: {rank: 1, of: D, from: least}, " ALL,
                   "holds / first of 5 / Delta (10.00) is first of 5, with 1 other of the same value, before Gamma "
                   "(40.20). / -");
}

static void what_is_needed_is_never_too_little(void **state)
{
    (void)state;
    /* 0.9587 - 0.6269 = 0.3318: 0.33 would not be enough. */
    assert_outcome(
        "states: {rank: 1, of: B, decimals: 2}, "
        "query: {data: {values: [{geo: A, v: 0.9587}, {geo: B, v: 0.6269}]}, field: v}",
        "does not hold / second of 2 / B (0.63) is second of 2, after A (0.96). / B would need 0.34 more to be "
        "first; true without A.");
    /* 0.3 - 0.1 is 0.2, whatever doubles make of it. */
    assert_outcome("states: {rank: 1, of: B, decimals: 1}, "
                   "query: {data: {values: [{geo: A, v: 0.3}, {geo: B, v: 0.1}]}, field: v}",
                   "does not hold / second of 2 / B (0.1) is second of 2, after A (0.3). / B would need 0.2 more to be "
                   "first; true without A.");
}

static void ranks_hold_after_rounding(void **state)
{
    (void)state;
    /* 40.25 and 40.2 are both 40 without decimals: either may be second. */
    assert_outcome("states: {rank: 2, of: C, decimals: 0}, " ALL,
                   "holds after rounding / third of 5 / Gamma (40.20) is third of 5, after Alpha (50.00) and Beta "
                   "(40.25); rounded, the values do not tell "
                   "them apart. / -");
    /* Published to one decimal, 40.2 may be 40.25. */
    assert_outcome("states: {rank: 2, of: C}, query: {data: {name: all}, field: v, rounded: 1}",
                   "holds after rounding / third of 5 / Gamma (40.20) is third of 5, after Alpha (50.00) and Beta "
                   "(40.25); rounded, the values do not tell "
                   "them apart. "
                   "/ -");
    assert_outcome("states: {rank: 2, of: C}, query: {data: {name: all}, field: v, rounded: 2}",
                   "does not hold / third of 5 / Gamma (40.20) is third of 5, after Alpha (50.00) and Beta (40.25). / "
                   "Gamma would need 0.05 more to be second; true without 1 of those before it.");
}

static void orders(void **state)
{
    (void)state;
    assert_outcome(
        "states: {order: [A, B, C], decimals: 1}, " ALL,
        "holds / A, B, C / The order is Alpha (50.0), Beta (40.3) and Gamma (40.2), before Delta (10.0). / -");
    assert_outcome("states: {order: [A, C]}, " ALL,
                   "does not hold / A, B / The order is Alpha (50.00) and Beta (40.25). / True without Beta.");
    assert_outcome(
        "states: {order: [B, A]}, " ALL,
        "does not hold / A, B / The order is Alpha (50.00) and Beta (40.25). / True of Alpha and Beta, in that "
        "order.");
    assert_outcome("states: {order: [A, C, B], decimals: 0}, " ALL,
                   "holds after rounding / A, B, C / The order is Alpha (50.00), Beta (40.25) and Gamma (40.20), "
                   "before Delta (10.00); rounded, the values do not tell "
                   "them apart. "
                   "/ -");
    assert_outcome(
        "states: {order: [D, E, C], from: least}, query: {data: {name: all}, field: v, rounded: 1}",
        "holds after rounding / D, E, C / The order is Delta (10.00), Epsilon (10.00) and Gamma (40.20), before "
        "Beta (40.25); rounded, the values do not tell "
        "them apart. / -");
    /* Level, and nothing says that they are rounded: no order. */
    assert_outcome(
        "states: {order: [D, E], from: least}, " ALL,
        "does not hold / D, E / The order is Delta (10.00) and Epsilon (10.00). / True of Delta and Epsilon, in "
        "that order.");
}

static void extremes(void **state)
{
    (void)state;
    assert_outcome("states: {lowest: [E, D]}, " ALL,
                   "holds / D, E lowest / The lowest are Delta (10.00) and Epsilon (10.00). / -");
    assert_outcome("states: {highest: [B, A]}, " ALL,
                   "holds / A, B highest / The highest are Alpha (50.00) and Beta (40.25). / -");
    assert_outcome(
        "states: {highest: [A, C]}, " ALL,
        "does not hold / A, B highest / Beta (40.25) is higher than Gamma (40.20); the highest are Alpha and "
        "Beta. / True without Beta.");
    assert_outcome(
        "states: {lowest: [C, D]}, " ALL,
        "does not hold / D, E lowest / Epsilon (10.00) is lower than Gamma (40.20); the lowest are Delta and "
        "Epsilon. / True without Epsilon.");
    assert_outcome(
        "states: {lowest: [D]}, " ALL,
        "does not hold / D lowest / Epsilon (10.00) is not higher than Delta (10.00); the lowest are Delta. / "
        "True without Epsilon.");
    assert_outcome("states: {highest: [A, C], decimals: 0}, " ALL,
                   "holds after rounding / A, B highest / The highest are Alpha (50.00) and Beta (40.25); rounded, the "
                   "values do not tell "
                   "them apart. / -");
}

static void comparisons(void **state)
{
    (void)state;
    assert_outcome(
        "states: {more: A, than: others}, " ALL,
        "holds / more than 4 of 4 / Alpha (50.00) has more than the 4 others, the nearest Beta (40.25). / -");
    assert_outcome("states: {more: B, than: C}, " ALL,
                   "holds / more than 1 of 1 / Beta (40.25) has more than Gamma (40.20). / -");
    assert_outcome(
        "states: {less: C, than: [A, B]}, " ALL,
        "holds / less than 2 of 2 / Gamma (40.20) has less than the 2 others, the nearest Beta (40.25). / -");
    assert_outcome(
        "states: {more: C, than: [A, D]}, " ALL,
        "does not hold / more than 1 of 2 / Gamma (40.20) has not more than Alpha (50.00). / Gamma would need "
        "more than 9.80 more; true without Alpha.");
    /* Level is neither more nor less. */
    assert_outcome(
        "states: {less: D, than: E}, " ALL,
        "does not hold / less than 0 of 1 / Delta (10.00) has not less than Epsilon (10.00). / Delta would need "
        "more than 0.00 less; true without Epsilon.");
    assert_outcome("states: {more: C, than: B, decimals: 0}, " ALL,
                   "holds after rounding / more than 0 of 1 / Gamma (40.20) has not more than Beta (40.25); rounded, "
                   "the values do not tell "
                   "them apart. / -");
}

static void groups_that_are_not_known_whole(void **state)
{
    (void)state;
#define SEVEN "query: {data: {name: all}, field: v, group: 7}"
    assert_outcome(
        "states: {more: A, than: others}, " SEVEN,
        "cannot be checked / more than 4 of 6 / Alpha (50.00) has more than the 4 others that are known, the "
        "nearest Beta (40.25); 2 of the 7 places of the group are not known. / The values of the 2 places that "
        "are not known.");
    /* One that is known refutes the claim, whatever the others have. */
    assert_outcome(
        "states: {more: B, than: others}, " SEVEN,
        "does not hold / more than 3 of 6 / Beta (40.25) has not more than Alpha (50.00). / Beta would need more "
        "than 9.75 more; true without Alpha.");
    /* Third of those known: with two more it is third, fourth or fifth, never second or sixth. */
    assert_outcome(
        "states: {rank: 5, of: C}, " SEVEN,
        "cannot be checked / third of the known 5 / Gamma (40.20) is third of the known 5, after Alpha (50.00) "
        "and Beta (40.25); 2 of the 7 places of the group are not known. / The values of the 2 places that are "
        "not known.");
    assert_outcome(
        "states: {rank: 6, of: C}, " SEVEN,
        "does not hold / third of the known 5 / Gamma (40.20) is third of the known 5, after Alpha (50.00) and "
        "Beta (40.25). / True of rank 3.");
    assert_outcome(
        "states: {rank: 2, of: C}, " SEVEN,
        "does not hold / third of the known 5 / Gamma (40.20) is third of the known 5, after Alpha (50.00) and "
        "Beta (40.25). / Gamma would need 0.05 more to be second; true without 1 of those before it.");
    assert_outcome(
        "states: {lowest: [D, E]}, needs: the rest, " SEVEN,
        "cannot be checked / D, E lowest / The lowest are Delta (10.00) and Epsilon (10.00); 2 of the 7 places of "
        "the group are not known. / The rest.");
    assert_outcome(
        "states: {order: [A, B]}, query: {data: {name: all}, field: v, group: 6}",
        "cannot be checked / A, B / The order is Alpha (50.00) and Beta (40.25), before Gamma (40.20); 1 of the "
        "6 places of the group is not known. / The value of the place that is not known.");
    /* A place without a value is not known either; a claim about it is open. */
    assert_outcome(
        "states: {rank: 1, of: X}, query: {data: {values: [{geo: X, v: 3}, {geo: Y, v: null}]}, field: v}",
        "cannot be checked / first of the known 1 / X (3.00) is first of the known 1; 1 of the 2 places of the "
        "group is not known. / The value of the place that is not known.");
    assert_outcome("states: {rank: 1, of: Y}, query: {data: {values: [{geo: X, v: 3}, {geo: Y, v: null}]}, field: v}",
                   "cannot be checked / - / The data have no value for Y. / The value of Y.");
}

static void reasons_and_notes_quote_facts(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(RkClaimsReport) report = check(
        PLACES "facts:\n  top: {data: {name: all}, transform: [{filter: \"datum.geo == 'A'\"}], field: v}\n"
               "title: \"Top: {top:.1f}\"\nnotes: [\"{{{top}}}\"]\n"
               "claims:\n"
               "  - {id: a, statement: s, states: {number: \"5\"}, unchecked: \"none beside {top}\", needs: more}\n"
               "  - id: b\n    study: t\n    place: p\n    statement: \"{as it is}\"\n"
               "    states: {number: \"50.0\", unit: '%'}\n"
               "    query: {data: {name: all}, transform: [{filter: \"datum.geo == 'A'\"}], field: v}\n"
               "    note: twice {top}\n"
               "  - {id: c, statement: s, states: {rank: 1, of: A}, unchecked: no, needs: yes, "
               "query: {data: {name: all}, field: v}, source: \"own {top:.0f}\"}\n",
        &error);
    if (report == NULL)
        fail_msg("%s", error->message);
    assert_string_equal(report->title, "Top: 50.0");
    assert_string_equal(report->notes[0], "{50}");
    assert_null(report->notes[1]);
    g_autofree char *first = outcome(report), *finding = cell(report, "finding", 1),
                    *source = cell(report, "source", 1);
    assert_string_equal(first, "cannot be checked / - / None beside 50. / More.");
    assert_string_equal(finding, "The data give 50 %. Twice 50.");
    assert_string_equal(source, "ONE");
    g_autofree char *words = cell(report, "statement", 1), *stated = cell(report, "stated", 1);
    assert_string_equal(words, "{as it is}");
    assert_string_equal(stated, "50.0 %");
    g_autofree char *own = cell(report, "source", 2), *computed = cell(report, "computed", 2);
    assert_string_equal(own, "own 50");
    assert_string_equal(computed, "first of 5");
    assert_int_equal(report->counts[RK_VERDICT_HOLDS], 1);
    assert_int_equal(report->counts[RK_VERDICT_ROUNDED], 0);
    assert_int_equal(report->counts[RK_VERDICT_FAILS], 0);
    assert_int_equal(report->counts[RK_VERDICT_UNDECIDED], 2);
    const double *values = rk_column_numbers(rk_table_find(report->table, "value"));
    assert_true(isnan(values[0]) && values[1] == 50 && values[2] == 1);
}

/* The outcome does not depend on the order of the rows. */
static void order_of_rows_does_not_matter(void **state)
{
    (void)state;
    const char *rows[] = {"{geo: A, v: 3}", "{geo: B, v: 2}", "{geo: C, v: 2}", "{geo: D, v: 1}"};
    g_autofree char *first = NULL;
    for (guint turn = 0; turn < 4; turn++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *text = g_strdup_printf(
            "claims: [{id: a, statement: s, states: {lowest: [B, D]}, query: {field: v, data: {values: [%s, %s, %s, "
            "%s]}}}]",
            rows[turn], rows[(turn + 1) % 4], rows[(turn + 3) % 4], rows[(turn + 2) % 4]);
        g_autoptr(RkClaimsReport) report = check(text, &error);
        assert_non_null(report);
        g_autofree char *found = outcome(report);
        if (first == NULL)
            first = g_steal_pointer(&found);
        else
            assert_string_equal(first, found);
    }
    assert_string_equal(first,
                        "does not hold / D, B lowest / C (2.00) is not higher than B (2.00); the lowest are D and "
                        "B. / True without C.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_hold_to_their_decimals),
        cmocka_unit_test(numbers_hold_after_rounding),
        cmocka_unit_test(missing_numbers_decide_nothing),
        cmocka_unit_test(ranks),
        cmocka_unit_test(what_is_needed_is_never_too_little),
        cmocka_unit_test(ranks_hold_after_rounding),
        cmocka_unit_test(orders),
        cmocka_unit_test(extremes),
        cmocka_unit_test(comparisons),
        cmocka_unit_test(groups_that_are_not_known_whole),
        cmocka_unit_test(reasons_and_notes_quote_facts),
        cmocka_unit_test(order_of_rows_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite's predicates. Expected rows are worked out by hand; the rule for missing values is the house's.
 */
#include "support-table.h"

#include "transform/expression.h"

#define ROWS                                                                                                           \
    "geo | value:number | when:time | month:time | ok:boolean\n"                                                       \
    "LT  | 2            | 2019      | 2020-01    | true\n"                                                             \
    "LV  | -3           | 2020      | 2020-12    | false\n"                                                            \
    "    |              | 2021      | 2021-01    |\n"                                                                  \
    "EE  | 5            |           | 2019-12    | true\n"

/* The truth of each row as 0 and 1. */
static void assert_rows(const char *predicate, const char *expected)
{
    GError *error = NULL;
    guint8 truth[4];
    char text[5] = {0};
    g_autoptr(RkTable) table = table_from(ROWS);
    g_autoptr(RkDocument) document = document_from(predicate);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set(scope, "chosen", (RkScalar){.kind = RK_SCALAR_BOOLEAN, .number = 0});
    rk_scope_set(scope, "unset", (RkScalar){.kind = RK_SCALAR_NULL});
    rk_scope_set(scope, "best", (RkScalar){.kind = RK_SCALAR_TEXT, .text = "EE"});
    if (!rk_predicate_test(rk_document_root(document), table, scope, truth, &error))
        fail_msg("%s: %s", predicate, error->message);
    for (guint row = 0; row < 4; row++)
        text[row] = (char)('0' + truth[row]);
    if (strcmp(text, expected) != 0)
        fail_msg("%s gives %s, expected %s", predicate, text, expected);
}

static void test_fields(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"{field: geo, equal: LT}", "1000"},
                                           {"{field: geo, equal: XX}", "0000"},
                                           {"{field: geo, equal: null}", "0010"},
                                           {"{field: value, equal: 5}", "0001"},
                                           {"{field: value, equal: '5'}", "0001"},
                                           {"{field: value, lt: 2}", "0100"},
                                           {"{field: value, lte: 2}", "1100"},
                                           {"{field: value, gt: 2}", "0001"},
                                           {"{field: value, gte: 2}", "1001"},
                                           {"{field: value, range: [-3, 2]}", "1100"},
                                           {"{field: value, range: [null, 2]}", "1100"},
                                           {"{field: value, range: [2, null]}", "1001"},
                                           {"{field: geo, oneOf: [LT, EE]}", "1001"},
                                           {"{field: geo, oneOf: []}", "0000"},
                                           {"{field: geo, oneOf: [LT, null]}", "1010"},
                                           {"{field: value, oneOf: [2, 5]}", "1001"},
                                           {"{field: value, valid: true}", "1101"},
                                           {"{field: value, valid: false}", "0010"},
                                           {"{field: ok, equal: true}", "1001"},
                                           {"{field: ok, equal: false}", "0100"},
                                           {"{field: geo, equal: {expr: \"best\"}}", "0001"},
                                           {"{field: value, gt: {expr: \"1 + 2\"}}", "0001"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_rows(cases[i][0], cases[i][1]);
}

static void test_times(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"{field: when, equal: 2020}", "0100"},
                                           {"{field: when, equal: '2020'}", "0100"},
                                           {"{field: when, lte: 2020}", "1100"},
                                           {"{field: month, equal: 2020}", "1100"},
                                           {"{field: month, gt: 2020}", "0010"},
                                           {"{field: month, lt: 2020}", "0001"},
                                           {"{field: month, range: [2020, 2020]}", "1100"},
                                           {"{field: month, oneOf: [2019, 2021]}", "0011"},
                                           {"{field: month, range: ['2020-06', '2021-01']}", "0110"},
                                           {"{field: month, equal: '2020-12'}", "0100"},
                                           {"{field: month, equal: {year: 2020, month: 12}}", "0100"},
                                           {"{field: month, gte: {year: 2020, quarter: 4}}", "0110"},
                                           {"{field: month, timeUnit: month, equal: 12}", "0101"},
                                           {"{field: month, timeUnit: yearquarter, equal: '2020-Q4'}", "0100"},
                                           {"{field: month, timeUnit: utcyear, equal: 2020}", "1100"},
                                           {"{field: month, timeUnit: quarter, oneOf: [4]}", "0101"},
                                           {"{field: month, timeUnit: month, equal: {month: dec}}", "0101"},
                                           {"{field: month, timeUnit: month, equal: December}", "0101"},
                                           {"{field: month, timeUnit: {unit: month, step: 6}, equal: 7}", "0101"},
                                           {"{field: month, timeUnit: day, equal: {day: wed}}", "1000"},
                                           {"{field: month, equal: {year: 2020, month: jan}}", "1000"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_rows(cases[i][0], cases[i][1]);
}

static void test_combinations(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\"datum.value > 0\"", "1001"},
        {"true", "1111"},
        {"{and: [\"datum.value > 0\", {field: geo, equal: LT}]}", "1000"},
        {"{or: [\"datum.value > 2\", {field: geo, equal: LT}]}", "1001"},
        {"{and: []}", "1111"},
        {"{or: []}", "0000"},
        {"{not: {field: value, lt: 3}}", "0011"},
        {"{not: {or: [{field: geo, equal: LT}, {not: {field: ok, equal: true}}]}}", "0001"},
        {"{param: chosen}", "0000"},
        {"{param: unset}", "1111"},
        {"{param: unset, empty: false}", "0000"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_rows(cases[i][0], cases[i][1]);
}

static void test_errors(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"{field: vlaue, equal: 1}", "figure.yaml:1:9: there is no column \"vlaue\" (did you mean \"value\"?)"},
        {"{field: value}", "figure.yaml:1:1: a predicate that compares with nothing (add equal, lt, lte, gt, gte, "
                           "range, oneOf or valid)"},
        {"{field: value, equal: many}", "figure.yaml:1:23: \"many\" is not a number, and \"value\" holds numbers"},
        {"{field: when, lt: soon}", "figure.yaml:1:19: \"soon\" is not a period, and \"when\" holds times (periods are "
                                    "written 2020, 2020-S1, 2020-Q4, 2020-12, 2020-W52 or 2020-12-31)"},
        {"{field: value, range: [1]}",
         "figure.yaml:1:23: a range has two ends (write [low, high]; null leaves an end open)"},
        {"{field: value, oneOf: [[1]]}", "figure.yaml:1:24: a field cannot be compared with a list"},
        {"{field: when, equal: {month: 2}}",
         "figure.yaml:1:22: a date needs a year (write {year: 2020}, or the text '2020-12-31')"},
        {"{field: when, equal: {year: 2020, month: fbe}}",
         "figure.yaml:1:42: \"month\" of a date is a whole number from 1 to 12 (write a number, or the English name)"},
        {"{field: when, equal: {year: 2020, day: 1}}",
         "figure.yaml:1:22: a weekday stands beside a date (leave out the weekday)"},
        {"{field: when, timeUnit: yeer, equal: 1}",
         "figure.yaml:1:25: unknown time unit \"yeer\" (did you mean \"year\"?)"},
        {"{param: chosn}", "figure.yaml:1:9: there is no parameter \"chosn\" (did you mean \"chosen\"?)"},
        {"{and: [\"datum.value >\"]}", NULL},
        {"12", "figure.yaml:1:1: a number is not a predicate (give an expression, or a map with field, and, or, not)"}};
    g_autoptr(RkTable) table = table_from(ROWS);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set(scope, "chosen", (RkScalar){.kind = RK_SCALAR_BOOLEAN, .number = 1});
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        guint8 truth[4];
        g_autoptr(RkDocument) document = document_from(cases[i][0]);
        assert_false(rk_predicate_test(rk_document_root(document), table, scope, truth, &error));
        if (cases[i][1] != NULL)
            assert_error(&error, cases[i][1]);
        assert_true(cases[i][1] != NULL || rk_error_line(error) == 1);
        g_clear_error(&error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fields), cmocka_unit_test(test_times),
                                       cmocka_unit_test(test_combinations), cmocka_unit_test(test_errors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

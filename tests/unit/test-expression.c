/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expression language: Vega's own results (expression-oracle.h), the house rules for missing values and times, and
 * every error with its place.
 */
#include "support-expression.h"

#include "expression-oracle.h"

static void test_oracle(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(oracle); i++)
        assert_evaluates(oracle[i].expression, NULL, NULL, oracle[i].result);
}

/* ECMAScript's own rules, where Vega's parser has no ** and its format functions need a running view. */
static void test_more(void **state)
{
    (void)state;
    assert_evaluates("2 ** 3 ** 2", NULL, NULL, "512");
    assert_evaluates("(-2) ** 2", NULL, NULL, "4");
    assert_evaluates("1 ** NaN", NULL, NULL, "NaN");
    assert_evaluates("includes([1, 2], 2)", NULL, NULL, "true");
    assert_evaluates("includes([1, 2], '2')", NULL, NULL, "false");
    assert_evaluates("startsWith('EU27_2020', 'EU')", NULL, NULL, "true");
    assert_evaluates("endsWith('EU27_2020', 'EU')", NULL, NULL, "false");
    assert_evaluates("format(1234.5, ',.2f')", NULL, NULL, "\"1,234.50\"");
    assert_evaluates("format(null, ',.2f')", NULL, NULL, "null");
    assert_evaluates("timeFormat(datetime(2020, 2, 5), '%d %B %Y')", NULL, NULL, "\"05 March 2020\"");
    assert_evaluates("utcFormat(datetime(2020, 2, 5), '%b %Y')", NULL, NULL, "\"Mar 2020\"");
    assert_evaluates("monthFormat(0)", NULL, NULL, "\"January\"");
    assert_evaluates("monthAbbrevFormat(11)", NULL, NULL, "\"Dec\"");
    assert_evaluates("dayFormat(0)", NULL, NULL, "\"Sunday\"");
    assert_evaluates("dayAbbrevFormat(6)", NULL, NULL, "\"Sat\"");
    assert_evaluates("monthFormat(12)", NULL, NULL, "null");
    assert_evaluates("length('\u0105\u010d')", NULL, NULL, "2");
    assert_evaluates("1 == 1 ? 2 == 2 ? 'a' : 'b' : 'c'", NULL, NULL, "\"a\"");
    assert_evaluates("length('a\\n\\t')", NULL, NULL, "3");
    assert_evaluates("test(/a$/, 'a\\n')", NULL, NULL, "false");
    assert_evaluates("test(/a$/m, 'a\\nb')", NULL, NULL, "true");
    assert_evaluates("10 - 2 - 3", NULL, NULL, "5");
    assert_evaluates("!(1 > 2) && ~0 == -1", NULL, NULL, "true");
}

static void test_locale(void **state)
{
    (void)state;
    g_autoptr(RkScope) scope = rk_scope_new(NULL, rk_locale_find("lt"));
    assert_evaluates("format(12.5, '.1f')", NULL, scope, "\"12,5\"");
    assert_evaluates("monthFormat(0)", NULL, scope, "\"sausis\"");
}

static void test_scope(void **state)
{
    (void)state;
    g_autoptr(RkScope) outer = rk_scope_new(NULL, NULL);
    g_autoptr(RkScope) inner = rk_scope_new(outer, NULL);
    char word[] = "LT";
    g_autoptr(RkDocument) document = document_from("{best: {geo: EE, value: 12}, list: [4, 5]}");
    rk_scope_set(outer, "year", rk_number(2020));
    rk_scope_set(outer, "geo", rk_text(word));
    rk_scope_set(outer, "facts", rk_scalar_from_value(rk_document_root(document)));
    rk_scope_set(inner, "year", rk_number(2021));
    word[0] = 'X';
    assert_evaluates("year + 1", NULL, inner, "2022");
    assert_evaluates("year + 1", NULL, outer, "2021");
    assert_evaluates("geo", NULL, inner, "\"LT\"");
    assert_evaluates("facts.best.geo + facts['list'][1]", NULL, inner, "\"EE5\"");
    assert_evaluates("facts.worst", NULL, inner, "undefined");
}

#define ROW                                                                                                            \
    "geo | value:number | none:number | when:time | month:time | ok:boolean | gone | the name\n"                       \
    "LT  | 2.5          |             | 2020      | 2015-03    | true       |      | x\n"

/* What is missing stays missing, and is neither smaller nor greater: the rule of the house, not JavaScript's. */
static void test_missing(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from(ROW);
    static const char *const cases[][2] = {{"datum.none", "null"},
                                           {"datum.none == null", "true"},
                                           {"datum.gone == null", "true"},
                                           {"datum.gone === null", "true"},
                                           {"datum.value != null", "true"},
                                           {"isValid(datum.none)", "false"},
                                           {"isValid(datum.gone)", "false"},
                                           {"datum.none + 1", "null"},
                                           {"1 - datum.none * 2", "null"},
                                           {"-datum.none", "null"},
                                           {"datum.none & 1", "null"},
                                           {"sqrt(datum.none)", "null"},
                                           {"max(1, datum.none)", "null"},
                                           {"datum.none < 5", "false"},
                                           {"datum.none >= 0", "false"},
                                           {"datum.none == 0", "false"},
                                           {"datum.none ? 1 : 2", "2"},
                                           {"datum.gone + 'x'", "\"nullx\""},
                                           {"upper(datum.gone)", "null"},
                                           {"length(datum.gone)", "null"},
                                           {"year(datum.none)", "null"},
                                           {"format(datum.none, '.1f')", "null"},
                                           {"isNumber(datum.none)", "false"},
                                           {"datum.none == null ? 'n/a' : format(datum.none, '.1f')", "\"n/a\""}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_evaluates(cases[i][0], table, NULL, cases[i][1]);
}

/* A time against a period as text compares starts, against a whole number from 1000 to 9999 years. */
static void test_times(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from(ROW);
    static const char *const cases[][2] = {{"datum.when == '2020'", "true"},
                                           {"datum.when === '2020'", "true"},
                                           {"datum.when == '2020-01-01'", "true"},
                                           {"datum.when == '2020-Q1'", "true"},
                                           {"datum.when == '2020-Q2'", "false"},
                                           {"datum.when < '2020-12-31'", "true"},
                                           {"'2019' < datum.when", "true"},
                                           {"datum.when == 2020", "true"},
                                           {"datum.when === 2020", "true"},
                                           {"2020 == datum.when", "true"},
                                           {"datum.month == 2015", "true"},
                                           {"datum.month != 2015", "false"},
                                           {"datum.month > 2015", "false"},
                                           {"datum.month >= 2015", "true"},
                                           {"datum.month <= 2015", "true"},
                                           {"datum.month < 2015", "false"},
                                           {"2014 < datum.month", "true"},
                                           {"datum.month > 2014", "true"},
                                           {"datum.month == '2015'", "false"},
                                           {"datum.month == '2015-03'", "true"},
                                           {"datum.month > '2015-Q1'", "true"},
                                           {"datum.when > datum.month", "true"},
                                           {"datum.when == 1577836800000", "true"},
                                           {"inrange(datum.month, [2014, 2015])", "true"},
                                           {"inrange(datum.month, ['2015-01', '2015-02'])", "false"},
                                           {"year(datum.month)", "2015"},
                                           {"month(datum.month)", "2"},
                                           {"year('2015-Q4')", "2015"},
                                           {"quarter('2015-Q4')", "4"},
                                           {"year(2020)", "2020"},
                                           {"datum.when + ''", "\"2020\""},
                                           {"datum.month + ''", "\"2015-03\""},
                                           {"isDate(datum.when)", "true"},
                                           {"toDate('2020-02')", "time 1580515200000"},
                                           {"datum.when - datum.when", "0"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_evaluates(cases[i][0], table, NULL, cases[i][1]);
}

static void test_fields(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from(ROW);
    assert_evaluates("datum['the name'] + datum.geo", table, NULL, "\"xLT\"");
    assert_evaluates("datum['val' + 'ue'] * 2", table, NULL, "5");
    assert_evaluates("datum.geo.length", table, NULL, "2");
    assert_evaluates("datum.ok", table, NULL, "true");
}

static void assert_fails(const char *text, const RkTable *table, const RkScope *scope, const char *expected)
{
    GError *error = NULL;
    RkScalar scalar = {.kind = RK_SCALAR_NULL};
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, &error);
    if (expression != NULL)
        assert_false(rk_expression_scalar(expression, table, 0, scope, &scalar, &error));
    assert_error(&error, expected);
}

static void test_syntax_errors(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "figure.yaml:3:10: expected a value, found the end"},
        {"1 +", "figure.yaml:3:13: expected a value, found the end"},
        {"1 2", "figure.yaml:3:12: expected an operator or the end, found \"2\""},
        {"(1", "figure.yaml:3:12: expected \")\", found the end"},
        {"[1,", "figure.yaml:3:13: expected a value, found the end"},
        {"{a 1}", "figure.yaml:3:13: expected \":\", found \"1\""},
        {"{1: 2}", "figure.yaml:3:11: expected a key, found \"1\""},
        {"1 ? 2", "figure.yaml:3:15: expected \":\", found the end"},
        {"a = 1", "figure.yaml:3:12: \"=\" has no meaning in an expression (equality is ==)"},
        {"'\u0105' @", "figure.yaml:3:14: \"@\" has no meaning in an expression"},
        {"1 +\n  §", "figure.yaml:4:3: \"§\" has no meaning in an expression"},
        {"'abc", "figure.yaml:3:10: a text that is not closed (close it with the same quote)"},
        {"'abc\\", "figure.yaml:3:10: a text that is not closed (close it with the same quote)"},
        {"'\\u00'", "figure.yaml:3:11: an escape that cannot be read"},
        {"'\\u0000'", "figure.yaml:3:11: an escape that is no character"},
        {"/abc", "figure.yaml:3:10: a regular expression that is not closed (close it with a slash)"},
        {"1.2.3", "figure.yaml:3:13: expected an operator or the end, found \".3\""},
        {"12abc", "figure.yaml:3:10: a number that cannot be read"},
        {"1e999", "figure.yaml:3:10: a number that cannot be read"},
        {"0x", "figure.yaml:3:10: a number that cannot be read"},
        {"-2 ** 2", "figure.yaml:3:13: a sign before ** needs parentheses (write (-a) ** b or -(a ** b))"},
        {"datum", "figure.yaml:3:10: \"datum\" is a whole row, not a value (write datum.name or datum['name'])"},
        {"datum.1", "figure.yaml:3:10: \"datum\" is a whole row, not a value (write datum.name or datum['name'])"},
        {"datum.geo.upper()", "figure.yaml:3:25: methods cannot be called (write length(x), not x.length())"},
        {"sqr(2)", "figure.yaml:3:10: there is no function \"sqr\" (did you mean \"sqrt\"?)"},
        {"1 + now()",
         "figure.yaml:3:14: there is no function \"now\" (a figure does not depend on the clock: write the date)"},
        {"random()", "figure.yaml:3:10: there is no function \"random\" (a figure does not depend on chance)"},
        {"sqrt()", "figure.yaml:3:10: sqrt() takes 1 argument"},
        {"pow(1)", "figure.yaml:3:10: pow() takes 2 arguments"},
        {"min()", "figure.yaml:3:10: min() takes at least 1 argument"},
        {"pad('a')", "figure.yaml:3:10: pad() takes 2 to 4 arguments"},
        {"if(1, 2)", "figure.yaml:3:10: if() takes 3 arguments"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_fails(cases[i][0], NULL, NULL, cases[i][1]);
}

static void test_meaning_errors(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from(ROW);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set(scope, "benchmark", rk_number(2));
    static const char *const cases[][2] = {
        {"datum.valeu > 1", "figure.yaml:3:16: there is no column \"valeu\" (did you mean \"value\"?)"},
        {"1 + value", "figure.yaml:3:14: unknown name \"value\" (write datum.value)"},
        {"1 + benchmrk", "figure.yaml:3:14: unknown name \"benchmrk\" (did you mean \"benchmark\"?)"},
        {"datum['v' + 'alu']", "figure.yaml:3:20: there is no column \"valu\" (did you mean \"value\"?)"},
        {"datum.when >= '2020-Q5'",
         "figure.yaml:3:24: \"2020-Q5\" is not a period, and \"when\" holds times (" RK_HINT_PERIOD ")"},
        {"test('(', 'a')", "figure.yaml:3:10: \"(\" is not a regular expression (close brackets, and write \\ before a "
                           "sign that stands for itself)"},
        {"sequence(1e9)", "figure.yaml:3:10: a list longer than 1048576 items"},
        {"test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')",
         "figure.yaml:3:10: a regular expression that takes too many steps (make the pattern simpler: repeats within "
         "repeats explode)"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_fails(cases[i][0], table, scope, cases[i][1]);
    assert_fails("datum.value", NULL, NULL,
                 "figure.yaml:3:16: there are no rows here that could have a field \"value\"");
}

static void test_bad_format(void **state)
{
    (void)state;
    GError *error = NULL;
    RkScalar scalar = {.kind = RK_SCALAR_NULL};
    g_autoptr(RkExpression) expression = rk_expression_parse("1 + format(2, '.q9z')", here, &error);
    assert_false(rk_expression_scalar(expression, NULL, 0, NULL, &scalar, &error));
    assert_int_equal(rk_error_line(error), 3);
    assert_int_equal(rk_error_column(error), 14);
    g_clear_error(&error);
}

static void test_limits(void **state)
{
    (void)state;
    g_autoptr(GString) deep = g_string_new(NULL), wide = g_string_new("1 == 2"), chain = g_string_new("1");
    for (guint i = 0; i < 5000; i++)
        g_string_append_c(deep, '(');
    assert_fails(
        deep->str, NULL, NULL,
        "figure.yaml:3:138: an expression nested deeper than 128 levels (split it into several calculate steps)");
    for (guint i = 0; i < 200; i++)
        g_string_append(chain, " + 1");
    assert_fails(
        chain->str, NULL, NULL,
        "figure.yaml:3:524: an expression nested deeper than 128 levels (split it into several calculate steps)");
    for (guint i = 0; i < 3000; i++)
        g_string_append(wide, " || 1 == 2");
    assert_evaluates(wide->str, NULL, NULL, "false");
    while (wide->len <= 65536)
        g_string_append(wide, " || 1 == 2");
    assert_fails(wide->str, NULL, NULL, "figure.yaml:3:10: an expression longer than 65536 bytes");
    assert_fails("'\xff'", NULL, NULL, "figure.yaml:3:10: an expression that is not UTF-8");
    assert_fails("length(pad('', 1e6) + pad('', 1e6))", NULL, NULL,
                 "figure.yaml:3:30: a text longer than 1048576 bytes");
}

/* Without a place the text itself is the place. */
static void test_nowhere(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(rk_expression_parse("1 + + ", RK_NOWHERE, &error));
    assert_error(&error, "1:7: expected a value, found the end");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_oracle),     cmocka_unit_test(test_more),          cmocka_unit_test(test_locale),
        cmocka_unit_test(test_scope),      cmocka_unit_test(test_missing),       cmocka_unit_test(test_times),
        cmocka_unit_test(test_fields),     cmocka_unit_test(test_syntax_errors), cmocka_unit_test(test_meaning_errors),
        cmocka_unit_test(test_bad_format), cmocka_unit_test(test_limits),        cmocka_unit_test(test_nowhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

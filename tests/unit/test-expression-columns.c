/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions over tables: the type of the result, companions, and that the fast paths say what the general path says,
 * for every operator, every type of column and every kind of constant. Expected values are worked out by hand.
 */
#include "support-table.h"

#include "transform/expression-private.h"

static const RkPlace here = {"figure.yaml", 1, 1};

#define ROWS                                                                                                           \
    "geo | unit | flag | value:number@unit#flag | other:number | when:time | month:time | ok:boolean\n"                \
    "LT  | EUR  | p    | 2                      | 0.5          | 2019      | 2020-01    | true\n"                      \
    "LV  | EUR  |      | -3                     |              | 2020      | 2020-12    | false\n"                     \
    "    | USD  |      |                        | 2            | 2021      | 2021-01    | true\n"                      \
    "EE  | EUR  | e    | 0                      | 0            |           |            |\n"                           \
    "10  |      |      | 2020                   | 2            | 2020      | 2019-12    | false\n"

static RkColumn *column_of(const char *text, const RkTable *table, const RkScope *scope)
{
    GError *error = NULL;
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, &error);
    RkColumn *column = expression == NULL ? NULL : rk_expression_column(expression, table, "new", scope, &error);
    if (column == NULL)
        fail_msg("%s: %s", text, error->message);
    return column;
}

static void assert_column(const char *text, const RkTable *table, const char *expected)
{
    g_autoptr(RkColumn) column = column_of(text, table, NULL);
    const RkColumn *columns[1] = {column};
    g_autoptr(RkTable) alone = rk_table_new(columns, 1, rk_table_rows(table), NULL);
    g_autofree char *whole = g_strdup_printf("new\n%s", expected);
    assert_table(alone, whole);
}

static void test_results(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from(ROWS);
    assert_column("datum.value * 2", table, "4#p\n-6\n\n0#e\n4040");
    assert_column("datum.value", table, "2@EUR#p\n-3@EUR\n@USD\n0@EUR#e\n2020");
    assert_column("datum.value + datum.other", table, "2.5#p\n\n\n0#e\n2022");
    assert_column("datum.value > 0", table, "true\nfalse\nfalse\nfalse\ntrue");
    assert_column("datum.geo + '!'", table, "LT!\nLV!\nnull!\nEE!\n10!");
    assert_column("datum.when", table, "2019\n2020\n2021\n\n2020");
    assert_column("datum.ok ? datum.when : null", table, "2019\n\n2021\n\n");
    assert_column("year(datum.month)", table, "2020\n2020\n2021\n\n2019");
    assert_column("isValid(datum.value)", table, "true\ntrue\nfalse\ntrue\ntrue");
    assert_column("datum.value ? 'yes' : 'no'", table, "yes\nyes\nno\nno\nyes");
    assert_column("1 / datum.other", table, "2\n\n0.5\nInfinity\n0.5");
}

static void test_types_without_values(void **state)
{
    (void)state;
    g_autoptr(RkTable) table = table_from("geo | value:number | when:time\n");
    static const struct {
        const char *text;
        RkColumnType type;
    } cases[] = {{"datum.value * 2", RK_COLUMN_NUMBER},
                 {"datum.value > 1", RK_COLUMN_BOOLEAN},
                 {"datum.geo + '!'", RK_COLUMN_TEXT},
                 {"upper(datum.geo)", RK_COLUMN_TEXT},
                 {"datum.when", RK_COLUMN_TIME},
                 {"toDate(datum.geo)", RK_COLUMN_TIME},
                 {"!datum.value", RK_COLUMN_BOOLEAN},
                 {"datum.value > 1 ? 'a' : 'b'", RK_COLUMN_TEXT},
                 {"datum.value > 1 && datum.geo == 'x'", RK_COLUMN_BOOLEAN},
                 {"null", RK_COLUMN_NUMBER}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(RkColumn) column = column_of(cases[i].text, table, NULL);
        assert_int_equal(rk_column_type(column), cases[i].type);
        assert_int_equal(rk_column_length(column), 0);
    }
}

static void assert_column_fails(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkTable) table = table_from(ROWS);
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, &error);
    assert_non_null(expression);
    assert_null(rk_expression_column(expression, table, "new", NULL, &error));
    assert_error(&error, expected);
}

static void test_mixed(void **state)
{
    (void)state;
    assert_column_fails("datum.value > 0 ? datum.value : datum.geo",
                        "figure.yaml:1:17: row 2 gives text where the rows before give a number (the row was read from "
                        "data.csv:3)");
    assert_column_fails("datum.value < 0 ? [1] : null", "figure.yaml:1:17: row 2 gives a list or map, which no column "
                                                        "can hold (the row was read from data.csv:3)");
    assert_column_fails("datum.geo + 1 > datum.vlue",
                        "figure.yaml:1:23: there is no column \"vlue\" (did you mean \"value\"?)");
}

static gboolean fast_knows(const char *text, const RkTable *table, const RkScope *scope)
{
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, NULL);
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, NULL);
    g_autoptr(RkColumn) column = rk_expression_column_fast(expression, evaluation, "new");
    return column != NULL;
}

static void assert_paths_agree(const char *text, const RkTable *table, const RkScope *scope)
{
    GError *error = NULL;
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, &error);
    gsize rows = rk_table_rows(table);
    g_autoptr(RkColumn) fast = rk_expression_column(expression, table, "new", scope, &error);
    g_autoptr(RkColumn) general = rk_expression_column_general(expression, table, "new", scope, &error);
    if (fast == NULL || general == NULL)
        fail_msg("%s: %s", text, error->message);
    g_autofree guint8 *fast_truth = g_new0(guint8, rows), *general_truth = g_new0(guint8, rows);
    assert_true(rk_expression_test(expression, table, scope, fast_truth, NULL));
    assert_true(rk_expression_test_general(expression, table, scope, general_truth, NULL));
    if (rk_column_type(fast) != rk_column_type(general))
        fail_msg("%s: the paths differ in type", text);
    for (gsize row = 0; row < rows; row++) {
        g_autofree char *a = rk_column_write(fast, row), *b = rk_column_write(general, row);
        if (g_strcmp0(a, b) != 0 || fast_truth[row] != general_truth[row])
            fail_msg("%s, row %d: fast path %s, general path %s", text, (int)row, a, b);
    }
}

/* All comparisons of all columns with constants of all kinds, on either side. */
static void test_comparisons_agree(void **state)
{
    (void)state;
    static const char *const fields[] = {"geo", "value", "other", "when", "month", "ok"};
    static const char *const operators[] = {"==", "!=", "===", "!==", "<", "<=", ">", ">="};
    static const char *const constants[] = {"0",     "2",     "2020",  "2020.5",  "-3",    "NaN",    "null",
                                            "true",  "false", "'LT'",  "'10'",    "''",    "'2020'", "'2020-12'",
                                            "limit", "word",  "start", "nothing", "-limit"};
    g_autoptr(RkTable) table = table_from(ROWS);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set(scope, "limit", rk_number(2));
    rk_scope_set(scope, "word", rk_text("LV"));
    rk_scope_set(scope, "start", rk_time(1577836800000.0, RK_FREQUENCY_YEAR));
    rk_scope_set(scope, "nothing", rk_null());
    guint compared = 0, fast = 0;
    for (guint f = 0; f < G_N_ELEMENTS(fields); f++)
        for (guint o = 0; o < G_N_ELEMENTS(operators); o++)
            for (guint c = 0; c < G_N_ELEMENTS(constants); c++) {
                gboolean refused = (strcmp(fields[f], "when") == 0 || strcmp(fields[f], "month") == 0) &&
                                   (strcmp(constants[c], "'LT'") == 0 || strcmp(constants[c], "'10'") == 0 ||
                                    strcmp(constants[c], "''") == 0);
                if (refused)
                    continue;
                g_autofree char *right = g_strdup_printf("datum.%s %s %s", fields[f], operators[o], constants[c]);
                g_autofree char *left = g_strdup_printf("%s %s datum.%s", constants[c], operators[o], fields[f]);
                assert_paths_agree(right, table, scope);
                assert_paths_agree(left, table, scope);
                fast += fast_knows(right, table, scope) && fast_knows(left, table, scope);
                compared++;
            }
    assert_int_equal(fast, compared);
}

static void test_arithmetic_agrees(void **state)
{
    (void)state;
    static const char *const operators[] = {"+", "-", "*", "/", "%", "**"};
    static const char *const others[] = {"datum.other", "3", "-0.5", "0", "limit", "(datum.other + 1)", "NaN"};
    g_autoptr(RkTable) table = table_from(ROWS);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set(scope, "limit", rk_number(2));
    for (guint o = 0; o < G_N_ELEMENTS(operators); o++)
        for (guint c = 0; c < G_N_ELEMENTS(others); c++) {
            g_autofree char *text = g_strdup_printf("datum.value %s %s", operators[o], others[c]);
            g_autofree char *compared = g_strdup_printf("(datum.value %s %s) >= 2", operators[o], others[c]);
            g_autofree char *unequal = g_strdup_printf("2 !== (%s %s datum.value)", others[c], operators[o]);
            if (strcmp(operators[o], "**") != 0) {
                g_autofree char *negated = g_strdup_printf("-%s", text);
                assert_paths_agree(negated, table, scope);
            }
            assert_paths_agree(text, table, scope);
            assert_paths_agree(compared, table, scope);
            if (strcmp(operators[o], "**") != 0 || others[c][0] != '-')
                assert_paths_agree(unequal, table, scope);
            assert_int_equal(fast_knows(text, table, scope), strcmp(operators[o], "**") != 0);
            assert_int_equal(fast_knows(compared, table, scope), strcmp(operators[o], "**") != 0);
        }
}

static void test_logic_agrees(void **state)
{
    (void)state;
    static const char *const fast[] = {"datum.value > 0 && datum.geo == 'LT'", "datum.value > 0 || datum.when == 2020",
                                       "!(datum.value > 0)",
                                       "!(datum.geo == 'LT' || datum.geo == 'LV') && datum.ok == true",
                                       "datum.geo != null && datum.month >= '2020-06' && datum.other < 3"};
    static const char *const general[] = {"datum.ok",
                                          "!datum.ok",
                                          "datum.ok && datum.value > 0",
                                          "datum.value == datum.other",
                                          "datum.geo",
                                          "datum.value & 1",
                                          "(datum.value | 0) == 0",
                                          "datum.value > 0 && datum.ok",
                                          "datum.when > datum.month",
                                          "isValid(datum.value) && datum.value > 0",
                                          "datum.when + 1",
                                          "-datum.ok",
                                          "3",
                                          "'x'"};
    g_autoptr(RkTable) table = table_from(ROWS);
    for (guint i = 0; i < G_N_ELEMENTS(fast); i++) {
        assert_paths_agree(fast[i], table, NULL);
        assert_true(fast_knows(fast[i], table, NULL));
    }
    for (guint i = 0; i < G_N_ELEMENTS(general); i++) {
        assert_paths_agree(general[i], table, NULL);
        assert_false(fast_knows(general[i], table, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_results),
                                       cmocka_unit_test(test_types_without_values),
                                       cmocka_unit_test(test_mixed),
                                       cmocka_unit_test(test_comparisons_agree),
                                       cmocka_unit_test(test_arithmetic_agrees),
                                       cmocka_unit_test(test_logic_agrees)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

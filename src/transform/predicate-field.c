/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field compared with constants. It refuses constants that the column can never equal by their kind, because the
 * answer would be an empty table without a word.
 */
#include "transform/predicate.h"

#include <math.h>
#include "transform/datetime.h"

/** The value of {expr: "…"}. Its text is kept in `texts`. */
static gboolean constant_of_expression(const RkValue *text, const RkScope *scope, GPtrArray *texts, RkScalar *constant,
                                       GError **error)
{
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, scope, constant, error))
        return FALSE;
    if (constant->kind == RK_SCALAR_TREE) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(text), NULL, "a field cannot be compared with a list or map");
        return FALSE;
    }
    if (constant->kind == RK_SCALAR_TEXT) {
        char *copy = g_strdup(constant->text);
        g_ptr_array_add(texts, copy);
        constant->text = copy;
    }
    return TRUE;
}

static gboolean check_kind(const RkColumn *column, const RkValue *value, RkScalar constant, GError **error)
{
    double start;
    RkFrequency frequency;
    RkColumnType type = rk_column_type(column);
    if (constant.kind != RK_SCALAR_TEXT)
        return TRUE;
    if (type == RK_COLUMN_TIME && !rk_scalar_to_time(constant, &start, &frequency)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), RK_HINT_PERIOD,
                     "\"%s\" is not a period, and \"%s\" holds times", constant.text, rk_column_name(column));
        return FALSE;
    }
    if (type == RK_COLUMN_NUMBER && isnan(rk_scalar_to_number(constant))) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL,
                     "\"%s\" is not a number, and \"%s\" holds numbers", constant.text, rk_column_name(column));
        return FALSE;
    }
    return TRUE;
}

typedef struct {
    const RkColumn *column;
    const RkScope *scope;
    GPtrArray *texts;
    const RkTimeUnit *unit; /**< NULL: none */
    gsize rows;
    guint8 *truth;
    guint8 *next;
} Test;

/** Numbers and words beside a unit of one part are that part: 3 or "mar" of `month`. */
static gboolean is_part(const Test *test, const RkValue *value)
{
    double start;
    RkFrequency frequency;
    if (test->unit == NULL || !rk_time_unit_is_single(test->unit))
        return FALSE;
    if (rk_value_is(value, RK_VALUE_NUMBER))
        return TRUE;
    return rk_value_is(value, RK_VALUE_TEXT) && !rk_date_read(rk_value_text_or(value, ""), &start, &frequency);
}

static gboolean constant_of(const Test *test, const RkValue *value, RkScalar *constant, GError **error)
{
    *constant = rk_scalar_from_value(value);
    if (rk_value_has(value, "expr")) {
        if (!constant_of_expression(rk_value_get(value, "expr"), test->scope, test->texts, constant, error))
            return FALSE;
    } else if (rk_value_is(value, RK_VALUE_MAP)) {
        if (!rk_datetime_read(value, test->unit, constant, error))
            return FALSE;
    } else if (is_part(test, value)) {
        return rk_datetime_of_part(value, test->unit, constant, error);
    } else if (constant->kind == RK_SCALAR_TREE) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "a field cannot be compared with %s",
                     rk_value_kind_name(value));
        return FALSE;
    }
    return check_kind(test->column, value, *constant, error);
}

/** The grammar makes numbers of a field that is compared with one, and null of the keys that records lack. */
static void count_lacking_as_zero(const Test *test, RkOperator operation, RkScalar constant)
{
    if (operation < RK_OPERATOR_LESS || operation > RK_OPERATOR_GREATER_EQUAL || constant.kind != RK_SCALAR_NUMBER ||
        !rk_column_has_blanks(test->column))
        return;
    for (gsize row = 0; row < test->rows; row++)
        if (rk_column_blank(test->column, row) == RK_BLANK_UNDEFINED)
            test->next[row] = (guint8)rk_scalar_compare(operation, rk_number(0), constant);
}

/** A key that a record lacks is not null, where the two are told apart. */
static RkOperator equality(const Test *test, RkScalar constant)
{
    return constant.kind == RK_SCALAR_NULL || rk_scope_is_strict(test->scope) ? RK_OPERATOR_SAME : RK_OPERATOR_EQUAL;
}

static gboolean require(Test *test, RkOperator operation, const RkValue *value, GError **error)
{
    RkScalar constant;
    if (!constant_of(test, value, &constant, error))
        return FALSE;
    if (operation == RK_OPERATOR_EQUAL)
        operation = equality(test, constant);
    rk_column_compare(test->column, operation, constant, test->next);
    count_lacking_as_zero(test, operation, constant);
    for (gsize row = 0; row < test->rows; row++)
        test->truth[row] &= test->next[row];
    return TRUE;
}

static gboolean require_range(Test *test, const RkValue *range, GError **error)
{
    if (rk_value_length(range) != 2) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(range), "write [low, high]; null leaves an end open",
                     "a range has two ends");
        return FALSE;
    }
    const RkValue *low = rk_value_at(range, 0), *high = rk_value_at(range, 1);
    return (rk_value_is(low, RK_VALUE_NULL) || require(test, RK_OPERATOR_GREATER_EQUAL, low, error)) &&
           (rk_value_is(high, RK_VALUE_NULL) || require(test, RK_OPERATOR_LESS_EQUAL, high, error));
}

static gboolean require_one_of(Test *test, const RkValue *list, GError **error)
{
    g_autofree guint8 *any = g_new0(guint8, test->rows);
    for (guint i = 0; i < rk_value_length(list); i++) {
        RkScalar constant;
        if (!constant_of(test, rk_value_at(list, i), &constant, error))
            return FALSE;
        rk_column_compare(test->column, equality(test, constant), constant, test->next);
        for (gsize row = 0; row < test->rows; row++)
            any[row] |= test->next[row];
    }
    for (gsize row = 0; row < test->rows; row++)
        test->truth[row] &= any[row];
    return TRUE;
}

static void require_valid(Test *test, gboolean valid)
{
    for (gsize row = 0; row < test->rows; row++)
        test->truth[row] &= rk_column_is_missing(test->column, row) != valid;
}

/** One comparison to a predicate: of several the grammar would take the first it thinks of, without a word. */
static gboolean check_alone(const RkValue *predicate, GError **error)
{
    static const char *const comparisons[] = {"equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid", NULL};
    const char *first = NULL;
    for (guint i = 0; i < rk_value_length(predicate); i++) {
        const char *key = rk_value_key_at(predicate, i);
        if (!g_strv_contains(comparisons, key))
            continue;
        if (first != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_key_place_at(predicate, i),
                         "write a predicate for each within {and: […]}",
                         "a predicate compares once, and this one has \"%s\" and \"%s\"", first, key);
            return FALSE;
        }
        first = key;
    }
    return TRUE;
}

static gboolean require_all(Test *test, const RkValue *predicate, GError **error)
{
    static const struct {
        const char *name;
        RkOperator operation;
    } comparisons[] = {{"equal", RK_OPERATOR_EQUAL},
                       {"lt", RK_OPERATOR_LESS},
                       {"lte", RK_OPERATOR_LESS_EQUAL},
                       {"gt", RK_OPERATOR_GREATER},
                       {"gte", RK_OPERATOR_GREATER_EQUAL}};
    guint found = 0;
    for (guint i = 0; i < G_N_ELEMENTS(comparisons); i++) {
        if (!rk_value_has(predicate, comparisons[i].name))
            continue;
        found++;
        if (!require(test, comparisons[i].operation, rk_value_get(predicate, comparisons[i].name), error))
            return FALSE;
    }
    const RkValue *range = rk_value_get(predicate, "range"), *list = rk_value_get(predicate, "oneOf");
    const RkValue *valid = rk_value_get(predicate, "valid");
    if ((range != NULL && !require_range(test, range, error)) || (list != NULL && !require_one_of(test, list, error)))
        return FALSE;
    if (valid != NULL)
        require_valid(test, rk_value_boolean_or(valid, TRUE));
    if (found == 0 && range == NULL && list == NULL && valid == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(predicate),
                     "add equal, lt, lte, gt, gte, range, oneOf or valid", "a predicate that compares with nothing");
        return FALSE;
    }
    return TRUE;
}

gboolean rk_predicate_test_field(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                                 GError **error)
{
    const RkValue *field = rk_value_get(predicate, "field"), *unit = rk_value_get(predicate, "timeUnit");
    const RkColumn *column = rk_table_require(table, rk_value_text_or(field, ""), rk_value_place(field), error);
    if (column == NULL || !check_alone(predicate, error))
        return FALSE;
    RkTimeUnit read;
    g_autoptr(RkColumn) part = NULL;
    if (unit != NULL) {
        if (!rk_time_unit_read(unit, &read, error))
            return FALSE;
        part = rk_time_unit_start(unit, column, rk_column_name(column), NULL, error);
        if (part == NULL)
            return FALSE;
    }
    gsize rows = rk_table_rows(table);
    g_autofree guint8 *next = g_new(guint8, rows);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    rk_truth_fill(truth, TRUE, rows);
    Test test = {part != NULL ? part : column, scope, texts, unit != NULL ? &read : NULL, rows, truth, next};
    return require_all(&test, predicate, error);
}

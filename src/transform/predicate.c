/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite's predicates: expressions, comparisons of a field, and their combinations. A missing value is neither
 * smaller nor greater than anything; `equal: null` finds it.
 */
#include "transform/predicate.h"

#include "base/shape.h"
#include "transform/time-unit.h"

#define COMBINED (RK_ALLOW_TEXT | RK_ALLOW_MAP)
#define ORDERED (RK_ALLOW_NUMBER | RK_ALLOW_TEXT | RK_ALLOW_MAP)
#define CONSTANT (RK_ALLOW_NULL | RK_ALLOW_BOOLEAN | ORDERED)

/* Facts are known when rows are. */
static const RkProperty constant_properties[] = {
    {.name = "expr", .allow = RK_ALLOW_TEXT, .summary = "expression that gives the value"}, {NULL}};
static const RkShape *const constant_includes[] = {&rk_shape_date_time, NULL};
static const RkShape constant = {
    .name = "the constant", .properties = constant_properties, .includes = constant_includes};

static const RkProperty predicate_properties[] = {
    {.name = "and", .allow = RK_ALLOW_LIST, .shape = &rk_predicate_shape, .items = COMBINED, .summary = "all of these"},
    {.name = "or", .allow = RK_ALLOW_LIST, .shape = &rk_predicate_shape, .items = COMBINED, .summary = "any of these"},
    {.name = "not", .allow = COMBINED, .shape = &rk_predicate_shape, .summary = "the opposite"},
    {.name = "param", .allow = RK_ALLOW_TEXT, .summary = "truth of a parameter, the same for every row"},
    {.name = "empty", .allow = RK_ALLOW_BOOLEAN, .summary = "what a parameter without a value means"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .summary = "the column to compare"},
    {.name = "timeUnit",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_time_unit_shape,
     .check = rk_time_unit_check,
     .summary = "the part of a time to compare"},
    {.name = "equal", .allow = CONSTANT, .shape = &constant, .summary = "equal to this"},
    {.name = "lt", .allow = ORDERED, .shape = &constant, .summary = "less than this"},
    {.name = "lte", .allow = ORDERED, .shape = &constant, .summary = "less than or equal to this"},
    {.name = "gt", .allow = ORDERED, .shape = &constant, .summary = "greater than this"},
    {.name = "gte", .allow = ORDERED, .shape = &constant, .summary = "greater than or equal to this"},
    {.name = "range",
     .allow = RK_ALLOW_LIST,
     .items = ORDERED | RK_ALLOW_NULL,
     .shape = &constant,
     .summary = "between these two, null: no bound"},
    {.name = "oneOf",
     .allow = RK_ALLOW_LIST,
     .items = CONSTANT,
     .shape = &constant,
     .summary = "equal to one of these"},
    {.name = "valid", .allow = RK_ALLOW_BOOLEAN, .summary = "true: not missing, false: missing"},
    {NULL}};

const RkShape rk_predicate_shape = {.name = "a predicate", .properties = predicate_properties};

static void combine(guint8 *truth, const guint8 *other, gsize rows, gboolean all)
{
    for (gsize row = 0; row < rows; row++)
        truth[row] = all ? truth[row] & other[row] : truth[row] | other[row];
}

static gboolean test_list(const RkValue *list, gboolean all, const RkTable *table, const RkScope *scope, guint8 *truth,
                          GError **error)
{
    gsize rows = rk_table_rows(table);
    g_autofree guint8 *next = g_new(guint8, rows);
    rk_truth_fill(truth, all, rows);
    for (guint i = 0; i < rk_value_length(list); i++) {
        if (!rk_predicate_test(rk_value_at(list, i), table, scope, next, error))
            return FALSE;
        combine(truth, next, rows, all);
    }
    return TRUE;
}

static gboolean test_not(const RkValue *inner, const RkTable *table, const RkScope *scope, guint8 *truth,
                         GError **error)
{
    if (!rk_predicate_test(inner, table, scope, truth, error))
        return FALSE;
    for (gsize row = 0; row < rk_table_rows(table); row++)
        truth[row] = !truth[row];
    return TRUE;
}

static gboolean test_param(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                           GError **error)
{
    const RkValue *param = rk_value_get(predicate, "param");
    const char *name = rk_value_text_or(param, "");
    RkScalar value;
    if (!rk_scope_get(scope, name, &value)) {
        g_autofree const char **names = rk_scope_names(scope);
        g_autofree char *hint = rk_hint_nearest(name, names, NULL);
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(param), hint, "there is no parameter \"%s\"", name);
        return FALSE;
    }
    gboolean verdict = value.kind == RK_SCALAR_NULL ? rk_value_boolean_or(rk_value_get(predicate, "empty"), TRUE)
                                                    : rk_scalar_truth(value);
    rk_truth_fill(truth, verdict, rk_table_rows(table));
    return TRUE;
}

static gboolean test_text(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                          GError **error)
{
    g_autoptr(RkExpression) expression =
        rk_expression_parse(rk_value_text_or(predicate, ""), rk_value_place(predicate), error);
    return expression != NULL && rk_expression_test(expression, table, scope, truth, error);
}

/** A predicate is one thing: of several the grammar would take the first it thinks of, without a word. */
static gboolean is_one(const RkValue *predicate, GError **error)
{
    static const char *const kinds[] = {"and", "or", "not", "param", "field", NULL};
    const char *first = NULL;
    for (guint i = 0; rk_value_is(predicate, RK_VALUE_MAP) && i < rk_value_length(predicate); i++) {
        const char *key = rk_value_key_at(predicate, i);
        if (!g_strv_contains(kinds, key))
            continue;
        if (first != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_key_place_at(predicate, i),
                         "write a predicate for each within {and: […]}",
                         "a predicate is one thing, and this one has \"%s\" and \"%s\"", first, key);
            return FALSE;
        }
        first = key;
    }
    return TRUE;
}

gboolean rk_predicate_test(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                           GError **error)
{
    if (rk_value_is(predicate, RK_VALUE_TEXT))
        return test_text(predicate, table, scope, truth, error);
    if (rk_value_is(predicate, RK_VALUE_BOOLEAN)) {
        rk_truth_fill(truth, rk_value_boolean_or(predicate, FALSE), rk_table_rows(table));
        return TRUE;
    }
    if (!is_one(predicate, error))
        return FALSE;
    if (rk_value_has(predicate, "and"))
        return test_list(rk_value_get(predicate, "and"), TRUE, table, scope, truth, error);
    if (rk_value_has(predicate, "or"))
        return test_list(rk_value_get(predicate, "or"), FALSE, table, scope, truth, error);
    if (rk_value_has(predicate, "not"))
        return test_not(rk_value_get(predicate, "not"), table, scope, truth, error);
    if (rk_value_has(predicate, "param"))
        return test_param(predicate, table, scope, truth, error);
    if (rk_value_has(predicate, "field"))
        return rk_predicate_test_field(predicate, table, scope, truth, error);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(predicate),
                 "give an expression, or a map with field, and, or, not", "%s is not a predicate",
                 rk_value_kind_name(predicate));
    return FALSE;
}

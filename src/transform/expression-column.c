/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions over whole tables: chooses the fast path or walks row by row, and decides the type of the new column. It
 * refuses to mix types in one column, save in figures of the grammar, where a column of texts then holds them as they
 * are written.
 */
#include "transform/expression-private.h"
#include "transform/flagging.h"
#include "transform/lines.h"

#include <math.h>

#include "table/builder.h"

static RkColumnType column_type_of(RkScalarKind kind)
{
    return kind == RK_SCALAR_TEXT      ? RK_COLUMN_TEXT
           : kind == RK_SCALAR_TIME    ? RK_COLUMN_TIME
           : kind == RK_SCALAR_BOOLEAN ? RK_COLUMN_BOOLEAN
                                       : RK_COLUMN_NUMBER;
}

static RkColumnBuilder *start_column(const char *name, RkScalarKind kind, gsize missing)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, column_type_of(kind));
    for (gsize i = 0; i < missing; i++)
        rk_column_builder_missing(builder);
    return builder;
}

/** Any other value in a column of texts. */
static void append_guise(RkColumnBuilder *builder, RkScalar scalar)
{
    g_autofree char *text = rk_scalar_write(scalar);
    rk_column_builder_guise(builder, column_type_of(scalar.kind), text);
}

void rk_builder_append(RkColumnBuilder *builder, RkScalar scalar)
{
    if (scalar.kind == RK_SCALAR_NULL)
        rk_column_builder_blank(builder, rk_scalar_is_undefined(scalar)    ? RK_BLANK_UNDEFINED
                                         : rk_scalar_stays_missing(scalar) ? RK_BLANK_PLAIN
                                                                           : RK_BLANK_NULL);
    else if (scalar.kind == RK_SCALAR_TEXT)
        rk_column_builder_text(builder, scalar.text, -1);
    else if (rk_column_builder_type(builder) == RK_COLUMN_TEXT)
        append_guise(builder, scalar);
    else if (scalar.kind == RK_SCALAR_TIME)
        rk_column_builder_time(builder, scalar.number, scalar.frequency);
    else if (scalar.kind == RK_SCALAR_BOOLEAN)
        rk_column_builder_boolean(builder, scalar.number != 0);
    else if (isnan(scalar.number))
        rk_column_builder_blank(builder, RK_BLANK_NAN);
    else
        rk_column_builder_number(builder, scalar.number);
}

static void fail_row(RkEvaluation *evaluation, RkScalarKind kind, RkScalarKind before)
{
    RkPlace origin = rk_table_origin(evaluation->table, evaluation->row);
    g_autofree char *hint = origin.line == 0 ? NULL
                            : origin.file == NULL
                                ? g_strdup_printf("the row was read from line %u", origin.line)
                                : g_strdup_printf("the row was read from %s:%u", origin.file, origin.line);
    evaluation->offset = evaluation->expression->root->offset;
    if (kind >= RK_SCALAR_TREE)
        rk_evaluation_fail(evaluation, RK_ERROR_DATA, hint,
                           "row %" G_GSIZE_FORMAT " gives %s, which no column can hold", evaluation->row + 1,
                           rk_scalar_kind_name(kind));
    else
        rk_evaluation_fail(evaluation, RK_ERROR_DATA, hint,
                           "row %" G_GSIZE_FORMAT " gives %s where the rows before give %s", evaluation->row + 1,
                           rk_scalar_kind_name(kind), rk_scalar_kind_name(before));
}

/** The lines of a list where the grammar shows one, any other value as it is. */
static RkScalar shown(RkEvaluation *evaluation, RkScalar scalar)
{
    gboolean list = scalar.kind == RK_SCALAR_TREE && rk_value_is(scalar.tree, RK_VALUE_LIST);
    return list && rk_scope_is_like_vega(evaluation->scope)
               ? rk_evaluation_take(evaluation, rk_lines_write(scalar.tree, evaluation->scope))
               : scalar;
}

/** Values of several types. */
static RkColumn *evaluate_mixed(RkEvaluation *evaluation, const char *name)
{
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_table_rows(evaluation->table); row++) {
        rk_evaluation_row(evaluation, row);
        RkScalar scalar = shown(evaluation, rk_evaluate(evaluation, evaluation->expression->root));
        if (evaluation->error == NULL && scalar.kind >= RK_SCALAR_TREE)
            fail_row(evaluation, scalar.kind, RK_SCALAR_TEXT);
        if (evaluation->error != NULL)
            return NULL;
        rk_builder_append(builder, scalar);
    }
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

static RkColumn *evaluate_rows(RkEvaluation *evaluation, const char *name)
{
    g_autoptr(RkColumnBuilder) builder = NULL;
    RkScalarKind kind = RK_SCALAR_NULL;
    gsize rows = rk_table_rows(evaluation->table);
    for (gsize row = 0; row < rows; row++) {
        rk_evaluation_row(evaluation, row);
        RkScalar scalar = shown(evaluation, rk_finite_scalar(evaluation->not_finite, row,
                                                             rk_evaluate(evaluation, evaluation->expression->root)));
        gboolean other = scalar.kind != RK_SCALAR_NULL && kind != RK_SCALAR_NULL && scalar.kind != kind;
        if (evaluation->error == NULL && other && rk_scope_is_like_vega(evaluation->scope))
            return evaluate_mixed(evaluation, name);
        if (evaluation->error == NULL && (other || scalar.kind >= RK_SCALAR_TREE))
            fail_row(evaluation, scalar.kind, kind);
        if (evaluation->error != NULL)
            return NULL;
        if (kind == RK_SCALAR_NULL && scalar.kind != RK_SCALAR_NULL) {
            kind = scalar.kind;
            builder = start_column(name, kind, row);
        }
        if (builder != NULL)
            rk_builder_append(builder, scalar);
    }
    if (builder == NULL)
        builder = start_column(name, rk_node_kind(evaluation, evaluation->expression->root), rows);
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

/** A calculated number has the flags of the fields behind it; a calculated text speaks for itself. */
static RkColumn *with_flags(const RkEvaluation *evaluation, RkColumn *column)
{
    if (rk_column_type(column) != RK_COLUMN_NUMBER)
        return column;
    return rk_flags_across(column, evaluation->columns, evaluation->expression->fields->len,
                           rk_scope_flag_rule(evaluation->scope));
}

static RkColumn *take_result(RkEvaluation *evaluation, RkColumn *column, GError **error)
{
    if (column == NULL) {
        g_propagate_error(error, g_steal_pointer(&evaluation->error));
        return NULL;
    }
    return with_flags(evaluation, column);
}

static RkColumn *evaluate_column(const RkExpression *expression, const RkTable *table, const char *name,
                                 const RkScope *scope, RkNotFinite *not_finite, GError **error)
{
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, error);
    if (evaluation == NULL)
        return NULL;
    evaluation->not_finite = not_finite;
    const RkColumn *column =
        expression->root->kind == RK_NODE_FIELD ? evaluation->columns[expression->root->slot] : NULL;
    if (column != NULL)
        return rk_column_with(column, name, rk_column_unit(column), rk_column_flag(column));
    RkColumn *made = rk_expression_column_fast(expression, evaluation, name);
    return take_result(evaluation, made != NULL ? made : evaluate_rows(evaluation, name), error);
}

RkColumn *rk_expression_column(const RkExpression *expression, const RkTable *table, const char *name,
                               const RkScope *scope, GError **error)
{
    return evaluate_column(expression, table, name, scope, NULL, error);
}

/** Lists and maps: each of their members becomes a column. */
static gboolean evaluate_nested(RkEvaluation *evaluation, const char *name, GPtrArray *columns)
{
    g_autoptr(RkFamilyBuilder) builder = rk_family_builder_new(name);
    rk_family_builder_watch(builder, evaluation->not_finite);
    rk_family_builder_mix(builder, rk_scope_is_like_vega(evaluation->scope));
    g_autoptr(GError) local = NULL;
    const RkNode *root = evaluation->expression->root;
    for (gsize row = 0; row < rk_table_rows(evaluation->table); row++) {
        rk_evaluation_row(evaluation, row);
        RkScalar scalar = rk_evaluate(evaluation, root);
        evaluation->offset = root->offset;
        if (evaluation->error == NULL && scalar.kind == RK_SCALAR_PATTERN)
            fail_row(evaluation, scalar.kind, RK_SCALAR_NULL);
        if (evaluation->error == NULL && !rk_family_builder_add(builder, scalar, &local))
            rk_evaluation_fail(evaluation, local->code, NULL, "row %" G_GSIZE_FORMAT ": %s", row + 1, local->message);
        if (evaluation->error != NULL)
            return FALSE;
    }
    rk_family_builder_finish(builder, RK_SCALAR_NUMBER, columns);
    return TRUE;
}

/** Whether an expression may give lists in some rows and other values in others. */
static gboolean may_vary(const RkEvaluation *evaluation, const RkNode *node)
{
    gboolean several = node->kind == RK_NODE_CHOICE || node->kind == RK_NODE_AND || node->kind == RK_NODE_OR;
    for (guint i = 0; several && i < node->count; i++)
        if (may_vary(evaluation, node->children[i]))
            return TRUE;
    RkScalarKind kind = several ? RK_SCALAR_NUMBER : rk_node_kind(evaluation, node);
    return kind == RK_SCALAR_TREE || (kind == RK_SCALAR_NULL && node->kind != RK_NODE_LITERAL);
}

/** Looks for a list or map: the first value tells, where the grammar does not mix them. */
static gboolean gives_nested(RkEvaluation *evaluation)
{
    const RkNode *root = evaluation->expression->root;
    gboolean all = rk_scope_is_like_vega(evaluation->scope) && may_vary(evaluation, root);
    for (gsize row = 0; row < rk_table_rows(evaluation->table) && evaluation->error == NULL; row++) {
        rk_evaluation_row(evaluation, row);
        RkScalar scalar = rk_evaluate(evaluation, root);
        if (scalar.kind == RK_SCALAR_TREE)
            return TRUE;
        if (scalar.kind != RK_SCALAR_NULL && !all)
            return FALSE;
    }
    return FALSE;
}

gboolean rk_expression_columns(const RkExpression *expression, const RkTable *table, const char *name,
                               const RkScope *scope, RkNotFinite *not_finite, GPtrArray *columns, GError **error)
{
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, error);
    if (evaluation == NULL)
        return FALSE;
    evaluation->not_finite = not_finite;
    gboolean nested = gives_nested(evaluation);
    if (evaluation->error == NULL && nested && !evaluate_nested(evaluation, name, columns)) {
        g_propagate_error(error, g_steal_pointer(&evaluation->error));
        return FALSE;
    }
    if (nested)
        return TRUE;
    RkColumn *column =
        rk_expression_leave_open(evaluation, evaluate_column(expression, table, name, scope, not_finite, error));
    if (column != NULL)
        g_ptr_array_add(columns, column);
    return column != NULL;
}

RkColumn *rk_expression_column_general(const RkExpression *expression, const RkTable *table, const char *name,
                                       const RkScope *scope, GError **error)
{
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, error);
    return evaluation == NULL ? NULL : take_result(evaluation, evaluate_rows(evaluation, name), error);
}

static gboolean test_rows(RkEvaluation *evaluation, guint8 *truth, GError **error)
{
    gsize rows = rk_table_rows(evaluation->table);
    for (gsize row = 0; row < rows && evaluation->error == NULL; row++) {
        rk_evaluation_row(evaluation, row);
        truth[row] = (guint8)rk_scalar_truth(rk_evaluate(evaluation, evaluation->expression->root));
    }
    if (evaluation->error == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&evaluation->error));
    return FALSE;
}

gboolean rk_expression_test(const RkExpression *expression, const RkTable *table, const RkScope *scope, guint8 *truth,
                            GError **error)
{
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, error);
    if (evaluation == NULL)
        return FALSE;
    return rk_expression_test_fast(expression, evaluation, truth) || test_rows(evaluation, truth, error);
}

gboolean rk_expression_test_general(const RkExpression *expression, const RkTable *table, const RkScope *scope,
                                    guint8 *truth, GError **error)
{
    g_autoptr(RkEvaluation) evaluation = rk_evaluation_new(expression, table, scope, error);
    return evaluation != NULL && test_rows(evaluation, truth, error);
}

gboolean rk_expression_scalar(RkExpression *expression, const RkTable *table, gsize row, const RkScope *scope,
                              RkScalar *result, GError **error)
{
    RkEvaluation *evaluation = rk_evaluation_new(expression, table, scope, error);
    if (evaluation == NULL)
        return FALSE;
    /* The old results go only now: the scope may hold one of them. */
    rk_evaluation_free(expression->last);
    expression->last = evaluation;
    rk_evaluation_row(evaluation, row);
    *result = rk_evaluate(evaluation, expression->root);
    if (evaluation->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&evaluation->error));
        return FALSE;
    }
    if (result->kind == RK_SCALAR_PATTERN)
        *result = rk_text(result->text);
    if (result->kind == RK_SCALAR_TEXT)
        *result = rk_evaluation_take(evaluation, g_strdup(result->text));
    return TRUE;
}

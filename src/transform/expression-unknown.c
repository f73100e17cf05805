/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparisons that a missing number leaves open, for calculated columns of our own figures: whether a value that is not
 * there is greater than another is not known, and neither is what hangs on it alone. Filters ask what is true, and
 * never come here; texts that are missing are words like others.
 */
#include "transform/expression-private.h"

#include <math.h>

#include "table/builder.h"

typedef enum { FALSE_ONE, TRUE_ONE, OPEN } Verdict;

static gboolean compares(const RkNode *node)
{
    return node->kind == RK_NODE_BINARY && node->operation >= RK_OPERATOR_EQUAL &&
           node->operation <= RK_OPERATOR_GREATER_EQUAL;
}

static gboolean may_be_open(const RkNode *node)
{
    gboolean joins = node->kind == RK_NODE_AND || node->kind == RK_NODE_OR ||
                     (node->kind == RK_NODE_UNARY && node->operation == RK_OPERATOR_NOT);
    for (guint i = 0; joins && i < node->count; i++)
        if (may_be_open(node->children[i]))
            return TRUE;
    return compares(node);
}

/** A number or a time that should be there and is not. */
static gboolean is_absent(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalarKind kind = rk_node_kind(evaluation, node);
    if (node->kind == RK_NODE_LITERAL || (kind != RK_SCALAR_NUMBER && kind != RK_SCALAR_TIME))
        return FALSE;
    RkScalar scalar = rk_evaluate(evaluation, node);
    return scalar.kind == RK_SCALAR_NULL || isnan(scalar.number);
}

static gboolean is_null(const RkNode *node)
{
    return node->kind == RK_NODE_LITERAL && node->scalar.kind == RK_SCALAR_NULL;
}

static Verdict verdict_of(RkEvaluation *evaluation, const RkNode *node);

/** One child decides for all where it says `decisive`. */
static Verdict join(RkEvaluation *evaluation, const RkNode *node, Verdict decisive)
{
    Verdict verdict = decisive == TRUE_ONE ? FALSE_ONE : TRUE_ONE;
    for (guint i = 0; i < node->count; i++) {
        Verdict child = verdict_of(evaluation, node->children[i]);
        if (child == decisive)
            return decisive;
        verdict = child == OPEN ? OPEN : verdict;
    }
    return verdict;
}

static Verdict verdict_of(RkEvaluation *evaluation, const RkNode *node)
{
    if (node->kind == RK_NODE_AND || node->kind == RK_NODE_OR)
        return join(evaluation, node, node->kind == RK_NODE_AND ? FALSE_ONE : TRUE_ONE);
    if (node->kind == RK_NODE_UNARY && node->operation == RK_OPERATOR_NOT) {
        Verdict child = verdict_of(evaluation, node->children[0]);
        return child == OPEN ? OPEN : child == TRUE_ONE ? FALSE_ONE : TRUE_ONE;
    }
    /* Who compares with null asks whether something is missing. */
    gboolean asks = compares(node) && (is_null(node->children[0]) || is_null(node->children[1]));
    if (compares(node) && !asks &&
        (is_absent(evaluation, node->children[0]) || is_absent(evaluation, node->children[1])))
        return OPEN;
    return rk_scalar_truth(rk_evaluate(evaluation, node)) ? TRUE_ONE : FALSE_ONE;
}

static gboolean some_absent(const RkEvaluation *evaluation)
{
    for (guint i = 0; i < evaluation->expression->fields->len; i++) {
        const RkColumn *column = evaluation->columns[i];
        const double *numbers = column == NULL ? NULL : rk_column_numbers(column);
        for (gsize row = 0; numbers != NULL && row < rk_column_length(column); row++)
            if (isnan(numbers[row]))
                return TRUE;
    }
    return FALSE;
}

RkColumn *rk_expression_leave_open(RkEvaluation *evaluation, RkColumn *column)
{
    const RkNode *root = evaluation->expression->root;
    if (column == NULL || rk_column_type(column) != RK_COLUMN_BOOLEAN || rk_scope_is_like_vega(evaluation->scope) ||
        !may_be_open(root) || !some_absent(evaluation))
        return column;
    g_autoptr(RkColumn) plain = column;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(plain), RK_COLUMN_BOOLEAN);
    const guint8 *truth = rk_column_booleans(plain);
    for (gsize row = 0; row < rk_column_length(plain); row++) {
        rk_evaluation_row(evaluation, row);
        if (verdict_of(evaluation, root) == OPEN || rk_column_is_missing(plain, row))
            rk_column_builder_missing(builder);
        else
            rk_column_builder_boolean(builder, truth[row] != 0);
    }
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fast paths: whole columns at once for arithmetic on numbers, comparisons with constants, and && || ! of those.
 * Everything else is refused by answering NULL, and walks the tree instead. A missing number is NaN here and null
 * there, so only forms are taken in which that makes no difference.
 */
#include "transform/expression-private.h"

#include <math.h>

#include "table/builder.h"

/** A constant: a literal, a name of the scope, or a minus before one. */
static gboolean constant_of(const RkEvaluation *evaluation, const RkNode *node, RkScalar *scalar)
{
    if (node->kind == RK_NODE_UNARY && node->operation == RK_OPERATOR_SUBTRACT &&
        constant_of(evaluation, node->children[0], scalar) && scalar->kind == RK_SCALAR_NUMBER) {
        scalar->number = -scalar->number;
        return TRUE;
    }
    if (node->kind == RK_NODE_LITERAL)
        *scalar = node->scalar;
    else if (node->kind != RK_NODE_NAME || !rk_scope_get(evaluation->scope, node->name, scalar))
        return FALSE;
    return scalar->kind < RK_SCALAR_TREE;
}

static const RkColumn *number_field(const RkEvaluation *evaluation, const RkNode *node)
{
    if (node->kind != RK_NODE_FIELD)
        return NULL;
    const RkColumn *column = evaluation->columns[node->slot];
    return column != NULL && rk_column_type(column) == RK_COLUMN_NUMBER ? column : NULL;
}

static void calculate(RkOperator operation, double *a, const double *b, gsize rows)
{
    switch (operation) {
    case RK_OPERATOR_ADD:
        for (gsize row = 0; row < rows; row++)
            a[row] += b[row];
        break;
    case RK_OPERATOR_SUBTRACT:
        for (gsize row = 0; row < rows; row++)
            a[row] -= b[row];
        break;
    case RK_OPERATOR_MULTIPLY:
        for (gsize row = 0; row < rows; row++)
            a[row] *= b[row];
        break;
    case RK_OPERATOR_DIVIDE:
        for (gsize row = 0; row < rows; row++)
            a[row] /= b[row];
        break;
    default:
        for (gsize row = 0; row < rows; row++)
            a[row] = rk_arithmetic_numbers(operation, a[row], b[row]);
    }
}

static double *numbers_of(const RkEvaluation *evaluation, const RkNode *node);

static double *numbers_of_binary(const RkEvaluation *evaluation, const RkNode *node)
{
    /* NaN ** 0 is 1 and NaN | 0 is 0, but null stays missing in both: not for here. */
    if (node->operation > RK_OPERATOR_REMAINDER)
        return NULL;
    double *a = numbers_of(evaluation, node->children[0]);
    g_autofree double *b = a == NULL ? NULL : numbers_of(evaluation, node->children[1]);
    if (b == NULL) {
        g_free(a);
        return NULL;
    }
    calculate(node->operation, a, b, rk_table_rows(evaluation->table));
    return a;
}

/** Of the field; a null of the grammar counts as 0. */
static double *numbers_of_field(const RkColumn *field, gsize rows)
{
    double *numbers = g_memdup2(rk_column_numbers(field), rows * sizeof(double));
    for (gsize row = 0; rk_column_has_blanks(field) && row < rows; row++)
        if (rk_column_blank(field, row) == RK_BLANK_NULL)
            numbers[row] = 0;
    return numbers;
}

/** A fresh array of the numbers of every row, or NULL. */
static double *numbers_of(const RkEvaluation *evaluation, const RkNode *node)
{
    gsize rows = rk_table_rows(evaluation->table);
    const RkColumn *field = number_field(evaluation, node);
    RkScalar constant;
    if (field != NULL)
        return numbers_of_field(field, rows);
    if (node->kind == RK_NODE_BINARY)
        return numbers_of_binary(evaluation, node);
    if (constant_of(evaluation, node, &constant) && constant.kind == RK_SCALAR_NUMBER) {
        double *numbers = g_new(double, rows);
        for (gsize row = 0; row < rows; row++)
            numbers[row] = constant.number;
        return numbers;
    }
    if (node->kind != RK_NODE_UNARY || node->operation != RK_OPERATOR_SUBTRACT)
        return NULL;
    double *numbers = numbers_of(evaluation, node->children[0]);
    for (gsize row = 0; numbers != NULL && row < rows; row++)
        numbers[row] = -numbers[row];
    return numbers;
}

/** The same comparison with its sides exchanged. */
static RkOperator mirrored(RkOperator operation)
{
    switch (operation) {
    case RK_OPERATOR_LESS:
        return RK_OPERATOR_GREATER;
    case RK_OPERATOR_LESS_EQUAL:
        return RK_OPERATOR_GREATER_EQUAL;
    case RK_OPERATOR_GREATER:
        return RK_OPERATOR_LESS;
    case RK_OPERATOR_GREATER_EQUAL:
        return RK_OPERATOR_LESS_EQUAL;
    default:
        return operation;
    }
}

static gboolean compare_arithmetic(const RkEvaluation *evaluation, const RkNode *side, RkOperator operation,
                                   double number, guint8 *truth)
{
    gsize rows = rk_table_rows(evaluation->table);
    double *numbers = numbers_of(evaluation, side);
    if (numbers == NULL)
        return FALSE;
    g_autoptr(RkColumn) column = rk_column_new_numbers("", numbers, rows);
    rk_column_compare(column, operation, rk_number(number), truth);
    return TRUE;
}

static gboolean truth_of_comparison(const RkEvaluation *evaluation, const RkNode *node, guint8 *truth)
{
    RkScalar constant;
    const RkNode *side = node->children[0];
    RkOperator operation = node->operation;
    if (operation < RK_OPERATOR_EQUAL || operation > RK_OPERATOR_GREATER_EQUAL)
        return FALSE;
    if (!constant_of(evaluation, node->children[1], &constant)) {
        if (!constant_of(evaluation, node->children[0], &constant))
            return FALSE;
        side = node->children[1];
        operation = mirrored(operation);
    }
    if (side->kind != RK_NODE_FIELD)
        return constant.kind == RK_SCALAR_NUMBER &&
               compare_arithmetic(evaluation, side, operation, constant.number, truth);
    if (evaluation->columns[side->slot] == NULL)
        return FALSE;
    rk_column_compare(evaluation->columns[side->slot], operation, constant, truth);
    return TRUE;
}

static gboolean truth_of(const RkEvaluation *evaluation, const RkNode *node, guint8 *truth);

static gboolean truth_of_chain(const RkEvaluation *evaluation, const RkNode *node, guint8 *truth)
{
    gsize rows = rk_table_rows(evaluation->table);
    g_autofree guint8 *next = g_new(guint8, rows);
    if (!truth_of(evaluation, node->children[0], truth))
        return FALSE;
    for (guint i = 1; i < node->count; i++) {
        if (!truth_of(evaluation, node->children[i], next))
            return FALSE;
        for (gsize row = 0; row < rows; row++)
            truth[row] = node->kind == RK_NODE_AND ? truth[row] & next[row] : truth[row] | next[row];
    }
    return TRUE;
}

/** A boolean for every row; FALSE when the form is not one of these. */
static gboolean truth_of(const RkEvaluation *evaluation, const RkNode *node, guint8 *truth)
{
    if (node->kind == RK_NODE_BINARY)
        return truth_of_comparison(evaluation, node, truth);
    if (node->kind == RK_NODE_AND || node->kind == RK_NODE_OR)
        return truth_of_chain(evaluation, node, truth);
    if (node->kind != RK_NODE_UNARY || node->operation != RK_OPERATOR_NOT ||
        !truth_of(evaluation, node->children[0], truth))
        return FALSE;
    for (gsize row = 0; row < rk_table_rows(evaluation->table); row++)
        truth[row] = !truth[row];
    return TRUE;
}

/** To the grammar, what is no number is not null. */
static RkColumn *numbers_column(const RkEvaluation *evaluation, const char *name, double *numbers, gsize rows)
{
    RkColumn *column = rk_column_new_numbers(name, numbers, rows);
    g_autofree guint8 *blanks = NULL;
    for (gsize row = 0; rk_scope_is_like_vega(evaluation->scope) && row < rows; row++) {
        if (!isnan(numbers[row]))
            continue;
        if (blanks == NULL)
            blanks = g_malloc0(rows);
        blanks[row] = RK_BLANK_NAN;
    }
    if (blanks != NULL)
        rk_column_set_blanks(column, g_steal_pointer(&blanks));
    return column;
}

RkColumn *rk_expression_column_fast(const RkExpression *expression, const RkEvaluation *evaluation, const char *name)
{
    gsize rows = rk_table_rows(evaluation->table);
    RkScalar constant;
    if (rows == 0 || constant_of(evaluation, expression->root, &constant))
        return NULL;
    double *numbers = numbers_of(evaluation, expression->root);
    if (numbers != NULL) {
        rk_finite_numbers(evaluation, numbers);
        return numbers_column(evaluation, name, numbers, rows);
    }
    g_autofree guint8 *truth = g_new(guint8, rows);
    if (!truth_of(evaluation, expression->root, truth))
        return NULL;
    return rk_column_new_booleans(name, g_steal_pointer(&truth), rows);
}

gboolean rk_expression_test_fast(const RkExpression *expression, const RkEvaluation *evaluation, guint8 *truth)
{
    return rk_table_rows(evaluation->table) > 0 && truth_of(evaluation, expression->root, truth);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The general path: walks the tree for one row. Every form of the language is understood here; the fast paths only
 * repeat what this file says, for whole columns at once.
 */
#include "transform/expression-private.h"
#include "transform/lines.h"

#include <math.h>
#include <string.h>

static gboolean is_index(RkScalar key, gsize length, gsize *index)
{
    if (key.kind != RK_SCALAR_NUMBER || !(key.number >= 0 && key.number < (double)length) ||
        key.number != floor(key.number))
        return FALSE;
    *index = (gsize)key.number;
    return TRUE;
}

static gboolean is_length(RkScalar key)
{
    return key.kind == RK_SCALAR_TEXT && strcmp(key.text, "length") == 0;
}

static RkScalar member_of_text(RkEvaluation *evaluation, const char *text, RkScalar key)
{
    gsize length = (gsize)g_utf8_strlen(text, -1), index;
    if (is_length(key))
        return rk_number((double)length);
    if (!is_index(key, length, &index))
        return rk_undefined();
    return rk_evaluation_take(evaluation, g_utf8_substring(text, (glong)index, (glong)index + 1));
}

static RkScalar member_of_tree(RkEvaluation *evaluation, const RkValue *tree, RkScalar key)
{
    gsize index;
    if (rk_value_is(tree, RK_VALUE_LIST)) {
        if (is_length(key))
            return rk_number(rk_value_length(tree));
        return is_index(key, rk_value_length(tree), &index) ? rk_scalar_from_value(rk_value_at(tree, (guint)index))
                                                            : rk_undefined();
    }
    const char *name = rk_scalar_to_text(evaluation, key);
    return rk_value_has(tree, name) ? rk_scalar_from_value(rk_value_get(tree, name)) : rk_undefined();
}

static RkScalar evaluate_field(RkEvaluation *evaluation, guint slot)
{
    if (evaluation->columns[slot] != NULL)
        return rk_scalar_from_column(evaluation->columns[slot], evaluation->row);
    const RkFamily *family = evaluation->families[slot];
    const RkValue *value =
        family == NULL ? NULL : rk_family_value(family, evaluation->row, rk_evaluation_document(evaluation));
    return value == NULL ? rk_undefined() : rk_scalar_from_value(value);
}

static RkScalar evaluate_member(RkEvaluation *evaluation, const RkNode *node)
{
    if (node->slot > 0 && evaluation->columns[node->slot - 1] != NULL)
        return rk_scalar_from_column(evaluation->columns[node->slot - 1], evaluation->row);
    RkScalar owner = rk_evaluate(evaluation, node->children[0]);
    RkScalar key = rk_evaluate(evaluation, node->children[1]);
    if (owner.kind == RK_SCALAR_TREE)
        return member_of_tree(evaluation, owner.tree, key);
    if (owner.kind == RK_SCALAR_TEXT)
        return member_of_text(evaluation, owner.text, key);
    return rk_undefined();
}

static RkScalar evaluate_row(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar key = rk_evaluate(evaluation, node->children[0]);
    const char *name = rk_scalar_to_text(evaluation, key);
    evaluation->offset = node->offset;
    if (evaluation->error != NULL)
        return rk_null();
    if (evaluation->table == NULL)
        return rk_evaluation_fail(evaluation, RK_ERROR_SPEC, NULL,
                                  "there are no rows here that could have a field \"%s\"", name);
    if (rk_lines_in(evaluation->table, name)) {
        g_autoptr(RkFamily) family = rk_family_new(evaluation->table, name);
        const RkValue *value = rk_family_value(family, evaluation->row, rk_evaluation_document(evaluation));
        return value == NULL ? rk_undefined() : rk_scalar_from_value(value);
    }
    const RkColumn *column =
        rk_table_require(evaluation->table, name, rk_node_place(evaluation->expression, node), &evaluation->error);
    return column == NULL ? rk_null() : rk_scalar_from_column(column, evaluation->row);
}

static RkScalar evaluate_list(RkEvaluation *evaluation, const RkNode *node)
{
    RkValue *list = rk_document_list(rk_evaluation_document(evaluation), RK_NOWHERE);
    for (guint i = 0; i < node->count; i++)
        rk_value_append(list, rk_evaluation_value(evaluation, rk_evaluate(evaluation, node->children[i])));
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = list};
}

static RkScalar evaluate_map(RkEvaluation *evaluation, const RkNode *node)
{
    RkDocument *document = rk_evaluation_document(evaluation);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    for (guint i = 0; i + 1 < node->count; i += 2)
        rk_value_put(document, map, node->children[i]->scalar.text, RK_NOWHERE,
                     rk_evaluation_value(evaluation, rk_evaluate(evaluation, node->children[i + 1])));
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = map};
}

static gboolean is_of_grammar(RkScalar scalar)
{
    return rk_scalar_is_undefined(scalar) || (scalar.kind == RK_SCALAR_NULL && !rk_scalar_stays_missing(scalar));
}

/** What the grammar makes of null and undefined where a number is needed. */
static RkScalar counted(RkScalar scalar)
{
    return is_of_grammar(scalar) ? rk_number(rk_scalar_is_undefined(scalar) ? NAN : 0) : scalar;
}

static RkScalar evaluate_unary(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar operand = rk_evaluate(evaluation, node->children[0]);
    if (node->operation == RK_OPERATOR_NOT)
        return rk_boolean(!rk_scalar_truth(operand));
    if (rk_scope_is_like_vega(evaluation->scope))
        operand = counted(operand);
    if (rk_scalar_stays_missing(operand))
        return rk_null();
    double number = rk_scalar_to_number(operand);
    if (node->operation == RK_OPERATOR_BIT_NOT)
        return rk_number(-1 - rk_arithmetic_numbers(RK_OPERATOR_BIT_OR, number, 0));
    return rk_number(node->operation == RK_OPERATOR_SUBTRACT ? -number : number);
}

static gboolean is_textual(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_TEXT || scalar.kind == RK_SCALAR_TREE || scalar.kind == RK_SCALAR_PATTERN;
}

static RkScalar evaluate_binary(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar a = rk_evaluate(evaluation, node->children[0]);
    RkScalar b = rk_evaluate(evaluation, node->children[1]);
    if (node->operation >= RK_OPERATOR_EQUAL && node->operation <= RK_OPERATOR_GREATER_EQUAL)
        return rk_boolean(rk_scalar_compare(node->operation, a, b));
    evaluation->offset = node->offset;
    if (node->operation == RK_OPERATOR_ADD && (is_textual(a) || is_textual(b)))
        return rk_evaluation_take(
            evaluation, g_strconcat(rk_scalar_to_text(evaluation, a), rk_scalar_to_text(evaluation, b), NULL));
    return rk_scope_is_like_vega(evaluation->scope) ? rk_arithmetic(node->operation, counted(a), counted(b))
                                                    : rk_arithmetic(node->operation, a, b);
}

static RkScalar evaluate_chain(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar last = rk_null();
    for (guint i = 0; i < node->count; i++) {
        last = rk_evaluate(evaluation, node->children[i]);
        if (rk_scalar_truth(last) == (node->kind == RK_NODE_OR))
            break;
    }
    return last;
}

/** The arguments as the function takes them; FALSE when no moment can be read where one is needed. */
static gboolean convert_arguments(RkEvaluation *evaluation, RkScalarKind takes, RkScalar *arguments, guint count)
{
    double milliseconds;
    RkFrequency frequency;
    if (takes == RK_SCALAR_TEXT && is_of_grammar(arguments[0]))
        arguments[0] = rk_text(rk_scalar_to_text(evaluation, arguments[0]));
    for (guint i = 0; i < (takes == RK_SCALAR_NUMBER ? count : takes == RK_SCALAR_TIME); i++)
        arguments[i] = counted(arguments[i]);
    return takes != RK_SCALAR_TIME || arguments[0].kind == RK_SCALAR_NULL ||
           rk_scalar_to_time(arguments[0], &milliseconds, &frequency);
}

static RkScalar evaluate_call(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar few[8];
    g_autofree RkScalar *many = node->count > G_N_ELEMENTS(few) ? g_new(RkScalar, node->count) : NULL;
    RkScalar *arguments = many != NULL ? many : few;
    for (guint i = 0; i < node->count; i++)
        arguments[i] = rk_evaluate(evaluation, node->children[i]);
    if (evaluation->error != NULL)
        return rk_null();
    evaluation->offset = node->offset;
    if (node->function->takes != RK_SCALAR_NULL && rk_scope_is_like_vega(evaluation->scope) &&
        !convert_arguments(evaluation, node->function->takes, arguments, node->count))
        return rk_number(NAN);
    return node->function->call(evaluation, arguments, node->count);
}

static RkScalar evaluate_name(RkEvaluation *evaluation, const RkNode *node)
{
    RkScalar scalar = rk_null();
    rk_scope_get(evaluation->scope, node->name, &scalar);
    return scalar;
}

/** A null that is written is that of the grammar, in its figures. */
static RkScalar evaluate_literal(const RkEvaluation *evaluation, const RkNode *node)
{
    gboolean null = node->scalar.kind == RK_SCALAR_NULL && !rk_scalar_is_undefined(node->scalar);
    return null && rk_scope_is_like_vega(evaluation->scope) ? rk_grammar_null() : node->scalar;
}

RkScalar rk_evaluate(RkEvaluation *evaluation, const RkNode *node)
{
    if (evaluation->error != NULL)
        return rk_null();
    switch (node->kind) {
    case RK_NODE_LITERAL:
        return evaluate_literal(evaluation, node);
    case RK_NODE_NAME:
        return evaluate_name(evaluation, node);
    case RK_NODE_FIELD:
        return evaluate_field(evaluation, node->slot);
    case RK_NODE_ROW:
        return evaluate_row(evaluation, node);
    case RK_NODE_MEMBER:
        return evaluate_member(evaluation, node);
    case RK_NODE_LIST:
        return evaluate_list(evaluation, node);
    case RK_NODE_MAP:
        return evaluate_map(evaluation, node);
    case RK_NODE_UNARY:
        return evaluate_unary(evaluation, node);
    case RK_NODE_BINARY:
        return evaluate_binary(evaluation, node);
    case RK_NODE_AND:
    case RK_NODE_OR:
        return evaluate_chain(evaluation, node);
    case RK_NODE_CHOICE:
        return rk_evaluate(evaluation,
                           node->children[rk_scalar_truth(rk_evaluate(evaluation, node->children[0])) ? 1 : 2]);
    case RK_NODE_CALL:
        return evaluate_call(evaluation, node);
    }
    return rk_null();
}

static RkScalarKind kind_of_column(const RkColumn *column)
{
    static const RkScalarKind kinds[] = {[RK_COLUMN_NUMBER] = RK_SCALAR_NUMBER,
                                         [RK_COLUMN_TEXT] = RK_SCALAR_TEXT,
                                         [RK_COLUMN_TIME] = RK_SCALAR_TIME,
                                         [RK_COLUMN_BOOLEAN] = RK_SCALAR_BOOLEAN};
    return kinds[rk_column_type(column)];
}

static RkScalarKind kind_of_children(const RkEvaluation *evaluation, const RkNode *node, guint first)
{
    RkScalarKind kind = RK_SCALAR_NULL;
    for (guint i = first; i < node->count && kind == RK_SCALAR_NULL; i++)
        kind = rk_node_kind(evaluation, node->children[i]);
    return kind;
}

static RkScalarKind kind_of_operation(const RkEvaluation *evaluation, const RkNode *node)
{
    if (node->operation == RK_OPERATOR_NOT ||
        (node->operation >= RK_OPERATOR_EQUAL && node->operation <= RK_OPERATOR_GREATER_EQUAL))
        return RK_SCALAR_BOOLEAN;
    if (node->operation == RK_OPERATOR_ADD && node->count == 2 &&
        (rk_node_kind(evaluation, node->children[0]) == RK_SCALAR_TEXT ||
         rk_node_kind(evaluation, node->children[1]) == RK_SCALAR_TEXT))
        return RK_SCALAR_TEXT;
    return RK_SCALAR_NUMBER;
}

RkScalarKind rk_node_kind(const RkEvaluation *evaluation, const RkNode *node)
{
    switch (node->kind) {
    case RK_NODE_LITERAL:
        return node->scalar.kind;
    case RK_NODE_NAME: {
        RkScalar scalar = rk_null();
        rk_scope_get(evaluation->scope, node->name, &scalar);
        return scalar.kind;
    }
    case RK_NODE_FIELD:
        return evaluation->columns[node->slot] == NULL ? RK_SCALAR_TREE
                                                       : kind_of_column(evaluation->columns[node->slot]);
    case RK_NODE_UNARY:
    case RK_NODE_BINARY:
        return kind_of_operation(evaluation, node);
    case RK_NODE_AND:
    case RK_NODE_OR:
        return kind_of_children(evaluation, node, 0);
    case RK_NODE_CHOICE:
        return kind_of_children(evaluation, node, 1);
    case RK_NODE_CALL:
        return node->function->gives;
    case RK_NODE_LIST:
    case RK_NODE_MAP:
        return RK_SCALAR_TREE;
    case RK_NODE_ROW:
    case RK_NODE_MEMBER:
        break;
    }
    return RK_SCALAR_NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From tokens to a tree: operators, by precedence climbing. It refuses assignments and trees deeper than
 * RK_LIMIT_EXPRESSION_DEPTH. Chains of && and || are one node, however long.
 */
#include "transform/expression-parser.h"

#include <string.h>

#include "base/limits.h"

typedef struct {
    const char *mark;
    RkOperator operation;
    int power; /**< binds tighter when higher */
} Binary;

static const Binary binaries[] = {{"||", RK_OPERATOR_OR, 1},
                                  {"&&", RK_OPERATOR_AND, 2},
                                  {"|", RK_OPERATOR_BIT_OR, 3},
                                  {"^", RK_OPERATOR_BIT_XOR, 4},
                                  {"&", RK_OPERATOR_BIT_AND, 5},
                                  {"==", RK_OPERATOR_EQUAL, 6},
                                  {"!=", RK_OPERATOR_UNEQUAL, 6},
                                  {"===", RK_OPERATOR_SAME, 6},
                                  {"!==", RK_OPERATOR_NOT_SAME, 6},
                                  {"<", RK_OPERATOR_LESS, 7},
                                  {"<=", RK_OPERATOR_LESS_EQUAL, 7},
                                  {">", RK_OPERATOR_GREATER, 7},
                                  {">=", RK_OPERATOR_GREATER_EQUAL, 7},
                                  {"<<", RK_OPERATOR_SHIFT_LEFT, 8},
                                  {">>", RK_OPERATOR_SHIFT_RIGHT, 8},
                                  {">>>", RK_OPERATOR_SHIFT_RIGHT_UNSIGNED, 8},
                                  {"+", RK_OPERATOR_ADD, 9},
                                  {"-", RK_OPERATOR_SUBTRACT, 9},
                                  {"*", RK_OPERATOR_MULTIPLY, 10},
                                  {"/", RK_OPERATOR_DIVIDE, 10},
                                  {"%", RK_OPERATOR_REMAINDER, 10},
                                  {"**", RK_OPERATOR_POWER, 11},
                                  {NULL}};

static RkNode *parse_unary(RkParser *parser);

RkNode *rk_parser_fail(RkParser *parser, guint offset, RkErrorCode code, const char *hint, const char *message)
{
    const RkExpression *expression = parser->expression;
    if (parser->error == NULL || *parser->error == NULL)
        rk_error_set(parser->error, code, rk_place_within(expression->text, expression->place, offset), hint, "%s",
                     message);
    return NULL;
}

RkNode *rk_parser_unexpected(RkParser *parser, const char *wanted)
{
    const RkToken *token = parser->token;
    g_autofree char *found =
        token->kind == RK_TOKEN_END
            ? g_strdup("the end")
            : g_strdup_printf("\"%.*s\"", (int)(token->end - token->offset), parser->expression->text + token->offset);
    g_autofree char *message = g_strdup_printf("expected %s, found %s", wanted, found);
    return rk_parser_fail(parser, token->offset, RK_ERROR_SYNTAX, NULL, message);
}

gboolean rk_parser_at(const RkParser *parser, const char *mark)
{
    return parser->token->kind == RK_TOKEN_MARK && strcmp(parser->token->mark, mark) == 0;
}

gboolean rk_parser_accept(RkParser *parser, const char *mark)
{
    if (!rk_parser_at(parser, mark))
        return FALSE;
    parser->token++;
    return TRUE;
}

gboolean rk_parser_expect(RkParser *parser, const char *mark)
{
    if (rk_parser_accept(parser, mark))
        return TRUE;
    g_autofree char *wanted = g_strdup_printf("\"%s\"", mark);
    rk_parser_unexpected(parser, wanted);
    return FALSE;
}

/** A node over `count` children, none of them NULL; NULL when the tree becomes too deep. */
RkNode *rk_parser_make(RkParser *parser, RkNodeKind kind, guint offset, RkNode *const *children, guint count)
{
    RkNode *node = rk_node_new(parser->expression, kind, offset, children, count);
    if (node->depth > RK_LIMIT_EXPRESSION_DEPTH) {
        g_autofree char *message =
            g_strdup_printf("an expression nested deeper than %u levels", RK_LIMIT_EXPRESSION_DEPTH);
        return rk_parser_fail(parser, offset, RK_ERROR_LIMIT, "split it into several calculate steps", message);
    }
    return node;
}

RkNode *rk_parser_literal(RkParser *parser, guint offset, RkScalar scalar)
{
    RkNode *node = rk_parser_make(parser, RK_NODE_LITERAL, offset, NULL, 0);
    node->scalar = scalar;
    return node;
}

static RkNode *parse_unary_operand(RkParser *parser, RkOperator operation)
{
    guint offset = parser->token[-1].offset;
    RkNode *operand = parse_unary(parser);
    RkNode *node = operand == NULL ? NULL : rk_parser_make(parser, RK_NODE_UNARY, offset, &operand, 1);
    if (node != NULL)
        node->operation = operation;
    return node;
}

static RkNode *parse_unary(RkParser *parser)
{
    static const Binary unaries[] = {{"-", RK_OPERATOR_SUBTRACT, 0},
                                     {"+", RK_OPERATOR_ADD, 0},
                                     {"!", RK_OPERATOR_NOT, 0},
                                     {"~", RK_OPERATOR_BIT_NOT, 0}};
    /* Every recursion of the grammar passes here: the guard of the stack. */
    if (parser->nesting >= RK_LIMIT_EXPRESSION_DEPTH) {
        g_autofree char *message =
            g_strdup_printf("an expression nested deeper than %u levels", RK_LIMIT_EXPRESSION_DEPTH);
        return rk_parser_fail(parser, parser->token->offset, RK_ERROR_LIMIT, "split it into several calculate steps",
                              message);
    }
    parser->nesting++;
    RkNode *node = NULL;
    guint found = 0;
    while (found < G_N_ELEMENTS(unaries) && !rk_parser_accept(parser, unaries[found].mark))
        found++;
    if (found < G_N_ELEMENTS(unaries))
        node = parse_unary_operand(parser, unaries[found].operation);
    else
        node = rk_parse_members(parser);
    parser->nesting--;
    return node;
}

static const Binary *binary_at(const RkParser *parser)
{
    for (const Binary *binary = binaries; binary->mark != NULL; binary++)
        if (rk_parser_at(parser, binary->mark))
            return binary;
    return NULL;
}

static RkNode *join_binary(RkParser *parser, const Binary *binary, guint offset, RkNode *left, RkNode *right)
{
    RkNode *pair[2] = {left, right};
    RkNodeKind kind = binary->operation == RK_OPERATOR_AND  ? RK_NODE_AND
                      : binary->operation == RK_OPERATOR_OR ? RK_NODE_OR
                                                            : RK_NODE_BINARY;
    if (kind != RK_NODE_BINARY && left->kind == kind) {
        /* The same chain goes on: a long list of alternatives stays flat. */
        left->children = g_renew(RkNode *, left->children, left->count + 1);
        left->children[left->count++] = right;
        left->depth = MAX(left->depth, right->depth + 1);
        return left;
    }
    RkNode *node = rk_parser_make(parser, kind, offset, pair, 2);
    if (node != NULL)
        node->operation = binary->operation;
    return node;
}

static RkNode *parse_binary(RkParser *parser, int power)
{
    gboolean is_signed = parser->token->kind == RK_TOKEN_MARK && strchr("+-!~", parser->token->mark[0]) != NULL;
    RkNode *left = parse_unary(parser);
    const Binary *binary;
    while (left != NULL && (binary = binary_at(parser)) != NULL && binary->power >= power) {
        guint offset = parser->token->offset;
        gboolean right_to_left = binary->operation == RK_OPERATOR_POWER;
        if (right_to_left && is_signed)
            return rk_parser_fail(parser, offset, RK_ERROR_SYNTAX, "write (-a) ** b or -(a ** b)",
                                  "a sign before ** needs parentheses");
        parser->token++;
        parser->nesting++;
        RkNode *right = parse_binary(parser, right_to_left ? binary->power : binary->power + 1);
        parser->nesting--;
        if (right == NULL)
            return NULL;
        left = join_binary(parser, binary, offset, left, right);
        is_signed = FALSE;
    }
    return left;
}

RkNode *rk_parse_choice(RkParser *parser)
{
    RkNode *parts[3] = {parse_binary(parser, 1)};
    guint offset = parser->token->offset;
    if (parts[0] == NULL || !rk_parser_accept(parser, "?"))
        return parts[0];
    parser->nesting++;
    parts[1] = rk_parse_choice(parser);
    if (parts[1] == NULL || !rk_parser_expect(parser, ":"))
        return NULL;
    parts[2] = rk_parse_choice(parser);
    parser->nesting--;
    return parts[2] == NULL ? NULL : rk_parser_make(parser, RK_NODE_CHOICE, offset, parts, 3);
}

RkExpression *rk_expression_parse(const char *text, RkPlace place, GError **error)
{
    if (strlen(text) > RK_LIMIT_EXPRESSION_BYTES) {
        rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "an expression longer than %u bytes",
                     RK_LIMIT_EXPRESSION_BYTES);
        return NULL;
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        rk_error_set(error, RK_ERROR_SYNTAX, place, NULL, "an expression that is not UTF-8");
        return NULL;
    }
    g_autoptr(RkExpression) expression = rk_expression_new(text, place);
    g_autoptr(GError) local = NULL;
    g_autoptr(GArray) tokens = rk_expression_tokens(expression->text, expression->place, expression->texts, &local);
    if (tokens != NULL) {
        RkParser parser = {expression, (const RkToken *)(gpointer)tokens->data, 0, &local};
        expression->root = rk_parse_choice(&parser);
        if (expression->root != NULL && parser.token->kind != RK_TOKEN_END)
            expression->root = rk_parser_unexpected(&parser, "an operator or the end");
    }
    if (expression->root == NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return NULL;
    }
    return g_steal_pointer(&expression);
}

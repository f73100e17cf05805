/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From tokens to a tree, by precedence climbing. It refuses assignments, unknown functions, wrong numbers of
 * arguments, and trees deeper than RK_LIMIT_EXPRESSION_DEPTH. Chains of && and || are one node, however long.
 */
#include "transform/expression-private.h"

#include <string.h>

#include "base/limits.h"
#include "base/shape.h"

typedef struct {
    RkExpression *expression;
    const RkToken *token;
    guint nesting;
    GError **error;
} Parser;

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

static RkNode *parse_choice(Parser *parser);
static RkNode *parse_unary(Parser *parser);

static RkNode *fail(Parser *parser, guint offset, RkErrorCode code, const char *hint, const char *message)
{
    const RkExpression *expression = parser->expression;
    if (parser->error == NULL || *parser->error == NULL)
        rk_error_set(parser->error, code, rk_expression_place_at(expression->text, expression->place, offset), hint,
                     "%s", message);
    return NULL;
}

static RkNode *unexpected(Parser *parser, const char *wanted)
{
    const RkToken *token = parser->token;
    g_autofree char *found =
        token->kind == RK_TOKEN_END
            ? g_strdup("the end")
            : g_strdup_printf("\"%.*s\"", (int)(token->end - token->offset), parser->expression->text + token->offset);
    g_autofree char *message = g_strdup_printf("expected %s, found %s", wanted, found);
    return fail(parser, token->offset, RK_ERROR_SYNTAX, NULL, message);
}

static gboolean at_mark(const Parser *parser, const char *mark)
{
    return parser->token->kind == RK_TOKEN_MARK && strcmp(parser->token->mark, mark) == 0;
}

static gboolean accept(Parser *parser, const char *mark)
{
    if (!at_mark(parser, mark))
        return FALSE;
    parser->token++;
    return TRUE;
}

static gboolean expect(Parser *parser, const char *mark)
{
    if (accept(parser, mark))
        return TRUE;
    g_autofree char *wanted = g_strdup_printf("\"%s\"", mark);
    unexpected(parser, wanted);
    return FALSE;
}

/** A node over `count` children, none of them NULL; NULL when the tree becomes too deep. */
static RkNode *make(Parser *parser, RkNodeKind kind, guint offset, RkNode *const *children, guint count)
{
    RkNode *node = rk_node_new(parser->expression, kind, offset, children, count);
    if (node->depth > RK_LIMIT_EXPRESSION_DEPTH) {
        g_autofree char *message =
            g_strdup_printf("an expression nested deeper than %u levels", RK_LIMIT_EXPRESSION_DEPTH);
        return fail(parser, offset, RK_ERROR_LIMIT, "split it into several calculate steps", message);
    }
    return node;
}

static RkNode *make_literal(Parser *parser, guint offset, RkScalar scalar)
{
    RkNode *node = make(parser, RK_NODE_LITERAL, offset, NULL, 0);
    node->scalar = scalar;
    return node;
}

/** Items up to `close`, which is consumed. FALSE after an error. */
static gboolean parse_items(Parser *parser, const char *close, GPtrArray *items)
{
    while (!accept(parser, close)) {
        if (items->len > 0 && !expect(parser, ","))
            return FALSE;
        RkNode *item = parse_choice(parser);
        if (item == NULL)
            return FALSE;
        g_ptr_array_add(items, item);
    }
    return TRUE;
}

static RkNode *parse_list(Parser *parser)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    guint offset = parser->token[-1].offset;
    if (!parse_items(parser, "]", items))
        return NULL;
    return make(parser, RK_NODE_LIST, offset, (RkNode *const *)items->pdata, items->len);
}

static RkNode *parse_map(Parser *parser)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    guint offset = parser->token[-1].offset;
    while (!accept(parser, "}")) {
        if (items->len > 0 && !expect(parser, ","))
            return NULL;
        const RkToken *key = parser->token;
        if (key->kind != RK_TOKEN_NAME && key->kind != RK_TOKEN_TEXT)
            return unexpected(parser, "a key");
        parser->token++;
        g_ptr_array_add(items, make_literal(parser, key->offset, rk_text(key->text)));
        RkNode *value = expect(parser, ":") ? parse_choice(parser) : NULL;
        if (value == NULL)
            return NULL;
        g_ptr_array_add(items, value);
    }
    return make(parser, RK_NODE_MAP, offset, (RkNode *const *)items->pdata, items->len);
}

static RkNode *unknown_function(Parser *parser, const RkToken *name)
{
    g_autofree char *message = g_strdup_printf("there is no function \"%s\"", name->text);
    const char *refusal = rk_function_refusal(name->text);
    if (refusal != NULL)
        return fail(parser, name->offset, RK_ERROR_UNSUPPORTED, refusal, message);
    g_autofree const char **names = rk_function_names();
    g_autofree char *hint = rk_hint_nearest(name->text, names, NULL);
    return fail(parser, name->offset, RK_ERROR_SPEC, hint, message);
}

static RkNode *wrong_count(Parser *parser, const RkToken *name, guint least, guint most)
{
    g_autofree char *message =
        least == most ? g_strdup_printf("%s() takes %u argument%s", name->text, least, least == 1 ? "" : "s")
        : most == G_MAXUINT
            ? g_strdup_printf("%s() takes at least %u argument%s", name->text, least, least == 1 ? "" : "s")
            : g_strdup_printf("%s() takes %u to %u arguments", name->text, least, most);
    return fail(parser, name->offset, RK_ERROR_SPEC, NULL, message);
}

static RkNode *parse_call(Parser *parser, const RkToken *name)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    gboolean choice = strcmp(name->text, "if") == 0;
    const RkFunction *function = rk_function_find(name->text);
    if (function == NULL && !choice)
        return unknown_function(parser, name);
    if (!parse_items(parser, ")", items))
        return NULL;
    guint least = choice ? 3 : function->least, most = choice ? 3 : function->most;
    if (items->len < least || items->len > most)
        return wrong_count(parser, name, least, most);
    RkNode *node =
        make(parser, choice ? RK_NODE_CHOICE : RK_NODE_CALL, name->offset, (RkNode *const *)items->pdata, items->len);
    if (node != NULL)
        node->function = function;
    return node;
}

static RkNode *make_field(Parser *parser, guint offset, const char *name)
{
    RkNode *node = make(parser, RK_NODE_FIELD, offset, NULL, 0);
    node->name = name;
    node->slot = rk_expression_slot(parser->expression, name, offset);
    return node;
}

/** datum.name, datum['name'] or datum[expression]. */
static RkNode *parse_row(Parser *parser, const RkToken *datum)
{
    if (accept(parser, ".")) {
        const RkToken *name = parser->token;
        if (name->kind != RK_TOKEN_NAME)
            return unexpected(parser, "a field name");
        parser->token++;
        return make_field(parser, name->offset, name->text);
    }
    if (!accept(parser, "["))
        return fail(parser, datum->offset, RK_ERROR_SPEC, "write datum.name or datum['name']",
                    "\"datum\" is a whole row, not a value");
    RkNode *inner = parse_choice(parser);
    if (inner == NULL || !expect(parser, "]"))
        return NULL;
    if (inner->kind == RK_NODE_LITERAL && inner->scalar.kind == RK_SCALAR_TEXT)
        return make_field(parser, inner->offset, inner->scalar.text);
    return make(parser, RK_NODE_ROW, inner->offset, &inner, 1);
}

static RkNode *parse_name(Parser *parser, const RkToken *name)
{
    static const struct {
        const char *word;
        RkScalarKind kind;
        double number;
    } words[] = {{"true", RK_SCALAR_BOOLEAN, 1},
                 {"false", RK_SCALAR_BOOLEAN, 0},
                 {"null", RK_SCALAR_NULL, 0},
                 {"undefined", RK_SCALAR_NULL, 1}};
    double constant;
    if (accept(parser, "("))
        return parse_call(parser, name);
    if (strcmp(name->text, "datum") == 0)
        return parse_row(parser, name);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(name->text, words[i].word) == 0)
            return make_literal(parser, name->offset, (RkScalar){.kind = words[i].kind, .number = words[i].number});
    if (rk_constant_find(name->text, &constant))
        return make_literal(parser, name->offset, rk_number(constant));
    RkNode *node = make(parser, RK_NODE_NAME, name->offset, NULL, 0);
    node->name = name->text;
    return node;
}

static RkNode *parse_value(Parser *parser)
{
    const RkToken *token = parser->token;
    if (token->kind == RK_TOKEN_END)
        return unexpected(parser, "a value");
    parser->token++;
    switch (token->kind) {
    case RK_TOKEN_NUMBER:
        return make_literal(parser, token->offset, rk_number(token->number));
    case RK_TOKEN_TEXT:
        return make_literal(parser, token->offset, rk_text(token->text));
    case RK_TOKEN_PATTERN:
        return make_literal(parser, token->offset, (RkScalar){.kind = RK_SCALAR_PATTERN, .text = token->text});
    case RK_TOKEN_NAME:
        return parse_name(parser, token);
    default:
        break;
    }
    if (strcmp(token->mark, "(") == 0) {
        RkNode *inner = parse_choice(parser);
        return inner != NULL && expect(parser, ")") ? inner : NULL;
    }
    if (strcmp(token->mark, "[") == 0)
        return parse_list(parser);
    if (strcmp(token->mark, "{") == 0)
        return parse_map(parser);
    parser->token--;
    return unexpected(parser, "a value");
}

static RkNode *parse_members(Parser *parser)
{
    RkNode *node = parse_value(parser);
    while (node != NULL && (at_mark(parser, ".") || at_mark(parser, "["))) {
        RkNode *pair[2] = {node, NULL};
        guint offset = parser->token->offset;
        if (accept(parser, "[")) {
            pair[1] = parse_choice(parser);
            if (pair[1] == NULL || !expect(parser, "]"))
                return NULL;
        } else {
            parser->token++;
            if (parser->token->kind != RK_TOKEN_NAME)
                return unexpected(parser, "a name");
            pair[1] = make_literal(parser, parser->token->offset, rk_text(parser->token->text));
            parser->token++;
        }
        node = make(parser, RK_NODE_MEMBER, offset, pair, 2);
    }
    if (node != NULL && at_mark(parser, "("))
        return fail(parser, parser->token->offset, RK_ERROR_SPEC, "write length(x), not x.length()",
                    "methods cannot be called");
    return node;
}

static RkNode *parse_unary_operand(Parser *parser, RkOperator operation)
{
    guint offset = parser->token[-1].offset;
    RkNode *operand = parse_unary(parser);
    RkNode *node = operand == NULL ? NULL : make(parser, RK_NODE_UNARY, offset, &operand, 1);
    if (node != NULL)
        node->operation = operation;
    return node;
}

static RkNode *parse_unary(Parser *parser)
{
    static const Binary unaries[] = {{"-", RK_OPERATOR_SUBTRACT, 0},
                                     {"+", RK_OPERATOR_ADD, 0},
                                     {"!", RK_OPERATOR_NOT, 0},
                                     {"~", RK_OPERATOR_BIT_NOT, 0}};
    /* Every recursion of the grammar passes here: the guard of the stack. */
    if (parser->nesting >= RK_LIMIT_EXPRESSION_DEPTH) {
        g_autofree char *message =
            g_strdup_printf("an expression nested deeper than %u levels", RK_LIMIT_EXPRESSION_DEPTH);
        return fail(parser, parser->token->offset, RK_ERROR_LIMIT, "split it into several calculate steps", message);
    }
    parser->nesting++;
    RkNode *node = NULL;
    guint found = 0;
    while (found < G_N_ELEMENTS(unaries) && !accept(parser, unaries[found].mark))
        found++;
    if (found < G_N_ELEMENTS(unaries))
        node = parse_unary_operand(parser, unaries[found].operation);
    else
        node = parse_members(parser);
    parser->nesting--;
    return node;
}

static const Binary *binary_at(const Parser *parser)
{
    for (const Binary *binary = binaries; binary->mark != NULL; binary++)
        if (at_mark(parser, binary->mark))
            return binary;
    return NULL;
}

static RkNode *join_binary(Parser *parser, const Binary *binary, guint offset, RkNode *left, RkNode *right)
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
    RkNode *node = make(parser, kind, offset, pair, 2);
    if (node != NULL)
        node->operation = binary->operation;
    return node;
}

static RkNode *parse_binary(Parser *parser, int power)
{
    gboolean is_signed = parser->token->kind == RK_TOKEN_MARK && strchr("+-!~", parser->token->mark[0]) != NULL;
    RkNode *left = parse_unary(parser);
    const Binary *binary;
    while (left != NULL && (binary = binary_at(parser)) != NULL && binary->power >= power) {
        guint offset = parser->token->offset;
        gboolean right_to_left = binary->operation == RK_OPERATOR_POWER;
        if (right_to_left && is_signed)
            return fail(parser, offset, RK_ERROR_SYNTAX, "write (-a) ** b or -(a ** b)",
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

static RkNode *parse_choice(Parser *parser)
{
    RkNode *parts[3] = {parse_binary(parser, 1)};
    guint offset = parser->token->offset;
    if (parts[0] == NULL || !accept(parser, "?"))
        return parts[0];
    parser->nesting++;
    parts[1] = parse_choice(parser);
    if (parts[1] == NULL || !expect(parser, ":"))
        return NULL;
    parts[2] = parse_choice(parser);
    parser->nesting--;
    return parts[2] == NULL ? NULL : make(parser, RK_NODE_CHOICE, offset, parts, 3);
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
        Parser parser = {expression, (const RkToken *)(gpointer)tokens->data, 0, &local};
        expression->root = parse_choice(&parser);
        if (expression->root != NULL && parser.token->kind != RK_TOKEN_END)
            expression->root = unexpected(&parser, "an operator or the end");
    }
    if (expression->root == NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return NULL;
    }
    return g_steal_pointer(&expression);
}

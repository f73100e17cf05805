/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From tokens to a tree: values, names, calls, lists, maps and members. It refuses functions that are not in the
 * library and wrong numbers of arguments.
 */
#include "transform/expression-parser.h"

#include <math.h>
#include <string.h>

/** Items up to `close`, which is consumed. FALSE after an error. */
static gboolean parse_items(RkParser *parser, const char *close, GPtrArray *items)
{
    while (!rk_parser_accept(parser, close)) {
        if (items->len > 0 && !rk_parser_expect(parser, ","))
            return FALSE;
        RkNode *item = rk_parse_choice(parser);
        if (item == NULL)
            return FALSE;
        g_ptr_array_add(items, item);
    }
    return TRUE;
}

static RkNode *parse_list(RkParser *parser)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    guint offset = parser->token[-1].offset;
    if (!parse_items(parser, "]", items))
        return NULL;
    return rk_parser_make(parser, RK_NODE_LIST, offset, (RkNode *const *)items->pdata, items->len);
}

static RkNode *parse_map(RkParser *parser)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    guint offset = parser->token[-1].offset;
    while (!rk_parser_accept(parser, "}")) {
        if (items->len > 0 && !rk_parser_expect(parser, ","))
            return NULL;
        const RkToken *key = parser->token;
        if (key->kind != RK_TOKEN_NAME && key->kind != RK_TOKEN_TEXT)
            return rk_parser_unexpected(parser, "a key");
        parser->token++;
        g_ptr_array_add(items, rk_parser_literal(parser, key->offset, rk_text(key->text)));
        RkNode *value = rk_parser_expect(parser, ":") ? rk_parse_choice(parser) : NULL;
        if (value == NULL)
            return NULL;
        g_ptr_array_add(items, value);
    }
    return rk_parser_make(parser, RK_NODE_MAP, offset, (RkNode *const *)items->pdata, items->len);
}

static RkNode *unknown_function(RkParser *parser, const RkToken *name)
{
    g_autofree char *message = g_strdup_printf("there is no function \"%s\"", name->text);
    const char *refusal = rk_function_refusal(name->text);
    if (refusal != NULL)
        return rk_parser_fail(parser, name->offset, RK_ERROR_UNSUPPORTED, refusal, message);
    g_autofree const char **names = rk_function_names();
    g_autofree char *hint = rk_hint_nearest(name->text, names, NULL);
    return rk_parser_fail(parser, name->offset, RK_ERROR_SPEC, hint, message);
}

static RkNode *wrong_count(RkParser *parser, const RkToken *name, guint least, guint most)
{
    g_autofree char *message =
        least == most ? g_strdup_printf("%s() takes %u argument%s", name->text, least, least == 1 ? "" : "s")
        : most == G_MAXUINT
            ? g_strdup_printf("%s() takes at least %u argument%s", name->text, least, least == 1 ? "" : "s")
            : g_strdup_printf("%s() takes %u to %u arguments", name->text, least, most);
    return rk_parser_fail(parser, name->offset, RK_ERROR_SPEC, NULL, message);
}

static RkNode *parse_call(RkParser *parser, const RkToken *name)
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
    RkNode *node = rk_parser_make(parser, choice ? RK_NODE_CHOICE : RK_NODE_CALL, name->offset,
                                  (RkNode *const *)items->pdata, items->len);
    if (node != NULL)
        node->function = function;
    return node;
}

static RkNode *make_field(RkParser *parser, guint offset, const char *name)
{
    RkNode *node = rk_parser_make(parser, RK_NODE_FIELD, offset, NULL, 0);
    node->name = name;
    node->slot = rk_expression_slot(parser->expression, name, offset, FALSE);
    return node;
}

/** datum.name, datum['name'] or datum[expression]. */
static RkNode *parse_row(RkParser *parser, const RkToken *datum)
{
    if (rk_parser_accept(parser, ".")) {
        const RkToken *name = parser->token;
        if (name->kind != RK_TOKEN_NAME)
            return rk_parser_unexpected(parser, "a field name");
        parser->token++;
        return make_field(parser, name->offset, name->text);
    }
    if (!rk_parser_accept(parser, "["))
        return rk_parser_fail(parser, datum->offset, RK_ERROR_SPEC, "write datum.name or datum['name']",
                              "\"datum\" is a whole row, not a value");
    RkNode *inner = rk_parse_choice(parser);
    if (inner == NULL || !rk_parser_expect(parser, "]"))
        return NULL;
    if (inner->kind == RK_NODE_LITERAL && inner->scalar.kind == RK_SCALAR_TEXT)
        return make_field(parser, inner->offset, inner->scalar.text);
    return rk_parser_make(parser, RK_NODE_ROW, inner->offset, &inner, 1);
}

static RkNode *parse_name(RkParser *parser, const RkToken *name)
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
    if (rk_parser_accept(parser, "("))
        return parse_call(parser, name);
    if (strcmp(name->text, "datum") == 0)
        return parse_row(parser, name);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(name->text, words[i].word) == 0)
            return rk_parser_literal(parser, name->offset,
                                     (RkScalar){.kind = words[i].kind, .number = words[i].number});
    if (rk_constant_find(name->text, &constant))
        return rk_parser_literal(parser, name->offset, rk_number(constant));
    RkNode *node = rk_parser_make(parser, RK_NODE_NAME, name->offset, NULL, 0);
    node->name = name->text;
    return node;
}

static RkNode *parse_value(RkParser *parser)
{
    const RkToken *token = parser->token;
    if (token->kind == RK_TOKEN_END)
        return rk_parser_unexpected(parser, "a value");
    parser->token++;
    switch (token->kind) {
    case RK_TOKEN_NUMBER:
        return rk_parser_literal(parser, token->offset, rk_number(token->number));
    case RK_TOKEN_TEXT:
        return rk_parser_literal(parser, token->offset, rk_text(token->text));
    case RK_TOKEN_PATTERN:
        return rk_parser_literal(parser, token->offset, (RkScalar){.kind = RK_SCALAR_PATTERN, .text = token->text});
    case RK_TOKEN_NAME:
        return parse_name(parser, token);
    default:
        break;
    }
    if (strcmp(token->mark, "(") == 0) {
        RkNode *inner = rk_parse_choice(parser);
        return inner != NULL && rk_parser_expect(parser, ")") ? inner : NULL;
    }
    if (strcmp(token->mark, "[") == 0)
        return parse_list(parser);
    if (strcmp(token->mark, "{") == 0)
        return parse_map(parser);
    parser->token--;
    return rk_parser_unexpected(parser, "a value");
}

/** The column that a member with a fixed name would be: datum.a.b is "a.b", datum.a[0] is "a[0]". */
static void note_column(RkParser *parser, RkNode *node)
{
    const RkNode *owner = node->children[0], *key = node->children[1];
    const char *name = owner->kind == RK_NODE_FIELD                       ? owner->name
                       : owner->kind == RK_NODE_MEMBER && owner->slot > 0 ? owner->name
                                                                          : NULL;
    if (name == NULL || key->kind != RK_NODE_LITERAL)
        return;
    char *own = NULL;
    if (key->scalar.kind == RK_SCALAR_TEXT)
        own = g_strconcat(name, ".", key->scalar.text, NULL);
    else if (key->scalar.kind == RK_SCALAR_NUMBER && key->scalar.number >= 0 && key->scalar.number < 1e6 &&
             key->scalar.number == floor(key->scalar.number))
        own = g_strdup_printf("%s[%.0f]", name, key->scalar.number);
    if (own == NULL)
        return;
    g_ptr_array_add(parser->expression->texts, own);
    node->name = own;
    node->slot = rk_expression_slot(parser->expression, own, node->offset, TRUE) + 1;
}

RkNode *rk_parse_members(RkParser *parser)
{
    RkNode *node = parse_value(parser);
    while (node != NULL && (rk_parser_at(parser, ".") || rk_parser_at(parser, "["))) {
        RkNode *pair[2] = {node, NULL};
        guint offset = parser->token->offset;
        if (rk_parser_accept(parser, "[")) {
            pair[1] = rk_parse_choice(parser);
            if (pair[1] == NULL || !rk_parser_expect(parser, "]"))
                return NULL;
        } else {
            parser->token++;
            if (parser->token->kind != RK_TOKEN_NAME)
                return rk_parser_unexpected(parser, "a name");
            pair[1] = rk_parser_literal(parser, parser->token->offset, rk_text(parser->token->text));
            parser->token++;
        }
        node = rk_parser_make(parser, RK_NODE_MEMBER, offset, pair, 2);
        if (node != NULL)
            note_column(parser, node);
    }
    if (node != NULL && rk_parser_at(parser, "("))
        return rk_parser_fail(parser, parser->token->offset, RK_ERROR_SPEC, "write length(x), not x.length()",
                              "methods cannot be called");
    return node;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two halves of the parser: operators (expression-parser.c) and what stands between them (expression-primary.c).
 */
#ifndef RK_TRANSFORM_EXPRESSION_PARSER_H
#define RK_TRANSFORM_EXPRESSION_PARSER_H

#include "transform/expression-private.h"

typedef struct {
    RkExpression *expression;
    const RkToken *token;
    guint nesting;
    GError **error;
} RkParser;

/** Sets an error at a byte of the text, unless there is one. Returns NULL. */
RkNode *rk_parser_fail(RkParser *parser, guint offset, RkErrorCode code, const char *hint, const char *message);
/** Sets an error that says what was expected and what is there. Returns NULL. */
RkNode *rk_parser_unexpected(RkParser *parser, const char *wanted);
gboolean rk_parser_at(const RkParser *parser, const char *mark);
/** Passes over a mark when it is there. */
gboolean rk_parser_accept(RkParser *parser, const char *mark);
/** The same, but it must be there. FALSE with an error. */
gboolean rk_parser_expect(RkParser *parser, const char *mark);
/** A node over `count` children, none of them NULL; NULL with an error when the tree becomes too deep. */
RkNode *rk_parser_make(RkParser *parser, RkNodeKind kind, guint offset, RkNode *const *children, guint count);
RkNode *rk_parser_literal(RkParser *parser, guint offset, RkScalar scalar);

/** A whole expression. NULL with an error. */
RkNode *rk_parse_choice(RkParser *parser);
/** A value with the members that are taken from it. NULL with an error. */
RkNode *rk_parse_members(RkParser *parser);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * calculate: a new column from an expression.
 */
#include "transform/transform-private.h"

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *text = rk_value_get(options, "calculate");
    const char *name = rk_value_text_or(rk_value_get(options, "as"), "");
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    if (expression == NULL)
        return NULL;
    g_autoptr(RkColumn) column = rk_expression_column(expression, input, name, context->scope, error);
    return column == NULL ? NULL : rk_table_with_column(input, column);
}

static const RkProperty properties[] = {
    {.name = "calculate", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "an expression"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "name of the new column"},
    {NULL}};
static const RkShape shape = {.name = "a calculate transform", .properties = properties};

const RkTransform rk_transform_calculate = {
    .name = "calculate", .summary = "add a column computed by an expression", .shape = &shape, .apply = apply};

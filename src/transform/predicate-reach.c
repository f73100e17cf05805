/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a predicate looks at, told before there is a table: so that readers can leave rows out while they come. When it
 * cannot be told for certain it says so, and nothing is left out early.
 */
#include "transform/predicate.h"

/* The functions that write numbers and times as the language of a figure has it. */
static gboolean depends_on_language(const RkFunction *function)
{
    for (const RkFunction *known = rk_functions_format; known->name != NULL; known++)
        if (known == function)
            return TRUE;
    return FALSE;
}

static gboolean reach_text(const RkValue *predicate, GPtrArray *fields)
{
    g_autoptr(RkExpression) expression =
        rk_expression_parse(rk_value_text_or(predicate, ""), rk_value_place(predicate), NULL);
    if (expression == NULL)
        return FALSE;
    for (guint i = 0; i < expression->nodes->len; i++) {
        const RkNode *node = expression->nodes->pdata[i];
        if (node->kind == RK_NODE_NAME || node->kind == RK_NODE_ROW ||
            (node->kind == RK_NODE_CALL && depends_on_language(node->function)))
            return FALSE;
    }
    for (guint i = 0; i < expression->fields->len; i++)
        g_ptr_array_add(fields, g_strdup(expression->fields->pdata[i]));
    return TRUE;
}

static gboolean reach_list(const RkValue *list, GPtrArray *fields)
{
    for (guint i = 0; i < rk_value_length(list); i++)
        if (!rk_predicate_reach(rk_value_at(list, i), fields))
            return FALSE;
    return TRUE;
}

/* A constant of a comparison may be worked out from names of the scope. */
static gboolean holds_expression(const RkValue *value)
{
    for (guint i = 0; i < rk_value_length(value); i++)
        if (holds_expression(rk_value_at(value, i)))
            return TRUE;
    return rk_value_has(value, "expr");
}

gboolean rk_predicate_reach(const RkValue *predicate, GPtrArray *fields)
{
    if (rk_value_is(predicate, RK_VALUE_TEXT))
        return reach_text(predicate, fields);
    if (rk_value_has(predicate, "and"))
        return reach_list(rk_value_get(predicate, "and"), fields);
    if (rk_value_has(predicate, "or"))
        return reach_list(rk_value_get(predicate, "or"), fields);
    if (rk_value_has(predicate, "not"))
        return rk_predicate_reach(rk_value_get(predicate, "not"), fields);
    const char *field = rk_value_text_or(rk_value_get(predicate, "field"), NULL);
    if (field == NULL || holds_expression(predicate))
        return FALSE;
    g_ptr_array_add(fields, g_strdup(field));
    return TRUE;
}

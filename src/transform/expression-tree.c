/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expression as an object: its nodes, its texts, the fields it names, and where each stands. It knows nothing of
 * grammar and evaluates nothing.
 */
#include "transform/expression-private.h"

#include <string.h>

static void node_free(gpointer data)
{
    RkNode *node = data;
    g_free(node->children);
    g_free(node);
}

RkNode *rk_node_new(RkExpression *expression, RkNodeKind kind, guint offset, RkNode *const *children, guint count)
{
    RkNode *node = g_new0(RkNode, 1);
    g_ptr_array_add(expression->nodes, node);
    node->kind = kind;
    node->offset = offset;
    node->count = count;
    node->children = g_memdup2(children, count * sizeof *children);
    for (guint i = 0; i < count; i++)
        node->depth = MAX(node->depth, children[i]->depth + 1);
    return node;
}

guint rk_expression_slot(RkExpression *expression, const char *name, guint offset, gboolean optional)
{
    for (guint slot = 0; slot < expression->fields->len; slot++) {
        if (strcmp(g_ptr_array_index(expression->fields, slot), name) != 0)
            continue;
        g_array_index(expression->optional, gboolean, slot) &= optional;
        return slot;
    }
    g_array_append_val(expression->optional, optional);
    g_ptr_array_add(expression->fields, (gpointer)name);
    g_array_append_val(expression->offsets, offset);
    return expression->fields->len - 1;
}

RkExpression *rk_expression_new(const char *text, RkPlace place)
{
    RkExpression *expression = g_new0(RkExpression, 1);
    expression->text = g_strdup(text);
    expression->file = g_strdup(place.file);
    expression->written = rk_place_keep_written(text, place);
    expression->place = (RkPlace){expression->file, place.line, place.column, expression->written};
    expression->texts = g_ptr_array_new_with_free_func(g_free);
    expression->nodes = g_ptr_array_new_with_free_func(node_free);
    expression->fields = g_ptr_array_new();
    expression->offsets = g_array_new(FALSE, FALSE, sizeof(guint));
    expression->optional = g_array_new(FALSE, FALSE, sizeof(gboolean));
    return expression;
}

void rk_expression_free(RkExpression *expression)
{
    if (expression == NULL)
        return;
    rk_evaluation_free(expression->last);
    g_ptr_array_unref(expression->nodes);
    g_ptr_array_unref(expression->fields);
    g_array_unref(expression->offsets);
    g_array_unref(expression->optional);
    g_ptr_array_unref(expression->texts);
    g_free(expression->text);
    g_free(expression->file);
    g_free(expression->written);
    g_free(expression);
}

RkPlace rk_node_place(const RkExpression *expression, const RkNode *node)
{
    return rk_place_within(expression->text, expression->place, node->offset);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parameters that are made from each other all around, so that none of them can be first. It only names the circle,
 * or who is to blame without one: whether definitions can be worked out is parameters.c's to say.
 */
#include "transform/parameters-private.h"

static const char *name_of(const RkValue *definition)
{
    return rk_value_text_or(rk_value_get(definition, "name"), "");
}

static const RkValue *find(const GPtrArray *waiting, const char *name)
{
    for (guint i = 0; i < waiting->len; i++)
        if (g_str_equal(name_of(waiting->pdata[i]), name))
            return waiting->pdata[i];
    return NULL;
}

/** The first of those that wait whose name the definition uses; NULL for none. */
static const RkValue *asks(const GPtrArray *waiting, const RkValue *definition)
{
    const RkValue *text = rk_value_get(definition, "expr"), *found = NULL;
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), NULL);
    for (guint i = 0; expression != NULL && found == NULL && i < expression->nodes->len; i++) {
        const RkNode *node = expression->nodes->pdata[i];
        if (node->kind == RK_NODE_NAME)
            found = find(waiting, node->name);
    }
    return found;
}

const RkValue *rk_parameters_blame(const GPtrArray *waiting, GError **error)
{
    const RkValue *last = waiting->pdata[0];
    /* Every step goes to who is asked: as many as there are definitions end outside, or within a circle. */
    for (guint i = 0; i < waiting->len; i++) {
        const RkValue *next = asks(waiting, last);
        if (next == NULL)
            return last;
        last = next;
    }
    g_autoptr(GString) way = g_string_new(name_of(last));
    for (const RkValue *at = asks(waiting, last); at != last; at = asks(waiting, at))
        g_string_append_printf(way, " from %s", name_of(at));
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(last, "expr")), "give one of them a value",
                 "parameters are made from each other: %s from %s", way->str, name_of(last));
    return NULL;
}

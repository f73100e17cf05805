/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names and first values of parameters. One may be made from others, in any order; a circle of them is refused.
 */
#include "transform/parameters-private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

static gboolean collect(const RkValue *list, const RkValue *view, const RkValue *parent, GPtrArray *parameters,
                        GError **error)
{
    for (guint i = 0; rk_value_is(list, RK_VALUE_LIST) && i < rk_value_length(list); i++) {
        const RkValue *definition = rk_value_at(list, i), *name = rk_value_get(definition, "name");
        const char *text = rk_value_text_or(name, NULL);
        if (text == NULL)
            continue; /* the checker of figures says what is wrong */
        if (rk_parameters_find(parameters, text) != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(name), NULL, "there are two parameters \"%s\"", text);
            return FALSE;
        }
        if (parameters->len == RK_LIMIT_PARAMETERS) {
            rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(name), NULL, "there are more than %u parameters",
                         RK_LIMIT_PARAMETERS);
            return FALSE;
        }
        RkParameter *parameter = g_new0(RkParameter, 1);
        *parameter = (RkParameter){definition, view, parent};
        g_ptr_array_add(parameters, parameter);
    }
    return TRUE;
}

static gboolean collect_view(const RkValue *view, const RkValue *parent, guint depth, GPtrArray *parameters,
                             GError **error)
{
    const RkValue *layers = rk_value_get(view, "layer");
    if (!collect(rk_value_get(view, "params"), view, parent, parameters, error))
        return FALSE;
    for (guint i = 0; depth < RK_LIMIT_VIEW_DEPTH && i < rk_value_length(layers); i++)
        if (!collect_view(rk_value_at(layers, i), view, depth + 1, parameters, error))
            return FALSE;
    return TRUE;
}

gboolean rk_parameters_collect(const RkValue *root, GPtrArray *parameters, GError **error)
{
    return collect(rk_value_get(rk_value_get(root, "config"), "params"), root, NULL, parameters, error) &&
           collect_view(root, NULL, 0, parameters, error);
}

const RkParameter *rk_parameters_find(const GPtrArray *parameters, const char *name)
{
    for (guint i = 0; i < parameters->len; i++) {
        const RkParameter *parameter = parameters->pdata[i];
        if (rk_value_is_text(rk_value_get(parameter->definition, "name"), name))
            return parameter;
    }
    return NULL;
}

gboolean rk_parameter_is_selection(const RkParameter *parameter)
{
    return rk_value_has(parameter->definition, "select");
}

/** What expressions see of a selection: its values by field, or an empty map. */
static const RkValue *selection_value(const RkValue *definition, RkDocument *document)
{
    const RkValue *value = rk_value_get(definition, "value");
    return rk_value_is(value, RK_VALUE_MAP) ? value : rk_document_map(document, rk_value_place(definition));
}

static gboolean evaluate(const RkValue *definition, RkDocument *document, RkScope *scope, GError **error)
{
    const RkValue *text = rk_value_get(definition, "expr");
    const char *name = rk_value_text_or(rk_value_get(definition, "name"), "");
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, scope, &scalar, error))
        return FALSE;
    if (scalar.kind == RK_SCALAR_TREE)
        scalar.tree = rk_scalar_to_value(document, rk_value_place(text), scalar);
    rk_scope_set(scope, name, scalar);
    return TRUE;
}

/** Works out the expressions whose names are known by now, until none is left or no round gets further. */
static gboolean define_expressions(GPtrArray *waiting, RkDocument *document, RkScope *scope, GError **error)
{
    while (waiting->len > 0) {
        guint before = waiting->len;
        for (guint i = 0; i < waiting->len;) {
            if (evaluate(waiting->pdata[i], document, scope, NULL))
                g_ptr_array_remove_index(waiting, i);
            else
                i++;
        }
        if (waiting->len < before)
            continue;
        const RkValue *blamed = rk_parameters_blame(waiting, error);
        if (blamed != NULL)
            evaluate(blamed, document, scope, error);
        for (guint i = 0; i < waiting->len; i++)
            rk_scope_set_late(scope, rk_value_text_or(rk_value_get(waiting->pdata[i], "name"), ""));
        return FALSE;
    }
    return TRUE;
}

gboolean rk_parameters_define(const RkValue *root, RkDocument *document, const double sizes[2], RkScope *scope,
                              GError **error)
{
    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) waiting = g_ptr_array_new();
    rk_parameters_define_sizes(sizes, scope);
    if (!rk_parameters_collect(root, parameters, error))
        return FALSE;
    for (guint i = 0; i < parameters->len; i++) {
        const RkParameter *parameter = parameters->pdata[i];
        const RkValue *definition = parameter->definition;
        const char *name = rk_value_text_or(rk_value_get(definition, "name"), "");
        if (rk_parameter_is_selection(parameter))
            rk_scope_set(scope, name,
                         (RkScalar){.kind = RK_SCALAR_TREE, .tree = selection_value(definition, document)});
        else if (rk_value_is(rk_value_get(definition, "expr"), RK_VALUE_TEXT) && !rk_value_has(definition, "value"))
            g_ptr_array_add(waiting, (gpointer)definition);
        else
            rk_scope_set(scope, name, rk_scalar_from_value(rk_value_get(definition, "value")));
    }
    return define_expressions(waiting, document, scope, error);
}

static const RkValue *copy_tree(RkDocument *document, RkPlace place, const RkValue *tree)
{
    gboolean list = rk_value_is(tree, RK_VALUE_LIST);
    RkValue *copy = list ? rk_document_list(document, place) : rk_document_map(document, place);
    for (guint i = 0; i < rk_value_length(tree); i++) {
        const RkValue *member = rk_scalar_to_value(document, place, rk_scalar_from_value(rk_value_at(tree, i)));
        if (list)
            rk_value_append(copy, member);
        else
            rk_value_put(document, copy, rk_value_key_at(tree, i), place, member);
    }
    return copy;
}

const RkValue *rk_scalar_to_value(RkDocument *document, RkPlace place, RkScalar scalar)
{
    char buffer[64];
    switch (scalar.kind) {
    case RK_SCALAR_BOOLEAN:
        return rk_document_boolean(document, place, scalar.number != 0);
    case RK_SCALAR_NUMBER: {
        RkValue *made = isfinite(scalar.number) ? rk_document_number(document, place, scalar.number)
                                                : rk_document_null(document, place);
        rk_value_set_computed(made);
        return made;
    }
    case RK_SCALAR_TIME:
        return rk_document_text(document, place,
                                rk_period_write(scalar.number, scalar.frequency, buffer, sizeof buffer));
    case RK_SCALAR_TEXT:
        return rk_document_text(document, place, scalar.text);
    case RK_SCALAR_TREE:
        return copy_tree(document, place, scalar.tree);
    case RK_SCALAR_NULL:
        break;
    }
    return rk_document_null(document, place);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk over a figure's document that leaves no parameter behind. Rows in the figure file are data and stay as they
 * are; an expression that looks at a row, or that quotes a fact, is left for the time when there are rows and facts.
 */
#include "transform/parameters-private.h"

#include <string.h>

#include "base/limits.h"
#include "base/shape.h"

typedef struct {
    RkDocument *document;
    RkValue *root;
    GPtrArray *parameters;
    RkScope *scope;
    GHashTable *seen; /**< lists and maps that are done: aliases share them */
    GError **error;
} Walk;

static gboolean walk(Walk *state, RkValue *value, const char *key, guint depth);

static gboolean is_reference(const RkValue *value)
{
    return rk_value_length(value) == 1 && rk_value_is(rk_value_get(value, "expr"), RK_VALUE_TEXT);
}

/** Whether a call asks for the rows of a data set, which are not read yet. What is selected needs no reading. */
static gboolean asks_for_rows(const Walk *state, const RkNode *node)
{
    gboolean empty;
    if (node->kind != RK_NODE_CALL || strcmp(node->function->name, "data") != 0)
        return FALSE;
    const RkNode *name = node->children[0];
    return name->kind != RK_NODE_LITERAL || name->scalar.kind != RK_SCALAR_TEXT ||
           !rk_parameters_has_store(state->root, name->scalar.text, &empty);
}

/** TRUE when the expression needs a row, or a name that only the data will tell. */
static gboolean must_wait(const Walk *state, const RkExpression *expression)
{
    const RkValue *facts = rk_value_get(state->root, "facts");
    RkScalar ignored;
    for (guint i = 0; i < expression->nodes->len; i++) {
        const RkNode *node = expression->nodes->pdata[i];
        if (node->kind == RK_NODE_FIELD || node->kind == RK_NODE_ROW || asks_for_rows(state, node))
            return TRUE;
        if (node->kind == RK_NODE_NAME && !rk_scope_get(state->scope, node->name, &ignored) &&
            rk_value_has(facts, node->name))
            return TRUE;
    }
    return FALSE;
}

/** The value of {expr: …}; the map itself when it has to wait. NULL with a located error. */
static const RkValue *value_of(Walk *state, const RkValue *reference)
{
    const RkValue *text = rk_value_get(reference, "expr");
    RkPlace place = rk_value_place(text);
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), place, state->error);
    RkScalar scalar;
    if (expression == NULL)
        return NULL;
    if (must_wait(state, expression))
        return reference;
    if (!rk_expression_scalar(expression, NULL, 0, state->scope, &scalar, state->error))
        return NULL;
    return rk_scalar_to_value(state->document, place, scalar);
}

static const RkParameter *parameter_of(const Walk *state, const RkValue *map)
{
    const char *name = rk_value_text_or(rk_value_get(map, "param"), NULL);
    return name == NULL ? NULL : rk_parameters_find(state->parameters, name);
}

static const RkValue *predicate_of(Walk *state, const RkParameter *parameter, const RkValue *map)
{
    RkPlace place = rk_value_place(rk_value_get(map, "param"));
    gboolean when_empty = rk_value_boolean_or(rk_value_get(map, "empty"), TRUE);
    if (rk_parameter_is_selection(parameter))
        return rk_selection_predicate(parameter, state->root, when_empty, state->document, place);
    RkScalar value = rk_null();
    rk_scope_get(state->scope, rk_value_text_or(rk_value_get(map, "param"), ""), &value);
    return rk_document_text(state->document, place, rk_scalar_truth(value) ? "true" : "false");
}

/** A predicate on a parameter says nothing else. */
static gboolean is_predicate(const RkValue *map, const char *key)
{
    guint known = rk_value_has(map, "param") + rk_value_has(map, "empty");
    return g_strcmp0(key, "condition") == 0 || rk_value_length(map) == known;
}

/** A condition or a predicate on a parameter: a condition keeps its other keys and gets a test. */
static gboolean resolve_predicate(Walk *state, RkValue *map, const char *key, const RkValue **replacement)
{
    const RkParameter *parameter = parameter_of(state, map);
    if (parameter == NULL || !rk_value_has(map, "param") || !is_predicate(map, key))
        return FALSE;
    const RkValue *empty = rk_value_get(map, "empty"), *predicate = predicate_of(state, parameter, map);
    if (empty != NULL && !rk_value_is(empty, RK_VALUE_BOOLEAN))
        return FALSE; /* it stays, for the checker of figures to find */
    if (g_strcmp0(key, "condition") != 0) {
        *replacement = predicate;
        return TRUE;
    }
    rk_value_put(state->document, map, "test", rk_value_place(predicate), predicate);
    rk_value_remove(map, "param");
    rk_value_remove(map, "empty");
    return FALSE;
}

/** {param, field, encoding} where an extent is wanted: the first interval, or nothing. */
static void resolve_extent(Walk *state, RkValue *owner, const char *key)
{
    const RkValue *extent = rk_value_get(owner, key);
    const RkParameter *parameter = rk_value_is(extent, RK_VALUE_MAP) ? parameter_of(state, extent) : NULL;
    if (parameter == NULL)
        return;
    const RkValue *ends = NULL;
    if (rk_parameter_is_selection(parameter)) {
        ends = rk_selection_extent(parameter, state->root, rk_value_text_or(rk_value_get(extent, "field"), NULL),
                                   rk_value_text_or(rk_value_get(extent, "encoding"), NULL));
    } else {
        RkScalar value = rk_null();
        rk_scope_get(state->scope, rk_value_text_or(rk_value_get(extent, "param"), ""), &value);
        ends = value.kind == RK_SCALAR_TREE ? value.tree : NULL;
    }
    /* A domain that a reader moves need not hold zero. */
    if (ends == NULL && strcmp(key, "domain") == 0 && !rk_value_has(owner, "zero"))
        rk_value_put(state->document, owner, "zero", rk_value_place(extent),
                     rk_document_boolean(state->document, rk_value_place(extent), FALSE));
    if (ends != NULL)
        rk_value_put(state->document, owner, key, rk_value_place(extent), ends);
    else
        rk_value_remove(owner, key);
}

/** A lookup in the rows that a selection begins with: they become a data set of their own. What is found has the
 * selection's name where the lookup gives none. */
static void resolve_lookup(Walk *state, RkValue *lookup)
{
    RkValue *from = (RkValue *)rk_value_get(lookup, "from");
    const RkParameter *parameter = rk_value_is(from, RK_VALUE_MAP) ? parameter_of(state, from) : NULL;
    if (parameter == NULL || !rk_parameter_is_selection(parameter))
        return;
    if (!rk_value_has(lookup, "as"))
        rk_value_put(state->document, lookup, "as", rk_value_place(from), rk_value_get(from, "param"));
    RkDocument *document = state->document;
    RkPlace place = rk_value_place(from);
    g_autofree char *name = g_strconcat("selection ", rk_value_text_or(rk_value_get(from, "param"), ""), NULL);
    const RkValue *data = rk_value_get(parameter->view, "data");
    RkValue *set = rk_document_map(document, place), *steps = rk_document_list(document, place);
    RkValue *filter = rk_document_map(document, place), *datasets = (RkValue *)rk_value_get(state->root, "datasets");
    if (data == NULL)
        data = rk_value_get(state->root, "data");
    for (guint i = 0; i < rk_value_length(data); i++)
        rk_value_put(document, set, rk_value_key_at(data, i), place, rk_value_at(data, i));
    const RkValue *own = rk_value_get(parameter->view, "transform");
    for (guint i = 0; i < rk_value_length(own); i++)
        if (rk_value_get(rk_value_at(own, i), "from") != from)
            rk_value_append(steps, rk_value_at(own, i));
    rk_value_put(document, filter, "filter", place,
                 rk_selection_predicate(parameter, state->root, TRUE, document, place));
    rk_value_append(steps, filter);
    rk_value_put(document, set, "transform", place, steps);
    if (datasets == NULL)
        datasets = rk_document_map(document, place);
    rk_value_put(document, datasets, name, place, set);
    rk_value_put(document, state->root, "datasets", place, datasets);
    RkValue *source = rk_document_map(document, place);
    rk_value_put(document, source, "name", place, rk_document_text(document, place, name));
    rk_value_put(document, from, "data", place, source);
    rk_value_remove(from, "param");
}

/** The subtrees that hold data, words of other files, or parameters themselves. */
static gboolean is_left_alone(const char *owner, const char *key)
{
    return strcmp(key, "datasets") == 0 || strcmp(key, "params") == 0 || rk_parameters_pass_over(owner, key);
}

static const char *const extents[] = {"domain", "domainRaw", "extent", NULL};

/** Puts values in the place of references below `value`; `replacement` is for `value` itself, NULL: it stays. */
static gboolean resolve_item(Walk *state, const RkValue *value, const char *key, guint depth,
                             const RkValue **replacement)
{
    *replacement = NULL;
    if (!rk_value_is(value, RK_VALUE_MAP) && !rk_value_is(value, RK_VALUE_LIST))
        return TRUE;
    if (is_reference(value)) {
        *replacement = value_of(state, value);
        return *replacement != NULL;
    }
    if (rk_value_has(value, "param") && strcmp(key, "from") != 0 && !g_strv_contains(extents, key) &&
        resolve_predicate(state, (RkValue *)value, key, replacement))
        return TRUE;
    return walk(state, (RkValue *)value, key, depth + 1);
}

/** A mark's property that follows the row is what a channel of that name says, where there is one: it moves there,
 * unless the channel says something else already. */
static void hoist(Walk *state, RkValue *view, RkValue *mark, const char *key, const RkValue *reference)
{
    static const char *const channels[] = {
        "color",       "fill",       "stroke",  "opacity", "fillOpacity", "strokeOpacity",
        "strokeWidth", "strokeDash", "size",    "shape",   "angle",       "text",
        "href",        "x",          "y",       "x2",      "y2",          "theta",
        "theta2",      "radius",     "radius2", "tooltip", "description", NULL};
    RkPlace place = rk_value_place(reference);
    if (!g_strv_contains(channels, key))
        return;
    RkValue *encoding = (RkValue *)rk_value_get(view, "encoding");
    if (encoding == NULL) {
        encoding = rk_document_map(state->document, place);
        rk_value_put(state->document, view, "encoding", place, encoding);
    }
    RkValue *channel = rk_document_map(state->document, place);
    rk_value_put(state->document, channel, "value", place, reference);
    if (rk_value_is(encoding, RK_VALUE_MAP) && !rk_value_has(encoding, key))
        rk_value_put(state->document, encoding, key, place, channel);
    rk_value_remove(mark, key);
}

static void hoist_all(Walk *state, RkValue *view)
{
    RkValue *mark = (RkValue *)rk_value_get(view, "mark");
    for (guint i = rk_value_is(mark, RK_VALUE_MAP) ? rk_value_length(mark) : 0; i > 0; i--) {
        const RkValue *value = rk_value_at(mark, i - 1);
        if (is_reference(value))
            hoist(state, view, mark, rk_value_key_at(mark, i - 1), value);
    }
}

static gboolean walk_map(Walk *state, RkValue *map, const char *owner, guint depth)
{
    for (guint i = 0; extents[i] != NULL; i++) {
        if (!rk_selection_check_extent(rk_value_get(map, extents[i]), state->parameters, state->root, state->error))
            return FALSE;
        resolve_extent(state, map, extents[i]);
    }
    resolve_lookup(state, map);
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        const RkValue *replacement;
        if (is_left_alone(owner, key))
            continue;
        if (!resolve_item(state, rk_value_at(map, i), key, depth, &replacement))
            return FALSE;
        if (replacement != NULL)
            rk_value_put(state->document, map, key, rk_value_key_place_at(map, i), replacement);
    }
    hoist_all(state, map);
    return TRUE;
}

static gboolean walk(Walk *state, RkValue *value, const char *key, guint depth)
{
    if (depth > RK_LIMIT_DOCUMENT_DEPTH || !g_hash_table_add(state->seen, value))
        return TRUE;
    if (rk_value_is(value, RK_VALUE_MAP))
        return walk_map(state, value, key, depth);
    for (guint i = 0; i < rk_value_length(value); i++) {
        const RkValue *replacement;
        if (!resolve_item(state, rk_value_at(value, i), key, depth, &replacement))
            return FALSE;
        if (replacement != NULL)
            rk_value_set_at(value, i, replacement);
    }
    return TRUE;
}

/** Before any data are read, only what nobody has selected yet is known. */
static const RkValue *find_store(gpointer user, const char *name, GError **error)
{
    RkDocument *document = user;
    gboolean empty = FALSE;
    if (rk_parameters_has_store(rk_document_root(document), name, &empty) && empty)
        return rk_document_list(document, RK_NOWHERE);
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, "use it in a transform or a condition",
                 "the data set \"%s\" is not read yet", name);
    return NULL;
}

gboolean rk_parameters_resolve(RkDocument *document, const double drawn[2], RkColorReader colors, GError **error)
{
    RkValue *root = (RkValue *)rk_document_root(document);
    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set_colors(scope, colors);
    rk_scope_set_rows(scope, find_store, document);
    Walk state = {document, root, parameters, scope, seen, error};
    if (!rk_value_is(root, RK_VALUE_MAP))
        return TRUE;
    double sizes[2];
    rk_parameters_sizes(root, drawn, sizes);
    rk_parameters_assume_sizes(root, sizes);
    if (!rk_parameters_collect(root, parameters, error) || !rk_parameters_define(root, document, sizes, scope, error))
        return FALSE;
    for (guint i = 0; i < parameters->len; i++)
        if (!rk_selection_check_values(parameters->pdata[i], root, error))
            return FALSE;
    rk_parameters_bind(root, parameters, document);
    return walk(&state, root, "", 0);
}

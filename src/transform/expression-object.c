/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions on lists of numbers, on lists of maps, and on maps.
 */
#include "transform/expression-private.h"

#include <math.h>

static gboolean is_list(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_TREE && rk_value_is(scalar.tree, RK_VALUE_LIST);
}

static double number_at(RkScalar list, guint index)
{
    return rk_scalar_to_number(rk_scalar_from_value(rk_value_at(list.tree, index)));
}

/** Later maps go over earlier ones, key by key. */
static RkScalar call_merge(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    RkDocument *document = rk_evaluation_document(evaluation);
    RkValue *merged = rk_document_map(document, RK_NOWHERE);
    for (guint i = 0; i < count; i++) {
        const RkValue *tree = arguments[i].kind == RK_SCALAR_TREE ? arguments[i].tree : NULL;
        for (guint j = 0; rk_value_is(tree, RK_VALUE_MAP) && j < rk_value_length(tree); j++)
            rk_value_put(document, merged, rk_value_key_at(tree, j), RK_NOWHERE, rk_value_at(tree, j));
    }
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = merged};
}

static RkScalar call_pluck(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    RkDocument *document = rk_evaluation_document(evaluation);
    const char *key = rk_scalar_to_text(evaluation, arguments[1]);
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    if (!is_list(arguments[0]))
        return rk_null();
    for (guint i = 0; i < rk_value_length(arguments[0].tree); i++) {
        const RkValue *member = rk_value_get(rk_value_at(arguments[0].tree, i), key);
        rk_value_append(list, member != NULL ? member : rk_document_null(document, RK_NOWHERE));
    }
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = list};
}

static RkScalar call_lerp(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    guint length = is_list(arguments[0]) ? rk_value_length(arguments[0].tree) : 0;
    if (length == 0 || arguments[1].kind == RK_SCALAR_NULL)
        return rk_null();
    double first = number_at(arguments[0], 0), last = number_at(arguments[0], length - 1);
    double part = rk_scalar_to_number(arguments[1]);
    return rk_number(part == 0 ? first : part == 1 ? last : first + part * (last - first));
}

/** The range moved, and only if it is too wide cut, so that it lies between two numbers. */
static RkScalar call_clamp_range(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    double least = rk_scalar_to_number(arguments[1]), most = rk_scalar_to_number(arguments[2]);
    if (!is_list(arguments[0]) || rk_value_length(arguments[0].tree) < 2)
        return rk_null();
    double low = number_at(arguments[0], 0), high = number_at(arguments[0], 1);
    if (high < low) {
        double exchanged = high;
        high = low;
        low = exchanged;
    }
    double span = high - low;
    double start = span >= most - least ? least : CLAMP(low, least, most - span);
    RkValue *pair = rk_document_list(rk_evaluation_document(evaluation), RK_NOWHERE);
    rk_value_append(pair, rk_evaluation_value(evaluation, rk_number(start)));
    rk_value_append(pair, rk_evaluation_value(evaluation, rk_number(span >= most - least ? most : start + span)));
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = pair};
}

/** The rows of a data set, as they are before any transform. */
static RkScalar call_data(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    g_autoptr(GError) local = NULL;
    const RkValue *rows = rk_scope_find_rows(evaluation->scope, rk_scalar_to_text(evaluation, arguments[0]), &local);
    if (rows == NULL)
        return rk_evaluation_fail(evaluation, local->code, rk_error_hint(local), "%s", local->message);
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = rows};
}

/** warn(), info() and debug() show their values to a developer and give the last one. */
static RkScalar call_last(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    return arguments[count - 1];
}

const RkFunction rk_functions_object[] = {{"data", 1, 1, RK_SCALAR_TREE, call_data},
                                          {"clampRange", 3, 3, RK_SCALAR_TREE, call_clamp_range},
                                          {"debug", 1, G_MAXUINT, RK_SCALAR_NULL, call_last},
                                          {"info", 1, G_MAXUINT, RK_SCALAR_NULL, call_last},
                                          {"lerp", 2, 2, RK_SCALAR_NUMBER, call_lerp},
                                          {"merge", 1, G_MAXUINT, RK_SCALAR_TREE, call_merge},
                                          {"pluck", 2, 2, RK_SCALAR_TREE, call_pluck},
                                          {"warn", 1, G_MAXUINT, RK_SCALAR_NULL, call_last},
                                          {NULL}};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that work on lists, some of them on texts too. A list that a function
 * makes is at most RK_LIMIT_EXPRESSION_ITEMS long.
 */
#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

static gboolean is_list(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_TREE && rk_value_is(scalar.tree, RK_VALUE_LIST);
}

static RkScalar item(RkScalar list, guint index)
{
    return rk_scalar_from_value(rk_value_at(list.tree, index));
}

static guint length_of(RkScalar list)
{
    return is_list(list) ? rk_value_length(list.tree) : 0;
}

static RkScalar tree(const RkValue *value)
{
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = value};
}

static RkValue *new_list(RkEvaluation *evaluation)
{
    return rk_document_list(rk_evaluation_document(evaluation), RK_NOWHERE);
}

static RkScalar call_length(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    if (is_list(arguments[0]))
        return rk_number(length_of(arguments[0]));
    return arguments[0].kind == RK_SCALAR_TEXT ? rk_number((double)g_utf8_strlen(arguments[0].text, -1)) : rk_null();
}

static double find_text(const char *text, const char *needle, gboolean last)
{
    const char *found = last ? g_strrstr(text, needle) : strstr(text, needle);
    return found == NULL ? -1 : (double)g_utf8_pointer_to_offset(text, found);
}

static RkScalar find(RkEvaluation *evaluation, const RkScalar *arguments, gboolean last)
{
    double found = -1;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    if (!is_list(arguments[0]))
        return rk_number(
            find_text(rk_scalar_to_text(evaluation, arguments[0]), rk_scalar_to_text(evaluation, arguments[1]), last));
    for (guint i = 0; i < length_of(arguments[0]) && (last || found < 0); i++)
        if (rk_scalar_same(item(arguments[0], i), arguments[1]))
            found = i;
    return rk_number(found);
}

static RkScalar call_indexof(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return find(evaluation, arguments, FALSE);
}

static RkScalar call_lastindexof(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return find(evaluation, arguments, TRUE);
}

static RkScalar call_includes(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return rk_boolean(find(evaluation, arguments, FALSE).number >= 0 && arguments[0].kind != RK_SCALAR_NULL);
}

/** A position that counts from the end when it is negative. */
static glong end_relative(RkScalar scalar, glong length)
{
    double number = rk_scalar_to_number(scalar);
    number = isnan(number) ? 0 : trunc(number);
    return (glong)CLAMP(number < 0 ? number + (double)length : number, 0, (double)length);
}

static RkScalar call_slice(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = is_list(arguments[0]) ? "" : rk_scalar_to_text(evaluation, arguments[0]);
    glong length = is_list(arguments[0]) ? (glong)length_of(arguments[0]) : g_utf8_strlen(text, -1);
    glong start = end_relative(arguments[1], length), end = count > 2 ? end_relative(arguments[2], length) : length;
    end = MAX(start, end);
    if (!is_list(arguments[0]))
        return rk_evaluation_take(evaluation, g_utf8_substring(text, start, end));
    RkValue *list = new_list(evaluation);
    for (glong i = start; i < end; i++)
        rk_value_append(list, rk_value_at(arguments[0].tree, (guint)i));
    return tree(list);
}

static RkScalar call_extent(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    RkScalar low = rk_null(), high = rk_null();
    for (guint i = 0; i < length_of(arguments[0]); i++) {
        RkScalar next = item(arguments[0], i);
        if (rk_scalar_order(next, next) != 0)
            continue;
        low = low.kind == RK_SCALAR_NULL || rk_scalar_order(next, low) == -1 ? next : low;
        high = high.kind == RK_SCALAR_NULL || rk_scalar_order(next, high) == 1 ? next : high;
    }
    RkValue *pair = new_list(evaluation);
    rk_value_append(pair, rk_evaluation_value(evaluation, low));
    rk_value_append(pair, rk_evaluation_value(evaluation, high));
    return tree(pair);
}

static RkScalar call_inrange(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    if (length_of(arguments[1]) == 0)
        return rk_boolean(FALSE);
    RkScalar low = item(arguments[1], 0), high = item(arguments[1], length_of(arguments[1]) - 1);
    /* Times and years have an order only with a time, so the ends are exchanged only when they are alike. */
    if (low.kind == high.kind && rk_scalar_order(low, high) == 1) {
        RkScalar exchanged = low;
        low = high;
        high = exchanged;
    }
    gboolean left = count < 3 || rk_scalar_truth(arguments[2]), right = count < 4 || rk_scalar_truth(arguments[3]);
    return rk_boolean(rk_scalar_compare(left ? RK_OPERATOR_GREATER_EQUAL : RK_OPERATOR_GREATER, arguments[0], low) &&
                      rk_scalar_compare(right ? RK_OPERATOR_LESS_EQUAL : RK_OPERATOR_LESS, arguments[0], high));
}

static RkScalar call_sequence(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    double start = count > 1 ? rk_scalar_to_number(arguments[0]) : 0;
    double stop = rk_scalar_to_number(arguments[count > 1 ? 1 : 0]);
    double step = count > 2 ? rk_scalar_to_number(arguments[2]) : 1;
    double items = fmax(0, ceil((stop - start) / step));
    RkValue *list = new_list(evaluation);
    if (items > RK_LIMIT_EXPRESSION_ITEMS)
        return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, NULL, "a list longer than %u items",
                                  RK_LIMIT_EXPRESSION_ITEMS);
    for (double i = 0; i < items; i++)
        rk_value_append(list, rk_evaluation_value(evaluation, rk_number(start + i * step)));
    return tree(list);
}

static RkScalar call_span(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    guint length = length_of(arguments[0]);
    if (length == 0)
        return rk_number(0);
    return rk_arithmetic(RK_OPERATOR_SUBTRACT, item(arguments[0], length - 1), item(arguments[0], 0));
}

static RkScalar call_join(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    const char *separator = count > 1 ? rk_scalar_to_text(evaluation, arguments[1]) : ",";
    g_autoptr(GString) out = g_string_new(NULL);
    if (!is_list(arguments[0]))
        return rk_null();
    for (guint i = 0; i < length_of(arguments[0]) && out->len <= RK_LIMIT_FIELD_BYTES; i++) {
        g_autofree char *text = rk_scalar_write_as(item(arguments[0], i), evaluation->scope);
        g_string_append_printf(out, "%s%s", i == 0 ? "" : separator, text);
    }
    return rk_evaluation_take(evaluation, g_strdup(out->str));
}

static int compare_items(gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    RkScalar x = rk_scalar_from_value(*(const RkValue *const *)a), y = rk_scalar_from_value(*(const RkValue *const *)b);
    int order = rk_scalar_order(x, y);
    if (order != 2)
        return order;
    /* What has no order comes first, as in Vega: missing values, then what is not a number. */
    gboolean odd_x = rk_scalar_order(x, x) != 0, odd_y = rk_scalar_order(y, y) != 0;
    return odd_x == odd_y ? 0 : odd_x ? -1 : 1;
}

static RkScalar call_sort(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    guint length = length_of(arguments[0]);
    g_autofree const RkValue **items = g_new(const RkValue *, length + 1);
    for (guint i = 0; i < length; i++)
        items[i] = rk_value_at(arguments[0].tree, i);
    g_qsort_with_data(items, (int)length, sizeof *items, compare_items, NULL);
    RkValue *list = new_list(evaluation);
    for (guint i = 0; i < length; i++)
        rk_value_append(list, items[i]);
    return tree(list);
}

static RkScalar call_reverse(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    RkValue *list = new_list(evaluation);
    for (guint i = length_of(arguments[0]); i > 0; i--)
        rk_value_append(list, rk_value_at(arguments[0].tree, i - 1));
    return tree(list);
}

static RkScalar call_peek(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    guint length = length_of(arguments[0]);
    return length == 0 ? rk_undefined() : item(arguments[0], length - 1);
}

const RkFunction rk_functions_array[] = {
    {"extent", 1, 1, RK_SCALAR_TREE, call_extent},     {"includes", 2, 2, RK_SCALAR_BOOLEAN, call_includes},
    {"indexof", 2, 2, RK_SCALAR_NUMBER, call_indexof}, {"inrange", 2, 4, RK_SCALAR_BOOLEAN, call_inrange},
    {"join", 1, 2, RK_SCALAR_TEXT, call_join},         {"lastindexof", 2, 2, RK_SCALAR_NUMBER, call_lastindexof},
    {"length", 1, 1, RK_SCALAR_NUMBER, call_length},   {"peek", 1, 1, RK_SCALAR_NULL, call_peek},
    {"reverse", 1, 1, RK_SCALAR_TREE, call_reverse},   {"sequence", 1, 3, RK_SCALAR_TREE, call_sequence},
    {"slice", 2, 3, RK_SCALAR_NULL, call_slice},       {"sort", 1, 1, RK_SCALAR_TREE, call_sort},
    {"span", 1, 1, RK_SCALAR_NUMBER, call_span},       {NULL}};

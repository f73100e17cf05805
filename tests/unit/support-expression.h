/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Results of expressions as text, the way the oracles write them: lists are JSON, times are "time" and milliseconds.
 */
#ifndef RK_TESTS_SUPPORT_EXPRESSION_H
#define RK_TESTS_SUPPORT_EXPRESSION_H

#include "support-table.h"

#include "transform/expression-private.h"

static const RkPlace here = {"figure.yaml", 3, 10};

static inline void write_value(GString *out, const RkValue *value)
{
    char buffer[RK_NUMBER_BUFFER];
    guint length = rk_value_length(value);
    if (rk_value_is(value, RK_VALUE_NULL))
        g_string_append(out, "null");
    else if (rk_value_is(value, RK_VALUE_TEXT))
        g_string_append_printf(out, "\"%s\"", rk_value_text_or(value, NULL));
    else if (rk_value_is(value, RK_VALUE_NUMBER))
        g_string_append(out, rk_number_shortest(rk_value_number_or(value, NAN), buffer));
    else {
        assert_true(rk_value_is(value, RK_VALUE_LIST));
        g_string_append_c(out, '[');
        for (guint i = 0; i < length; i++) {
            write_value(out, rk_value_at(value, i));
            g_string_append(out, i + 1 < length ? "," : "");
        }
        g_string_append_c(out, ']');
    }
}

/* As the oracle writes it. */
static inline char *write_scalar(RkScalar scalar)
{
    g_autofree char *plain = scalar.kind == RK_SCALAR_TREE ? NULL : rk_scalar_write(scalar);
    g_autoptr(GString) tree = g_string_new(NULL);
    switch (scalar.kind) {
    case RK_SCALAR_NULL:
        return g_strdup(scalar.number != 0 ? "undefined" : "null");
    case RK_SCALAR_TEXT:
        return g_strdup_printf("\"%s\"", scalar.text);
    case RK_SCALAR_TIME:
        return g_strdup_printf("time %.0f", scalar.number);
    case RK_SCALAR_TREE:
        write_value(tree, scalar.tree);
        return g_strdup(tree->str);
    default:
        return g_steal_pointer(&plain);
    }
}

static inline void assert_evaluates(const char *text, const RkTable *table, const RkScope *scope, const char *expected)
{
    GError *error = NULL;
    RkScalar scalar = {.kind = RK_SCALAR_NULL};
    g_autoptr(RkExpression) expression = rk_expression_parse(text, here, &error);
    if (expression == NULL || !rk_expression_scalar(expression, table, 0, scope, &scalar, &error))
        fail_msg("%s: %s", text, error->message);
    g_autofree char *result = write_scalar(scalar);
    double number;
    gboolean same =
        scalar.kind == RK_SCALAR_NUMBER && rk_number_parse(expected, strlen(expected), RK_NUMBER_SYNTAX_PLAIN, &number)
            /* Within two units of the last place: libm and the engine of node round on their own. */
            ? fabs(scalar.number - number) <= fabs(number) * 4.5e-16
            : strcmp(result, expected) == 0;
    if (!same)
        fail_msg("%s is %s, expected %s", text, result, expected);
}

#endif

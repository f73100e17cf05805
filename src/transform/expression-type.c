/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that ask for the kind of a value or change it.
 */
#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/** Defines a question about the first argument. */
#define QUESTION(name, condition)                                                                                      \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        (void)evaluation, (void)count;                                                                                 \
        RkScalar x = arguments[0];                                                                                     \
        return rk_boolean(condition);                                                                                  \
    }

QUESTION(call_is_array, x.kind == RK_SCALAR_TREE && rk_value_is(x.tree, RK_VALUE_LIST))
QUESTION(call_is_boolean, x.kind == RK_SCALAR_BOOLEAN)
QUESTION(call_is_date, x.kind == RK_SCALAR_TIME)
QUESTION(call_is_defined, !rk_scalar_is_undefined(x))
QUESTION(call_is_number, x.kind == RK_SCALAR_NUMBER)
QUESTION(call_is_object, x.kind == RK_SCALAR_TREE || x.kind == RK_SCALAR_TIME)
QUESTION(call_is_regexp, x.kind == RK_SCALAR_PATTERN)
QUESTION(call_is_string, x.kind == RK_SCALAR_TEXT)
QUESTION(call_is_valid, x.kind != RK_SCALAR_NULL && !(x.kind == RK_SCALAR_NUMBER && isnan(x.number)))

static gboolean is_empty(RkScalar scalar)
{
    return scalar.kind == RK_SCALAR_NULL || (scalar.kind == RK_SCALAR_TEXT && scalar.text[0] == '\0');
}

static RkScalar call_to_number(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    return is_empty(arguments[0]) ? rk_null() : rk_number(rk_scalar_to_number(arguments[0]));
}

static RkScalar call_to_string(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return is_empty(arguments[0]) ? rk_null() : rk_text(rk_scalar_to_text(evaluation, arguments[0]));
}

static RkScalar call_to_boolean(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    RkScalar x = arguments[0];
    if (is_empty(x))
        return rk_null();
    gboolean says_no = x.kind == RK_SCALAR_TEXT && (strcmp(x.text, "false") == 0 || strcmp(x.text, "0") == 0);
    return rk_boolean(rk_scalar_truth(x) && !says_no);
}

static RkScalar call_to_date(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    double start;
    RkFrequency frequency;
    if (!rk_scalar_to_time(arguments[0], &start, &frequency))
        return rk_null();
    /* The grammar's own gives milliseconds. */
    return rk_scope_is_like_vega(evaluation->scope) ? rk_number(start) : rk_time(start, frequency);
}

static RkScalar call_parse_float(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    while (g_ascii_isspace(*text))
        text++;
    double value = NAN, longest;
    gsize length = MIN(strspn(text, "+-.0123456789eE"), RK_NUMBER_BUFFER * 10);
    /* The longest beginning that is a number; a point may end it, as in "12.". */
    for (gsize end = length; end > 0 && isnan(value); end--) {
        gsize digits = end > 1 && text[end - 1] == '.' && g_ascii_isdigit(text[end - 2]) ? end - 1 : end;
        if (rk_number_parse(text, digits, RK_NUMBER_SYNTAX_PLAIN, &longest))
            value = longest;
    }
    return rk_number(value);
}

static RkScalar call_parse_int(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    double radix = count > 1 ? rk_scalar_to_number(arguments[1]) : 10;
    while (g_ascii_isspace(*text))
        text++;
    gboolean negative = *text == '-';
    text += *text == '-' || *text == '+';
    if ((count < 2 || radix == 16) && text[0] == '0' && (text[1] | 32) == 'x') {
        text += 2;
        radix = 16;
    }
    if (!(radix >= 2 && radix <= 36))
        return rk_number(NAN);
    double value = NAN;
    for (; g_ascii_isalnum(*text); text++) {
        int digit = g_ascii_isdigit(*text) ? *text - '0' : g_ascii_tolower(*text) - 'a' + 10;
        if (digit >= radix)
            break;
        value = (isnan(value) ? 0 : value * floor(radix)) + digit;
    }
    return rk_number(negative ? -value : value);
}

const RkFunction rk_functions_type[] = {{"isArray", 1, 1, RK_SCALAR_BOOLEAN, call_is_array},
                                        {"isBoolean", 1, 1, RK_SCALAR_BOOLEAN, call_is_boolean},
                                        {"isDate", 1, 1, RK_SCALAR_BOOLEAN, call_is_date},
                                        {"isDefined", 1, 1, RK_SCALAR_BOOLEAN, call_is_defined},
                                        {"isNumber", 1, 1, RK_SCALAR_BOOLEAN, call_is_number},
                                        {"isObject", 1, 1, RK_SCALAR_BOOLEAN, call_is_object},
                                        {"isRegExp", 1, 1, RK_SCALAR_BOOLEAN, call_is_regexp},
                                        {"isString", 1, 1, RK_SCALAR_BOOLEAN, call_is_string},
                                        {"isValid", 1, 1, RK_SCALAR_BOOLEAN, call_is_valid},
                                        {"parseFloat", 1, 1, RK_SCALAR_NUMBER, call_parse_float, RK_SCALAR_TEXT},
                                        {"parseInt", 1, 2, RK_SCALAR_NUMBER, call_parse_int, RK_SCALAR_TEXT},
                                        {"toBoolean", 1, 1, RK_SCALAR_BOOLEAN, call_to_boolean},
                                        {"toDate", 1, 1, RK_SCALAR_TIME, call_to_date},
                                        {"toNumber", 1, 1, RK_SCALAR_NUMBER, call_to_number},
                                        {"toString", 1, 1, RK_SCALAR_TEXT, call_to_string},
                                        {NULL}};

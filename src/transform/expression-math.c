/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mathematical functions and constants of expressions. A missing argument gives a missing result.
 */
#include "transform/expression-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

static gboolean any_missing(const RkScalar *arguments, guint count)
{
    for (guint i = 0; i < count; i++)
        if (rk_scalar_stays_missing(arguments[i]))
            return TRUE;
    return FALSE;
}

/** Defines a function of one number. */
#define UNARY(name, formula)                                                                                           \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        (void)evaluation;                                                                                              \
        if (any_missing(arguments, count))                                                                             \
            return rk_null();                                                                                          \
        double x = rk_scalar_to_number(arguments[0]);                                                                  \
        return rk_number(formula);                                                                                     \
    }

/** Defines a function of two numbers. */
#define PAIR(name, formula)                                                                                            \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        (void)evaluation;                                                                                              \
        if (any_missing(arguments, count))                                                                             \
            return rk_null();                                                                                          \
        double x = rk_scalar_to_number(arguments[0]), y = rk_scalar_to_number(arguments[1]);                           \
        return rk_number(formula);                                                                                     \
    }

UNARY(call_abs, fabs(x))
UNARY(call_acos, acos(x))
UNARY(call_asin, asin(x))
UNARY(call_atan, atan(x))
UNARY(call_ceil, ceil(x))
UNARY(call_cos, cos(x))
UNARY(call_exp, exp(x))
UNARY(call_floor, floor(x))
UNARY(call_log, log(x))
UNARY(call_round, x - floor(x) >= 0.5 ? ceil(x) : floor(x))
UNARY(call_sin, sin(x))
UNARY(call_sqrt, sqrt(x))
UNARY(call_tan, tan(x))
PAIR(call_atan2, atan2(x, y))
PAIR(call_pow, rk_arithmetic_numbers(RK_OPERATOR_POWER, x, y))

static RkScalar extreme(const RkScalar *arguments, guint count, double start)
{
    double result = start;
    if (any_missing(arguments, count))
        return rk_null();
    for (guint i = 0; i < count; i++) {
        double number = rk_scalar_to_number(arguments[i]);
        if (isnan(number) || (start > 0 ? number < result : number > result))
            result = number;
        if (isnan(number))
            break;
    }
    return rk_number(result);
}

static RkScalar call_min(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    return extreme(arguments, count, INFINITY);
}

static RkScalar call_max(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    return extreme(arguments, count, -INFINITY);
}

static RkScalar call_hypot(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    double length = 0;
    if (any_missing(arguments, count))
        return rk_null();
    for (guint i = 0; i < count; i++)
        length = hypot(length, rk_scalar_to_number(arguments[i]));
    return rk_number(length);
}

static RkScalar call_clamp(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    if (any_missing(arguments, count))
        return rk_null();
    double value = rk_scalar_to_number(arguments[0]);
    double low = rk_scalar_to_number(arguments[1]), high = rk_scalar_to_number(arguments[2]);
    if (isnan(value) || isnan(low) || isnan(high))
        return rk_number(NAN);
    return rk_number(MAX(low, MIN(high, value)));
}

static RkScalar call_is_nan(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    return rk_boolean(arguments[0].kind == RK_SCALAR_NUMBER && isnan(arguments[0].number));
}

static RkScalar call_is_finite(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    return rk_boolean(arguments[0].kind == RK_SCALAR_NUMBER && isfinite(arguments[0].number));
}

gboolean rk_constant_find(const char *name, double *value)
{
    static const struct {
        const char *name;
        double value;
    } constants[] = {{"E", M_E},
                     {"LN10", M_LN10},
                     {"LN2", M_LN2},
                     {"LOG10E", M_LOG10E},
                     {"LOG2E", M_LOG2E},
                     {"MAX_VALUE", DBL_MAX},
                     {"MIN_VALUE", DBL_TRUE_MIN},
                     {"NaN", NAN},
                     {"PI", M_PI},
                     {"SQRT1_2", M_SQRT1_2},
                     {"SQRT2", M_SQRT2}};
    for (guint i = 0; i < G_N_ELEMENTS(constants); i++)
        if (strcmp(constants[i].name, name) == 0) {
            *value = constants[i].value;
            return TRUE;
        }
    return FALSE;
}

const RkFunction rk_functions_math[] = {{"abs", 1, 1, RK_SCALAR_NUMBER, call_abs, RK_SCALAR_NUMBER},
                                        {"acos", 1, 1, RK_SCALAR_NUMBER, call_acos, RK_SCALAR_NUMBER},
                                        {"asin", 1, 1, RK_SCALAR_NUMBER, call_asin, RK_SCALAR_NUMBER},
                                        {"atan", 1, 1, RK_SCALAR_NUMBER, call_atan, RK_SCALAR_NUMBER},
                                        {"atan2", 2, 2, RK_SCALAR_NUMBER, call_atan2, RK_SCALAR_NUMBER},
                                        {"ceil", 1, 1, RK_SCALAR_NUMBER, call_ceil, RK_SCALAR_NUMBER},
                                        {"clamp", 3, 3, RK_SCALAR_NUMBER, call_clamp, RK_SCALAR_NUMBER},
                                        {"cos", 1, 1, RK_SCALAR_NUMBER, call_cos, RK_SCALAR_NUMBER},
                                        {"exp", 1, 1, RK_SCALAR_NUMBER, call_exp, RK_SCALAR_NUMBER},
                                        {"floor", 1, 1, RK_SCALAR_NUMBER, call_floor, RK_SCALAR_NUMBER},
                                        {"hypot", 1, G_MAXUINT, RK_SCALAR_NUMBER, call_hypot, RK_SCALAR_NUMBER},
                                        {"isFinite", 1, 1, RK_SCALAR_BOOLEAN, call_is_finite},
                                        {"isNaN", 1, 1, RK_SCALAR_BOOLEAN, call_is_nan},
                                        {"log", 1, 1, RK_SCALAR_NUMBER, call_log, RK_SCALAR_NUMBER},
                                        {"max", 1, G_MAXUINT, RK_SCALAR_NUMBER, call_max, RK_SCALAR_NUMBER},
                                        {"min", 1, G_MAXUINT, RK_SCALAR_NUMBER, call_min, RK_SCALAR_NUMBER},
                                        {"pow", 2, 2, RK_SCALAR_NUMBER, call_pow, RK_SCALAR_NUMBER},
                                        {"round", 1, 1, RK_SCALAR_NUMBER, call_round, RK_SCALAR_NUMBER},
                                        {"sin", 1, 1, RK_SCALAR_NUMBER, call_sin, RK_SCALAR_NUMBER},
                                        {"sqrt", 1, 1, RK_SCALAR_NUMBER, call_sqrt, RK_SCALAR_NUMBER},
                                        {"tan", 1, 1, RK_SCALAR_NUMBER, call_tan, RK_SCALAR_NUMBER},
                                        {NULL}};

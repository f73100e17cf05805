/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing and calculating with single values, as JavaScript does it save for missing values and times: see
 * expression-private.h.
 */
#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

enum { UNORDERED = 2 };

static int order_numbers(double a, double b)
{
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : UNORDERED;
}

/** A time against anything: periods by their start, years by the year. */
static int order_time(RkScalar time, RkScalar other)
{
    double start;
    RkFrequency frequency;
    if (other.kind == RK_SCALAR_TEXT)
        return rk_period_parse(other.text, strlen(other.text), &start, &frequency) ? order_numbers(time.number, start)
                                                                                   : UNORDERED;
    if (other.kind == RK_SCALAR_NUMBER && rk_number_is_year(other.number)) {
        RkMoment moment;
        rk_moment_split(time.number, &moment);
        return order_numbers(moment.year, other.number);
    }
    return order_numbers(time.number, rk_scalar_to_number(other));
}

int rk_scalar_order(RkScalar a, RkScalar b)
{
    if (rk_scalar_stays_missing(a) || rk_scalar_stays_missing(b))
        return UNORDERED;
    if (a.kind == RK_SCALAR_TEXT && b.kind == RK_SCALAR_TEXT) {
        int order = strcmp(a.text, b.text);
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    }
    if (a.kind == RK_SCALAR_TIME)
        return order_time(a, b);
    if (b.kind == RK_SCALAR_TIME) {
        int order = order_time(b, a);
        return order == UNORDERED ? order : -order;
    }
    return order_numbers(rk_scalar_to_number(a), rk_scalar_to_number(b));
}

gboolean rk_scalar_equal(RkScalar a, RkScalar b)
{
    if (a.kind == RK_SCALAR_NULL || b.kind == RK_SCALAR_NULL)
        return a.kind == b.kind;
    if (a.kind == RK_SCALAR_TREE && b.kind == RK_SCALAR_TREE)
        return a.tree == b.tree;
    return rk_scalar_order(a, b) == 0;
}

gboolean rk_scalar_same(RkScalar a, RkScalar b)
{
    if (a.kind == RK_SCALAR_NULL && b.kind == RK_SCALAR_NULL)
        return rk_scalar_is_undefined(a) == rk_scalar_is_undefined(b);
    gboolean with_time = a.kind == RK_SCALAR_TIME || b.kind == RK_SCALAR_TIME;
    return (a.kind == b.kind || with_time) && rk_scalar_equal(a, b);
}

gboolean rk_scalar_compare(RkOperator operation, RkScalar a, RkScalar b)
{
    switch (operation) {
    case RK_OPERATOR_EQUAL:
        return rk_scalar_equal(a, b);
    case RK_OPERATOR_UNEQUAL:
        return !rk_scalar_equal(a, b);
    case RK_OPERATOR_SAME:
        return rk_scalar_same(a, b);
    case RK_OPERATOR_NOT_SAME:
        return !rk_scalar_same(a, b);
    default:
        break;
    }
    int order = rk_scalar_order(a, b);
    if (order == UNORDERED)
        return FALSE;
    if (operation == RK_OPERATOR_LESS)
        return order < 0;
    if (operation == RK_OPERATOR_LESS_EQUAL)
        return order <= 0;
    return operation == RK_OPERATOR_GREATER ? order > 0 : order >= 0;
}

/** JavaScript's ToInt32. */
static gint32 to_bits(double value)
{
    if (!isfinite(value))
        return 0;
    double wrapped = fmod(trunc(value), 4294967296.0);
    return (gint32)(guint32)(gint64)wrapped;
}

static double bit_arithmetic(RkOperator operation, double a, double b)
{
    guint32 left = (guint32)to_bits(a), right = (guint32)to_bits(b);
    switch (operation) {
    case RK_OPERATOR_BIT_AND:
        return (gint32)(left & right);
    case RK_OPERATOR_BIT_OR:
        return (gint32)(left | right);
    case RK_OPERATOR_BIT_XOR:
        return (gint32)(left ^ right);
    case RK_OPERATOR_SHIFT_LEFT:
        return (gint32)(left << (right & 31));
    case RK_OPERATOR_SHIFT_RIGHT:
        return (gint32)left >> (right & 31);
    default:
        return left >> (right & 31);
    }
}

/** JavaScript's power: unlike C's, 1 to an unknown power is unknown. */
static double power(double a, double b)
{
    if (isnan(b) || (fabs(a) == 1 && isinf(b)))
        return NAN;
    return pow(a, b);
}

double rk_arithmetic_numbers(RkOperator operation, double a, double b)
{
    switch (operation) {
    case RK_OPERATOR_ADD:
        return a + b;
    case RK_OPERATOR_SUBTRACT:
        return a - b;
    case RK_OPERATOR_MULTIPLY:
        return a * b;
    case RK_OPERATOR_DIVIDE:
        return a / b;
    case RK_OPERATOR_REMAINDER:
        return fmod(a, b);
    case RK_OPERATOR_POWER:
        return power(a, b);
    default:
        return bit_arithmetic(operation, a, b);
    }
}

RkScalar rk_arithmetic(RkOperator operation, RkScalar a, RkScalar b)
{
    if (rk_scalar_stays_missing(a) || rk_scalar_stays_missing(b))
        return rk_null();
    return rk_number(rk_arithmetic_numbers(operation, rk_scalar_to_number(a), rk_scalar_to_number(b)));
}

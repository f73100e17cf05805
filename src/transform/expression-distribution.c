/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Distributions for expressions: density, share below and quantile of the normal, the lognormal and the uniform one.
 * Random draws from them are refused: a figure does not depend on chance.
 */
#include "transform/expression-private.h"

#include <math.h>

#include "stats/normal.h"

typedef enum { DENSITY, CUMULATIVE, QUANTILE } Aspect;

/** An argument, or `otherwise` where it is absent or null. */
static double argument(const RkScalar *arguments, guint count, guint index, double otherwise)
{
    return index < count && arguments[index].kind != RK_SCALAR_NULL ? rk_scalar_to_number(arguments[index]) : otherwise;
}

static double standard_normal(Aspect aspect, double z)
{
    if (aspect == DENSITY)
        return exp(-z * z / 2) / sqrt(2 * M_PI);
    if (aspect == CUMULATIVE)
        return erfc(-z / M_SQRT2) / 2;
    return z > 0 && z < 1 ? rk_stats_normal_quantile(z) : NAN;
}

static RkScalar normal(const RkScalar *arguments, guint count, Aspect aspect)
{
    double value = argument(arguments, count, 0, NAN), mean = argument(arguments, count, 1, 0);
    double deviation = argument(arguments, count, 2, 1);
    if (aspect == QUANTILE)
        return rk_number(mean + deviation * standard_normal(aspect, value));
    double result = standard_normal(aspect, (value - mean) / deviation);
    return rk_number(aspect == DENSITY ? result / deviation : result);
}

static RkScalar lognormal(const RkScalar *arguments, guint count, Aspect aspect)
{
    double value = argument(arguments, count, 0, NAN), mean = argument(arguments, count, 1, 0);
    double deviation = argument(arguments, count, 2, 1);
    if (aspect == QUANTILE)
        return rk_number(exp(mean + deviation * standard_normal(aspect, value)));
    if (value <= 0)
        return rk_number(0);
    double result = standard_normal(aspect, (log(value) - mean) / deviation);
    return rk_number(aspect == DENSITY ? result / deviation / value : result);
}

static RkScalar uniform(const RkScalar *arguments, guint count, Aspect aspect)
{
    double value = argument(arguments, count, 0, NAN), low = argument(arguments, count, 1, 1);
    double high = argument(arguments, count, 2, NAN);
    if (isnan(high)) {
        high = low;
        low = 0;
    }
    if (aspect == QUANTILE)
        return rk_number(value >= 0 && value <= 1 ? low + value * (high - low) : NAN);
    if (aspect == DENSITY)
        return rk_number(value >= low && value <= high ? 1 / (high - low) : 0);
    return rk_number(value < low ? 0 : value > high ? 1 : (value - low) / (high - low));
}

/** Defines the function of one aspect of one distribution. */
#define ASPECT(name, distribution, aspect)                                                                             \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        (void)evaluation;                                                                                              \
        return arguments[0].kind == RK_SCALAR_NULL ? rk_null() : distribution(arguments, count, aspect);               \
    }

ASPECT(call_density_normal, normal, DENSITY)
ASPECT(call_cumulative_normal, normal, CUMULATIVE)
ASPECT(call_quantile_normal, normal, QUANTILE)
ASPECT(call_density_lognormal, lognormal, DENSITY)
ASPECT(call_cumulative_lognormal, lognormal, CUMULATIVE)
ASPECT(call_quantile_lognormal, lognormal, QUANTILE)
ASPECT(call_density_uniform, uniform, DENSITY)
ASPECT(call_cumulative_uniform, uniform, CUMULATIVE)
ASPECT(call_quantile_uniform, uniform, QUANTILE)

const RkFunction rk_functions_distribution[] = {
    {"cumulativeLogNormal", 1, 3, RK_SCALAR_NUMBER, call_cumulative_lognormal},
    {"cumulativeNormal", 1, 3, RK_SCALAR_NUMBER, call_cumulative_normal},
    {"cumulativeUniform", 1, 3, RK_SCALAR_NUMBER, call_cumulative_uniform},
    {"densityLogNormal", 1, 3, RK_SCALAR_NUMBER, call_density_lognormal},
    {"densityNormal", 1, 3, RK_SCALAR_NUMBER, call_density_normal},
    {"densityUniform", 1, 3, RK_SCALAR_NUMBER, call_density_uniform},
    {"quantileLogNormal", 1, 3, RK_SCALAR_NUMBER, call_quantile_lognormal},
    {"quantileNormal", 1, 3, RK_SCALAR_NUMBER, call_quantile_normal},
    {"quantileUniform", 1, 3, RK_SCALAR_NUMBER, call_quantile_uniform},
    {NULL}};

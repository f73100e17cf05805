/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Variance of a sum of coefficients. The intercept is the mean response moved to all predictors 0, and the mean is
 * independent of the slopes: so the slopes' factors are taken from there.
 */
#include "stats/contrast.h"

#include <math.h>

#include "stats/array.h"
#include "stats/distribution-private.h"

/* Standard error for a residual standard error of 1. */
static double unit_error(const RkRegression *regression, const double *factors)
{
    gsize first = regression->intercept ? 1 : 0, p = regression->parameters - first;
    double length = first == 1 ? fabs(factors[0]) / sqrt(regression->total_weight) : 0;
    for (gsize j = 0; j < p; j++) {
        double sum = 0;
        for (gsize k = 0; k < p; k++) {
            double factor = factors[first + k] - (first == 1 ? factors[0] * regression->centre[k] : 0);
            sum += regression->root[k * p + j] * factor;
        }
        length = hypot(length, sum);
    }
    return length;
}

RkContrast rk_regression_contrast(const RkRegression *regression, const double *factors, double level)
{
    RkContrast contrast;
    g_autofree double *terms = g_new(double, MAX(regression->parameters, 1));
    for (gsize k = 0; k < regression->parameters; k++)
        terms[k] = factors[k] * regression->coefficients[k];
    contrast.value = rk_stats_sum(terms, regression->parameters);
    contrast.standard_error = unit_error(regression, factors) * regression->residual_standard_error;
    gboolean exists = contrast.standard_error > 0 || contrast.value != 0;
    double t = exists ? contrast.value / contrast.standard_error : NAN;
    double reach = rk_t_quantile(level, regression->degrees_of_freedom) * contrast.standard_error;
    contrast.p_value = rk_t_two_sided(t, regression->degrees_of_freedom);
    contrast.low = contrast.value - reach;
    contrast.high = contrast.value + reach;
    return contrast;
}

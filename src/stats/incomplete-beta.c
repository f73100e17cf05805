/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The regularised incomplete beta function. GSL's answers zero or a few right digits when a parameter reaches a
 * million, which degrees of freedom do; this one keeps its digits: the factor in front after Loader ("Fast and Accurate
 * Computation of Binomial Probabilities", 2000), times the continued fraction of Didonato and Morris (ACM Transactions
 * on Mathematical Software 18, 1992, 360–373) in Lentz's form.
 */
#include <float.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <math.h>

#include "stats/distribution-private.h"

/* The fraction settles after some multiple of the root of the greater parameter. */
#define MOST_STEPS 2000000

/* k·ln(k/m) + m − k with `difference` = k − m: what a count of k takes from the probability when m is expected. */
static double deviance(double k, double m, double difference)
{
    double relative = difference / m;
    if (fabs(relative) < 0.1)
        return m * (gsl_sf_log_1plusx_mx(relative) + relative * log1p(relative));
    double ratio = k / m;
    return k * (isfinite(ratio) ? log(ratio) : log(k) - log(m)) - difference;
}

/* x^a·y^b / B(a, b). */
static double front(double x, double y, double a, double b)
{
    double n = a + b, difference = a * y - b * x;
    double exponent = -deviance(a, n * x, difference) - deviance(b, n * y, -difference);
    double gamma = gsl_sf_gammastar(n) / gsl_sf_gammastar(a) / gsl_sf_gammastar(b);
    return exp(exponent) * gamma * sqrt(a / n * b / (2 * G_PI));
}

static double not_zero(double value)
{
    return fabs(value) < DBL_MIN ? DBL_MIN : value;
}

/* The fraction that front() / a is multiplied by; NaN when it does not settle. */
static double fraction(double x, double a, double b)
{
    double c = 1, d = 1 / not_zero(1 - (a + b) * x / (a + 1)), result = d;
    for (int m = 1; m < MOST_STEPS; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / not_zero(1 + even * d);
        c = not_zero(1 + even / c);
        result *= d * c;
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / not_zero(1 + odd * d);
        c = not_zero(1 + odd / c);
        result *= d * c;
        if (fabs(d * c - 1) <= DBL_EPSILON)
            return result;
    }
    return NAN;
}

double rk_incomplete_beta(double x, double y, double a, double b)
{
    if (isnan(x) || isnan(y))
        return NAN;
    if (x <= 0 || y <= 0)
        return x <= 0 ? 0 : 1;
    if (x < (a + 1) / (a + b + 2))
        return fmin(1, front(x, y, a, b) / a * fraction(x, a, b));
    double rest = front(y, x, b, a) / b * fraction(y, b, a);
    return isnan(rest) ? NAN : fmax(0, 1 - rest);
}

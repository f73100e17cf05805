/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tails of Student's t, F, χ² and the normal distribution, through the incomplete beta and gamma functions.
 */
#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "stats/distribution-private.h"

/* I_x(a, b) with y = 1 − x given as well, so that neither end loses digits. */
static double incomplete_beta(double x, double y, double a, double b)
{
    return x < y ? gsl_cdf_beta_P(x, a, b) : gsl_cdf_beta_Q(y, b, a);
}

double rk_t_two_sided(double t, double degrees)
{
    if (isnan(t) || !(degrees > 0))
        return NAN;
    if (isinf(t))
        return 0;
    /* t² may be beyond doubles: both shares are formed from the quotient that is at most 1. */
    double ratio = fabs(t) / sqrt(degrees), square = ratio * ratio;
    double rest = ratio < 1 ? 1 / (1 + square) : 1 / ratio / (1 / ratio + ratio);
    double share = ratio < 1 ? square / (1 + square) : ratio / (1 / ratio + ratio);
    double p = incomplete_beta(rest, share, degrees / 2, 0.5);
    return isnan(p) ? 2 * gsl_cdf_tdist_Q(fabs(t), degrees) : fmin(p, 1);
}

/* The tail is a falling convex function of t: Newton's steps from a t too small never pass the solution, and a normal
 * quantile is too small. */
double rk_t_quantile(double level, double degrees)
{
    if (!(level > 0 && level < 1) || !(degrees > 0))
        return NAN;
    double tail = 1 - level, t = gsl_cdf_ugaussian_Qinv(tail / 2);
    for (int step = 0; step < 2000; step++) {
        double move = (rk_t_two_sided(t, degrees) - tail) / (2 * gsl_ran_tdist_pdf(t, degrees));
        t += move;
        if (!(fabs(move) > 2 * DBL_EPSILON * t))
            break;
    }
    return t;
}

double rk_f_upper(double f, double numerator, double denominator)
{
    if (isnan(f) || !(numerator > 0) || !(denominator > 0))
        return NAN;
    if (isinf(f))
        return 0;
    if (f <= 0)
        return 1;
    double ratio = numerator * f / denominator;
    double p = incomplete_beta(1 / (1 + ratio), 1 / (1 + 1 / ratio), denominator / 2, numerator / 2);
    return isnan(p) ? gsl_cdf_fdist_Q(f, numerator, denominator) : fmin(p, 1);
}

double rk_chi_squared_upper(double x, double degrees)
{
    if (isnan(x) || !(degrees > 0))
        return NAN;
    if (isinf(x))
        return 0;
    return x <= 0 ? 1 : gsl_cdf_chisq_Q(x, degrees);
}

double rk_normal_two_sided(double z)
{
    return isnan(z) ? NAN : fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(z)));
}

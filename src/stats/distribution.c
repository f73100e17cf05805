/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tails of Student's t, F, χ² and the normal distribution, through the incomplete beta and gamma functions.
 */
#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "stats/distribution-private.h"

/* Shares t²/(degrees + t²) and degrees/(degrees + t²), which add up to 1. t² may be beyond doubles: both are formed
 * from the quotient that is at most 1. */
static void split(double t, double degrees, double *share, double *rest)
{
    double ratio = fabs(t) / sqrt(degrees), square = ratio * ratio;
    *rest = ratio < 1 ? 1 / (1 + square) : 1 / ratio / (1 / ratio + ratio);
    *share = ratio < 1 ? square / (1 + square) : ratio / (1 / ratio + ratio);
}

double rk_t_two_sided(double t, double degrees)
{
    if (isnan(t) || !(degrees > 0))
        return NAN;
    double share, rest;
    split(t, degrees, &share, &rest);
    if (isinf(t))
        return 0;
    /* The first term of the series is all there is where the rest has no digits left. */
    if (rest < DBL_MIN)
        return exp(-degrees * log(fabs(t) / sqrt(degrees)) - log(degrees / 2) - gsl_sf_lnbeta(degrees / 2, 0.5));
    return rk_incomplete_beta(rest, share, degrees / 2, 0.5);
}

/* How much more probability lies within t than asked for; from the tail or from the middle, whichever has the digits.
 */
static double excess(double t, double degrees, double level)
{
    double share, rest;
    if (level > 0.5)
        return 1 - level - rk_t_two_sided(t, degrees);
    split(t, degrees, &share, &rest);
    return rk_incomplete_beta(share, rest, 0.5, degrees / 2) - level;
}

/* The probability within t is a rising concave function of it: Newton's steps from a t too small never pass the
 * solution, and a normal quantile is too small. */
double rk_t_quantile(double level, double degrees)
{
    if (!(level > 0 && level < 1) || !(degrees > 0))
        return NAN;
    double t = gsl_cdf_ugaussian_Pinv(0.5 + level / 2);
    if (level > 0.5)
        t = gsl_cdf_ugaussian_Qinv((1 - level) / 2);
    for (int step = 0; step < 2000; step++) {
        double move = -excess(t, degrees, level) / (2 * gsl_ran_tdist_pdf(t, degrees));
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
    double ratio = numerator / denominator * f;
    return rk_incomplete_beta(1 / (1 + ratio), 1 / (1 + 1 / ratio), denominator / 2, numerator / 2);
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

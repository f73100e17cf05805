/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The standard normal distribution, by GSL within its bounds.
 */
#include "stats/normal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double rk_stats_normal_quantile(double p)
{
    return p > 0 && p < 1 ? gsl_cdf_ugaussian_Pinv(p) : NAN;
}

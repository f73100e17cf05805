/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tails of the distributions that tests refer to, each in the form that keeps its digits in the far tail. GSL's own t
 * and F functions are approximations in places, and its inverses call the error handler when they do not settle.
 */
#ifndef RK_STATS_DISTRIBUTION_PRIVATE_H
#define RK_STATS_DISTRIBUTION_PRIVATE_H

#include "base/macros.h"

G_BEGIN_DECLS

/** I_x(a, b), the share of the beta distribution below x; `y` is 1 − x, given so that neither end loses digits. NaN
 * where it cannot be computed. */
double rk_incomplete_beta(double x, double y, double a, double b);
/** P(|T| ≥ |t|) of Student's t; NaN for a NaN or no degrees of freedom. */
double rk_t_two_sided(double t, double degrees);
/** The t that |T| stays below with probability `level` (0–1, ends excluded). */
double rk_t_quantile(double level, double degrees);
/** P(F ≥ f). */
double rk_f_upper(double f, double numerator, double denominator);
/** P(χ² ≥ x). */
double rk_chi_squared_upper(double x, double degrees);
/** P(|Z| ≥ |z|) of the normal distribution. */
double rk_normal_two_sided(double z);

G_END_DECLS

#endif

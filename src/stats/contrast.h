/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a regression says about sums of its coefficients: a difference of two, or a polynomial's coefficient before its
 * predictor was moved to the middle.
 */
#ifndef RK_STATS_CONTRAST_H
#define RK_STATS_CONTRAST_H

#include "stats/regression.h"

G_BEGIN_DECLS

typedef struct {
    double value;
    double standard_error;
    double p_value;   /**< two-sided, Student's t, of the hypothesis that it is 0 */
    double low, high; /**< confidence interval */
} RkContrast;

/** Σ factors[k]·coefficients[k] over all parameters (the intercept first, where there is one), with an interval at
 * `level` (0.95 for 95 %). What does not exist, as in regressions without degrees of freedom, is NaN. */
RK_API RkContrast rk_regression_contrast(const RkRegression *regression, const double *factors, double level);

G_END_DECLS

#endif

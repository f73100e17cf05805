/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb regression between its files: options and curves, the fit of a group, the table of coefficients.
 */
#ifndef RK_TRANSFORM_REGRESSION_H
#define RK_TRANSFORM_REGRESSION_H

#include "transform/regression-fit.h"
#include "transform/verb.h"

/** What the options say. Zeroed memory is nothing. */
typedef struct {
    RkFitRequest request;
    RkMeasure measure; /**< y and its groups */
    const RkColumn *x_column;
    const double *x;
    double *made_x;
    RkColumn *x_unit;    /**< of each group; may be NULL */
    gboolean has_extent; /**< the curves go from `first` to `last` instead of as far as the data */
    double first, last;
    double *x_values, *y_values; /**< pairs of the group that was fitted last, upwards by x; times as years */
    double least, greatest;      /**< x of the first and the last of them, times as moments */
    RkMishap mishaps[RK_STATS_TOO_MANY + 1];
} RkRegressionVerb;

void rk_regression_verb_clear(RkRegressionVerb *verb);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRegressionVerb, rk_regression_verb_clear)

/** x is a time, and is fitted as a number of years. */
gboolean rk_regression_on_time(const RkRegressionVerb *verb);
/** Fits a group. FALSE when that is not possible, which is counted; fit->count is the number of pairs in any case. */
gboolean rk_regression_verb_fit(RkRegressionVerb *verb, guint32 group, RkFit *fit);
/** Warns of the groups that could not be fitted. */
void rk_regression_verb_report(const RkRegressionVerb *verb);

/** One row for each group: coefficients, R², standard errors, p-values, intervals where asked for, pairs. */
RkTable *rk_regression_params(RkRegressionVerb *verb, GError **error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One regression of one variable on another by a named method: its coefficients in the terms of the data, and its
 * curve.
 */
#ifndef RK_TRANSFORM_REGRESSION_FIT_H
#define RK_TRANSFORM_REGRESSION_FIT_H

#include "stats/regression.h"
#include "transform/curve.h"

/** Powers of one variable: more cannot be told apart by doubles. */
#define RK_FIT_ORDER_LIMIT 20
#define RK_FIT_TERMS (RK_FIT_ORDER_LIMIT + 1)

typedef enum { RK_FIT_NO_INTERVAL, RK_FIT_CONFIDENCE, RK_FIT_PREDICTION } RkFitInterval;

/** What a method does to the variables before fitting a line or polynomial. One static table in regression-fit.c. */
typedef struct {
    const char *name;
    gboolean log_x, log_y;  /**< the fit is of the logarithm */
    gboolean weighted_by_y; /**< so that large values count as in a fit without the logarithm */
    guint order;            /**< 0: as asked */
    gboolean robust, medians;
} RkFitMethod;

/** Names of the methods, NULL-ended. */
extern const char *const rk_fit_method_names[];
/** The method of that name; NULL: the first, linear. */
const RkFitMethod *rk_fit_method(const char *name);

typedef struct {
    const RkFitMethod *method;
    guint order;
    RkRobustWeights weights;
    RkFitInterval interval;
    double level;
} RkFitRequest;

/** A coefficient of the data's own terms. For a fit of a logarithm everything but the value and the interval of the
 * first one is of its logarithm. */
typedef struct {
    double value, standard_error, p_value, low, high;
} RkFitCoefficient;

/** Zeroed memory is no fit. */
typedef struct {
    const RkFitRequest *request;
    guint terms;
    gsize count; /**< pairs used */
    RkFitCoefficient coefficients[RK_FIT_TERMS];
    double r_squared;     /**< of y itself, also where its logarithm was fitted */
    double middle, reach; /**< powers are those of (x − middle) / reach */
    RkRegression regression;
} RkFit;

/** How many coefficients a request gives. */
guint rk_fit_terms(const RkFitRequest *request);
/** Fits pairs without missing values, ordered by x and then y so that the result does not depend on the order of rows.
 * FALSE with a reason; clear with rk_fit_clear(). */
gboolean rk_fit_find(const RkFitRequest *request, const double *x, const double *y, gsize count, RkFit *fit,
                     RkStatsReason *reason);
void rk_fit_clear(RkFit *fit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkFit, rk_fit_clear)
/** The curve at point->x (an RkCurve). */
void rk_fit_point(gconstpointer fit, RkSampledPoint *point);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linear regression y = b0 + b1·x1 + … by ordinary, weighted and robust least squares, with what is needed to judge it.
 *
 * A row with its response, a predictor or its weight missing is left out, and so is a row of weight zero. With an
 * intercept the columns are centred first; then each is scaled to length one and decomposed by Householder QR. The
 * singular values of R tell whether the predictors can be told apart: when the greatest is more than
 * RK_REGRESSION_GREATEST_CONDITION times the least there is no result, only RK_STATS_ILL_CONDITIONED.
 */
#ifndef RK_STATS_REGRESSION_H
#define RK_STATS_REGRESSION_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** Beyond this a rounding in the data could change half of the digits of a coefficient. */
#define RK_REGRESSION_GREATEST_CONDITION 1e7

/** What is asked: borrowed arrays, all `rows` long. */
typedef struct {
    const double *response;
    const double *const *predictors; /**< `predictor_count` columns, at least 1 */
    gsize predictor_count;
    gsize rows;
    const double *weights; /**< NULL for equal ones; inverse variances, their scale does not matter */
    gboolean intercept;
} RkRegressionInput;

/** What is answered. Arrays of parameters begin with the intercept where there is one; arrays of rows have NaN in rows
 * that were left out. Numbers that do not exist (standard errors without degrees of freedom, R² of a constant response)
 * are NaN. */
typedef struct {
    gsize rows, count;         /**< rows given, rows used */
    gsize parameters;          /**< predictors and intercept */
    gboolean intercept;        /**< whether the first parameter is the intercept */
    double degrees_of_freedom; /**< count − parameters */

    double *coefficients;    /**< b */
    double *standard_errors; /**< s·√((X'WX)⁻¹)_kk */
    double *t_values;        /**< b / standard error */
    double *p_values;        /**< two-sided, Student's t */
    double *centre;          /**< weighted means of the predictors, 0 without intercept; for rk_regression_predict() */
    double *root;        /**< L (predictors squared, by rows) with (Xc'WXc)⁻¹ = L·L' of the centred predictors */
    double total_weight; /**< Σw, the number of rows without weights */

    double *fitted;         /**< X·b */
    double *residuals;      /**< y − fitted, without weights */
    double *leverage;       /**< diagonal of the hat matrix, 0–1 */
    double *cooks_distance; /**< w·e²·h / (parameters·s²·(1−h)²) */
    double *weights;        /**< weights used (w in these lines); those of the last step in robust regression */

    double residual_standard_error; /**< s = √(Σwe² / degrees of freedom) */
    double r_squared;               /**< 1 − Σwe²/Σw(y−ȳ)²; without intercept 1 − Σwe²/Σwy² */
    double adjusted_r_squared;      /**< 1 − (1−R²)·(count − intercept)/degrees of freedom */
    double f_statistic, f_p_value;  /**< of all predictors together */
    double condition;               /**< of the centred and scaled predictors */
    gboolean perfect;               /**< residuals are rounding errors: standard errors and tests say nothing */
} RkRegression;

/** Empties it; zeroed memory is empty. */
RK_API void rk_regression_clear(RkRegression *regression);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRegression, rk_regression_clear)

/** Ordinary or, with weights, weighted least squares. FALSE with a reason (may be NULL) and an empty result:
 * RK_STATS_TOO_FEW rows for the parameters, RK_STATS_CONSTANT predictor, RK_STATS_NOT_FINITE, RK_STATS_NEGATIVE_WEIGHT,
 * RK_STATS_ILL_CONDITIONED, RK_STATS_BAD_ARGUMENT without predictors. Clear the result with rk_regression_clear(). */
RK_API gboolean rk_stats_regress(const RkRegressionInput *input, RkRegression *regression, RkStatsReason *reason);

/** Weight functions of robust regression, u = residual / (tuning · scale · √(1 − leverage)); in brackets the tuning
 * constant that makes the method 95 % as efficient as ordinary least squares when errors are normal. */
typedef enum {
    RK_ROBUST_BISQUARE, /**< (1 − u²)² for |u| < 1, otherwise 0 (4.685) */
    RK_ROBUST_CAUCHY,   /**< 1 / (1 + u²) (2.385) */
    RK_ROBUST_FAIR,     /**< 1 / (1 + |u|) (1.4) */
    RK_ROBUST_HUBER,    /**< 1 / max(1, |u|) (1.345) */
    RK_ROBUST_OLS,      /**< 1 (1) */
    RK_ROBUST_WELSCH    /**< exp(−u²) (2.985) */
} RkRobustWeights;

/** Names of the weight functions in the order of RkRobustWeights, NULL-ended: "bisquare", "cauchy" … */
RK_API const char *const *rk_robust_names(void);
/** FALSE when there is no weight function of that name. */
RK_API gboolean rk_robust_find(const char *name, RkRobustWeights *weights);

/**
 * Robust regression by iterated reweighting, continued until no coefficient moves by more than rounding. The scale in
 * each step is the median of |residual| / √(1 − leverage), the parameters − 1 least of them left out, divided by
 * 0.6745. Standard errors belong to the unweighted design and to the scale estimate of DuMouchel and O'Brien (1989),
 * computed as in GSL and in MATLAB's robustfit; R² and the F test use that scale. Weights in the input are refused
 * (RK_STATS_BAD_ARGUMENT), as is a negative `tuning`; 0 is the constant of the table above. Reasons as above, and
 * RK_STATS_NO_CONVERGENCE.
 */
RK_API gboolean rk_stats_regress_robust(const RkRegressionInput *input, RkRobustWeights weights, double tuning,
                                        RkRegression *regression, RkStatsReason *reason);

/** A value with an interval around it. */
typedef struct {
    double value, low, high;
} RkInterval;

/** Confidence interval of one coefficient at `level` (0.95 for 95 %). NaN bounds without degrees of freedom or for a
 * level outside 0–1; all NaN for a parameter that is not there. */
RK_API RkInterval rk_regression_coefficient(const RkRegression *regression, gsize parameter, double level);

/** Mean response at the given predictors (as many as in the input, without the 1 of the intercept), its confidence
 * interval, and the prediction interval of one further observation of weight 1. Either pointer may be NULL. */
RK_API void rk_regression_predict(const RkRegression *regression, const double *predictors, double level,
                                  RkInterval *confidence, RkInterval *prediction);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a least squares solution says: standard errors, tests, influence.
 */
#include "stats/regression.h"

#include <float.h>
#include <math.h>

#include "stats/distribution-private.h"
#include "stats/regression-private.h"
#include "stats/weighted-private.h"

/* Below this share of the response's squares the residuals are roundings. */
#define ROUNDING_SQUARE 1e-29

void rk_regression_clear(RkRegression *regression)
{
    double **arrays[] = {&regression->coefficients,   &regression->standard_errors, &regression->t_values,
                         &regression->p_values,       &regression->centre,          &regression->root,
                         &regression->fitted,         &regression->residuals,       &regression->leverage,
                         &regression->cooks_distance, &regression->weights};
    for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_free(*arrays[i]);
    *regression = (RkRegression){0};
}

static double *new_column(gsize rows)
{
    double *column = g_new(double, MAX(rows, 1));
    for (gsize i = 0; i < rows; i++)
        column[i] = NAN;
    return column;
}

static void prepare(RkRegression *regression, const RkDesign *design, gsize rows)
{
    gsize parameters = rk_design_parameters(design), p = design->predictors;
    *regression = (RkRegression){.rows = rows, .count = design->count, .parameters = parameters};
    regression->intercept = design->intercept;
    regression->degrees_of_freedom = (double)(design->count - parameters);
    regression->coefficients = new_column(parameters);
    regression->standard_errors = new_column(parameters);
    regression->t_values = new_column(parameters);
    regression->p_values = new_column(parameters);
    regression->centre = new_column(p);
    regression->root = new_column(p * p);
    regression->fitted = new_column(rows);
    regression->residuals = new_column(rows);
    regression->leverage = new_column(rows);
    regression->cooks_distance = new_column(rows);
    regression->weights = new_column(rows);
}

/* |L'x| for the root L. */
static double root_length(const RkRegression *regression, const double *x)
{
    gsize p = regression->parameters - (regression->intercept ? 1 : 0);
    double length = 0;
    for (gsize j = 0; j < p; j++) {
        double sum = 0;
        for (gsize k = 0; k < p; k++)
            sum += regression->root[k * p + j] * x[k];
        length = hypot(length, sum);
    }
    return length;
}

/* √((X'WX)⁻¹) of one parameter; the intercept is the mean at all predictors 0. */
static double unit_error(const RkRegression *regression, gsize parameter)
{
    gsize first = regression->intercept ? 1 : 0, p = regression->parameters - first;
    if (parameter < first)
        return hypot(1 / sqrt(regression->total_weight), root_length(regression, regression->centre));
    double length = 0;
    for (gsize j = 0; j < p; j++)
        length = hypot(length, regression->root[(parameter - first) * p + j]);
    return length;
}

static gboolean report_parameters(RkRegression *regression, const RkDesign *design, const RkSolution *solution)
{
    gsize first = design->intercept ? 1 : 0, p = design->predictors;
    double unit = sqrt(design->weight);
    for (gsize k = 0; k < p; k++) {
        regression->centre[k] = solution->centre[k];
        for (gsize j = 0; j < p; j++)
            regression->root[k * p + j] = solution->root[k * p + j] / unit;
    }
    gboolean finite = TRUE;
    for (gsize k = 0; k < regression->parameters; k++) {
        double coefficient = k < first ? solution->intercept : solution->slopes[k - first];
        double error = unit_error(regression, k) * regression->residual_standard_error;
        regression->coefficients[k] = coefficient;
        regression->standard_errors[k] = error;
        regression->t_values[k] = error > 0 || coefficient != 0 ? coefficient / error : NAN;
        regression->p_values[k] = rk_t_two_sided(regression->t_values[k], regression->degrees_of_freedom);
        finite = finite && isfinite(coefficient) && !isinf(error);
    }
    return finite;
}

static void report_rows(RkRegression *regression, const RkDesign *design, const RkSolution *solution)
{
    double scale = regression->residual_standard_error, parameters = (double)regression->parameters;
    for (gsize i = 0; i < design->count; i++) {
        gsize row = design->row[i];
        double h = solution->leverage[i], weight = design->w[i] * design->weight;
        double outside = solution->residual[i] / scale * sqrt(weight) / (1 - h);
        regression->fitted[row] = design->y[i] - solution->residual[i];
        regression->residuals[row] = solution->residual[i];
        regression->leverage[row] = h;
        regression->cooks_distance[row] = h < 1 && scale > 0 ? outside * outside * h / parameters : NAN;
        regression->weights[row] = weight;
    }
}

static void report_fit(RkRegression *regression, const RkDesign *design, const RkSolution *solution, double squares)
{
    double degrees = regression->degrees_of_freedom, p = (double)design->predictors;
    double whole = (double)(design->count - (design->intercept ? 1 : 0));
    regression->condition = solution->condition;
    regression->perfect = squares <= ROUNDING_SQUARE * solution->whole;
    regression->total_weight = solution->total * design->weight;
    regression->residual_standard_error =
        degrees > 0 ? sqrt(squares / degrees) * solution->height * sqrt(design->weight) : NAN;
    regression->r_squared = regression->adjusted_r_squared = regression->f_statistic = regression->f_p_value = NAN;
    if (solution->around == 0)
        return;
    double unexplained = squares / solution->around;
    regression->r_squared = 1 - unexplained;
    if (degrees == 0)
        return;
    regression->adjusted_r_squared = 1 - unexplained * (whole / degrees);
    regression->f_statistic = fmax(0, (1 - unexplained) / unexplained * (degrees / p));
    regression->f_p_value = rk_f_upper(regression->f_statistic, p, degrees);
}

RkStatsReason rk_regression_report(RkRegression *regression, const RkDesign *design, const RkSolution *solution,
                                   gsize rows, double squares)
{
    prepare(regression, design, rows);
    report_fit(regression, design, solution, squares);
    gboolean finite = report_parameters(regression, design, solution);
    report_rows(regression, design, solution);
    if (finite && !isinf(regression->residual_standard_error))
        return RK_STATS_OK;
    rk_regression_clear(regression);
    return RK_STATS_NOT_FINITE;
}

gboolean rk_stats_regress(const RkRegressionInput *input, RkRegression *regression, RkStatsReason *reason)
{
    g_auto(RkDesign) design = {0};
    g_auto(RkSolution) solution = {0};
    *regression = (RkRegression){0};
    RkStatsReason outcome = rk_design_take(&design, input);
    if (outcome == RK_STATS_OK)
        outcome = rk_solution_find(&solution, &design);
    if (outcome == RK_STATS_OK)
        outcome =
            rk_regression_report(regression, &design, &solution, input->rows, rk_solution_squares(&solution, &design));
    return rk_stats_outcome(outcome, reason);
}

static RkInterval around(double value, double error, double level, double degrees)
{
    double reach = rk_t_quantile(level, degrees) * error;
    return (RkInterval){value, value - reach, value + reach};
}

RkInterval rk_regression_coefficient(const RkRegression *regression, gsize parameter, double level)
{
    if (parameter >= regression->parameters)
        return (RkInterval){NAN, NAN, NAN};
    return around(regression->coefficients[parameter], regression->standard_errors[parameter], level,
                  regression->degrees_of_freedom);
}

void rk_regression_predict(const RkRegression *regression, const double *predictors, double level,
                           RkInterval *confidence, RkInterval *prediction)
{
    gsize first = regression->intercept ? 1 : 0, p = regression->parameters - first;
    g_autofree double *distances = g_new(double, p), *terms = g_new(double, p + 1);
    gboolean missing = FALSE;
    terms[p] = regression->intercept ? regression->coefficients[0] : 0;
    for (gsize k = 0; k < p; k++) {
        distances[k] = predictors[k] - regression->centre[k];
        terms[k] = regression->coefficients[k + first] * predictors[k];
        missing = missing || isnan(predictors[k]);
    }
    double value = missing ? NAN : rk_stats_sum(terms, p + 1), s = regression->residual_standard_error;
    double mean = regression->intercept ? 1 / sqrt(regression->total_weight) : 0;
    double unit = hypot(mean, root_length(regression, distances));
    if (confidence != NULL)
        *confidence = around(value, unit * s, level, regression->degrees_of_freedom);
    if (prediction != NULL)
        *prediction = around(value, hypot(unit, 1) * s, level, regression->degrees_of_freedom);
}

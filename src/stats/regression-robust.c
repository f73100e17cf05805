/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Iterated reweighting with GSL's weight functions. GSL's own loop stops when coefficients agree to eight digits; this
 * one goes on until they stand still, and refuses designs that GSL would solve with wrong digits.
 */
#include <float.h>
#include <gsl/gsl_multifit.h>
#include <math.h>

#include "stats/array.h"
#include "stats/regression-private.h"
#include "stats/weighted-private.h"

#define MOST_STEPS 1000
/* Movements of a coefficient below this share of its standard error unit are rounding. */
#define STANDS_STILL 1e-14
/* A row that the fit must pass through keeps some residual to be judged by. */
#define GREATEST_LEVERAGE 0.9999
/* The median of |Z|: what makes a median of absolute residuals a standard deviation. */
#define MEDIAN_OF_NORMAL 0.6745

static const char *const names[] = {"bisquare", "cauchy", "fair", "huber", "ols", "welsch", NULL};

const char *const *rk_robust_names(void)
{
    return names;
}

gboolean rk_robust_find(const char *name, RkRobustWeights *weights)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (g_strcmp0(name, names[i]) == 0) {
            *weights = (RkRobustWeights)i;
            return TRUE;
        }
    }
    return FALSE;
}

static const gsl_multifit_robust_type *find_type(RkRobustWeights weights)
{
    const gsl_multifit_robust_type *types[] = {gsl_multifit_robust_bisquare, gsl_multifit_robust_cauchy,
                                               gsl_multifit_robust_fair,     gsl_multifit_robust_huber,
                                               gsl_multifit_robust_ols,      gsl_multifit_robust_welsch};
    return (gsize)weights < G_N_ELEMENTS(types) ? types[weights] : NULL;
}

/* The state of the iteration: residuals divided by √(1 − leverage), and what GSL makes of them. */
typedef struct {
    const gsl_multifit_robust_type *type;
    double tuning, least; /* no scale may be below `least` */
    double *adjusted, *sorted;
    gsl_vector *standard, *weights, *slopes;
} Reweighting;

static void clear_reweighting(Reweighting *state)
{
    g_clear_pointer(&state->adjusted, g_free);
    g_clear_pointer(&state->sorted, g_free);
    g_clear_pointer(&state->standard, gsl_vector_free);
    g_clear_pointer(&state->weights, gsl_vector_free);
    g_clear_pointer(&state->slopes, gsl_vector_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reweighting, clear_reweighting)

static Reweighting start(const RkDesign *design, const RkSolution *plain, const gsl_multifit_robust_type *type,
                         double tuning)
{
    Reweighting state = {.type = type, .tuning = tuning > 0 ? tuning : type->tuning_default};
    state.adjusted = g_new(double, design->count);
    state.sorted = g_new(double, design->count);
    state.standard = gsl_vector_alloc(design->count);
    state.weights = gsl_vector_alloc(design->count);
    state.slopes = gsl_vector_alloc(design->count);
    double spread = design->count > 1 ? sqrt(plain->around / (double)(design->count - 1)) * plain->height : 0;
    state.least = spread > 0 ? 1e-6 * spread : 1;
    return state;
}

/* The median of absolute residuals without the least ones, which a fit brings to zero anyhow, as a standard deviation;
 * never so little that rounding errors would be outliers. */
static double scale_of(const Reweighting *state, const double *residual, const RkDesign *design)
{
    gsize left = rk_design_parameters(design) - 1;
    for (gsize i = 0; i < design->count; i++)
        state->sorted[i] = fabs(residual[i]);
    rk_stats_sort(state->sorted, design->count, state->sorted);
    RkSample kept = {.values = state->sorted + left, .count = design->count - left};
    return fmax(rk_sample_median(&kept) / MEDIAN_OF_NORMAL, state->least);
}

static void adjust(Reweighting *state, const RkDesign *design, const RkSolution *plain, const double *residual)
{
    for (gsize i = 0; i < design->count; i++)
        state->adjusted[i] = residual[i] / sqrt(1 - fmin(plain->leverage[i], GREATEST_LEVERAGE));
}

/* Weights, and residuals in units of the scale, from the adjusted residuals. */
static void weigh(Reweighting *state, gsize count, double scale)
{
    for (gsize i = 0; i < count; i++)
        gsl_vector_set(state->standard, i, state->adjusted[i] / (scale * state->tuning));
    state->type->wfun(state->standard, state->weights);
}

/* Whether the slopes, and the fit at the centre of the data, moved by roundings only. */
static gboolean stands_still(const RkSolution *before, const RkSolution *after, const RkSolution *plain, gsize p)
{
    double middle = before->intercept - after->intercept, unit = plain->height;
    gboolean still = TRUE;
    for (gsize k = 0; k < p; k++) {
        double move = fabs(before->slopes[k] - after->slopes[k]), length = 0;
        for (gsize j = 0; j < p; j++)
            length = hypot(length, plain->root[k * p + j]);
        still = still && move <= fmax(STANDS_STILL * unit * length, 4 * DBL_EPSILON * fabs(after->slopes[k]));
        middle += (before->slopes[k] - after->slopes[k]) * plain->centre[k];
    }
    return still && fabs(middle) <= STANDS_STILL * fmax(unit, fabs(after->intercept));
}

static RkStatsReason iterate(Reweighting *state, RkDesign *design, const RkSolution *plain, RkSolution *solution)
{
    for (int step = 0; step < MOST_STEPS; step++) {
        g_auto(RkSolution) next = {0};
        adjust(state, design, plain, step == 0 ? plain->residual : solution->residual);
        weigh(state, design->count, scale_of(state, state->adjusted, design));
        for (gsize i = 0; i < design->count; i++)
            design->w[i] = gsl_vector_get(state->weights, i);
        RkStatsReason outcome = rk_solution_find(&next, design);
        if (outcome != RK_STATS_OK)
            return outcome;
        gboolean still = stands_still(step == 0 ? plain : solution, &next, plain, design->predictors);
        RkSolution before = *solution;
        *solution = next;
        next = before;
        if (still)
            return RK_STATS_OK;
    }
    return RK_STATS_NO_CONVERGENCE;
}

/* Residual scale after DuMouchel and O'Brien, "Integrating a robust option into a multiple regression computing
 * environment" (1989), between the ordinary estimate and the robust one. */
static double final_scale(Reweighting *state, const RkDesign *design, const RkSolution *plain,
                          const RkSolution *solution, double ordinary)
{
    double n = (double)design->count, p = (double)rk_design_parameters(design);
    double scale = scale_of(state, solution->residual, design);
    adjust(state, design, plain, solution->residual);
    weigh(state, design->count, scale);
    state->type->psi_deriv(state->standard, state->slopes);
    double slope = 0, squares = 0;
    for (gsize i = 0; i < design->count; i++) {
        double psi = gsl_vector_get(state->weights, i) * gsl_vector_get(state->standard, i);
        slope += gsl_vector_get(state->slopes, i) / n;
        squares += (1 - fmin(plain->leverage[i], GREATEST_LEVERAGE)) * psi * psi / (n - p);
    }
    double robust = (1 + p / n * (1 - slope) / slope) * sqrt(squares) * scale * state->tuning / slope;
    return fmax(robust, sqrt((ordinary * ordinary * p * p + robust * robust * n) / (p * p + n)));
}

/* The robust coefficients and residuals with the standard errors of the unweighted design. */
static void borrow_design(RkSolution *solution, const RkSolution *plain, const RkDesign *design)
{
    gsize p = design->predictors;
    memcpy(solution->centre, plain->centre, p * sizeof(double));
    memcpy(solution->root, plain->root, p * p * sizeof(double));
    memcpy(solution->leverage, plain->leverage, design->count * sizeof(double));
    solution->total = plain->total;
    solution->height = plain->height;
    solution->around = plain->around;
    solution->whole = plain->whole;
    solution->condition = plain->condition;
}

static RkStatsReason regress(RkDesign *design, const gsl_multifit_robust_type *type, double tuning, gsize rows,
                             RkRegression *regression)
{
    g_auto(RkSolution) plain = {0};
    RkStatsReason outcome = rk_solution_find(&plain, design);
    if (outcome != RK_STATS_OK)
        return outcome;
    g_auto(RkSolution) solution = {0};
    g_auto(Reweighting) state = start(design, &plain, type, tuning);
    double degrees = (double)(design->count - rk_design_parameters(design));
    double ordinary = sqrt(rk_solution_squares(&plain, design) / degrees) * plain.height;
    outcome = iterate(&state, design, &plain, &solution);
    if (outcome != RK_STATS_OK)
        return outcome;
    double unit = plain.height > 0 ? plain.height : 1;
    double scale = final_scale(&state, design, &plain, &solution, ordinary) / unit;
    borrow_design(&solution, &plain, design);
    return rk_regression_report(regression, design, &solution, rows, scale * scale * degrees);
}

gboolean rk_stats_regress_robust(const RkRegressionInput *input, RkRobustWeights weights, double tuning,
                                 RkRegression *regression, RkStatsReason *reason)
{
    const gsl_multifit_robust_type *type = find_type(weights);
    *regression = (RkRegression){0};
    if (type == NULL || input->weights != NULL || !(tuning >= 0 && isfinite(tuning)))
        return rk_stats_outcome(RK_STATS_BAD_ARGUMENT, reason);
    g_auto(RkDesign) design = {0};
    RkStatsReason outcome = rk_design_take(&design, input);
    if (outcome == RK_STATS_OK && design.count <= rk_design_parameters(&design))
        outcome = RK_STATS_TOO_FEW;
    if (outcome == RK_STATS_OK)
        outcome = regress(&design, type, tuning, input->rows, regression);
    return rk_stats_outcome(outcome, reason);
}

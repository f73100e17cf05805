/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stages of a regression: complete rows, the decomposition, and the statistics of a solution.
 */
#ifndef RK_STATS_REGRESSION_PRIVATE_H
#define RK_STATS_REGRESSION_PRIVATE_H

#include "stats/regression.h"

G_BEGIN_DECLS

/** The rows that can be used. */
typedef struct {
    gsize count, predictors;
    gboolean intercept;
    double *x;     /* count × predictors, by rows */
    double *y;     /* count */
    double *w;     /* count, the greatest is 1 when taken */
    guint32 *row;  /* count: place in the input */
    double weight; /* what a weight of 1 was */
} RkDesign;

RkStatsReason rk_design_take(RkDesign *design, const RkRegressionInput *input);
void rk_design_clear(RkDesign *design);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkDesign, rk_design_clear)
/** Coefficients and intercept counted together. */
gsize rk_design_parameters(const RkDesign *design);

/** Least squares of a design under its weights. */
typedef struct {
    double *slopes;   /* predictors */
    double *centre;   /* predictors */
    double *root;     /* predictors × predictors, see RkRegression */
    double *residual; /* count, y − fitted */
    double *leverage; /* count */
    double intercept; /* 0 without */
    double total;     /* Σw */
    double height;    /* greatest |y − ȳ|: squares are counted in squares of it, to stay in range */
    double around;    /* Σw(y−ȳ)², or Σwy², in squares of the height */
    double whole;     /* Σwy² in squares of the height */
    double condition;
} RkSolution;

RkStatsReason rk_solution_find(RkSolution *solution, const RkDesign *design);
void rk_solution_clear(RkSolution *solution);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSolution, rk_solution_clear)

/** Σwe² in squares of the height. */
double rk_solution_squares(const RkSolution *solution, const RkDesign *design);
/** Fills in what a solution says about a design. `squares` is Σwe² in squares of the height. */
RkStatsReason rk_regression_report(RkRegression *regression, const RkDesign *design, const RkSolution *solution,
                                   gsize rows, double squares);

G_END_DECLS

#endif

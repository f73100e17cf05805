/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Least squares through Householder QR of centred and scaled columns. The triangle's singular values are looked at
 * before anything is divided by it.
 */
#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "stats/array.h"
#include "stats/regression-private.h"

/* The scaled problem: rows multiplied by √w, columns centred and of length 1. */
typedef struct {
    gsl_matrix *x, *qr, *triangle, *inverse;
    gsl_vector *y, *tau, *slopes;
    double *scale; /* length that each column had */
    double middle; /* mean of y */
} Problem;

static void clear_problem(Problem *problem)
{
    g_clear_pointer(&problem->x, gsl_matrix_free);
    g_clear_pointer(&problem->qr, gsl_matrix_free);
    g_clear_pointer(&problem->triangle, gsl_matrix_free);
    g_clear_pointer(&problem->inverse, gsl_matrix_free);
    g_clear_pointer(&problem->y, gsl_vector_free);
    g_clear_pointer(&problem->tau, gsl_vector_free);
    g_clear_pointer(&problem->slopes, gsl_vector_free);
    g_clear_pointer(&problem->scale, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Problem, clear_problem)

/* Weighted mean of a column that stands `step` apart; the greatest size is taken out so that sums stay in range. */
static double column_mean(const double *column, gsize step, const RkDesign *design, double total, double *scratch)
{
    double greatest = 0;
    for (gsize i = 0; i < design->count; i++)
        greatest = fmax(greatest, fabs(column[i * step]));
    if (greatest == 0)
        return 0;
    for (gsize i = 0; i < design->count; i++)
        scratch[i] = column[i * step] / greatest * design->w[i];
    return rk_stats_sum(scratch, design->count) / total * greatest;
}

/* Centres a column into the matrix and scales it; answers the length it had, in two factors against overflow. */
static double scale_column(gsl_vector *column, const RkDesign *design)
{
    double greatest = fmax(fabs(gsl_vector_max(column)), fabs(gsl_vector_min(column)));
    if (!(greatest > 0) || !isfinite(greatest))
        return greatest;
    for (gsize i = 0; i < design->count; i++)
        gsl_vector_set(column, i, gsl_vector_get(column, i) / greatest * sqrt(design->w[i]));
    double length = gsl_blas_dnrm2(column);
    if (length > 0)
        gsl_vector_scale(column, 1 / length);
    return greatest * length;
}

/* The response, centred; equal values leave nothing, whatever their mean was rounded to. */
static void prepare_response(Problem *problem, const RkDesign *design, RkSolution *solution)
{
    gboolean constant = design->intercept;
    for (gsize i = 0; i < design->count; i++) {
        solution->height = fmax(solution->height, fabs(design->y[i] - problem->middle));
        constant = constant && design->y[i] == design->y[0];
    }
    if (constant) {
        problem->middle = design->y[0];
        solution->height = 0;
    }
    double unit = solution->height > 0 ? solution->height : 1;
    for (gsize i = 0; i < design->count; i++) {
        double distance = (design->y[i] - problem->middle) / unit, value = design->y[i] / unit;
        gsl_vector_set(problem->y, i, distance * sqrt(design->w[i]));
        solution->around += distance * distance * design->w[i];
        solution->whole += value * value * design->w[i];
    }
}

static gboolean prepare(Problem *problem, const RkDesign *design, RkSolution *solution)
{
    gsize n = design->count, p = design->predictors;
    g_autofree double *scratch = g_new(double, n);
    *problem = (Problem){.x = gsl_matrix_alloc(n, p), .y = gsl_vector_alloc(n), .scale = g_new(double, p)};
    gboolean usable = TRUE;
    for (gsize k = 0; k < p; k++) {
        double mean = design->intercept ? column_mean(design->x + k, p, design, solution->total, scratch) : 0;
        solution->centre[k] = mean;
        for (gsize i = 0; i < n; i++)
            gsl_matrix_set(problem->x, i, k, design->x[i * p + k] - mean);
        gsl_vector_view column = gsl_matrix_column(problem->x, k);
        problem->scale[k] = scale_column(&column.vector, design);
        usable = usable && isfinite(problem->scale[k]) && problem->scale[k] > 0;
    }
    problem->middle = design->intercept ? column_mean(design->y, 1, design, solution->total, scratch) : 0;
    prepare_response(problem, design, solution);
    return usable && isfinite(solution->height);
}

/* Greatest by least singular value of the triangle; infinite when the least is zero. */
static double condition_of(const gsl_matrix *triangle)
{
    gsize p = triangle->size1;
    gsl_matrix *left = gsl_matrix_alloc(p, p), *right = gsl_matrix_alloc(p, p);
    gsl_vector *values = gsl_vector_alloc(p);
    gsl_matrix_memcpy(left, triangle);
    gsl_linalg_SV_decomp_jacobi(left, right, values);
    double least = gsl_vector_get(values, p - 1), condition = least > 0 ? gsl_vector_get(values, 0) / least : INFINITY;
    gsl_matrix_free(left);
    gsl_matrix_free(right);
    gsl_vector_free(values);
    return condition;
}

static double decompose(Problem *problem)
{
    gsize n = problem->x->size1, p = problem->x->size2;
    problem->qr = gsl_matrix_alloc(n, p);
    problem->tau = gsl_vector_alloc(p);
    problem->triangle = gsl_matrix_calloc(p, p);
    gsl_matrix_memcpy(problem->qr, problem->x);
    gsl_linalg_QR_decomp(problem->qr, problem->tau);
    for (gsize i = 0; i < p; i++) {
        for (gsize j = i; j < p; j++)
            gsl_matrix_set(problem->triangle, i, j, gsl_matrix_get(problem->qr, i, j));
    }
    return condition_of(problem->triangle);
}

/* Adds the slopes that best explain `rest` to what is there; `rest` is used up. */
static void add_slopes(Problem *problem, gsl_vector *rest)
{
    gsize p = problem->x->size2;
    gsl_linalg_QR_QTvec(problem->qr, problem->tau, rest);
    gsl_vector_view head = gsl_vector_subvector(rest, 0, p);
    gsl_blas_dtrsv(CblasUpper, CblasNoTrans, CblasNonUnit, problem->triangle, &head.vector);
    gsl_vector_add(problem->slopes, &head.vector);
}

/* What the slopes leave of y, each difference added up without losing digits. */
static void find_rest(const Problem *problem, gsl_vector *rest)
{
    gsize p = problem->x->size2;
    g_autofree double *terms = g_new(double, 2 * p + 1);
    for (gsize i = 0; i < rest->size; i++) {
        terms[2 * p] = gsl_vector_get(problem->y, i);
        for (gsize k = 0; k < p; k++) {
            double a = gsl_matrix_get(problem->x, i, k), b = -gsl_vector_get(problem->slopes, k);
            terms[2 * k] = a * b;
            terms[2 * k + 1] = fma(a, b, -terms[2 * k]);
        }
        gsl_vector_set(rest, i, rk_stats_sum(terms, 2 * p + 1));
    }
}

/* Solves, and once more for what is left: the second step takes back the roundings of the first. */
static void solve(Problem *problem, gsl_vector *rest)
{
    problem->slopes = gsl_vector_calloc(problem->x->size2);
    for (int step = 0; step < 3; step++) {
        find_rest(problem, rest);
        if (step < 2)
            add_slopes(problem, rest);
    }
}

/* h = w/Σw + |R'⁻¹ x|². */
static void find_leverage(Problem *problem, const RkDesign *design, RkSolution *solution)
{
    gsize p = problem->x->size2;
    gsl_vector *row = gsl_vector_alloc(p);
    for (gsize i = 0; i < design->count; i++) {
        gsl_matrix_get_row(row, problem->x, i);
        gsl_blas_dtrsv(CblasUpper, CblasTrans, CblasNonUnit, problem->triangle, row);
        double length = gsl_blas_dnrm2(row), mean = design->intercept ? design->w[i] / solution->total : 0;
        solution->leverage[i] = fmin(1, mean + length * length);
    }
    gsl_vector_free(row);
}

/* The residual of a row without weight. */
static double distance_from(const RkSolution *solution, const RkDesign *design, gsize row, double middle)
{
    double distance = design->y[row] - middle;
    for (gsize k = 0; k < design->predictors; k++)
        distance -= solution->slopes[k] * (design->x[row * design->predictors + k] - solution->centre[k]);
    return distance;
}

double rk_solution_squares(const RkSolution *solution, const RkDesign *design)
{
    g_autofree double *squares = g_new(double, design->count);
    double unit = solution->height > 0 ? solution->height : 1;
    for (gsize i = 0; i < design->count; i++) {
        double distance = solution->residual[i] / unit;
        squares[i] = design->w[i] * distance * distance;
    }
    return rk_stats_sum(squares, design->count);
}

/* Everything back in the units of the data. */
static gboolean unscale(Problem *problem, const RkDesign *design, RkSolution *solution, const gsl_vector *rest)
{
    gsize p = design->predictors;
    problem->inverse = gsl_matrix_alloc(p, p);
    gsl_matrix_memcpy(problem->inverse, problem->triangle);
    gsl_linalg_tri_invert(CblasUpper, CblasNonUnit, problem->inverse);
    g_autofree double *terms = g_new(double, p + 1);
    terms[p] = problem->middle;
    gboolean finite = TRUE;
    for (gsize k = 0; k < p; k++) {
        solution->slopes[k] = gsl_vector_get(problem->slopes, k) * (solution->height / problem->scale[k]);
        terms[k] = -solution->slopes[k] * solution->centre[k];
        finite = finite && isfinite(solution->slopes[k]);
        for (gsize j = 0; j < p; j++)
            solution->root[k * p + j] = j < k ? 0 : gsl_matrix_get(problem->inverse, k, j) / problem->scale[k];
    }
    solution->intercept = design->intercept ? rk_stats_sum(terms, p + 1) : 0;
    for (gsize i = 0; i < design->count; i++)
        solution->residual[i] = design->w[i] > 0 ? gsl_vector_get(rest, i) / sqrt(design->w[i]) * solution->height
                                                 : distance_from(solution, design, i, problem->middle);
    return finite && isfinite(solution->intercept);
}

RkStatsReason rk_solution_find(RkSolution *solution, const RkDesign *design)
{
    gsize n = design->count, p = design->predictors;
    *solution = (RkSolution){.slopes = g_new0(double, p), .centre = g_new0(double, p), .root = g_new0(double, p *p)};
    solution->residual = g_new0(double, n);
    solution->leverage = g_new0(double, n);
    solution->total = rk_stats_sum(design->w, n);
    g_auto(Problem) problem = {0};
    if (!prepare(&problem, design, solution))
        return RK_STATS_NOT_FINITE;
    solution->condition = decompose(&problem);
    if (!(solution->condition <= RK_REGRESSION_GREATEST_CONDITION))
        return RK_STATS_ILL_CONDITIONED;
    gsl_vector *rest = gsl_vector_alloc(n);
    solve(&problem, rest);
    find_leverage(&problem, design, solution);
    gboolean finite = unscale(&problem, design, solution, rest);
    gsl_vector_free(rest);
    return finite ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

void rk_solution_clear(RkSolution *solution)
{
    g_clear_pointer(&solution->slopes, g_free);
    g_clear_pointer(&solution->centre, g_free);
    g_clear_pointer(&solution->root, g_free);
    g_clear_pointer(&solution->residual, g_free);
    g_clear_pointer(&solution->leverage, g_free);
}

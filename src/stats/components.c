/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Principal components from the eigenvectors of the correlation matrix.
 */
#include <gsl/gsl_eigen.h>
#include <math.h>

#include "stats/location.h"
#include "stats/multivariate.h"
#include "stats/spread.h"
#include "stats/weighted-private.h"

void rk_components_clear(RkComponents *components)
{
    g_free(components->means);
    g_free(components->deviations);
    g_free(components->eigenvalues);
    g_free(components->shares);
    g_free(components->loadings);
    g_free(components->scores);
    *components = (RkComponents){0};
}

/* The complete rows, column by column. */
static double **take_rows(const double *const *columns, gsize variables, gsize rows, gsize *complete, gsize *count)
{
    *count = 0;
    for (gsize row = 0; row < rows; row++) {
        gsize k = 0;
        while (k < variables && !isnan(columns[k][row]))
            k++;
        if (k == variables)
            complete[(*count)++] = row;
    }
    double **taken = g_new(double *, variables);
    for (gsize k = 0; k < variables; k++) {
        taken[k] = g_new(double, MAX(*count, 1));
        for (gsize i = 0; i < *count; i++)
            taken[k][i] = columns[k][complete[i]];
    }
    return taken;
}

/* Replaces each column by its standardised values. */
static RkStatsReason standardize(double **columns, RkComponents *components)
{
    if (components->count < 2)
        return RK_STATS_TOO_FEW;
    for (gsize k = 0; k < components->variables; k++) {
        RkSample sample = {.values = columns[k], .count = components->count};
        rk_sample_inspect(&sample);
        if (sample.constant || !sample.finite)
            return sample.constant ? RK_STATS_CONSTANT : RK_STATS_NOT_FINITE;
        components->means[k] = rk_sample_mean(&sample);
        components->deviations[k] = rk_stats_stdev(columns[k], components->count);
        if (!isfinite(components->deviations[k]) || components->deviations[k] == 0)
            return RK_STATS_NOT_FINITE;
        for (gsize i = 0; i < components->count; i++)
            columns[k][i] = (columns[k][i] - components->means[k]) / components->deviations[k];
    }
    return RK_STATS_OK;
}

/* TRUE when the greatest loading is negative; of loadings that differ by rounding the first decides. */
static gboolean must_turn(const gsl_matrix *vectors, gsize component)
{
    gsize chosen = 0;
    double greatest = 0;
    for (gsize k = 0; k < vectors->size1; k++) {
        double size = fabs(gsl_matrix_get(vectors, k, component));
        if (size > greatest * (1 + 1e-10)) {
            greatest = size;
            chosen = k;
        }
    }
    return gsl_matrix_get(vectors, chosen, component) < 0;
}

static void find_eigenvectors(const double *const *columns, RkComponents *components)
{
    gsize p = components->variables;
    gsl_matrix *correlations = gsl_matrix_alloc(p, p), *vectors = gsl_matrix_alloc(p, p);
    gsl_vector *values = gsl_vector_alloc(p);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(p);
    g_autofree double *products = g_new(double, components->count);
    for (gsize a = 0; a < p; a++) {
        for (gsize b = 0; b <= a; b++) {
            for (gsize i = 0; i < components->count; i++)
                products[i] = columns[a][i] * columns[b][i];
            double r = rk_stats_sum(products, components->count) / (double)(components->count - 1);
            gsl_matrix_set(correlations, a, b, a == b ? 1 : r);
            gsl_matrix_set(correlations, b, a, a == b ? 1 : r);
        }
    }
    gsl_eigen_symmv(correlations, values, vectors, work);
    gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_DESC);
    for (gsize c = 0; c < p; c++) {
        double sign = must_turn(vectors, c) ? -1 : 1;
        components->eigenvalues[c] = fmax(0, gsl_vector_get(values, c));
        components->shares[c] = components->eigenvalues[c] / (double)p;
        for (gsize k = 0; k < p; k++)
            components->loadings[k * p + c] = sign * gsl_matrix_get(vectors, k, c);
    }
    gsl_eigen_symmv_free(work);
    gsl_vector_free(values);
    gsl_matrix_free(vectors);
    gsl_matrix_free(correlations);
}

static void find_scores(const double *const *columns, const gsize *complete, RkComponents *components)
{
    gsize p = components->variables;
    g_autofree double *terms = g_new(double, p);
    for (gsize i = 0; i < components->rows * p; i++)
        components->scores[i] = NAN;
    for (gsize i = 0; i < components->count; i++) {
        for (gsize c = 0; c < p; c++) {
            for (gsize k = 0; k < p; k++)
                terms[k] = columns[k][i] * components->loadings[k * p + c];
            components->scores[complete[i] * p + c] = rk_stats_sum(terms, p);
        }
    }
}

static RkStatsReason analyse(const double *const *columns, RkComponents *components)
{
    gsize p = components->variables, rows = components->rows;
    g_autofree gsize *complete = g_new(gsize, MAX(rows, 1));
    double **taken = take_rows(columns, p, rows, complete, &components->count);
    components->means = g_new(double, p);
    components->deviations = g_new(double, p);
    RkStatsReason outcome = standardize(taken, components);
    if (outcome == RK_STATS_OK) {
        components->eigenvalues = g_new(double, p);
        components->shares = g_new(double, p);
        components->loadings = g_new(double, p *p);
        components->scores = g_new(double, rows *p);
        find_eigenvectors((const double *const *)taken, components);
        find_scores((const double *const *)taken, complete, components);
    }
    for (gsize k = 0; k < p; k++)
        g_free(taken[k]);
    g_free(taken);
    return outcome;
}

gboolean rk_stats_principal_components(const double *const *columns, gsize variables, gsize rows,
                                       RkComponents *components, RkStatsReason *reason)
{
    *components = (RkComponents){.variables = variables, .rows = rows};
    RkStatsReason outcome = variables == 0 ? RK_STATS_TOO_FEW : RK_STATS_OK;
    if (variables > RK_COMPONENTS_MOST_VARIABLES)
        outcome = RK_STATS_TOO_MANY;
    if (outcome == RK_STATS_OK)
        outcome = analyse(columns, components);
    if (outcome != RK_STATS_OK)
        rk_components_clear(components);
    return rk_stats_outcome(outcome, reason);
}

/* Σ over rows that both have of the products of distances from the means of those rows, divided by n − 1. */
static RkStatsReason covariance(const double *a, const double *b, gsize rows, double *scratch, double *result)
{
    double *x = scratch, *y = scratch + rows;
    gsize used = 0;
    for (gsize i = 0; i < rows; i++) {
        if (isnan(a[i]) || isnan(b[i]))
            continue;
        x[used] = a[i];
        y[used++] = b[i];
    }
    double x_mean = rk_stats_mean(x, used), y_mean = rk_stats_mean(y, used);
    for (gsize i = 0; i < used; i++)
        x[i] = (x[i] - x_mean) * (y[i] - y_mean);
    *result = rk_stats_sum(x, used) / (double)(used - 1);
    if (used < 2)
        return RK_STATS_TOO_FEW;
    return isfinite(*result) ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

gboolean rk_stats_cronbach_alpha(const double *const *columns, gsize column_count, gsize rows, double *alpha,
                                 RkStatsReason *reason)
{
    if (column_count < 2)
        return rk_stats_answer(NAN, RK_STATS_TOO_FEW, alpha, reason);
    g_autofree double *scratch = g_new(double, 2 * MAX(rows, 1));
    double k = (double)column_count, between = 0, within = 0;
    for (gsize a = 0; a < column_count; a++) {
        for (gsize b = 0; b <= a; b++) {
            double value;
            RkStatsReason outcome = covariance(columns[a], columns[b], rows, scratch, &value);
            if (outcome != RK_STATS_OK)
                return rk_stats_answer(NAN, outcome, alpha, reason);
            if (a == b)
                within += value;
            else
                between += 2 * value;
        }
    }
    RkStatsReason outcome = within + between == 0 ? RK_STATS_ZERO_TOTAL : RK_STATS_OK;
    return rk_stats_answer(k / (k - 1) * between / (within + between), outcome, alpha, reason);
}

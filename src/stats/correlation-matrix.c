/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Correlation matrices: complete columns take the fast paths, pairs with something missing are done one by one, because
 * their ranks are those of the rows they share.
 */
#include "stats/correlation-matrix.h"

#include <math.h>

#include "stats/array.h"
#include "stats/matrix-private.h"

static const struct {
    RkCorrelate one;
    void (*many)(const RkMatrixTask *task);
    gsize least; /* rows */
} kinds[] = {
    [RK_CORRELATION_PEARSON] = {rk_stats_pearson, rk_matrix_pearson, 3},
    [RK_CORRELATION_SPEARMAN] = {rk_stats_spearman, rk_matrix_spearman, 2},
    [RK_CORRELATION_KENDALL] = {rk_stats_kendall, rk_matrix_kendall, 2},
};
static const char *const names[] = {"pearson", "spearman", "kendall", NULL};

const char *const *rk_correlation_names(void)
{
    return names;
}

gboolean rk_correlation_find(const char *name, RkCorrelationKind *kind)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (g_strcmp0(name, names[i]) == 0) {
            *kind = (RkCorrelationKind)i;
            return TRUE;
        }
    }
    return FALSE;
}

RkCorrelate rk_correlation_function(RkCorrelationKind kind)
{
    return kinds[kind].one;
}

void rk_matrix_set(const RkMatrixTask *task, gsize a, gsize b, double value)
{
    task->matrix[task->place[a] * task->width + task->place[b]] = value;
    task->matrix[task->place[b] * task->width + task->place[a]] = value;
}

/* The complete columns together. */
static void fill_complete(const double *const *columns, const gboolean *complete, gsize rows, RkCorrelationKind kind,
                          double *matrix, gsize width)
{
    g_autofree const double **chosen = g_new(const double *, MAX(width, 1));
    g_autofree gsize *place = g_new(gsize, MAX(width, 1));
    RkMatrixTask task = {chosen, place, 0, rows, matrix, width};
    for (gsize i = 0; i < width; i++) {
        if (complete[i]) {
            chosen[task.count] = columns[i];
            place[task.count++] = i;
        }
    }
    if (task.count > 1 && rows >= kinds[kind].least)
        kinds[kind].many(&task);
}

/* A column goes with itself wherever it can go with anything. */
static double diagonal(const double *column, gsize rows, RkCorrelationKind kind)
{
    double first = NAN;
    gboolean varies = FALSE, infinite = FALSE;
    for (gsize i = 0; i < rows; i++) {
        if (isnan(column[i]))
            continue;
        first = isnan(first) ? column[i] : first;
        varies = varies || column[i] != first;
        infinite = infinite || isinf(column[i]);
    }
    gboolean usable = varies && !(infinite && kind == RK_CORRELATION_PEARSON);
    return usable && rk_stats_count(column, rows) >= kinds[kind].least ? 1 : NAN;
}

void rk_stats_correlation_matrix(const double *const *columns, gsize column_count, gsize rows, RkCorrelationKind kind,
                                 double *matrix, double *p_values)
{
    g_autofree gboolean *complete = g_new(gboolean, MAX(column_count, 1));
    for (gsize i = 0; i < column_count * column_count; i++)
        matrix[i] = NAN;
    for (gsize i = 0; i < column_count; i++) {
        complete[i] = rk_stats_count(columns[i], rows) == rows;
        matrix[i * column_count + i] = diagonal(columns[i], rows, kind);
        if (p_values != NULL)
            p_values[i * column_count + i] = NAN;
    }
    fill_complete(columns, complete, rows, kind, matrix, column_count);
    for (gsize a = 0; a < column_count; a++) {
        for (gsize b = 0; b < a; b++) {
            if (complete[a] && complete[b] && p_values == NULL)
                continue;
            RkCorrelation result;
            kinds[kind].one(columns[a], columns[b], rows, &result, NULL);
            if (!complete[a] || !complete[b])
                matrix[a * column_count + b] = matrix[b * column_count + a] = result.coefficient;
            if (p_values != NULL)
                p_values[a * column_count + b] = p_values[b * column_count + a] = result.p_value;
        }
    }
}

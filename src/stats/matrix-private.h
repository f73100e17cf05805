/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fast paths of correlation matrices. They serve columns without missing values.
 */
#ifndef RK_STATS_MATRIX_PRIVATE_H
#define RK_STATS_MATRIX_PRIVATE_H

#include "stats/correlation-matrix.h"

G_BEGIN_DECLS

/** Columns without missing values, and where their coefficients go. */
typedef struct {
    const double **columns;
    gsize *place; /* of each column in the matrix */
    gsize count, rows;
    double *matrix;
    gsize width; /* of the matrix */
} RkMatrixTask;

/** Puts a coefficient in both places that it has. */
void rk_matrix_set(const RkMatrixTask *task, gsize a, gsize b, double value);

/** Each fills in all pairs of two different columns; a pair without an answer becomes NaN. */
void rk_matrix_pearson(const RkMatrixTask *task);
void rk_matrix_spearman(const RkMatrixTask *task);
void rk_matrix_kendall(const RkMatrixTask *task);

/** Row numbers of a column upwards, and the number of the group of equal values that each of them is in. */
void rk_matrix_sort(const double *column, gsize rows, guint32 *order, guint32 *group, gpointer scratch);
/** Bytes of scratch memory that the above needs. */
gsize rk_matrix_sort_scratch(gsize rows);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The correlations of many columns with each other at once: what can be done once for a column is done once.
 */
#ifndef RK_STATS_CORRELATION_MATRIX_H
#define RK_STATS_CORRELATION_MATRIX_H

#include "stats/correlation.h"

G_BEGIN_DECLS

typedef enum {
    RK_CORRELATION_PEARSON,
    RK_CORRELATION_SPEARMAN,
    RK_CORRELATION_KENDALL /**< τ-b */
} RkCorrelationKind;

/** Names in the order of RkCorrelationKind, NULL-ended: "pearson", "spearman", "kendall". */
RK_API const char *const *rk_correlation_names(void);
/** FALSE when there is no correlation of that name. */
RK_API gboolean rk_correlation_find(const char *name, RkCorrelationKind *kind);
/** The function for one pair of columns. */
RK_API RkCorrelate rk_correlation_function(RkCorrelationKind kind);

/**
 * Coefficients of all pairs of `column_count` columns, `rows` long each, into `matrix` (column_count squared, by rows;
 * symmetric). Each pair uses the rows where both columns have a value, as the functions for one pair do; the diagonal
 * is 1. Where the function for one pair has no answer, and on the diagonal of such a column, there is NaN.
 *
 * Spearman's and Kendall's coefficients come from whole numbers and agree with the functions for one pair to the last
 * rounding; Pearson's are sums in another order and agree to about 1e-15.
 *
 * `p_values` (the same shape, may be NULL) takes the two-sided p-values, NaN on the diagonal; they cost a call for each
 * pair.
 */
RK_API void rk_stats_correlation_matrix(const double *const *columns, gsize column_count, gsize rows,
                                        RkCorrelationKind kind, double *matrix, double *p_values);

G_END_DECLS

#endif

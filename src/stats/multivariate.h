/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several indicators together: principal components, and whether a group of them measures one thing.
 */
#ifndef RK_STATS_MULTIVARIATE_H
#define RK_STATS_MULTIVARIATE_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** Most variables of an analysis: the work grows with their third power. */
#define RK_COMPONENTS_MOST_VARIABLES 2000u

/** Principal components of the correlation matrix, the one with the greatest variance first. The sign of a component is
 * such that its greatest loading in absolute value is positive (the first of equal ones). */
typedef struct {
    gsize variables, rows;
    gsize count;         /**< rows without missing values: the others are left out */
    double *means;       /**< variables */
    double *deviations;  /**< variables: sample standard deviations */
    double *eigenvalues; /**< variances of the components; they add up to the number of variables */
    double *shares;      /**< eigenvalue / number of variables */
    double *loadings;    /**< variables × components, by rows: eigenvectors of length 1 */
    double *scores;      /**< rows × components, by rows: standardised values times loadings, NaN in rows left out */
} RkComponents;

/** Empties it; zeroed memory is empty. */
RK_API void rk_components_clear(RkComponents *components);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkComponents, rk_components_clear)

/** Principal components of `variables` columns, `rows` long each. FALSE with a reason (may be NULL) and an empty
 * result: RK_STATS_TOO_FEW variables (1) or complete rows (2), RK_STATS_CONSTANT column, RK_STATS_NOT_FINITE,
 * RK_STATS_TOO_MANY. Clear the result with rk_components_clear(). */
RK_API gboolean rk_stats_principal_components(const double *const *columns, gsize variables, gsize rows,
                                              RkComponents *components, RkStatsReason *reason);

/** Cronbach's alpha, k²·c̄ / Σ of all covariances, where c̄ is the mean covariance of two different columns; each
 * covariance over the rows where both columns have a value. 1 when the columns are copies, below 0 when they
 * contradict. FALSE with a reason (may be NULL) and NaN: RK_STATS_TOO_FEW columns (2) or rows shared by two of them
 * (2), RK_STATS_ZERO_TOTAL when the covariances add up to nothing, RK_STATS_NOT_FINITE. */
RK_API gboolean rk_stats_cronbach_alpha(const double *const *columns, gsize column_count, gsize rows, double *alpha,
                                        RkStatsReason *reason);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the three correlations share: complete pairs, and the ways out.
 */
#ifndef RK_STATS_PAIRS_PRIVATE_H
#define RK_STATS_PAIRS_PRIVATE_H

#include "stats/correlation.h"
#include "stats/private.h"

G_BEGIN_DECLS

/** Two variables of equal length without missing values. */
typedef struct {
    RkSample x, y;
} RkPairs;

RkPairs rk_pairs_new(const double *x, const double *y, gsize count);
void rk_pairs_clear(RkPairs *pairs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkPairs, rk_pairs_clear)

/** What forbids a correlation of these pairs, RK_STATS_OK for nothing. */
RkStatsReason rk_pairs_check(const RkPairs *pairs, gsize least);
/** Replaces the values by their average ranks. TRUE when there are ties in either variable. */
gboolean rk_pairs_rank(RkPairs *pairs);
/** Pearson's coefficient of pairs that passed the check; NaN when it cannot be computed. */
double rk_pairs_correlate(RkPairs *pairs);
/** Two-sided p-value of a coefficient by Student's t with n − 2 degrees of freedom; n at least 3. */
double rk_correlation_p_value(double coefficient, gsize count);

/** Puts NaN and the reason in place and answers FALSE; `reason` may be NULL. */
gboolean rk_correlation_fail(RkCorrelation *result, gsize count, RkStatsReason why, RkStatsReason *reason);
/** Puts the result in place and answers TRUE. */
gboolean rk_correlation_succeed(RkCorrelation *result, RkCorrelation value, RkStatsReason *reason);

G_END_DECLS

#endif

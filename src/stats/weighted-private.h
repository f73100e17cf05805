/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complete pairs of value and weight, for every statistic that weighs.
 */
#ifndef RK_STATS_WEIGHTED_PRIVATE_H
#define RK_STATS_WEIGHTED_PRIVATE_H

#include "stats/private.h"
#include "stats/reason.h"

G_BEGIN_DECLS

/** Values with weights above zero, the greatest of which is 1, so that products stay in range. */
typedef struct {
    double *values, *weights;
    gsize count;
    double unit;  /**< what a weight of 1 was */
    double total; /**< sum of the weights */
} RkWeighted;

/** Takes the complete pairs; `weights` may be NULL for equal ones. Anything but RK_STATS_OK: there is nothing to use.
 */
RkStatsReason rk_weighted_take(RkWeighted *pairs, const double *values, const double *weights, gsize count);
void rk_weighted_clear(RkWeighted *pairs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkWeighted, rk_weighted_clear)

/** Sorts by value, equal values by weight. */
void rk_weighted_sort(RkWeighted *pairs);
/** Weighted mean of at least one pair. */
double rk_weighted_mean(const RkWeighted *pairs);

/** Puts the value in place, or NaN where the reason forbids one or it is not finite; `reason` may be NULL. */
gboolean rk_stats_answer(double value, RkStatsReason why, double *result, RkStatsReason *reason);
/** The reason in place; TRUE for RK_STATS_OK. */
gboolean rk_stats_outcome(RkStatsReason why, RkStatsReason *reason);

G_END_DECLS

#endif

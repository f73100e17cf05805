/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where values lie: means, the median, the extremes. Missing values are left out; no value gives NaN, never a number.
 * The input is not changed and need not be sorted.
 */
#ifndef RK_STATS_LOCATION_H
#define RK_STATS_LOCATION_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** Arithmetic mean; NaN without values. */
RK_API double rk_stats_mean(const double *values, gsize count);

/**
 * Mean of `values` weighted by `weights` (both `count` long); a pair with either missing is left out. FALSE with a
 * reason (may be NULL) and NaN in `mean` when nothing is left (RK_STATS_TOO_FEW), a weight is negative
 * (RK_STATS_NEGATIVE_WEIGHT), all are zero (RK_STATS_ZERO_WEIGHT), or the result is not finite (RK_STATS_NOT_FINITE).
 */
RK_API gboolean rk_stats_weighted_mean(const double *values, const double *weights, gsize count, double *mean,
                                       RkStatsReason *reason);

/** Median: the middle value, or the mean of the two middle ones; NaN without values. */
RK_API double rk_stats_median(const double *values, gsize count);

/** Mean without the floor(share · n) least and as many greatest values; `share` from 0 to 0.5, where it is the median.
 * NaN without values and for a share outside that range. */
RK_API double rk_stats_trimmed_mean(const double *values, gsize count, double share);
/** Mean after the floor(share · n) least values became the next greater one, and as many greatest values the next
 * lesser one; `share` from 0 to 0.5, where it is the median. NaN as above. */
RK_API double rk_stats_winsorised_mean(const double *values, gsize count, double share);

/** Least and greatest value; NaN without values. */
RK_API double rk_stats_min(const double *values, gsize count);
RK_API double rk_stats_max(const double *values, gsize count);

G_END_DECLS

#endif

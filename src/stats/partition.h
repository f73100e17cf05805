/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting the values of one variable into groups that follow each other. Equal values are never parted, results do not
 * depend on the order of the values, and nothing is drawn by chance.
 */
#ifndef RK_STATS_PARTITION_H
#define RK_STATS_PARTITION_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** The group of a missing value. */
#define RK_PARTITION_NONE G_MAXUINT32
/** The most groups, and the most different values · groups that k-means may weigh: its table is kept in memory. */
#define RK_PARTITION_GROUPS 100u
#define RK_PARTITION_CELLS (64u << 20)

/** One of the three below: the group of each value, 0 for the least, into `groups` (count long). FALSE when there are
 * fewer different values than groups (RK_STATS_TOO_FEW), or a value is infinite (RK_STATS_NOT_FINITE); then `groups` is
 * RK_PARTITION_NONE throughout. `wanted` is 1 … RK_PARTITION_GROUPS. */
typedef gboolean (*RkPartition)(const double *values, gsize count, guint wanted, guint32 *groups,
                                RkStatsReason *reason);

/** The least sum of squared distances from the means of the groups: the exact optimum (k-means in one dimension), by
 * dynamic programming in O(groups · n log n). Of several optima the one with the lower cuts. RK_STATS_NOT_FINITE also
 * beyond RK_PARTITION_CELLS. */
RK_API gboolean rk_stats_partition_kmeans(const double *values, gsize count, guint wanted, guint32 *groups,
                                          RkStatsReason *reason);
/** Cuts at the widest gaps; of equal gaps at the one between the lesser values. */
RK_API gboolean rk_stats_partition_gaps(const double *values, gsize count, guint wanted, guint32 *groups,
                                        RkStatsReason *reason);
/** Groups of nearly equal counts: a value with r lesser ones of n is in group ⌊r · groups / n⌋, so that equal values
 * stay together and a group can remain empty. */
RK_API gboolean rk_stats_partition_equal(const double *values, gsize count, guint wanted, guint32 *groups,
                                         RkStatsReason *reason);

G_END_DECLS

#endif

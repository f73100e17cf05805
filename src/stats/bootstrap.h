/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How sure a statistic is, from samples drawn with replacement (Efron; Davison and Hinkley, Bootstrap Methods and their
 * Application, chapter 5). The rows of replicate r depend on the seed and on r alone: the numbers are the same for any
 * number of threads.
 */
#ifndef RK_STATS_BOOTSTRAP_H
#define RK_STATS_BOOTSTRAP_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** The statistic of some rows of what `user` points to; a row may come more than once. NaN where it has no value.
 * Called from several threads at once, so it may only read. */
typedef double (*RkStatistic)(const guint32 *rows, gsize count, gconstpointer user);

/** Most replicates: all are kept and sorted. */
#define RK_BOOTSTRAP_MOST_REPLICATES (16u << 20)

typedef struct {
    gsize replicates; /**< samples to draw, 2 … RK_BOOTSTRAP_MOST_REPLICATES; 9,999 are enough for most */
    double level;     /**< of the intervals, 0.95 for 95 % */
    guint64 seed;
    guint threads; /**< 0: as many as there are processors */
} RkBootstrapOptions;

typedef struct {
    double estimate;         /**< of the rows as they are */
    double bias;             /**< mean of the replicates less the estimate */
    double standard_error;   /**< standard deviation of the replicates */
    double percentile[2];    /**< the quantiles of the replicates themselves */
    double accelerated[2];   /**< BCa: corrected for bias and skewness; NaN where the correction has no value, because
                                  all replicates lie on one side of the estimate or the statistic does not vary */
    double z0, acceleration; /**< the two corrections */
    gsize used;              /**< replicates that have a value: the others are left out */
} RkBootstrap;

/** Intervals of a statistic of `count` rows. FALSE with a reason (may be NULL) and NaN: RK_STATS_TOO_FEW below 2 rows
 * or when fewer than half of the replicates have a value, RK_STATS_NOT_FINITE when the estimate has none,
 * RK_STATS_TOO_MANY rows for 32 bits, RK_STATS_BAD_ARGUMENT for the options. */
RK_API gboolean rk_stats_bootstrap(RkStatistic statistic, gsize count, gconstpointer user,
                                   const RkBootstrapOptions *options, RkBootstrap *result, RkStatsReason *reason);

/** The same for a statistic of one column, such as rk_stats_mean(); missing values are left out first. */
RK_API gboolean rk_stats_bootstrap_column(double (*statistic)(const double *values, gsize count), const double *values,
                                          gsize count, const RkBootstrapOptions *options, RkBootstrap *result,
                                          RkStatsReason *reason);

/** The intervals from replicates that are there already, and from the statistic of the rows without each one in turn
 * (`jackknife`, `count` long). Quantiles lie at (replicates + 1)·α, between two of them on the scale of normal
 * quantiles. Sorts `replicates` and leaves out missing ones. */
RK_API void rk_stats_bootstrap_intervals(double *replicates, gsize replicate_count, double estimate,
                                         const double *jackknife, gsize count, double level, RkBootstrap *result);

G_END_DECLS

#endif

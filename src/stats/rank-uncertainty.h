/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How sure is a rank: many rankings of values that could as well have been, drawn at random, and what they have in
 * common.
 *
 * The rules. Units that are equal in a draw share the least of their ranks. The quantile q of a rank is the least rank
 * that is reached in at least the share q of the draws, so that low … high holds at least 90 % of them. Two units can
 * be told apart when one is ahead of the other in at least the share `level` of the draws, a tie counting half for
 * each. A group is a longest run of places, in the order of the values as given, in which no two units can be told
 * apart: groups may overlap, and a unit alone in its run has a group of its own. Units with the same value and the
 * same width are exactly alike: they share what their draws count, so that intervals and medians are the same for each.
 *
 * The same seed gives the same results for any number of threads and, with `keys`, in any order of the units. Units
 * with a missing value have no rank.
 */
#ifndef RK_STATS_RANK_UNCERTAINTY_H
#define RK_STATS_RANK_UNCERTAINTY_H

#include "stats/rank.h"
#include "stats/reason.h"

G_BEGIN_DECLS

/** More units make n × n tables that nobody reads. */
#define RK_RANK_UNITS_MOST 2000u
/** More draws do not make a rank surer. */
#define RK_RANK_DRAWS_MOST 1000000u
/** Draws × units × (units + indicators): a figure file must not keep a machine busy for minutes. */
#define RK_RANK_WORK_MOST (G_GUINT64_CONSTANT(1) << 36)

/** How to draw. Zeroed memory is 10,000 draws with seed 0 on all processors, the least value first, told apart at 95 %.
 */
typedef struct {
    RkOrder order;
    guint draws;
    guint64 seed;
    guint32 stream; /**< other streams are independent: one a group */
    guint threads;  /**< 0: as many as processors */
    double level;   /**< 0.5–1; 0: 0.95 */
    const guint32
        *keys; /**< order of equal values, as in rk_stats_rank(); may be NULL: smaller errors, then position */
} RkRankDrawing;

/** What the draws have in common, one item a unit; NaN and 0 for units without a rank. */
typedef struct {
    gsize count;  /**< units, with or without a rank */
    gsize ranked; /**< n: units with a rank */
    guint draws;
    double *low, *median, *high;       /**< quantiles 5, 50 and 95 % of the rank */
    double *mean;                      /**< of the rank */
    guint32 *place;                    /**< 1 … n: the order by the values as given, equal ones by keys */
    guint32 *first_group, *last_group; /**< from 1; a unit belongs to all groups between them */
    guint32 groups;
    guint32 *units; /**< n: the unit at place i + 1 */
    guint32 *alike; /**< n: how many units have the value and the width of the unit at place i + 1, itself among them */
    guint32 *ranks; /**< n × n: in how many draws units like the one at place i + 1 had rank j + 1: of draws × alike */
    guint32 *ahead; /**< n × n: twice in how many draws the unit at place i + 1 was ahead of that at j + 1,
                        to the nearest half draw where several are alike */
} RkRankUncertainty;

/** Values with normally distributed errors: `errors` are standard errors, 0 for none, missing with a missing value. All
 * functions below answer NULL with a reason (may be NULL): RK_STATS_TOO_FEW without a unit that has a value,
 * RK_STATS_NOT_FINITE, RK_STATS_TOO_MANY, RK_STATS_BAD_ARGUMENT for a negative or lone missing error, an unknown level
 * or a noise outside 0–1, RK_STATS_NEGATIVE_WEIGHT, RK_STATS_ZERO_WEIGHT. */
RK_API RkRankUncertainty *rk_rank_with_errors(const double *values, const double *errors, gsize count,
                                              const RkRankDrawing *drawing, RkStatsReason *reason);
/** Values that were rounded: each is anywhere within its half width, evenly; 0.05 for one printed as 0.5. */
RK_API RkRankUncertainty *rk_rank_with_rounding(const double *values, const double *half_widths, gsize count,
                                                const RkRankDrawing *drawing, RkStatsReason *reason);
/** Weighted means of `indicators` (a list of columns, `count` long each, in comparable units) with weights of which
 * nothing is known: every list of weights that add up to 1 is as likely as any other. A unit that lacks an indicator
 * has the mean of the others, with their weights; the places are those of equal weights. */
RK_API RkRankUncertainty *rk_rank_with_any_weights(const double *const *indicators, gsize indicator_count, gsize count,
                                                   const RkRankDrawing *drawing, RkStatsReason *reason);
/** The same with weights w · (1 + noise · u), u evenly between −1 and 1; `noise` above 0 and at most 1. */
RK_API RkRankUncertainty *rk_rank_with_noisy_weights(const double *const *indicators, const double *weights,
                                                     double noise, gsize indicator_count, gsize count,
                                                     const RkRankDrawing *drawing, RkStatsReason *reason);

RK_API void rk_rank_uncertainty_free(RkRankUncertainty *uncertainty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkRankUncertainty, rk_rank_uncertainty_free)

/** Probability that the unit has that rank (from 1); NaN for a unit without a rank. */
RK_API double rk_rank_probability(const RkRankUncertainty *uncertainty, gsize unit, gsize rank);
/** Probability that unit a is ahead of unit b, a tie counting half; NaN when one has no rank. */
RK_API double rk_rank_ahead(const RkRankUncertainty *uncertainty, gsize a, gsize b);

G_END_DECLS

#endif

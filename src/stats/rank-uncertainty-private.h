/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of rank uncertainty: a source of scores, the order of one draw, the tally of many. Units are here numbered
 * by their place, 0 … n − 1, and the least score is the first.
 */
#ifndef RK_STATS_RANK_UNCERTAINTY_PRIVATE_H
#define RK_STATS_RANK_UNCERTAINTY_PRIVATE_H

#include "stats/random.h"
#include "stats/rank-uncertainty.h"

G_BEGIN_DECLS

/** Draws that are made, ranked and compared together. */
#define RK_RANK_BLOCK 128

/** Where scores come from. */
typedef struct RkRankSource RkRankSource;
struct RkRankSource {
    /** Writes scores for draws `first` …, draw after draw, `units` apart. */
    void (*fill)(const RkRankSource *source, guint64 first, gsize draws, double *scores);
    gsize units;
    RkRandom random;
    /* values with an interval */
    const double *values, *widths;
    /* weighted means: panels of four units, in each the indicators, in each the four values */
    gsize indicators;
    const double *panels;
    const double *present; /**< 1 and 0 in the same layout; NULL when nothing is missing */
    const double *weights; /**< NULL: any */
    double noise;
};

void rk_rank_fill_normal(const RkRankSource *source, guint64 first, gsize draws, double *scores);
void rk_rank_fill_uniform(const RkRankSource *source, guint64 first, gsize draws, double *scores);
void rk_rank_fill_weighted(const RkRankSource *source, guint64 first, gsize draws, double *scores);

/** The indicators, units in the order of `units`, times `sign`; missing values are 0. Free with g_free(). */
double *rk_rank_panels(const double *const *indicators, gsize indicator_count, const guint32 *units, gsize unit_count,
                       double sign);
/** Which of them are there; NULL when all are. */
double *rk_rank_panels_present(const double *const *indicators, gsize indicator_count, const guint32 *units,
                               gsize unit_count);

/** A unit with its score. */
typedef struct {
    double score;
    guint32 unit;
} RkScored;

/** Room for ordering draws of so many units. */
typedef struct {
    gsize units, buckets;
    guint32 *starts;
    guint16 *bucket_of;
    RkScored *sorted;
} RkRankOrder;

RkRankOrder rk_rank_order_new(gsize units);
void rk_rank_order_clear(RkRankOrder *order);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRankOrder, rk_rank_order_clear)
/** Puts the units into `order->sorted`, the least score first, equal scores by unit. */
void rk_rank_order_sort(RkRankOrder *order, const double *scores);

/** Makes all draws and counts them into `ranks` and `ahead`, as in RkRankUncertainty. */
void rk_rank_tally(const RkRankSource *source, guint draws, guint threads, guint32 *ranks, guint32 *ahead);

/** Lets units with the same value and width share their counts, and says how many are alike. Weighted means need
 * none of it: equal indicators are equal in every draw. */
void rk_rank_share_alike(const RkRankSource *source, RkRankUncertainty *uncertainty);

/** Quantiles, means and groups from the counts. */
void rk_rank_summarise(RkRankUncertainty *uncertainty, double level);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the measures of inequality share: values that can be parts of a whole.
 */
#ifndef RK_STATS_INEQUALITY_PRIVATE_H
#define RK_STATS_INEQUALITY_PRIVATE_H

#include "stats/inequality.h"
#include "stats/weighted-private.h"

G_BEGIN_DECLS

/** Complete pairs in units of the greatest value, and their weighted mean. */
typedef struct {
    RkWeighted pairs;
    double mean;
} RkShares;

RkStatsReason rk_shares_take(RkShares *shares, const double *values, const double *weights, gsize count);
void rk_shares_clear(RkShares *shares);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkShares, rk_shares_clear)

G_END_DECLS

#endif

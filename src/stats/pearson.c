/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pearson's product-moment correlation.
 */
#include <math.h>

#include "stats/pairs-private.h"

gboolean rk_stats_pearson(const double *x, const double *y, gsize count, RkCorrelation *result, RkStatsReason *reason)
{
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count);
    gsize n = pairs.x.count;
    RkStatsReason outcome = rk_pairs_check(&pairs, 3);
    if (outcome != RK_STATS_OK)
        return rk_correlation_fail(result, n, outcome, reason);
    if (!pairs.x.finite || !pairs.y.finite)
        return rk_correlation_fail(result, n, RK_STATS_NOT_FINITE, reason);
    double r = rk_pairs_correlate(&pairs);
    if (isnan(r))
        return rk_correlation_fail(result, n, RK_STATS_NOT_FINITE, reason);
    return rk_correlation_succeed(result, (RkCorrelation){r, rk_correlation_p_value(r, n), n, RK_P_VALUE_T}, reason);
}

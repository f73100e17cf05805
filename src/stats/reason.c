/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for what keeps a statistic from having a value.
 */
#include "stats/reason.h"

const char *rk_stats_reason_describe(RkStatsReason reason)
{
    static const char *const words[] = {
        [RK_STATS_OK] = "nothing is wrong",
        [RK_STATS_TOO_FEW] = "too few values",
        [RK_STATS_CONSTANT] = "a constant variable",
        [RK_STATS_NOT_FINITE] = "a value beyond the range of numbers",
        [RK_STATS_NEGATIVE_WEIGHT] = "a negative weight",
        [RK_STATS_ZERO_WEIGHT] = "weights that add up to zero",
        [RK_STATS_NEGATIVE_VALUE] = "a negative value",
        [RK_STATS_NOT_POSITIVE] = "a value that is not above zero",
        [RK_STATS_ZERO_TOTAL] = "a total of zero",
        [RK_STATS_BAD_ARGUMENT] = "a parameter outside its range",
        [RK_STATS_ILL_CONDITIONED] = "predictors that depend on each other",
        [RK_STATS_NO_CONVERGENCE] = "an iteration that did not settle",
        [RK_STATS_TOO_MANY] = "too many values",
    };
    return (gsize)reason < G_N_ELEMENTS(words) ? words[reason] : "an unknown reason";
}

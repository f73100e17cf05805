/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spearman's rank correlation. GSL's is not used: it reads beyond the array when there is nothing to correlate.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/pairs-private.h"

/* Permutations are counted up to here, and the series is used up to there, as R does. */
#define LARGEST_EXACT 9
#define LARGEST_SERIES 1290

/* P(Σd² ≤ sum) over all permutations of n ranks: for each set of second ranks already given away, the number of ways to
 * reach each partial sum. */
static double exact_lower_tail(guint sum, guint n)
{
    guint greatest = n * (n * n - 1) / 3, width = greatest + 1, sets = 1u << n;
    g_autofree guint32 *ways = g_new0(guint32, (gsize)sets * width);
    ways[0] = 1;
    for (guint set = 0; set + 1 < sets; set++) {
        int first = __builtin_popcount(set);
        for (int second = 0; second < (int)n; second++) {
            if (set & (1u << second))
                continue;
            guint square = (guint)((first - second) * (first - second));
            guint32 *from = ways + (gsize)set * width, *to = ways + (gsize)(set | (1u << second)) * width;
            for (guint s = 0; s + square <= greatest; s++)
                to[s + square] += from[s];
        }
    }
    double below = 0, all = 0;
    for (guint s = 0; s <= greatest; s++) {
        below += s <= sum ? ways[(gsize)(sets - 1) * width + s] : 0;
        all += ways[(gsize)(sets - 1) * width + s];
    }
    return below / all;
}

/* The same by the Edgeworth series of algorithm AS 89; the tail begins one step of 2 further, with a continuity
 * correction of 1. */
static double series_lower_tail(double sum, double n)
{
    double b = 1 / n, x = (6 * (sum + 1) * b / (n * n - 1) - 1) * sqrt(n - 1), y = x * x;
    double inner = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y));
    double u = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - y * b * inner));
    /* `x` is below zero in the lower tail, and so is the correction. */
    return CLAMP(gsl_cdf_ugaussian_P(x) - u * exp(-y / 2), 0, 1);
}

static RkCorrelation without_ties(double coefficient, gsize count)
{
    double n = (double)count, middle = n * (n * n - 1) / 6;
    /* The distribution of Σd² is symmetric, and its steps are 2. */
    double sum = 2 * round(middle * (1 - fabs(coefficient)) / 2);
    if (count <= LARGEST_EXACT) {
        double p = 2 * exact_lower_tail((guint)sum, (guint)count);
        return (RkCorrelation){coefficient, MIN(p, 1), count, RK_P_VALUE_EXACT};
    }
    double p = 2 * series_lower_tail(sum, n);
    return (RkCorrelation){coefficient, MIN(p, 1), count, RK_P_VALUE_EDGEWORTH};
}

gboolean rk_stats_spearman(const double *x, const double *y, gsize count, RkCorrelation *result, RkStatsReason *reason)
{
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count);
    gsize n = pairs.x.count;
    RkStatsReason outcome = rk_pairs_check(&pairs, 2);
    if (outcome != RK_STATS_OK)
        return rk_correlation_fail(result, n, outcome, reason);
    gboolean ties = rk_pairs_rank(&pairs);
    double rho = rk_pairs_correlate(&pairs);
    if (!ties && n <= LARGEST_SERIES)
        return rk_correlation_succeed(result, without_ties(rho, n), reason);
    RkCorrelation value = {rho, rk_correlation_p_value(rho, n), n, RK_P_VALUE_T};
    return rk_correlation_succeed(result, value, reason);
}

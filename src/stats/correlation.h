/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How two variables go together, with a two-sided p-value of the hypothesis that they do not. A pair with either value
 * missing is left out. The choices between exact and approximate p-values are those of R's cor.test().
 */
#ifndef RK_STATS_CORRELATION_H
#define RK_STATS_CORRELATION_H

#include "stats/reason.h"

G_BEGIN_DECLS

/** How a p-value was found. */
typedef enum {
    RK_P_VALUE_T,         /**< Student's t distribution with n − 2 degrees of freedom */
    RK_P_VALUE_EXACT,     /**< the exact distribution over all permutations */
    RK_P_VALUE_EDGEWORTH, /**< Edgeworth series of the exact distribution */
    RK_P_VALUE_NORMAL     /**< normal approximation, its variance corrected for ties */
} RkPValueMethod;

typedef struct {
    double coefficient; /**< −1 … 1 */
    double p_value;     /**< two-sided, 0 … 1 */
    gsize count;        /**< pairs used */
    RkPValueMethod method;
} RkCorrelation;

/** One of the three below, for tables of methods. FALSE with a reason (may be NULL) and NaN in `result`:
 * RK_STATS_TOO_FEW, RK_STATS_CONSTANT when one of the variables does not vary over the pairs used, RK_STATS_NOT_FINITE
 * (Pearson only). */
typedef gboolean (*RkCorrelate)(const double *x, const double *y, gsize count, RkCorrelation *result,
                                RkStatsReason *reason);

/** Product-moment correlation; at least 3 pairs; p from t = r·√((n−2)/(1−r²)). */
RK_API gboolean rk_stats_pearson(const double *x, const double *y, gsize count, RkCorrelation *result,
                                 RkStatsReason *reason);

/** Pearson correlation of average ranks; at least 2 pairs. Without ties p comes from the distribution of Σd²: exact to
 * n = 9, Edgeworth series to n = 1290 (Best and Roberts, algorithm AS 89, Applied Statistics 24, 1975, 377–379); with
 * ties or more pairs from the t distribution. */
RK_API gboolean rk_stats_spearman(const double *x, const double *y, gsize count, RkCorrelation *result,
                                  RkStatsReason *reason);

/** Kendall's τ-b in O(n log n); at least 2 pairs. Without ties and with n < 50 p is exact, otherwise from the normal
 * distribution with the variance corrected for ties, without continuity correction. */
RK_API gboolean rk_stats_kendall(const double *x, const double *y, gsize count, RkCorrelation *result,
                                 RkStatsReason *reason);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of hypotheses about one, two and several samples, with two-sided p-values. Missing values (and pairs with one)
 * are left out. The choices between exact and approximate p-values are those of R's wilcox.test().
 *
 * All functions answer FALSE with a reason (may be NULL) and NaN in the result: RK_STATS_TOO_FEW, RK_STATS_CONSTANT
 * when nothing varies that the statistic divides by, RK_STATS_NOT_FINITE, RK_STATS_BAD_ARGUMENT.
 */
#ifndef RK_STATS_HYPOTHESIS_H
#define RK_STATS_HYPOTHESIS_H

#include "stats/reason.h"

G_BEGIN_DECLS

typedef struct {
    double statistic; /**< t, F, V, W or H: see each test */
    double p_value;
    double degrees;             /**< of freedom; of the numerator of F; NaN for rank tests of one or two samples */
    double denominator_degrees; /**< of F, otherwise NaN */
    double estimate;            /**< of t tests: the mean or the difference of means; otherwise NaN */
    double low, high;           /**< of t tests: confidence interval of the estimate; otherwise NaN */
    gboolean exact;             /**< of rank tests: p is exact and not a normal or χ² approximation */
    gsize count;                /**< values (or pairs) used */
} RkTestResult;

/** t = (x̄ − mean)/(s/√n) with n − 1 degrees of freedom; at least 2 values. `level` is that of the interval for x̄ (0.95
 * for 95 %). */
RK_API gboolean rk_stats_t_test(const double *values, gsize count, double mean, double level, RkTestResult *result,
                                RkStatsReason *reason);
/** The same for the differences x − y of pairs, against a mean of 0. */
RK_API gboolean rk_stats_t_test_paired(const double *x, const double *y, gsize count, double level,
                                       RkTestResult *result, RkStatsReason *reason);
/** Two samples. Welch: t = (x̄ − ȳ)/√(s²x/nx + s²y/ny), degrees of freedom by Welch and Satterthwaite; at least 2 values
 * each. */
RK_API gboolean rk_stats_t_test_welch(const double *x, gsize x_count, const double *y, gsize y_count, double level,
                                      RkTestResult *result, RkStatsReason *reason);
/** Two samples of equal variance, s² pooled, nx + ny − 2 degrees of freedom; at least 3 values together, 1 each. */
RK_API gboolean rk_stats_t_test_pooled(const double *x, gsize x_count, const double *y, gsize y_count, double level,
                                       RkTestResult *result, RkStatsReason *reason);

/** Wilcoxon's signed rank test that values lie symmetrically around `centre`. V is the sum of the ranks of |x − centre|
 * where x is greater; values equal to it are left out. Exact below 50 values without ties and without such values,
 * otherwise normal with continuity correction. At least 1 value. For pairs give the differences. */
RK_API gboolean rk_stats_signed_rank(const double *values, gsize count, double centre, RkTestResult *result,
                                     RkStatsReason *reason);
/** Wilcoxon's rank sum test (Mann and Whitney). W is the number of pairs with x > y, ties half. Exact when both samples
 * have fewer than 50 values and there are no ties, otherwise normal with continuity correction. At least 1 value each.
 */
RK_API gboolean rk_stats_rank_sum(const double *x, gsize x_count, const double *y, gsize y_count, RkTestResult *result,
                                  RkStatsReason *reason);

/** One-way analysis of variance. `groups` (count long) numbers the group of each value from 0, below `group_count`
 * (RK_STATS_BAD_ARGUMENT otherwise). F = (Σn(x̄_g − x̄)²/(k − 1)) / (ΣΣ(x − x̄_g)²/(n − k)) for k groups that have values;
 * at least 2 of them, and one value more. F is infinite when only the means differ. */
RK_API gboolean rk_stats_anova(const double *values, const guint32 *groups, gsize count, gsize group_count,
                               RkTestResult *result, RkStatsReason *reason);
/** Kruskal and Wallis's test. H from average ranks, corrected for ties, is compared with χ² of k − 1 degrees of
 * freedom. Groups as above; at least 2 groups. */
RK_API gboolean rk_stats_kruskal_wallis(const double *values, const guint32 *groups, gsize count, gsize group_count,
                                        RkTestResult *result, RkStatsReason *reason);

G_END_DECLS

#endif

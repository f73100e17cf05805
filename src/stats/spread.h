/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far values scatter, and the shape of the scatter. Missing values are left out; fewer values than stated, or an
 * infinite one, give NaN. The input is not changed and need not be sorted.
 */
#ifndef RK_STATS_SPREAD_H
#define RK_STATS_SPREAD_H

#include "base/macros.h"

G_BEGIN_DECLS

/** Sample variance (divided by n − 1), at least 2 values. */
RK_API double rk_stats_variance(const double *values, gsize count);
/** Population variance (divided by n), at least 1 value. */
RK_API double rk_stats_variance_population(const double *values, gsize count);
/** Square roots of the two. */
RK_API double rk_stats_stdev(const double *values, gsize count);
RK_API double rk_stats_stdev_population(const double *values, gsize count);
/** Standard error of the mean: sample standard deviation / √n, at least 2 values. */
RK_API double rk_stats_standard_error(const double *values, gsize count);

/** Median of the absolute distances from the median, not multiplied by 1.4826; at least 1 value. */
RK_API double rk_stats_mad(const double *values, gsize count);
/** Greatest minus least value, at least 1 value. */
RK_API double rk_stats_range(const double *values, gsize count);
/** Third minus first quartile (quantiles of type 7), at least 1 value. */
RK_API double rk_stats_interquartile_range(const double *values, gsize count);
/** Sample standard deviation / mean, as a share; at least 2 values, NaN when the mean is 0. Negative with a negative
 * mean. */
RK_API double rk_stats_coefficient_of_variation(const double *values, gsize count);

/** Sample skewness G1 = √(n(n−1))/(n−2) · m3/m2^1.5 (spreadsheets' SKEW); at least 3 values that are not all equal. */
RK_API double rk_stats_skewness(const double *values, gsize count);
/** Sample excess kurtosis G2 = (n−1)/((n−2)(n−3)) · ((n+1)·g2 + 6) (spreadsheets' KURT); at least 4 values that are not
 * all equal. */
RK_API double rk_stats_kurtosis(const double *values, gsize count);

G_END_DECLS

#endif

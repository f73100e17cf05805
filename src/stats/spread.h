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
/** Sn of Rousseeuw and Croux (Journal of the American Statistical Association 88, 1993, 1273–1283): 1.1926 times the
 * low median over i of the high median over j of |x_i − x_j|, corrected for small samples; at least 2 values. */
RK_API double rk_stats_sn(const double *values, gsize count);
/** Qn of the same authors: 2.21914 times the k-th least of |x_i − x_j|, i < j, with h = n/2 + 1 (whole) and
 * k = h(h − 1)/2, corrected for small samples; at least 2 values. */
RK_API double rk_stats_qn(const double *values, gsize count);
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

/** The ways to divide a moment by the scatter, numbered as by Joanes and Gill (The Statistician 47, 1998, 183–189). */
typedef enum {
    RK_MOMENTS_POPULATION = 1, /**< g1 = m3/m2^1.5, g2 = m4/m2² − 3 */
    RK_MOMENTS_UNBIASED = 2,   /**< G1, G2 as above: unbiased when the values are normally distributed */
    RK_MOMENTS_STDEV = 3 /**< b1 = m3/s³, b2 = m4/s⁴ − 3 with the sample standard deviation: GSL's and Minitab's */
} RkMomentDefinition;

/** Skewness and excess kurtosis by one of the ways. NaN for values that are all equal, for fewer than 2 values, with
 * RK_MOMENTS_UNBIASED for fewer than 3 (skewness) or 4 (kurtosis), and for an unknown way. */
RK_API double rk_stats_skewness_by(const double *values, gsize count, RkMomentDefinition definition);
RK_API double rk_stats_kurtosis_by(const double *values, gsize count, RkMomentDefinition definition);

G_END_DECLS

#endif

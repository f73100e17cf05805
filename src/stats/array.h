/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first steps of every statistic: leaving out missing values, and sums that do not lose digits. Missing is NaN.
 */
#ifndef RK_STATS_ARRAY_H
#define RK_STATS_ARRAY_H

#include "base/macros.h"

G_BEGIN_DECLS

/** Copies the values that are not missing, in their order, to `scratch` (room for `count` doubles; may be `values`
 * itself). Returns how many there are. */
RK_API gsize rk_stats_compact(const double *values, gsize count, double *scratch);

/** How many values are not missing. */
RK_API gsize rk_stats_count(const double *values, gsize count);

/** Copies the values that are not missing, sorted upwards, to `sorted` (room for `count` doubles; may be `values`
 * itself). Returns how many there are. Values that are sorted already cost one look each. */
RK_API gsize rk_stats_sort(const double *values, gsize count, double *sorted);

/** Compensated sum (Neumaier) of the values that are not missing; NaN when there is none, and when infinities of both
 * signs meet. The error does not grow with the number of values. */
RK_API double rk_stats_sum(const double *values, gsize count);

G_END_DECLS

#endif

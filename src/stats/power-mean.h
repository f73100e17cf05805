/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighted means of a handful of components, as composite indicators are put together from: arithmetic, geometric,
 * harmonic, and the power mean between and beyond them.
 */
#ifndef RK_STATS_POWER_MEAN_H
#define RK_STATS_POWER_MEAN_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The powers whose means have names. */
#define RK_POWER_ARITHMETIC 1.0
#define RK_POWER_GEOMETRIC 0.0
#define RK_POWER_HARMONIC (-1.0)

/** TRUE when the mean of this power is defined for a value: any value for 1, from 0 up for other positive powers, above
 * 0 for the rest. */
RK_API gboolean rk_stats_power_allows(double power, double value);

/**
 * (Σ w x^p / Σ w)^(1/p), for p = 0 the geometric mean. A pair with either missing is left out. NaN when nothing is
 * left, when a weight is negative, when the weights add up to 0, and when the power does not allow a value. No value
 * ever falls when one of the components rises; multiplying all weights by the same number changes nothing but rounding.
 */
RK_API double rk_stats_power_mean(const double *values, const double *weights, gsize count, double power);

G_END_DECLS

#endif

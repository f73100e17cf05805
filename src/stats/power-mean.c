/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums are taken plainly and in order: every step of rounding is monotone, so that who is better in every component
 * cannot come out worse. Compensated sums would be nearer to the truth by a digit, but not monotone.
 */
#include "stats/power-mean.h"

#include <math.h>

gboolean rk_stats_power_allows(double power, double value)
{
    return power == RK_POWER_ARITHMETIC || (power > 0 ? value >= 0 : value > 0);
}

static double to_power(double value, double power)
{
    if (power == RK_POWER_ARITHMETIC)
        return value;
    return power == RK_POWER_GEOMETRIC ? log(value) : power == RK_POWER_HARMONIC ? 1 / value : pow(value, power);
}

static double from_power(double mean, double power)
{
    if (power == RK_POWER_ARITHMETIC)
        return mean;
    return power == RK_POWER_GEOMETRIC ? exp(mean) : power == RK_POWER_HARMONIC ? 1 / mean : pow(mean, 1 / power);
}

double rk_stats_power_mean(const double *values, const double *weights, gsize count, double power)
{
    double sum = 0, total = 0, least = INFINITY, most = -INFINITY;
    for (gsize i = 0; i < count; i++) {
        if (isnan(values[i]) || isnan(weights[i]))
            continue;
        if (weights[i] < 0 || !rk_stats_power_allows(power, values[i]))
            return NAN;
        if (weights[i] == 0)
            continue;
        sum += weights[i] * to_power(values[i], power);
        total += weights[i];
        least = fmin(least, values[i]);
        most = fmax(most, values[i]);
    }
    if (!(total > 0) || !isfinite(total))
        return NAN;
    /* A mean lies among its values, whatever rounding says: equal components give their value. */
    double mean = from_power(sum / total, power);
    return isnan(mean) ? NAN : fmin(fmax(mean, least), most);
}

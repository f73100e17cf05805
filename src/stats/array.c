/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leaving out missing values, and the compensated sum that means are made of.
 */
#include "stats/array.h"

#include <math.h>

gsize rk_stats_compact(const double *values, gsize count, double *scratch)
{
    gsize kept = 0;
    for (gsize i = 0; i < count; i++) {
        if (!isnan(values[i]))
            scratch[kept++] = values[i];
    }
    return kept;
}

gsize rk_stats_count(const double *values, gsize count)
{
    gsize present = 0;
    for (gsize i = 0; i < count; i++)
        present += !isnan(values[i]);
    return present;
}

double rk_stats_sum(const double *values, gsize count)
{
    double sum = 0, lost = 0;
    gsize present = 0;
    for (gsize i = 0; i < count; i++) {
        double value = values[i];
        if (isnan(value))
            continue;
        present++;
        double next = sum + value;
        lost += fabs(sum) >= fabs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
    if (present == 0)
        return NAN;
    /* Beyond the range of doubles the lost digits are NaN, the plain sum says which infinity. */
    return isfinite(sum) ? sum + lost : sum;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The nine definitions as data: three that take one value or the mean of two, six that interpolate between plotting
 * positions. GSL has only the seventh.
 */
#include "stats/quantile.h"

#include <float.h>
#include <math.h>

#include "stats/private.h"

/* A place this near to a whole number is that number: 0.3 × 10 must not miss the third value. */
#define FUZZ (4 * DBL_EPSILON)

/* Plotting positions (k − a) / (n + 1 − a − b) of types 4 to 9. */
static const struct {
    double a, b;
} positions[] = {{0, 1}, {0.5, 0.5}, {0, 0}, {1, 1}, {1.0 / 3, 1.0 / 3}, {3.0 / 8, 3.0 / 8}};

/* The value at a place that counts from 1; places outside are the ends. */
static double value_at(const double *sorted, gsize count, double place)
{
    if (place < 1)
        return sorted[0];
    return place >= (double)count ? sorted[count - 1] : sorted[(gsize)place - 1];
}

/* Share of the next value in types 1 to 3. */
static double step(guint type, double place, double whole)
{
    gboolean beyond = place > whole + FUZZ;
    if (type == 1)
        return beyond ? 1 : 0;
    if (type == 2)
        return beyond ? 1 : 0.5;
    /* The nearest even value wins. */
    return fabs(place - whole) > FUZZ || fmod(whole, 2) == 1 ? 1 : 0;
}

/* Share of the next value in types 4 to 9. */
static double interpolate(double place, double whole)
{
    double share = place - whole;
    return fabs(share) < FUZZ ? 0 : share;
}

double rk_stats_quantile_sorted(const double *sorted, gsize count, double probability, guint type)
{
    if (count == 0 || !(probability >= 0 && probability <= 1) || type < 1 || type > 9)
        return NAN;
    double n = (double)count, place = n * probability - (type == 3 ? 0.5 : 0);
    if (type >= 4) {
        double a = positions[type - 4].a, b = positions[type - 4].b;
        place = a + probability * (n + 1 - a - b);
    }
    double whole = floor(place + FUZZ);
    double share = type < 4 ? step(type, place, whole) : interpolate(place, whole);
    double low = value_at(sorted, count, whole), high = value_at(sorted, count, whole + 1);
    if (share == 0 || low == high)
        return low;
    return share == 1 ? high : (1 - share) * low + share * high;
}

double rk_stats_quantile(const double *values, gsize count, double probability, guint type)
{
    g_auto(RkSample) sample = rk_sample_new_sorted(values, count);
    return rk_stats_quantile_sorted(sample.values, sample.count, probability, type);
}

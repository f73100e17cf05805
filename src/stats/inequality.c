/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures of inequality that go through the values in any order: Theil, Atkinson, Herfindahl.
 */
#include "stats/inequality.h"

#include <math.h>

#include "stats/inequality-private.h"

RkStatsReason rk_shares_take(RkShares *shares, const double *values, const double *weights, gsize count)
{
    RkStatsReason outcome = rk_weighted_take(&shares->pairs, values, weights, count);
    if (outcome != RK_STATS_OK)
        return outcome;
    double greatest = 0;
    for (gsize i = 0; i < shares->pairs.count; i++) {
        if (shares->pairs.values[i] < 0)
            return RK_STATS_NEGATIVE_VALUE;
        greatest = fmax(greatest, shares->pairs.values[i]);
    }
    if (greatest == 0)
        return RK_STATS_ZERO_TOTAL;
    /* Only proportions matter: in units of the greatest value no product leaves the range of doubles. */
    for (gsize i = 0; i < shares->pairs.count; i++)
        shares->pairs.values[i] /= greatest;
    shares->mean = rk_weighted_mean(&shares->pairs);
    return RK_STATS_OK;
}

void rk_shares_clear(RkShares *shares)
{
    rk_weighted_clear(&shares->pairs);
}

/* Σ p·f(x/μ). */
static double average(const RkShares *shares, double (*function)(double ratio, double parameter), double parameter)
{
    const RkWeighted *pairs = &shares->pairs;
    g_autofree double *terms = g_new(double, pairs->count);
    for (gsize i = 0; i < pairs->count; i++)
        terms[i] = pairs->weights[i] * function(pairs->values[i] / shares->mean, parameter);
    return rk_stats_sum(terms, pairs->count) / pairs->total;
}

/* Equal values are as equal as can be, whatever their mean was rounded to; no measure goes below. */
static double not_below_zero(const RkShares *shares, double value)
{
    for (gsize i = 1; i < shares->pairs.count; i++) {
        if (shares->pairs.values[i] != shares->pairs.values[0])
            return value < 0 ? 0 : value;
    }
    return 0;
}

static double with_logarithm(double ratio, double parameter)
{
    (void)parameter;
    return ratio > 0 ? ratio * log(ratio) : 0;
}

static double logarithm(double ratio, double parameter)
{
    (void)parameter;
    return -log(ratio);
}

static double power(double ratio, double parameter)
{
    return pow(ratio, parameter);
}

static gboolean has_zero(const RkShares *shares)
{
    gsize i = 0;
    while (i < shares->pairs.count && shares->pairs.values[i] > 0)
        i++;
    return i < shares->pairs.count;
}

gboolean rk_stats_theil_t(const double *values, const double *weights, gsize count, double *theil,
                          RkStatsReason *reason)
{
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, weights, count);
    double result = outcome == RK_STATS_OK ? not_below_zero(&shares, average(&shares, with_logarithm, 0)) : NAN;
    return rk_stats_answer(result, outcome, theil, reason);
}

gboolean rk_stats_theil_l(const double *values, const double *weights, gsize count, double *theil,
                          RkStatsReason *reason)
{
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, weights, count);
    if (outcome == RK_STATS_OK && has_zero(&shares))
        outcome = RK_STATS_NOT_POSITIVE;
    double result = outcome == RK_STATS_OK ? not_below_zero(&shares, average(&shares, logarithm, 0)) : NAN;
    return rk_stats_answer(result, outcome, theil, reason);
}

static double atkinson_of(const RkShares *shares, double epsilon)
{
    if (epsilon >= 1 && has_zero(shares))
        return 1;
    if (epsilon == 1)
        return -expm1(-average(shares, logarithm, 0));
    return 1 - pow(average(shares, power, 1 - epsilon), 1 / (1 - epsilon));
}

gboolean rk_stats_atkinson(const double *values, const double *weights, gsize count, double epsilon, double *atkinson,
                           RkStatsReason *reason)
{
    if (!(epsilon > 0 && isfinite(epsilon)))
        return rk_stats_answer(NAN, RK_STATS_BAD_ARGUMENT, atkinson, reason);
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, weights, count);
    double result = outcome == RK_STATS_OK ? not_below_zero(&shares, atkinson_of(&shares, epsilon)) : NAN;
    return rk_stats_answer(result, outcome, atkinson, reason);
}

/* The index, and among how many the total is shared: those with nothing count. */
static RkStatsReason herfindahl(const double *values, gsize count, double *index, double *takers)
{
    g_auto(RkShares) shares;
    RkStatsReason outcome = rk_shares_take(&shares, values, NULL, count);
    if (outcome != RK_STATS_OK)
        return outcome;
    g_autofree double *squares = g_new(double, shares.pairs.count);
    *takers = (double)shares.pairs.count;
    for (gsize i = 0; i < shares.pairs.count; i++) {
        double share = shares.pairs.values[i] / (shares.mean * *takers);
        squares[i] = share * share;
    }
    *index = rk_stats_sum(squares, shares.pairs.count);
    return RK_STATS_OK;
}

gboolean rk_stats_herfindahl(const double *values, gsize count, double *result, RkStatsReason *reason)
{
    double index = NAN, takers;
    RkStatsReason outcome = herfindahl(values, count, &index, &takers);
    return rk_stats_answer(index, outcome, result, reason);
}

gboolean rk_stats_herfindahl_normalised(const double *values, gsize count, double *result, RkStatsReason *reason)
{
    double index = NAN, takers = 0;
    RkStatsReason outcome = herfindahl(values, count, &index, &takers);
    if (outcome == RK_STATS_OK && takers < 2)
        outcome = RK_STATS_TOO_FEW;
    double normal = (index - 1 / takers) / (1 - 1 / takers);
    return rk_stats_answer(CLAMP(normal, 0, 1), outcome, result, reason);
}

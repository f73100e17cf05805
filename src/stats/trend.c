/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves by transformation: each is a row of the table below and one of two solvers, a line or a polynomial.
 */
#include "stats/trend.h"

#include <math.h>

#include "stats/pairs-private.h"
#include "stats/regression.h"
#include "stats/weighted-private.h"

/* What is done to the values before a line is drawn through them. */
static const struct {
    gboolean log_x, log_y, weigh;
    guint order; /* 0: the one asked for */
} kinds[] = {
    [RK_TREND_LINEAR] = {FALSE, FALSE, FALSE, 1}, [RK_TREND_LOG] = {TRUE, FALSE, FALSE, 1},
    [RK_TREND_EXP] = {FALSE, TRUE, TRUE, 1},      [RK_TREND_POW] = {TRUE, TRUE, FALSE, 1},
    [RK_TREND_QUAD] = {FALSE, FALSE, FALSE, 2},   [RK_TREND_POLY] = {FALSE, FALSE, FALSE, 0},
};
static const char *const names[] = {"linear", "log", "exp", "pow", "quad", "poly", NULL};

const char *const *rk_trend_names(void)
{
    return names;
}

gboolean rk_trend_find(const char *name, RkTrendKind *kind)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (g_strcmp0(name, names[i]) == 0) {
            *kind = (RkTrendKind)i;
            return TRUE;
        }
    }
    return FALSE;
}

static RkStatsReason take_logarithms(RkSample *sample)
{
    for (gsize i = 0; i < sample->count; i++) {
        if (!(sample->values[i] > 0))
            return RK_STATS_NOT_POSITIVE;
        sample->values[i] = log(sample->values[i]);
    }
    return RK_STATS_OK;
}

/* Moves x to −1 … 1, which tells powers apart best. */
static void scale_x(RkTrend *trend, RkSample *x)
{
    double least = INFINITY, greatest = -INFINITY;
    for (gsize i = 0; i < x->count; i++) {
        least = fmin(least, x->values[i]);
        greatest = fmax(greatest, x->values[i]);
    }
    trend->centre = least / 2 + greatest / 2;
    trend->half_width = greatest > least ? greatest / 2 - least / 2 : 1;
    for (gsize i = 0; i < x->count; i++)
        x->values[i] = (x->values[i] - trend->centre) / trend->half_width;
}

/* Least squares of y on the powers of x up to the order. */
static RkStatsReason solve(RkTrend *trend, const RkSample *x, const RkSample *y, const double *weights)
{
    g_autofree double *powers = g_new(double, MAX(trend->order * x->count, 1));
    const double *columns[RK_TREND_GREATEST_ORDER];
    for (guint k = 0; k < trend->order; k++) {
        columns[k] = powers + k * x->count;
        for (gsize i = 0; i < x->count; i++)
            powers[k * x->count + i] = k == 0 ? x->values[i] : powers[(k - 1) * x->count + i] * x->values[i];
    }
    RkRegressionInput input = {y->values, columns, trend->order, x->count, weights, TRUE};
    g_auto(RkRegression) fit = {0};
    RkStatsReason outcome;
    if (rk_stats_regress(&input, &fit, &outcome)) {
        for (guint k = 0; k <= trend->order; k++)
            trend->scaled[k] = fit.coefficients[k];
    }
    /* A power is constant where x has only two values: it does not vary, but x does. */
    return outcome == RK_STATS_CONSTANT ? RK_STATS_ILL_CONDITIONED : outcome;
}

static RkStatsReason fit_mean(RkTrend *trend, const RkSample *y)
{
    trend->scaled[0] = trend->coefficients[0] = rk_sample_mean(y);
    return isfinite(trend->scaled[0]) ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

/* The coefficients of x itself, by Horner's scheme on polynomials: multiply by (x − centre)/width, add the next one. */
static void expand(RkTrend *trend)
{
    double sums[RK_TREND_GREATEST_ORDER + 1] = {0};
    for (guint step = trend->order + 1; step-- > 0;) {
        for (guint k = trend->order; k > 0; k--)
            sums[k] = (sums[k - 1] - sums[k] * trend->centre) / trend->half_width;
        sums[0] = -sums[0] * trend->centre / trend->half_width + trend->scaled[step];
    }
    for (guint k = 0; k <= trend->order; k++)
        trend->coefficients[k] = sums[k];
}

double rk_stats_trend_predict(const RkTrend *trend, double x)
{
    if (kinds[trend->kind].log_x && !(x > 0))
        return NAN;
    double place = ((kinds[trend->kind].log_x ? log(x) : x) - trend->centre) / trend->half_width;
    double value = trend->scaled[trend->order];
    for (guint k = trend->order; k-- > 0;)
        value = value * place + trend->scaled[k];
    return kinds[trend->kind].log_y ? exp(value) : value;
}

static double find_r_squared(const RkTrend *trend, const RkPairs *pairs)
{
    double mean = rk_sample_mean(&pairs->y), greatest = 0;
    g_autofree double *left = g_new(double, pairs->y.count), *all = g_new(double, pairs->y.count);
    for (gsize i = 0; i < pairs->y.count; i++)
        greatest = fmax(greatest, fabs(pairs->y.values[i] - mean));
    for (gsize i = 0; i < pairs->y.count; i++) {
        double rest = (pairs->y.values[i] - rk_stats_trend_predict(trend, pairs->x.values[i])) / greatest;
        double distance = (pairs->y.values[i] - mean) / greatest;
        left[i] = rest * rest;
        all[i] = distance * distance;
    }
    return pairs->y.constant ? NAN : 1 - rk_stats_sum(left, pairs->y.count) / rk_stats_sum(all, pairs->y.count);
}

static RkStatsReason check(const RkPairs *pairs, guint order)
{
    if (order > RK_TREND_GREATEST_ORDER)
        return RK_STATS_BAD_ARGUMENT;
    if (pairs->x.count < order + 1)
        return RK_STATS_TOO_FEW;
    if (!pairs->x.finite || !pairs->y.finite)
        return RK_STATS_NOT_FINITE;
    return order > 0 && pairs->x.constant ? RK_STATS_CONSTANT : RK_STATS_OK;
}

static RkStatsReason fit(RkTrend *trend, const double *x, const double *y, gsize count)
{
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count), line = rk_pairs_new(x, y, count);
    trend->count = pairs.x.count;
    RkStatsReason outcome = check(&pairs, trend->order);
    if (outcome == RK_STATS_OK && kinds[trend->kind].log_x)
        outcome = take_logarithms(&line.x);
    if (outcome == RK_STATS_OK && kinds[trend->kind].log_y)
        outcome = take_logarithms(&line.y);
    if (outcome != RK_STATS_OK)
        return outcome;
    scale_x(trend, &line.x);
    if (trend->order == 0)
        outcome = fit_mean(trend, &line.y);
    else
        outcome = solve(trend, &line.x, &line.y, kinds[trend->kind].weigh ? pairs.y.values : NULL);
    if (outcome != RK_STATS_OK)
        return outcome;
    expand(trend);
    if (kinds[trend->kind].log_y)
        trend->coefficients[0] = exp(trend->coefficients[0]);
    trend->r_squared = find_r_squared(trend, &pairs);
    gboolean finite = !isinf(trend->r_squared);
    for (guint k = 0; k <= trend->order; k++)
        finite = finite && isfinite(trend->coefficients[k]);
    return finite ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

gboolean rk_stats_trend(const double *x, const double *y, gsize count, RkTrendKind kind, guint order, RkTrend *trend,
                        RkStatsReason *reason)
{
    gboolean known = (gsize)kind < G_N_ELEMENTS(kinds);
    *trend = (RkTrend){.kind = kind, .order = known && kinds[kind].order > 0 ? kinds[kind].order : order};
    RkStatsReason outcome = known ? fit(trend, x, y, count) : RK_STATS_BAD_ARGUMENT;
    if (outcome != RK_STATS_OK) {
        trend->order = 0;
        trend->kind = RK_TREND_LINEAR;
        trend->r_squared = trend->coefficients[0] = trend->scaled[0] = NAN;
    }
    return rk_stats_outcome(outcome, reason);
}

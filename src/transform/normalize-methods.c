/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formulas of normalisation (OECD/JRC, Handbook on constructing composite indicators, step 5). For direction
 * negative the scale is turned around, so that more is always better in the result.
 */
#include "transform/normalize.h"

#include <math.h>

#include "stats/array.h"
#include "stats/location.h"
#include "stats/rank.h"
#include "stats/spread.h"

static const char constant[] = "all values are equal";
static const char single[] = "only one value";

static double clamped(const RkNormalizing *how, double share)
{
    return how->clamp && !isnan(share) ? fmin(fmax(share, 0), 1) : share;
}

/** A share of the way (0–1) on the result's range. The ends are exact. */
static double on_range(const RkNormalizing *how, double share)
{
    return share == 1 ? how->high : how->low + (how->high - how->low) * share;
}

/** The way from the worst to the best end that a value has gone. */
static double way(double value, double from, double to)
{
    return (value - from) / (to - from);
}

static const char *minmax(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    double least = rk_stats_min(values, count), most = rk_stats_max(values, count);
    if (!(least < most))
        return constant;
    for (gsize i = 0; i < count; i++)
        results[i] = on_range(how, how->negative ? way(values[i], most, least) : way(values[i], least, most));
    return NULL;
}

static const char *zscore(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    double mean = rk_stats_mean(values, count), deviation = rk_stats_stdev(values, count);
    if (!(deviation > 0))
        return rk_stats_count(values, count) < 2 ? single : constant;
    for (gsize i = 0; i < count; i++) {
        double score = (values[i] - mean) / deviation;
        results[i] = how->mean + how->stdev * (how->negative ? -score : score);
    }
    return NULL;
}

/** 1 for the worst value, so that more is better. */
static const char *rank(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    rk_stats_rank(values, count, how->negative ? RK_DESCENDING : RK_ASCENDING, (RkTies)how->ties, NULL, results);
    return NULL;
}

static const char *borda(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    rank(how, values, count, results);
    for (gsize i = 0; i < count; i++)
        results[i] -= 1;
    return NULL;
}

static const char *percentile(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    gsize valid = rk_stats_count(values, count);
    if (valid < 2)
        return single;
    borda(how, values, count, results);
    for (gsize i = 0; i < count; i++)
        results[i] /= (double)valid - 1;
    return NULL;
}

/** The way from the worst value to a point that need not be among the values. */
static const char *towards(const RkNormalizing *how, const double *values, gsize count, double point, double *results)
{
    double worst = how->negative ? rk_stats_max(values, count) : rk_stats_min(values, count);
    for (gsize i = 0; i < count; i++)
        results[i] = clamped(how, way(values[i], worst, point));
    return NULL;
}

static const char *target(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    gboolean beyond =
        how->negative ? how->target >= rk_stats_max(values, count) : how->target <= rk_stats_min(values, count);
    return beyond ? "the target is not better than the worst value" : towards(how, values, count, how->target, results);
}

static const char *reference(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    gboolean worst =
        how->negative ? how->reference >= rk_stats_max(values, count) : how->reference <= rk_stats_min(values, count);
    if (isnan(how->reference))
        return "the reference is missing";
    return worst ? "the reference is the worst value itself" : towards(how, values, count, how->reference, results);
}

/** Of the greatest value; for direction negative the least value as a fraction of each. */
static const char *fraction(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    double least = rk_stats_min(values, count), most = rk_stats_max(values, count);
    if (least < 0 || !(most > 0) || (how->negative && least == 0))
        return how->negative ? "a fraction of the least value needs values above zero"
                             : "a fraction of the greatest value needs values from zero up, and one above it";
    for (gsize i = 0; i < count; i++)
        results[i] = how->negative ? least / values[i] : values[i] / most;
    return NULL;
}

static const char *goalposts(const RkNormalizing *how, const double *values, gsize count, double *results)
{
    for (gsize i = 0; i < count; i++) {
        double share =
            how->negative ? way(values[i], how->ceiling, how->floor_) : way(values[i], how->floor_, how->ceiling);
        results[i] = on_range(how, clamped(how, share));
    }
    return NULL;
}

const RkNormalizeMethod rk_normalize_methods[] = {
    {"minmax", minmax, RK_NORMALIZE_RANGE},
    {"zscore", zscore, RK_NORMALIZE_MOMENTS},
    {"rank", rank, RK_NORMALIZE_TIES},
    {"percentile", percentile, RK_NORMALIZE_TIES},
    {"borda", borda, RK_NORMALIZE_TIES},
    {"target", target, RK_NORMALIZE_TARGET | RK_NORMALIZE_CLAMP},
    {"reference", reference, RK_NORMALIZE_REFERENCE | RK_NORMALIZE_CLAMP},
    {"fraction", fraction, 0},
    {"goalposts", goalposts, RK_NORMALIZE_GOALPOSTS | RK_NORMALIZE_RANGE | RK_NORMALIZE_CLAMP | RK_NORMALIZE_FIXED},
    {NULL}};

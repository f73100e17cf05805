/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values that impute puts in: statistics of the group (or of a frame around the gap), and series carried on or
 * drawn through.
 */
#include <math.h>

#include "stats/fill.h"
#include "stats/location.h"
#include "transform/impute.h"

typedef double (*Statistic)(const double *values, gsize count);

static void fill_statistic(RkSeries *series, Statistic statistic)
{
    g_autofree double *known = g_memdup2(series->values, MAX(series->count, 1) * sizeof *known);
    gboolean whole = isinf(series->frame.first) && isinf(series->frame.last);
    double all = whole ? statistic(known, series->count) : NAN;
    for (gsize i = 0; i < series->count; i++) {
        if (!isnan(known[i]))
            continue;
        gsize first, end;
        rk_frame_span(&series->frame, i, series->count, &first, &end);
        series->values[i] = whole ? all : statistic(known + first, end - first);
    }
}

static void fill_mean(RkSeries *series)
{
    fill_statistic(series, rk_stats_mean);
}

static void fill_median(RkSeries *series)
{
    fill_statistic(series, rk_stats_median);
}

static void fill_min(RkSeries *series)
{
    fill_statistic(series, rk_stats_min);
}

static void fill_max(RkSeries *series)
{
    fill_statistic(series, rk_stats_max);
}

static void fill_carry(RkSeries *series)
{
    rk_stats_fill_carry(series->places, series->values, series->count, series->most, series->sources);
}

static void fill_linear(RkSeries *series)
{
    rk_stats_fill_linear(series->places, series->values, series->count);
}

static void fill_cubic(RkSeries *series)
{
    rk_stats_fill_spline(series->places, series->values, series->count, RK_SPLINE_CUBIC);
}

static void fill_akima(RkSeries *series)
{
    rk_stats_fill_spline(series->places, series->values, series->count, RK_SPLINE_AKIMA);
}

static void fill_steffen(RkSeries *series)
{
    rk_stats_fill_spline(series->places, series->values, series->count, RK_SPLINE_STEFFEN);
}

static void fill_nearest(RkSeries *series)
{
    rk_stats_fill_nearest(series->places, series->values, series->count, series->most, FALSE, series->sources);
}

const RkImputeMethod rk_impute_methods[] = {
    {"value", NULL, FALSE, FALSE, FALSE},         {"mean", fill_mean, FALSE, TRUE, FALSE},
    {"median", fill_median, FALSE, TRUE, FALSE},  {"min", fill_min, FALSE, TRUE, FALSE},
    {"max", fill_max, FALSE, TRUE, FALSE},        {"carry", fill_carry, TRUE, FALSE, TRUE},
    {"linear", fill_linear, TRUE, FALSE, FALSE},  {"steffen", fill_steffen, TRUE, FALSE, FALSE},
    {"akima", fill_akima, TRUE, FALSE, FALSE},    {"cubic", fill_cubic, TRUE, FALSE, FALSE},
    {"nearest", fill_nearest, TRUE, FALSE, TRUE}, {NULL}};

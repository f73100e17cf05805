/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Local regression after Cleveland (Journal of the American Statistical Association 74, 1979, 829–836), in the variant
 * that Vega draws. x and y are brought to a range of one first, so that the thresholds below are relative.
 */
#include <math.h>
#include <stdlib.h>

#include "stats/location.h"
#include "stats/pairs-private.h"
#include "stats/smooth.h"
#include "stats/weighted-private.h"

#define ROUNDS 2
/* The weight of an outlier: not zero, so that a window of outliers still has a line. */
#define OUTLIER_WEIGHT 1e-12
/* A median residual below this is rounding, and says nothing about outliers. */
#define EXACT_FIT 1e-12
/* A window whose x scatter less than this has no slope. */
#define NO_SCATTER 1e-24

typedef struct {
    double x, y, weight, fit, residual;
} Point;

/* The points of one fit: a run of them in the order of x. */
typedef struct {
    gsize first, last;
} Window;

static int compare_points(const void *a, const void *b)
{
    const Point *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

static double tricube(double distance)
{
    double rest = 1 - distance * distance * distance;
    return rest * rest * rest;
}

/* The value at the middle of a window's weighted line. */
static double fit_line(const Point *points, Window window, double middle)
{
    double left = middle - points[window.first].x, right = points[window.last].x - middle;
    double reach = fmax(left, right), weight = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (gsize i = window.first; i <= window.last; i++) {
        double distance = points[i].x - middle;
        double w = tricube(reach > 0 ? fmin(1, fabs(distance) / reach) : 0) * points[i].weight;
        weight += w;
        x += w * distance;
        y += w * points[i].y;
        xx += w * distance * distance;
        xy += w * distance * points[i].y;
    }
    double scatter = xx / weight - x / weight * (x / weight);
    double slope = fabs(scatter) < NO_SCATTER ? 0 : (xy / weight - x / weight * (y / weight)) / scatter;
    return y / weight - slope * (x / weight);
}

/* Moves the window on for the point `i`, as long as the next point on the right is not farther than the first one. */
static void move_window(const Point *points, gsize count, gsize i, Window *window)
{
    while (window->last + 1 < count && i > window->first &&
           points[window->last + 1].x - points[i].x <= points[i].x - points[window->first].x) {
        window->first++;
        window->last++;
    }
}

static void fit_all(Point *points, gsize count, gsize width)
{
    Window window = {0, width - 1};
    for (gsize i = 0; i < count; i++) {
        if (i > 0)
            move_window(points, count, i, &window);
        points[i].fit = fit_line(points, window, points[i].x);
        points[i].residual = fabs(points[i].y - points[i].fit);
    }
}

/* FALSE when there is nothing to weigh: the fit is exact. */
static gboolean weigh(Point *points, gsize count, double *scratch)
{
    for (gsize i = 0; i < count; i++)
        scratch[i] = points[i].residual;
    double middle = rk_stats_median(scratch, count);
    if (!(middle >= EXACT_FIT))
        return FALSE;
    for (gsize i = 0; i < count; i++) {
        double share = points[i].residual / (6 * middle), rest = 1 - share * share;
        points[i].weight = share >= 1 ? OUTLIER_WEIGHT : rest * rest;
    }
    return TRUE;
}

/* A column moved and scaled to −1 … 1. */
typedef struct {
    double centre, unit;
} Scale;

static Scale scale_column(RkSample *sample)
{
    double least = rk_stats_min(sample->values, sample->count), greatest = rk_stats_max(sample->values, sample->count);
    Scale scale = {least / 2 + greatest / 2, greatest / 2 - least / 2};
    if (!(scale.unit > 0))
        scale.unit = 1;
    for (gsize i = 0; i < sample->count; i++)
        sample->values[i] = (sample->values[i] - scale.centre) / scale.unit;
    return scale;
}

/* One point for each different x, at its own place and in the units of the data. */
static gsize write_curve(const Point *points, gsize count, const double *places, Scale y, RkCurvePoint *curve)
{
    gsize used = 0, first = 0;
    double sum = 0;
    for (gsize i = 0; i < count; i++) {
        sum += points[i].fit;
        if (i + 1 < count && places[i + 1] == places[i])
            continue;
        curve[used++] = (RkCurvePoint){places[i], sum / (double)(i + 1 - first) * y.unit + y.centre};
        first = i + 1;
        sum = 0;
    }
    return used;
}

gboolean rk_stats_loess(const double *x, const double *y, gsize count, double bandwidth, RkCurvePoint *points,
                        gsize *used, RkStatsReason *reason)
{
    *used = 0;
    if (!(bandwidth >= 0 && bandwidth <= 1))
        return rk_stats_outcome(RK_STATS_BAD_ARGUMENT, reason);
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count);
    gsize n = pairs.x.count;
    if (n < 2)
        return rk_stats_outcome(RK_STATS_TOO_FEW, reason);
    if (!pairs.x.finite || !pairs.y.finite)
        return rk_stats_outcome(RK_STATS_NOT_FINITE, reason);
    g_autofree Point *work = g_new(Point, n);
    g_autofree double *scratch = g_new(double, n), *places = g_new(double, n);
    rk_stats_sort(pairs.x.values, n, places);
    scale_column(&pairs.x);
    Scale scale = scale_column(&pairs.y);
    for (gsize i = 0; i < n; i++)
        work[i] = (Point){.x = pairs.x.values[i], .y = pairs.y.values[i], .weight = 1};
    qsort(work, n, sizeof *work, compare_points);
    gsize width = MAX(2, (gsize)(bandwidth * (double)n));
    for (int round = 0; round <= ROUNDS; round++) {
        fit_all(work, n, width);
        if (round == ROUNDS || !weigh(work, n, scratch))
            break;
    }
    *used = write_curve(work, n, places, scale, points);
    return rk_stats_outcome(RK_STATS_OK, reason);
}

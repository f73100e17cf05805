/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves through points by GSL, which wants finite values, different x in ascending order, and enough of them: all of
 * that is seen to here.
 */
#include <gsl/gsl_interp.h>
#include <math.h>
#include <stdlib.h>

#include "stats/private.h"
#include "stats/spline-private.h"
#include "stats/weighted-private.h"

struct RkSpline {
    RkKnots knots;
    gsl_interp *curve; /* NULL: a line through two points */
};

typedef struct {
    double x, y;
} Point;

static int compare_points(const void *a, const void *b)
{
    const Point *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

void rk_knots_clear(RkKnots *knots)
{
    g_free(knots->x);
    g_free(knots->y);
    g_free(knots->weight);
    *knots = (RkKnots){NULL};
}

/* The pairs that have both values, ordered; how many in `used`. */
static Point *read_points(const double *x, const double *y, gsize count, gsize *used)
{
    Point *points = g_new(Point, MAX(count, 1));
    *used = 0;
    for (gsize i = 0; i < count; i++) {
        if (!isnan(x[i]) && !isnan(y[i]))
            points[(*used)++] = (Point){x[i], y[i]};
    }
    qsort(points, *used, sizeof *points, compare_points);
    return points;
}

RkStatsReason rk_knots_read(RkKnots *knots, const double *x, const double *y, gsize count)
{
    gsize used;
    gboolean finite = TRUE;
    g_autofree Point *points = read_points(x, y, count, &used);
    *knots = (RkKnots){g_new(double, MAX(used, 1)), g_new(double, MAX(used, 1)), g_new(double, MAX(used, 1)), 0};
    g_autofree double *same = g_new(double, MAX(used, 1));
    for (gsize i = 0, n = 0; i < used; i++) {
        same[n++] = points[i].y;
        if (i + 1 < used && points[i + 1].x == points[i].x)
            continue;
        double mean = n == 1 ? same[0] : rk_stats_sum(same, n) / (double)n;
        knots->x[knots->count] = points[i].x;
        knots->y[knots->count] = mean;
        knots->weight[knots->count++] = (double)n;
        finite = finite && isfinite(points[i].x) && isfinite(mean);
        n = 0;
    }
    return finite ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

/* By RkSplineKind. */
static const gsize least_points[] = {2, 5, 3};

gsize rk_spline_least(RkSplineKind kind)
{
    return least_points[kind];
}

RkSpline *rk_spline_through(RkKnots *knots, RkSplineKind kind)
{
    const gsl_interp_type *const types[] = {gsl_interp_cspline, gsl_interp_akima, gsl_interp_steffen};
    RkSpline *spline = g_new0(RkSpline, 1);
    spline->knots = *knots;
    *knots = (RkKnots){NULL};
    if (spline->knots.count > 2) {
        spline->curve = gsl_interp_alloc(types[kind], spline->knots.count);
        gsl_interp_init(spline->curve, spline->knots.x, spline->knots.y, spline->knots.count);
    }
    return spline;
}

RkSpline *rk_stats_spline(const double *x, const double *y, gsize count, RkSplineKind kind, RkStatsReason *reason)
{
    g_auto(RkKnots) knots = {NULL};
    RkStatsReason outcome =
        (gsize)kind < G_N_ELEMENTS(least_points) ? rk_knots_read(&knots, x, y, count) : RK_STATS_BAD_ARGUMENT;
    if (outcome == RK_STATS_OK && knots.count < least_points[kind])
        outcome = RK_STATS_TOO_FEW;
    return rk_stats_outcome(outcome, reason) ? rk_spline_through(&knots, kind) : NULL;
}

void rk_spline_free(RkSpline *spline)
{
    if (spline == NULL)
        return;
    if (spline->curve != NULL)
        gsl_interp_free(spline->curve);
    rk_knots_clear(&spline->knots);
    g_free(spline);
}

double rk_spline_first(const RkSpline *spline)
{
    return spline->knots.x[0];
}

double rk_spline_last(const RkSpline *spline)
{
    return spline->knots.x[spline->knots.count - 1];
}

double rk_spline_at(const RkSpline *spline, double x)
{
    const RkKnots *knots = &spline->knots;
    if (!(x >= knots->x[0] && x <= knots->x[knots->count - 1]))
        return NAN;
    if (spline->curve != NULL)
        return gsl_interp_eval(spline->curve, knots->x, knots->y, x, NULL);
    double way = (x - knots->x[0]) / (knots->x[1] - knots->x[0]);
    return knots->y[0] * (1 - way) + knots->y[1] * way;
}

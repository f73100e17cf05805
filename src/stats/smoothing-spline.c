/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Smoothing splines by Reinsch's algorithm: the fit is y − W⁻¹Qδ with (R/λ + QᵀW⁻¹Q)δ = Qᵀy, Q being second differences
 * and R the products of hat functions, so that all is banded and each λ costs as much as there are points. The degrees
 * of freedom need the five middle bands of the inverse alone (Hutchinson and de Hoog, Numerische Mathematik 47 (1985),
 * 99–106).
 */
#include <math.h>

#include "stats/private.h"
#include "stats/spline-private.h"
#include "stats/weighted-private.h"

/* Bisections of the logarithm of λ: enough for all digits of a double. */
#define STEPS 200
/* Where the curve is a line, or goes through all points, to the last digit, whatever the points (their x from 0 to 1).
 */
#define LEAST_LOG (-80.0)
#define GREATEST_LOG 80.0

/* Points that nearly share an x make columns of Q that nearly agree: the normal equations are solved with more digits
 * than the result has. */
typedef long double Exact;

/* A symmetric matrix with two bands beside its diagonal: d[i] = (i, i), e[i] = (i, i + 1), f[i] = (i, i + 2). */
typedef struct {
    Exact *d, *e, *f;
    gsize size;
} Bands;

static Bands bands_new(gsize size)
{
    /* Two more than needed, so that the ends want no special care. */
    return (Bands){g_new0(Exact, size + 2), g_new0(Exact, size + 2), g_new0(Exact, size + 2), size};
}

static void bands_clear(Bands *bands)
{
    g_free(bands->d);
    g_free(bands->e);
    g_free(bands->f);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Bands, bands_clear)

typedef struct {
    const RkKnots *knots;
    Exact *step;     /* between x, these from 0 to 1 */
    Bands roughness; /* R */
    Bands scatter;   /* QᵀW⁻¹Q */
    Bands factors;   /* LDLᵀ of their sum: D in d, L in e and f */
    Bands inverse;   /* its middle bands */
} Smoother;

/* Column j of Q touches the points j, j + 1 and j + 2. */
static void column_of(const Smoother *smoother, gsize j, Exact column[3])
{
    column[0] = 1 / smoother->step[j];
    column[2] = 1 / smoother->step[j + 1];
    column[1] = -column[0] - column[2];
}

static void fill_matrices(Smoother *smoother)
{
    const double *weight = smoother->knots->weight;
    for (gsize j = 0; j < smoother->roughness.size; j++) {
        Exact own[3], next[3], last[3];
        column_of(smoother, j, own);
        smoother->roughness.d[j] = (smoother->step[j] + smoother->step[j + 1]) / 3;
        for (guint k = 0; k < 3; k++)
            smoother->scatter.d[j] += own[k] * own[k] / weight[j + k];
        if (j + 1 == smoother->roughness.size)
            continue;
        smoother->roughness.e[j] = smoother->step[j + 1] / 6;
        column_of(smoother, j + 1, next);
        smoother->scatter.e[j] = own[1] * next[0] / weight[j + 1] + own[2] * next[1] / weight[j + 2];
        if (j + 2 == smoother->roughness.size)
            continue;
        column_of(smoother, j + 2, last);
        smoother->scatter.f[j] = own[2] * last[0] / weight[j + 2];
    }
}

/* LDLᵀ of R/λ + QᵀW⁻¹Q. */
static void factor(Smoother *smoother, Exact lambda)
{
    Bands *l = &smoother->factors;
    const Bands *r = &smoother->roughness, *q = &smoother->scatter;
    for (gsize j = 0; j < l->size; j++) {
        Exact one = j > 0 ? l->e[j - 1] : 0, two = j > 1 ? l->f[j - 2] : 0;
        Exact before = j > 0 ? l->d[j - 1] : 0, first = j > 1 ? l->d[j - 2] : 0;
        l->d[j] = r->d[j] / lambda + q->d[j] - one * one * before - two * two * first;
        Exact cross = j > 0 ? l->f[j - 1] * before * one : 0;
        l->e[j] = (r->e[j] / lambda + q->e[j] - cross) / l->d[j];
        l->f[j] = q->f[j] / l->d[j];
    }
}

/* The middle bands of the inverse, from the end. */
static void invert(Smoother *smoother)
{
    const Bands *l = &smoother->factors;
    Bands *inverse = &smoother->inverse;
    for (gsize j = l->size; j-- > 0;) {
        inverse->e[j] = -l->e[j] * inverse->d[j + 1] - l->f[j] * inverse->e[j + 1];
        inverse->f[j] = -l->e[j] * inverse->e[j + 1] - l->f[j] * inverse->d[j + 2];
        inverse->d[j] = 1 / l->d[j] - l->e[j] * inverse->e[j] - l->f[j] * inverse->f[j];
    }
}

/* n − tr((R/λ + QᵀW⁻¹Q)⁻¹ QᵀW⁻¹Q), as 2 + tr((…)⁻¹ R/λ), which loses no digits. */
static Exact degrees_of_freedom(Smoother *smoother, Exact lambda)
{
    Exact trace = 2;
    factor(smoother, lambda);
    invert(smoother);
    for (gsize j = 0; j < smoother->roughness.size; j++)
        trace += (smoother->inverse.d[j] * smoother->roughness.d[j] +
                  2 * smoother->inverse.e[j] * smoother->roughness.e[j]) /
                 lambda;
    return trace;
}

static Exact find_lambda(Smoother *smoother, double wanted)
{
    Exact low = LEAST_LOG, high = GREATEST_LOG;
    for (int i = 0; i < STEPS && low < high; i++) {
        Exact middle = low / 2 + high / 2;
        if (degrees_of_freedom(smoother, expl(middle)) > wanted)
            low = middle;
        else
            high = middle;
    }
    return expl(low / 2 + high / 2);
}

/* δ by the factors, then the fit. */
static void fit(const Smoother *smoother, Exact *fitted)
{
    const Bands *l = &smoother->factors;
    const double *y = smoother->knots->y;
    g_autofree Exact *delta = g_new0(Exact, l->size + 2);
    Exact column[3];
    for (gsize j = 0; j < l->size; j++) {
        column_of(smoother, j, column);
        delta[j] = column[0] * y[j] + column[1] * y[j + 1] + column[2] * y[j + 2];
        delta[j] -= (j > 0 ? l->e[j - 1] * delta[j - 1] : 0) + (j > 1 ? l->f[j - 2] * delta[j - 2] : 0);
    }
    for (gsize j = l->size; j-- > 0;)
        delta[j] = delta[j] / l->d[j] - l->e[j] * delta[j + 1] - l->f[j] * delta[j + 2];
    for (gsize i = 0; i < smoother->knots->count; i++)
        fitted[i] = y[i];
    for (gsize j = 0; j < l->size; j++) {
        column_of(smoother, j, column);
        for (guint k = 0; k < 3; k++)
            fitted[j + k] -= column[k] * delta[j] / smoother->knots->weight[j + k];
    }
}

static Exact *steps_of(const RkKnots *knots)
{
    Exact width = (Exact)knots->x[knots->count - 1] - knots->x[0];
    Exact *steps = g_new(Exact, knots->count);
    for (gsize i = 0; i + 1 < knots->count; i++)
        steps[i] = ((Exact)knots->x[i + 1] - knots->x[i]) / width;
    return steps;
}

/* Replaces the y of the knots by those of the smooth curve. */
static RkStatsReason smooth(RkKnots *knots, double wanted)
{
    gsize inner = knots->count - 2;
    g_autofree Exact *steps = steps_of(knots), *fitted = g_new(Exact, knots->count);
    g_auto(Bands) roughness = bands_new(inner), scatter = bands_new(inner), factors = bands_new(inner),
                  inverse = bands_new(inner);
    Smoother smoother = {knots, steps, roughness, scatter, factors, inverse};
    gboolean finite = TRUE;
    fill_matrices(&smoother);
    factor(&smoother, find_lambda(&smoother, wanted));
    fit(&smoother, fitted);
    for (gsize i = 0; i < knots->count; i++) {
        knots->y[i] = (double)fitted[i];
        finite = finite && isfinite(knots->y[i]);
    }
    return finite ? RK_STATS_OK : RK_STATS_NOT_FINITE;
}

RkSpline *rk_stats_smoothing_spline(const double *x, const double *y, gsize count, double degrees_of_freedom_wanted,
                                    RkStatsReason *reason)
{
    g_auto(RkKnots) knots = {NULL};
    RkStatsReason outcome = rk_knots_read(&knots, x, y, count);
    double wanted = degrees_of_freedom_wanted, most = (double)knots.count;
    if (outcome == RK_STATS_OK && knots.count < 3)
        outcome = RK_STATS_TOO_FEW;
    if (outcome == RK_STATS_OK && !(wanted > 2 && wanted <= most))
        outcome = RK_STATS_BAD_ARGUMENT;
    if (outcome == RK_STATS_OK && wanted < most)
        outcome = smooth(&knots, wanted);
    return rk_stats_outcome(outcome, reason) ? rk_spline_through(&knots, RK_SPLINE_CUBIC) : NULL;
}

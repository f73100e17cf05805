/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every method is a line or polynomial through transformed variables. What is said about coefficients and values is
 * said in the terms of the data again. It invents no interval for methods that have none.
 */
#include "transform/regression-fit.h"

#include <math.h>

#include "stats/contrast.h"
#include "stats/correlation.h"
#include "stats/theil-sen.h"

const char *const rk_fit_method_names[] = {"linear", "log", "exp", "pow", "quad", "poly", "robust", "theilsen", NULL};

static const RkFitMethod methods[] = {
    {.name = "linear", .order = 1},
    {.name = "log", .log_x = TRUE, .order = 1},
    {.name = "exp", .log_y = TRUE, .weighted_by_y = TRUE, .order = 1},
    {.name = "pow", .log_x = TRUE, .log_y = TRUE, .order = 1},
    {.name = "quad", .order = 2},
    {.name = "poly"},
    {.name = "robust", .order = 1, .robust = TRUE},
    {.name = "theilsen", .order = 1, .medians = TRUE},
};

const RkFitMethod *rk_fit_method(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
        if (g_strcmp0(name, methods[i].name) == 0)
            return &methods[i];
    return &methods[0];
}

static guint order_of(const RkFitRequest *request)
{
    return request->method->order > 0 ? request->method->order : request->order;
}

guint rk_fit_terms(const RkFitRequest *request)
{
    return order_of(request) + 1;
}

void rk_fit_clear(RkFit *fit)
{
    rk_regression_clear(&fit->regression);
    *fit = (RkFit){0};
}

/* The powers of x that stand for it, moved to the middle of the data: powers then differ from each other, and moments,
 * which are large numbers, lose no digits. */
static void powers_of(const RkFit *fit, double x, double *powers)
{
    double base = fit->request->method->log_x ? log(x) : (x - fit->middle) / fit->reach, power = 1;
    for (guint k = 0; k + 1 < fit->terms; k++)
        powers[k] = power *= base;
}

/* A line needs no reach: without it simple numbers stay simple. */
static void find_middle(RkFit *fit, const double *x, gsize count)
{
    fit->middle = 0;
    fit->reach = 1;
    if (fit->request->method->log_x || count == 0 || !(x[0] < x[count - 1]))
        return;
    fit->middle = x[0] / 2 + x[count - 1] / 2;
    if (fit->terms > 2)
        fit->reach = x[count - 1] / 2 - x[0] / 2;
}

static gboolean all_positive(const double *values, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (values[i] <= 0)
            return FALSE;
    return TRUE;
}

/* Coefficient k of 1, x, x² … from those of the powers of (x − middle) / reach. */
static RkContrast own_coefficient(const RkFit *fit, guint k)
{
    double factors[RK_FIT_TERMS] = {0};
    double binomial = 1;
    for (guint j = k; j < fit->terms; j++) {
        factors[j] = binomial * pow(-fit->middle, j - k) / pow(fit->reach, j);
        binomial = binomial * (j + 1) / (j + 1 - k);
    }
    return rk_regression_contrast(&fit->regression, factors, fit->request->level);
}

static void report_coefficients(RkFit *fit)
{
    for (guint k = 0; k < fit->terms; k++) {
        RkContrast own = own_coefficient(fit, k);
        fit->coefficients[k] = (RkFitCoefficient){own.value, own.standard_error, own.p_value, own.low, own.high};
    }
    RkFitCoefficient *first = &fit->coefficients[0];
    if (!fit->request->method->log_y)
        return;
    first->value = exp(first->value);
    first->low = exp(first->low);
    first->high = exp(first->high);
}

/* 1 − Σe²/Σ(y − ȳ)² of the values themselves. */
static double explained(const RkFit *fit, const double *x, const double *y, gsize count)
{
    double mean = 0, unexplained = 0, whole = 0;
    for (gsize i = 0; i < count; i++)
        mean += (y[i] - mean) / (double)(i + 1);
    for (gsize i = 0; i < count; i++) {
        RkSampledPoint point = {.x = x[i]};
        rk_fit_point(fit, &point);
        unexplained += (y[i] - point.value) * (y[i] - point.value);
        whole += (y[i] - mean) * (y[i] - mean);
    }
    return whole > 0 ? 1 - unexplained / whole : NAN;
}

static gboolean find_medians(RkFit *fit, const double *x, const double *y, gsize count, RkStatsReason *reason)
{
    RkTheilSen line;
    RkCorrelation correlation;
    if (!rk_stats_theil_sen(x, y, count, fit->request->level, &line, reason))
        return FALSE;
    /* A slope of 0 and no rank correlation are one hypothesis. */
    rk_stats_kendall(x, y, count, &correlation, NULL);
    fit->coefficients[0] = (RkFitCoefficient){line.intercept, NAN, NAN, NAN, NAN};
    fit->coefficients[1] =
        (RkFitCoefficient){line.slope.value, NAN, correlation.p_value, line.slope.low, line.slope.high};
    fit->r_squared = explained(fit, x, y, count);
    return TRUE;
}

static gboolean find_squares(RkFit *fit, const double *x, const double *y, gsize count, RkStatsReason *reason)
{
    const RkFitMethod *method = fit->request->method;
    guint predictors = fit->terms - 1;
    g_autofree double *cells = g_new(double, MAX(count, 1) * (predictors + 1));
    const double *columns[RK_FIT_TERMS];
    for (guint k = 0; k < predictors; k++)
        columns[k] = cells + k * count;
    for (gsize i = 0; i < count; i++) {
        double powers[RK_FIT_TERMS];
        powers_of(fit, x[i], powers);
        for (guint k = 0; k < predictors; k++)
            cells[k * count + i] = powers[k];
        cells[predictors * count + i] = method->log_y ? log(y[i]) : y[i];
    }
    RkRegressionInput input = {.response = cells + predictors * count,
                               .predictors = columns,
                               .predictor_count = predictors,
                               .rows = count,
                               .weights = method->weighted_by_y ? y : NULL,
                               .intercept = TRUE};
    gboolean found = method->robust
                         ? rk_stats_regress_robust(&input, fit->request->weights, 0, &fit->regression, reason)
                         : rk_stats_regress(&input, &fit->regression, reason);
    if (!found)
        return FALSE;
    report_coefficients(fit);
    fit->r_squared = method->log_y ? explained(fit, x, y, count) : fit->regression.r_squared;
    return TRUE;
}

gboolean rk_fit_find(const RkFitRequest *request, const double *x, const double *y, gsize count, RkFit *fit,
                     RkStatsReason *reason)
{
    const RkFitMethod *method = request->method;
    *fit = (RkFit){.request = request, .terms = rk_fit_terms(request), .count = count};
    if ((method->log_x && !all_positive(x, count)) || (method->log_y && !all_positive(y, count))) {
        *reason = RK_STATS_NOT_POSITIVE;
        return FALSE;
    }
    find_middle(fit, x, count);
    return method->medians ? find_medians(fit, x, y, count, reason) : find_squares(fit, x, y, count, reason);
}

/* The prediction interval of an observation of this weight, from the one of an observation of weight 1. */
static RkInterval reweigh(RkInterval confidence, RkInterval prediction, double weight)
{
    double mean = confidence.high - confidence.value, both = prediction.high - prediction.value;
    double reach = hypot(mean, sqrt(fmax(0, (both - mean) * (both + mean)) / weight));
    return (RkInterval){prediction.value, prediction.value - reach, prediction.value + reach};
}

void rk_fit_point(gconstpointer data, RkSampledPoint *point)
{
    const RkFit *fit = data;
    const RkFitRequest *request = fit->request;
    double powers[RK_FIT_TERMS];
    RkInterval confidence, prediction;
    if (request->method->medians) {
        point->value = fit->coefficients[0].value + fit->coefficients[1].value * point->x;
        return;
    }
    powers_of(fit, point->x, powers);
    rk_regression_predict(&fit->regression, powers, request->level, &confidence, &prediction);
    if (request->method->weighted_by_y)
        prediction = reweigh(confidence, prediction, exp(confidence.value));
    const RkInterval *interval = request->interval == RK_FIT_PREDICTION ? &prediction : &confidence;
    gboolean log_y = request->method->log_y;
    point->value = log_y ? exp(confidence.value) : confidence.value;
    if (request->interval == RK_FIT_NO_INTERVAL)
        return;
    point->low = log_y ? exp(interval->low) : interval->low;
    point->high = log_y ? exp(interval->high) : interval->high;
}

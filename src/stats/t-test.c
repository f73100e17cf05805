/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Student's t tests.
 */
#include <float.h>
#include <math.h>

#include "stats/distribution-private.h"
#include "stats/hypothesis-private.h"
#include "stats/private.h"
#include "stats/spread.h"
#include "stats/weighted-private.h"

RkTestResult rk_test_nothing(gsize count)
{
    return (RkTestResult){NAN, NAN, NAN, NAN, NAN, NAN, NAN, FALSE, count};
}

gboolean rk_test_answer(RkTestResult value, RkStatsReason why, RkTestResult *result, RkStatsReason *reason)
{
    if (why == RK_STATS_OK && isnan(value.p_value))
        why = RK_STATS_NOT_FINITE;
    *result = why == RK_STATS_OK ? value : rk_test_nothing(value.count);
    return rk_stats_outcome(why, reason);
}

/* Mean and variance of one sample. */
typedef struct {
    double n, mean, variance;
    gboolean finite;
} Moments;

static Moments find_moments(const double *values, gsize count)
{
    g_auto(RkSample) sample = rk_sample_new(values, count);
    double variance = sample.count > 1 ? rk_stats_variance(sample.values, sample.count) : 0;
    return (Moments){(double)sample.count, rk_sample_mean(&sample), variance, sample.finite && isfinite(variance)};
}

/* The test of an estimate with its standard error. `size` is that of the means it came from: a scatter below their
 * roundings is none. */
static gboolean answer(double estimate, double hypothesis, double error, double degrees, double size, double level,
                       gsize count, RkTestResult *result, RkStatsReason *reason)
{
    RkTestResult value = rk_test_nothing(count);
    if (!(level > 0 && level < 1))
        return rk_test_answer(value, RK_STATS_BAD_ARGUMENT, result, reason);
    if (!isfinite(error) || !isfinite(estimate) || !isfinite(hypothesis))
        return rk_test_answer(value, RK_STATS_NOT_FINITE, result, reason);
    if (error <= 10 * DBL_EPSILON * size)
        return rk_test_answer(value, RK_STATS_CONSTANT, result, reason);
    double reach = rk_t_quantile(level, degrees) * error;
    value.statistic = (estimate - hypothesis) / error;
    value.p_value = rk_t_two_sided(value.statistic, degrees);
    value.degrees = degrees;
    value.estimate = estimate;
    value.low = estimate - reach;
    value.high = estimate + reach;
    return rk_test_answer(value, RK_STATS_OK, result, reason);
}

gboolean rk_stats_t_test(const double *values, gsize count, double mean, double level, RkTestResult *result,
                         RkStatsReason *reason)
{
    Moments moments = find_moments(values, count);
    if (moments.n < 2)
        return rk_test_answer(rk_test_nothing((gsize)moments.n), RK_STATS_TOO_FEW, result, reason);
    return answer(moments.mean, mean, sqrt(moments.variance / moments.n), moments.n - 1, fabs(moments.mean), level,
                  (gsize)moments.n, result, reason);
}

gboolean rk_stats_t_test_paired(const double *x, const double *y, gsize count, double level, RkTestResult *result,
                                RkStatsReason *reason)
{
    g_autofree double *differences = g_new(double, MAX(count, 1));
    gsize used = 0;
    for (gsize i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        /* Infinities of the same sign would look like a missing pair. */
        differences[used++] = isinf(x[i]) || isinf(y[i]) ? INFINITY : x[i] - y[i];
    }
    return rk_stats_t_test(differences, used, 0, level, result, reason);
}

gboolean rk_stats_t_test_welch(const double *x, gsize x_count, const double *y, gsize y_count, double level,
                               RkTestResult *result, RkStatsReason *reason)
{
    Moments a = find_moments(x, x_count), b = find_moments(y, y_count);
    gsize count = (gsize)(a.n + b.n);
    if (a.n < 2 || b.n < 2)
        return rk_test_answer(rk_test_nothing(count), RK_STATS_TOO_FEW, result, reason);
    double error = hypot(sqrt(a.variance / a.n), sqrt(b.variance / b.n));
    /* Shares of the squared error, so that fourth powers stay in range. */
    double share_a = a.variance / a.n / (error * error), share_b = b.variance / b.n / (error * error);
    double degrees = 1 / (share_a * share_a / (a.n - 1) + share_b * share_b / (b.n - 1));
    return answer(a.mean - b.mean, 0, a.finite && b.finite ? error : NAN, degrees, fmax(fabs(a.mean), fabs(b.mean)),
                  level, count, result, reason);
}

gboolean rk_stats_t_test_pooled(const double *x, gsize x_count, const double *y, gsize y_count, double level,
                                RkTestResult *result, RkStatsReason *reason)
{
    Moments a = find_moments(x, x_count), b = find_moments(y, y_count);
    gsize count = (gsize)(a.n + b.n);
    double degrees = a.n + b.n - 2;
    if (a.n < 1 || b.n < 1 || degrees < 1)
        return rk_test_answer(rk_test_nothing(count), RK_STATS_TOO_FEW, result, reason);
    double variance = (a.n - 1) / degrees * a.variance + (b.n - 1) / degrees * b.variance;
    double error = sqrt(variance) * sqrt(1 / a.n + 1 / b.n);
    return answer(a.mean - b.mean, 0, a.finite && b.finite ? error : NAN, degrees, fmax(fabs(a.mean), fabs(b.mean)),
                  level, count, result, reason);
}

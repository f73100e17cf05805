/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample with a second predictor and weights, and what the tests of regressions compare.
 */
#ifndef STATS_REGRESSION_SAMPLE_H
#define STATS_REGRESSION_SAMPLE_H

#include "stats-column.h"
#include "stats/regression.h"

static const double sample_z[SAMPLE_COUNT] = {0.7161,  3.9018, -1.2277, 8.4403, 2.7713, 6.1192,
                                              -0.4471, 5.3319, 1.0913,  9.7127, 4.4127, -2.6011};
static const double sample_w[SAMPLE_COUNT] G_GNUC_UNUSED = {1.25, 0.5,   3, 2.125, 0.75,  1,
                                                            4.5,  0.375, 2, 1.5,   0.625, 1.75};
static const double *const sample_predictors[] = {sample_x, sample_z};

static inline RkRegressionInput sample_input(void)
{
    return (RkRegressionInput){sample_y, sample_predictors, 2, SAMPLE_COUNT, NULL, TRUE};
}

/* `expected`: value, low, high. */
static inline void assert_interval(RkInterval actual, const double *expected)
{
    const double numbers[] = {actual.value, actual.low, actual.high};
    assert_column(numbers, expected, 3, 1e-12);
}

static inline void assert_refused(const RkRegressionInput *input, RkStatsReason expected)
{
    g_auto(RkRegression) fit = {.count = 7};
    RkStatsReason reason = RK_STATS_OK;
    assert_false(rk_stats_regress(input, &fit, &reason));
    assert_int_equal(reason, expected);
    assert_null(fit.coefficients);
    assert_int_equal(fit.count, 0);
}

#endif

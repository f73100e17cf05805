/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Convergence between countries: β by regression of growth on the level, σ by the spread of logarithms over time.
 */
#include <math.h>

#include "stats/growth.h"
#include "stats/spread.h"
#include "stats/weighted-private.h"

static gboolean fail_beta(RkBetaConvergence *result, RkStatsReason why, RkStatsReason *reason)
{
    *result = (RkBetaConvergence){NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0};
    return rk_stats_outcome(why, reason);
}

/* Logarithms of the first values and growth per year. */
static RkStatsReason take_pairs(const double *first, const double *last, gsize count, double years, double *levels,
                                double *rates, gsize *used)
{
    for (gsize i = 0; i < count; i++) {
        if (isnan(first[i]) || isnan(last[i]))
            continue;
        if (!(first[i] > 0 && last[i] > 0))
            return RK_STATS_NOT_POSITIVE;
        levels[*used] = log(first[i]);
        rates[(*used)++] = (log(last[i]) - log(first[i])) / years;
    }
    return *used < 3 ? RK_STATS_TOO_FEW : RK_STATS_OK;
}

gboolean rk_stats_beta_convergence(const double *first, const double *last, gsize count, double years,
                                   RkBetaConvergence *convergence, RkStatsReason *reason)
{
    if (!(years > 0 && isfinite(years)))
        return fail_beta(convergence, RK_STATS_BAD_ARGUMENT, reason);
    g_autofree double *levels = g_new(double, MAX(count, 1)), *rates = g_new(double, MAX(count, 1));
    gsize used = 0;
    RkStatsReason outcome = take_pairs(first, last, count, years, levels, rates, &used);
    if (outcome != RK_STATS_OK)
        return fail_beta(convergence, outcome, reason);
    const double *predictors[] = {levels};
    RkRegressionInput input = {rates, predictors, 1, used, NULL, TRUE};
    g_auto(RkRegression) fit = {0};
    if (!rk_stats_regress(&input, &fit, &outcome))
        return fail_beta(convergence, outcome, reason);
    double beta = fit.coefficients[1], speed = beta * years > -1 ? -log1p(beta * years) / years : NAN;
    *convergence = (RkBetaConvergence){
        .intercept = fit.coefficients[0],
        .beta = beta,
        .standard_error = fit.standard_errors[1],
        .t_value = fit.t_values[1],
        .p_value = fit.p_values[1],
        .r_squared = fit.r_squared,
        .speed = speed,
        .half_life = speed > 0 ? log(2) / speed : NAN,
        .count = used,
    };
    return rk_stats_outcome(RK_STATS_OK, reason);
}

/* Countries with a value at every time; the others are left out. */
static gsize complete_countries(const double *values, gsize times, gsize countries, gsize *chosen)
{
    gsize used = 0;
    for (gsize country = 0; country < countries; country++) {
        gsize time = 0;
        while (time < times && !isnan(values[time * countries + country]))
            time++;
        if (time == times)
            chosen[used++] = country;
    }
    return used;
}

static RkStatsReason find_spread(const double *values, gsize times, gsize countries, double *spread)
{
    g_autofree gsize *chosen = g_new(gsize, MAX(countries, 1));
    g_autofree double *logarithms = g_new(double, MAX(countries, 1));
    gsize used = complete_countries(values, times, countries, chosen);
    if (used < 2 || times < 2)
        return RK_STATS_TOO_FEW;
    for (gsize time = 0; time < times; time++) {
        for (gsize i = 0; i < used; i++) {
            double value = values[time * countries + chosen[i]];
            if (!(value > 0))
                return RK_STATS_NOT_POSITIVE;
            logarithms[i] = log(value);
        }
        spread[time] = rk_stats_stdev(logarithms, used);
    }
    return RK_STATS_OK;
}

gboolean rk_stats_sigma_convergence(const double *values, const double *times, gsize time_count, gsize country_count,
                                    double *spread, RkSigmaConvergence *convergence, RkStatsReason *reason)
{
    *convergence = (RkSigmaConvergence){NAN, NAN, NAN, NAN, 0};
    RkStatsReason outcome = find_spread(values, time_count, country_count, spread);
    const double *predictors[] = {times};
    RkRegressionInput input = {spread, predictors, 1, time_count, NULL, TRUE};
    g_auto(RkRegression) fit = {0};
    if (outcome != RK_STATS_OK || !rk_stats_regress(&input, &fit, &outcome)) {
        for (gsize i = 0; i < time_count; i++)
            spread[i] = NAN;
        return rk_stats_outcome(outcome, reason);
    }
    *convergence =
        (RkSigmaConvergence){fit.coefficients[1], fit.standard_errors[1], fit.t_values[1], fit.p_values[1], fit.count};
    return rk_stats_outcome(RK_STATS_OK, reason);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways in: check, put the units in the order of their values, draw, count, summarise. Draws belong to places of
 * that order and not to positions, so that permuted rows give permuted results.
 */
#include "stats/rank-uncertainty-private.h"

#include <math.h>

#define DRAWS_USUAL 10000
#define LEVEL_USUAL 0.95
/* No normal draw is that far out: Box and Muller reach √(2 ln 2^53) = 8.6. */
#define WIDTHS_OUT 16

static gpointer fail(RkStatsReason *reason, RkStatsReason why)
{
    if (reason != NULL)
        *reason = why;
    return NULL;
}

static guint draws_of(const RkRankDrawing *drawing)
{
    return drawing->draws == 0 ? DRAWS_USUAL : drawing->draws;
}

static double level_of(const RkRankDrawing *drawing)
{
    return drawing->level == 0 ? LEVEL_USUAL : drawing->level;
}

static RkStatsReason check_drawing(const RkRankDrawing *drawing, gsize count)
{
    if (!(level_of(drawing) >= 0.5 && level_of(drawing) <= 1))
        return RK_STATS_BAD_ARGUMENT;
    return draws_of(drawing) > RK_RANK_DRAWS_MOST || count > G_MAXUINT32 ? RK_STATS_TOO_MANY : RK_STATS_OK;
}

static double *missing_numbers(gsize count)
{
    double *numbers = g_new(double, MAX(count, 1));
    for (gsize i = 0; i < count; i++)
        numbers[i] = NAN;
    return numbers;
}

static RkRankUncertainty *uncertainty_new(gsize count, guint draws)
{
    RkRankUncertainty *uncertainty = g_new0(RkRankUncertainty, 1);
    *uncertainty = (RkRankUncertainty){.count = count,
                                       .draws = draws,
                                       .low = missing_numbers(count),
                                       .median = missing_numbers(count),
                                       .high = missing_numbers(count),
                                       .mean = missing_numbers(count),
                                       .place = g_new0(guint32, MAX(count, 1)),
                                       .first_group = g_new0(guint32, MAX(count, 1)),
                                       .last_group = g_new0(guint32, MAX(count, 1)),
                                       .units = g_new(guint32, MAX(count, 1))};
    return uncertainty;
}

void rk_rank_uncertainty_free(RkRankUncertainty *uncertainty)
{
    if (uncertainty == NULL)
        return;
    gpointer parts[] = {uncertainty->low,   uncertainty->median,      uncertainty->high,       uncertainty->mean,
                        uncertainty->place, uncertainty->first_group, uncertainty->last_group, uncertainty->units,
                        uncertainty->ranks, uncertainty->ahead,       uncertainty->alike};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    g_free(uncertainty);
}

/* Equal values by their keys or, without, by their widths: the narrower first. */
static void order_units(RkRankUncertainty *uncertainty, const double *values, const double *widths,
                        const RkRankDrawing *drawing)
{
    gsize count = uncertainty->count;
    g_autofree guint32 *keys = NULL, *index = g_new(guint32, MAX(count, 1));
    if (drawing->keys == NULL && widths != NULL) {
        keys = g_new(guint32, MAX(count, 1));
        rk_stats_sort_index(widths, count, RK_ASCENDING, NULL, index);
        for (gsize i = 0; i < count; i++)
            keys[index[i]] =
                (guint32)(i > 0 && widths[index[i]] == widths[index[i - 1]] ? keys[index[i - 1]] : (guint32)i);
    }
    rk_stats_sort_index(values, count, drawing->order, keys == NULL ? drawing->keys : keys, index);
    for (gsize i = 0; i < count; i++)
        if (!isnan(values[index[i]]))
            uncertainty->units[uncertainty->ranked++] = index[i];
}

static RkStatsReason check_work(const RkRankUncertainty *uncertainty, gsize indicators)
{
    gsize ranked = uncertainty->ranked;
    if (ranked == 0)
        return RK_STATS_TOO_FEW;
    if (ranked > RK_RANK_UNITS_MOST || indicators > RK_RANK_WORK_MOST ||
        (double)ranked * (double)(ranked + indicators) * uncertainty->draws > (double)RK_RANK_WORK_MOST)
        return RK_STATS_TOO_MANY;
    return RK_STATS_OK;
}

static void draw_and_count(RkRankUncertainty *uncertainty, RkRankSource *source, const RkRankDrawing *drawing)
{
    gsize ranked = uncertainty->ranked;
    source->units = ranked;
    source->random = (RkRandom){drawing->seed, drawing->stream};
    uncertainty->ranks = g_new0(guint32, ranked * ranked);
    uncertainty->ahead = g_new0(guint32, ranked * ranked);
    uncertainty->alike = g_new0(guint32, ranked);
    rk_rank_tally(source, uncertainty->draws, drawing->threads, uncertainty->ranks, uncertainty->ahead);
    rk_rank_share_alike(source, uncertainty);
    rk_rank_summarise(uncertainty, level_of(drawing));
}

static RkStatsReason check_intervals(const double *values, const double *widths, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        if (isnan(values[i]))
            continue;
        if (!(widths[i] >= 0))
            return RK_STATS_BAD_ARGUMENT;
        if (!isfinite(fabs(values[i]) + WIDTHS_OUT * widths[i]))
            return RK_STATS_NOT_FINITE;
    }
    return RK_STATS_OK;
}

static RkRankUncertainty *rank_intervals(const double *values, const double *widths, gsize count,
                                         const RkRankDrawing *drawing, RkRankSource *source, RkStatsReason *reason)
{
    RkStatsReason why = check_drawing(drawing, count);
    if (why == RK_STATS_OK)
        why = check_intervals(values, widths, count);
    if (why != RK_STATS_OK)
        return fail(reason, why);
    g_autoptr(RkRankUncertainty) uncertainty = uncertainty_new(count, draws_of(drawing));
    order_units(uncertainty, values, widths, drawing);
    why = check_work(uncertainty, 0);
    if (why != RK_STATS_OK)
        return fail(reason, why);
    gsize ranked = uncertainty->ranked;
    g_autofree double *some = g_new(double, ranked), *some_widths = g_new(double, ranked);
    for (gsize i = 0; i < ranked; i++) {
        double value = values[uncertainty->units[i]];
        some[i] = drawing->order == RK_DESCENDING ? -value : value;
        some_widths[i] = widths[uncertainty->units[i]];
    }
    source->values = some;
    source->widths = some_widths;
    draw_and_count(uncertainty, source, drawing);
    fail(reason, RK_STATS_OK);
    return g_steal_pointer(&uncertainty);
}

RkRankUncertainty *rk_rank_with_errors(const double *values, const double *errors, gsize count,
                                       const RkRankDrawing *drawing, RkStatsReason *reason)
{
    RkRankSource source = {.fill = rk_rank_fill_normal};
    return rank_intervals(values, errors, count, drawing, &source, reason);
}

RkRankUncertainty *rk_rank_with_rounding(const double *values, const double *half_widths, gsize count,
                                         const RkRankDrawing *drawing, RkStatsReason *reason)
{
    RkRankSource source = {.fill = rk_rank_fill_uniform};
    return rank_intervals(values, half_widths, count, drawing, &source, reason);
}

/* The weighted mean of what a unit has; NaN when nothing that it has weighs. */
static double mean_of_unit(const double *const *indicators, const double *weights, gsize indicator_count, gsize unit)
{
    double sum = 0, total = 0;
    for (gsize i = 0; i < indicator_count; i++) {
        double value = indicators[i][unit], weight = weights == NULL ? 1 : weights[i];
        if (isnan(value))
            continue;
        sum += weight * value;
        total += weight;
    }
    return total > 0 ? sum / total : NAN;
}

static RkStatsReason check_weights(const double *weights, double noise, gsize indicator_count)
{
    double total = 0;
    if (!(noise > 0 && noise <= 1))
        return RK_STATS_BAD_ARGUMENT;
    for (gsize i = 0; i < indicator_count; i++) {
        if (isnan(weights[i]))
            return RK_STATS_BAD_ARGUMENT;
        if (weights[i] < 0)
            return RK_STATS_NEGATIVE_WEIGHT;
        total += weights[i];
    }
    if (!isfinite(2 * total))
        return RK_STATS_NOT_FINITE;
    return total > 0 ? RK_STATS_OK : RK_STATS_ZERO_WEIGHT;
}

/* Weights add up to 2 at most, so that half the range of doubles is safe from overflow. */
static RkStatsReason check_indicators(const double *const *indicators, gsize indicator_count, gsize count)
{
    if (indicator_count == 0)
        return RK_STATS_TOO_FEW;
    for (gsize i = 0; i < indicator_count; i++)
        for (gsize unit = 0; unit < count; unit++)
            if (!isnan(indicators[i][unit]) &&
                !(fabs(indicators[i][unit]) * 4 * (double)indicator_count <= G_MAXDOUBLE))
                return RK_STATS_NOT_FINITE;
    return RK_STATS_OK;
}

static RkRankUncertainty *rank_weighted(const double *const *indicators, gsize indicator_count, gsize count,
                                        const RkRankDrawing *drawing, RkRankSource *source, RkStatsReason *reason)
{
    RkStatsReason why = check_drawing(drawing, count);
    if (why == RK_STATS_OK)
        why = check_indicators(indicators, indicator_count, count);
    if (why != RK_STATS_OK)
        return fail(reason, why);
    g_autoptr(RkRankUncertainty) uncertainty = uncertainty_new(count, draws_of(drawing));
    g_autofree double *means = g_new(double, MAX(count, 1));
    for (gsize unit = 0; unit < count; unit++)
        means[unit] = mean_of_unit(indicators, source->weights, indicator_count, unit);
    order_units(uncertainty, means, NULL, drawing);
    why = check_work(uncertainty, indicator_count);
    if (why != RK_STATS_OK)
        return fail(reason, why);
    double sign = drawing->order == RK_DESCENDING ? -1 : 1;
    g_autofree double *panels =
        rk_rank_panels(indicators, indicator_count, uncertainty->units, uncertainty->ranked, sign);
    g_autofree double *present =
        rk_rank_panels_present(indicators, indicator_count, uncertainty->units, uncertainty->ranked);
    source->indicators = indicator_count;
    source->panels = panels;
    source->present = present;
    draw_and_count(uncertainty, source, drawing);
    fail(reason, RK_STATS_OK);
    return g_steal_pointer(&uncertainty);
}

RkRankUncertainty *rk_rank_with_any_weights(const double *const *indicators, gsize indicator_count, gsize count,
                                            const RkRankDrawing *drawing, RkStatsReason *reason)
{
    RkRankSource source = {.fill = rk_rank_fill_weighted};
    return rank_weighted(indicators, indicator_count, count, drawing, &source, reason);
}

RkRankUncertainty *rk_rank_with_noisy_weights(const double *const *indicators, const double *weights, double noise,
                                              gsize indicator_count, gsize count, const RkRankDrawing *drawing,
                                              RkStatsReason *reason)
{
    RkStatsReason why = check_weights(weights, noise, indicator_count);
    if (indicator_count == 0)
        why = RK_STATS_TOO_FEW;
    if (why != RK_STATS_OK)
        return fail(reason, why);
    g_autofree double *shares = g_new(double, indicator_count);
    double total = 0;
    for (gsize i = 0; i < indicator_count; i++)
        total += weights[i];
    for (gsize i = 0; i < indicator_count; i++)
        shares[i] = weights[i] / total;
    RkRankSource source = {.fill = rk_rank_fill_weighted, .weights = shares, .noise = noise};
    return rank_weighted(indicators, indicator_count, count, drawing, &source, reason);
}

double rk_rank_probability(const RkRankUncertainty *uncertainty, gsize unit, gsize rank)
{
    guint32 place = unit < uncertainty->count ? uncertainty->place[unit] : 0;
    if (place == 0 || rank == 0 || rank > uncertainty->ranked)
        return NAN;
    double draws = (double)uncertainty->draws * uncertainty->alike[place - 1];
    return uncertainty->ranks[(place - 1) * uncertainty->ranked + rank - 1] / draws;
}

double rk_rank_ahead(const RkRankUncertainty *uncertainty, gsize a, gsize b)
{
    guint32 first = a < uncertainty->count ? uncertainty->place[a] : 0;
    guint32 second = b < uncertainty->count ? uncertainty->place[b] : 0;
    if (first == 0 || second == 0)
        return NAN;
    return uncertainty->ahead[(gsize)(first - 1) * uncertainty->ranked + second - 1] / (2.0 * uncertainty->draws);
}

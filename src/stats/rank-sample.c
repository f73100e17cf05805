/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scores that could have been: values within their errors, and weighted means under random weights. Products are added
 * indicator after indicator, so that the digits do not depend on how many draws are worked on together.
 */
#include "stats/rank-uncertainty-private.h"

#include <math.h>
#include <string.h>

#define PANEL 4

void rk_rank_fill_normal(const RkRankSource *source, guint64 first, gsize draws, double *scores)
{
    for (gsize draw = 0; draw < draws; draw++, scores += source->units) {
        rk_random_normal(&source->random, first + draw, scores, source->units);
        for (gsize unit = 0; unit < source->units; unit++)
            scores[unit] = source->values[unit] + source->widths[unit] * scores[unit];
    }
}

void rk_rank_fill_uniform(const RkRankSource *source, guint64 first, gsize draws, double *scores)
{
    for (gsize draw = 0; draw < draws; draw++, scores += source->units) {
        rk_random_uniform(&source->random, first + draw, scores, source->units);
        for (gsize unit = 0; unit < source->units; unit++)
            scores[unit] = source->values[unit] + source->widths[unit] * (2 * scores[unit] - 1);
    }
}

/* Four draws' weights side by side for each indicator. */
static void draw_weights(const RkRankSource *source, guint64 draw, double *single, double *weights)
{
    for (gsize lane = 0; lane < PANEL; lane++) {
        if (source->weights == NULL)
            rk_random_simplex(&source->random, draw + lane, single, source->indicators);
        else
            rk_random_uniform(&source->random, draw + lane, single, source->indicators);
        for (gsize i = 0; i < source->indicators; i++) {
            double weight = single[i];
            if (source->weights != NULL)
                weight = source->weights[i] * (1 + source->noise * (2 * weight - 1));
            weights[i * PANEL + lane] = weight;
        }
    }
}

typedef double Four __attribute__((vector_size(32)));

/* Weighted sums of four units under four lists of weights: sums[draw][unit]. */
static void add_panel(const double *panel, const double *weights, gsize indicators, double sums[PANEL][PANEL])
{
    Four a = {0}, b = {0}, c = {0}, d = {0};
    for (gsize i = 0; i < indicators; i++, panel += PANEL, weights += PANEL) {
        Four values;
        memcpy(&values, panel, sizeof values);
        a += values * weights[0];
        b += values * weights[1];
        c += values * weights[2];
        d += values * weights[3];
    }
    memcpy(sums[0], &a, sizeof a);
    memcpy(sums[1], &b, sizeof b);
    memcpy(sums[2], &c, sizeof c);
    memcpy(sums[3], &d, sizeof d);
}

static void divide(double sums[PANEL][PANEL], double totals[PANEL][PANEL])
{
    for (gsize draw = 0; draw < PANEL; draw++)
        for (gsize unit = 0; unit < PANEL; unit++)
            sums[draw][unit] /= totals[draw][unit];
}

/* One panel for four draws; the last panel and the last draws may be cut short. */
static void fill_panel(const RkRankSource *source, const double *weights, gsize panel, gsize draws, double *scores)
{
    gsize offset = panel * PANEL * source->indicators, units = MIN(PANEL, source->units - panel * PANEL);
    double sums[PANEL][PANEL], totals[PANEL][PANEL];
    add_panel(source->panels + offset, weights, source->indicators, sums);
    if (source->present != NULL) {
        add_panel(source->present + offset, weights, source->indicators, totals);
        divide(sums, totals);
    }
    for (gsize draw = 0; draw < draws; draw++)
        memcpy(scores + draw * source->units + panel * PANEL, sums[draw], units * sizeof(double));
}

void rk_rank_fill_weighted(const RkRankSource *source, guint64 first, gsize draws, double *scores)
{
    g_autofree double *single = g_new(double, source->indicators);
    g_autofree double *weights = g_new(double, source->indicators *PANEL);
    gsize panels = (source->units + PANEL - 1) / PANEL;
    for (gsize draw = 0; draw < draws; draw += PANEL) {
        draw_weights(source, first + draw, single, weights);
        for (gsize panel = 0; panel < panels; panel++)
            fill_panel(source, weights, panel, MIN(PANEL, draws - draw), scores + draw * source->units);
    }
}

static gsize panel_place(gsize unit, gsize indicator, gsize indicators)
{
    return (unit / PANEL * indicators + indicator) * PANEL + unit % PANEL;
}

double *rk_rank_panels(const double *const *indicators, gsize indicator_count, const guint32 *units, gsize unit_count,
                       double sign)
{
    gsize panels = (unit_count + PANEL - 1) / PANEL;
    double *values = g_new0(double, panels *PANEL *indicator_count);
    for (gsize i = 0; i < indicator_count; i++)
        for (gsize unit = 0; unit < unit_count; unit++) {
            double value = indicators[i][units[unit]];
            values[panel_place(unit, i, indicator_count)] = isnan(value) ? 0 : sign * value;
        }
    return values;
}

double *rk_rank_panels_present(const double *const *indicators, gsize indicator_count, const guint32 *units,
                               gsize unit_count)
{
    gsize panels = (unit_count + PANEL - 1) / PANEL, missing = 0;
    g_autofree double *present = g_new(double, panels *PANEL *indicator_count);
    for (gsize i = 0; i < panels * PANEL * indicator_count; i++)
        present[i] = 1;
    for (gsize i = 0; i < indicator_count; i++)
        for (gsize unit = 0; unit < unit_count; unit++)
            if (isnan(indicators[i][units[unit]])) {
                present[panel_place(unit, i, indicator_count)] = 0;
                missing++;
            }
    return missing == 0 ? NULL : g_steal_pointer(&present);
}

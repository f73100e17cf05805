/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From counts to quantiles of ranks, mean ranks, and groups of units that cannot be told apart.
 */
#include "stats/rank-uncertainty-private.h"

#include <math.h>

/* The least rank that at least `share` of the draws reach. Counted in whole draws: the share of 5 % of 10,000 draws
 * must be 500, not a little more. */
static double quantile(const guint32 *counts, gsize ranked, guint64 draws, guint percent)
{
    guint64 reached = 0;
    for (gsize rank = 0; rank < ranked; rank++) {
        reached += counts[rank];
        if (reached * 100 >= draws * percent)
            return (double)rank + 1;
    }
    return NAN;
}

static double mean(const guint32 *counts, gsize ranked, guint64 draws)
{
    guint64 sum = 0;
    for (gsize rank = 0; rank < ranked; rank++)
        sum += counts[rank] * (guint64)(rank + 1);
    return (double)sum / (double)draws;
}

/* Order is certain enough in either direction: the values as given may be behind in most draws. */
static gboolean is_apart(const RkRankUncertainty *uncertainty, gsize a, gsize b, double level)
{
    double share = uncertainty->ahead[a * uncertainty->ranked + b] / (2.0 * uncertainty->draws);
    return share >= level || 1 - share >= level;
}

/* How far the run that starts at `first` reaches, given that it reaches `end` (not in it) at least. */
static gsize extend(const RkRankUncertainty *uncertainty, gsize first, gsize end, double level)
{
    for (; end < uncertainty->ranked; end++)
        for (gsize place = first; place < end; place++)
            if (is_apart(uncertainty, place, end, level))
                return end;
    return end;
}

/* Runs start and end in the same order, so that the groups of a unit follow each other. */
static void group_places(RkRankUncertainty *uncertainty, double level)
{
    gsize reached = 0;
    for (gsize first = 0; first < uncertainty->ranked; first++) {
        gsize end = extend(uncertainty, first, MAX(reached, first + 1), level);
        if (end == reached)
            continue;
        reached = end;
        uncertainty->groups++;
        for (gsize place = first; place < end; place++) {
            guint32 unit = uncertainty->units[place];
            if (uncertainty->first_group[unit] == 0)
                uncertainty->first_group[unit] = uncertainty->groups;
            uncertainty->last_group[unit] = uncertainty->groups;
        }
    }
}

void rk_rank_summarise(RkRankUncertainty *uncertainty, double level)
{
    gsize ranked = uncertainty->ranked;
    for (gsize place = 0; place < ranked; place++) {
        const guint32 *counts = uncertainty->ranks + place * ranked;
        guint32 unit = uncertainty->units[place];
        guint64 draws = (guint64)uncertainty->draws * uncertainty->alike[place];
        uncertainty->low[unit] = quantile(counts, ranked, draws, 5);
        uncertainty->median[unit] = quantile(counts, ranked, draws, 50);
        uncertainty->high[unit] = quantile(counts, ranked, draws, 95);
        uncertainty->mean[unit] = mean(counts, ranked, draws);
        uncertainty->place[unit] = (guint32)place + 1;
    }
    group_places(uncertainty, level);
}

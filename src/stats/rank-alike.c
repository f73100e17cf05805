/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units that are exactly alike: with the same value and the same width, nothing but chance tells their draws apart.
 * What is counted for one of them is as true of each, so they share what is counted for all. No draw is changed.
 */
#include "stats/rank-uncertainty-private.h"

G_STATIC_ASSERT((guint64)RK_RANK_UNITS_MOST *RK_RANK_DRAWS_MOST <= G_MAXUINT32);

/** For each place the first place that is alike; `uncertainty->alike` says how many are. FALSE when no two are. */
static gboolean find_alike(const RkRankSource *source, RkRankUncertainty *uncertainty, guint32 *first)
{
    gboolean any = FALSE;
    /* Weighted means of equal indicators are equal in every draw: nothing is to be shared. */
    gboolean intervals = source->values != NULL;
    for (guint32 place = 0; place < uncertainty->ranked; place++) {
        first[place] = place;
        /* Equal values are neighbours. */
        for (guint32 before = place; intervals && before > 0 && source->values[before - 1] == source->values[place];
             before--)
            if (source->widths[before - 1] == source->widths[place])
                first[place] = first[before - 1];
        any |= first[place] != place;
        uncertainty->alike[first[place]]++;
    }
    for (guint32 place = 0; place < uncertainty->ranked; place++)
        uncertainty->alike[place] = uncertainty->alike[first[place]];
    return any;
}

static void share_ranks(RkRankUncertainty *uncertainty, const guint32 *first)
{
    gsize ranked = uncertainty->ranked;
    guint32 *ranks = uncertainty->ranks;
    for (gsize place = 0; place < ranked; place++)
        for (gsize rank = 0; rank < ranked && first[place] != place; rank++)
            ranks[first[place] * ranked + rank] += ranks[place * ranked + rank];
    for (gsize place = 0; place < ranked; place++)
        for (gsize rank = 0; rank < ranked && first[place] != place; rank++)
            ranks[place * ranked + rank] = ranks[first[place] * ranked + rank];
}

/** The mean over all pairs of two kinds, to the nearest half draw. */
static guint32 mean_of_pairs(guint64 sum, guint64 pairs)
{
    return (guint32)((2 * sum + pairs) / (2 * pairs));
}

static void share_pairs(RkRankUncertainty *uncertainty, const guint32 *first)
{
    gsize ranked = uncertainty->ranked;
    guint32 *ahead = uncertainty->ahead, draws = uncertainty->draws;
    g_autofree guint64 *sums = g_new0(guint64, ranked * ranked);
    for (gsize a = 0; a < ranked; a++)
        for (gsize b = 0; b < ranked; b++)
            sums[first[a] * ranked + first[b]] += ahead[a * ranked + b];
    for (gsize a = 0; a < ranked; a++)
        for (gsize b = a; b < ranked; b++) {
            guint32 least = MIN(first[a], first[b]), greatest = MAX(first[a], first[b]);
            guint64 pairs = (guint64)uncertainty->alike[a] * uncertainty->alike[b];
            guint32 share = least == greatest ? draws : mean_of_pairs(sums[least * ranked + greatest], pairs);
            ahead[a * ranked + b] = first[a] == least ? share : 2 * draws - share;
            ahead[b * ranked + a] = 2 * draws - ahead[a * ranked + b];
        }
}

void rk_rank_share_alike(const RkRankSource *source, RkRankUncertainty *uncertainty)
{
    g_autofree guint32 *first = g_new(guint32, uncertainty->ranked);
    if (!find_alike(source, uncertainty, first))
        return;
    share_ranks(uncertainty, first);
    share_pairs(uncertainty, first);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kendall's τ-b. Discordant pairs are the exchanges of a merge sort (Knight, Journal of the American Statistical
 * Association 61, 1966, 436–439), so time grows with n log n and not with the number of pairs.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "stats/pairs-private.h"

/* From here on the normal distribution serves also without ties, as in R. */
#define LEAST_NORMAL 50

typedef struct {
    double x, y;
} Pair;

/* Sums over groups of t equal values, as the variance under ties needs them. */
typedef struct {
    guint64 pairs;   /* Σ t(t−1)/2 */
    double variance; /* Σ t(t−1)(2t+5) */
    double triples;  /* Σ t(t−1)(t−2) */
} Ties;

static int compare_pairs(const void *a, const void *b)
{
    const Pair *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

static void count_group(Ties *ties, guint64 size)
{
    double t = (double)size;
    ties->pairs += size * (size - 1) / 2;
    ties->variance += t * (t - 1) * (2 * t + 5);
    ties->triples += t * (t - 1) * (t - 2);
}

/* Groups of neighbours that agree in x, in y or in both. */
static Ties count_ties(const Pair *pairs, gsize count, gboolean by_x, gboolean by_y)
{
    Ties ties = {0};
    gsize first = 0;
    for (gsize i = 1; i <= count; i++) {
        if (i < count && (!by_x || pairs[i].x == pairs[first].x) && (!by_y || pairs[i].y == pairs[first].y))
            continue;
        count_group(&ties, i - first);
        first = i;
    }
    return ties;
}

/* Merges two neighbouring runs into `to`; answers how many values of the second run pass a greater one of the first. */
static guint64 merge_runs(const Pair *from, Pair *to, gsize start, gsize middle, gsize end)
{
    guint64 exchanges = 0;
    gsize left = start, right = middle;
    for (gsize i = start; i < end; i++) {
        if (left < middle && (right >= end || from[left].y <= from[right].y)) {
            to[i] = from[left++];
        } else {
            exchanges += middle - left;
            to[i] = from[right++];
        }
    }
    return exchanges;
}

/* Sorts by y from below and answers the number of exchanges. */
static guint64 sort_counting(Pair *pairs, gsize count)
{
    g_autofree Pair *other = g_new(Pair, count);
    Pair *from = pairs, *to = other;
    guint64 exchanges = 0;
    for (gsize width = 1; width < count; width *= 2) {
        for (gsize start = 0; start < count; start += 2 * width)
            exchanges += merge_runs(from, to, start, MIN(start + width, count), MIN(start + 2 * width, count));
        Pair *swap = from;
        from = to;
        to = swap;
    }
    if (from != pairs)
        memcpy(pairs, from, count * sizeof *pairs);
    return exchanges;
}

/* P(discordant pairs ≤ few) over all permutations of n < 50: shares of permutations by number of inversions, one
 * element more at a time. */
static double exact_lower_tail(guint few, guint n)
{
    double shares[LEAST_NORMAL * LEAST_NORMAL / 2] = {1}, next[G_N_ELEMENTS(shares)];
    for (guint size = 2; size <= n; size++) {
        guint greatest = size * (size - 1) / 2;
        for (guint k = 0; k <= greatest; k++) {
            next[k] = 0;
            for (guint moved = 0; moved < size && moved <= k; moved++)
                next[k] += shares[k - moved] / size;
        }
        memcpy(shares, next, (greatest + 1) * sizeof *shares);
    }
    double tail = 0;
    for (guint k = 0; k <= few; k++)
        tail += shares[k];
    return tail;
}

/* Variance of the excess of concordant pairs when both orders are independent (Kendall, Rank Correlation Methods,
 * chapter 4). */
static double variance_of_excess(double n, const Ties *x, const Ties *y)
{
    double variance = (n * (n - 1) * (2 * n + 5) - x->variance - y->variance) / 18;
    variance += 2 * (double)x->pairs * (double)y->pairs / (n * (n - 1));
    return n > 2 ? variance + x->triples * y->triples / (9 * n * (n - 1) * (n - 2)) : variance;
}

static Pair *pairs_by_x(const RkPairs *pairs)
{
    Pair *sorted = g_new(Pair, pairs->x.count);
    for (gsize i = 0; i < pairs->x.count; i++)
        sorted[i] = (Pair){pairs->x.values[i], pairs->y.values[i]};
    qsort(sorted, pairs->x.count, sizeof *sorted, compare_pairs);
    return sorted;
}

gboolean rk_stats_kendall(const double *x, const double *y, gsize count, RkCorrelation *result, RkStatsReason *reason)
{
    g_auto(RkPairs) pairs = rk_pairs_new(x, y, count);
    gsize n = pairs.x.count;
    RkStatsReason outcome = rk_pairs_check(&pairs, 2);
    if (outcome != RK_STATS_OK)
        return rk_correlation_fail(result, n, outcome, reason);
    g_autofree Pair *sorted = pairs_by_x(&pairs);
    Ties x_ties = count_ties(sorted, n, TRUE, FALSE), both = count_ties(sorted, n, TRUE, TRUE);
    guint64 discordant = sort_counting(sorted, n);
    Ties y_ties = count_ties(sorted, n, FALSE, TRUE);
    guint64 all = (guint64)n * (n - 1) / 2;
    guint64 concordant = all - x_ties.pairs - y_ties.pairs + both.pairs - discordant;
    double excess = (double)(gint64)(concordant - discordant);
    double tau = excess / (sqrt((double)(all - x_ties.pairs)) * sqrt((double)(all - y_ties.pairs)));
    RkCorrelation value = {CLAMP(tau, -1, 1), NAN, n, RK_P_VALUE_EXACT};
    if (n < LEAST_NORMAL && x_ties.pairs == 0 && y_ties.pairs == 0) {
        value.p_value = MIN(1, 2 * exact_lower_tail((guint)MIN(concordant, discordant), (guint)n));
        return rk_correlation_succeed(result, value, reason);
    }
    value.method = RK_P_VALUE_NORMAL;
    double deviation = sqrt(variance_of_excess((double)n, &x_ties, &y_ties));
    value.p_value = 2 * gsl_cdf_ugaussian_Q(fabs(excess) / deviation);
    return rk_correlation_succeed(result, value, reason);
}

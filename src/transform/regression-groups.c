/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pairs of one group and their fit. What cannot be fitted is counted by its reason.
 */
#include <math.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "transform/regression.h"

gboolean rk_regression_on_time(const RkRegressionVerb *verb)
{
    return rk_column_type(verb->x_column) == RK_COLUMN_TIME;
}

void rk_regression_verb_clear(RkRegressionVerb *verb)
{
    rk_measure_clear(&verb->measure);
    g_clear_pointer(&verb->made_x, g_free);
    g_clear_pointer(&verb->x_unit, rk_column_unref);
    g_clear_pointer(&verb->x_values, g_free);
    g_clear_pointer(&verb->y_values, g_free);
}

typedef struct {
    double x, y;
} Pair;

static int compare_pairs(const void *a, const void *b)
{
    const Pair *left = a, *right = b;
    int by_x = (left->x > right->x) - (left->x < right->x);
    return by_x != 0 ? by_x : (left->y > right->y) - (left->y < right->y);
}

/* The complete pairs of a group in the order of x and y. Times are fitted as years: nobody can read a slope of a
 * millisecond, and the logarithm of a moment depends on the epoch. */
static gsize gather(RkRegressionVerb *verb, const guint32 *rows, gsize count)
{
    gboolean on_time = rk_regression_on_time(verb);
    RkFrequency frequency = rk_column_frequency(verb->x_column);
    gsize complete = 0;
    g_autofree Pair *pairs = g_new(Pair, MAX(count, 1));
    for (gsize i = 0; i < count; i++) {
        Pair pair = {verb->x[rows[i]], verb->measure.values[rows[i]]};
        if (!isnan(pair.x) && !isnan(pair.y))
            pairs[complete++] = pair;
    }
    qsort(pairs, complete, sizeof *pairs, compare_pairs);
    for (gsize i = 0; i < complete; i++) {
        verb->x_values[i] = on_time ? rk_moment_years(pairs[i].x, frequency) : pairs[i].x;
        verb->y_values[i] = pairs[i].y;
    }
    verb->least = complete == 0 ? NAN : pairs[0].x;
    verb->greatest = complete == 0 ? NAN : pairs[complete - 1].x;
    return complete;
}

gboolean rk_regression_verb_fit(RkRegressionVerb *verb, guint32 group, RkFit *fit)
{
    RkStatsReason reason;
    gsize rows, most = MAX(verb->measure.groups->rows, 1);
    const guint32 *members = rk_measure_rows(&verb->measure, group, &rows);
    if (verb->x_values == NULL) {
        verb->x_values = g_new(double, most);
        verb->y_values = g_new(double, most);
    }
    gsize count = gather(verb, members, rows);
    if (rk_fit_find(&verb->request, verb->x_values, verb->y_values, count, fit, &reason))
        return TRUE;
    RkMishap *mishap = &verb->mishaps[MIN(reason, RK_STATS_TOO_MANY)];
    mishap->reason = rk_stats_reason_describe(reason);
    if (rows > 0)
        rk_mishap_add(mishap, members[0]);
    return FALSE;
}

void rk_regression_verb_report(const RkRegressionVerb *verb)
{
    for (guint i = 0; i < G_N_ELEMENTS(verb->mishaps); i++)
        rk_mishap_report(&verb->mishaps[i], &verb->measure, "group");
}

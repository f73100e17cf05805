/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way a mark runs: a bar is horizontal when its length is measured along x. The rules are Vega-Lite's.
 */
#include "plot/plot-private.h"

static gboolean continuous(const RkUse *use)
{
    return use != NULL && (use->measure == RK_QUANTITATIVE || use->measure == RK_TEMPORAL);
}

static gboolean by_type(const RkUnit *unit)
{
    const RkUse *x = unit->uses[RK_CHANNEL_X], *y = unit->uses[RK_CHANNEL_Y];
    if (!continuous(x))
        return FALSE;
    if (!continuous(y))
        return TRUE;
    /* Both are continuous: time lies along x, and a bar stands on it. */
    if (y->measure == RK_TEMPORAL && x->measure != RK_TEMPORAL)
        return TRUE;
    gboolean x_aggregated = rk_value_has(x->definition, "aggregate");
    gboolean y_aggregated = rk_value_has(y->definition, "aggregate");
    return x_aggregated && !y_aggregated;
}

static gboolean ranged(const RkUse *second)
{
    return second != NULL && !second->bin_end;
}

void rk_unit_orient(RkUnit *unit)
{
    const RkUse *x2 = unit->uses[RK_CHANNEL_X2], *y2 = unit->uses[RK_CHANNEL_Y2];
    const char *orient = rk_unit_text(unit, "orient", NULL);
    if (orient != NULL)
        unit->horizontal = g_str_equal(orient, "horizontal");
    else if (ranged(x2) != ranged(y2))
        unit->horizontal = ranged(x2);
    else if ((x2 != NULL) != (y2 != NULL))
        unit->horizontal = y2 != NULL;
    else
        unit->horizontal = by_type(unit);
}

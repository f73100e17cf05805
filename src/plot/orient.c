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

void rk_unit_orient(RkUnit *unit)
{
    const char *orient = rk_unit_text(unit, "orient", NULL);
    if (orient != NULL)
        unit->horizontal = g_str_equal(orient, "horizontal");
    else if (unit->uses[RK_CHANNEL_X2] != NULL && unit->uses[RK_CHANNEL_Y2] == NULL)
        unit->horizontal = TRUE;
    else if (unit->uses[RK_CHANNEL_Y2] != NULL && unit->uses[RK_CHANNEL_X2] == NULL)
        unit->horizontal = FALSE;
    else
        unit->horizontal = by_type(unit);
}

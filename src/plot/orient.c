/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way a mark runs: a bar is horizontal when its length is measured along x. The rules and their order are
 * Vega-Lite's; a mark that wants a direction where the data leave no choice does not get it.
 */
#include "plot/mark.h"

typedef enum { NO_WAY, UPRIGHT, LEVEL } Way;

static gboolean is_field(const RkUse *use)
{
    return use != NULL && use->column != NULL;
}

static gboolean is_defined(const RkUse *use)
{
    return use != NULL && (use->column != NULL || use->datum != NULL || use->value != NULL);
}

/** The data came in bins: their ends are in two channels. */
static gboolean came_binned(const RkUse *use)
{
    const RkValue *bin = is_field(use) ? rk_value_get(use->definition, "bin") : NULL;
    return rk_value_is_text(bin, "binned") || rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE);
}

static gboolean is_binning(const RkUse *use)
{
    const RkValue *bin = is_field(use) ? rk_value_get(use->definition, "bin") : NULL;
    return !came_binned(use) && (rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE));
}

static gboolean is_aggregated(const RkUse *use)
{
    return is_field(use) && rk_value_has(use->definition, "aggregate");
}

/** A quantity whose length can be measured. */
static gboolean is_measure(const RkUse *use)
{
    if (use != NULL && use->datum != NULL)
        return use->measure == RK_QUANTITATIVE;
    return is_field(use) && use->measure == RK_QUANTITATIVE && !is_binning(use) && !came_binned(use);
}

static Way bar_way(const RkUse *x, const RkUse *y)
{
    if (came_binned(x) || (is_aggregated(y) && is_field(x) && !is_aggregated(x)))
        return UPRIGHT;
    if (came_binned(y) || (is_aggregated(x) && is_field(y) && !is_aggregated(y)))
        return LEVEL;
    return NO_WAY;
}

/** The way of marks between two ends. */
static Way ranged_way(const RkUnit *unit)
{
    const RkUse *x = unit->uses[RK_CHANNEL_X], *y = unit->uses[RK_CHANNEL_Y];
    if (is_defined(unit->uses[RK_CHANNEL_Y2]))
        return came_binned(y) ? LEVEL : UPRIGHT;
    if (is_defined(unit->uses[RK_CHANNEL_X2]))
        return came_binned(x) ? UPRIGHT : LEVEL;
    return NO_WAY;
}

/** A tick stands across the way in which its values are measured. */
static Way measured_way(const RkUnit *unit, Way wanted)
{
    const RkUse *x = unit->uses[RK_CHANNEL_X], *y = unit->uses[RK_CHANNEL_Y];
    gboolean x_measure = is_measure(x), y_measure = is_measure(y);
    if (wanted != NO_WAY)
        return wanted;
    if (x_measure != y_measure)
        return x_measure ? LEVEL : UPRIGHT;
    gboolean across = unit->mark->strokes_across;
    if (x_measure)
        return across ? LEVEL : UPRIGHT;
    gboolean x_time = is_field(x) && x->measure == RK_TEMPORAL, y_time = is_field(y) && y->measure == RK_TEMPORAL;
    return x_time == y_time ? NO_WAY : x_time != across ? UPRIGHT : LEVEL;
}

static Way wanted_way(const RkUnit *unit)
{
    const char *orient = rk_unit_text(unit, "orient", NULL);
    if (orient == NULL)
        return NO_WAY;
    /* Of a tick, the word names the way of the stroke, which lies across that of its values. */
    gboolean level = g_str_equal(orient, "horizontal") != unit->mark->strokes_across;
    return level ? LEVEL : UPRIGHT;
}

static Way decide(const RkUnit *unit)
{
    const RkUse *x = unit->uses[RK_CHANNEL_X], *y = unit->uses[RK_CHANNEL_Y];
    gboolean x2 = is_defined(unit->uses[RK_CHANNEL_X2]), y2 = is_defined(unit->uses[RK_CHANNEL_Y2]);
    Way wanted = wanted_way(unit), way = NO_WAY;
    if (unit->mark->upright == RK_UPRIGHT_BAR)
        way = bar_way(x, y);
    if (way != NO_WAY)
        return way;
    if (unit->mark->upright == RK_UPRIGHT_BAR && (x2 || y2) && wanted != NO_WAY)
        return wanted;
    gboolean between = unit->mark->upright == RK_UPRIGHT_BAR || unit->mark->upright == RK_UPRIGHT_RULE;
    if (between && x2 && y2 && !came_binned(x) && !came_binned(y))
        return NO_WAY;
    if (between || unit->mark->upright == RK_UPRIGHT_AREA)
        way = ranged_way(unit);
    if (way != NO_WAY)
        return way;
    if (unit->mark->upright == RK_UPRIGHT_RULE && is_defined(x) != is_defined(y))
        return is_defined(x) ? UPRIGHT : LEVEL;
    return measured_way(unit, wanted);
}

void rk_unit_orient(RkUnit *unit)
{
    Way way = decide(unit);
    unit->undirected = way == NO_WAY;
    unit->horizontal = way == LEVEL || (way == NO_WAY && unit->mark->strokes_across);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What flags need to know of lines: which values lie too far apart to be joined, and which of them no line leads up to,
 * so that no dash could tell that they are uncertain. It draws nothing.
 */
#include "plot/flags.h"

#include <math.h>

#include "scene/symbol.h"

double rk_unit_flag_place(const RkUnit *unit, gsize row)
{
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X];
    if (use == NULL || use->column == NULL)
        return NAN;
    if (use->categories != NULL)
        return use->categories[row] == G_MAXUINT32 ? NAN : use->categories[row];
    return rk_column_numbers(use->column) != NULL ? rk_column_numbers(use->column)[row] : NAN;
}

static double pixel_of(const RkUnit *unit, gsize row)
{
    return rk_unit_position(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X, row, 0.5);
}

static int compare_numbers(gconstpointer first, gconstpointer second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

/** How far apart two values may be, in the measure of `place_of`. */
static double reach_in(const RkUnit *unit, const RkSeries *series, double (*place_of)(const RkUnit *unit, gsize row))
{
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X];
    if (unit->plotting->flag_codes == NULL || series->count < 3 || use == NULL || use->measure != RK_TEMPORAL)
        return INFINITY;
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 1; i < series->count; i++) {
        double step = fabs(place_of(unit, series->rows[i]) - place_of(unit, series->rows[i - 1]));
        if (step > 0)
            g_array_append_val(steps, step);
    }
    g_array_sort(steps, compare_numbers);
    /* Months and years differ in length, but never by half. Of two steps the shorter one is usual. */
    return steps->len > 0 ? 1.5 * g_array_index(steps, double, (steps->len - 1) / 2) : INFINITY;
}

double rk_unit_flag_reach(const RkUnit *unit, const RkSeries *series)
{
    return reach_in(unit, series, pixel_of);
}

/** A value that the picture has a place for: one that stands on a missing value has none. */
static gboolean has_place(const RkUnit *unit, const RkColumn *value, guint32 row)
{
    const RkUse *end = unit->stacked ? unit->uses[unit->stack_channel] : NULL;
    return !rk_column_is_missing(value, row) && (end == NULL || !rk_column_is_missing(end->column, row)) &&
           !rk_unit_breaks(unit, row);
}

/** Whether all values of a series may change and none has a gap before it: a line that is dashed from end to end says
 * so of its first value as well, for which a point would look like one of the data. */
static gboolean is_dashed_whole(const RkUnit *unit, const RkSeries *series, const guint8 *alone)
{
    for (guint i = 0; i < series->count; i++)
        if (!rk_unit_uncertain(unit, series->rows[i]) || (alone[series->rows[i]] && i > 0))
            return FALSE;
    return series->count > 1 && rk_unit_flag_dashes(unit);
}

void rk_unit_flag_find_alone(const RkUnit *unit, const RkSeries *series, const RkColumn *value, guint8 *alone)
{
    double reach = reach_in(unit, series, rk_unit_flag_place), last = NAN;
    for (guint i = 0; i < series->count; i++) {
        guint32 row = series->rows[i];
        double place = rk_unit_flag_place(unit, row);
        gboolean there = has_place(unit, value, row) && !isnan(place);
        alone[row] = there && !(fabs(place - last) <= reach);
        last = there ? place : NAN;
    }
    if (is_dashed_whole(unit, series, alone))
        alone[series->rows[0]] = FALSE;
}

/** Points that have no filling of their own look hollow already. */
static guint as_point(gboolean filled)
{
    return filled ? RK_FLAG_ON_POINT : RK_FLAG_ON_RING;
}

const char *rk_unit_flag_shape(const RkUnit *unit, gsize row)
{
    const char *shape = "circle";
    if (unit->mark->flags_as == RK_FLAG_ON_POINT) {
        shape = unit->mark->symbol != NULL ? unit->mark->symbol : rk_unit_text(unit, "shape", shape);
        shape = rk_unit_visual_text(unit, RK_CHANNEL_SHAPE, row, shape);
    }
    return shape == NULL || !rk_symbol_is_known(shape) ? "circle"
                                                       : g_string_chunk_insert_const(unit->plotting->strings, shape);
}

static gboolean has_own_dash(const RkUnit *unit)
{
    const RkValue *own = rk_unit_property(unit, "strokeDash");
    double sum = 0;
    for (guint i = 0; i < rk_value_length(own); i++)
        sum += fmax(0, rk_value_number_or(rk_value_at(own, i), 0));
    return unit->uses[RK_CHANNEL_STROKE_DASH] != NULL || sum > 0;
}

gboolean rk_unit_flag_dashes(const RkUnit *unit)
{
    /* Those that run through their points. */
    static const char *const curves[] = {"linear",      "step",     "step-before", "step-after", "cardinal",
                                         "catmull-rom", "monotone", "natural",     NULL};
    const char *curve = rk_unit_curve(unit).name;
    return !has_own_dash(unit) && (curve == NULL || g_strv_contains(curves, curve));
}

guint rk_unit_flag_looks(RkUnit *unit, gsize row)
{
    RkStyle style = {0};
    if (rk_unit_flag_is_flat(unit, row))
        return RK_FLAG_AS_LETTER;
    if (unit->mark->flags_as == RK_FLAG_ON_POINT) {
        rk_unit_style(unit, row, &style);
        return unit->mark->strokes_across ? RK_FLAG_ON_TICK : as_point(style.fill.set);
    }
    if (rk_unit_flag_is_rule(unit))
        return RK_FLAG_ON_LINE;
    if (unit->mark->flags_as != RK_FLAG_ON_LINE)
        return unit->mark->tapers && rk_unit_flag_dashed(unit, row) < rk_unit_flag_least_dashes(unit)
                   ? RK_FLAG_ON_POINT
                   : unit->mark->flags_as;
    double dashed = rk_unit_flag_dashes(unit) ? rk_unit_flag_dashed(unit, row) : 0;
    const RkValue *point = rk_unit_property(unit, "point");
    guint line = dashed > 0 ? RK_FLAG_ON_LINE : 0;
    if (!unit->plotting->vega_lite && (rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE)))
        return line | as_point(rk_value_boolean_or(rk_value_get(point, "filled"), TRUE));
    return dashed < rk_unit_flag_least_dashes(unit) ? line | RK_FLAG_ON_POINT : line;
}

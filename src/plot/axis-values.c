/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of ticks: those that the figure lists, those at an interval of time, or round ones of about a number. Listed
 * values beyond the ends of the axis have no place on it.
 */
#include "plot/axis-values.h"

#include <math.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "plot/guide-value.h"
#include "transform/time-unit.h"

static const RkUse *subject(const RkAxis *axis)
{
    return g_ptr_array_index(axis->uses, 0);
}

static double length_of(const RkAxis *axis)
{
    return axis->horizontal ? axis->panel->width : axis->panel->height;
}

/** The unit that the times of the axis are cut to; FALSE when there is none. */
static gboolean time_unit_of(const RkAxis *axis, RkTimeUnit *unit)
{
    const RkValue *written = rk_value_get(subject(axis)->definition, "timeUnit");
    return written != NULL && rk_time_unit_read(written, unit, NULL);
}

/** Months, hours, weekdays and quarters alone are few: Vega's own ten will do. */
static gboolean is_cyclic(const RkAxis *axis)
{
    RkTimeUnit unit;
    return time_unit_of(axis, &unit) && (unit.parts == RK_PART_MONTH || unit.parts == RK_PART_HOURS ||
                                         unit.parts == RK_PART_DAY || unit.parts == RK_PART_QUARTER);
}

/** How long the finest part of the unit lasts, counted from a January; 0 for days of the week. */
static double unit_duration(const RkAxis *axis)
{
    double start, end;
    return rk_use_unit_span(subject(axis), &start, &end) ? end - start : 0;
}

static double default_count(const RkAxis *axis)
{
    const RkValue *bin = rk_value_get(subject(axis)->definition, "bin");
    if (!axis->panel->plotting->vega_lite)
        return CLAMP(ceil(length_of(axis) / rk_axis_number(axis, "tickSpacing", 40)), 1, 100);
    if (g_str_equal(axis->scale->type->name, "log") || is_cyclic(axis))
        return 10;
    gboolean binned = rk_value_is(bin, RK_VALUE_MAP) ? !rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE)
                                                     : rk_value_boolean_or(bin, FALSE);
    return ceil(length_of(axis) / (binned ? 10 : 40));
}

/** The least step between ticks: what the axis says, whole numbers for "d", the unit that times are cut to. */
static double least_step(const RkAxis *axis)
{
    const RkValue *own = rk_axis_setting(axis, "tickMinStep");
    if (own != NULL || !axis->panel->plotting->vega_lite)
        return rk_value_number_or(own, 0);
    if (rk_value_is_text(rk_axis_setting(axis, "format"), "d"))
        return 1;
    return unit_duration(axis);
}

guint rk_tick_count_for_step(const RkScale *scale, double count, double step)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    count = CLAMP(count, 1, RK_LIMIT_TICKS);
    if (!(step > 0))
        return (guint)count;
    double most = floor((high - low) / step);
    count = fmin(count, (isfinite(most) && most > 0 ? most : 1) + 1);
    gboolean even = !scale->type->temporal && scale->type->refuse == NULL && low < high;
    while (even && count > 1) {
        double increment = rk_ticks_increment(low, high, (guint)count);
        if ((increment < 0 ? -1 / increment : increment) >= step)
            break;
        count--;
    }
    return (guint)CLAMP(count, 1, RK_LIMIT_TICKS);
}

/** Values that the figure lists itself, in the order of their places. */
static gboolean listed(RkAxis *axis, const RkValue *list, GArray *values, GError **error)
{
    double low = floor(fmin(axis->scale->range[0], axis->scale->range[1]));
    double high = ceil(fmax(axis->scale->range[0], axis->scale->range[1]));
    for (guint i = 0; i < rk_value_length(list) && values->len < RK_LIMIT_TICKS; i++) {
        double number;
        if (!rk_guide_value(axis->scale, rk_value_at(list, i), &number, error))
            return FALSE;
        double at = rk_scale_map(axis->scale, number);
        if (isfinite(at) && at >= low && at <= high)
            g_array_append_val(values, number);
    }
    return TRUE;
}

/** "month" and {interval, step} need a scale of times, and an interval that the calendar has. */
static gboolean check_interval(const RkScale *scale, const RkValue *asked, GError **error)
{
    const RkValue *named = rk_value_is(asked, RK_VALUE_MAP) ? rk_value_get(asked, "interval") : asked;
    RkTimeStep step;
    if (!scale->type->temporal) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(asked), "write a number",
                     "intervals of time count off a scale of times, and this one is %s", scale->type->name);
        return FALSE;
    }
    if (rk_time_step_named(rk_value_text_or(named, ""), 1, &step))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(named),
                 "write millisecond, second, minute, hour, day, week, month or year", "\"%s\" is no interval of time",
                 rk_value_text_or(named, ""));
    return FALSE;
}

gboolean rk_axis_values(RkAxis *axis, GArray *values, guint *count, GError **error)
{
    const RkValue *list = rk_guide_get_own(&axis->source, "values"), *asked = rk_axis_setting(axis, "tickCount");
    double wanted = rk_value_number_or(asked, list != NULL ? rk_value_length(list) : default_count(axis));
    *count = rk_tick_count_for_step(axis->scale, wanted, least_step(axis));
    if (rk_value_is(list, RK_VALUE_LIST) && (rk_value_length(list) > 0 || axis->panel->plotting->vega_lite))
        return listed(axis, list, values, error);
    gboolean interval = rk_value_is(asked, RK_VALUE_TEXT) || rk_value_is(asked, RK_VALUE_MAP);
    if (interval && !check_interval(axis->scale, asked, error))
        return FALSE;
    rk_scale_ticks(axis->scale, interval ? asked : NULL, *count, values);
    return TRUE;
}

guint8 *rk_axis_chosen_categories(const RkAxis *axis)
{
    const RkValue *list = rk_guide_get_own(&axis->source, "values");
    if (!rk_value_is(list, RK_VALUE_LIST))
        return NULL;
    guint8 *chosen = g_new0(guint8, MAX(axis->scale->categories->len, 1));
    for (guint i = 0; i < rk_value_length(list); i++) {
        guint32 category = rk_guide_category(axis->scale, rk_value_at(list, i));
        if (category != G_MAXUINT32) {
            chosen[category] = 1;
            continue;
        }
        rk_guide_warn_absent(&axis->source, rk_value_at(list, i), rk_channel_name(axis->scale->channel));
    }
    return chosen;
}

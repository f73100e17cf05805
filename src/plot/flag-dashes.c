/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the dashes are that tell of an uncertain value: dashes of one run go on from value to value, and a run that
 * is too short for a gap between two of them looks solid. It measures straight ways and steps, and draws nothing.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"

/** A run of dashes while it is followed along a series. */
typedef struct {
    const RkUnit *unit;
    const guint32 *rows; /**< those that have a place, in the order of the line */
    guint count;
    double turn; /**< of steps; NAN: the line slopes */
} Course;

/** Between two values: what is level with the first of them. */
static double length_behind(const Course *course, guint index)
{
    if (isnan(course->turn) || index + 1 == course->count || rk_unit_flag_alone(course->unit, course->rows[index + 1]))
        return 0;
    return fabs(rk_unit_flag_point(course->unit, course->rows[index + 1]).x -
                rk_unit_flag_point(course->unit, course->rows[index]).x) *
           course->turn;
}

/** And what leads up to the second. */
static double length_before(const Course *course, guint index)
{
    if (index == 0 || rk_unit_flag_alone(course->unit, course->rows[index]))
        return 0;
    RkFlagPoint from = rk_unit_flag_point(course->unit, course->rows[index - 1]);
    RkFlagPoint to = rk_unit_flag_point(course->unit, course->rows[index]);
    return isnan(course->turn) ? hypot(to.x - from.x, to.y - from.y)
                               : fabs(to.x - from.x) * (1 - course->turn) + fabs(to.y - from.y);
}

/** No dashes tell of a value that none lead up to, unless what is level with it has some. */
static gboolean is_told(const Course *course, guint index)
{
    return !rk_unit_flag_alone(course->unit, course->rows[index]) || length_behind(course, index) > 0;
}

/** From an uncertain value on; answers where the run ends. */
static guint measure_run(const Course *course, guint first, double *lengths)
{
    double sum = 0;
    guint end = first;
    do {
        sum += length_before(course, end) + length_behind(course, end);
        end++;
    } while (end < course->count && rk_unit_uncertain(course->unit, course->rows[end]) &&
             !rk_unit_flag_alone(course->unit, course->rows[end]));
    for (guint i = first; i < end; i++)
        lengths[course->rows[i]] = is_told(course, i) ? sum : 0;
    return end;
}

void rk_unit_flag_measure_dashes(const RkUnit *unit, const RkSeries *series, double *lengths)
{
    g_autofree guint32 *rows = g_new(guint32, (gsize)series->count + 1);
    RkCurve curve = rk_unit_curve(unit);
    Course course = {unit, rows, 0, rk_curve_turn(&curve)};
    for (guint i = 0; i < series->count; i++)
        if (rk_unit_flag_is_there(unit, series->rows[i]))
            rows[course.count++] = series->rows[i];
    for (guint i = 0; i < course.count;)
        i = rk_unit_uncertain(unit, rows[i]) ? measure_run(&course, i, lengths) : i + 1;
}

enum { MOST_DASHES = 8 };

static guint dash_of(const RkUnit *unit, double dash[MOST_DASHES])
{
    const RkValue *list = rk_config_get(unit->plotting->config, "flags", "strokeDash");
    guint count = MIN(rk_value_length(list), MOST_DASHES);
    dash[0] = 4;
    dash[1] = 3;
    for (guint i = 0; i < count; i++)
        dash[i] = fmax(0, rk_value_number_or(rk_value_at(list, i), 0));
    return count > 0 ? count : 2;
}

void rk_unit_flag_dash(const RkUnit *unit, RkStyle *style)
{
    double dash[MOST_DASHES];
    if (style->dash_count > 0)
        return;
    style->dash_count = dash_of(unit, dash);
    style->dash = rk_scene_numbers(unit->plotting->scene, dash, style->dash_count);
}

double rk_unit_flag_least_dashes(const RkUnit *unit)
{
    double dash[MOST_DASHES];
    guint count = dash_of(unit, dash);
    return 2 * dash[0] + dash[count > 1 ? 1 : 0];
}

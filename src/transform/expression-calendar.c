/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that walk along the calendar or read it: offsets, sequences, parsing by pattern, the pattern
 * of a time unit. Units are those of Vega: year, quarter, month, week, date, day, hours …
 */
#include "transform/expression-private.h"

#include <math.h>

#include "base/limits.h"
#include "transform/time-unit.h"

/** A unit of one part, by its name. FALSE with an error recorded. */
static gboolean read_unit(RkEvaluation *evaluation, RkScalar name, RkTimeUnit *unit)
{
    g_autoptr(GError) local = NULL;
    const char *text = rk_scalar_to_text(evaluation, name);
    const RkValue *value = rk_document_text(rk_evaluation_document(evaluation), RK_NOWHERE, text);
    if (rk_time_unit_read(value, unit, &local) && (unit->parts & (unit->parts - 1)) == 0)
        return TRUE;
    rk_evaluation_fail(evaluation, RK_ERROR_SPEC, "year, quarter, month, week, date, day, hours, minutes, seconds",
                       "\"%.40s\" is no unit of time", text);
    return FALSE;
}

/** The start of the period of a unit that a moment lies in. */
static double floor_to(RkTimeUnit unit, double moment)
{
    RkMoment parts;
    const guint clock = RK_PART_HOURS | RK_PART_MINUTES | RK_PART_SECONDS | RK_PART_MILLISECONDS;
    rk_moment_split(moment, &parts);
    if ((unit.parts & (RK_PART_DATE | RK_PART_DAY | RK_PART_DAY_OF_YEAR)) != 0)
        return floor(moment / 86400000) * 86400000;
    if ((unit.parts & RK_PART_WEEK) != 0)
        return (floor(moment / 86400000) - parts.weekday) * 86400000;
    if ((unit.parts & clock) != 0) {
        double length = rk_time_unit_end(&unit, 0) / unit.step;
        return floor(moment / length) * length;
    }
    unit.parts |= RK_PART_YEAR;
    unit.step = 1;
    return rk_time_unit_floor(&unit, moment);
}

static gboolean read_moment(RkScalar scalar, double *moment)
{
    RkFrequency frequency;
    return rk_scalar_to_time(scalar, moment, &frequency);
}

/** Vega's quarters go month by month to the next one that begins a quarter; the day stays. */
static void months_of_quarters(RkTimeUnit *unit, double moment)
{
    RkMoment parts;
    rk_moment_split(moment, &parts);
    int within = (parts.month - 1) % 3;
    double months = unit->step > 0   ? 3 * unit->step - within
                    : unit->step < 0 ? 3 * (unit->step + (within > 0)) - within
                                     : 0;
    *unit = (RkTimeUnit){.parts = RK_PART_MONTH, .step = months};
}

static RkScalar call_offset(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    RkTimeUnit unit;
    double moment, steps = count > 2 ? rk_scalar_to_number(arguments[2]) : 1;
    if (!read_unit(evaluation, arguments[0], &unit) || !read_moment(arguments[1], &moment) || isnan(steps))
        return rk_null();
    unit.step = floor(steps);
    if (unit.parts == RK_PART_QUARTER)
        months_of_quarters(&unit, moment);
    double end = rk_time_unit_end(&unit, moment);
    return fabs(end) <= 8.64e15 ? rk_time(end, RK_FREQUENCY_MOMENT) : rk_null();
}

static RkScalar call_sequence(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    RkTimeUnit unit;
    double start, stop, step = count > 3 ? floor(rk_scalar_to_number(arguments[3])) : 1;
    if (!read_unit(evaluation, arguments[0], &unit) || !read_moment(arguments[1], &start) ||
        !read_moment(arguments[2], &stop) || !(step >= 1))
        return rk_null();
    RkValue *list = rk_document_list(rk_evaluation_document(evaluation), RK_NOWHERE);
    double at = floor_to(unit, start);
    for (guint items = 0; at < stop;) {
        if (items >= RK_LIMIT_EXPRESSION_ITEMS)
            return rk_evaluation_fail(evaluation, RK_ERROR_LIMIT, NULL, "a list longer than %u items",
                                      RK_LIMIT_EXPRESSION_ITEMS);
        unit.step = step;
        if (at >= start) {
            rk_value_append(list, rk_evaluation_value(evaluation, rk_time(at, RK_FREQUENCY_MOMENT)));
            items++;
        } else {
            unit.step = 1;
        }
        at = rk_time_unit_end(&unit, at);
    }
    return (RkScalar){.kind = RK_SCALAR_TREE, .tree = list};
}

static RkScalar call_parse(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    double moment;
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    const char *text = rk_scalar_to_text(evaluation, arguments[0]);
    const char *pattern = rk_scalar_to_text(evaluation, arguments[1]);
    return rk_time_parse(text, pattern, evaluation->locale, &moment) ? rk_time(moment, RK_FREQUENCY_MOMENT) : rk_null();
}

static RkScalar call_zone(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)arguments, (void)count;
    return rk_number(0);
}

static RkScalar call_iso_week(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    double moment;
    if (!read_moment(arguments[0], &moment))
        return rk_null();
    g_autofree char *week = rk_format_time("%V", moment, evaluation->locale);
    return rk_number(g_ascii_strtod(week, NULL));
}

/** The pattern of a unit whose parts are a list of names, or one name. */
static RkScalar call_specifier(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    RkTimeUnit unit;
    g_autoptr(GString) name = g_string_new(NULL);
    g_autoptr(GError) local = NULL;
    gboolean list = arguments[0].kind == RK_SCALAR_TREE;
    for (guint i = 0; list && i < rk_value_length(arguments[0].tree); i++)
        g_string_append(name, rk_value_text_or(rk_value_at(arguments[0].tree, i), ""));
    if (!list)
        g_string_append(name, rk_scalar_to_text(evaluation, arguments[0]));
    const RkValue *value = rk_document_text(rk_evaluation_document(evaluation), RK_NOWHERE, name->str);
    if (!rk_time_unit_read(value, &unit, &local))
        return rk_evaluation_fail(evaluation, RK_ERROR_SPEC, NULL, "\"%.40s\" is no unit of time", name->str);
    return rk_evaluation_take(evaluation, rk_time_unit_pattern(&unit));
}

const RkFunction rk_functions_calendar[] = {{"isoweek", 1, 1, RK_SCALAR_NUMBER, call_iso_week},
                                            {"timeOffset", 2, 3, RK_SCALAR_TIME, call_offset},
                                            {"timeParse", 2, 2, RK_SCALAR_TIME, call_parse},
                                            {"timeSequence", 3, 4, RK_SCALAR_TREE, call_sequence},
                                            {"timeUnitSpecifier", 1, 2, RK_SCALAR_TEXT, call_specifier},
                                            {"timezoneoffset", 1, 1, RK_SCALAR_NUMBER, call_zone},
                                            {"utcOffset", 2, 3, RK_SCALAR_TIME, call_offset},
                                            {"utcParse", 2, 2, RK_SCALAR_TIME, call_parse},
                                            {"utcSequence", 3, 4, RK_SCALAR_TREE, call_sequence},
                                            {"utcisoweek", 1, 1, RK_SCALAR_NUMBER, call_iso_week},
                                            {NULL}};

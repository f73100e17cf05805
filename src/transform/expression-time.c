/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that work on times. There is one clock, UTC: the local and the utc functions are the same,
 * so that a figure does not change with the time zone of the machine. Months and weekdays count from 0 as in Vega.
 */
#include "transform/expression-private.h"

#include <math.h>

static gboolean split(const RkScalar *arguments, RkMoment *moment)
{
    double milliseconds;
    RkFrequency frequency;
    if (!rk_scalar_to_time(arguments[0], &milliseconds, &frequency))
        return FALSE;
    rk_moment_split(milliseconds, moment);
    return TRUE;
}

/** Defines a function that gives one part of a moment. */
#define PART(name, formula)                                                                                            \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        (void)evaluation, (void)count;                                                                                 \
        RkMoment moment;                                                                                               \
        return split(arguments, &moment) ? rk_number(formula) : rk_null();                                             \
    }

PART(call_year, moment.year)
PART(call_quarter, (moment.month - 1) / 3 + 1)
PART(call_month, moment.month - 1)
PART(call_date, moment.day)
PART(call_day, moment.weekday)
PART(call_hours, moment.hour)
PART(call_minutes, moment.minute)
PART(call_seconds, moment.second)
PART(call_milliseconds, moment.millisecond)
PART(call_day_of_year, moment.day_of_year)
/* Sundays since New Year: the days before the first one are week 0. */
PART(call_week, (moment.day_of_year + 6 - moment.weekday) / 7)

static gboolean join(const RkScalar *arguments, guint count, double *milliseconds)
{
    double parts[7] = {1970, 0, 1, 0, 0, 0, 0};
    for (guint i = 0; i < count; i++) {
        parts[i] = trunc(rk_scalar_to_number(arguments[i]));
        if (!(fabs(parts[i]) <= (i == 0 ? 9999 : 1e8)))
            return FALSE;
    }
    if (parts[0] >= 0 && parts[0] <= 99)
        parts[0] += 1900;
    /* Days and smaller parts are added as milliseconds: they may be large. */
    RkMoment moment = {.year = (int)(parts[0] + floor(parts[1] / 12)), .month = 1, .day = 1};
    if (moment.year < 1 || moment.year > 9999)
        return FALSE;
    moment.month = (int)(parts[1] - 12 * floor(parts[1] / 12)) + 1;
    *milliseconds = rk_moment_join(&moment) + (parts[2] - 1) * 86400000.0 + parts[3] * 3600000.0 + parts[4] * 60000.0 +
                    parts[5] * 1000.0 + parts[6];
    return TRUE;
}

static RkScalar call_datetime(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    double milliseconds;
    RkFrequency frequency = count == 2 ? RK_FREQUENCY_MONTH : count == 3 ? RK_FREQUENCY_DAY : RK_FREQUENCY_MOMENT;
    if (count == 1)
        return rk_scalar_to_time(arguments[0], &milliseconds, &frequency) ? rk_time(milliseconds, frequency)
                                                                          : rk_null();
    return join(arguments, count, &milliseconds) ? rk_time(milliseconds, frequency) : rk_null();
}

static RkScalar call_utc(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation;
    double milliseconds;
    return join(arguments, count, &milliseconds) ? rk_number(milliseconds) : rk_null();
}

static RkScalar call_time(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    double milliseconds;
    RkFrequency frequency;
    return rk_scalar_to_time(arguments[0], &milliseconds, &frequency) ? rk_number(milliseconds) : rk_null();
}

const RkFunction rk_functions_time[] = {{"date", 1, 1, RK_SCALAR_NUMBER, call_date, RK_SCALAR_TIME},
                                        {"datetime", 1, 7, RK_SCALAR_TIME, call_datetime},
                                        {"day", 1, 1, RK_SCALAR_NUMBER, call_day, RK_SCALAR_TIME},
                                        {"dayofyear", 1, 1, RK_SCALAR_NUMBER, call_day_of_year, RK_SCALAR_TIME},
                                        {"hours", 1, 1, RK_SCALAR_NUMBER, call_hours, RK_SCALAR_TIME},
                                        {"milliseconds", 1, 1, RK_SCALAR_NUMBER, call_milliseconds, RK_SCALAR_TIME},
                                        {"minutes", 1, 1, RK_SCALAR_NUMBER, call_minutes, RK_SCALAR_TIME},
                                        {"month", 1, 1, RK_SCALAR_NUMBER, call_month, RK_SCALAR_TIME},
                                        {"quarter", 1, 1, RK_SCALAR_NUMBER, call_quarter, RK_SCALAR_TIME},
                                        {"seconds", 1, 1, RK_SCALAR_NUMBER, call_seconds, RK_SCALAR_TIME},
                                        {"time", 1, 1, RK_SCALAR_NUMBER, call_time, RK_SCALAR_TIME},
                                        {"utc", 1, 7, RK_SCALAR_NUMBER, call_utc},
                                        {"utcdate", 1, 1, RK_SCALAR_NUMBER, call_date, RK_SCALAR_TIME},
                                        {"utcday", 1, 1, RK_SCALAR_NUMBER, call_day, RK_SCALAR_TIME},
                                        {"utcdayofyear", 1, 1, RK_SCALAR_NUMBER, call_day_of_year, RK_SCALAR_TIME},
                                        {"utchours", 1, 1, RK_SCALAR_NUMBER, call_hours, RK_SCALAR_TIME},
                                        {"utcmilliseconds", 1, 1, RK_SCALAR_NUMBER, call_milliseconds, RK_SCALAR_TIME},
                                        {"utcminutes", 1, 1, RK_SCALAR_NUMBER, call_minutes, RK_SCALAR_TIME},
                                        {"utcmonth", 1, 1, RK_SCALAR_NUMBER, call_month, RK_SCALAR_TIME},
                                        {"utcquarter", 1, 1, RK_SCALAR_NUMBER, call_quarter, RK_SCALAR_TIME},
                                        {"utcseconds", 1, 1, RK_SCALAR_NUMBER, call_seconds, RK_SCALAR_TIME},
                                        {"utcweek", 1, 1, RK_SCALAR_NUMBER, call_week, RK_SCALAR_TIME},
                                        {"utcyear", 1, 1, RK_SCALAR_NUMBER, call_year, RK_SCALAR_TIME},
                                        {"week", 1, 1, RK_SCALAR_NUMBER, call_week, RK_SCALAR_TIME},
                                        {"year", 1, 1, RK_SCALAR_NUMBER, call_year, RK_SCALAR_TIME},
                                        {NULL}};

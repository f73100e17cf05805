/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that count in periods of the calendar: the next quarter, the same week of last year. A
 * period that does not exist is missing, and so is the distance of periods of different frequencies.
 */
#include <math.h>

#include "transform/verb.h"

static gboolean read_period(RkScalar scalar, double *start, RkFrequency *frequency)
{
    return rk_scalar_to_time(scalar, start, frequency) && *frequency != RK_FREQUENCY_NONE;
}

static RkScalar time_or_null(double start, RkFrequency frequency)
{
    return isnan(start) ? rk_null() : rk_time(start, frequency);
}

static RkScalar call_frequency(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    double start;
    RkFrequency frequency;
    return read_period(arguments[0], &start, &frequency) ? rk_text(rk_frequency_name(frequency)) : rk_null();
}

/* periodOffset(time, periods) */
static RkScalar call_period_offset(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    double start;
    RkFrequency frequency;
    if (!read_period(arguments[0], &start, &frequency))
        return rk_null();
    return time_or_null(rk_period_offset(start, frequency, rk_scalar_to_number(arguments[1])), frequency);
}

/* yearOffset(time, years) */
static RkScalar call_year_offset(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    double start;
    RkFrequency frequency;
    if (!read_period(arguments[0], &start, &frequency))
        return rk_null();
    return time_or_null(rk_period_offset_years(start, frequency, rk_scalar_to_number(arguments[1])), frequency);
}

/* periodsBetween(from, to) */
static RkScalar call_periods_between(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    double from, to;
    RkFrequency one, other;
    if (!read_period(arguments[0], &from, &one) || !read_period(arguments[1], &to, &other) || one != other ||
        one == RK_FREQUENCY_MOMENT)
        return rk_null();
    return rk_number(rk_period_number(to, one) - rk_period_number(from, one));
}

const RkFunction rk_functions_period[] = {{"frequency", 1, 1, RK_SCALAR_TEXT, call_frequency},
                                          {"periodOffset", 2, 2, RK_SCALAR_TIME, call_period_offset},
                                          {"periodsBetween", 2, 2, RK_SCALAR_NUMBER, call_periods_between},
                                          {"yearOffset", 2, 2, RK_SCALAR_TIME, call_year_offset},
                                          {NULL}};

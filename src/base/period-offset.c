/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps from period to period, and from year to year. A period that does not exist (29 February of most years, week 53)
 * is none: it refuses to take a neighbour for it.
 */
#include "base/calendar-private.h"

#include <math.h>

static double within_calendar(gint64 days)
{
    return days < rk_calendar_days(1, 1, 1) || days >= rk_calendar_days(10000, 1, 1) ? NAN : (double)days * RK_DAY;
}

static int months_of(RkFrequency frequency)
{
    switch (frequency) {
    case RK_FREQUENCY_YEAR:
    case RK_FREQUENCY_SPLIT_YEAR:
        return 12;
    case RK_FREQUENCY_HALF_YEAR:
        return 6;
    case RK_FREQUENCY_QUARTER:
        return 3;
    case RK_FREQUENCY_MONTH:
        return 1;
    default:
        return 0;
    }
}

double rk_period_offset(double start, RkFrequency frequency, double periods)
{
    RkMoment parts;
    rk_moment_split(start, &parts);
    if (parts.month == 0 || !(fabs(periods) <= 4e6) || periods != floor(periods))
        return NAN;
    if (months_of(frequency) > 0)
        return within_calendar(
            rk_calendar_days(parts.year, parts.month + (gint64)periods * months_of(frequency), parts.day));
    gint64 days = rk_calendar_days(parts.year, parts.month, parts.day);
    if (frequency == RK_FREQUENCY_WEEK)
        return within_calendar(days + 7 * (gint64)periods);
    return frequency == RK_FREQUENCY_DAY ? within_calendar(days + (gint64)periods) : NAN;
}

static double week_of_year(const RkMoment *parts, double years)
{
    int year;
    int week = rk_calendar_iso_week(rk_calendar_days(parts->year, parts->month, parts->day), parts->year, &year);
    year += (int)years;
    gint64 monday = rk_calendar_first_week(year) + 7 * ((gint64)week - 1);
    return monday < rk_calendar_first_week(year + 1) ? within_calendar(monday) : NAN;
}

double rk_period_offset_years(double start, RkFrequency frequency, double years)
{
    RkMoment parts;
    rk_moment_split(start, &parts);
    if (parts.month == 0 || !(fabs(years) < 10000) || years != floor(years))
        return NAN;
    if (months_of(frequency) > 0)
        return rk_period_offset(start, frequency, years * 12 / months_of(frequency));
    if (frequency == RK_FREQUENCY_WEEK)
        return week_of_year(&parts, years);
    int year = parts.year + (int)years;
    if (frequency != RK_FREQUENCY_DAY || parts.day > rk_calendar_month_days(year, parts.month))
        return NAN;
    return within_calendar(rk_calendar_days(year, parts.month, parts.day));
}

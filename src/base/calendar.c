/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days to dates and back in the proleptic Gregorian calendar, and the next period of each frequency. Days are counted
 * from 1 March of the year 0, so that the leap day ends a year and needs no case of its own.
 */
#include "base/calendar-private.h"

#include <math.h>

#define DAYS_IN_400_YEARS 146097
/* From 0000-03-01 to 1970-01-01. */
#define EPOCH_DAYS 719468
/* What JavaScript's dates span; beyond it the fields of a moment make no sense. */
#define FARTHEST_MOMENT 8.64e15

static gint64 divide_down(gint64 number, gint64 divisor)
{
    gint64 quotient = number / divisor;
    return number % divisor < 0 ? quotient - 1 : quotient;
}

gint64 rk_calendar_days(gint64 year, gint64 month, gint64 day)
{
    gint64 months = year * 12 + (month - 1) - 2;
    gint64 march_year = divide_down(months, 12);
    gint64 from_march = months - march_year * 12;
    gint64 leap_days = divide_down(march_year, 4) - divide_down(march_year, 100) + divide_down(march_year, 400);
    return march_year * 365 + leap_days + (153 * from_march + 2) / 5 + (day - 1) - EPOCH_DAYS;
}

gboolean rk_calendar_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int rk_calendar_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && rk_calendar_is_leap(year) ? 29 : days[month - 1];
}

int rk_calendar_weekday(gint64 days)
{
    gint64 from_thursday = days + 4;
    return (int)(from_thursday - divide_down(from_thursday, 7) * 7);
}

static void split_days(gint64 days, RkMoment *parts)
{
    gint64 from_march = days + EPOCH_DAYS;
    gint64 era = divide_down(from_march, DAYS_IN_400_YEARS);
    gint64 in_era = from_march - era * DAYS_IN_400_YEARS;
    gint64 year_in_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    gint64 in_year = in_era - (365 * year_in_era + year_in_era / 4 - year_in_era / 100);
    gint64 month = (5 * in_year + 2) / 153;
    parts->day = (int)(in_year - (153 * month + 2) / 5 + 1);
    parts->month = (int)(month < 10 ? month + 3 : month - 9);
    parts->year = (int)(era * 400 + year_in_era + (parts->month <= 2 ? 1 : 0));
    parts->weekday = rk_calendar_weekday(days);
    parts->day_of_year = (int)(days - rk_calendar_days(parts->year, 1, 1) + 1);
}

void rk_moment_split(double milliseconds, RkMoment *parts)
{
    *parts = (RkMoment){0};
    if (!(fabs(milliseconds) <= FARTHEST_MOMENT))
        return;
    gint64 whole = (gint64)floor(milliseconds);
    gint64 days = divide_down(whole, RK_DAY);
    split_days(days, parts);
    gint64 rest = whole - days * RK_DAY;
    parts->hour = (int)(rest / RK_HOUR);
    parts->minute = (int)(rest / RK_MINUTE % 60);
    parts->second = (int)(rest / RK_SECOND % 60);
    parts->millisecond = (int)(rest % RK_SECOND);
}

double rk_moment_join(const RkMoment *parts)
{
    double days = (double)rk_calendar_days(parts->year, parts->month, parts->day);
    return days * RK_DAY + (double)parts->hour * RK_HOUR + (double)parts->minute * RK_MINUTE +
           (double)parts->second * RK_SECOND + parts->millisecond;
}

static double add_months(double start, int months)
{
    RkMoment parts;
    rk_moment_split(start, &parts);
    parts.month += months;
    return rk_moment_join(&parts);
}

double rk_moment_years(double milliseconds, RkFrequency frequency)
{
    /* A split year begins in the middle of a year. */
    static const int months[] = {[RK_FREQUENCY_YEAR] = 12,
                                 [RK_FREQUENCY_SPLIT_YEAR] = 6,
                                 [RK_FREQUENCY_HALF_YEAR] = 6,
                                 [RK_FREQUENCY_QUARTER] = 3,
                                 [RK_FREQUENCY_MONTH] = 1};
    RkMoment parts;
    if (!(fabs(milliseconds) <= FARTHEST_MOMENT))
        return NAN;
    if (frequency == RK_FREQUENCY_NONE || frequency > RK_FREQUENCY_MONTH)
        return 1970 + milliseconds / (365.2425 * RK_DAY);
    rk_moment_split(milliseconds, &parts);
    int before = (parts.month - 1) / months[frequency] * months[frequency];
    const RkMoment first = {.year = parts.year, .month = before + 1, .day = 1};
    double start = rk_moment_join(&first), end = add_months(start, months[frequency]);
    return parts.year + (before + (milliseconds - start) / (end - start) * months[frequency]) / 12;
}

double rk_period_next(double start, RkFrequency frequency)
{
    if (!(fabs(start) <= FARTHEST_MOMENT))
        return NAN;
    switch (frequency) {
    case RK_FREQUENCY_YEAR:
    case RK_FREQUENCY_SPLIT_YEAR:
        return add_months(start, 12);
    case RK_FREQUENCY_HALF_YEAR:
        return add_months(start, 6);
    case RK_FREQUENCY_QUARTER:
        return add_months(start, 3);
    case RK_FREQUENCY_MONTH:
        return add_months(start, 1);
    case RK_FREQUENCY_WEEK:
        return start + 7.0 * RK_DAY;
    case RK_FREQUENCY_DAY:
        return start + RK_DAY;
    default:
        return start + 1;
    }
}

const char *rk_frequency_name(RkFrequency frequency)
{
    static const char *const names[] = {"none",  "year", "split year", "half-year", "quarter",
                                        "month", "week", "day",        "moment"};
    return (guint)frequency < G_N_ELEMENTS(names) ? names[frequency] : "unknown";
}

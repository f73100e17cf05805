/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods as statistical offices write them, read and written. Only whole, existing periods are read: no 2023-02-29, no
 * week 53 in a year of 52. A moment without a time zone is UTC.
 */
#include "base/calendar-private.h"

#include <math.h>

#define DAY_LENGTH 10
#define YEAR_LENGTH 4

gint64 rk_calendar_first_week(int year)
{
    /* 4 January is always in the first week. */
    gint64 fourth = rk_calendar_days(year, 1, 4);
    return fourth - (rk_calendar_weekday(fourth) + 6) % 7;
}

int rk_calendar_iso_week(gint64 days, int calendar_year, int *iso_year)
{
    *iso_year = calendar_year;
    if (days < rk_calendar_first_week(calendar_year))
        *iso_year = calendar_year - 1;
    else if (days >= rk_calendar_first_week(calendar_year + 1))
        *iso_year = calendar_year + 1;
    return (int)((days - rk_calendar_first_week(*iso_year)) / 7) + 1;
}

/* The value of `count` digits, or -1; no part of a period has more than a year. */
static int read_digits(const char *text, gsize count)
{
    int value = 0;
    if (count > YEAR_LENGTH)
        return -1;
    for (gsize at = 0; at < count; at++) {
        if (!g_ascii_isdigit(text[at]))
            return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

static double start_of_day(gint64 year, gint64 month, gint64 day)
{
    return (double)rk_calendar_days(year, month, day) * RK_DAY;
}

static gboolean read_week(int year, int week, double *start)
{
    gint64 monday = rk_calendar_first_week(year) + 7 * ((gint64)week - 1);
    if (week < 1 || monday >= rk_calendar_first_week(year + 1))
        return FALSE;
    *start = (double)monday * RK_DAY;
    return TRUE;
}

/* Months of the parts of a year by their letter: the offices of the Nordic countries write K for quarters. */
static int months_of(char letter)
{
    return letter == 'Q' || letter == 'K' ? 3 : letter == 'S' || letter == 'H' ? 6 : letter == 'M' ? 1 : 0;
}

/* S1, H1, Q4, K4, M02, W01, U01 behind the year and an optional hyphen or blank. */
static gboolean read_lettered(int year, const char *text, gsize length, double *start, RkFrequency *frequency)
{
    char letter = g_ascii_toupper(text[0]);
    int number = read_digits(text + 1, length - 1);
    int months = months_of(letter);
    if (length != (months == 3 || months == 6 ? 2 : 3) || number < 1)
        return FALSE;
    if (letter == 'W' || letter == 'U') {
        *frequency = RK_FREQUENCY_WEEK;
        return read_week(year, number, start);
    }
    if (months == 0 || number > 12 / months)
        return FALSE;
    *frequency = months == 1 ? RK_FREQUENCY_MONTH : months == 3 ? RK_FREQUENCY_QUARTER : RK_FREQUENCY_HALF_YEAR;
    *start = start_of_day(year, (number - 1) * months + 1, 1);
    return TRUE;
}

static gboolean read_day(int year, const char *text, double *start)
{
    int month = read_digits(text + 5, 2);
    int day = text[7] == '-' ? read_digits(text + 8, 2) : -1;
    if (month < 1 || month > 12 || day < 1 || day > rk_calendar_month_days(year, month))
        return FALSE;
    *start = start_of_day(year, month, day);
    return TRUE;
}

/* Z, +02, +0200, +02:00: minutes to subtract. */
static gboolean read_zone(const char *text, gsize length, int *minutes)
{
    *minutes = 0;
    if (length == 0 || (length == 1 && text[0] == 'Z'))
        return TRUE;
    gboolean colon = length == 6 && text[3] == ':';
    if ((text[0] != '+' && text[0] != '-') || (length != 3 && length != 5 && !colon))
        return FALSE;
    int hour = read_digits(text + 1, 2);
    int minute = length == 3 ? 0 : read_digits(text + length - 2, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return FALSE;
    *minutes = (text[0] == '-' ? -1 : 1) * (hour * 60 + minute);
    return TRUE;
}

/* .5 and so on, to whole milliseconds; FALSE for a point without digits. */
static gboolean read_fraction(const char *text, gsize length, gsize *used, int *milliseconds)
{
    *used = 0;
    *milliseconds = 0;
    if (length == 0 || text[0] != '.')
        return TRUE;
    int worth = 100;
    for (*used = 1; *used < length && g_ascii_isdigit(text[*used]); (*used)++) {
        *milliseconds += (text[*used] - '0') * worth;
        worth /= 10;
    }
    return *used > 1;
}

/* hh:mm[:ss[.fraction]][zone] */
static gboolean read_time(const char *text, gsize length, double *start)
{
    int hour = length >= 5 ? read_digits(text, 2) : -1;
    int minute = length >= 5 && text[2] == ':' ? read_digits(text + 3, 2) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return FALSE;
    gsize at = 5;
    gsize used = 0;
    int second = 0;
    int milliseconds = 0;
    if (length >= 8 && text[5] == ':') {
        second = read_digits(text + 6, 2);
        at = 8;
        if (second < 0 || second > 59 || !read_fraction(text + at, length - at, &used, &milliseconds))
            return FALSE;
    }
    int zone = 0;
    if (!read_zone(text + at + used, length - at - used, &zone))
        return FALSE;
    *start += (double)hour * RK_HOUR + ((double)minute - zone) * RK_MINUTE + (double)second * RK_SECOND + milliseconds;
    return TRUE;
}

static gboolean read_dashed(int year, const char *text, gsize length, double *start, RkFrequency *frequency)
{
    if (length == 7) {
        int month = read_digits(text + 5, 2);
        *frequency = RK_FREQUENCY_MONTH;
        *start = start_of_day(year, month, 1);
        return month >= 1 && month <= 12;
    }
    if (length < DAY_LENGTH || !read_day(year, text, start))
        return FALSE;
    *frequency = RK_FREQUENCY_DAY;
    if (length == DAY_LENGTH)
        return TRUE;
    *frequency = RK_FREQUENCY_MOMENT;
    return (text[DAY_LENGTH] == 'T' || text[DAY_LENGTH] == ' ') &&
           read_time(text + DAY_LENGTH + 1, length - DAY_LENGTH - 1, start);
}

/* 2019/20, 2019/2020: of two years in a row. */
static gboolean read_split(int year, const char *text, gsize length, double *start, RkFrequency *frequency)
{
    int second = length == 7 || length == 9 ? read_digits(text + 5, length - 5) : -1;
    *frequency = RK_FREQUENCY_SPLIT_YEAR;
    *start = start_of_day(year, 7, 1);
    return second == (length == 7 ? (year + 1) % 100 : year + 1);
}

static gboolean is_gap(char byte)
{
    return byte == '-' || byte == ' ';
}

/* "Q1 2020", "Q1-2020" */
static gboolean read_letter_first(const char *text, gsize length, double *start, RkFrequency *frequency)
{
    gsize gap = 1;
    while (gap < length && g_ascii_isdigit(text[gap]))
        gap++;
    int year = gap + 5 == length && is_gap(text[gap]) ? read_digits(text + gap + 1, 4) : -1;
    return year >= 1 && read_lettered(year, text, gap, start, frequency);
}

static gboolean read_period(const char *text, gsize length, double *start, RkFrequency *frequency)
{
    if (length >= 4 && g_ascii_isalpha(text[0]))
        return read_letter_first(text, length, start, frequency);
    int year = length >= 4 ? read_digits(text, 4) : -1;
    if (year < 1)
        return FALSE;
    if (length == 4) {
        *frequency = RK_FREQUENCY_YEAR;
        *start = start_of_day(year, 1, 1);
        return TRUE;
    }
    if (text[4] == '/')
        return read_split(year, text, length, start, frequency);
    gsize at = is_gap(text[4]) ? 5 : 4;
    if (at < length && g_ascii_isalpha(text[at]))
        return read_lettered(year, text + at, length - at, start, frequency);
    return text[4] == '-' && length >= 7 && read_dashed(year, text, length, start, frequency);
}

gboolean rk_period_parse(const char *text, gsize length, double *start, RkFrequency *frequency)
{
    double moment = 0;
    RkFrequency found = RK_FREQUENCY_NONE;
    if (!read_period(text, length, &moment, &found))
        return FALSE;
    /* A time zone may have moved it out of the years that can be written again. */
    if (moment < start_of_day(1, 1, 1) || moment >= start_of_day(10000, 1, 1))
        return FALSE;
    *start = moment;
    *frequency = found;
    return TRUE;
}

static void write_moment(const RkMoment *parts, char *buffer, gsize size)
{
    char fraction[8] = "";
    if (parts->millisecond > 0) {
        g_snprintf(fraction, sizeof fraction, ".%03d", parts->millisecond);
        for (int last = 3; fraction[last] == '0'; last--)
            fraction[last] = '\0';
    }
    g_snprintf(buffer, size, "%04d-%02d-%02dT%02d:%02d:%02d%sZ", parts->year, parts->month, parts->day, parts->hour,
               parts->minute, parts->second, fraction);
}

const char *rk_period_write(double start, RkFrequency frequency, char *buffer, gsize size)
{
    RkMoment parts;
    rk_moment_split(start, &parts);
    int iso_year = 0;
    int week = 0;
    if (parts.month == 0) {
        g_strlcpy(buffer, "", size);
        return buffer;
    }
    switch (frequency) {
    case RK_FREQUENCY_YEAR:
        g_snprintf(buffer, size, "%04d", parts.year);
        break;
    case RK_FREQUENCY_SPLIT_YEAR:
        g_snprintf(buffer, size, "%04d/%02d", parts.year, (parts.year + 1) % 100);
        break;
    case RK_FREQUENCY_HALF_YEAR:
        g_snprintf(buffer, size, "%04d-S%d", parts.year, (parts.month - 1) / 6 + 1);
        break;
    case RK_FREQUENCY_QUARTER:
        g_snprintf(buffer, size, "%04d-Q%d", parts.year, (parts.month - 1) / 3 + 1);
        break;
    case RK_FREQUENCY_MONTH:
        g_snprintf(buffer, size, "%04d-%02d", parts.year, parts.month);
        break;
    case RK_FREQUENCY_WEEK:
        week = rk_calendar_iso_week(rk_calendar_days(parts.year, parts.month, parts.day), parts.year, &iso_year);
        g_snprintf(buffer, size, "%04d-W%02d", iso_year, week);
        break;
    case RK_FREQUENCY_DAY:
        g_snprintf(buffer, size, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
        break;
    default:
        write_moment(&parts, buffer, size);
    }
    return buffer;
}

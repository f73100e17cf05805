/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts read by d3-time-format patterns, the whole text or nothing. Parts that the pattern does not name are those of
 * 1 January 1900, midnight.
 */
#include "base/calendar-private.h"
#include "base/format.h"

#include <math.h>
#include <string.h>

#define NOT_GIVEN G_MININT

/** A pattern that names patterns (%c, %x, %X) of a locale may not do so for ever. */
#define DEEPEST 4

typedef struct {
    const RkLocale *locale;
    const char *at;
    int year, month, quarter, day, day_of_year;
    int hour, minute, second, millisecond;
    int afternoon;              /**< 0, 1, or NOT_GIVEN */
    int weekday, from_monday;   /**< 0 Sunday; 1 Monday … 7 Sunday */
    int week_u, week_w, week_v; /**< weeks from Sunday, from Monday, ISO */
    int zone;                   /**< minutes to subtract */
    double moment;              /**< of %Q and %s; NaN: not given */
} Parts;

static gboolean read_number(Parts *parts, guint width, int *number)
{
    while (g_ascii_isspace(*parts->at) && width > 0) {
        parts->at++;
        width--;
    }
    guint digits = 0;
    int value = 0;
    for (; digits < MIN(width, 9) && g_ascii_isdigit(*parts->at); digits++)
        value = value * 10 + (*parts->at++ - '0');
    *number = value;
    return digits > 0;
}

static gboolean read_moment(Parts *parts, double unit)
{
    char *end;
    gint64 value = g_ascii_strtoll(parts->at, &end, 10);
    gboolean found = end > parts->at;
    parts->at = end;
    parts->moment = (double)value * unit;
    return found;
}

/** The longest of the words that stands here, whatever its case. */
static gboolean read_word(Parts *parts, const char *const *words, guint count, int *index)
{
    gsize longest = 0;
    for (guint i = 0; i < count; i++) {
        g_autofree char *word = g_utf8_strdown(words[i], -1);
        g_autofree char *text = g_utf8_strdown(parts->at, -1);
        if (*words[i] == '\0' || !g_str_has_prefix(text, word) || strlen(words[i]) <= longest)
            continue;
        longest = strlen(words[i]);
        *index = (int)i;
    }
    parts->at += MIN(longest, strlen(parts->at));
    return longest > 0;
}

static gboolean read_zone(Parts *parts)
{
    int hours, minutes = 0, sign = *parts->at == '-' ? -1 : 1;
    if (*parts->at == 'Z') {
        parts->at++;
        return TRUE;
    }
    if (*parts->at != '+' && *parts->at != '-')
        return FALSE;
    parts->at++;
    if (!read_number(parts, 2, &hours))
        return FALSE;
    parts->at += *parts->at == ':';
    if (g_ascii_isdigit(*parts->at) && !read_number(parts, 2, &minutes))
        return FALSE;
    parts->zone = sign * (hours * 60 + minutes);
    return TRUE;
}

static gboolean read_year(Parts *parts, gboolean whole)
{
    if (!read_number(parts, whole ? 4 : 2, &parts->year))
        return FALSE;
    if (!whole)
        parts->year += parts->year > 68 ? 1900 : 2000;
    return TRUE;
}

static gboolean read_pattern(Parts *parts, const char *pattern, guint depth);

static gboolean read_part(Parts *parts, char letter, guint depth)
{
    const RkLocale *locale = parts->locale;
    int number = 0;
    switch (letter) {
    case 'a':
        return read_word(parts, locale->short_days, 7, &parts->weekday);
    case 'A':
        return read_word(parts, locale->days, 7, &parts->weekday);
    case 'b':
        return read_word(parts, locale->short_months, 12, &parts->month);
    case 'B':
        return read_word(parts, locale->months, 12, &parts->month);
    case 'p':
        return read_word(parts, locale->periods, 2, &parts->afternoon);
    case 'c':
        return read_pattern(parts, locale->date_time, depth + 1);
    case 'x':
        return read_pattern(parts, locale->date, depth + 1);
    case 'X':
        return read_pattern(parts, locale->time, depth + 1);
    case 'd':
    case 'e':
        return read_number(parts, 2, &parts->day);
    case 'j':
        return read_number(parts, 3, &parts->day_of_year);
    case 'm':
        if (!read_number(parts, 2, &parts->month))
            return FALSE;
        parts->month--;
        return TRUE;
    case 'q':
        return read_number(parts, 1, &parts->quarter);
    case 'H':
    case 'I':
        return read_number(parts, 2, &parts->hour);
    case 'M':
        return read_number(parts, 2, &parts->minute);
    case 'S':
        return read_number(parts, 2, &parts->second);
    case 'L':
        return read_number(parts, 3, &parts->millisecond);
    case 'f':
        if (!read_number(parts, 6, &number))
            return FALSE;
        parts->millisecond = number / 1000;
        return TRUE;
    case 'u':
        return read_number(parts, 1, &parts->from_monday);
    case 'w':
        return read_number(parts, 1, &parts->weekday);
    case 'U':
        return read_number(parts, 2, &parts->week_u);
    case 'W':
        return read_number(parts, 2, &parts->week_w);
    case 'V':
        return read_number(parts, 2, &parts->week_v);
    case 'y':
    case 'g':
        return read_year(parts, FALSE);
    case 'Y':
    case 'G':
        return read_year(parts, TRUE);
    case 'Z':
        return read_zone(parts);
    case 'Q':
        return read_moment(parts, 1);
    case 's':
        return read_moment(parts, RK_SECOND);
    case '%':
        return *parts->at == '%' && parts->at++ != NULL;
    default:
        return FALSE;
    }
}

static gboolean read_pattern(Parts *parts, const char *pattern, guint depth)
{
    for (const char *letter = pattern; *letter != '\0'; letter++) {
        if (depth > DEEPEST)
            return FALSE;
        if (*letter != '%') {
            if (*parts->at != *letter)
                return FALSE;
            parts->at++;
            continue;
        }
        letter++;
        letter += *letter == '-' || *letter == '_' || *letter == '0';
        if (*letter == '\0' || !read_part(parts, *letter, depth))
            return FALSE;
    }
    return TRUE;
}

static int weekday_of(int year)
{
    return rk_calendar_weekday(rk_calendar_days(year, 1, 1));
}

/** Days since New Year that a week and a weekday mean; NOT_GIVEN when no week is named. */
static int day_of_week(const Parts *parts)
{
    int first = weekday_of(parts->year), weekday = parts->weekday;
    if (weekday == NOT_GIVEN)
        weekday = parts->from_monday != NOT_GIVEN ? parts->from_monday % 7 : parts->week_w != NOT_GIVEN ? 1 : 0;
    if (parts->week_w != NOT_GIVEN)
        return (weekday + 6) % 7 + parts->week_w * 7 - (first + 5) % 7 - 1;
    if (parts->week_u != NOT_GIVEN)
        return weekday + parts->week_u * 7 - (first + 6) % 7 - 1;
    if (parts->week_v == NOT_GIVEN)
        return NOT_GIVEN;
    if (parts->weekday == NOT_GIVEN && parts->from_monday == NOT_GIVEN)
        weekday = 1;
    gint64 monday = rk_calendar_first_week(parts->year) + 7 * ((gint64)parts->week_v - 1);
    return (int)(monday + (weekday + 6) % 7 - rk_calendar_days(parts->year, 1, 1));
}

static double join(const Parts *parts)
{
    int days = day_of_week(parts);
    RkMoment moment = {.year = parts->year, .month = 1, .day = 1};
    if (days != NOT_GIVEN) {
        moment.day += days;
    } else if (parts->day_of_year != NOT_GIVEN) {
        moment.day = parts->day_of_year;
    } else {
        moment.month = parts->month != NOT_GIVEN     ? parts->month + 1
                       : parts->quarter != NOT_GIVEN ? (parts->quarter - 1) * 3 + 1
                                                     : 1;
        moment.day = parts->day;
    }
    moment.hour = parts->afternoon == NOT_GIVEN ? parts->hour : parts->hour % 12 + parts->afternoon * 12;
    moment.minute = parts->minute - parts->zone;
    moment.second = parts->second;
    moment.millisecond = parts->millisecond;
    return rk_moment_join(&moment);
}

gboolean rk_time_parse(const char *text, const char *pattern, const RkLocale *locale, double *milliseconds)
{
    Parts parts = {.locale = locale != NULL ? locale : rk_locale_find(NULL),
                   .at = text,
                   .year = 1900,
                   .month = NOT_GIVEN,
                   .quarter = NOT_GIVEN,
                   .day = 1,
                   .day_of_year = NOT_GIVEN,
                   .afternoon = NOT_GIVEN,
                   .weekday = NOT_GIVEN,
                   .from_monday = NOT_GIVEN,
                   .week_u = NOT_GIVEN,
                   .week_w = NOT_GIVEN,
                   .week_v = NOT_GIVEN,
                   .moment = NAN};
    if (!read_pattern(&parts, pattern, 0) || *parts.at != '\0' || parts.year < 1 || parts.year > 9999)
        return FALSE;
    *milliseconds = isnan(parts.moment) ? join(&parts) : parts.moment;
    return fabs(*milliseconds) <= 8.64e15;
}

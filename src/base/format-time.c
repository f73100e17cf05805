/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Date patterns of d3-time-format, in UTC. An unknown directive stands for its letter, as in d3.
 */
#include "base/calendar-private.h"
#include "base/format.h"

#include <math.h>
#include <string.h>

typedef struct {
    RkMoment parts;
    double milliseconds;
    gint64 days;
    int iso_year;
    int iso_week;
    const RkLocale *locale;
} Date;

static gint64 day(const Date *date)
{
    return date->parts.day;
}

static gint64 short_iso_year(const Date *date)
{
    return date->iso_year % 100;
}

static gint64 iso_year(const Date *date)
{
    return date->iso_year % 10000;
}

static gint64 hour(const Date *date)
{
    return date->parts.hour;
}

static gint64 hour_of_twelve(const Date *date)
{
    return (date->parts.hour + 11) % 12 + 1;
}

static gint64 day_of_year(const Date *date)
{
    return date->parts.day_of_year;
}

static gint64 millisecond(const Date *date)
{
    return date->parts.millisecond;
}

static gint64 month(const Date *date)
{
    return date->parts.month;
}

static gint64 minute(const Date *date)
{
    return date->parts.minute;
}

static gint64 quarter(const Date *date)
{
    return (date->parts.month - 1) / 3 + 1;
}

static gint64 unix_milliseconds(const Date *date)
{
    return (gint64)floor(date->milliseconds);
}

static gint64 unix_seconds(const Date *date)
{
    return (gint64)floor(date->milliseconds / RK_SECOND);
}

static gint64 second(const Date *date)
{
    return date->parts.second;
}

static gint64 weekday_from_monday(const Date *date)
{
    return (date->parts.weekday + 6) % 7 + 1;
}

static gint64 sunday_week(const Date *date)
{
    return (date->parts.day_of_year + 6 - date->parts.weekday) / 7;
}

static gint64 iso_week(const Date *date)
{
    return date->iso_week;
}

static gint64 weekday(const Date *date)
{
    return date->parts.weekday;
}

static gint64 monday_week(const Date *date)
{
    return (date->parts.day_of_year + 6 - (date->parts.weekday + 6) % 7) / 7;
}

static gint64 short_year(const Date *date)
{
    return date->parts.year % 100;
}

static gint64 year(const Date *date)
{
    return date->parts.year % 10000;
}

/* Directives that are numbers; a width of 0 is never padded. */
static const struct {
    char letter;
    char width;
    gint64 (*number)(const Date *date);
    const char *behind;
} numbers[] = {
    {'d', 2, day, ""},
    {'e', 2, day, ""},
    {'f', 3, millisecond, "000"},
    {'g', 2, short_iso_year, ""},
    {'G', 4, iso_year, ""},
    {'H', 2, hour, ""},
    {'I', 2, hour_of_twelve, ""},
    {'j', 3, day_of_year, ""},
    {'L', 3, millisecond, ""},
    {'m', 2, month, ""},
    {'M', 2, minute, ""},
    {'q', 0, quarter, ""},
    {'Q', 0, unix_milliseconds, ""},
    {'s', 0, unix_seconds, ""},
    {'S', 2, second, ""},
    {'u', 0, weekday_from_monday, ""},
    {'U', 2, sunday_week, ""},
    {'V', 2, iso_week, ""},
    {'w', 0, weekday, ""},
    {'W', 2, monday_week, ""},
    {'y', 2, short_year, ""},
    {'Y', 4, year, ""},
};

static gboolean append_number(GString *text, const Date *date, char letter, char pad)
{
    for (gsize at = 0; at < G_N_ELEMENTS(numbers); at++) {
        if (numbers[at].letter != letter)
            continue;
        gint64 number = numbers[at].number(date);
        g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, ABS(number));
        if (number < 0)
            g_string_append_c(text, '-');
        for (glong length = (glong)strlen(digits); pad != '\0' && length < numbers[at].width; length++)
            g_string_append_c(text, pad);
        g_string_append(text, digits);
        g_string_append(text, numbers[at].behind);
        return TRUE;
    }
    return FALSE;
}

static const char *word_of(const Date *date, char letter)
{
    const RkLocale *locale = date->locale;
    switch (letter) {
    case 'a':
        return locale->short_days[date->parts.weekday];
    case 'A':
        return locale->days[date->parts.weekday];
    case 'b':
        return locale->short_months[date->parts.month - 1];
    case 'B':
        return locale->months[date->parts.month - 1];
    case 'p':
        return locale->periods[date->parts.hour >= 12];
    case 'Z':
        return "+0000";
    case '%':
        return "%";
    default:
        return NULL;
    }
}

static const char *pattern_of(const RkLocale *locale, char letter)
{
    return letter == 'c' ? locale->date_time : letter == 'x' ? locale->date : letter == 'X' ? locale->time : NULL;
}

static void append_pattern(GString *text, const char *pattern, const Date *date);

static void append_directive(GString *text, const Date *date, char letter, char pad)
{
    const char *word = word_of(date, letter);
    const char *pattern = pattern_of(date->locale, letter);
    if (word != NULL)
        g_string_append(text, word);
    else if (pattern != NULL)
        append_pattern(text, pattern, date);
    else if (!append_number(text, date, letter, pad))
        g_string_append_c(text, letter);
}

static void append_pattern(GString *text, const char *pattern, const Date *date)
{
    for (const char *at = pattern; *at != '\0'; at++) {
        if (*at != '%') {
            g_string_append_c(text, *at);
            continue;
        }
        at++;
        char pad = *at == 'e' ? ' ' : '0';
        if (*at == '-' || *at == '_' || *at == '0') {
            pad = *at == '-' ? '\0' : *at == '_' ? ' ' : '0';
            at++;
        }
        if (*at == '\0')
            return;
        append_directive(text, date, *at, pad);
    }
}

char *rk_format_time(const char *pattern, double milliseconds, const RkLocale *locale)
{
    Date date = {.milliseconds = milliseconds, .locale = locale != NULL ? locale : rk_locale_find(NULL)};
    rk_moment_split(milliseconds, &date.parts);
    if (date.parts.month == 0)
        return g_strdup("");
    date.days = rk_calendar_days(date.parts.year, date.parts.month, date.parts.day);
    date.iso_week = rk_calendar_iso_week(date.days, date.parts.year, &date.iso_year);
    GString *text = g_string_new(NULL);
    append_pattern(text, pattern, &date);
    return g_string_free(text, FALSE);
}

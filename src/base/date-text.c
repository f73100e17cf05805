/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as browsers read them beside the ISO forms: "Jan 1 2000", "1/2/2020", "Tue, 5 Mar 2019 10:30 GMT". Numbers
 * alone go month, day, year; a year may stand first. Without a time zone it is UTC. What is no whole date is refused.
 */
#include "base/calendar-private.h"

#include <string.h>

/* Longer texts are no dates. */
#define LONGEST 64

typedef struct {
    int numbers[3];
    guint count;
    int month; /* by name; 0: none */
    int clock[4];
    guint clock_count;
    int zone; /* minutes to subtract */
    gboolean afternoon, forenoon;
} Found;

/* The month that a word begins: at least three letters of its English name. */
static int month_of(const char *word, gsize length)
{
    static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    for (guint i = 0; length >= 3 && i < G_N_ELEMENTS(names); i++)
        if (length <= strlen(names[i]) && g_ascii_strncasecmp(word, names[i], length) == 0)
            return (int)i + 1;
    return 0;
}

static gboolean is_day_name(const char *word, gsize length)
{
    static const char *const names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (guint i = 0; length >= 3 && i < G_N_ELEMENTS(names); i++)
        if (length <= strlen(names[i]) && g_ascii_strncasecmp(word, names[i], length) == 0)
            return TRUE;
    return FALSE;
}

static gboolean is_word(const char *word, gsize length, const char *wanted)
{
    return length == strlen(wanted) && g_ascii_strncasecmp(word, wanted, length) == 0;
}

static gboolean take_word(Found *found, const char *word, gsize length)
{
    int month = month_of(word, length);
    found->afternoon |= is_word(word, length, "pm");
    found->forenoon |= is_word(word, length, "am");
    if (month > 0 && found->month > 0)
        return FALSE;
    found->month += month;
    return month > 0 || is_day_name(word, length) || is_word(word, length, "pm") || is_word(word, length, "am") ||
           is_word(word, length, "gmt") || is_word(word, length, "utc") || is_word(word, length, "z") ||
           (is_word(word, length, "t") && found->count == 3);
}

/* hh:mm[:ss[.fff]] from `text` on; the bytes that it takes, 0 for an error. */
static gsize take_clock(Found *found, const char *text)
{
    const char *at = text;
    if (found->clock_count > 0)
        return 0;
    while (found->clock_count < 4) {
        int value = 0, digits = 0;
        for (; g_ascii_isdigit(*at) && digits < 3; digits++)
            value = value * 10 + (*at++ - '0');
        if (digits == 0 || (found->clock_count == 3 ? digits > 3 : digits > 2))
            return 0;
        for (; found->clock_count == 3 && digits < 3; digits++)
            value *= 10;
        found->clock[found->clock_count++] = value;
        if (*at != ':' && !(*at == '.' && found->clock_count == 3))
            break;
        at++;
    }
    return found->clock_count >= 2 ? (gsize)(at - text) : 0;
}

/* +hh, +hhmm or +hh:mm behind a clock. */
static gsize take_zone(Found *found, const char *text)
{
    int digits[4] = {0}, count = 0;
    const char *at = text + 1;
    for (; count < 4 && (g_ascii_isdigit(*at) || (*at == ':' && count == 2)); at++)
        if (*at != ':')
            digits[count++] = *at - '0';
    if (count != 2 && count != 4)
        return 0;
    int minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
    found->zone = *text == '-' ? -minutes : minutes;
    return (gsize)(at - text);
}

static gsize take_number(Found *found, const char *text)
{
    gsize length = strspn(text, "0123456789");
    if (text[length] == ':')
        return take_clock(found, text);
    if (length > 4 || found->count == G_N_ELEMENTS(found->numbers))
        return 0;
    int value = 0;
    for (gsize i = 0; i < length; i++)
        value = value * 10 + (text[i] - '0');
    found->numbers[found->count++] = value;
    return length;
}

static gboolean take_all(Found *found, const char *text)
{
    while (*text != '\0') {
        gsize used = strspn(text, " ,/-.");
        if (found->clock_count > 0 && (*text == '+' || *text == '-'))
            used = take_zone(found, text);
        else if (g_ascii_isdigit(*text))
            used = take_number(found, text);
        else if (g_ascii_isalpha(*text)) {
            while (g_ascii_isalpha(text[used]))
                used++;
            used = take_word(found, text, used) ? used : 0;
        }
        if (used == 0)
            return FALSE;
        text += used;
    }
    return TRUE;
}

static int whole_year(int year)
{
    return year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
}

/* Which number is the year, the month and the day. */
static gboolean put_in_order(const Found *found, RkMoment *moment)
{
    const int *n = found->numbers;
    gboolean year_first = n[0] > 31 || n[0] == 0;
    *moment = (RkMoment){.month = found->month, .day = 1};
    if (found->month > 0 && found->count == 1) {
        moment->year = year_first ? n[0] : 2001;
        moment->day = year_first ? 1 : n[0];
    } else if (found->month > 0 && found->count == 2) {
        moment->year = whole_year(year_first ? n[0] : n[1]);
        moment->day = year_first ? n[1] : n[0];
    } else if (found->month == 0 && found->count == 3) {
        moment->year = whole_year(year_first ? n[0] : n[2]);
        moment->month = year_first ? n[1] : n[0];
        moment->day = year_first ? n[2] : n[1];
    } else if (found->month == 0 && found->count == 2 && !year_first && n[1] > 31) {
        moment->year = n[1];
        moment->month = n[0];
    } else {
        return FALSE;
    }
    return moment->year >= 1 && moment->year <= 9999 && moment->month >= 1 && moment->month <= 12 && moment->day >= 1 &&
           moment->day <= 31;
}

static gboolean put_clock(const Found *found, RkMoment *moment)
{
    gboolean halves = found->afternoon || found->forenoon;
    moment->hour = found->clock[0];
    moment->minute = found->clock[1] - found->zone;
    moment->second = found->clock[2];
    moment->millisecond = found->clock[3];
    if (halves && (found->clock_count == 0 || moment->hour < 1 || moment->hour > 12))
        return FALSE;
    if (halves)
        moment->hour = moment->hour % 12 + (found->afternoon ? 12 : 0);
    return moment->hour <= 24 && found->clock[1] <= 59 && moment->second <= 59;
}

gboolean rk_date_read(const char *text, double *start, RkFrequency *frequency)
{
    Found found = {0};
    RkMoment moment;
    gsize length = strlen(text);
    if (rk_period_parse(text, length, start, frequency))
        return TRUE;
    if (length > LONGEST || !take_all(&found, text) || !put_in_order(&found, &moment) || !put_clock(&found, &moment))
        return FALSE;
    *start = rk_moment_join(&moment);
    *frequency = found.clock_count > 0 ? RK_FREQUENCY_MOMENT : RK_FREQUENCY_DAY;
    return TRUE;
}

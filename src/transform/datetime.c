/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Date maps as times. Months and quarters count from 1, weekdays from Monday = 1 with Sunday = 0 or 7; months and
 * weekdays may be English words. It refuses parts that are no whole numbers, and a weekday beside a date.
 */
#include "transform/datetime.h"

#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

/* The year of dates without one, and of the times of units without one. */
#define REFERENCE_YEAR 2012

static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
static const char *const days[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/* In the order of their length: the last one given says how fine the time is. */
static const struct {
    const char *name;
    RkFrequency frequency;
    guint part;
    double least, most;
} parts[] = {{"year", RK_FREQUENCY_YEAR, RK_PART_YEAR, 1, 9999},
             {"quarter", RK_FREQUENCY_QUARTER, RK_PART_QUARTER, 1, 4},
             {"month", RK_FREQUENCY_MONTH, RK_PART_MONTH, 1, 12},
             {"date", RK_FREQUENCY_DAY, RK_PART_DATE, 1, 31},
             {"day", RK_FREQUENCY_DAY, RK_PART_DAY, 0, 7},
             {"hours", RK_FREQUENCY_MOMENT, RK_PART_HOURS, 0, 24},
             {"minutes", RK_FREQUENCY_MOMENT, RK_PART_MINUTES, 0, 60},
             {"seconds", RK_FREQUENCY_MOMENT, RK_PART_SECONDS, 0, 60},
             {"milliseconds", RK_FREQUENCY_MOMENT, RK_PART_MILLISECONDS, 0, 1000}};

enum { YEAR, QUARTER, MONTH, DATE, DAY, HOURS, MINUTES, SECONDS, MILLISECONDS };

/* The place of a word among names of which it is the whole or the first three letters; -1 for none. */
static int place_of(const char *word, const char *const *names, guint count)
{
    gsize length = strlen(word);
    for (guint i = 0; length >= 3 && i < count; i++)
        if (g_ascii_strncasecmp(word, names[i], length) == 0 && (length == 3 || length == strlen(names[i])))
            return (int)i;
    return -1;
}

static double part_value(const RkValue *value, guint part)
{
    const char *word = rk_value_text_or(value, NULL);
    if (word == NULL)
        return rk_value_number_or(value, NAN);
    int place = part == MONTH ? place_of(word, months, G_N_ELEMENTS(months))
                : part == DAY ? place_of(word, days, G_N_ELEMENTS(days))
                              : -1;
    return place < 0 ? NAN : part == MONTH ? place + 1 : place;
}

static gboolean read_part(const RkValue *value, guint part, double *number, GError **error)
{
    *number = part_value(value, part);
    if (*number >= parts[part].least && *number <= parts[part].most && *number == floor(*number))
        return TRUE;
    rk_error_set(
        error, RK_ERROR_SPEC, rk_value_place(value),
        part == MONTH || part == DAY ? "write a number, or the English name" : "months and quarters count from 1",
        "\"%s\" of a date is a whole number from %g to %g", parts[part].name, parts[part].least, parts[part].most);
    return FALSE;
}

static double join(const double *numbers)
{
    double month = isnan(numbers[MONTH]) ? isnan(numbers[QUARTER]) ? 1 : numbers[QUARTER] * 3 - 2 : numbers[MONTH];
    /* The reference year begins on a Sunday: its first days are the weekdays. */
    double day = isnan(numbers[DATE]) ? isnan(numbers[DAY]) ? 1 : fmod(numbers[DAY], 7) + 1 : numbers[DATE];
    RkMoment moment = {
        .year = isnan(numbers[YEAR]) ? REFERENCE_YEAR : (int)numbers[YEAR], .month = (int)month, .day = (int)day};
    return rk_moment_join(&moment) + (isnan(numbers[HOURS]) ? 0 : numbers[HOURS] * 3600000) +
           (isnan(numbers[MINUTES]) ? 0 : numbers[MINUTES] * 60000) +
           (isnan(numbers[SECONDS]) ? 0 : numbers[SECONDS] * 1000) +
           (isnan(numbers[MILLISECONDS]) ? 0 : numbers[MILLISECONDS]);
}

static gboolean fail(const RkValue *map, const char *hint, const char *message, GError **error)
{
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(map), hint, "%s", message);
    return FALSE;
}

gboolean rk_datetime_read(const RkValue *map, const RkTimeUnit *unit, RkScalar *time, GError **error)
{
    double numbers[G_N_ELEMENTS(parts)];
    RkFrequency frequency = RK_FREQUENCY_YEAR;
    guint found = 0;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        const RkValue *part = rk_value_get(map, parts[i].name);
        numbers[i] = NAN;
        if (part == NULL)
            continue;
        if (!read_part(part, i, &numbers[i], error))
            return FALSE;
        frequency = parts[i].frequency;
        found++;
    }
    gboolean yearless = unit != NULL && (unit->parts & RK_PART_YEAR) == 0;
    guint known = found + (rk_value_has(map, "utc") ? 1 : 0);
    if (known < rk_value_length(map) || found == 0)
        return fail(map, "year, quarter, month, date, day, hours, minutes, seconds, milliseconds",
                    "a map that is no date", error);
    if (isnan(numbers[YEAR]) && !yearless)
        return fail(map, "write {year: 2020}, or the text '2020-12-31'", "a date needs a year", error);
    if (!isnan(numbers[DAY]) && (!isnan(numbers[DATE]) || !isnan(numbers[YEAR])))
        return fail(map, "leave out the weekday", "a weekday stands beside a date", error);
    *time = rk_time(join(numbers), frequency);
    return TRUE;
}

gboolean rk_time_unit_is_single(const RkTimeUnit *unit)
{
    return unit->parts != 0 && (unit->parts & (unit->parts - 1)) == 0;
}

gboolean rk_datetime_of_part(const RkValue *value, const RkTimeUnit *unit, RkScalar *time, GError **error)
{
    double numbers[G_N_ELEMENTS(parts)];
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        numbers[i] = NAN;
        if (unit->parts != parts[i].part)
            continue;
        if (!read_part(value, i, &numbers[i], error))
            return FALSE;
    }
    *time = rk_time(rk_time_unit_floor(unit, join(numbers)), rk_time_unit_frequency(unit));
    return TRUE;
}

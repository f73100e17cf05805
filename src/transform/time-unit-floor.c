/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar of time units: where the period of a time begins and ends, as Vega cuts it. Weeks begin on Sunday, those
 * before the first Sunday of a year are week 0.
 */
#include "transform/time-unit.h"

#include <math.h>

/* The year of units that have none. */
#define REFERENCE_YEAR 2012

#define DAY_MS 86400000.0

/** The finest part. */
static guint finest(const RkTimeUnit *unit)
{
    guint part = RK_PART_MILLISECONDS;
    while (part > 0 && (unit->parts & part) == 0)
        part >>= 1;
    /* The order of names puts the day of the year before the date. */
    if (part == RK_PART_DAY_OF_YEAR && (unit->parts & RK_PART_DATE) != 0)
        return RK_PART_DATE;
    return part;
}

/** A part cut down to multiples of the step, when it is the finest. */
static int cut(const RkTimeUnit *unit, guint part, int value, int phase)
{
    if (unit->step <= 1 || part != finest(unit))
        return value;
    return (int)(phase + unit->step * floor((value - phase) / unit->step));
}

static int first_weekday(int year)
{
    RkMoment first = {.year = year, .month = 1, .day = 1}, split;
    rk_moment_split(rk_moment_join(&first), &split);
    return split.weekday;
}

/** The day of the year of a weekday in a week. */
static int day_in_week(int year, int week, int weekday)
{
    return weekday + week * 7 - (first_weekday(year) + 6) % 7;
}

static int day_of(const RkTimeUnit *unit, const RkMoment *moment, int year)
{
    int week = (moment->day_of_year + 6 - moment->weekday) / 7;
    if ((unit->parts & RK_PART_WEEK) != 0 && (unit->parts & RK_PART_DAY) != 0)
        return cut(unit, RK_PART_DAY, day_in_week(year, week, moment->weekday), 1);
    if ((unit->parts & RK_PART_WEEK) != 0)
        return day_in_week(year, cut(unit, RK_PART_WEEK, week, 1), 0);
    if ((unit->parts & RK_PART_DAY) != 0)
        return cut(unit, RK_PART_DAY, day_in_week(year, 1, moment->weekday), 1);
    if ((unit->parts & RK_PART_DATE) != 0)
        return cut(unit, RK_PART_DATE, moment->day, 1);
    if ((unit->parts & RK_PART_DAY_OF_YEAR) != 0)
        return cut(unit, RK_PART_DAY_OF_YEAR, moment->day_of_year, 1);
    return 1;
}

static int month_of(const RkTimeUnit *unit, const RkMoment *moment)
{
    if ((unit->parts & RK_PART_MONTH) != 0)
        return cut(unit, RK_PART_MONTH, moment->month - 1, 0) + 1;
    if ((unit->parts & RK_PART_QUARTER) != 0)
        return cut(unit, RK_PART_QUARTER, (moment->month - 1) / 3, 0) * 3 + 1;
    return 1;
}

static int clock_of(const RkTimeUnit *unit, guint part, int value)
{
    return (unit->parts & part) != 0 ? cut(unit, part, value, 0) : 0;
}

double rk_time_unit_floor(const RkTimeUnit *unit, double milliseconds)
{
    RkMoment moment;
    if (isnan(milliseconds) || unit->binned || unit->parts == 0)
        return milliseconds;
    rk_moment_split(milliseconds, &moment);
    if (moment.month == 0)
        return NAN;
    int year = (unit->parts & RK_PART_YEAR) != 0 ? cut(unit, RK_PART_YEAR, moment.year, 0) : REFERENCE_YEAR;
    RkMoment start = {.year = year,
                      .month = month_of(unit, &moment),
                      .day = day_of(unit, &moment, year),
                      .hour = clock_of(unit, RK_PART_HOURS, moment.hour),
                      .minute = clock_of(unit, RK_PART_MINUTES, moment.minute),
                      .second = clock_of(unit, RK_PART_SECONDS, moment.second),
                      .millisecond = clock_of(unit, RK_PART_MILLISECONDS, moment.millisecond)};
    return rk_moment_join(&start);
}

static double add_months(double start, double months)
{
    RkMoment moment;
    rk_moment_split(start, &moment);
    double month = moment.month - 1 + months;
    moment.year += (int)floor(month / 12);
    moment.month = (int)(month - 12 * floor(month / 12)) + 1;
    return rk_moment_join(&moment);
}

double rk_time_unit_end(const RkTimeUnit *unit, double start)
{
    static const struct {
        guint part;
        double milliseconds;
    } lengths[] = {{RK_PART_WEEK, 7 * DAY_MS}, {RK_PART_DATE, DAY_MS},   {RK_PART_DAY_OF_YEAR, DAY_MS},
                   {RK_PART_DAY, DAY_MS},      {RK_PART_HOURS, 3600000}, {RK_PART_MINUTES, 60000},
                   {RK_PART_SECONDS, 1000},    {RK_PART_MILLISECONDS, 1}};
    guint part = finest(unit);
    if (!isfinite(start))
        return NAN;
    for (guint i = 0; i < G_N_ELEMENTS(lengths); i++)
        if (lengths[i].part == part)
            return start + unit->step * lengths[i].milliseconds;
    double months = part == RK_PART_YEAR ? 12 : part == RK_PART_QUARTER ? 3 : 1;
    return add_months(start, unit->step * months);
}

double rk_time_unit_before(const RkTimeUnit *unit, double start)
{
    RkTimeUnit backwards = *unit;
    backwards.step = -unit->step;
    return rk_time_unit_end(&backwards, start);
}

RkFrequency rk_time_unit_frequency(const RkTimeUnit *unit)
{
    switch (finest(unit)) {
    case RK_PART_YEAR:
        return RK_FREQUENCY_YEAR;
    case RK_PART_QUARTER:
        return RK_FREQUENCY_QUARTER;
    case RK_PART_MONTH:
        return RK_FREQUENCY_MONTH;
    case RK_PART_WEEK:
    case RK_PART_DATE:
    case RK_PART_DAY_OF_YEAR:
    case RK_PART_DAY:
        return RK_FREQUENCY_DAY;
    default:
        return RK_FREQUENCY_MOMENT;
    }
}

/** A round step (1, 2 or 5 times a power of ten) for `count` steps. */
static double round_step(double span, double count)
{
    double rough = fmax(span, 0) / fmax(1, count), power = pow(10, floor(log10(rough)));
    double rest = rough / power;
    if (!(rough > 0))
        return 1;
    return power * (rest >= sqrt(50) ? 10 : rest >= sqrt(10) ? 5 : rest >= sqrt(2) ? 2 : 1);
}

void rk_time_unit_choose(RkTimeUnit *unit, double low, double high)
{
    enum {
        DAYS = RK_PART_YEAR | RK_PART_MONTH | RK_PART_DATE,
        HOURS = DAYS | RK_PART_HOURS,
        MINUTES = HOURS | RK_PART_MINUTES,
        SECONDS = MINUTES | RK_PART_SECONDS,
        MILLISECONDS = SECONDS | RK_PART_MILLISECONDS,
    };
    static const struct {
        guint parts;
        double step, length;
    } steps[] = {{SECONDS, 1, 1e3},
                 {SECONDS, 5, 5e3},
                 {SECONDS, 15, 15e3},
                 {SECONDS, 30, 30e3},
                 {MINUTES, 1, 60e3},
                 {MINUTES, 5, 300e3},
                 {MINUTES, 15, 900e3},
                 {MINUTES, 30, 1800e3},
                 {HOURS, 1, 3600e3},
                 {HOURS, 3, 10800e3},
                 {HOURS, 6, 21600e3},
                 {HOURS, 12, 43200e3},
                 {DAYS, 1, DAY_MS},
                 {RK_PART_YEAR | RK_PART_WEEK, 1, 7 * DAY_MS},
                 {RK_PART_YEAR | RK_PART_MONTH, 1, 30 * DAY_MS},
                 {RK_PART_YEAR | RK_PART_MONTH, 3, 90 * DAY_MS},
                 {RK_PART_YEAR, 1, 365 * DAY_MS}};
    double most = unit->maxbins > 0 ? unit->maxbins : 40, target = fabs(high - low) / most;
    guint at = 0;
    while (at < G_N_ELEMENTS(steps) && steps[at].length <= target)
        at++;
    if (at == G_N_ELEMENTS(steps)) {
        unit->parts = RK_PART_YEAR;
        unit->step = fmax(1, round_step((high - low) / (365 * DAY_MS), most));
    } else if (at > 0) {
        guint nearest = target / steps[at - 1].length < steps[at].length / target ? at - 1 : at;
        unit->parts = steps[nearest].parts;
        unit->step = steps[nearest].step;
    } else {
        unit->parts = MILLISECONDS;
        unit->step = fmax(1, round_step(high - low, most));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps between moments, chosen as d3-time chooses them: one, five, fifteen or thirty seconds, and so on to years. All
 * in UTC. It refuses steps that would part data of a coarser frequency.
 */
#include "plot/scale.h"

#include <math.h>

#include "base/calendar.h"
#include "base/limits.h"

#define SECOND 1000.0
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MONTH (30 * DAY)
#define YEAR (365 * DAY)
/* Split years stand at 1 July. */
#define SPLIT_MONTH 7
/* 1969-12-28, the Sunday from which weeks are counted. */
#define FIRST_SUNDAY (-4 * DAY)

typedef struct {
    RkTimeStep step;
    double length;         /**< in milliseconds, about */
    RkFrequency frequency; /**< the coarsest data that this step would part */
} Choice;

#define CLOCK(length)                                                                                                  \
    {                                                                                                                  \
        {RK_STEP_MILLISECONDS, length}, length, RK_FREQUENCY_MOMENT                                                    \
    }

static const Choice choices[] = {
    CLOCK(SECOND),
    CLOCK(5 * SECOND),
    CLOCK(15 * SECOND),
    CLOCK(30 * SECOND),
    CLOCK(MINUTE),
    CLOCK(5 * MINUTE),
    CLOCK(15 * MINUTE),
    CLOCK(30 * MINUTE),
    CLOCK(HOUR),
    CLOCK(3 * HOUR),
    CLOCK(6 * HOUR),
    CLOCK(12 * HOUR),
    {{RK_STEP_DAYS, 1}, DAY, RK_FREQUENCY_DAY},
    {{RK_STEP_DAYS, 2}, 2 * DAY, RK_FREQUENCY_DAY},
    {{RK_STEP_WEEKS, 1}, 7 * DAY, RK_FREQUENCY_DAY},
    {{RK_STEP_MONTHS, 1}, MONTH, RK_FREQUENCY_MONTH},
    {{RK_STEP_MONTHS, 3}, 3 * MONTH, RK_FREQUENCY_QUARTER},
    {{RK_STEP_YEARS, 1}, YEAR, RK_FREQUENCY_YEAR},
};

static double round_step(double start, double stop, guint count)
{
    double increment = rk_ticks_increment(start, stop, count);
    return increment < 0 ? -1 / increment : increment;
}

RkTimeStep rk_time_step_choose(double low, double high, guint count, RkFrequency finest, gboolean unix_days)
{
    double target = (high - low) / MAX(count, 1);
    const Choice *before = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(choices); i++) {
        const Choice *choice = &choices[i];
        if (finest != RK_FREQUENCY_NONE && choice->frequency > finest)
            continue;
        if (choice->length > target) {
            if (before == NULL && choice == choices)
                return (RkTimeStep){RK_STEP_MILLISECONDS, fmax(1, round_step(low, high, count))};
            gboolean nearer = before != NULL && target / before->length < choice->length / target;
            RkTimeStep step = nearer ? before->step : choice->step;
            if (step.unit == RK_STEP_DAYS && unix_days)
                step.unit = RK_STEP_UNIX_DAYS;
            return step;
        }
        before = choice;
    }
    return (RkTimeStep){RK_STEP_YEARS, fmax(1, round_step(low / YEAR, high / YEAR, count))};
}

gboolean rk_time_step_named(const char *interval, double count, RkTimeStep *step)
{
    static const struct {
        const char *name, *plural;
        RkTimeStep step;
    } names[] = {
        {"millisecond", "milliseconds", {RK_STEP_MILLISECONDS, 1}},
        {"second", "seconds", {RK_STEP_MILLISECONDS, SECOND}},
        {"minute", "minutes", {RK_STEP_MILLISECONDS, MINUTE}},
        {"hour", "hours", {RK_STEP_MILLISECONDS, HOUR}},
        {"day", "date", {RK_STEP_DAYS, 1}},
        {"week", "weeks", {RK_STEP_WEEKS, 1}},
        {"month", "months", {RK_STEP_MONTHS, 1}},
        {"quarter", "quarters", {RK_STEP_MONTHS, 3}},
        {"year", "years", {RK_STEP_YEARS, 1}},
    };
    for (guint i = 0; interval != NULL && i < G_N_ELEMENTS(names); i++) {
        if (!g_str_equal(interval, names[i].name) && !g_str_equal(interval, names[i].plural))
            continue;
        *step = names[i].step;
        step->count *= fmax(1, floor(count));
        return TRUE;
    }
    return FALSE;
}

static double floor_to(double value, double length)
{
    return floor(value / length) * length;
}

static double join(int year, int month, int day)
{
    return rk_moment_join(&(RkMoment){.year = year, .month = month, .day = day});
}

double rk_time_step_floor(const RkTimeStep *step, double value)
{
    RkMoment moment;
    rk_moment_split(value, &moment);
    int every = (int)fmin(step->count, 1e6);
    switch (step->unit) {
    case RK_STEP_YEARS:
        return join((int)floor_to(moment.year, every), 1, 1);
    case RK_STEP_SPLIT_YEARS:
        return join((int)floor_to(moment.year - (moment.month < SPLIT_MONTH), every), SPLIT_MONTH, 1);
    case RK_STEP_MONTHS:
        /* Months of one year are counted from its January. */
        return join(moment.year, 1 + (moment.month - 1) / every * every, 1);
    case RK_STEP_WEEKS:
        return FIRST_SUNDAY + floor_to(value - FIRST_SUNDAY, 7 * DAY * every);
    case RK_STEP_DAYS:
        return join(moment.year, moment.month, 1 + (moment.day - 1) / every * every);
    case RK_STEP_UNIX_DAYS:
        return floor_to(value, DAY * every);
    default:
        return floor_to(value, step->count);
    }
}

double rk_time_step_next(const RkTimeStep *step, double moment)
{
    RkMoment now;
    rk_moment_split(moment, &now);
    int every = (int)fmin(step->count, 1e6);
    switch (step->unit) {
    case RK_STEP_YEARS:
        return join(now.year + every, 1, 1);
    case RK_STEP_SPLIT_YEARS:
        return join(now.year + every, SPLIT_MONTH, 1);
    case RK_STEP_MONTHS:
        return fmin(join(now.year, now.month + every, 1), join(now.year + 1, 1, 1));
    case RK_STEP_WEEKS:
        return moment + 7 * DAY * every;
    case RK_STEP_DAYS:
        return fmin(join(now.year, now.month, now.day + every), join(now.year, now.month + 1, 1));
    case RK_STEP_UNIX_DAYS:
        return moment + DAY * every;
    default:
        return moment + step->count;
    }
}

void rk_time_step_ticks(const RkTimeStep *step, double low, double high, GArray *ticks)
{
    double tick = rk_time_step_floor(step, low);
    for (guint i = 0; i < RK_LIMIT_TICKS && tick <= high; i++) {
        if (tick >= low)
            g_array_append_val(ticks, tick);
        double next = rk_time_step_next(step, tick);
        if (!(next > tick))
            return;
        tick = next;
    }
}

char *rk_split_year_text(double moment)
{
    char buffer[32];
    RkMoment parts;
    rk_moment_split(moment, &parts);
    if (parts.month != SPLIT_MONTH || moment != join(parts.year, SPLIT_MONTH, 1))
        return NULL;
    return g_strdup(rk_period_write(moment, RK_FREQUENCY_SPLIT_YEAR, buffer, sizeof buffer));
}

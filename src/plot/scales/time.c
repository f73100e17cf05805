/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time scale: ticks on the starts of calendar periods, in UTC. A domain of years never gets months between them.
 */
#include "plot/scale.h"

#include <math.h>

#include "base/calendar.h"
#include "base/format.h"
#include "base/limits.h"

typedef struct {
    enum { YEARS, MONTHS, DAYS, MILLISECONDS } unit;
    double count;          /**< how many units from tick to tick */
    double length;         /**< in milliseconds, about */
    RkFrequency frequency; /**< the coarsest data that this step would part */
} Step;

#define SECOND 1000.0
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static const Step steps[] = {
    {MILLISECONDS, SECOND, SECOND, RK_FREQUENCY_MOMENT},
    {MILLISECONDS, 15 * SECOND, 15 * SECOND, RK_FREQUENCY_MOMENT},
    {MILLISECONDS, MINUTE, MINUTE, RK_FREQUENCY_MOMENT},
    {MILLISECONDS, 15 * MINUTE, 15 * MINUTE, RK_FREQUENCY_MOMENT},
    {MILLISECONDS, HOUR, HOUR, RK_FREQUENCY_MOMENT},
    {MILLISECONDS, 6 * HOUR, 6 * HOUR, RK_FREQUENCY_MOMENT},
    {DAYS, 1, DAY, RK_FREQUENCY_DAY},
    {DAYS, 7, 7 * DAY, RK_FREQUENCY_DAY},
    {MONTHS, 1, 30 * DAY, RK_FREQUENCY_MONTH},
    {MONTHS, 3, 91 * DAY, RK_FREQUENCY_QUARTER},
    {MONTHS, 6, 182 * DAY, RK_FREQUENCY_HALF_YEAR},
    {YEARS, 1, 365.25 * DAY, RK_FREQUENCY_YEAR},
};

static Step years(double low, double high, guint count)
{
    double span = (high - low) / (365.25 * DAY);
    double step = fmax(1, rk_ticks_increment(0, span, MAX(count, 1)));
    return (Step){YEARS, step, step * 365.25 * DAY, RK_FREQUENCY_YEAR};
}

static Step choose(const RkScale *scale, guint count)
{
    double target = (scale->domain[1] - scale->domain[0]) / MAX(count, 1);
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        gboolean fine_enough = scale->frequency == RK_FREQUENCY_NONE || steps[i].frequency <= scale->frequency;
        if (fine_enough && steps[i].length >= target * 0.7 && steps[i].unit != YEARS)
            return steps[i];
    }
    return years(scale->domain[0], scale->domain[1], count);
}

/** The first tick at or after the start of the unit that holds `low`. */
static RkMoment first_moment(const Step *step, double low)
{
    RkMoment moment;
    rk_moment_split(low, &moment);
    int every = (int)step->count;
    if (step->unit == YEARS)
        return (RkMoment){.year = moment.year - moment.year % every, .month = 1, .day = 1};
    if (step->unit == MONTHS)
        return (RkMoment){.year = moment.year, .month = 1 + (moment.month - 1) / every * every, .day = 1};
    return (RkMoment){.year = moment.year, .month = moment.month, .day = moment.day};
}

static double tick_at(const Step *step, const RkMoment *first, guint index)
{
    RkMoment moment = *first;
    if (step->unit == YEARS)
        moment.year += (int)(index * step->count);
    else if (step->unit == MONTHS)
        moment.month += (int)(index * step->count);
    else if (step->unit == DAYS)
        moment.day += (int)(index * step->count);
    double start = rk_moment_join(&moment);
    return step->unit == MILLISECONDS ? start + index * step->count : start;
}

static void ticks_of(const RkScale *scale, guint count, GArray *ticks)
{
    Step step = choose(scale, count);
    RkMoment first = first_moment(&step, scale->domain[0]);
    for (guint i = 0; i < 100 * RK_LIMIT_TICKS && ticks->len < RK_LIMIT_TICKS; i++) {
        double tick = tick_at(&step, &first, i);
        if (!(tick <= scale->domain[1]))
            return;
        if (tick >= scale->domain[0])
            g_array_append_val(ticks, tick);
    }
}

static const char *pattern_for(double value)
{
    RkMoment moment;
    rk_moment_split(value, &moment);
    if (moment.hour + moment.minute + moment.second > 0)
        return "%H:%M";
    if (moment.day > 1)
        return "%b %-d";
    return moment.month > 1 ? "%b" : "%Y";
}

static char *tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier, guint count,
                       GArray *ticks)
{
    (void)scale, (void)count, (void)ticks;
    return rk_format_time(specifier != NULL ? specifier : pattern_for(value), value, locale);
}

extern const RkScaleType rk_scale_time;
const RkScaleType rk_scale_time = {
    .name = "time",
    .temporal = TRUE,
    .ticks = ticks_of,
    .tick_text = tick_text,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks, round bounds and tick texts of moments, in UTC. A domain of years never gets months between them.
 */
#include "plot/scales/moments-private.h"

#include <math.h>

#include "base/calendar.h"
#include "base/format.h"
#include "base/limits.h"

const char *const rk_moments_words[] = {"bins",      "clamp",       "domainMax", "domainMid", "domainMin",
                                        "domainRaw", "interpolate", "nice",      "padding",   "rangeMax",
                                        "rangeMin",  "round",       "scheme",    NULL};

static gboolean by_grammar(const RkScale *scale)
{
    return scale->plotting != NULL && scale->plotting->vega_lite;
}

/** The grammar puts ticks wherever they fall; the house only where data can be. */
static RkTimeStep choose(const RkScale *scale, double low, double high, guint count)
{
    RkFrequency finest = by_grammar(scale) ? RK_FREQUENCY_NONE : scale->frequency;
    RkTimeStep step = rk_time_step_choose(low, high, count, finest, scale->type->unix_days);
    if (step.unit == RK_STEP_YEARS && !by_grammar(scale) && rk_scale_has_split_years(scale))
        step.unit = RK_STEP_SPLIT_YEARS;
    return step;
}

void rk_moments_nice(RkScale *scale, guint count)
{
    gboolean falls = scale->domain[0] > scale->domain[1];
    double *low = &scale->domain[falls], *high = &scale->domain[!falls];
    RkTimeStep step = choose(scale, *low, *high, count);
    double last = rk_time_step_floor(&step, *high);
    *low = rk_time_step_floor(&step, *low);
    *high = last < *high ? rk_time_step_next(&step, last) : last;
}

void rk_moments_ticks(const RkScale *scale, guint count, GArray *ticks)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    RkTimeStep step = choose(scale, low, high, count);
    rk_time_step_ticks(&step, low, high, ticks);
}

static const char *house_pattern(const RkMoment *moment)
{
    if (moment->hour + moment->minute + moment->second > 0)
        return "%H:%M";
    if (moment->day > 1)
        return "%b %-d";
    return moment->month > 1 ? "%b" : "%Y";
}

/** d3's texts: each moment by its finest part. */
static const char *grammar_pattern(const RkMoment *moment)
{
    if (moment->millisecond != 0)
        return ".%L";
    if (moment->second != 0)
        return ":%S";
    if (moment->minute != 0)
        return "%I:%M";
    if (moment->hour != 0)
        return "%I %p";
    if (moment->day > 1)
        return moment->weekday == 0 ? "%b %d" : "%a %d";
    return moment->month > 1 ? "%B" : "%Y";
}

char *rk_moments_tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier,
                           guint count, GArray *ticks)
{
    (void)count, (void)ticks;
    RkMoment moment;
    gboolean split = specifier == NULL && !by_grammar(scale) && rk_scale_has_split_years(scale);
    char *split_year = split ? rk_split_year_text(value) : NULL;
    if (split_year != NULL)
        return split_year;
    rk_moment_split(value, &moment);
    const char *chosen = by_grammar(scale) ? grammar_pattern(&moment) : house_pattern(&moment);
    return rk_format_time(specifier != NULL ? specifier : chosen, value, locale);
}

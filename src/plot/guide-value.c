/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of guides. Intervals of time count from the calendar's own zero: every third month begins with January, every
 * tenth year with one that ends in 0.
 */
#include "plot/guide-value.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/limits.h"

static double part(const RkValue *map, const char *key, double otherwise)
{
    return CLAMP(rk_value_number_or(rk_value_get(map, key), otherwise), -1e6, 1e6);
}

static int month_of(const RkValue *month)
{
    static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    const char *text = rk_value_text_or(month, NULL);
    for (guint i = 0; text != NULL && i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strncasecmp(text, names[i], 3) == 0)
            return (int)i + 1;
    }
    return (int)CLAMP(rk_value_number_or(month, 1), -1e6, 1e6);
}

/** {year: 2020, month: "feb", date: 3 …} */
static double date_time(const RkValue *map)
{
    RkMoment moment = {.year = (int)part(map, "year", 2012), .month = month_of(rk_value_get(map, "month"))};
    if (rk_value_has(map, "quarter"))
        moment.month = ((int)part(map, "quarter", 1) - 1) * 3 + 1;
    moment.day = (int)part(map, "date", 1);
    moment.hour = (int)part(map, "hours", 0);
    moment.minute = (int)part(map, "minutes", 0);
    moment.second = (int)part(map, "seconds", 0);
    moment.millisecond = (int)part(map, "milliseconds", 0);
    return rk_moment_join(&moment);
}

gboolean rk_guide_value(const RkScale *scale, const RkValue *value, double *number, GError **error)
{
    RkFrequency frequency;
    const char *text = rk_value_text_or(value, NULL);
    gboolean house = !scale->plotting->vega_lite, temporal = scale->type->temporal;
    if (rk_value_is(value, RK_VALUE_MAP)) {
        *number = date_time(value);
        return TRUE;
    }
    /* A bare year among our own times means that year, not milliseconds. */
    g_autofree char *year = temporal && house && rk_value_is(value, RK_VALUE_NUMBER)
                                ? g_strdup_printf("%04.0f", rk_value_number_or(value, 0))
                                : g_strdup(text);
    if (temporal && year != NULL && rk_period_parse(year, strlen(year), number, &frequency))
        return TRUE;
    /* To the grammar small numbers are parts of the calendar, and moments only from ten seconds after 1970 on. */
    RkScalar moment;
    if (temporal && !house && !(rk_value_number_or(value, 0) >= 10000) && rk_scale_part(scale, value, &moment)) {
        *number = moment.number;
        return TRUE;
    }
    return rk_plotting_number(scale->plotting, value, number, error);
}

guint32 rk_guide_category(const RkScale *scale, const RkValue *value)
{
    if (!rk_value_is(value, RK_VALUE_MAP)) {
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(value));
        guint32 written = rk_scale_category(scale, text);
        RkScalar moment;
        if (written != G_MAXUINT32 || !rk_scale_part(scale, value, &moment))
            return written;
        g_autofree char *time = rk_scalar_write(moment);
        return rk_scale_category(scale, time);
    }
    char buffer[32];
    guint32 category = G_MAXUINT32;
    for (guint i = RK_FREQUENCY_YEAR; category == G_MAXUINT32 && i <= RK_FREQUENCY_MOMENT; i++)
        category = rk_scale_category(scale, rk_period_write(date_time(value), (RkFrequency)i, buffer, sizeof buffer));
    return category;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units of time, and the transform of that name. Units with a year give periods; those without one (all Januaries
 * together) are only compared with, because they are no place on a time axis.
 */
#include "transform/time-unit.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"
#include "transform/transform-private.h"

typedef struct {
    RkFrequency frequency; /**< of a period; RK_FREQUENCY_NONE: only a part */
    double (*part)(const RkMoment *moment);
} Unit;

static double quarter_of(const RkMoment *moment)
{
    return (moment->month - 1) / 3 + 1;
}

static double month_of(const RkMoment *moment)
{
    return moment->month;
}

static double date_of(const RkMoment *moment)
{
    return moment->day;
}

static double hour_of(const RkMoment *moment)
{
    return moment->hour;
}

/* In step with the units below. */
const char *const rk_time_unit_names[] = {"year", "yearquarter", "yearmonth", "yearmonthdate", "quarter", "month",
                                          "date", "hours",       NULL};
static const Unit units[] = {{.frequency = RK_FREQUENCY_YEAR},
                             {.frequency = RK_FREQUENCY_QUARTER},
                             {.frequency = RK_FREQUENCY_MONTH},
                             {.frequency = RK_FREQUENCY_DAY},
                             {.part = quarter_of},
                             {.part = month_of},
                             {.part = date_of},
                             {.part = hour_of}};
G_STATIC_ASSERT(G_N_ELEMENTS(rk_time_unit_names) == G_N_ELEMENTS(units) + 1);

static const Unit *unit_of(const RkValue *value, GError **error)
{
    const char *name = rk_value_text_or(value, "");
    /* "utcyear" is "year": there is one clock. */
    const char *plain = g_str_has_prefix(name, "utc") ? name + 3 : name;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(rk_time_unit_names[i], plain) == 0)
            return &units[i];
    g_autofree char *hint = rk_hint_nearest(name, rk_time_unit_names, NULL);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), hint, "unknown time unit \"%s\"", name);
    return NULL;
}

static double period_start(double time, RkFrequency frequency)
{
    RkMoment moment;
    rk_moment_split(time, &moment);
    RkMoment start = {.year = moment.year, .month = 1, .day = 1};
    if (frequency == RK_FREQUENCY_QUARTER)
        start.month = (moment.month - 1) / 3 * 3 + 1;
    if (frequency == RK_FREQUENCY_MONTH || frequency == RK_FREQUENCY_DAY)
        start.month = moment.month;
    if (frequency == RK_FREQUENCY_DAY)
        start.day = moment.day;
    return rk_moment_join(&start);
}

static gboolean check_time(const RkValue *unit, const RkColumn *column, GError **error)
{
    if (rk_column_type(column) == RK_COLUMN_TIME)
        return TRUE;
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(unit), NULL, "timeUnit of %s column \"%s\"",
                 rk_column_type_name(rk_column_type(column)), rk_column_name(column));
    return FALSE;
}

static RkColumn *cut(const RkColumn *column, RkFrequency frequency, const char *name)
{
    gsize rows = rk_column_length(column);
    const double *times = rk_column_numbers(column);
    double *starts = g_new(double, rows);
    for (gsize row = 0; row < rows; row++)
        starts[row] = isnan(times[row]) ? NAN : period_start(times[row], frequency);
    return rk_column_new_times(name, starts, rows, frequency);
}

RkColumn *rk_time_unit_start(const RkValue *value, const RkColumn *column, const char *name, GError **error)
{
    const Unit *unit = unit_of(value, error);
    if (unit == NULL || !check_time(value, column, error))
        return NULL;
    if (unit->frequency == RK_FREQUENCY_NONE) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(value),
                     "use year, yearquarter, yearmonth or yearmonthdate, or calculate the part as a number",
                     "timeUnit \"%s\" has no year", rk_value_text_or(value, ""));
        return NULL;
    }
    return cut(column, unit->frequency, name);
}

RkColumn *rk_time_unit_part(const RkValue *value, const RkColumn *column, GError **error)
{
    const Unit *unit = unit_of(value, error);
    if (unit == NULL || !check_time(value, column, error))
        return NULL;
    const char *name = rk_column_name(column);
    if (unit->frequency != RK_FREQUENCY_NONE)
        return cut(column, unit->frequency, name);
    gsize rows = rk_column_length(column);
    const double *times = rk_column_numbers(column);
    double *parts = g_new(double, rows);
    for (gsize row = 0; row < rows; row++) {
        RkMoment moment;
        if (!isnan(times[row]))
            rk_moment_split(times[row], &moment);
        parts[row] = isnan(times[row]) ? NAN : unit->part(&moment);
    }
    return rk_column_new_numbers(name, parts, rows);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    (void)context;
    const RkValue *unit = rk_value_get(options, "timeUnit"), *field = rk_value_get(options, "field");
    const RkColumn *column = rk_table_require(input, rk_value_text_or(field, ""), rk_value_place(field), error);
    if (column == NULL)
        return NULL;
    g_autofree char *otherwise = g_strconcat(rk_value_text_or(unit, ""), "_", rk_column_name(column), NULL);
    const char *name = rk_value_text_or(rk_value_get(options, "as"), otherwise);
    g_autoptr(RkColumn) result = rk_time_unit_start(unit, column, name, error);
    return result == NULL ? NULL : rk_table_with_column(input, result);
}

static const RkProperty properties[] = {
    {.name = "timeUnit", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the unit to cut down to"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a time column"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column"},
    {NULL}};
static const RkShape shape = {.name = "a timeUnit transform", .properties = properties};

const RkTransform rk_transform_time_unit = {.name = "timeUnit",
                                            .summary = "cut times down to years, quarters, months or days",
                                            .shape = &shape,
                                            .apply = apply};

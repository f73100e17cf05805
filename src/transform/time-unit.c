/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * timeUnit: times cut down to the periods of a unit, with their ends beside them. Numbers and texts are read as times
 * first; a text that is no date is an error, not a missing time.
 */
#include "transform/time-unit.h"

#include <math.h>
#include <string.h>

#include "stats/location.h"
#include "table/builder.h"
#include "transform/transform-private.h"

static RkColumn *times_of_numbers(const RkColumn *column)
{
    gsize rows = rk_column_length(column);
    const double *numbers = rk_column_numbers(column);
    double *times = g_new(double, MAX(rows, 1));
    RkFrequency frequency = RK_FREQUENCY_YEAR, one;
    for (gsize row = 0; row < rows; row++) {
        times[row] = NAN;
        if (rk_scalar_to_time(rk_number(numbers[row]), &times[row], &one))
            frequency = MAX(frequency, one);
    }
    return rk_column_new_times(rk_column_name(column), times, rows, frequency);
}

/** A number among texts is milliseconds. */
static gboolean read_word(const RkColumn *column, gsize row, double *start, RkFrequency *frequency)
{
    if (rk_column_guise(column, row) == RK_COLUMN_NUMBER)
        return rk_scalar_to_time(rk_scalar_from_column(column, row), start, frequency);
    return rk_date_read(rk_column_text(column, row), start, frequency);
}

enum { NOT_LOOKED_AT, IS_DATE, IS_NO_DATE };

RkColumn *rk_time_column_of_texts(const RkColumn *column, RkNoDates *others)
{
    gsize rows = rk_column_length(column);
    guint32 words = rk_column_words(column);
    g_autofree double *starts = g_new(double, (gsize)words + 1);
    g_autofree guint8 *seen = g_new0(guint8, (gsize)words + 1);
    double *times = g_new(double, MAX(rows, 1));
    RkFrequency frequency = RK_FREQUENCY_YEAR, one;
    *others = (RkNoDates){0};
    for (gsize row = 0; row < rows; row++) {
        guint32 code = rk_column_codes(column)[row];
        const char *word = rk_column_word(column, code);
        times[row] = NAN;
        if (word == NULL || *word == '\0')
            continue;
        if (seen[code] == NOT_LOOKED_AT) {
            seen[code] = read_word(column, row, &starts[code], &one) ? IS_DATE : IS_NO_DATE;
            frequency = seen[code] == IS_DATE ? MAX(frequency, one) : frequency;
        }
        others->dates += seen[code] == IS_DATE;
        if (seen[code] == IS_DATE)
            times[row] = starts[code];
        else if (others->count++ == 0)
            others->first = word;
    }
    return rk_column_new_times(rk_column_name(column), times, rows, frequency);
}

/** What would make a date of a word. Free with g_free(). */
static char *remedy_of(const char *word, const char *field)
{
    gsize digits = strspn(word, "0123456789");
    return digits >= 9 && word[digits] == '\0'
               ? g_strdup_printf("for milliseconds since 1970 write format: {parse: {%s: number}}", field)
               : g_strdup(RK_HINT_PERIOD);
}

static RkColumn *times_of_texts(const RkColumn *column, RkPlace place, GError **error)
{
    RkNoDates others;
    RkColumn *times = rk_time_column_of_texts(column, &others);
    if (others.count == 0)
        return times;
    rk_column_unref(times);
    g_autofree char *remedy = remedy_of(others.first, rk_column_name(column));
    rk_error_set(error, RK_ERROR_DATA, place, remedy, "\"%.60s\" in column \"%s\" is not a date", others.first,
                 rk_column_name(column));
    return NULL;
}

RkColumn *rk_time_column(const RkColumn *column, RkPlace place, GError **error)
{
    switch (rk_column_type(column)) {
    case RK_COLUMN_TIME:
        return rk_column_ref(column);
    case RK_COLUMN_NUMBER:
        return times_of_numbers(column);
    case RK_COLUMN_TEXT:
        return times_of_texts(column, place, error);
    case RK_COLUMN_BOOLEAN:
        break;
    }
    rk_error_set(error, RK_ERROR_DATA, place, NULL, "\"%s\" holds true and false, not times", rk_column_name(column));
    return NULL;
}

RkColumn *rk_time_unit_start(const RkValue *value, const RkColumn *column, const char *name, RkColumn **ends,
                             GError **error)
{
    RkTimeUnit unit;
    if (!rk_time_unit_read(value, &unit, error))
        return NULL;
    g_autoptr(RkColumn) times = rk_time_column(column, rk_value_place(value), error);
    if (times == NULL)
        return NULL;
    gsize rows = rk_column_length(times);
    const double *moments = rk_column_numbers(times);
    if (unit.parts == 0)
        rk_time_unit_choose(&unit, rk_stats_min(moments, rows), rk_stats_max(moments, rows));
    RkFrequency frequency = unit.binned ? rk_column_frequency(times) : rk_time_unit_frequency(&unit);
    double *starts = g_new(double, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        starts[row] = rk_time_unit_floor(&unit, moments[row]);
    if (ends != NULL) {
        double *stops = g_new(double, MAX(rows, 1));
        for (gsize row = 0; row < rows; row++)
            stops[row] = rk_time_unit_end(&unit, starts[row]);
        g_autofree char *end = g_strconcat(name, "_end", NULL);
        *ends = rk_column_new_times(end, stops, rows, frequency);
    }
    return rk_column_new_times(name, starts, rows, frequency);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    (void)context;
    RkTimeUnit read;
    const RkValue *unit = rk_value_get(options, "timeUnit"), *field = rk_value_get(options, "field");
    const RkColumn *column = rk_table_require(input, rk_value_text_or(field, ""), rk_value_place(field), error);
    if (column == NULL || !rk_column_check_frequency(column, "timeUnit", rk_value_place(field), error) ||
        !rk_time_unit_read(unit, &read, error))
        return NULL;
    g_autofree char *written = rk_time_unit_write(&read);
    g_autofree char *otherwise = g_strconcat(written, "_", rk_column_name(column), NULL);
    const char *name = rk_value_text_or(rk_value_get(options, "as"), otherwise);
    g_autoptr(RkColumn) end = NULL;
    g_autoptr(RkColumn) start = rk_time_unit_start(unit, column, name, &end, error);
    if (start == NULL)
        return NULL;
    g_autoptr(RkTable) started = rk_table_with_column(input, start);
    return rk_table_with_column(started, end);
}

static const RkProperty properties[] = {
    {.name = "timeUnit",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_time_unit_shape,
     .check = rk_time_unit_check,
     .required = TRUE,
     .summary = "the unit: yearmonth, day, {unit: hours, step: 6} …"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a column of times or dates"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column; its end is this with _end"},
    {NULL}};
static const RkShape shape = {.name = "a timeUnit transform", .properties = properties};

const RkTransform rk_transform_time_unit = {.name = "timeUnit",
                                            .summary = "cut times down to years, quarters, months, weekdays, hours …",
                                            .shape = &shape,
                                            .apply = apply};

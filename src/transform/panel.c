/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups in the order of time, and periods as options name them. The distance of two periods is counted in whole
 * periods of the calendar, so that a gap in the rows is a gap and not a neighbour.
 */
#include "transform/verb.h"

#include <math.h>

#include "stats/array.h"
#include "transform/sort.h"

static const double day_length = 86400000;

double rk_period_number(double start, RkFrequency frequency)
{
    static const int months[] = {[RK_FREQUENCY_YEAR] = 12,
                                 [RK_FREQUENCY_SPLIT_YEAR] = 12,
                                 [RK_FREQUENCY_HALF_YEAR] = 6,
                                 [RK_FREQUENCY_QUARTER] = 3,
                                 [RK_FREQUENCY_MONTH] = 1};
    RkMoment parts;
    if (isnan(start) || frequency == RK_FREQUENCY_NONE || frequency == RK_FREQUENCY_MOMENT)
        return start;
    if (frequency == RK_FREQUENCY_DAY)
        return floor(start / day_length);
    /* Weeks begin on Monday, and 1970 began on a Thursday. */
    if (frequency == RK_FREQUENCY_WEEK)
        return floor((start / day_length + 3) / 7);
    rk_moment_split(start, &parts);
    return floor((parts.year * 12.0 + parts.month - 1) / months[frequency]);
}

double rk_periods_a_year(RkFrequency frequency)
{
    static const double days = 365.2425;
    static const double periods[] = {[RK_FREQUENCY_NONE] = 1,
                                     [RK_FREQUENCY_YEAR] = 1,
                                     [RK_FREQUENCY_SPLIT_YEAR] = 1,
                                     [RK_FREQUENCY_HALF_YEAR] = 2,
                                     [RK_FREQUENCY_QUARTER] = 4,
                                     [RK_FREQUENCY_MONTH] = 12,
                                     [RK_FREQUENCY_WEEK] = 365.2425 / 7,
                                     [RK_FREQUENCY_DAY] = 365.2425,
                                     [RK_FREQUENCY_MOMENT] = 0};
    return frequency == RK_FREQUENCY_MOMENT ? days * day_length : periods[frequency];
}

/** The only column of times; NULL when there are none or several. */
static const RkColumn *only_time(const RkTable *table)
{
    const RkColumn *only = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TIME)
            continue;
        if (only != NULL)
            return NULL;
        only = column;
    }
    return only;
}

const RkColumn *rk_panel_time(const RkValue *name, const RkTable *table, RkPlace place, GError **error)
{
    gboolean by_itself = name == NULL && rk_table_find(table, "time") == NULL;
    const RkColumn *only = by_itself ? only_time(table) : NULL;
    return only != NULL ? only : rk_table_require(table, rk_value_text_or(name, "time"), place, error);
}

static gboolean read_time(const RkValue *name, const RkMeasure *measure, RkPanel *panel, GError **error)
{
    RkPlace place = name == NULL ? measure->place : rk_value_place(name);
    panel->time = rk_panel_time(name, measure->input, place, error);
    if (panel->time == NULL)
        return FALSE;
    if (rk_column_numbers(panel->time) == NULL) {
        rk_error_set(error, RK_ERROR_DATA, place, RK_HINT_PERIOD, "%s needs times, and \"%s\" is a %s column",
                     measure->verb, rk_column_name(panel->time), rk_column_type_name(rk_column_type(panel->time)));
        return FALSE;
    }
    panel->frequency = rk_column_frequency(panel->time);
    /* A column of times without a single one has none: it is still no column of numbers. */
    if (panel->frequency == RK_FREQUENCY_NONE && rk_column_type(panel->time) == RK_COLUMN_TIME)
        panel->frequency = RK_FREQUENCY_MOMENT;
    return TRUE;
}

RkFrequency rk_panel_frequency(const RkPanel *panel, gsize row)
{
    return rk_column_frequencies(panel->time) != NULL ? rk_column_frequency_at(panel->time, row) : panel->frequency;
}

/** Groups may have different frequencies; a group has one. */
static gboolean check_frequencies(const RkPanel *panel, const RkMeasure *measure, GError **error)
{
    for (guint32 group = 0; rk_column_frequencies(panel->time) != NULL && group < measure->groups->count; group++) {
        const guint32 *rows = measure->groups->members + measure->groups->starts[group];
        for (guint32 i = 1; i < panel->dated[group]; i++) {
            if (rk_panel_frequency(panel, rows[i]) == rk_panel_frequency(panel, rows[0]))
                continue;
            g_autofree char *one = rk_column_write(panel->time, rows[0]);
            g_autofree char *two = rk_column_write(panel->time, rows[i]);
            g_autofree char *words = rk_measure_group_words(measure, rows[i]);
            rk_error_set(error, RK_ERROR_DATA, measure->place,
                         "filter to one of them with frequency(datum.time), or add their column (freq) to groupby",
                         "%s: periods of several frequencies%s, %s and %s", measure->verb, words, one, two);
            return FALSE;
        }
    }
    return TRUE;
}

/** Sorts each group by period, stable, rows without a period last. */
static void sort_groups(RkPanel *panel, const RkGroups *groups)
{
    double *keys[] = {panel->steps};
    gboolean descending[] = {FALSE};
    const RkSort sort = {.count = 1, .keys = keys, .descending = descending};
    panel->dated = g_new0(guint32, groups->count);
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 *rows = groups->members + groups->starts[group];
        guint32 count = groups->starts[group + 1] - groups->starts[group];
        rk_sort_rows(&sort, rows, count);
        while (panel->dated[group] < count && !isnan(panel->steps[rows[panel->dated[group]]]))
            panel->dated[group]++;
    }
}

static gboolean check_once(const RkPanel *panel, const RkMeasure *measure, GError **error)
{
    for (guint32 group = 0; group < measure->groups->count; group++) {
        const guint32 *rows = measure->groups->members + measure->groups->starts[group];
        for (guint32 i = 1; i < panel->dated[group]; i++) {
            if (panel->steps[rows[i]] != panel->steps[rows[i - 1]])
                continue;
            g_autofree char *period = rk_column_write(panel->time, rows[i]);
            g_autofree char *words = rk_measure_group_words(measure, rows[i]);
            g_autofree char *place = rk_row_words(measure->input, rows[i]);
            rk_error_set(error, RK_ERROR_DATA, measure->place,
                         "filter, or add the column that tells the rows apart to groupby",
                         "%s: two rows of %s%s, the second is %s", measure->verb, period, words, place);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean rk_panel_order(const RkValue *name, RkMeasure *measure, RkPanel *panel, GError **error)
{
    *panel = (RkPanel){NULL};
    if (!read_time(name, measure, panel, error))
        return FALSE;
    gsize rows = measure->groups->rows;
    const double *times = rk_column_numbers(panel->time);
    panel->steps = g_new(double, rows + 1);
    for (gsize row = 0; row < rows; row++)
        panel->steps[row] = rk_period_number(times[row], rk_panel_frequency(panel, row));
    sort_groups(panel, measure->groups);
    return check_frequencies(panel, measure, error);
}

gboolean rk_panel_read(const RkValue *name, RkMeasure *measure, RkPanel *panel, GError **error)
{
    return rk_panel_order(name, measure, panel, error) && check_once(panel, measure, error);
}

void rk_panel_clear(RkPanel *panel)
{
    g_clear_pointer(&panel->steps, g_free);
    g_clear_pointer(&panel->dated, g_free);
}

/** Place of the first dated row of a group whose period is not before `step`. */
static guint32 lower_bound(const RkPanel *panel, const RkMeasure *measure, guint32 group, double step)
{
    const guint32 *rows = measure->groups->members + measure->groups->starts[group];
    guint32 low = 0, high = panel->dated[group];
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        if (panel->steps[rows[middle]] < step)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

guint32 rk_panel_find(const RkPanel *panel, const RkMeasure *measure, guint32 group, double step)
{
    const guint32 *rows = measure->groups->members + measure->groups->starts[group];
    guint32 at = lower_bound(panel, measure, group, step);
    return at < panel->dated[group] && panel->steps[rows[at]] == step ? at : G_MAXUINT32;
}

static gboolean read_number_span(const RkValue *value, const RkPanel *panel, RkSpan *span, GError **error)
{
    if (!rk_value_is(value, RK_VALUE_NUMBER)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL,
                     "\"%s\" is not a number, and \"%s\" holds numbers", span->text, rk_column_name(panel->time));
        return FALSE;
    }
    span->first = rk_value_number_or(value, NAN);
    span->end = nextafter(span->first, INFINITY);
    return TRUE;
}

gboolean rk_span_read(const RkValue *value, const RkPanel *panel, RkSpan *span, GError **error)
{
    span->text = rk_scalar_write(rk_scalar_from_value(value));
    if (panel->frequency == RK_FREQUENCY_NONE)
        return read_number_span(value, panel, span, error);
    double start = 0;
    RkFrequency frequency = RK_FREQUENCY_NONE;
    RkPlace place = rk_value_place(value);
    if (!rk_period_parse(span->text, strlen(span->text), &start, &frequency)) {
        rk_error_set(error, RK_ERROR_SPEC, place, RK_HINT_PERIOD, "\"%s\" is not a period", span->text);
        return FALSE;
    }
    if (!rk_column_check_frequency(panel->time, "a named period", place, error))
        return FALSE;
    gboolean one_split = (frequency == RK_FREQUENCY_SPLIT_YEAR) != (panel->frequency == RK_FREQUENCY_SPLIT_YEAR);
    if (one_split && frequency <= RK_FREQUENCY_SPLIT_YEAR && panel->frequency <= RK_FREQUENCY_SPLIT_YEAR) {
        rk_error_set(error, RK_ERROR_SPEC, place, "a split year is written 2019/20",
                     "\"%s\" is a %s, and \"%s\" holds %ss", span->text, rk_frequency_name(frequency),
                     rk_column_name(panel->time), rk_frequency_name(panel->frequency));
        return FALSE;
    }
    if (frequency > panel->frequency) {
        rk_error_set(error, RK_ERROR_SPEC, place, NULL, "\"%s\" is a %s, and \"%s\" holds %ss", span->text,
                     rk_frequency_name(frequency), rk_column_name(panel->time), rk_frequency_name(panel->frequency));
        return FALSE;
    }
    span->first = rk_period_number(start, panel->frequency);
    span->end = frequency == panel->frequency ? nextafter(span->first, INFINITY)
                                              : rk_period_number(rk_period_next(start, frequency), panel->frequency);
    return TRUE;
}

double rk_span_mean(const RkSpan *span, const RkPanel *panel, const RkMeasure *measure, guint32 group, gsize *found)
{
    const guint32 *rows = measure->groups->members + measure->groups->starts[group];
    guint32 first = lower_bound(panel, measure, group, span->first);
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint32 i = first; i < panel->dated[group] && panel->steps[rows[i]] < span->end; i++) {
        g_array_append_val(values, measure->values[rows[i]]);
        rk_flagging_group(measure->flagging, group, rows[i]);
        if (isnan(measure->values[rows[i]]))
            first = G_MAXUINT32;
    }
    *found = values->len;
    return values->len == 0 || first == G_MAXUINT32
               ? NAN
               : rk_stats_sum((const double *)values->data, values->len) / values->len;
}

guint32 rk_panel_observed(const RkPanel *panel, const RkMeasure *measure, guint32 group, gboolean last)
{
    const guint32 *rows = measure->groups->members + measure->groups->starts[group];
    for (guint32 i = 0; i < panel->dated[group]; i++) {
        guint32 at = last ? panel->dated[group] - 1 - i : i;
        if (!isnan(measure->values[rows[at]]))
            return at;
    }
    return G_MAXUINT32;
}

void rk_span_fail(const RkSpan *span, const RkPanel *panel, const RkMeasure *measure, RkPlace place, GError **error)
{
    guint32 first = G_MAXUINT32, last = G_MAXUINT32;
    for (guint32 row = 0; row < measure->groups->rows; row++) {
        if (isnan(panel->steps[row]))
            continue;
        first = first == G_MAXUINT32 || panel->steps[row] < panel->steps[first] ? row : first;
        last = last == G_MAXUINT32 || panel->steps[row] > panel->steps[last] ? row : last;
    }
    g_autofree char *from = first == G_MAXUINT32 ? NULL : rk_column_write(panel->time, first);
    g_autofree char *to = last == G_MAXUINT32 ? NULL : rk_column_write(panel->time, last);
    g_autofree char *hint =
        from == NULL ? NULL : g_strdup_printf("\"%s\" goes from %s to %s", rk_column_name(panel->time), from, to);
    rk_error_set(error, RK_ERROR_DATA, place, hint, "%s: no row of %s", measure->verb, span->text);
}

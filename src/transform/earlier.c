/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The earlier value that change and growth compare with: so many periods before, that of the same
 * period a year before, the first one observed, or the one of a named period. A period that is not among the rows has
 * no value: the row before a gap is not its neighbour.
 */
#include "transform/earlier.h"

#include <math.h>

static gboolean read_lag(const RkValue *value, double *lag, GError **error)
{
    *lag = rk_value_number_or(value, 1);
    if (*lag >= 1 && *lag <= G_MAXINT32 && *lag == floor(*lag))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "lag is a whole number of periods, 1 or more");
    return FALSE;
}

/* Numbers and moments do not say how long a year is. */
static gboolean check_year(const RkPanel *panel, const RkEarlier *earlier, GError **error)
{
    if (panel->frequency != RK_FREQUENCY_NONE && panel->frequency != RK_FREQUENCY_MOMENT)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, earlier->place, "write from: previous with a lag",
                 "yearAgo needs periods of the calendar, and \"%s\" holds %s", rk_column_name(panel->time),
                 panel->frequency == RK_FREQUENCY_NONE ? "numbers" : "moments");
    return FALSE;
}

gboolean rk_earlier_read(const RkValue *options, const RkPanel *panel, RkEarlier *earlier, GError **error)
{
    const RkValue *from = rk_value_get(options, "from"), *lag = rk_value_get(options, "lag");
    *earlier = (RkEarlier){.place = rk_value_place(from), .mode = RK_EARLIER_PREVIOUS};
    if (from == NULL || rk_value_is_text(from, "previous"))
        return read_lag(lag, &earlier->lag, error);
    if (lag != NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(lag), "leave one of the two out",
                     "lag counts back from each period, and \"from\" names one");
        return FALSE;
    }
    if (rk_value_is_text(from, "yearAgo")) {
        earlier->mode = RK_EARLIER_YEAR_AGO;
        return check_year(panel, earlier, error);
    }
    earlier->mode = rk_value_is_text(from, "first") ? RK_EARLIER_FIRST : RK_EARLIER_SPAN;
    return earlier->mode == RK_EARLIER_FIRST || rk_span_read(from, panel, &earlier->span, error);
}

void rk_earlier_clear(RkEarlier *earlier)
{
    g_clear_pointer(&earlier->span.text, g_free);
}

static double midpoint(const RkSpan *span)
{
    return span->end - span->first < 1 ? span->first : (span->first + span->end - 1) / 2;
}

/** A group whose every row looks at the same earlier value. */
static void fill_fixed(const RkEarlier *earlier, const RkPanel *panel, const RkMeasure *measure, guint32 group,
                       RkEarlierValues *values, gsize *found)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    double value = NAN, step = NAN;
    if (earlier->mode == RK_EARLIER_SPAN) {
        value = rk_span_mean(&earlier->span, panel, measure, group, found);
        step = midpoint(&earlier->span);
    } else {
        guint32 first = rk_panel_observed(panel, measure, group, FALSE);
        *found = 1;
        if (first != G_MAXUINT32) {
            value = measure->values[rows[first]];
            rk_flagging_group(measure->flagging, group, rows[first]);
            step = panel->steps[rows[first]];
        }
    }
    for (gsize i = 0; i < count; i++) {
        values->values[rows[i]] = i < panel->dated[group] ? value : NAN;
        values->distances[rows[i]] = panel->steps[rows[i]] - step;
    }
}

/** The number of the period that a row looks back at. */
static double step_before(const RkEarlier *earlier, const RkPanel *panel, guint32 row, double *distance)
{
    RkFrequency frequency = rk_panel_frequency(panel, row);
    *distance = earlier->lag;
    if (earlier->mode == RK_EARLIER_PREVIOUS)
        return panel->steps[row] - earlier->lag;
    *distance = rk_periods_a_year(frequency);
    return rk_period_number(rk_period_offset_years(rk_column_numbers(panel->time)[row], frequency, -1), frequency);
}

static void fill_previous(const RkEarlier *earlier, const RkPanel *panel, const RkMeasure *measure, guint32 group,
                          RkEarlierValues *values)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    for (guint32 i = 0; i < panel->dated[group]; i++) {
        double step = step_before(earlier, panel, rows[i], &values->distances[rows[i]]);
        guint32 at = isnan(step) ? G_MAXUINT32 : rk_panel_find(panel, measure, group, step);
        values->values[rows[i]] = at == G_MAXUINT32 ? NAN : measure->values[rows[at]];
        if (at != G_MAXUINT32)
            rk_flagging_row(measure->flagging, rows[i], rows[at]);
    }
}

gboolean rk_earlier_values(const RkEarlier *earlier, const RkPanel *panel, const RkMeasure *measure,
                           RkEarlierValues *values, GError **error)
{
    gsize rows = measure->groups->rows, found = 0;
    *values = (RkEarlierValues){rk_missing_new(rows), rk_missing_new(rows)};
    for (guint32 group = 0; group < measure->groups->count; group++) {
        gsize here = 1;
        if (earlier->mode == RK_EARLIER_PREVIOUS || earlier->mode == RK_EARLIER_YEAR_AGO)
            fill_previous(earlier, panel, measure, group, values);
        else
            fill_fixed(earlier, panel, measure, group, values, &here);
        found += here;
    }
    if (found > 0 || rows == 0)
        return TRUE;
    rk_span_fail(&earlier->span, panel, measure, earlier->place, error);
    return FALSE;
}

void rk_earlier_values_clear(RkEarlierValues *values)
{
    g_clear_pointer(&values->values, g_free);
    g_clear_pointer(&values->distances, g_free);
}

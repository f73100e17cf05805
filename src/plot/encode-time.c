/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times and numbers that the data hold as something else: dates and, by Vega-Lite's rules, numbers written as texts are
 * read, bare years of temporal channels become times, and a time unit says how its times are shown.
 */
#include "plot/plot-private.h"

#include <math.h>
#include <string.h>

#include "transform/textual.h"
#include "transform/time-unit.h"

/** Whole numbers that are all years. */
static gboolean are_years(const RkColumn *column)
{
    const double *values = rk_column_numbers(column);
    gsize count = rk_column_type(column) == RK_COLUMN_NUMBER ? rk_column_length(column) : 0, years = 0;
    for (gsize row = 0; row < count; row++) {
        if (isnan(values[row]))
            continue;
        if (!(values[row] >= 1000 && values[row] <= 2999) || values[row] != floor(values[row]))
            return FALSE;
        years++;
    }
    return years > 0;
}

gboolean rk_use_read_times(const RkUnit *unit, RkUse *use, GError **error)
{
    gboolean drawn = use->channel != RK_CHANNEL_TEXT && use->channel < RK_CHANNEL_DETAIL;
    if (use->measure != RK_TEMPORAL || use->column == NULL)
        return TRUE;
    gboolean texts = rk_column_type(use->column) == RK_COLUMN_TEXT && (drawn || unit->plotting->vega_lite);
    /* Whole numbers that are all years mean those years: of milliseconds, they would be the first seconds of 1970. */
    gboolean years = are_years(use->column);
    if (!texts && !years)
        return TRUE;
    RkColumn *times = rk_time_column(use->column, rk_value_place(rk_value_get(use->definition, "field")), error);
    if (times == NULL)
        return FALSE;
    rk_column_unref(use->column);
    use->column = times;
    return TRUE;
}

void rk_use_read_numbers(const RkUnit *unit, RkUse *use)
{
    gboolean texts = use->column != NULL && rk_column_type(use->column) == RK_COLUMN_TEXT;
    if (use->measure != RK_QUANTITATIVE || !texts || !unit->plotting->vega_lite)
        return;
    RkColumn *numbers = rk_textual_numbers_drawn(use->column);
    if (numbers == NULL)
        return;
    if (rk_channel_is_scaled(use->channel))
        rk_textual_tell(use->column, numbers, unit->table, unit->plotting->diagnostics);
    rk_column_unref(use->column);
    use->column = numbers;
}

const char *rk_use_time_pattern(RkPlotting *plotting, const RkUse *use)
{
    RkTimeUnit unit;
    const RkValue *value = use == NULL ? NULL : rk_value_get(use->definition, "timeUnit");
    if (value == NULL || !plotting->vega_lite || !rk_time_unit_read(value, &unit, NULL) || unit.parts == 0)
        return NULL;
    g_autofree char *pattern = rk_time_unit_pattern(&unit);
    return g_string_chunk_insert_const(plotting->strings, pattern);
}

gboolean rk_use_unit_span(const RkUse *use, double *start, double *end)
{
    const RkMoment january = {.year = 2001, .month = 1, .day = 1};
    const RkValue *written = rk_value_get(use->definition, "timeUnit");
    RkTimeUnit unit;
    if (written == NULL || !rk_time_unit_read(written, &unit, NULL) || unit.parts == 0 ||
        (unit.parts & RK_PART_DAY) != 0)
        return FALSE;
    *start = rk_moment_join(&january);
    *end = rk_time_unit_end(&unit, *start);
    return TRUE;
}

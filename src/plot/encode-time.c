/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of channels: dates that the data hold as texts are read, bare years become times where the house's own rules
 * hold, and a time unit says how its times are shown.
 */
#include "plot/plot-private.h"

#include <math.h>

#include "table/builder.h"
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
    /* To Vega-Lite, numbers are milliseconds; elsewhere a temporal channel over bare years means those years. */
    gboolean years = !unit->plotting->vega_lite && are_years(use->column);
    if (!texts && !years)
        return TRUE;
    RkColumn *times = rk_time_column(use->column, rk_value_place(rk_value_get(use->definition, "field")), error);
    if (times == NULL)
        return FALSE;
    rk_column_unref(use->column);
    use->column = times;
    return TRUE;
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

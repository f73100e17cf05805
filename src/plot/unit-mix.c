/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of different units on one scale lie by their length: euro beside dollars, thousands beside millions. A figure
 * may have its reasons, so it is drawn, but never without a word.
 */
#include "plot/plot-private.h"

/** The first two units of values that are there; FALSE when all have one. */
static gboolean differ(const RkColumn *column, const char **first, const char **second)
{
    const RkColumn *units = rk_column_unit(column);
    *first = NULL;
    for (gsize row = 0; units != NULL && row < rk_column_length(column); row++) {
        const char *unit = rk_column_text(units, row);
        if (unit == NULL || rk_column_is_missing(column, row))
            continue;
        if (*first != NULL && !g_str_equal(*first, unit)) {
            *second = unit;
            return TRUE;
        }
        *first = unit;
    }
    return FALSE;
}

void rk_unit_warn_mixed(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_X,    RK_CHANNEL_Y,     RK_CHANNEL_THETA, RK_CHANNEL_RADIUS,
                                         RK_CHANNEL_SIZE, RK_CHANNEL_COLOR, RK_CHANNEL_FILL,  RK_CHANNEL_STROKE};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        const char *first, *second;
        if (use == NULL || use->column == NULL || use->scale == NULL || use->measure != RK_QUANTITATIVE ||
            !differ(use->column, &first, &second))
            continue;
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                           "filter to one unit, or bring the values to one with `convert`",
                           "values in %s and in %s stand on one scale", first, second);
        return;
    }
}

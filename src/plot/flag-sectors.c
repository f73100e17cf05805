/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Missing sectors: a disc leaves no gap, so that the legend tells of them, and a warning where it does not. It draws
 * nothing.
 */
#include "plot/flags.h"

#include "plot/mark.h"

static gboolean is_missing(const RkUnit *unit, gsize row)
{
    return (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) != 0;
}

const char *rk_unit_flag_absent(const RkUnit *unit, RkChannel channel, guint32 category)
{
    const RkUse *use = unit->uses[channel];
    const char *sign = NULL;
    if (!unit->mark->polar || unit->flags == NULL || use == NULL || use->categories == NULL)
        return NULL;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        if (use->categories[row] != category)
            continue;
        if (!is_missing(unit, row))
            return NULL;
        sign = sign != NULL ? sign : rk_unit_flag_letters(unit, row);
    }
    return sign;
}

/** Whether an entry of the legend tells of a missing sector. */
static gboolean is_in_legend(const RkUnit *unit, gsize row)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR, RK_CHANNEL_FILL};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        gboolean shown = use != NULL && use->categories != NULL &&
                         !rk_value_is(rk_value_get(use->definition, "legend"), RK_VALUE_NULL);
        if (shown && rk_unit_flag_absent(unit, channels[i], use->categories[row]) != NULL)
            return TRUE;
    }
    return FALSE;
}

void rk_unit_flag_drop_untold(const RkUnit *unit, const RkColumn *value, guint8 *signs)
{
    gsize count = 0, rows = rk_table_rows(unit->table);
    g_autofree guint8 *untold = g_new0(guint8, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        untold[row] = is_missing(unit, row) && !is_in_legend(unit, row);
        count += untold[row];
    }
    for (gsize row = 0; row < rows; row++)
        if (untold[row])
            signs[row] &= (guint8) ~(1 << RK_SIGN_MISSING);
    if (count > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                           "say so in a note, or draw bars",
                           "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " values of \"%s\" %s missing, which sectors "
                           "cannot show",
                           count, rows, rk_column_name(value), count == 1 ? "is" : "are");
}

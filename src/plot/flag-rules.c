/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether rules show flags: those from one value to another do, dashed where one may change, unless another layer shows
 * flags already. A rule at a single value is a guide, and those of composite marks stand on what these sum up.
 */
#include "plot/flags.h"

#include "plot/mark.h"

static gboolean is_interval(const RkUnit *unit)
{
    static const RkChannel ends[] = {RK_CHANNEL_X2, RK_CHANNEL_Y2};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        const RkUse *end = unit->uses[ends[i]];
        if (end != NULL && end->column != NULL && end->measure == RK_QUANTITATIVE)
            return TRUE;
    }
    return FALSE;
}

static gboolean has_other_flags(const RkUnit *unit)
{
    for (guint i = 0; i < unit->panel->units->len; i++) {
        const RkUnit *other = g_ptr_array_index(unit->panel->units, i);
        if (other->mark->flags_as != 0 && !rk_unit_flag_is_rule(other))
            return TRUE;
    }
    return FALSE;
}

gboolean rk_unit_flag_is_rule(const RkUnit *unit)
{
    return unit->mark->upright == RK_UPRIGHT_RULE && unit->mark->flags_as == RK_FLAG_ON_LINE && !unit->mark->series;
}

gboolean rk_unit_flag_is_shown(const RkUnit *unit)
{
    if (unit->mark->flags_as == 0 || !rk_unit_flag(unit, "flags", TRUE))
        return FALSE;
    return !rk_unit_flag_is_rule(unit) ||
           (is_interval(unit) && !rk_unit_flag_is_of_composite(unit) && !has_other_flags(unit));
}

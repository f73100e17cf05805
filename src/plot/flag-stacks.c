/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts that a stack of bars misses: it ends too early, and says so, behind its total or at its end. A stack that no
 * part is known of has the sign where it would begin. It draws nothing.
 */
#include "plot/flags.h"

#include <math.h>
#include <string.h>

#include "plot/mark.h"
#include "plot/place.h"

static double place_across(const RkUnit *unit, gsize row)
{
    return rk_unit_position(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X, row, 0.5);
}

/** Whether two rows belong to one stack. Categories are compared first: that is quick, and tells most of them apart. */
static gboolean stand_together(const RkUnit *unit, gsize row, gsize other)
{
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X];
    if (use != NULL && use->categories != NULL && use->categories[row] != use->categories[other])
        return FALSE;
    return fabs(place_across(unit, other) - place_across(unit, row)) < 0.01;
}

/* The parts of a composite mark sum up what it was given: none stands on another. The mark that has become layers is
 * still the one its view was written with. */
gboolean rk_unit_flag_is_of_composite(const RkUnit *unit)
{
    for (const RkView *above = unit->view->parent; above != NULL; above = above->parent)
        if (above->kind != RK_VIEW_UNIT && rk_value_has(above->node, "mark"))
            return TRUE;
    return FALSE;
}

gboolean rk_unit_flag_is_pile(const RkUnit *unit)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    const RkUse *end = unit->uses[rk_channel_second(along)];
    return unit->stacked ||
           (unit->mark->stacks && end != NULL && end->column != NULL && !rk_unit_flag_is_of_composite(unit));
}

static gboolean misses_part(const RkUnit *unit, gsize row)
{
    return rk_unit_flag_is_pile(unit) && !unit->mark->series && (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) != 0;
}

const char *rk_unit_flag_tell_gaps(RkUnit *unit, gsize row)
{
    if (unit->flags == NULL)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (gsize other = 0; other < rk_table_rows(unit->table); other++) {
        if (!misses_part(unit, other) || !stand_together(unit, row, other))
            continue;
        const char *letters = rk_unit_flag_letters(unit, other);
        if (letters == NULL)
            continue;
        rk_unit_flag_tell(unit, other);
        if (strstr(text->str, letters) == NULL)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", letters);
    }
    return text->len > 0 ? g_string_chunk_insert_const(unit->plotting->strings, text->str) : NULL;
}

void rk_unit_flag_note_part(RkUnit *unit)
{
    static const char part[] = {RK_FLAG_PART_MISSING, '\0'};
    if (unit->plotting->flag_codes != NULL)
        rk_flag_codes_find(unit->plotting->flag_codes, part, FALSE)->places |= unit->mark->flags_as;
}

gboolean rk_unit_flag_stack_end(const RkUnit *unit, gsize of, double *end)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    double sign = unit->horizontal ? 1 : -1;
    gboolean any = FALSE;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double from, to;
        if (misses_part(unit, row) || !stand_together(unit, of, row) || !rk_unit_span(unit, along, row, &from, &to))
            continue;
        *end = sign * fmax(sign * *end, sign * (unit->horizontal ? fmax(from, to) : fmin(from, to)));
        any = TRUE;
    }
    return any;
}

GArray *rk_unit_flag_stack_gaps(RkUnit *unit)
{
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(RkFlagGap));
    double zero = rk_unit_baseline(unit, unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y);
    for (gsize row = 0; isfinite(zero) && row < rk_table_rows(unit->table); row++) {
        double place = place_across(unit, row), end = zero;
        if (!misses_part(unit, row) || rk_unit_flag_is_told(unit, row) || !isfinite(place))
            continue;
        const char *signs = rk_unit_flag_tell_gaps(unit, row);
        if (signs == NULL)
            continue;
        g_autofree char *more = g_strdup_printf("+\u2009%s", signs);
        gboolean stands = rk_unit_flag_stack_end(unit, row, &end);
        RkFlagGap gap = {.row = (guint32)row, .text = signs};
        if (stands) {
            gap.text = g_string_chunk_insert_const(unit->plotting->strings, more);
            rk_unit_flag_note_part(unit);
        }
        gap.x = unit->horizontal ? end : place;
        gap.y = unit->horizontal ? place : end;
        g_array_append_val(gaps, gap);
    }
    return gaps;
}

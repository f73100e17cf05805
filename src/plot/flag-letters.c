/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letters of flags beside points, and the signs of missing values in the gaps of lines: collected, and written once
 * all that could be in their way is drawn. It leaves none out but a letter that is written at that point already.
 */
#include "plot/flag-columns.h"
#include "plot/flag-letters-private.h"

#include <math.h>

#include "plot/readable.h"

RkFont rk_unit_flag_font(const RkUnit *unit)
{
    static const char *const blocks[] = {"flags", NULL};
    return rk_plotting_font(unit->plotting, NULL, blocks, "", 9.33);
}

static RkFlagRows rows_of(const RkUnit *unit)
{
    RkFlagColumns columns;
    if (unit->mark->flags_as != RK_FLAG_ON_POINT || !rk_flag_columns_find(unit, &columns) ||
        !rk_unit_flag_has_rows(unit, columns.value))
        return RK_FLAG_ROWS_NONE;
    if (rk_unit_flag_has_cells(unit, columns.value))
        return RK_FLAG_ROWS_CELLS;
    const RkUse *x = unit->uses[RK_CHANNEL_X];
    return x != NULL && x->column == columns.value ? RK_FLAG_ROWS_LYING : RK_FLAG_ROWS_UPRIGHT;
}

RkFlagLetters *rk_flag_letters_new(RkUnit *unit)
{
    RkFlagLetters *letters = g_new0(RkFlagLetters, 1);
    letters->unit = unit;
    letters->font = rk_unit_flag_font(unit);
    letters->letters = g_array_new(FALSE, FALSE, sizeof(RkFlagLetter));
    letters->rows = rows_of(unit);
    letters->room = rk_flag_room_new();
    letters->beside = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    letters->at_ends = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return letters;
}

/** How far the point of a row reaches from its middle; 0 where a line has none. */
static double point_reach(RkUnit *unit, gsize row)
{
    const RkValue *point = rk_unit_property(unit, "point");
    double size = 0;
    if (!unit->mark->series)
        size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30));
    else if (unit->mark->flags_as == RK_FLAG_ON_LINE &&
             (rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE)))
        size = rk_value_number_or(rk_value_get(point, "size"), 30);
    return isfinite(size) && size > 0 ? sqrt(size) / 2 : 0;
}

gboolean rk_flag_letters_add_beside(RkFlagLetters *letters, gsize row, const char *text)
{
    RkUnit *unit = letters->unit;
    RkFlagPoint here = rk_unit_flag_point(unit, (guint32)row);
    /* In the middle of a sector there is room. */
    RkFlagLetter letter = {text,
                           here.x,
                           here.y,
                           unit->mark->polar ? 0 : RK_FLAG_LETTER_GAP,
                           rk_plotting_palette(unit->plotting, "secondary", "#57606A"),
                           FALSE};
    if (unit->mark->polar && !rk_unit_uncertain(unit, row)) {
        letter.color = rk_plotting_readable_on(unit->plotting, rk_unit_row_color(unit, row));
        letter.inside = TRUE;
    }
    if (!isfinite(letter.x) || !isfinite(letter.y))
        return FALSE;
    /* Where lines run close to each other, the colour tells whose letter it is. */
    if (unit->mark->series)
        letter.color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, (guint32)row));
    if (!unit->mark->polar)
        letter.reach = fmax(RK_FLAG_LETTER_GAP,
                            point_reach(unit, row) + (unit->mark->series ? RK_FLAG_POINT_GAP : RK_FLAG_LETTER_GAP));
    if (g_hash_table_add(letters->beside, rk_flag_letter_key(&letter, here)))
        g_array_append_val(letters->letters, letter);
    return TRUE;
}

gboolean rk_flag_letters_add_start(RkFlagLetters *letters, gsize row, const char *text)
{
    RkUnit *unit = letters->unit;
    RkFlagPoint start = rk_unit_flag_row_start(unit, (guint32)row);
    RkColor color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, (guint32)row));
    double reach = letters->rows == RK_FLAG_ROWS_CELLS ? 0 : RK_FLAG_LETTER_GAP;
    RkFlagLetter letter = {text, start.x, start.y, reach, color, FALSE};
    if (!isfinite(letter.x) || !isfinite(letter.y))
        return FALSE;
    g_array_append_val(letters->letters, letter);
    return TRUE;
}

void rk_flag_letters_add_beyond(RkFlagLetters *letters, gsize row, const char *text, RkFlagPoint end)
{
    RkUnit *unit = letters->unit;
    RkFlagLetter letter = {.text = text, .x = end.x, .y = end.y, .reach = RK_FLAG_LETTER_GAP, .beyond = TRUE};
    letter.color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, (guint32)row));
    g_array_append_val(letters->letters, letter);
}

void rk_flag_letters_keep_off(RkFlagLetters *letters, RkReach box)
{
    rk_flag_room_occupy(letters->room, box);
}

void rk_flag_letters_add_gap(RkFlagLetters *letters, const RkFlagGap *gap)
{
    RkUnit *unit = letters->unit;
    RkColor color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, gap->row));
    RkFlagLetter letter = {.text = gap->text, .x = gap->x, .y = gap->y, .color = color, .in_line = TRUE};
    letter.ends[0] = gap->before;
    letter.ends[1] = gap->after;
    g_array_append_val(letters->letters, letter);
}

/** A point is in the way of every letter, the rows without flags as well, and so are those of other layers. */
static void occupy_points(RkFlagLetters *letters, RkUnit *unit)
{
    if ((unit->mark->flags_as & (RK_FLAG_ON_POINT | RK_FLAG_ON_LINE | RK_FLAG_ON_AREA)) == 0)
        return;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
        double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5),
               reach = fmax(point_reach(unit, row), RK_FLAG_POINT_REACH);
        gboolean drawn = (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) == 0;
        if (drawn && isfinite(x) && isfinite(y))
            rk_flag_room_occupy(letters->room, (RkReach){x - reach, y - reach, x + reach, y + reach});
    }
}

static void write_letter(RkFlagLetters *letters, RkNode *group, const RkFlagLetter *letter)
{
    RkPlotting *plotting = letters->unit->plotting;
    /* Small letters fill most of the height of their font, hardly any its whole. */
    double width = rk_plotting_text_width(plotting, &letters->font, letter->text), height = letters->font.size * 0.9;
    RkReach best;
    if (!rk_flag_letter_find_place(letters, letter, width, height, &best))
        return;
    rk_flag_room_occupy(letters->room, best);
    RkNode *node = rk_plotting_add_text(plotting, group, letter->text, (best.x1 + best.x2) / 2, (best.y1 + best.y2) / 2,
                                        &letters->font, letter->color, RK_ALIGN_CENTER, RK_BASELINE_MIDDLE);
    if (!letter->inside)
        rk_plotting_add_halo(plotting, node);
}

void rk_flag_letters_write(RkFlagLetters *letters, RkNode *group, const RkNode *parent)
{
    const GPtrArray *units = letters->unit->panel->units;
    for (guint i = 0; letters->letters->len > 0 && i < units->len; i++)
        occupy_points(letters, g_ptr_array_index(units, i));
    if (letters->letters->len > 0) {
        rk_flag_room_occupy_texts(letters->room, parent->group.first, letters->unit->plotting->measurer);
        /* Letters stand beside the line of their point, but signs have none there: only others are in their way. */
        rk_flag_room_occupy_lines(letters->room, parent->group.first);
    }
    /* A gap has fewer places than a point: its sign chooses first. */
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < letters->letters->len; i++) {
            const RkFlagLetter *letter = &g_array_index(letters->letters, RkFlagLetter, i);
            if ((letter->reach == 0) == (pass == 0))
                write_letter(letters, group, letter);
        }
    }
    g_array_free(letters->letters, TRUE);
    rk_flag_room_free(letters->room);
    g_hash_table_destroy(letters->beside);
    g_hash_table_destroy(letters->at_ends);
    g_free(letters);
}

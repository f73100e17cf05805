/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letters of flags beside points, and the signs of missing values in the gaps of lines: collected, and written once
 * all that could be in their way is drawn. It leaves none out but a letter that is written at that point already.
 */
#include "plot/flag-columns.h"
#include "plot/flag-letters-private.h"

#include <math.h>

#include "plot/readable.h"

/** Half the edge of letters, in pixels. */
#define EDGE 1.5
/** The share of a letter that may lie on what its row has drawn, the line of a range, say, before it leaves the row. */
#define FULL 0.5

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
    return letters;
}

/** Tells a text at a point from others. Free with g_free(). */
static char *key_of(const char *text, RkFlagPoint point)
{
    return g_strdup_printf("%.1f %.1f %s", point.x, point.y, text);
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
    if (g_hash_table_add(letters->beside, key_of(text, here)))
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

/** Half the side of the square that letters of others leave to a point: with the edge that they have, or they would
 * bite into it, and no more than its own letter does. */
static double kept_free(RkUnit *unit, gsize row)
{
    double reach = point_reach(unit, row);
    return fmax(reach > 0 ? reach + EDGE : 0, RK_FLAG_LETTER_GAP);
}

/** A point is in the way of every letter, the rows without flags as well, and so are those of other layers. */
static void occupy_points(RkFlagLetters *letters, RkUnit *unit)
{
    if ((unit->mark->flags_as & (RK_FLAG_ON_POINT | RK_FLAG_ON_LINE | RK_FLAG_ON_AREA)) == 0)
        return;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
        double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5), reach = kept_free(unit, row);
        gboolean drawn = (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) == 0;
        if (drawn && isfinite(x) && isfinite(y))
            rk_flag_room_occupy_point(letters->room, (RkReach){x - reach, y - reach, x + reach, y + reach});
    }
}

/** In a full row a letter stands above or below its point: on another point or a name neither could be read. */
static void leave_full_row(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height,
                           RkReach *best)
{
    double least = rk_flag_room_covered(letters->room, best);
    if (letters->rows != RK_FLAG_ROWS_LYING || letter->reach == 0 || least < FULL * width * height)
        return;
    double away = letter->reach - RK_FLAG_LETTER_GAP + RK_FLAG_POINT_GAP + height / 2;
    for (int side = -1; side <= 1; side += 2) {
        double y = letter->y + side * away;
        RkReach box = {letter->x - width / 2, y - height / 2, letter->x + width / 2, y + height / 2};
        double here = rk_flag_room_covered(letters->room, &box);
        if (here >= least || box.y1 < 0 || box.y2 > letters->unit->panel->height)
            continue;
        least = here;
        *best = box;
    }
}

static void write_at(RkFlagLetters *letters, RkNode *group, const RkFlagLetter *letter, const RkReach *box)
{
    RkPlotting *plotting = letters->unit->plotting;
    rk_flag_room_occupy(letters->room, *box);
    RkNode *node = rk_plotting_add_text(plotting, group, letter->text, (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2,
                                        &letters->font, letter->color, RK_ALIGN_CENTER, RK_BASELINE_MIDDLE);
    if (!letter->inside)
        rk_plotting_add_halo(plotting, node);
}

static void size_of(const RkFlagLetters *letters, const RkFlagLetter *letter, double *width, double *height)
{
    *width = rk_plotting_text_width(letters->unit->plotting, &letters->font, letter->text);
    /* Small letters fill most of the height of their font, hardly any its whole. */
    *height = letters->font.size * 0.9;
}

static void write_letter(RkFlagLetters *letters, RkNode *group, const RkFlagLetter *letter)
{
    double width, height;
    RkReach best;
    size_of(letters, letter, &width, &height);
    rk_flag_letter_find_place(letters, letter, width, height, &best);
    leave_full_row(letters, letter, width, height, &best);
    write_at(letters, group, letter, &best);
}

static gboolean is_same_end(RkFlagPoint one, RkFlagPoint other)
{
    return isnan(one.x) ? isnan(other.x) : one.x == other.x && one.y == other.y;
}

/** How many signs from `first` on are of its gap. */
static guint count_gap(const RkFlagLetter *first, guint most)
{
    guint count = 1;
    while (first->in_line && count < most && first[count].in_line &&
           is_same_end(first->ends[0], first[count].ends[0]) && is_same_end(first->ends[1], first[count].ends[1]))
        count++;
    return count;
}

static gboolean are_free(RkFlagLetters *letters, const RkFlagLetter *signs, guint count)
{
    for (guint i = 0; i < count; i++) {
        double width, height;
        size_of(letters, &signs[i], &width, &height);
        if (!rk_flag_letter_is_free(letters, &signs[i], width, height))
            return FALSE;
    }
    return TRUE;
}

/** What a gap misses in the order of its periods; what goes on is said once. */
static const char *join(const RkFlagLetters *letters, const RkFlagLetter *signs, guint count)
{
    g_autoptr(GString) text = g_string_new(signs->text);
    for (guint i = 1; i < count; i++)
        if (g_strcmp0(signs[i].text, signs[i - 1].text) != 0)
            g_string_append_printf(text, " %s", signs[i].text);
    return g_string_chunk_insert(letters->unit->plotting->strings, text->str);
}

/** In lines that lie close a sign in the gap could stand at another line than its own, and signs that parted would lose
 * their order: then all stand next to an end of the line. */
static void write_gap(RkFlagLetters *letters, RkNode *group, const RkFlagLetter *signs, guint count)
{
    RkFlagLetter all = *signs;
    double width, height;
    RkReach best;
    all.text = join(letters, signs, count);
    size_of(letters, &all, &width, &height);
    if (signs->in_line && !are_free(letters, signs, count) &&
        rk_flag_letter_find_end(letters, &all, width, height, &best)) {
        write_at(letters, group, &all, &best);
        return;
    }
    for (guint i = 0; i < count; i++)
        write_letter(letters, group, &signs[i]);
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
    /* A gap has fewer places than a point: its signs choose first. */
    const RkFlagLetter *all = (const RkFlagLetter *)(const void *)letters->letters->data;
    guint length = letters->letters->len;
    for (guint i = 0, count; i < length; i += count) {
        count = count_gap(&all[i], length - i);
        if (all[i].reach == 0)
            write_gap(letters, group, &all[i], count);
    }
    for (guint i = 0; i < length; i++)
        if (all[i].reach > 0)
            write_letter(letters, group, &all[i]);
    g_array_free(letters->letters, TRUE);
    rk_flag_room_free(letters->room);
    g_hash_table_destroy(letters->beside);
    g_free(letters);
}

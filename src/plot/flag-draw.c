/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What flags add to the marks: hatching, letters, signs of missing values and the double stroke of a break. Screen
 * readers hear flags with the mark itself, so all of this is hidden from them.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/place.h"
#include "plot/readable.h"
#include "plot/series.h"

/** Between a mark and what is written beside it, in pixels. */
#define GAP 4.0

void rk_unit_hatch(RkUnit *unit, RkNode *group, gsize row, double x, double y, double width, double height)
{
    if (!rk_unit_uncertain(unit, row))
        return;
    const double corners[] = {x, y, x + width, y, x + width, y + height, x, y + height};
    /* The colour of a cell is its value: it stays, and the lines stand out from it. */
    rk_unit_hatch_polygon(unit, group, corners, 4,
                          unit->mark->stacks ? rk_unit_row_color(unit, row) : rk_unit_hatch_color(unit, row));
}

static RkNode *write_in(RkUnit *unit, RkNode *group, const char *text, double x, double y, RkColor color, RkAlign align,
                        RkBaseline baseline)
{
    RkFont font = rk_unit_flag_font(unit);
    return rk_plotting_add_text(unit->plotting, group, text, x, y, &font, color, align, baseline);
}

static void write_at(RkUnit *unit, RkNode *group, const char *text, double x, double y, RkAlign align,
                     RkBaseline baseline)
{
    RkColor color = rk_plotting_palette(unit->plotting, "secondary", "#57606A");
    rk_plotting_add_halo(unit->plotting, write_in(unit, group, text, x, y, color, align, baseline));
}

/** Letters beyond a bar that points to the left or down would stand on the labels of an axis. */
static gboolean meets_axis(const RkUnit *unit, const char *text, RkFlagPoint end)
{
    RkFont font = rk_unit_flag_font(unit);
    return unit->horizontal ? end.x - GAP < rk_plotting_text_width(unit->plotting, &font, text)
                            : end.y + GAP + font.size > unit->panel->height;
}

/** Beyond a bar's end, or on it where there is no room. */
static void write_beyond(RkUnit *unit, RkNode *group, const char *text, RkFlagPoint end, gboolean forward)
{
    forward = forward || meets_axis(unit, text, end);
    if (unit->horizontal)
        write_at(unit, group, text, end.x + (forward ? GAP : -GAP), end.y, forward ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT,
                 RK_BASELINE_MIDDLE);
    else
        write_at(unit, group, text, end.x, end.y + (forward ? -GAP : GAP), RK_ALIGN_CENTER,
                 forward ? RK_BASELINE_BOTTOM : RK_BASELINE_TOP);
}

/** The letter of a cell stands in its corner, off the hatching there. */
static void write_in_corner(RkUnit *unit, RkNode *group, gsize row, const char *text, RkFlagPoint corner)
{
    RkColor cell = rk_unit_row_color(unit, row), color = rk_plotting_readable_on(unit->plotting, cell);
    /* Above the letters of a font is room: in low cells they would else stand on what a text writes there. */
    RkNode *node = write_in(unit, group, text, corner.x - 2, corner.y - 1, color, RK_ALIGN_RIGHT, RK_BASELINE_TOP);
    if (!rk_unit_uncertain(unit, row))
        return;
    rk_plotting_add_halo(unit->plotting, node);
    node->style.stroke.color = cell;
}

/** That of a part of a stack in the middle of it, or beyond the stack where the part is too thin: those of two thin
 * parts would touch. */
static void write_in_part(RkUnit *unit, RkNode *group, RkFlagLetters *letters, gsize row, const char *text,
                          const RkReach *part)
{
    RkFont font = rk_unit_flag_font(unit);
    double width = rk_plotting_text_width(unit->plotting, &font, text);
    RkFlagPoint end = {(part->x1 + part->x2) / 2, (part->y1 + part->y2) / 2};
    gboolean thin = unit->horizontal ? part->x2 - part->x1 < width + GAP : part->y2 - part->y1 < font.size;
    if (thin && rk_unit_flag_stack_end(unit, row, unit->horizontal ? &end.x : &end.y))
        rk_flag_letters_add_beyond(letters, row, text, end);
    else
        write_at(unit, group, text, end.x, end.y, RK_ALIGN_CENTER, RK_BASELINE_MIDDLE);
}

/** The whisker of a box goes on where the box ends: its letters stand beside that, and their edge does not cover it. */
static RkFlagPoint beside_whisker(const RkUnit *unit, const char *text, RkFlagPoint end)
{
    RkFont font = rk_unit_flag_font(unit);
    if (unit->horizontal)
        end.y -= (font.size + GAP) / 2;
    else
        end.x += rk_plotting_text_width(unit->plotting, &font, text) / 2 + GAP;
    return end;
}

/** Beyond the end of a bar whose label does not hold its letters, in the middle of a part of a stack; a cell has its
 * letters in the corner. FALSE when the bar has no place, or when a text in the cell has them. */
static gboolean write_beside_box(RkUnit *unit, RkNode *group, RkFlagLetters *letters, gsize row, const char *text)
{
    double x, x2, y, y2;
    if (!rk_unit_span(unit, RK_CHANNEL_X, row, &x, &x2) || !rk_unit_span(unit, RK_CHANNEL_Y, row, &y, &y2))
        return FALSE;
    const RkReach part = {fmin(x, x2), fmin(y, y2), fmax(x, x2), fmax(y, y2)};
    if (!unit->mark->stacks && rk_unit_flag_has_texts(unit))
        return FALSE;
    if (!unit->mark->stacks)
        write_in_corner(unit, group, row, text, (RkFlagPoint){part.x2, part.y1});
    else if (rk_unit_flag_is_pile(unit))
        write_in_part(unit, group, letters, row, text, &part);
    else {
        RkFlagPoint end = {unit->horizontal ? x2 : (x + x2) / 2, unit->horizontal ? (y + y2) / 2 : y2};
        gboolean box = rk_unit_flag_is_of_composite(unit);
        write_beyond(unit, group, text, box ? beside_whisker(unit, text, end) : end,
                     unit->horizontal ? x2 >= x : y2 <= y);
    }
    return TRUE;
}

/** In the place of a bar or cell that is not there; FALSE when it has none. */
static gboolean write_gap(RkUnit *unit, RkNode *group, gsize row, const char *text)
{
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    RkChannel along = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    double from, to;
    /* A mark that no channel places has no gap. */
    if (unit->uses[across] == NULL || !rk_unit_span(unit, across, row, &from, &to))
        return FALSE;
    double middle = (from + to) / 2, zero = rk_unit_baseline(unit, along);
    if (unit->mark->stacks && isfinite(zero) && isfinite(middle)) {
        /* Where all values are negative, the frame ends at zero. */
        gboolean forward = unit->horizontal ? zero < unit->panel->width - 1 : zero > 1;
        write_beyond(unit, group, text, unit->horizontal ? (RkFlagPoint){zero, middle} : (RkFlagPoint){middle, zero},
                     forward);
        return TRUE;
    }
    if (unit->mark->stacks || !rk_unit_span(unit, along, row, &from, &to))
        return FALSE;
    write_at(unit, group, text, unit->horizontal ? (from + to) / 2 : middle,
             unit->horizontal ? middle : (from + to) / 2, RK_ALIGN_CENTER, RK_BASELINE_MIDDLE);
    return TRUE;
}

static gboolean is_box(const RkUnit *unit)
{
    return unit->mark->flags_as == RK_FLAG_ON_BAR && !unit->mark->polar;
}

/** Writes what a row says in letters; FALSE when they have no place here. */
static gboolean write_row(RkUnit *unit, RkNode *group, RkFlagLetters *letters, gsize row)
{
    const char *text = rk_unit_flag_letters(unit, row);
    if (text == NULL || rk_unit_flag_is_told(unit, row))
        return text != NULL;
    /* A text that is not drawn has nothing behind it. */
    if (unit->mark->flags_as == RK_FLAG_AS_LETTER)
        return FALSE;
    gboolean missing = (rk_unit_signs(unit, row) & 1 << RK_SIGN_MISSING) != 0;
    /* The legend tells it. */
    if (missing && unit->mark->polar)
        return TRUE;
    if (missing && (unit->mark->flags_as == RK_FLAG_ON_POINT || rk_unit_flag_is_rule(unit)))
        return rk_flag_letters_add_start(letters, row, text);
    if (missing)
        return !rk_unit_flag_is_pile(unit) && !unit->mark->series && write_gap(unit, group, row, text);
    if (!is_box(unit))
        return rk_flag_letters_add_beside(letters, row, text);
    return write_beside_box(unit, group, letters, row, text);
}

/** Whether a mark is drawn for a row. */
static gboolean is_drawn(const RkUnit *unit, gsize row)
{
    double from, to;
    if (unit->omitted != NULL && unit->omitted[row])
        return FALSE;
    if (unit->mark->flags_as == RK_FLAG_AS_LETTER)
        return rk_unit_flag_is_told(unit, row);
    return is_box(unit)
               ? rk_unit_span(unit, RK_CHANNEL_X, row, &from, &to) && rk_unit_span(unit, RK_CHANNEL_Y, row, &from, &to)
               : rk_unit_flag_is_there(unit, (guint32)row);
}

static void draw_rows(RkUnit *unit, RkNode *group, RkFlagLetters *letters)
{
    /* A break of a series is a stroke, which is noted where it is drawn. */
    guint written = 1 << RK_SIGN_LETTER | 1 << RK_SIGN_MISSING | (unit->mark->series ? 0 : 1 << RK_SIGN_BREAK);
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        if (rk_unit_signs(unit, row) == 0)
            continue;
        if (rk_unit_uncertain(unit, row) && is_drawn(unit, row))
            rk_unit_flag_note(unit, row, 1 << RK_SIGN_UNCERTAIN);
        if (write_row(unit, group, letters, row))
            rk_unit_flag_note(unit, row, written);
    }
}

/** What stacks of bars miss, at their ends. */
static void write_stack_gaps(RkUnit *unit, RkNode *group)
{
    g_autoptr(GArray) gaps = rk_unit_flag_stack_gaps(unit);
    for (guint i = 0; i < gaps->len; i++) {
        const RkFlagGap *gap = &g_array_index(gaps, RkFlagGap, i);
        write_beyond(unit, group, gap->text, (RkFlagPoint){gap->x, gap->y}, TRUE);
    }
}

/** On what lies below a missing part of a stack; FALSE when that is not known. */
static gboolean write_on_stack(RkUnit *unit, RkNode *group, guint32 row, const char *text, double place)
{
    double start = unit->stacked ? rk_unit_position(unit, rk_channel_second(unit->stack_channel), row, 0.5) : NAN;
    if (!isfinite(start))
        return FALSE;
    if (unit->horizontal)
        write_at(unit, group, text, start + GAP, place, RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    else
        write_at(unit, group, text, place, start - GAP, RK_ALIGN_CENTER, RK_BASELINE_BOTTOM);
    return TRUE;
}

/** As large as the points of the line, or as the trail is wide. */
static double hollow_size(const RkUnit *unit, guint32 row)
{
    double size = rk_value_number_or(rk_value_get(rk_unit_property(unit, "point"), "size"), 30);
    double width = unit->mark->tapers ? rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 2)) : 0;
    return fmax(size, G_PI * width * width / 4);
}

static RkNode *add_hollow(RkUnit *unit, RkNode *group, guint32 row, RkColor stroke)
{
    RkFlagPoint here = rk_unit_flag_point(unit, row);
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
    node->symbol.x = here.x;
    node->symbol.y = here.y;
    node->symbol.size = hollow_size(unit, row);
    node->symbol.shape = "circle";
    node->style.fill = (RkPaint){TRUE, rk_plotting_paper(unit->plotting)};
    node->style.stroke = (RkPaint){TRUE, stroke};
    node->style.stroke_width = 1.5;
    node->meaning.hidden = TRUE;
    return node;
}

/** Over the point that the line has there, or where it has none and no dash is long enough to be seen. */
static void draw_hollow(RkUnit *unit, RkNode *group, guint32 row)
{
    static const double dots[] = {2, 2};
    guint looks = rk_unit_flag_looks(unit, row);
    if (!rk_unit_uncertain(unit, row) || (looks & (RK_FLAG_ON_POINT | RK_FLAG_ON_RING)) == 0)
        return;
    if ((looks & RK_FLAG_ON_RING) != 0)
        add_hollow(unit, group, row, rk_plotting_paper(unit->plotting));
    RkNode *node = add_hollow(unit, group, row, rk_unit_row_color(unit, row));
    if ((looks & RK_FLAG_ON_RING) == 0)
        return;
    node->style.dash = rk_scene_numbers(unit->plotting->scene, dots, G_N_ELEMENTS(dots));
    node->style.dash_count = G_N_ELEMENTS(dots);
}

/** Signs of missing values, each in the colour of its line; a stack has them on what lies below. */
static void write_gaps(RkUnit *unit, RkNode *group, RkFlagLetters *letters, const RkSeries *series)
{
    g_autoptr(GArray) signs = rk_unit_flag_gap_signs(unit, series);
    for (guint i = 0; i < signs->len; i++) {
        const RkFlagGap *sign = &g_array_index(signs, RkFlagGap, i);
        rk_unit_flag_note(unit, sign->row, 1 << RK_SIGN_MISSING);
        if (!write_on_stack(unit, group, sign->row, sign->text, unit->horizontal ? sign->y : sign->x))
            rk_flag_letters_add_gap(letters, sign);
    }
}

static void draw_series(RkUnit *unit, RkNode *group, RkFlagLetters *letters, const RkSeries *series)
{
    if (unit->mark->hatch != NULL)
        unit->mark->hatch(unit, group, series);
    for (guint i = 0; i < series->count; i++)
        if (rk_unit_flag_is_there(unit, series->rows[i]))
            draw_hollow(unit, group, series->rows[i]);
    write_gaps(unit, group, letters, series);
    rk_unit_flag_draw_breaks(unit, group, letters, series);
}

void rk_unit_draw_flags(RkUnit *unit, RkNode *parent)
{
    if (unit->flags == NULL)
        return;
    RkNode *group = rk_scene_add_group(unit->plotting->scene, parent, "mark-text role-mark flags", 0, 0);
    group->meaning.hidden = TRUE;
    RkFlagLetters *letters = rk_flag_letters_new(unit);
    write_stack_gaps(unit, group);
    draw_rows(unit, group, letters);
    if (unit->mark->series) {
        g_autoptr(GPtrArray) all = rk_unit_series(unit);
        for (guint i = 0; i < all->len; i++)
            draw_series(unit, group, letters, g_ptr_array_index(all, i));
    }
    rk_flag_letters_write(letters, group, parent);
    rk_unit_flag_forget(unit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The double stroke of a break in series: halfway along the line that leads up to the value, and where none does close
 * before it.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/readable.h"

/** Half the width of the double stroke, in pixels. */
#define HALF 3.5

static void draw_stroke(RkUnit *unit, RkNode *group, guint32 row, double x, double y)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = x - 2;
    node->rule.y = y + 4.5;
    node->rule.x2 = x + 2;
    node->rule.y2 = y - 4.5;
    node->style.stroke = (RkPaint){TRUE, rk_unit_row_color(unit, row)};
    node->style.stroke_width = 1.2;
    node->meaning.hidden = TRUE;
}

/** The line is interrupted between two slanted strokes. */
static void draw_break(RkUnit *unit, RkNode *group, RkFlagLetters *letters, guint32 row, double x, double y)
{
    rk_unit_flag_note(unit, row, 1 << RK_SIGN_BREAK);
    rk_flag_letters_keep_off(letters, (RkReach){x - HALF, y - 4.5, x + HALF, y + 4.5});
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_move(builder, x - HALF, y + 4.5);
    rk_path_line(builder, x + 0.5, y - 4.5);
    rk_path_line(builder, x + HALF, y - 4.5);
    rk_path_line(builder, x - 0.5, y + 4.5);
    rk_path_close(builder);
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    node->style.fill = (RkPaint){TRUE, rk_plotting_paper(unit->plotting)};
    node->meaning.hidden = TRUE;
    draw_stroke(unit, group, row, x - 1.5, y);
    draw_stroke(unit, group, row, x + 1.5, y);
}

gboolean rk_unit_flag_breaks(const RkUnit *unit, guint32 row)
{
    return unit->mark->series && (rk_unit_signs(unit, row) & 1 << RK_SIGN_BREAK) != 0;
}

static gboolean has_point(const RkUnit *unit, guint32 row)
{
    const RkValue *point = rk_unit_property(unit, "point");
    gboolean ringed = rk_unit_uncertain(unit, row) && (unit->mark->flags_as == RK_FLAG_ON_LINE || unit->mark->tapers);
    return ringed || rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE);
}

/** A value that no line goes on from is a dot. */
static gboolean stands_alone(const RkUnit *unit, const RkSeries *series, guint index)
{
    guint next = rk_unit_flag_next_there(unit, series, index + 1);
    return next == series->count || rk_unit_flag_alone(unit, series->rows[next]);
}

/** From the first value of a line to the middle of its double stroke: over the very beginning of the line, before its
 * point, or above it where the labels of an axis stand before it. */
static RkFlagPoint step_before(const RkUnit *unit, const RkSeries *series, guint first)
{
    guint32 row = series->rows[first];
    RkFlagPoint here = rk_unit_flag_point(unit, row);
    double off = has_point(unit, row) || stands_alone(unit, series, first) ? HALF + 4 : 1;
    if (unit->horizontal)
        return (RkFlagPoint){0, -off};
    return off + HALF > here.x + 6 ? (RkFlagPoint){0, -2 * HALF - 3} : (RkFlagPoint){-off, 0};
}

double rk_unit_flag_break_reach(const RkUnit *unit, const RkSeries *series, guint first)
{
    return fmax(0, HALF - step_before(unit, series, first).x);
}

/** Halfway along the line between two values; of steps the longest level piece, as a stroke is slanted. */
static RkFlagPoint halfway(const RkUnit *unit, RkFlagPoint from, RkFlagPoint to)
{
    RkCurve curve = rk_unit_curve(unit);
    double turn = rk_curve_turn(&curve), at = from.x + (to.x - from.x) * turn;
    if (isnan(turn))
        return (RkFlagPoint){(from.x + to.x) / 2, (from.y + to.y) / 2};
    return turn > 0.5 ? (RkFlagPoint){(from.x + at) / 2, from.y} : (RkFlagPoint){(at + to.x) / 2, to.y};
}

void rk_unit_flag_draw_breaks(RkUnit *unit, RkNode *group, RkFlagLetters *letters, const RkSeries *series)
{
    guint first = rk_unit_flag_next_there(unit, series, 0);
    if (first < series->count && rk_unit_flag_breaks(unit, series->rows[first])) {
        RkFlagPoint here = rk_unit_flag_point(unit, series->rows[first]);
        RkFlagPoint step = step_before(unit, series, first);
        draw_break(unit, group, letters, series->rows[first], here.x + step.x, here.y + step.y);
    }
    for (guint before = first, after; before < series->count; before = after) {
        after = rk_unit_flag_next_there(unit, series, before + 1);
        if (after == series->count || !rk_unit_flag_breaks(unit, series->rows[after]))
            continue;
        RkFlagPoint from = rk_unit_flag_point(unit, series->rows[before]),
                    to = rk_unit_flag_point(unit, series->rows[after]);
        if (rk_unit_flag_alone(unit, series->rows[after]))
            from = unit->horizontal ? (RkFlagPoint){to.x, to.y + (from.y > to.y ? 20 : -20)}
                                    : (RkFlagPoint){to.x + (from.x > to.x ? 20 : -20), to.y};
        RkFlagPoint middle = halfway(unit, from, to);
        draw_break(unit, group, letters, series->rows[after], middle.x, middle.y);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at the ends of lines, in the colour of their line, moved apart where they would touch, and past the ends of
 * other lines that they would stand on. One whose neighbour goes on for long stays where it belongs, unless it can say
 * of which period its value is.
 */
#include "plot/flags.h"
#include "plot/label-ends.h"
#include "plot/readable.h"

#include <math.h>

/** Names that move along the lines may meet others there. */
enum { MOST_ROUNDS = 4 };

/** Where the first line begins, or the last one ends. */
static double outermost(RkUnit *unit, GPtrArray *all_series, gboolean first)
{
    double edge = first ? INFINITY : -INFINITY;
    for (guint i = 0; i < all_series->len; i++) {
        guint32 row;
        double x, y;
        if (rk_series_end(unit, g_ptr_array_index(all_series, i), first, &row, &x, &y))
            edge = first ? fmin(edge, x) : fmax(edge, x);
    }
    return edge;
}

/** One end of all lines. */
typedef struct {
    gboolean first;
    gboolean all;    /**< all lines have their names here */
    double edge;     /**< where the first line begins, or the last one ends */
    double opposite; /**< the edge at the other end */
} Side;

static Side side_of(RkUnit *unit, GPtrArray *all_series, gboolean first, gboolean all)
{
    return (Side){first, all, outermost(unit, all_series, first), outermost(unit, all_series, !first)};
}

static gboolean is_level(RkUnit *unit, const RkSeries *series, double y)
{
    for (guint i = 0; i < series->count; i++)
        if (fabs(rk_unit_position(unit, RK_CHANNEL_Y, series->rows[i], 0.5) - y) > 0.5)
            return FALSE;
    return TRUE;
}

/** With names at both ends, one at the start is for lines that begin where all do and do not run level to the end: the
 * others would repeat what stands at the end, or stand among lines. */
static gboolean needs_start(RkUnit *unit, const RkSeries *series, const Side *side)
{
    guint32 row;
    double x, y, last_x, last_y;
    if (!rk_series_end(unit, series, TRUE, &row, &x, &y) || x > side->edge || x >= side->opposite ||
        !rk_series_end(unit, series, FALSE, &row, &last_x, &last_y))
        return FALSE;
    return x == last_x ? rk_unit_flag_end_sign(unit, series) != NULL
                       : last_x < side->opposite || !is_level(unit, series, y);
}

/** Where a name begins that keeps off the signs of what is missing beyond the end of its line. */
static double past_signs(const RkLabelling *labelling, const RkEndLabel *label, gboolean first)
{
    RkFont font = rk_end_label_font(labelling, label);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text);
    return rk_unit_flag_end(labelling->unit, label->series, first, label->end, width + 2 * rk_labelling_gap(labelling));
}

/** The room that a name takes at a height, with a little more above and below: lines and points have a thickness. */
static RkReach box_of(const RkLabelling *labelling, const RkEndLabel *label, gboolean first, double start, double place)
{
    RkFont font = rk_end_label_font(labelling, label);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text);
    double gap = rk_labelling_gap(labelling) + label->lead, near = first ? start - gap - width : start + gap;
    double half = rk_end_label_height(labelling, label) / 2 + font.size * 0.1;
    return (RkReach){near, place - half, near + width, place + half};
}

/** Where a name begins that stands on no other line: where it is, or past the ends of those in its way. */
static double clear_of_lines(const RkLabelling *labelling, GPtrArray *all_series, const RkEndLabel *label,
                             gboolean first, double place)
{
    double most =
        rk_labelling_tells_period(labelling, label->row) ? INFINITY : RK_END_LABEL_MOST_MOVE * labelling->font.size;
    double start, next = label->x;
    do {
        start = next;
        RkReach box = box_of(labelling, label, first, start, place);
        next = rk_label_end_in_the_way(labelling->unit, all_series, label->series, &box, start, first);
    } while (next != start && fabs(next - label->from) <= most);
    return next == start ? start : label->x;
}

/** With names on both sides the values stand next to the lines: two columns of numbers. */
static gboolean has_columns(const RkLabelling *labelling)
{
    return rk_value_is_text(rk_value_get(labelling->options, "ends"), "both");
}

/** Whether a name stands past other lines or signs, and not beside the end of its own line and the break there. */
static gboolean has_left(RkUnit *unit, const RkEndLabel *label, gboolean first)
{
    double near = first && rk_unit_flag_breaks(unit, label->row)
                      ? rk_unit_flag_break_reach(unit, label->series, rk_unit_flag_next_there(unit, label->series, 0))
                      : 0;
    return label->sign != NULL || fabs(label->x - label->end) > near + 0.5;
}

/** Writes what the name says where it stands now. */
static void write_text(const RkLabelling *labelling, RkEndLabel *label, gboolean first)
{
    gboolean before = !first && has_columns(labelling);
    label->text =
        rk_labelling_with_value(labelling, label->name, label->row, before, has_left(labelling->unit, label, first));
    if (label->sign != NULL) {
        g_autofree char *signed_text = g_strdup_printf("%s %s", label->sign, label->text);
        label->text = g_string_chunk_insert_const(labelling->unit->plotting->strings, signed_text);
    }
    rk_end_label_wrap(labelling, label, has_columns(labelling));
}

/** Puts a name beside the end of its line, or into the last column where that has a sign in place of its value. */
static void put_label(RkLabelling *labelling, RkEndLabel *label, const Side *side)
{
    label->x = label->end;
    if (!side->first && has_columns(labelling) && rk_labelling_tells_period(labelling, label->row))
        label->sign = rk_unit_flag_end_sign(labelling->unit, label->series);
    write_text(labelling, label, side->first);
    label->x = label->from = label->sign != NULL ? side->edge : past_signs(labelling, label, side->first);
    write_text(labelling, label, side->first);
}

/** The names on one side, each at the height of its end. */
static guint find_labels(RkLabelling *labelling, GPtrArray *all_series, const Side *side, RkEndLabel *labels,
                         RkSpread *spreads)
{
    RkUnit *unit = labelling->unit;
    guint count = 0;
    for (guint i = 0; i < all_series->len; i++) {
        RkEndLabel label = {.series = g_ptr_array_index(all_series, i)};
        if (!rk_series_end(unit, label.series, side->first, &label.row, &label.end, &label.y) ||
            (!side->all && !needs_start(unit, label.series, side)))
            continue;
        label.name = rk_labelling_series_name(labelling, label.row);
        if (label.name == NULL)
            continue;
        label.color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, label.row));
        put_label(labelling, &label, side);
        labels[count] = label;
        /* Of two at one height the one whose line ends there goes first. */
        double wish = label.end == side->edge ? label.y : label.y + 1e-6;
        spreads[count++] = (RkSpread){wish, rk_end_label_height(labelling, &label), wish};
    }
    rk_end_labels_list_missing(labelling, labels, spreads, count);
    return count;
}

/** Moves names past the lines that they stand on; FALSE when none has to. */
static gboolean clear_labels(const RkLabelling *labelling, GPtrArray *all_series, RkEndLabel *labels,
                             const RkSpread *spreads, guint count, gboolean first)
{
    gboolean moved = FALSE;
    for (guint i = 0; i < count; i++) {
        double before = labels[i].x;
        labels[i].x = clear_of_lines(labelling, all_series, &labels[i], first, spreads[i].place);
        write_text(labelling, &labels[i], first);
        moved = moved || labels[i].x != before;
    }
    return moved;
}

/** A name that could not get out of the way of a line interrupts it. */
static void add(RkLabelling *labelling, GPtrArray *all_series, const RkEndLabel *label, gboolean first, double place)
{
    RkPlotting *plotting = labelling->unit->plotting;
    RkFont font = rk_end_label_font(labelling, label);
    RkReach box = box_of(labelling, label, first, label->x, place);
    rk_end_label_draw_leader(labelling, label, first, place);
    RkNode *node = rk_plotting_add_text(plotting, labelling->group, label->text, first ? box.x2 : box.x1, place, &font,
                                        label->color, first ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    node->text.line_height = RK_END_LABEL_LINE * font.size;
    if (rk_label_is_crossed(labelling->unit, all_series, label->series, &box))
        rk_plotting_add_halo(plotting, node);
}

static void label_side(RkLabelling *labelling, GPtrArray *all_series, const Side *side)
{
    g_autofree RkSpread *spreads = g_new0(RkSpread, MAX(all_series->len, 1));
    g_autofree RkEndLabel *labels = g_new0(RkEndLabel, MAX(all_series->len, 1));
    gboolean first = side->first;
    guint count = find_labels(labelling, all_series, side, labels, spreads);
    rk_end_labels_spread(labelling, labels, spreads, count, first);
    for (guint round = 0; round < MOST_ROUNDS && clear_labels(labelling, all_series, labels, spreads, count, first);
         round++)
        rk_end_labels_spread(labelling, labels, spreads, count, first);
    rk_end_labels_lead(labels, spreads, count);
    for (guint i = 0; i < count; i++)
        add(labelling, all_series, &labels[i], first, spreads[i].place);
}

gboolean rk_label_lines(RkUnit *unit, RkNode *parent, GPtrArray *all_series, GError **error)
{
    RkLabelling labelling;
    gboolean wanted;
    if (!rk_labelling_begin(unit, parent, &labelling, &wanted, error))
        return FALSE;
    if (!wanted)
        return TRUE;
    const RkValue *ends = rk_value_get(labelling.options, "ends");
    const Side one = side_of(unit, all_series, rk_value_is_text(ends, "first"), TRUE);
    label_side(&labelling, all_series, &one);
    const Side start = side_of(unit, all_series, TRUE, FALSE);
    if (rk_value_is_text(ends, "both"))
        label_side(&labelling, all_series, &start);
    rk_labelling_end(&labelling);
    return TRUE;
}

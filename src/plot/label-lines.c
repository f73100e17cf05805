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

/** Distance of a name from the end of its line. */
#define GAP 6.0
/** How far a name may move from its line, in sizes of its font: farther away it would be another line's. */
#define MOST_MOVE 5.0
/** Names that move along the lines may meet others there. */
enum { MOST_ROUNDS = 4 };

typedef struct {
    const char *name, *text;
    const char *sign; /**< of the value that is missing in the last column; NULL: none */
    const RkSeries *series;
    guint32 row;
    double end;  /**< where the line ends */
    double from; /**< past the signs of what is missing there */
    double x;
    RkColor color;
} EndLabel;

static RkFont font_of(const RkLabelling *labelling, const EndLabel *label)
{
    RkFont font = labelling->font;
    font.weight = label->series->highlighted ? 600 : font.weight;
    return font;
}

static double gap_of(const RkLabelling *labelling)
{
    return rk_value_number_or(rk_value_get(labelling->options, "dx"), GAP);
}

static void add(RkLabelling *labelling, const EndLabel *label, gboolean first, double place)
{
    RkFont font = font_of(labelling, label);
    double x = label->x + (first ? -1 : 1) * gap_of(labelling);
    rk_plotting_add_text(labelling->unit->plotting, labelling->group, label->text, x, place, &font, label->color,
                         first ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
}

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

/** With names at both ends, one at the start is for lines that begin where all do and end at another height: the others
 * would repeat what stands at the end, or stand among lines. */
static gboolean needs_start(RkUnit *unit, const RkSeries *series, double start)
{
    guint32 row;
    double x, y, last_x, last_y;
    return rk_series_end(unit, series, TRUE, &row, &x, &y) &&
           rk_series_end(unit, series, FALSE, &row, &last_x, &last_y) && x <= start && last_x > x &&
           fabs(last_y - y) > 0.5;
}

/** From where to where a name reaches, wherever it moves past other lines. */
static void reach_of(const RkLabelling *labelling, const EndLabel *label, gboolean first, double *low, double *high)
{
    RkFont font = font_of(labelling, label);
    double gap = gap_of(labelling), width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text);
    double far = gap + width + MOST_MOVE * font.size;
    *low = first ? label->x - far : label->x + gap;
    *high = first ? label->x - gap : label->x + far;
}

static gint compare_labels(gconstpointer a, gconstpointer b, gpointer data)
{
    const EndLabel *labels = data;
    double left = labels[*(const guint *)a].x, right = labels[*(const guint *)b].x;
    return (left > right) - (left < right);
}

/** Names that stand beside each other need not move apart: lines may end at different places. */
static void spread_columns(const RkLabelling *labelling, const EndLabel *labels, RkSpread *spreads, guint count,
                           gboolean first)
{
    double size = labelling->font.size, end = -INFINITY;
    g_autofree guint *order = g_new(guint, MAX(count, 1));
    g_autofree RkSpread *column = g_new(RkSpread, MAX(count, 1));
    for (guint i = 0; i < count; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_labels, (gpointer)labels);
    for (guint i = 0, from = 0; i < count; i++) {
        double low, high;
        reach_of(labelling, &labels[order[i]], first, &low, &high);
        column[i - from] = spreads[order[i]];
        end = fmax(end, high);
        if (i + 1 < count)
            reach_of(labelling, &labels[order[i + 1]], first, &low, &high);
        if (i + 1 < count && low < end)
            continue;
        rk_spread_labels(column, i + 1 - from, -size, labelling->unit->panel->height + size);
        for (guint k = from; k <= i; k++)
            spreads[order[k]] = column[k - from];
        from = i + 1;
        end = -INFINITY;
    }
}

/** Where a name begins that keeps off the signs of what is missing beyond the end of its line. */
static double past_signs(const RkLabelling *labelling, const EndLabel *label, gboolean first)
{
    RkFont font = font_of(labelling, label);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text);
    return rk_unit_flag_end(labelling->unit, label->series, first, label->end, width + 2 * gap_of(labelling));
}

/** Where a name begins that stands on no other line: where it is, or past the ends of those in its way. */
static double clear_of_lines(const RkLabelling *labelling, GPtrArray *all_series, const EndLabel *label, gboolean first,
                             double place)
{
    RkFont font = font_of(labelling, label);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text), gap = gap_of(labelling);
    double most = rk_labelling_tells_period(labelling, label->row) ? INFINITY : MOST_MOVE * font.size;
    double start, next = label->x;
    do {
        start = next;
        double near = first ? start - gap - width : start + gap;
        /* As high as a line of text, and a little more: lines and their points have a thickness. */
        RkReach box = {near, place - font.size * 0.7, near + width, place + font.size * 0.7};
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
static gboolean has_left(RkUnit *unit, const EndLabel *label, gboolean first)
{
    double near = first && rk_unit_flag_breaks(unit, label->row)
                      ? rk_unit_flag_break_reach(unit, label->series, rk_unit_flag_next_there(unit, label->series, 0))
                      : 0;
    return label->sign != NULL || fabs(label->x - label->end) > near + 0.5;
}

/** Writes what the name says where it stands now. */
static void write_text(const RkLabelling *labelling, EndLabel *label, gboolean first)
{
    gboolean before = !first && has_columns(labelling);
    label->text =
        rk_labelling_with_value(labelling, label->name, label->row, before, has_left(labelling->unit, label, first));
    if (label->sign == NULL)
        return;
    g_autofree char *signed_text = g_strdup_printf("%s %s", label->sign, label->text);
    label->text = g_string_chunk_insert_const(labelling->unit->plotting->strings, signed_text);
}

/** Puts a name beside the end of its line, or into the last column where that has a sign in place of its value. */
static void put_label(RkLabelling *labelling, EndLabel *label, gboolean first, double edge)
{
    label->x = label->end;
    if (!first && has_columns(labelling) && rk_labelling_tells_period(labelling, label->row))
        label->sign = rk_unit_flag_tell_end(labelling->unit, label->series);
    write_text(labelling, label, first);
    label->x = label->from = label->sign != NULL ? edge : past_signs(labelling, label, first);
    write_text(labelling, label, first);
}

/** The names at one end, at the height of that; `start` says which lines have one at the start, -INFINITY for all. */
static guint find_labels(RkLabelling *labelling, GPtrArray *all_series, gboolean first, double start, EndLabel *labels,
                         RkSpread *spreads)
{
    RkUnit *unit = labelling->unit;
    double edge = outermost(unit, all_series, first);
    guint count = 0;
    for (guint i = 0; i < all_series->len; i++) {
        EndLabel label = {.series = g_ptr_array_index(all_series, i)};
        double y;
        if (!rk_series_end(unit, label.series, first, &label.row, &label.end, &y) ||
            (isfinite(start) && !needs_start(unit, label.series, start)))
            continue;
        label.name = rk_labelling_text(labelling, rk_unit_series_names(unit), label.row);
        if (label.name == NULL)
            continue;
        label.color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, label.row));
        put_label(labelling, &label, first, edge);
        labels[count] = label;
        /* Of two at one height the one whose line ends there goes first. */
        double wish = label.end == edge ? y : y + 1e-6;
        spreads[count++] = (RkSpread){wish, labelling->font.size * 1.2, wish};
    }
    return count;
}

/** Moves names past the lines that they stand on; FALSE when none has to. */
static gboolean clear_labels(const RkLabelling *labelling, GPtrArray *all_series, EndLabel *labels,
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

/** Names at one end of all lines; `start` says which lines have one at the start, -INFINITY for all. */
static void label_end(RkLabelling *labelling, GPtrArray *all_series, gboolean first, double start)
{
    g_autofree RkSpread *spreads = g_new0(RkSpread, MAX(all_series->len, 1));
    g_autofree EndLabel *labels = g_new0(EndLabel, MAX(all_series->len, 1));
    guint count = find_labels(labelling, all_series, first, start, labels, spreads);
    spread_columns(labelling, labels, spreads, count, first);
    for (guint round = 0; round < MOST_ROUNDS && clear_labels(labelling, all_series, labels, spreads, count, first);
         round++)
        spread_columns(labelling, labels, spreads, count, first);
    for (guint i = 0; i < count; i++)
        add(labelling, &labels[i], first, spreads[i].place);
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
    if (rk_value_is_text(ends, "first"))
        label_end(&labelling, all_series, TRUE, -INFINITY);
    else
        label_end(&labelling, all_series, FALSE, -INFINITY);
    if (rk_value_is_text(ends, "both"))
        label_end(&labelling, all_series, TRUE, outermost(unit, all_series, TRUE));
    rk_labelling_end(&labelling);
    return TRUE;
}

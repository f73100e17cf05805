/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at the ends of lines, in the colour of their line, moved apart where they would touch, and past the ends of
 * other lines that they would stand on. One whose neighbour goes on for long stays where it belongs.
 */
#include "plot/flags.h"
#include "plot/label.h"
#include "plot/reach.h"
#include "plot/readable.h"
#include "plot/series.h"

#include <math.h>
#include <string.h>

#include "base/format.h"

/** Distance of a name from the end of its line. */
#define GAP 6.0
/** How far a name may move from its line, in sizes of its font: farther away it would be another line's. */
#define MOST_MOVE 5.0

/** The first or last row of a series that has a position; FALSE when it has none. */
static gboolean end_point(RkUnit *unit, const RkSeries *series, gboolean first, guint32 *row, double *x, double *y)
{
    for (guint i = 0; i < series->count; i++) {
        *row = series->rows[first ? i : series->count - 1 - i];
        *x = rk_unit_position(unit, RK_CHANNEL_X, *row, 0.5);
        *y = rk_unit_position(unit, RK_CHANNEL_Y, *row, 0.5);
        if (isfinite(*x) && isfinite(*y))
            return TRUE;
    }
    return FALSE;
}

typedef struct {
    const char *text;
    const RkSeries *series;
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

/** Whether the straight piece from one point to another enters the box. */
static gboolean enters(const RkReach *box, const double from[2], const double to[2])
{
    double left = fmax(fmin(from[0], to[0]), box->x1), right = fmin(fmax(from[0], to[0]), box->x2);
    if (!(left <= right))
        return FALSE;
    double slope = to[0] == from[0] ? 0 : (to[1] - from[1]) / (to[0] - from[0]);
    double a = from[1] + slope * (left - from[0]), b = from[1] + slope * (right - from[0]);
    return to[0] == from[0] ? fmin(from[1], to[1]) <= box->y2 && fmax(from[1], to[1]) >= box->y1
                            : fmin(a, b) <= box->y2 && fmax(a, b) >= box->y1;
}

static gboolean stands_on(RkUnit *unit, const RkReach *box, const RkSeries *series)
{
    double before[2] = {NAN, NAN};
    for (guint i = 0; i < series->count; i++) {
        double at[2] = {rk_unit_position(unit, RK_CHANNEL_X, series->rows[i], 0.5),
                        rk_unit_position(unit, RK_CHANNEL_Y, series->rows[i], 0.5)};
        /* A gap in the line is a point that has no position. */
        if (isfinite(before[0]) && isfinite(before[1]) && isfinite(at[0]) && isfinite(at[1]) && enters(box, before, at))
            return TRUE;
        memcpy(before, at, sizeof before);
    }
    return FALSE;
}

/** The end of another line, beyond `start`, that a name would stand on if it began there; `start` when there is none.
 */
static double end_in_the_way(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box, double start,
                             gboolean first)
{
    for (guint i = 0; i < all_series->len; i++) {
        const RkSeries *series = g_ptr_array_index(all_series, i);
        guint32 row;
        double x, y;
        if (series != own && stands_on(unit, box, series) && end_point(unit, series, first, &row, &x, &y) &&
            (first ? x < start : x > start))
            return x;
    }
    return start;
}

/** Where a name begins that stands on no other line: at the end of its own, or past the ends of those in its way. */
static double clear_of_lines(const RkLabelling *labelling, GPtrArray *all_series, const EndLabel *label, gboolean first,
                             double place)
{
    RkFont font = font_of(labelling, label);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text), gap = gap_of(labelling);
    double start = label->x, next = start;
    do {
        start = next;
        double near = first ? start - gap - width : start + gap;
        /* As high as a line of text, and a little more: lines and their points have a thickness. */
        RkReach box = {near, place - font.size * 0.7, near + width, place + font.size * 0.7};
        next = end_in_the_way(labelling->unit, all_series, label->series, &box, start, first);
    } while (next != start && fabs(next - label->x) <= MOST_MOVE * font.size);
    return next == start ? start : label->x;
}

/** The name with the value behind it, or before it when `before`, when `value` gives a pattern. */
static const char *with_value(const RkLabelling *labelling, const char *text, guint32 row, gboolean before)
{
    RkUnit *unit = labelling->unit;
    const char *format = rk_value_text_or(rk_value_get(labelling->options, "value"), NULL);
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    const double *values = use == NULL || use->column == NULL ? NULL : rk_column_numbers(use->column);
    if (format == NULL || values == NULL)
        return text;
    g_autofree char *number = rk_format_number(format, values[row], unit->plotting->locale, NULL);
    if (number == NULL)
        return text;
    g_autofree char *both = g_strdup_printf("%s %s", before ? number : text, before ? text : number);
    return g_string_chunk_insert_const(unit->plotting->strings, both);
}

/** Where lines begin: the least position of any. */
static double leftmost(RkUnit *unit, GPtrArray *all_series)
{
    double least = INFINITY;
    for (guint i = 0; i < all_series->len; i++) {
        guint32 row;
        double x, y;
        if (end_point(unit, g_ptr_array_index(all_series, i), TRUE, &row, &x, &y))
            least = fmin(least, x);
    }
    return least;
}

/** With names at both ends, one at the start is for lines that begin where all do and end at another height: the others
 * would repeat what stands at the end, or stand among lines. */
static gboolean needs_start(RkUnit *unit, const RkSeries *series, double start)
{
    guint32 row;
    double x, y, last_x, last_y;
    return end_point(unit, series, TRUE, &row, &x, &y) && end_point(unit, series, FALSE, &row, &last_x, &last_y) &&
           x <= start && last_x > x && fabs(last_y - y) > 0.5;
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
    return rk_unit_flag_end(labelling->unit, label->series, first, label->x, width + 2 * gap_of(labelling));
}

/** Names at one end of all lines; `start` says which lines have one at the start, -INFINITY for all. */
static void label_end(RkLabelling *labelling, GPtrArray *all_series, gboolean first, double start)
{
    RkUnit *unit = labelling->unit;
    /* With names on both sides the values stand next to the lines: two columns of numbers. */
    gboolean before = !first && rk_value_is_text(rk_value_get(labelling->options, "ends"), "both");
    g_autofree RkSpread *spreads = g_new0(RkSpread, MAX(all_series->len, 1));
    g_autofree EndLabel *labels = g_new0(EndLabel, MAX(all_series->len, 1));
    guint count = 0;
    for (guint i = 0; i < all_series->len; i++) {
        const RkSeries *series = g_ptr_array_index(all_series, i);
        guint32 row;
        double x, y;
        if (!end_point(unit, series, first, &row, &x, &y) || (isfinite(start) && !needs_start(unit, series, start)))
            continue;
        const char *text = rk_labelling_text(labelling, rk_unit_series_names(unit), row);
        if (text == NULL)
            continue;
        text = with_value(labelling, text, row, before);
        labels[count] = (EndLabel){text, series, x, rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, row))};
        labels[count].x = past_signs(labelling, &labels[count], first);
        spreads[count++] = (RkSpread){y, labelling->font.size * 1.2, y};
    }
    spread_columns(labelling, labels, spreads, count, first);
    for (guint i = 0; i < count; i++) {
        labels[i].x = clear_of_lines(labelling, all_series, &labels[i], first, spreads[i].place);
        add(labelling, &labels[i], first, spreads[i].place);
    }
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
        label_end(&labelling, all_series, TRUE, leftmost(unit, all_series));
    rk_labelling_end(&labelling);
    return TRUE;
}

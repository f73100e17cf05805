/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values on bars: at the end of a bar, inside the parts of a stack where they are wide enough and contrast allows, and
 * the total at the end of a stack.
 */
#include "plot/label.h"
#include "plot/place.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

#include "base/format.h"
#include "plot/flags.h"
#include "plot/readable.h"

/** Room between a bar's end and its label, and around a label inside. */
#define GAP 4.0

static double middle_across(RkUnit *unit, gsize row)
{
    double from = NAN, to = NAN;
    rk_unit_span(unit, unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X, row, &from, &to);
    return (from + to) / 2;
}

static RkNode *add(RkLabelling *labelling, const char *text, double along, double across, RkColor color, RkAlign align)
{
    RkUnit *unit = labelling->unit;
    if (unit->horizontal)
        return rk_plotting_add_text(unit->plotting, labelling->group, text, along, across, &labelling->font, color,
                                    align, RK_BASELINE_MIDDLE);
    return rk_plotting_add_text(unit->plotting, labelling->group, text, across, along, &labelling->font, color,
                                RK_ALIGN_CENTER,
                                align == RK_ALIGN_CENTER ? RK_BASELINE_MIDDLE
                                : align == RK_ALIGN_LEFT ? RK_BASELINE_TOP
                                                         : RK_BASELINE_BOTTOM);
}

/** Room for a label across an upright bar: inside its own width, beyond its end up to the label of the next bar. */
static double room_across(const RkUnit *unit, gsize row, gboolean inside)
{
    const RkUse *use =
        unit->uses[RK_CHANNEL_X_OFFSET] != NULL ? unit->uses[RK_CHANNEL_X_OFFSET] : unit->uses[RK_CHANNEL_X];
    double from, to;
    if (unit->horizontal || !rk_unit_span(unit, RK_CHANNEL_X, row, &from, &to))
        return INFINITY;
    if (!inside && use != NULL && use->scale != NULL && use->scale->type->discrete)
        return use->scale->step - 2;
    return fabs(to - from);
}

/** Letters stand behind their number where there is room across the bar, and else in a line of their own: before the
 * number when that is next to the bar's end. `letters` may be NULL. */
static const char *fit(const RkLabelling *labelling, const char *text, const char *letters, double room,
                       gboolean number_last)
{
    static const char between[] = "\u2009";
    RkPlotting *plotting = labelling->unit->plotting;
    if (letters == NULL || !g_str_has_suffix(text, letters) ||
        rk_plotting_text_width(plotting, &labelling->font, text) <= room)
        return text;
    gsize length = strlen(text) - strlen(letters);
    length -= length >= strlen(between) ? strlen(between) : length;
    g_autofree char *number = g_strndup(text, length);
    g_autofree char *lines =
        number_last ? g_strdup_printf("%s\n%s", letters, number) : g_strdup_printf("%s\n%s", number, letters);
    return g_string_chunk_insert_const(plotting->strings, lines);
}

/** Beyond the end of a bar, on the side it points to. */
static void add_beyond(RkLabelling *labelling, const char *text, const char *letters, double from, double to, gsize row)
{
    gboolean forward = labelling->unit->horizontal ? to >= from : to > from;
    text = fit(labelling, text, letters, room_across(labelling->unit, row, FALSE), !forward);
    double gap = rk_value_number_or(rk_value_get(labelling->options, "dx"), GAP);
    add(labelling, text, to + (forward ? gap : -gap), middle_across(labelling->unit, row), labelling->color,
        forward ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT);
}

/** Inside a part; FALSE when it is not wide enough. */
static gboolean add_inside(RkLabelling *labelling, const char *text, double from, double to, gsize row)
{
    RkUnit *unit = labelling->unit;
    text = fit(labelling, text, rk_unit_flag_letters(unit, row), room_across(unit, row, TRUE), FALSE);
    double needed = unit->horizontal ? rk_plotting_text_width(unit->plotting, &labelling->font, text)
                                     : labelling->font.size * (1.3 * rk_line_count(text) - 0.3);
    if (fabs(to - from) < needed + 2 * GAP)
        return FALSE;
    rk_unit_flag_tell(unit, row);
    /* Letters over hatching, and over the sides of a bar, need an edge of their own. */
    double widest = rk_plotting_text_width(unit->plotting, &labelling->font, text);
    if (rk_unit_uncertain(unit, row) || widest > room_across(unit, row, TRUE)) {
        RkNode *node =
            add(labelling, text, (from + to) / 2, middle_across(unit, row), labelling->color, RK_ALIGN_CENTER);
        rk_plotting_add_halo(unit->plotting, node);
        return TRUE;
    }
    RkColor color = rk_plotting_readable_on(unit->plotting, rk_unit_row_color(unit, row));
    add(labelling, text, (from + to) / 2, middle_across(unit, row), color, RK_ALIGN_CENTER);
    return TRUE;
}

/** Beyond the end of a bar that points to the axis with the names a value would lie over them. */
static gboolean meets_names(const RkLabelling *labelling, const char *text, double from, double to)
{
    RkUnit *unit = labelling->unit;
    double gap = rk_value_number_or(rk_value_get(labelling->options, "dx"), GAP);
    if (unit->horizontal)
        return to < from && to - gap < rk_plotting_text_width(unit->plotting, &labelling->font, text);
    return to > from && to + gap + labelling->font.size > unit->panel->height;
}

static const RkColumn *value_column(const RkUnit *unit)
{
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    if (unit->stacked)
        return rk_table_find(unit->table, unit->stack_field);
    return use == NULL ? NULL : use->column;
}

/** Where its end would have it over the names, a bar has its value inside, or where it begins. */
static void label_bar(RkLabelling *labelling, const char *text, double from, double to, gsize row)
{
    const char *letters = rk_unit_flag_letters(labelling->unit, row);
    if (!meets_names(labelling, text, from, to))
        add_beyond(labelling, text, letters, from, to, row);
    else if (!add_inside(labelling, text, from, to, row))
        add_beyond(labelling, text, letters, to, from, row);
    rk_unit_flag_tell(labelling->unit, row);
}

/** FALSE when a text that is wanted inside its bar has no room there. */
static gboolean label_row(RkLabelling *labelling, gsize row)
{
    RkUnit *unit = labelling->unit;
    double from, to;
    const char *text = rk_labelling_text(labelling, value_column(unit), row);
    /* A bar whose category is missing has no place. */
    if (text == NULL || !isfinite(middle_across(unit, row)) ||
        !rk_unit_span(unit, unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y, row, &from, &to))
        return TRUE;
    /* Parts of a stack have their values where they are wide enough. */
    if (unit->stacked)
        add_inside(labelling, text, from, to, row);
    else if (g_str_equal(rk_value_text_or(rk_value_get(labelling->options, "position"), "auto"), "inside"))
        return add_inside(labelling, text, from, to, row);
    else
        label_bar(labelling, text, from, to, row);
    return TRUE;
}

static void label_rows(RkLabelling *labelling)
{
    const RkUnit *unit = labelling->unit;
    gsize count = 0, rows = rk_table_rows(unit->table);
    for (gsize row = 0; row < rows; row++)
        count += !label_row(labelling, row);
    if (count > 0)
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                           "leave out position: inside, or make the figure larger",
                           "label: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " values have no room inside their bars",
                           count, rows);
}

/** The sum of a stack's positive parts and where it ends. */
typedef struct {
    double sum;
    double from, to;
    gsize row;
} Total;

static void label_total(RkLabelling *labelling, const Total *total)
{
    RkUnit *unit = labelling->unit;
    const char *format = rk_value_text_or(rk_value_get(labelling->options, "totalFormat"),
                                          rk_value_text_or(rk_value_get(labelling->options, "format"), ""));
    g_autofree char *text = rk_format_number(format, total->sum, unit->plotting->locale, NULL);
    const char *gaps = text != NULL ? rk_unit_flag_tell_gaps(unit, total->row) : NULL;
    g_autofree char *more = gaps != NULL ? g_strdup_printf("+\u2009%s", gaps) : NULL;
    if (more != NULL) {
        rk_unit_flag_note_part(unit);
        char *whole = g_strdup_printf("%s\u2009%s", text, more);
        g_free(text);
        text = whole;
    }
    RkFont regular = labelling->font;
    labelling->font.weight = 600;
    if (text != NULL)
        add_beyond(labelling, g_string_chunk_insert_const(unit->plotting->strings, text), more, total->from, total->to,
                   total->row);
    labelling->font = regular;
}

static void label_totals(RkLabelling *labelling)
{
    RkUnit *unit = labelling->unit;
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    const double *values = rk_column_numbers(value_column(unit));
    const RkUse *use = unit->uses[across];
    if (values == NULL || use == NULL || use->categories == NULL)
        return;
    /* Rows come in any order: the end of a stack is the farthest from zero. */
    double zero = rk_scale_map(unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y]->scale, 0);
    g_autofree Total *totals = g_new0(Total, use->scale->categories->len + 1);
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double from, to;
        guint32 category = use->categories[row];
        if (category == G_MAXUINT32 || !(values[row] >= 0) ||
            !rk_unit_span(unit, unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y, row, &from, &to))
            continue;
        Total *total = &totals[category];
        total->from = zero;
        total->to = total->sum == 0 || fabs(to - zero) > fabs(total->to - zero) ? to : total->to;
        total->sum += values[row];
        total->row = row;
    }
    for (guint i = 0; i < use->scale->categories->len; i++) {
        if (totals[i].sum > 0)
            label_total(labelling, &totals[i]);
    }
}

gboolean rk_label_bars(RkUnit *unit, RkNode *parent, GError **error)
{
    RkLabelling labelling;
    gboolean wanted;
    if (!rk_labelling_begin(unit, parent, &labelling, &wanted, error))
        return FALSE;
    if (!wanted)
        return TRUE;
    gboolean parts = rk_value_boolean_or(rk_value_get(labelling.options, "parts"), TRUE);
    if (parts)
        label_rows(&labelling);
    if (unit->stacked && rk_value_boolean_or(rk_value_get(labelling.options, "total"), TRUE))
        label_totals(&labelling);
    rk_labelling_end(&labelling);
    return TRUE;
}

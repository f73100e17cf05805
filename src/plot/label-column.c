/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at the ends of lines as a column: moved apart where they would touch, joined to their line by a hairline where
 * they had to move far, and those of lines that have no value there listed at the foot. It moves no name along its
 * line.
 */
#include "plot/flags.h"
#include "plot/label-ends.h"

#include <math.h>

/** Distance of a name from the end of its line. */
#define GAP 6.0
/** What names at one of two sides take of the room that those at one side may. */
#define SHARE_OF_BOTH 0.75
#define NO_BREAK "\u00a0"
/** Length of a leader from left to right, and what it keeps from the point of its line and from its name, in pixels. */
#define LEADER 14.0
#define LEADER_GAP 2.0
#define POINT_GAP 4.0
/** How near a name comes to what stands below the frame, in sizes of its font: the axis has its labels there. */
#define BELOW 0.4

RkFont rk_end_label_font(const RkLabelling *labelling, const RkEndLabel *label)
{
    RkFont font = labelling->font;
    font.weight = label->series->highlighted ? 600 : font.weight;
    return font;
}

double rk_labelling_gap(const RkLabelling *labelling)
{
    return rk_value_number_or(rk_value_get(labelling->options, "dx"), GAP);
}

/** A value stays with the word beside it, and so does a sign. */
static gboolean belong_together(const char *before, const char *after)
{
    return g_utf8_strlen(before, -1) <= 2 || g_ascii_isdigit(*before) || *before == '(' || g_ascii_isdigit(*after) ||
           g_str_has_prefix(after, "\u2212");
}

/** The text with no-break spaces in place of the spaces where no line may end. */
static char *bound_text(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GString) bound = g_string_new(words[0]);
    for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
        g_string_append_printf(bound, "%s%s", belong_together(words[i - 1], words[i]) ? NO_BREAK : " ", words[i]);
    return g_string_free(g_steal_pointer(&bound), FALSE);
}

void rk_end_label_wrap(const RkLabelling *labelling, RkEndLabel *label, gboolean both)
{
    RkPlotting *plotting = labelling->unit->plotting;
    RkFont font = rk_end_label_font(labelling, label);
    double room = labelling->unit->panel->name_room * (both ? SHARE_OF_BOTH : 1);
    if (!(room > 0) || rk_plotting_text_width(plotting, &font, label->text) <= room)
        return;
    g_autofree char *bound = bound_text(label->text);
    g_autoptr(GString) wrapped = g_string_new(rk_plotting_wrap_even(plotting, &font, bound, room));
    g_string_replace(wrapped, NO_BREAK, " ", 0);
    label->text = g_string_chunk_insert_const(plotting->strings, wrapped->str);
}

double rk_end_label_height(const RkLabelling *labelling, const RkEndLabel *label)
{
    return rk_line_count(label->text) * RK_END_LABEL_LINE * labelling->font.size;
}

/** From where to where a name reaches, wherever it moves past other lines. */
static void reach_of(const RkLabelling *labelling, const RkEndLabel *label, gboolean first, double *low, double *high)
{
    RkFont font = rk_end_label_font(labelling, label);
    double gap = rk_labelling_gap(labelling);
    double width = rk_plotting_text_width(labelling->unit->plotting, &font, label->text);
    double far = gap + width + RK_END_LABEL_MOST_MOVE * font.size;
    *low = first ? label->x - far : label->x + gap;
    *high = first ? label->x - gap : label->x + far;
}

static gint compare_labels(gconstpointer a, gconstpointer b, gpointer data)
{
    const RkEndLabel *labels = data;
    double left = labels[*(const guint *)a].x, right = labels[*(const guint *)b].x;
    return (left > right) - (left < right);
}

/** Names of one column, labels[order[i]] for i below count. */
static void spread_column(const RkLabelling *labelling, RkEndLabel *labels, RkSpread *spreads, const guint *order,
                          guint count)
{
    double size = labelling->font.size;
    g_autofree RkSpread *column = g_new(RkSpread, MAX(count, 1));
    for (guint i = 0; i < count; i++)
        column[i] = spreads[order[i]];
    rk_spread_labels(column, count, -size, labelling->unit->panel->height + BELOW * size);
    for (guint i = 0; i < count; i++) {
        spreads[order[i]] = column[i];
        labels[order[i]].column = order[0];
    }
}

/* Names that stand beside each other need not move apart: lines may end at different places. */
void rk_end_labels_spread(const RkLabelling *labelling, RkEndLabel *labels, RkSpread *spreads, guint count,
                          gboolean first)
{
    double end = -INFINITY;
    g_autofree guint *order = g_new(guint, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        order[i] = i;
        spreads[i].size = rk_end_label_height(labelling, &labels[i]);
    }
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_labels, labels);
    for (guint i = 0, from = 0; i < count; i++) {
        double low, high;
        reach_of(labelling, &labels[order[i]], first, &low, &high);
        end = fmax(end, high);
        if (i + 1 < count)
            reach_of(labelling, &labels[order[i + 1]], first, &low, &high);
        if (i + 1 < count && low < end)
            continue;
        spread_column(labelling, labels, spreads, order + from, i + 1 - from);
        from = i + 1;
        end = -INFINITY;
    }
}

static gboolean would_push(const RkEndLabel *labels, guint count, guint index, double size)
{
    for (guint i = 0; i < count; i++)
        if (i != index && labels[i].x == labels[index].x && fabs(labels[i].y - labels[index].y) < size)
            return TRUE;
    return FALSE;
}

/** How much room the names without a value take that stand above one of them. */
static double missing_above(const RkLabelling *labelling, const RkEndLabel *labels, guint count, guint index)
{
    double above = 0;
    for (guint i = 0; i < count; i++)
        if (labels[i].sign != NULL && (labels[i].y < labels[index].y || (labels[i].y == labels[index].y && i < index)))
            above += rk_end_label_height(labelling, &labels[i]);
    return above;
}

void rk_end_labels_list_missing(const RkLabelling *labelling, RkEndLabel *labels, RkSpread *spreads, guint count)
{
    double lowest = -INFINITY, size = labelling->font.size * RK_END_LABEL_LINE;
    gboolean pushes = FALSE;
    for (guint i = 0; i < count; i++) {
        lowest = labels[i].sign == NULL ? fmax(lowest, spreads[i].wish) : lowest;
        pushes = pushes || (labels[i].sign != NULL && would_push(labels, count, i, size));
    }
    for (guint i = 0; i < count; i++) {
        if (labels[i].sign == NULL)
            continue;
        if (pushes && isfinite(lowest))
            spreads[i].wish = lowest + 0.8 * size + missing_above(labelling, labels, count, i) + spreads[i].size / 2;
        /* Far from its line a name is not enough: that ends with the sign as well. */
        if (fabs(spreads[i].wish - labels[i].y) < spreads[i].size / 2)
            rk_unit_flag_tell_end(labelling->unit, labels[i].series);
    }
}

/** A name in the last column whose line does not come so far has nothing to lead to. */
static gboolean is_at_end(const RkEndLabel *label)
{
    return label->sign == NULL && label->x == label->from;
}

void rk_end_labels_lead(RkEndLabel *labels, const RkSpread *spreads, guint count)
{
    g_autofree guint8 *far = g_new0(guint8, MAX(count, 1));
    for (guint i = 0; i < count; i++)
        if (is_at_end(&labels[i]) && fabs(spreads[i].place - labels[i].y) > spreads[i].size)
            far[labels[i].column] = TRUE;
    for (guint i = 0; i < count; i++)
        labels[i].lead = far[labels[i].column] ? LEADER : 0;
}

void rk_end_label_draw_leader(const RkLabelling *labelling, const RkEndLabel *label, gboolean first, double place)
{
    if (label->lead == 0 || !is_at_end(label))
        return;
    RkPlotting *plotting = labelling->unit->plotting;
    double way = first ? -1 : 1;
    RkNode *leader = rk_scene_add(plotting->scene, labelling->group, RK_NODE_RULE);
    leader->rule.x = label->x + way * POINT_GAP;
    leader->rule.y = label->y;
    leader->rule.x2 = label->x + way * (rk_labelling_gap(labelling) + label->lead - LEADER_GAP);
    leader->rule.y2 = place;
    leader->style.stroke = (RkPaint){TRUE, rk_plotting_palette(plotting, "zero", "#8A949E")};
    leader->style.stroke_width = 0.5;
}

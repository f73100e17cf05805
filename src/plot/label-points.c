/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names beside points. Each name tries the places around its point, nearest first, and takes the one that crosses least
 * of other names, points and the frame; a name that had to move away is joined to its point by a hairline.
 */
#include "plot/label.h"
#include "plot/reach.h"
#include "plot/series.h"

#include <math.h>

typedef struct {
    guint32 row;
    const char *text;
    double x, y, radius, width;
    gboolean highlighted;
} PointLabel;

/** Directions tried around a point, in the order of preference, as unit steps. */
static const double directions[][2] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
static const double distances[] = {3, 9, 16, 26};

static RkReach box_at(const PointLabel *label, const double *direction, double distance, double height)
{
    double reach = label->radius + distance;
    double x = label->x + direction[0] * reach, y = label->y + direction[1] * reach;
    RkReach box = {x, y - height / 2, x + label->width, y + height / 2};
    rk_reach_move(&box,
                  direction[0] > 0   ? 0
                  : direction[0] < 0 ? -label->width
                                     : -label->width / 2,
                  direction[1] > 0   ? height / 2
                  : direction[1] < 0 ? -height / 2
                                     : 0);
    return box;
}

static double cost(const RkReach *box, const PointLabel *labels, guint count, guint self, const RkReach *placed,
                   guint placed_count, const RkPanel *panel)
{
    double sum = 0;
    for (guint i = 0; i < placed_count; i++)
        sum += 4 * rk_reach_common(box, &placed[i]);
    for (guint i = 0; i < count; i++) {
        double r = labels[i].radius + 1;
        RkReach point = {labels[i].x - r, labels[i].y - r, labels[i].x + r, labels[i].y + r};
        if (i != self)
            sum += 2 * rk_reach_common(box, &point);
    }
    double outside = fmax(0, -box->x1) + fmax(0, -box->y1) + fmax(0, box->y2 - panel->height);
    return sum + outside * 50 + fmax(0, box->x2 - panel->width - 40) * 50;
}

static RkReach best_place(const PointLabel *labels, guint count, guint self, const RkReach *placed, guint placed_count,
                          const RkPanel *panel, double height, double *distance, double *least)
{
    RkReach best = {0, 0, 0, 0};
    *least = INFINITY;
    for (guint d = 0; d < G_N_ELEMENTS(distances) && *least > 0; d++) {
        for (guint i = 0; i < G_N_ELEMENTS(directions); i++) {
            RkReach box = box_at(&labels[self], directions[i], distances[d], height);
            double here = cost(&box, labels, count, self, placed, placed_count, panel);
            if (here < *least) {
                *least = here;
                best = box;
                *distance = distances[d];
            }
            if (here == 0)
                break;
        }
    }
    return best;
}

static void draw(RkLabelling *labelling, const PointLabel *label, const RkReach *box, double distance)
{
    RkPlotting *plotting = labelling->unit->plotting;
    double middle = (box->y1 + box->y2) / 2;
    if (distance > distances[1]) {
        RkNode *leader = rk_scene_add(plotting->scene, labelling->group, RK_NODE_RULE);
        leader->rule.x = label->x;
        leader->rule.y = label->y;
        leader->rule.x2 = CLAMP(label->x, box->x1, box->x2);
        leader->rule.y2 = CLAMP(label->y, box->y1, box->y2);
        leader->style.stroke = (RkPaint){TRUE, rk_plotting_palette(plotting, "zero", "#8A949E")};
        leader->style.stroke_width = 0.5;
    }
    RkFont font = labelling->font;
    font.weight = label->highlighted ? 600 : font.weight;
    RkColor color = label->highlighted ? rk_plotting_palette(plotting, "highlight", "#B3282D") : labelling->color;
    RkNode *node = rk_plotting_add_text(plotting, labelling->group, label->text, box->x1, middle, &font, color,
                                        RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    rk_plotting_add_halo(plotting, node);
}

static guint collect(RkLabelling *labelling, const RkColumn *names, PointLabel *labels)
{
    RkUnit *unit = labelling->unit;
    guint count = 0;
    for (guint32 row = 0; row < rk_table_rows(unit->table); row++) {
        PointLabel label = {.row = row, .text = rk_labelling_text(labelling, names, row)};
        label.x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
        label.y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
        if (label.text == NULL || !isfinite(label.x) || !isfinite(label.y))
            continue;
        label.radius = sqrt(rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30))) / 2;
        label.highlighted = rk_unit_row_highlighted(unit, row);
        RkFont font = labelling->font;
        font.weight = label.highlighted ? 600 : font.weight;
        label.width = rk_plotting_text_width(unit->plotting, &font, label.text);
        labels[count++] = label;
    }
    return count;
}

static const RkColumn *name_column(const RkUnit *unit)
{
    const RkUse *use =
        unit->uses[RK_CHANNEL_DETAIL] != NULL ? unit->uses[RK_CHANNEL_DETAIL] : unit->uses[RK_CHANNEL_COLOR];
    return use == NULL ? NULL : use->column;
}

gboolean rk_label_points(RkUnit *unit, RkNode *parent, GError **error)
{
    RkLabelling labelling;
    gboolean wanted;
    if (!rk_labelling_begin(unit, parent, &labelling, &wanted, error))
        return FALSE;
    if (!wanted)
        return TRUE;
    g_autofree PointLabel *labels = g_new0(PointLabel, rk_table_rows(unit->table) + 1);
    guint count = collect(&labelling, name_column(unit), labels);
    g_autofree RkReach *placed = g_new0(RkReach, count + 1);
    guint placed_count = 0;
    /* Highlighted names choose first, the others in the order of the table. */
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < count; i++) {
            if (labels[i].highlighted != (pass == 0))
                continue;
            double distance = 0, least;
            RkReach box = best_place(labels, count, i, placed, placed_count, unit->panel, labelling.font.size * 1.15,
                                     &distance, &least);
            if (least > 0)
                rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                                   "make the figure larger or label fewer points",
                                   "the label \"%s\" found no free place", labels[i].text);
            placed[placed_count++] = box;
            draw(&labelling, &labels[i], &box, distance);
        }
    }
    rk_labelling_end(&labelling);
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar of a colour in our own figures, with its ticks or classes below. It is made of narrow pieces of one colour,
 * so that every output shows the very colours of the marks.
 */
#include "plot/legend-private.h"

#include <math.h>

#define BAR_LENGTH 140.0
#define BAR_THICKNESS 9.0
#define STEPS 70
#define GAP 4.0

static double bar_start(const RkLegend *legend, gboolean in_column)
{
    double title = legend->title_text != NULL && !in_column ? legend->title_width + 10 : 0, overhang = 0;
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        overhang = fmax(overhang, entry->width / 2 - entry->x);
    }
    return title + overhang;
}

void rk_legend_house_bar_arrange(RkLegend *legend, gboolean in_column)
{
    double above = in_column && legend->title_text != NULL ? legend->title_font.size * 1.4 : 0;
    for (guint i = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        entry->x = entry->from * BAR_LENGTH;
    }
    legend->width = bar_start(legend, in_column) + BAR_LENGTH + 20;
    legend->height = above + BAR_THICKNESS + GAP + legend->label_font.size * 1.3;
    legend->bar_x = bar_start(legend, in_column);
    legend->bar_y = above + 2;
}

static void add_piece(RkLegend *legend, RkNode *bar, double from, double to, RkColor color)
{
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, bar, RK_NODE_RECT);
    node->rect.x = legend->bar_x + from * BAR_LENGTH;
    node->rect.y = legend->bar_y;
    node->rect.width = (to - from) * BAR_LENGTH;
    node->rect.height = BAR_THICKNESS;
    node->style.fill = (RkPaint){.set = TRUE, .color = color};
}

static void draw_bar(RkLegend *legend, RkNode *group)
{
    const RkScale *scale = legend->scale;
    RkNode *bar = rk_scene_add_group(legend->panel->plotting->scene, group, "mark-rect role-legend-gradient", 0, 0);
    for (guint i = 0; legend->type == RK_LEGEND_CLASSES && i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        add_piece(legend, bar, entry->from, entry->to, scale->colors[i % MAX(scale->color_count, 1)]);
    }
    /* Neighbours overlap a little, so that no seam shows between them. */
    double more = 0.5 / BAR_LENGTH;
    for (guint i = 0; legend->type == RK_LEGEND_RAMP && i < STEPS; i++)
        add_piece(legend, bar, (double)i / STEPS, (i + 1.0) / STEPS + (i + 1 < STEPS ? more : 0),
                  rk_scale_color_at(scale, (i + 0.5) / STEPS));
}

void rk_legend_house_bar_draw(RkLegend *legend, RkNode *group)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkColor color = rk_plotting_palette(plotting, "text", "#000");
    rk_guide_color(&legend->source, "labelColor", NULL, &color);
    draw_bar(legend, group);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        if (*entry->text == '\0')
            continue;
        rk_plotting_add_text(plotting, labels, entry->text, legend->bar_x + entry->x,
                             legend->bar_y + BAR_THICKNESS + GAP, &legend->label_font, color, RK_ALIGN_CENTER,
                             RK_BASELINE_TOP);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend of a continuous colour: a bar that runs through the scale, with ticks. The bar is made of narrow steps of
 * one colour, so that every output shows the very colours of the marks.
 */
#include "plot/legend-private.h"

#include <math.h>

#define BAR_LENGTH 140.0
#define BAR_THICKNESS 9.0
#define STEPS 70
#define GAP 4.0

void rk_legend_gradient_fill(RkLegend *legend)
{
    RkScale *scale = legend->scale;
    RkPlotting *plotting = legend->panel->plotting;
    const char *format =
        rk_value_text_or(rk_plotting_setting(plotting, legend->options, rk_legend_blocks, "format"), NULL);
    guint count = (guint)CLAMP(rk_legend_setting(legend, "tickCount", 4), 1, 50);
    g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
    rk_scale_ticks(scale, NULL, count, ticks);
    for (guint i = 0; i < ticks->len; i++) {
        double value = g_array_index(ticks, double, i);
        g_autofree char *text = scale->type->tick_text(scale, plotting->locale, value, format, count, ticks);
        RkLegendEntry entry = {.text = g_string_chunk_insert_const(plotting->strings, text != NULL ? text : "")};
        entry.x = rk_scale_fraction(scale, value) * BAR_LENGTH;
        entry.width = rk_plotting_text_width(plotting, &legend->label_font, entry.text);
        g_array_append_val(legend->entries, entry);
    }
}

static double bar_start(const RkLegend *legend, gboolean in_column)
{
    double title = legend->title != NULL && !in_column ? legend->title_width + 10 : 0, overhang = 0;
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        overhang = fmax(overhang, entry->width / 2 - entry->x);
    }
    return title + overhang;
}

void rk_legend_gradient_arrange(RkLegend *legend, gboolean in_column)
{
    double above = in_column && legend->title != NULL ? legend->title_font.size * 1.4 : 0;
    legend->width = bar_start(legend, in_column) + BAR_LENGTH + 20;
    legend->height = above + BAR_THICKNESS + GAP + legend->label_font.size * 1.3;
    legend->bar_x = bar_start(legend, in_column);
    legend->bar_y = above + 2;
}

static void draw_bar(RkLegend *legend, RkNode *group)
{
    const RkScale *scale = legend->scale;
    RkNode *bar = rk_scene_add_group(legend->panel->plotting->scene, group, "mark-rect role-legend-gradient", 0, 0);
    double step = BAR_LENGTH / STEPS;
    for (guint i = 0; i < STEPS; i++) {
        RkNode *node = rk_scene_add(legend->panel->plotting->scene, bar, RK_NODE_RECT);
        node->rect.x = legend->bar_x + i * step;
        node->rect.y = legend->bar_y;
        /* Neighbours overlap a little, so that no seam shows between them. */
        node->rect.width = step + (i + 1 < STEPS ? 0.5 : 0);
        node->rect.height = BAR_THICKNESS;
        node->style.fill = (RkPaint){TRUE, rk_scale_color_at(scale, (i + 0.5) / STEPS)};
    }
}

void rk_legend_gradient_draw(RkLegend *legend, RkNode *group)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkColor color = rk_plotting_palette(plotting, "text", "#000");
    rk_plotting_color(plotting, rk_plotting_setting(plotting, legend->options, rk_legend_blocks, "labelColor"), &color);
    draw_bar(legend, group);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        rk_plotting_add_text(plotting, labels, entry->text, legend->bar_x + entry->x,
                             legend->bar_y + BAR_THICKNESS + GAP, &legend->label_font, color, RK_ALIGN_CENTER,
                             RK_BASELINE_TOP);
    }
}

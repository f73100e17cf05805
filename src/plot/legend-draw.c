/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing legends that have been arranged: a symbol that looks like the marks, and its word.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"

static RkColor entry_color(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *scale = legend->scale;
    if (scale->color_count > 0)
        return scale->colors[entry->category % scale->color_count];
    RkColor color = rk_plotting_palette(legend->panel->plotting, "secondary", "#57606A");
    rk_plotting_color(legend->panel->plotting, rk_unit_property(legend->unit, "color"), &color);
    return color;
}

static void draw_stroke(const RkLegend *legend, const RkLegendEntry *entry, RkNode *parent, double y, RkColor color)
{
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_RULE);
    node->rule.x = entry->x;
    node->rule.x2 = entry->x + rk_legend_symbol_room(legend);
    node->rule.y = node->rule.y2 = y;
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = rk_unit_number(legend->unit, "strokeWidth", 2);
    const RkScale *dash = legend->scale->channel == RK_CHANNEL_STROKE_DASH ? legend->scale : legend->dash;
    if (dash == NULL)
        return;
    double numbers[8];
    guint count = 0;
    const char *text = dash->texts[entry->category % dash->text_count];
    for (char *end = NULL; count < G_N_ELEMENTS(numbers); text = end) {
        double number = g_ascii_strtod(text, &end);
        if (end == text)
            break;
        numbers[count++] = number;
    }
    node->style.dash = count > 0 ? rk_scene_numbers(legend->panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

static void draw_symbol(const RkLegend *legend, const RkLegendEntry *entry, RkNode *parent, double y)
{
    RkColor color = entry_color(legend, entry);
    const RkScale *shapes = legend->scale->channel == RK_CHANNEL_SHAPE ? legend->scale : legend->shape;
    if (legend->unit->mark->series && !legend->unit->mark->filled) {
        draw_stroke(legend, entry, parent, y, color);
        return;
    }
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_SYMBOL);
    node->symbol.x = entry->x + 5;
    node->symbol.y = y;
    node->symbol.size = 100;
    gboolean box = legend->unit->mark->bands || legend->unit->mark->series;
    node->symbol.shape = shapes != NULL ? shapes->texts[entry->category % shapes->text_count]
                         : box          ? "square"
                                        : "circle";
    if (!box)
        node->symbol.size = 64;
    gboolean filled = rk_unit_flag(legend->unit, "filled", legend->unit->mark->filled) ||
                      legend->scale->channel == RK_CHANNEL_FILL || legend->fill != NULL;
    node->style.fill = (RkPaint){filled, color};
    node->style.stroke = (RkPaint){!filled, color};
    node->style.stroke_width = 1.5;
    if (legend->scale->channel == RK_CHANNEL_OPACITY)
        node->style.opacity = rk_scale_category_number(legend->scale, entry->category);
    if (legend->scale->channel == RK_CHANNEL_SIZE)
        node->symbol.size = rk_scale_category_number(legend->scale, entry->category);
}

static const char *spoken(const RkLegend *legend)
{
    g_autoptr(GString) text = g_string_new(legend->gradient ? "Gradient legend" : "Symbol legend");
    if (legend->title != NULL)
        g_string_append_printf(text, " titled '%s'", legend->title);
    g_string_append_printf(text, " for %s with %u value%s: ", rk_channel_name(legend->scale->channel),
                           legend->entries->len, legend->entries->len == 1 ? "" : "s");
    for (guint i = 0; i < legend->entries->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", g_array_index(legend->entries, RkLegendEntry, i).text);
    return rk_scene_text(legend->panel->plotting->scene, text->str);
}

static void draw_legend(RkLegend *legend, RkNode *parent, double x, double y)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-legend", x, y + legend->y);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "legend";
    group->meaning.label = spoken(legend);
    RkColor text = rk_plotting_palette(plotting, "text", "#000");
    rk_plotting_color(plotting, rk_plotting_setting(plotting, legend->options, rk_legend_blocks, "labelColor"), &text);
    double middle = rk_legend_row_height(legend) / 2;
    if (legend->title != NULL)
        rk_plotting_add_text(plotting, rk_scene_add_group(plotting->scene, group, "mark-text role-legend-title", 0, 0),
                             legend->title, 0, middle, &legend->title_font, text, RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    if (legend->gradient) {
        rk_legend_gradient_draw(legend, group);
        return;
    }
    RkNode *symbols = rk_scene_add_group(plotting->scene, group, "mark-symbol role-legend-symbol", 0, 0);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        draw_symbol(legend, entry, symbols, entry->y + middle);
        rk_plotting_add_text(plotting, labels, entry->text,
                             entry->x + rk_legend_symbol_room(legend) + rk_legend_setting(legend, "labelOffset", 5),
                             entry->y + middle, &legend->label_font, text, RK_ALIGN_LEFT, RK_BASELINE_MIDDLE);
    }
}

void rk_legends_draw(RkLegends *legends, RkNode *parent, double x, double y)
{
    for (guint i = 0; i < legends->groups->len; i++)
        draw_legend(g_ptr_array_index(legends->groups, i), parent, x, y);
}

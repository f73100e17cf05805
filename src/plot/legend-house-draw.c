/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing the legends of our own figures: a symbol that looks like the marks, and its word.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"

static RkColor entry_color(const RkLegend *legend, const RkLegendEntry *entry)
{
    const RkScale *scale =
        legend->roles[RK_ROLE_FILL] != NULL ? legend->roles[RK_ROLE_FILL] : legend->roles[RK_ROLE_STROKE];
    if (scale != NULL && scale->color_count > 0)
        return rk_legend_entry_color(scale, entry);
    RkColor color = rk_plotting_palette(legend->panel->plotting, "secondary", "#57606A");
    rk_plotting_color(legend->panel->plotting, rk_unit_property(legend->unit, "color"), &color);
    return color;
}

static double share(const RkScale *scale, const RkLegendEntry *entry)
{
    double value = scale == NULL ? 1 : rk_legend_entry_number(scale, entry);
    return isnan(value) ? 0 : CLAMP(value, 0, 1);
}

static void draw_stroke(const RkLegend *legend, const RkLegendEntry *entry, RkNode *parent, double y, RkColor color)
{
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_RULE);
    const RkScale *width = legend->roles[RK_ROLE_STROKE_WIDTH], *dash = legend->roles[RK_ROLE_STROKE_DASH];
    node->rule.x = entry->x;
    node->rule.x2 = entry->x + rk_legend_symbol_room(legend);
    node->rule.y = node->rule.y2 = y;
    node->style.stroke = (RkPaint){.set = TRUE, .color = color};
    node->style.stroke_width = width != NULL ? fmax(0.1, rk_legend_entry_number(width, entry))
                                             : rk_unit_number(legend->unit, "strokeWidth", 2);
    node->style.opacity = share(legend->roles[RK_ROLE_OPACITY], entry);
    double numbers[8];
    guint count = 0;
    const char *text = dash == NULL ? NULL : rk_legend_entry_text(dash, entry);
    for (char *end = NULL; text != NULL && count < G_N_ELEMENTS(numbers); text = end) {
        double number = g_ascii_strtod(text, &end);
        if (end == text)
            break;
        numbers[count++] = number;
    }
    node->style.dash = count > 0 ? rk_scene_numbers(legend->panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

static double size_of(const RkLegend *legend, const RkLegendEntry *entry, gboolean box)
{
    if (legend->roles[RK_ROLE_SIZE] != NULL)
        return rk_legend_symbol_size(legend, entry);
    return box ? 100 : 64;
}

static void draw_symbol(const RkLegend *legend, const RkLegendEntry *entry, RkNode *parent, double y)
{
    RkColor color = entry_color(legend, entry);
    const RkScale *shapes = legend->roles[RK_ROLE_SHAPE], *width = legend->roles[RK_ROLE_STROKE_WIDTH];
    if (legend->unit->mark->series && !legend->unit->mark->filled) {
        draw_stroke(legend, entry, parent, y, color);
        return;
    }
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, parent, RK_NODE_SYMBOL);
    node->symbol.x = entry->x + rk_legend_symbol_room(legend) / 2;
    node->symbol.y = y;
    gboolean box = legend->unit->mark->bands || legend->unit->mark->series;
    const char *shape = shapes != NULL ? rk_legend_entry_text(shapes, entry) : NULL;
    node->symbol.shape = shape != NULL ? shape : box ? "square" : "circle";
    node->symbol.size = size_of(legend, entry, box);
    gboolean filled =
        rk_unit_flag(legend->unit, "filled", legend->unit->mark->filled) || legend->roles[RK_ROLE_FILL] != NULL;
    node->style.fill = (RkPaint){.set = filled, .color = color};
    node->style.stroke = (RkPaint){.set = !filled || width != NULL, .color = color};
    node->style.stroke_width = width != NULL ? fmax(0, rk_legend_entry_number(width, entry)) : 1.5;
    node->style.opacity = share(legend->roles[RK_ROLE_OPACITY], entry);
}

static const char *spoken(const RkLegend *legend)
{
    g_autoptr(GString) text = g_string_new(legend->type != RK_LEGEND_SYMBOLS ? "Gradient legend" : "Symbol legend");
    if (legend->title_text != NULL)
        g_string_append_printf(text, " titled '%s'", legend->title_text);
    g_string_append_printf(text, " for %s with %u value%s: ", rk_channel_name(legend->channel), legend->entries->len,
                           legend->entries->len == 1 ? "" : "s");
    for (guint i = 0; i < legend->entries->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", g_array_index(legend->entries, RkLegendEntry, i).text);
    return rk_scene_text(legend->panel->plotting->scene, text->str);
}

static void draw_legend(RkLegend *legend, RkNode *parent, double x, double y)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-legend", x, y + legend->y);
    const char *description = rk_guide_word(&legend->source, "description", NULL);
    group->meaning.hidden = !rk_guide_flag(&legend->source, "aria", TRUE);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "legend";
    group->meaning.label = description != NULL ? rk_scene_text(plotting->scene, description) : spoken(legend);
    RkColor text = rk_plotting_palette(plotting, "text", "#000");
    rk_guide_color(&legend->source, "labelColor", NULL, &text);
    double middle = rk_legend_row_height(legend) / 2;
    if (legend->title_text != NULL)
        rk_plotting_add_text(plotting, rk_scene_add_group(plotting->scene, group, "mark-text role-legend-title", 0, 0),
                             legend->title_text, 0, middle, &legend->title_font, text, RK_ALIGN_LEFT,
                             RK_BASELINE_MIDDLE);
    if (legend->type != RK_LEGEND_SYMBOLS) {
        rk_legend_house_bar_draw(legend, group);
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a legend that has been measured and placed: its frame, symbols with labels or a bar, and its title.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/guide-spoken.h"
#include "plot/selections.h"

static void append_channels(const RkLegend *legend, GString *text)
{
    static const char *const names[] = {"size",        "shape",      "fill color", "stroke color",
                                        "strokeWidth", "strokeDash", "opacity"};
    guint count = 0, said = 0;
    for (guint role = 0; role < RK_ROLES; role++)
        count += legend->roles[role] != NULL;
    for (guint role = 0; role < RK_ROLES; role++) {
        if (legend->roles[role] == NULL)
            continue;
        said++;
        g_string_append_printf(text, "%s%s", said == 1 ? "" : said == count ? " and " : ", ", names[role]);
    }
}

void rk_legend_speak(const RkLegend *legend, RkNode *group)
{
    RkPlotting *plotting = legend->panel->plotting;
    static const char *const types[] = {"Symbol legend", "Gradient legend", "Discrete legend"};
    gboolean aria = rk_value_boolean_or(rk_config_get(plotting->config, NULL, "aria"), TRUE);
    const char *own = rk_guide_word(&legend->source, "description", NULL);
    if (!rk_guide_flag(&legend->source, "aria", aria)) {
        group->meaning.hidden = TRUE;
        return;
    }
    RkGuideFormat format;
    g_autoptr(GString) text = g_string_new(types[legend->type]);
    if (legend->title_whole != NULL)
        rk_guide_speak_title(legend->title_whole, text);
    g_string_append(text, " for ");
    append_channels(legend, text);
    rk_guide_format_read(&format, &legend->source, legend->scale, legend->use, TRUE, NULL);
    format.values = NULL;
    rk_guide_speak_domain(&format, text);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "legend";
    group->meaning.label = rk_scene_text(plotting->scene, own != NULL ? own : text->str);
}

static void frame(const RkLegend *legend, RkNode *group)
{
    const RkGuideSource *source = &legend->source;
    RkStyle *style = &group->style;
    if (rk_guide_color(source, "fillColor", NULL, &style->fill.color))
        style->fill.set = TRUE;
    if (rk_guide_color(source, "strokeColor", NULL, &style->stroke.color)) {
        style->stroke_width = fmax(0, rk_guide_number(source, "strokeWidth", 1));
        style->stroke.set = style->stroke_width > 0;
        rk_plotting_dash(source->plotting, rk_guide_get(source, "strokeDash"), NULL, style);
    }
    for (guint i = 0; i < 4; i++)
        group->group.corner_radius[i] = fmax(0, rk_guide_number(source, "cornerRadius", 0));
    rk_plotting_settle_frame(source->plotting, group);
}

/** Symbols taller than `clipHeight` are cut. */
static RkNode *into_clip(const RkLegend *legend, const RkLegendEntry *entry, RkNode *symbols, double *x, double *y)
{
    double height = rk_legend_setting(legend, "clipHeight", 0);
    if (!(height > 0))
        return symbols;
    double half = sqrt(rk_legend_symbol_size(legend, entry)) / 2 + rk_legend_symbol_stroke(legend, entry);
    RkNode *clip = rk_scene_add_group(legend->panel->plotting->scene, symbols, "mark-symbol role-legend-symbol",
                                      *x - half, *y - height / 2);
    clip->group.width = 2 * half;
    clip->group.height = height;
    clip->group.clip = TRUE;
    *x = half;
    *y = height / 2;
    return clip;
}

static void draw_entries(const RkLegend *legend, RkNode *parent)
{
    RkScene *scene = legend->panel->plotting->scene;
    RkNode *symbols = rk_scene_add_group(scene, parent, "mark-symbol role-legend-symbol", 0, 0);
    RkNode *labels = rk_scene_add_group(scene, parent, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        double x = entry->x, y = entry->y;
        RkNode *into = into_clip(legend, entry, symbols, &x, &y);
        RkNode *node = rk_scene_add(scene, into, RK_NODE_SYMBOL);
        node->symbol.x = x;
        node->symbol.y = y;
        rk_legend_symbol(legend, entry, node);
        RkNode *label = rk_guide_text_add(legend->panel->plotting, labels, &entry->label);
        double selected = rk_legend_selected_opacity(legend, entry);
        if (label != NULL && !isnan(selected))
            label->style.opacity = selected;
    }
}

void rk_legend_draw(const RkLegend *legend, RkNode *parent)
{
    RkPlotting *plotting = legend->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-legend", legend->x, legend->y);
    rk_scene_set_origin(plotting->scene, group, rk_value_place(rk_scale_first_use(legend->scale)->definition));
    group->group.width = legend->width;
    group->group.height = legend->height;
    rk_legend_speak(legend, group);
    frame(legend, group);
    RkNode *entries = rk_scene_add_group(plotting->scene, group, "mark-group role-legend-entry", legend->entries_x,
                                         legend->entries_y);
    if (legend->type == RK_LEGEND_SYMBOLS)
        draw_entries(legend, entries);
    else
        rk_legend_draw_bar(legend, entries);
    if (legend->title_text == NULL)
        return;
    RkNode *title = rk_scene_add_group(plotting->scene, group, "mark-text role-legend-title", 0, 0);
    rk_guide_text_add(plotting, title, &legend->title);
}

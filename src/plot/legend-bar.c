/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar of a colour legend with its labels: a ramp, or a piece for each class. A ramp is drawn in narrow steps, so
 * that every output shows the very colours of the marks.
 */
#include "plot/legend-private.h"
#include "plot/overlap.h"

#include <math.h>

enum { STEPS = 64 };

static void place_label(RkLegend *legend, RkLegendEntry *entry)
{
    RkGuideText *label = &entry->label;
    double offset = rk_legend_setting(legend, "gradientLabelOffset", 2);
    offset = rk_value_number_or(rk_guide_get_own(&legend->source, "labelOffset"), offset);
    gboolean first = entry->from <= 0, last = entry->from >= 1;
    *label = (RkGuideText){.text = entry->text, .font = legend->label_font, .color = {0, 0, 0, 1}};
    rk_guide_color(&legend->source, "labelColor", NULL, &label->color);
    label->color.alpha *= CLAMP(rk_legend_setting(legend, "labelOpacity", 1), 0, 1);
    label->line_height = label->font.size + 2;
    if (legend->vertical) {
        label->x = legend->thickness + offset;
        label->y = (1 - entry->from) * legend->length;
        label->baseline = first ? RK_GUIDE_BOTTOM : last ? RK_GUIDE_TOP : RK_GUIDE_MIDDLE;
    } else {
        label->x = entry->from * legend->length;
        label->y = legend->thickness + offset;
        label->align = first ? RK_ALIGN_LEFT : last ? RK_ALIGN_RIGHT : RK_ALIGN_CENTER;
        label->baseline = RK_GUIDE_TOP;
    }
    entry->reach = rk_guide_text_reach(legend->panel->plotting, label);
}

/** "greedy", "parity" or NULL: labels stay as they are. */
static const char *overlap_method(const RkLegend *legend)
{
    const RkValue *own = rk_guide_get(&legend->source, "labelOverlap");
    const char *scale = legend->scale->type->name;
    static const char *const greedy[] = {"quantile", "threshold", "log", "symlog", NULL};
    if (rk_value_is(own, RK_VALUE_TEXT))
        return rk_value_text_or(own, NULL);
    if (own != NULL)
        return rk_value_boolean_or(own, TRUE) ? "parity" : NULL;
    return g_strv_contains(greedy, scale) ? "greedy" : "parity";
}

static void thin_labels(RkLegend *legend)
{
    const char *method = overlap_method(legend);
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(RkReach));
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        if (!rk_reach_is_empty(&entry->reach))
            g_array_append_val(boxes, entry->reach);
    }
    if (method == NULL || boxes->len == 0)
        return;
    g_autofree guint8 *kept = g_new(guint8, boxes->len);
    rk_overlap_thin((const RkReach *)(void *)boxes->data, boxes->len, g_str_equal(method, "greedy"),
                    rk_legend_setting(legend, "labelSeparation", 0), kept);
    for (guint i = 0, position = 0; i < legend->entries->len; i++) {
        RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        if (!rk_reach_is_empty(&entry->reach) && !kept[position++])
            entry->label.text = NULL;
    }
}

void rk_legend_arrange_bar(RkLegend *legend)
{
    legend->entries_reach = (RkReach){0, 0, legend->vertical ? legend->thickness : legend->length,
                                      legend->vertical ? legend->length : legend->thickness};
    for (guint i = 0; i < legend->entries->len; i++)
        place_label(legend, &g_array_index(legend->entries, RkLegendEntry, i));
    thin_labels(legend);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        if (entry->label.text != NULL)
            rk_reach_unite(&legend->entries_reach, &entry->reach);
    }
}

/** A piece of the bar from one fraction to another. */
static RkNode *add_piece(const RkLegend *legend, RkNode *group, double from, double to)
{
    RkNode *node = rk_scene_add(legend->panel->plotting->scene, group, RK_NODE_RECT);
    double start = from * legend->length, end = to * legend->length;
    node->rect.x = legend->vertical ? 0 : start;
    node->rect.y = legend->vertical ? legend->length - end : 0;
    node->rect.width = legend->vertical ? legend->thickness : end - start;
    node->rect.height = legend->vertical ? end - start : legend->thickness;
    return node;
}

static double opacity_of(const RkLegend *legend)
{
    const RkValue *own = rk_guide_get(&legend->source, "gradientOpacity");
    return CLAMP(rk_value_number_or(own, rk_legend_mark_opacity(legend)), 0, 1);
}

static void stroke(const RkLegend *legend, RkNode *node)
{
    RkColor color;
    double width = rk_legend_setting(legend, "gradientStrokeWidth", 0);
    if (!(width > 0) || !rk_guide_color(&legend->source, "gradientStrokeColor", NULL, &color))
        return;
    node->style.stroke = (RkPaint){.set = TRUE, .color = color};
    node->style.stroke_width = width;
}

/** The colour at a fraction of a bar that runs evenly from end to end of the domain. */
static RkColor color_along(const RkScale *scale, double fraction)
{
    return rk_scale_color_at(scale, scale->middle_count == 0 ? fraction : rk_scale_uneven_fraction(scale, fraction));
}

static void add_stop(GArray *stops, const RkScale *scale, double place)
{
    RkStop stop = {place, color_along(scale, place)};
    g_array_append_val(stops, stop);
}

/** The ramp as stops of one gradient, from the foot to the head of a standing bar: so many, and the points between the
 * ends of the domain, where the colours may turn. */
static const RkGradient *gradient_of(const RkLegend *legend)
{
    const RkScale *scale = legend->scale;
    g_autoptr(GArray) stops = g_array_new(FALSE, FALSE, sizeof(RkStop));
    guint middle = 0;
    for (guint i = 0; i <= STEPS; i++) {
        double place = (double)i / STEPS;
        for (; middle < scale->middle_count && rk_scale_even_fraction(scale, scale->middles[middle]) <= place; middle++)
            add_stop(stops, scale, CLAMP(rk_scale_even_fraction(scale, scale->middles[middle]), 0, 1));
        add_stop(stops, scale, place);
    }
    const RkGradient gradient = {.y1 = legend->vertical ? 1 : 0,
                                 .x2 = legend->vertical ? 0 : 1,
                                 .stops = (const RkStop *)stops->data,
                                 .stop_count = stops->len};
    return rk_scene_gradient(legend->panel->plotting->scene, &gradient);
}

static void draw_ramp(const RkLegend *legend, RkNode *parent)
{
    RkNode *group = rk_scene_add_group(legend->panel->plotting->scene, parent, "mark-rect role-legend-gradient", 0, 0);
    RkNode *bar = add_piece(legend, group, 0, 1);
    bar->style.fill = (RkPaint){.set = TRUE, .color = {0, 0, 0, 1}, .gradient = gradient_of(legend)};
    bar->style.opacity = opacity_of(legend);
    stroke(legend, bar);
}

static void draw_classes(const RkLegend *legend, RkNode *parent)
{
    RkNode *group = rk_scene_add_group(legend->panel->plotting->scene, parent, "mark-rect role-legend-band", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++) {
        const RkLegendEntry *entry = &g_array_index(legend->entries, RkLegendEntry, i);
        RkNode *node = add_piece(legend, group, entry->from, entry->to);
        node->style.fill =
            (RkPaint){.set = TRUE, .color = legend->scale->colors[i % MAX(legend->scale->color_count, 1)]};
        /* Classes count as symbols to the grammar unless a bar is asked for: they do not fade with the marks. */
        gboolean asked = rk_value_is_text(rk_guide_get(&legend->source, "type"), "gradient");
        node->style.opacity = asked ? opacity_of(legend) : CLAMP(rk_legend_setting(legend, "gradientOpacity", 1), 0, 1);
        stroke(legend, node);
    }
}

void rk_legend_draw_bar(const RkLegend *legend, RkNode *parent)
{
    RkScene *scene = legend->panel->plotting->scene;
    if (legend->type == RK_LEGEND_RAMP)
        draw_ramp(legend, parent);
    else if (legend->scale->color_count > 0)
        draw_classes(legend, parent);
    RkNode *labels = rk_scene_add_group(scene, parent, "mark-text role-legend-label", 0, 0);
    for (guint i = 0; i < legend->entries->len; i++)
        rk_guide_text_add(legend->panel->plotting, labels, &g_array_index(legend->entries, RkLegendEntry, i).label);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One axis: its settings, its room and its drawing. Ticks and their texts are axis-ticks.c.
 */
#include "plot/guide.h"

#include <math.h>

static void set_blocks(RkAxis *axis)
{
    guint count = 0;
    gboolean x = axis->horizontal;
    if (axis->scale->type->bands)
        axis->blocks[count++] = x ? "axisXBand" : "axisYBand";
    if (axis->scale->type->discrete) {
        axis->blocks[count++] = axis->scale->type->bands ? "axisBand" : "axisPoint";
        axis->blocks[count++] = "axisDiscrete";
    } else {
        axis->blocks[count++] = axis->scale->type->temporal ? "axisTemporal" : "axisQuantitative";
    }
    axis->blocks[count++] = x ? "axisX" : "axisY";
    axis->blocks[count++] = x ? (axis->opposite ? "axisTop" : "axisBottom") : (axis->opposite ? "axisRight" : "axisLeft");
    axis->blocks[count++] = "axis";
    axis->blocks[count] = NULL;
}

const RkValue *rk_axis_setting(const RkAxis *axis, const char *key)
{
    return rk_plotting_setting(axis->panel->plotting, axis->options, axis->blocks, key);
}

double rk_axis_number(const RkAxis *axis, const char *key, double otherwise)
{
    return rk_value_number_or(rk_axis_setting(axis, key), otherwise);
}

gboolean rk_axis_flag(const RkAxis *axis, const char *key, gboolean otherwise)
{
    return rk_value_boolean_or(rk_axis_setting(axis, key), otherwise);
}

RkColor rk_axis_color(const RkAxis *axis, const char *key, const char *otherwise)
{
    RkColor color = {0, 0, 0, 1};
    if (!rk_plotting_color(axis->panel->plotting, rk_axis_setting(axis, key), &color))
        rk_color_parse(otherwise, &color);
    return color;
}

/** The `axis` of the first use that has one; `hidden` when it is null. */
static const RkValue *axis_options(const RkScale *scale, gboolean *hidden)
{
    *hidden = FALSE;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *options = rk_value_get(use->definition, "axis");
        if (options == NULL || use->channel != scale->channel)
            continue;
        *hidden = rk_value_is(options, RK_VALUE_NULL);
        return options;
    }
    return NULL;
}

/** Titles of the layers that share the axis, joined when they differ. */
static const char *shared_title(RkAxis *axis)
{
    g_autoptr(GString) title = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < axis->scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(axis->scale->uses, i);
        if (use->title != NULL && use->channel == axis->scale->channel && g_hash_table_add(seen, (gpointer)use->title))
            g_string_append_printf(title, "%s%s", title->len > 0 ? ", " : "", use->title);
    }
    return title->len == 0 ? NULL : g_string_chunk_insert_const(axis->panel->plotting->strings, title->str);
}

static gboolean set_title(RkAxis *axis, GError **error)
{
    const RkValue *own = rk_value_get(axis->options, "title");
    if (own != NULL) {
        axis->title = rk_plotting_interpolate(axis->panel->plotting, own, error);
        return axis->title != NULL || !rk_value_is(own, RK_VALUE_TEXT);
    }
    /* A theme may leave titles to the subtitle: then only an axis that asks for one has it. */
    const RkValue *general = rk_config_get_first(axis->panel->plotting->config, axis->blocks, "title");
    if (general == NULL || !rk_value_is(general, RK_VALUE_NULL))
        axis->title = shared_title(axis);
    return TRUE;
}

RkAxis *rk_axis_new(RkPanel *panel, RkScale *scale, GError **error)
{
    gboolean hidden;
    const RkValue *options = axis_options(scale, &hidden);
    if (hidden)
        return NULL;
    RkAxis *axis = g_new0(RkAxis, 1);
    axis->panel = panel;
    axis->scale = scale;
    axis->options = options;
    axis->horizontal = scale->channel == RK_CHANNEL_X;
    axis->ticks = g_array_new(FALSE, TRUE, sizeof(RkTick));
    set_blocks(axis);
    const RkValue *orient = rk_axis_setting(axis, "orient");
    axis->opposite = rk_value_is_text(orient, "top") || rk_value_is_text(orient, "right");
    set_blocks(axis);
    axis->label_font = rk_plotting_font(panel->plotting, options, axis->blocks, "label", 10);
    axis->label_font.tabular = TRUE;
    axis->title_font = rk_plotting_font(panel->plotting, options, axis->blocks, "title", 11);
    axis->has_grid = rk_axis_flag(axis, "grid", !scale->type->discrete);
    axis->has_ticks = rk_axis_flag(axis, "ticks", TRUE);
    axis->has_domain = rk_axis_flag(axis, "domain", TRUE);
    axis->has_labels = rk_axis_flag(axis, "labels", TRUE);
    if (set_title(axis, error))
        return axis;
    rk_axis_free(axis);
    return NULL;
}

void rk_axis_free(gpointer data)
{
    RkAxis *axis = data;
    if (axis == NULL)
        return;
    g_array_unref(axis->ticks);
    g_free(axis);
}

static double label_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "labelPadding", 2) + (axis->has_ticks ? rk_axis_number(axis, "tickSize", 5) : 0);
}

static double line_height(const RkFont *font)
{
    return font->size * 1.2;
}

/** Thickness of the labels: their width at the side, their lines below, both when turned. */
static double labels_extent(const RkAxis *axis)
{
    double turn = fabs(sin(axis->label_angle * G_PI / 180)), extent = 0;
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double height = rk_line_count(tick->text) * line_height(&axis->label_font);
        double own = axis->horizontal ? height * (1 - turn) + tick->width * turn : tick->width;
        extent = fmax(extent, own);
    }
    return extent;
}

/** A y axis may carry its title upright above its end, where it reads without turning the head. */
static gboolean title_above(const RkAxis *axis)
{
    const RkValue *angle = rk_axis_setting(axis, "titleAngle");
    return !axis->horizontal && rk_value_is(angle, RK_VALUE_NUMBER) && rk_value_number_or(angle, 0) == 0;
}

gboolean rk_axis_arrange(RkAxis *axis, GError **error)
{
    if (!rk_axis_fill(axis, error))
        return FALSE;
    axis->label_extent = labels_extent(axis);
    axis->extent = axis->label_extent > 0 ? label_gap(axis) + axis->label_extent
                   : axis->has_ticks     ? rk_axis_number(axis, "tickSize", 5)
                                         : 0;
    if (axis->title != NULL && !title_above(axis))
        axis->extent += rk_axis_number(axis, "titlePadding", 4) + line_height(&axis->title_font) * rk_line_count(axis->title);
    return TRUE;
}

static double title_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "titlePadding", 4) + axis->label_font.size / 2;
}

void rk_axis_overhang(const RkAxis *axis, double *before, double *after)
{
    *before = *after = 0;
    double length = axis->horizontal ? axis->panel->width : axis->panel->height;
    if (axis->title != NULL && title_above(axis))
        *before = line_height(&axis->title_font) * rk_line_count(axis->title) + title_gap(axis);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double half = axis->horizontal && axis->label_angle == 0 ? tick->width / 2 : line_height(&axis->label_font) / 2;
        *before = fmax(*before, half - tick->position);
        *after = fmax(*after, tick->position + half - length);
    }
}

static RkNode *add_rule(RkAxis *axis, RkNode *parent, double x, double y, double x2, double y2, RkColor color, double width)
{
    RkNode *node = rk_scene_add(axis->panel->plotting->scene, parent, RK_NODE_RULE);
    node->rule.x = x;
    node->rule.y = y;
    node->rule.x2 = x2;
    node->rule.y2 = y2;
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = width;
    return node;
}

static void set_grid_dash(const RkAxis *axis, RkNode *node)
{
    const RkValue *dash = rk_axis_setting(axis, "gridDash");
    double numbers[8];
    guint count = MIN(rk_value_length(dash), G_N_ELEMENTS(numbers));
    for (guint i = 0; i < count; i++)
        numbers[i] = fmax(0.1, rk_value_number_or(rk_value_at(dash, i), 1));
    node->style.dash = count > 0 ? rk_scene_numbers(axis->panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

void rk_axis_draw_grid(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_grid)
        return;
    RkNode *axis_group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-group role-axis", 0, 0);
    axis_group->meaning.hidden = TRUE;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, axis_group, "mark-rule role-axis-grid", 0, 0);
    RkColor color = rk_axis_color(axis, "gridColor", "#ddd");
    double width = rk_axis_number(axis, "gridWidth", 1);
    gboolean zero = rk_axis_setting(axis, "zeroColor") != NULL && !axis->scale->type->temporal;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        gboolean at_zero = zero && !axis->scale->type->discrete && tick->value == 0;
        RkColor own = at_zero ? rk_axis_color(axis, "zeroColor", "#8A949E") : color;
        RkNode *node = axis->horizontal
                           ? add_rule(axis, group, tick->position, 0, tick->position, axis->panel->height, own, width)
                           : add_rule(axis, group, 0, tick->position, axis->panel->width, tick->position, own, width);
        if (!at_zero)
            set_grid_dash(axis, node);
    }
}

static double side(const RkAxis *axis)
{
    if (axis->horizontal)
        return axis->opposite ? 0 : axis->panel->height;
    return axis->opposite ? axis->panel->width : 0;
}

static double outwards(const RkAxis *axis)
{
    return axis->horizontal == axis->opposite ? -1 : 1;
}

static void draw_ticks(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_ticks)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-tick", 0, 0);
    double from = side(axis), to = from + outwards(axis) * rk_axis_number(axis, "tickSize", 5);
    RkColor color = rk_axis_color(axis, "tickColor", "#888");
    double width = rk_axis_number(axis, "tickWidth", 1);
    for (guint i = 0; i < axis->ticks->len; i++) {
        double at = g_array_index(axis->ticks, RkTick, i).position;
        if (axis->horizontal)
            add_rule(axis, group, at, from, at, to, color, width);
        else
            add_rule(axis, group, from, at, to, at, color, width);
    }
}

static void draw_domain(RkAxis *axis, RkNode *parent)
{
    if (!axis->has_domain)
        return;
    RkNode *group = rk_scene_add_group(axis->panel->plotting->scene, parent, "mark-rule role-axis-domain", 0, 0);
    RkColor color = rk_axis_color(axis, "domainColor", "#888");
    double at = side(axis), width = rk_axis_number(axis, "domainWidth", 1);
    if (axis->horizontal)
        add_rule(axis, group, 0, at, axis->panel->width, at, color, width);
    else
        add_rule(axis, group, at, 0, at, axis->panel->height, color, width);
}

static void draw_label(RkAxis *axis, RkNode *group, const RkTick *tick)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkFont font = axis->label_font;
    RkColor color = rk_axis_color(axis, "labelColor", "#000");
    if (tick->highlighted) {
        font.weight = 600;
        color = rk_plotting_palette(plotting, "highlight", "#B3282D");
    }
    double away = side(axis) + outwards(axis) * label_gap(axis);
    double x = axis->horizontal ? tick->position : away, y = axis->horizontal ? away : tick->position;
    RkBaseline baseline_at_side = RK_BASELINE_MIDDLE;
    RkAlign align = axis->horizontal ? RK_ALIGN_CENTER : axis->opposite ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
    if (rk_value_is_text(rk_axis_setting(axis, "labelBaseline"), "top") && !axis->horizontal)
        baseline_at_side = RK_BASELINE_TOP;
    RkBaseline baseline = !axis->horizontal ? baseline_at_side : axis->opposite ? RK_BASELINE_BOTTOM : RK_BASELINE_TOP;
    if (axis->horizontal && axis->label_angle != 0) {
        align = axis->opposite == (axis->label_angle < 0) ? RK_ALIGN_LEFT : RK_ALIGN_RIGHT;
        baseline = RK_BASELINE_MIDDLE;
    }
    RkNode *node = rk_plotting_add_text(plotting, group, tick->text, x, y, &font, color, align, baseline);
    node->text.angle = axis->label_angle;
    node->text.line_height = line_height(&font);
}

static void draw_title(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-text role-axis-title", 0, 0);
    RkColor color = rk_axis_color(axis, "titleColor", "#000");
    if (title_above(axis)) {
        double left = axis->opposite ? axis->panel->width + axis->extent : -axis->extent;
        rk_plotting_add_text(plotting, group, axis->title, left, -title_gap(axis), &axis->title_font, color,
                             axis->opposite ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT, RK_BASELINE_BOTTOM);
        return;
    }
    double along = (axis->horizontal ? axis->panel->width : axis->panel->height) / 2;
    double away = side(axis) + outwards(axis) * axis->extent;
    RkBaseline baseline = axis->horizontal == axis->opposite ? RK_BASELINE_TOP : RK_BASELINE_BOTTOM;
    RkNode *node = rk_plotting_add_text(plotting, group, axis->title, axis->horizontal ? along : away,
                                        axis->horizontal ? away : along, &axis->title_font, color, RK_ALIGN_CENTER, baseline);
    if (!axis->horizontal) {
        node->text.angle = axis->opposite ? 90 : -90;
        node->text.baseline = RK_BASELINE_TOP;
    }
}

/** What a screen reader says of the axis, in the words that Vega uses. */
static const char *spoken(const RkAxis *axis)
{
    RkPlotting *plotting = axis->panel->plotting;
    g_autoptr(GString) text = g_string_new(axis->horizontal ? "X-axis" : "Y-axis");
    if (axis->title != NULL)
        g_string_append_printf(text, " titled '%s'", axis->title);
    guint count = axis->ticks->len;
    if (axis->scale->type->discrete) {
        guint categories = axis->scale->categories->len;
        g_string_append_printf(text, " for a discrete scale with %u value%s", categories, categories == 1 ? "" : "s");
    } else if (count > 0) {
        const char *first = g_array_index(axis->ticks, RkTick, 0).text;
        const char *last = g_array_index(axis->ticks, RkTick, count - 1).text;
        g_string_append_printf(text, " for a %s scale with values from %s to %s", axis->scale->type->name,
                               first != NULL ? first : "", last != NULL ? last : "");
    }
    return rk_scene_text(plotting->scene, text->str);
}

void rk_axis_draw(RkAxis *axis, RkNode *parent)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkNode *group = rk_scene_add_group(plotting->scene, parent, "mark-group role-axis", 0, 0);
    group->meaning.role = "graphics-symbol";
    group->meaning.role_description = "axis";
    group->meaning.label = spoken(axis);
    draw_ticks(axis, group);
    RkNode *labels = rk_scene_add_group(plotting->scene, group, "mark-text role-axis-label", 0, 0);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text != NULL && *tick->text != '\0')
            draw_label(axis, labels, tick);
    }
    draw_domain(axis, group);
    if (axis->title != NULL)
        draw_title(axis, group);
}

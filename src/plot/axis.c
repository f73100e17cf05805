/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One axis: its settings and the room that it needs. Ticks and their texts are axis-ticks.c, drawing is axis-draw.c.
 */
#include "plot/axis-private.h"

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
    axis->blocks[count++] =
        x ? (axis->opposite ? "axisTop" : "axisBottom") : (axis->opposite ? "axisRight" : "axisLeft");
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

double rk_axis_label_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "labelPadding", 2) + (axis->has_ticks ? rk_axis_number(axis, "tickSize", 5) : 0);
}

double rk_axis_line_height(const RkFont *font)
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
        double height = rk_line_count(tick->text) * rk_axis_line_height(&axis->label_font);
        double own = axis->horizontal ? height * (1 - turn) + tick->width * turn : tick->width;
        extent = fmax(extent, own);
    }
    return extent;
}

/** A y axis may carry its title upright above its end, where it reads without turning the head. */
gboolean rk_axis_title_above(const RkAxis *axis)
{
    const RkValue *angle = rk_axis_setting(axis, "titleAngle");
    return !axis->horizontal && rk_value_is(angle, RK_VALUE_NUMBER) && rk_value_number_or(angle, 0) == 0;
}

gboolean rk_axis_arrange(RkAxis *axis, GError **error)
{
    if (!rk_axis_fill(axis, error))
        return FALSE;
    axis->label_extent = labels_extent(axis);
    axis->extent = axis->label_extent > 0 ? rk_axis_label_gap(axis) + axis->label_extent
                   : axis->has_ticks      ? rk_axis_number(axis, "tickSize", 5)
                                          : 0;
    if (axis->title != NULL && !rk_axis_title_above(axis))
        axis->extent += rk_axis_number(axis, "titlePadding", 4) +
                        rk_axis_line_height(&axis->title_font) * rk_line_count(axis->title);
    return TRUE;
}

double rk_axis_title_gap(const RkAxis *axis)
{
    return rk_axis_number(axis, "titlePadding", 4) + axis->label_font.size / 2;
}

void rk_axis_overhang(const RkAxis *axis, double *before, double *after)
{
    *before = *after = 0;
    double length = axis->horizontal ? axis->panel->width : axis->panel->height;
    if (axis->title != NULL && rk_axis_title_above(axis))
        *before = rk_axis_line_height(&axis->title_font) * rk_line_count(axis->title) + rk_axis_title_gap(axis);
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double half =
            axis->horizontal && axis->label_angle == 0 ? tick->width / 2 : rk_axis_line_height(&axis->label_font) / 2;
        *before = fmax(*before, half - tick->position);
        *after = fmax(*after, tick->position + half - length);
    }
}

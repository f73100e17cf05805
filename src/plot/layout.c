/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RkLayout: measures everything that stands around a panel before it sets the panel's size. The
 * figure's width is fixed in the house (a text column), the panel's in Vega-Lite; heights follow the content.
 */
#include "plot/axis-private.h"
#include "plot/layout-private.h"

#include <math.h>

#include "plot/mark.h"

double rk_layout_gap(const RkLayout *layout, const char *key, double otherwise)
{
    return rk_value_number_or(rk_config_get(layout->plotting->config, "layout", key), otherwise);
}

static void read_padding(RkLayout *layout)
{
    static const char *const sides[] = {"left", "top", "right", "bottom"};
    const RkValue *padding = rk_value_get(rk_figure_root(layout->plotting->figure), "padding");
    if (padding == NULL)
        padding = rk_config_get(layout->plotting->config, NULL, "padding");
    for (guint i = 0; i < 4; i++) {
        double both = rk_value_number_or(padding, 5);
        layout->padding[i] =
            rk_value_number_or(rk_value_get(padding, sides[i]), rk_value_is(padding, RK_VALUE_MAP) ? 0 : both);
    }
}

static const char *autosize(const RkLayout *layout)
{
    const RkValue *value = rk_value_get(rk_figure_root(layout->plotting->figure), "autosize");
    if (value == NULL)
        value = rk_config_get(layout->plotting->config, NULL, "autosize");
    if (rk_value_is(value, RK_VALUE_MAP))
        value = rk_value_get(value, "type");
    return rk_value_text_or(value, "pad");
}

/** A size of the view: its own when it is a length; FALSE with `step` set when it is a step or absent. */
static gboolean own_size(const RkLayout *layout, const RkValue *value, double *pixels, double *step, GError **error)
{
    *step = rk_value_number_or(rk_config_get(layout->plotting->config, "view", "step"), 20);
    *pixels = NAN;
    if (value == NULL)
        return TRUE;
    if (rk_value_is(value, RK_VALUE_MAP)) {
        *step = rk_value_number_or(rk_value_get(value, "step"), *step);
        return TRUE;
    }
    return rk_length_parse(value, pixels, error);
}

/** What bands of one step take; nested bands take a step each. */
static double stepped(const RkPanel *panel, RkChannel channel, RkChannel offset, double step)
{
    const RkScale *scale = panel->scales[channel], *inner = panel->scales[offset];
    double count = scale->categories->len;
    double apart = scale->aside > 0 && scale->aside < count ? 0.5 : 0;
    if (inner != NULL && inner->type->discrete)
        step *= fmax(1, inner->categories->len) / fmax(0.1, 1 - scale->padding_inner);
    if (scale->type->bands)
        return step * fmax(1, count + apart - scale->padding_inner + 2 * scale->padding_outer);
    return step * fmax(1, count - 1 + apart + 2 * scale->padding_outer);
}

/** The size of the frame along one axis before anything is fitted; NAN when fitting decides. */
static gboolean frame_size(const RkLayout *layout, RkChannel channel, double *size, GError **error)
{
    const RkPanel *panel = layout->panel;
    gboolean x = channel == RK_CHANNEL_X;
    double step;
    if (!own_size(layout, x ? panel->view->width : panel->view->height, size, &step, error))
        return FALSE;
    if (!isnan(*size))
        return TRUE;
    const RkScale *scale = panel->scales[channel];
    const RkConfig *config = layout->plotting->config;
    if (scale == NULL || !scale->type->discrete)
        *size = rk_value_number_or(rk_config_get(config, "view", x ? "continuousWidth" : "continuousHeight"), 300);
    else
        *size = stepped(panel, channel, x ? RK_CHANNEL_X_OFFSET : RK_CHANNEL_Y_OFFSET, step);
    if (scale == NULL && !rk_value_is(x ? panel->view->width : panel->view->height, RK_VALUE_NUMBER) &&
        layout->plotting->vega_lite)
        *size = step;
    return TRUE;
}

static gboolean read_sizes(RkLayout *layout, GError **error)
{
    const RkValue *root = rk_figure_root(layout->plotting->figure);
    const char *fit = autosize(layout);
    layout->fit_width = g_str_equal(fit, "fit") || g_str_equal(fit, "fit-x");
    layout->fit_height = g_str_equal(fit, "fit") || g_str_equal(fit, "fit-y");
    if (layout->fit_width) {
        const RkValue *width = rk_value_get(root, "width");
        if (width == NULL || rk_value_is(width, RK_VALUE_MAP))
            width = rk_config_get(layout->plotting->config, NULL, "width");
        layout->width = 623.6;
        if (width != NULL && !rk_length_parse(width, &layout->width, error))
            return FALSE;
    } else if (!frame_size(layout, RK_CHANNEL_X, &layout->panel->width, error)) {
        return FALSE;
    }
    layout->fit_height = layout->fit_height && rk_value_has(root, "height");
    if (layout->fit_height)
        return rk_length_parse(rk_value_get(root, "height"), &layout->height, error);
    return frame_size(layout, RK_CHANNEL_Y, &layout->panel->height, error);
}

/** Ranges of the scales within bands (xOffset, yOffset). */
static void set_offset_range(RkPanel *panel, RkChannel channel, RkChannel outer)
{
    RkScale *scale = panel->scales[channel], *within = panel->scales[outer];
    if (scale == NULL)
        return;
    double size =
        within != NULL && within->type->discrete ? (within->bandwidth > 0 ? within->bandwidth : within->step) : 0;
    if (scale->type->discrete)
        rk_scale_set_range(scale, 0, size);
    else
        rk_scale_set_range(scale, -size / 2, size / 2);
}

static void set_ranges(RkPanel *panel)
{
    RkScale *x = panel->scales[RK_CHANNEL_X], *y = panel->scales[RK_CHANNEL_Y];
    if (x != NULL)
        rk_scale_set_range(x, 0, panel->width);
    if (y != NULL && y->type->discrete)
        rk_scale_set_range(y, 0, panel->height);
    else if (y != NULL)
        rk_scale_set_range(y, panel->height, 0);
    if (panel->scales[RK_CHANNEL_THETA] != NULL)
        rk_scale_set_range(panel->scales[RK_CHANNEL_THETA], 0, 2 * G_PI);
    if (panel->scales[RK_CHANNEL_RADIUS] != NULL)
        rk_scale_set_range(panel->scales[RK_CHANNEL_RADIUS], 0, fmin(panel->width, panel->height) / 2);
    set_offset_range(panel, RK_CHANNEL_X_OFFSET, RK_CHANNEL_X);
    set_offset_range(panel, RK_CHANNEL_Y_OFFSET, RK_CHANNEL_Y);
}

/** A mark that needs bands of its own sizes sets the height of the frame. */
static void ask_band_extents(RkPanel *panel)
{
    RkScale *y = panel->scales[RK_CHANNEL_Y];
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        double *extents = unit->mark->band_extents != NULL ? unit->mark->band_extents(unit) : NULL;
        if (extents == NULL)
            continue;
        g_free(y->extents);
        y->extents = extents;
        panel->height = 0;
        for (guint k = 0; k < y->categories->len; k++)
            panel->height += extents[k];
    }
    set_ranges(panel);
}

/** Names of several lines make the bands as tall as they need, where no height is given. */
static void fit_bands_to_names(RkLayout *layout, const RkAxis *axis)
{
    RkPanel *panel = layout->panel;
    const RkScale *scale = axis->scale;
    gboolean fixed = panel->view->height != NULL && !rk_value_is(panel->view->height, RK_VALUE_MAP);
    if (axis->horizontal || !scale->type->discrete || scale->extents != NULL || fixed || layout->fit_height)
        return;
    double needed = 0;
    for (guint i = 0; axis->has_labels && i < axis->ticks->len; i++) {
        const char *text = g_array_index(axis->ticks, RkTick, i).text;
        if (text != NULL && rk_line_count(text) > 1)
            needed = fmax(needed, rk_line_count(text) * rk_axis_line_height(&axis->label_font) + 4);
    }
    if (needed > scale->step)
        panel->height *= needed / scale->step;
    set_ranges(panel);
}

/** Margins from axes and spilling texts at the present size. */
static gboolean measure_margins(RkLayout *layout, double margins[4], GError **error)
{
    set_ranges(layout->panel);
    ask_band_extents(layout->panel);
    for (guint i = 0; i < 4; i++)
        margins[i] = 0;
    for (guint i = 0; i < layout->axes->len; i++) {
        RkAxis *axis = g_ptr_array_index(layout->axes, i);
        if (!rk_axis_arrange(axis, error))
            return FALSE;
        fit_bands_to_names(layout, axis);
        guint side = axis->horizontal ? (axis->opposite ? 1 : 3) : (axis->opposite ? 2 : 0);
        double before, after;
        rk_axis_overhang(axis, &before, &after);
        margins[side] = fmax(margins[side], axis->extent);
        margins[axis->horizontal ? 0 : 1] = fmax(margins[axis->horizontal ? 0 : 1], before);
        margins[axis->horizontal ? 2 : 3] = fmax(margins[axis->horizontal ? 2 : 3], after);
    }
    double spill[4];
    if (!rk_panel_spill(layout->panel, &spill[0], &spill[1], &spill[2], &spill[3], error))
        return FALSE;
    for (guint i = 0; i < 4; i++)
        margins[i] = ceil(fmax(margins[i], spill[i]));
    return TRUE;
}

static double content_width(const RkLayout *layout)
{
    return layout->width - layout->padding[0] - layout->padding[2];
}

static double above_panel(const RkLayout *layout)
{
    double legend = layout->legend_beside || layout->legends->groups->len == 0
                        ? 0
                        : layout->legends->height + rk_layout_gap(layout, "legend", 6);
    return layout->padding[1] + layout->head + (layout->head > 0 ? rk_layout_gap(layout, "title", 10) : 0) + legend;
}

static double below_panel(const RkLayout *layout)
{
    return layout->padding[3] + layout->foot + (layout->foot > 0 ? rk_layout_gap(layout, "notes", 10) : 0);
}

static double beside_panel(const RkLayout *layout)
{
    return layout->legend_beside && layout->legends->groups->len > 0 ? layout->legends->width + 18 : 0;
}

static gboolean too_small(const RkLayout *layout, GError **error)
{
    if (layout->panel->width >= 20 && layout->panel->height >= 1)
        return FALSE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_figure_root(layout->plotting->figure)),
                 "make the figure larger, or shorten or wrap its labels",
                 "the labels leave no room for the marks (%.0f × %.0f pixels)", layout->panel->width,
                 layout->panel->height);
    return TRUE;
}

/** Fits the panel into the figure: margins depend on its size and the other way round, so a few rounds are needed. */
static gboolean fit(RkLayout *layout, GError **error)
{
    RkPanel *panel = layout->panel;
    double margins[4] = {60, 0, 20, 30};
    for (guint round = 0; round < 4; round++) {
        if (layout->fit_width)
            panel->width = floor(content_width(layout) - margins[0] - margins[2] - beside_panel(layout));
        if (layout->fit_height)
            panel->height = floor(layout->height - above_panel(layout) - below_panel(layout) - margins[1] - margins[3]);
        if (too_small(layout, error))
            return FALSE;
        double needed[4], change = 0;
        if (!measure_margins(layout, needed, error))
            return FALSE;
        for (guint i = 0; i < 4; i++) {
            change = fmax(change, fabs(needed[i] - margins[i]));
            margins[i] = needed[i];
        }
        if (change < 0.5)
            break;
    }
    if (layout->fit_width)
        panel->width = floor(content_width(layout) - margins[0] - margins[2] - beside_panel(layout));
    if (layout->fit_height)
        panel->height = floor(layout->height - above_panel(layout) - below_panel(layout) - margins[1] - margins[3]);
    if (too_small(layout, error))
        return FALSE;
    panel->margin_left = margins[0];
    panel->margin_top = margins[1];
    panel->margin_right = margins[2];
    panel->margin_bottom = margins[3];
    set_ranges(panel);
    for (guint i = 0; i < layout->axes->len; i++) {
        if (!rk_axis_arrange(g_ptr_array_index(layout->axes, i), error))
            return FALSE;
    }
    return TRUE;
}

static void place(RkLayout *layout)
{
    RkPanel *panel = layout->panel;
    panel->x = layout->padding[0] + panel->margin_left;
    panel->y = above_panel(layout) + panel->margin_top;
    double width = panel->x + panel->width + panel->margin_right + beside_panel(layout) + layout->padding[2];
    double height = panel->y + panel->height + panel->margin_bottom + below_panel(layout);
    if (layout->fit_width)
        width = layout->width;
    rk_scene_set_size(layout->plotting->scene, ceil(width), ceil(height));
}

static gboolean make_guides(RkLayout *layout, GError **error)
{
    layout->axes = rk_panel_axes(layout->panel, error);
    if (layout->axes == NULL)
        return FALSE;
    layout->legends = rk_legends_new(layout->panel, error);
    return layout->legends != NULL;
}

static gboolean measure_furniture(RkLayout *layout, GError **error)
{
    RkPlotting *plotting = layout->plotting;
    const char *orient = rk_value_text_or(rk_config_get(plotting->config, "legend", "orient"), "right");
    layout->legend_beside = g_str_equal(orient, "right") || g_str_equal(orient, "left");
    double width = layout->fit_width ? content_width(layout) : fmax(layout->panel->width, 200);
    rk_legends_arrange(layout->legends, width, layout->legend_beside);
    return rk_furniture_head(plotting, NULL, 0, 0, width, &layout->head, error) &&
           rk_furniture_foot(plotting, NULL, 0, 0, width, &layout->foot, error);
}

gboolean rk_plotting_draw(RkPlotting *plotting, GError **error)
{
    RkLayout layout = {.plotting = plotting, .panel = g_ptr_array_index(plotting->panels, 0)};
    read_padding(&layout);
    gboolean done = read_sizes(&layout, error) && make_guides(&layout, error) && measure_furniture(&layout, error) &&
                    fit(&layout, error);
    if (done) {
        place(&layout);
        done = rk_layout_draw(&layout, error);
    }
    if (layout.axes != NULL)
        g_ptr_array_unref(layout.axes);
    rk_legends_free(layout.legends);
    return done;
}

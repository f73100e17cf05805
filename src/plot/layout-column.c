/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of our own figures: the figure is as wide as its column of text, the panel takes what title, legends,
 * labels and notes leave, and heights follow the content.
 */
#include "plot/axis-private.h"
#include "plot/layout-private.h"

#include <math.h>

#include "plot/mark.h"

/** Names at the side take at most so much of the figure's width before they are wrapped. */
#define WIDEST_NAMES 0.4

static gboolean read_sizes(RkLayout *layout, GError **error)
{
    const RkValue *root = rk_figure_root(layout->plotting->figure);
    const char *contains, *fit = rk_layout_autosize(layout, &contains);
    layout->fit_width = g_str_equal(fit, "fit") || g_str_equal(fit, "fit-x");
    layout->fit_height = (g_str_equal(fit, "fit") || g_str_equal(fit, "fit-y")) && rk_value_has(root, "height");
    gboolean beyond = g_strcmp0(contains, "content") == 0;
    if (layout->fit_width) {
        const RkValue *width = rk_value_get(root, "width");
        if (width == NULL || rk_value_is(width, RK_VALUE_MAP))
            width = rk_config_get(layout->plotting->config, NULL, "width");
        layout->width = 623.6;
        if (width != NULL && !rk_length_parse(width, &layout->width, error))
            return FALSE;
        layout->width += beyond ? layout->padding[0] + layout->padding[2] : 0;
    } else if (!rk_layout_frame_size(layout, RK_CHANNEL_X, &layout->panel->width, error)) {
        return FALSE;
    }
    if (!layout->fit_height)
        return rk_layout_frame_size(layout, RK_CHANNEL_Y, &layout->panel->height, error);
    if (!rk_length_parse(rk_value_get(root, "height"), &layout->height, error))
        return FALSE;
    layout->height += beyond ? layout->padding[1] + layout->padding[3] : 0;
    return TRUE;
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
    rk_layout_set_ranges(panel);
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
    rk_layout_set_ranges(panel);
}

static double content_width(const RkLayout *layout)
{
    return layout->width - layout->padding[0] - layout->padding[2];
}

/** Margins from axes and spilling texts at the present size. */
static gboolean measure_margins(RkLayout *layout, double margins[4], GError **error)
{
    rk_layout_set_ranges(layout->panel);
    ask_band_extents(layout->panel);
    for (guint i = 0; i < 4; i++)
        margins[i] = 0;
    layout->panel->name_room = layout->fit_width ? WIDEST_NAMES * content_width(layout) : 0;
    for (guint i = 0; i < layout->axes->len; i++) {
        RkAxis *axis = g_ptr_array_index(layout->axes, i);
        axis->room = layout->panel->name_room;
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

static double text_width(const RkLayout *layout)
{
    return layout->fit_width ? content_width(layout) : fmax(layout->panel->width, 200);
}

/** What stands below: the key to the flags depends on what is drawn at the present size. TRUE in `changed` when its
 * height did. */
static gboolean measure_foot(RkLayout *layout, gboolean *changed, GError **error)
{
    double before = layout->foot;
    gboolean done = rk_furniture_foot(layout->plotting, NULL, 0, 0, text_width(layout), &layout->foot, error);
    *changed = layout->foot != before;
    return done;
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
        gboolean foot_changed;
        if (!measure_margins(layout, needed, error) || !measure_foot(layout, &foot_changed, error))
            return FALSE;
        for (guint i = 0; i < 4; i++) {
            change = fmax(change, fabs(needed[i] - margins[i]));
            margins[i] = needed[i];
        }
        if (change < 0.5 && !(foot_changed && layout->fit_height))
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
    rk_layout_set_ranges(panel);
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

static gboolean measure_furniture(RkLayout *layout, GError **error)
{
    RkPlotting *plotting = layout->plotting;
    const char *orient = rk_value_text_or(rk_config_get(plotting->config, "legend", "orient"), "right");
    layout->legend_beside = g_str_equal(orient, "right") || g_str_equal(orient, "left");
    double width = text_width(layout);
    return rk_legends_arrange(layout->legends, width, layout->legend_beside, error) &&
           rk_furniture_head(plotting, NULL, 0, 0, width, &layout->head, error) &&
           rk_furniture_foot(plotting, NULL, 0, 0, width, &layout->foot, error);
}

static gboolean draw_panel(RkLayout *layout, RkNode *root, GError **error)
{
    RkNode *frame = rk_layout_add_frame(layout, root, error);
    return frame != NULL && rk_layout_draw_grids(layout, frame, FALSE, error) &&
           rk_layout_draw_axes(layout, frame, FALSE, error) && rk_layout_draw_marks(layout, frame, NULL, NULL, error) &&
           rk_layout_draw_axes(layout, frame, TRUE, error);
}

static gboolean draw(RkLayout *layout, GError **error)
{
    RkPlotting *plotting = layout->plotting;
    RkNode *root = rk_scene_root(plotting->scene);
    rk_layout_paint_background(layout);
    double x = layout->padding[0], y = layout->padding[1], height;
    double width = rk_scene_width(plotting->scene) - x - layout->padding[2];
    if (!rk_furniture_head(plotting, root, x, y, width, &height, error))
        return FALSE;
    if (layout->legend_beside)
        rk_legends_draw(layout->legends, root,
                        layout->panel->x + layout->panel->width + layout->panel->margin_right + 18, layout->panel->y);
    else
        rk_legends_draw(layout->legends, root, x,
                        y + layout->head + (layout->head > 0 ? rk_layout_gap(layout, "title", 10) : 0));
    if (!draw_panel(layout, root, error))
        return FALSE;
    double foot = layout->panel->y + layout->panel->height + layout->panel->margin_bottom +
                  (layout->foot > 0 ? rk_layout_gap(layout, "notes", 10) : 0);
    return rk_furniture_foot(plotting, root, x, foot, width, &height, error);
}

gboolean rk_layout_column(RkLayout *layout, GError **error)
{
    if (!read_sizes(layout, error) || !measure_furniture(layout, error) || !fit(layout, error))
        return FALSE;
    place(layout);
    return draw(layout, error);
}

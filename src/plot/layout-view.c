/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of the grammar's figures, as Vega has it: axes, legends and title stand around a panel of a given size,
 * and the figure is as large as all of it; or the figure's size is given (`fit`) and the panel takes what is left.
 */
#include "plot/layout-private.h"

#include <math.h>

#include "base/limits.h"
#include "plot/mark.h"

static const char *const title_blocks[] = {"title", NULL};

typedef enum { PAD, FIT, FIT_X, FIT_Y, NONE } Autosize;

static gboolean fits(Autosize autosize, RkChannel channel)
{
    return autosize == FIT || autosize == (channel == RK_CHANNEL_X ? FIT_X : FIT_Y);
}

/** A size that follows from steps cannot be fitted into anything. */
static Autosize read_autosize(RkLayout *layout)
{
    static const char *const words[] = {"pad", "fit", "fit-x", "fit-y", "none"};
    const char *contains, *word = rk_layout_autosize(layout, &contains);
    Autosize autosize = PAD;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        autosize = g_str_equal(word, words[i]) ? (Autosize)i : autosize;
    const RkView *view = layout->panel->view;
    gboolean x = fits(autosize, RK_CHANNEL_X) || rk_value_is_text(view->width, "container");
    gboolean y = fits(autosize, RK_CHANNEL_Y) || rk_value_is_text(view->height, "container");
    gboolean step_x = x && rk_layout_is_stepped(layout, RK_CHANNEL_X);
    gboolean step_y = y && rk_layout_is_stepped(layout, RK_CHANNEL_Y);
    if (step_x || step_y)
        rk_diagnostics_add(layout->plotting->diagnostics, RK_SEVERITY_WARNING,
                           rk_value_place(rk_value_get(rk_figure_root(layout->plotting->figure), "autosize")),
                           "give a number of pixels", "%s follows from steps, and is not fitted",
                           step_x ? "the width" : "the height");
    if (x || y)
        autosize = (x && !step_x) && (y && !step_y) ? FIT : x && !step_x ? FIT_X : y && !step_y ? FIT_Y : PAD;
    layout->fit_width = fits(autosize, RK_CHANNEL_X);
    layout->fit_height = fits(autosize, RK_CHANNEL_Y);
    layout->fixed = autosize == NONE;
    return autosize;
}

static gboolean fills_container(const RkView *view)
{
    return rk_value_is_text(view->width, "container") || rk_value_is_text(view->height, "container");
}

static gboolean has_room(const RkLayout *layout, GError **error)
{
    if (layout->panel->width >= 1 && layout->panel->height >= 1)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_figure_root(layout->plotting->figure)),
                 "make the figure larger, or its padding and labels smaller",
                 "what stands around the panel leaves no room for it (%.0f × %.0f pixels)", layout->panel->width,
                 layout->panel->height);
    return FALSE;
}

static gboolean read_sizes(RkLayout *layout, GError **error)
{
    const char *contains;
    RkPanel *panel = layout->panel;
    if (!rk_layout_frame_size(layout, RK_CHANNEL_X, &panel->width, error) ||
        !rk_layout_frame_size(layout, RK_CHANNEL_Y, &panel->height, error))
        return FALSE;
    read_autosize(layout);
    rk_layout_autosize(layout, &contains);
    layout->width = panel->width;
    layout->height = panel->height;
    if (g_strcmp0(contains, "padding") == 0 || (contains == NULL && fills_container(panel->view))) {
        layout->width -= layout->padding[0] + layout->padding[2];
        layout->height -= layout->padding[1] + layout->padding[3];
    }
    /* Without any room for guides, what padding leaves is the panel. */
    if (layout->fixed) {
        panel->width = layout->width;
        panel->height = layout->height;
        return has_room(layout, error);
    }
    return TRUE;
}

static gboolean arrange(RkLayout *layout, GError **error)
{
    rk_layout_set_ranges(layout->panel);
    for (guint i = 0; i < layout->axes->len; i++) {
        if (!rk_axis_arrange(g_ptr_array_index(layout->axes, i), error))
            return FALSE;
    }
    return rk_legends_measure(layout->legends, error);
}

/** Everything around the frame, placed. Returns how far all of it reaches. */
static RkReach surround(RkLayout *layout)
{
    const RkPanel *panel = layout->panel;
    RkReach all = {0, 0, panel->width, panel->height}, beside = all, above = all;
    for (guint i = 0; i < layout->axes->len; i++) {
        const RkAxis *axis = g_ptr_array_index(layout->axes, i);
        rk_reach_unite(axis->horizontal ? &above : &beside, &axis->bounds);
    }
    rk_reach_unite(&beside, &layout->series);
    rk_reach_unite(&above, &layout->series);
    rk_reach_unite(&all, &layout->marks);
    RkReach legends =
        rk_legends_place(layout->legends, &beside, &above, panel, layout->fit_width || layout->fit_height);
    rk_reach_unite(&all, &legends);
    rk_reach_unite(&all, &beside);
    rk_reach_unite(&all, &above);
    if (layout->title != NULL) {
        RkReach title = rk_figure_title_place(layout->title, &all, panel->width, panel->height);
        rk_reach_unite(&all, &title);
    }
    return all;
}

static gboolean draw_marks(RkLayout *layout, RkNode *frame, GError **error)
{
    layout->marks = layout->series = RK_REACH_NOTHING;
    return rk_layout_draw_marks(layout, frame, &layout->marks, &layout->series, error);
}

/** Learns how far everything reaches when it is drawn at the panel's present size. What is drawn here is thrown away:
 * its warnings come again with the real drawing. */
static gboolean try_all(RkLayout *layout, GError **error)
{
    RkPlotting *plotting = layout->plotting;
    RkScene *scene = plotting->scene;
    RkDiagnostics *diagnostics = plotting->diagnostics;
    g_autoptr(RkScene) aside = rk_scene_new(layout->panel->width, layout->panel->height);
    plotting->scene = aside;
    plotting->diagnostics = NULL;
    gboolean drawn = arrange(layout, error) && draw_marks(layout, rk_scene_root(aside), error);
    plotting->scene = scene;
    plotting->diagnostics = diagnostics;
    return drawn;
}

/** The panel gets what is left of the figure's size when everything around it has been tried once. Where expressions
 * asked for its size that was done in the drawing before: it stays as it was told them. */
static gboolean fit(RkLayout *layout, double origin[2], GError **error)
{
    RkPanel *panel = layout->panel;
    if (!try_all(layout, error))
        return FALSE;
    RkReach all = surround(layout);
    origin[0] = fmax(0, ceil(-all.x1));
    origin[1] = fmax(0, ceil(-all.y1));
    double right = fmax(0, ceil(all.x2 - panel->width)), below = fmax(0, ceil(all.y2 - panel->height));
    const double *drawn = rk_figure_drawn(layout->plotting->figure);
    if (layout->fit_width)
        panel->width = drawn != NULL ? drawn[0] : layout->width - origin[0] - right;
    if (layout->fit_height)
        panel->height = drawn != NULL ? drawn[1] : layout->height - origin[1] - below;
    return has_room(layout, error);
}

static void draw_guides(RkLayout *layout, RkNode *frame, gboolean above)
{
    rk_legends_draw_around(layout->legends, frame, above);
    if (layout->title != NULL && rk_figure_title_is_above(layout->title) == above)
        rk_figure_title_draw(layout->title, frame);
}

/** Draws the panel, and learns on the way how far its marks reach. */
static gboolean draw(RkLayout *layout, RkNode *frame, RkReach *all, GError **error)
{
    if (!rk_layout_draw_grids(layout, frame, FALSE, error) || !rk_layout_draw_axes(layout, frame, FALSE, error))
        return FALSE;
    if (!draw_marks(layout, frame, error))
        return FALSE;
    *all = surround(layout);
    draw_guides(layout, frame, FALSE);
    if (!rk_layout_draw_grids(layout, frame, TRUE, error) || !rk_layout_draw_axes(layout, frame, TRUE, error))
        return FALSE;
    draw_guides(layout, frame, TRUE);
    return TRUE;
}

static gboolean check_picture(const RkLayout *layout, double width, double height, GError **error)
{
    if (width <= RK_LIMIT_COORDINATE && height <= RK_LIMIT_COORDINATE && width >= 0 && height >= 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(rk_figure_root(layout->plotting->figure)),
                 "look at sizes, padding, offsets and domains", "the figure would be %g × %g pixels large", width,
                 height);
    return FALSE;
}

/** Puts the frame where everything around it has room, and gives the figure its size. Our own notes and source stand at
 * the foot of it. */
static gboolean finish(RkLayout *layout, RkNode *frame, const RkReach *all, const double origin[2], GError **error)
{
    RkPanel *panel = layout->panel;
    RkReach frame_alone = {0, 0, panel->width, panel->height};
    frame->group.clip = rk_value_boolean_or(rk_config_get(layout->plotting->config, "view", "clip"), FALSE);
    if (frame->group.clip)
        all = &frame_alone;
    double left = layout->fit_width ? origin[0] : fmax(0, ceil(-all->x1));
    double top = layout->fit_height ? origin[1] : fmax(0, ceil(-all->y1));
    double width = layout->fit_width ? layout->width : left + panel->width + fmax(0, ceil(all->x2 - panel->width));
    double height = layout->fit_height ? layout->height : top + panel->height + fmax(0, ceil(all->y2 - panel->height));
    if (layout->fixed) {
        left = top = 0;
        width = panel->width;
        height = panel->height;
    }
    panel->x = frame->group.x = layout->padding[0] + left;
    panel->y = frame->group.y = layout->padding[1] + top;
    double foot = 0, gap = rk_layout_gap(layout, "notes", 10);
    RkNode *root = rk_scene_root(layout->plotting->scene);
    if (!rk_furniture_foot(layout->plotting, root, layout->padding[0], layout->padding[1] + height + gap,
                           fmax(width, 200), &foot, error))
        return FALSE;
    width += layout->padding[0] + layout->padding[2];
    height += layout->padding[1] + layout->padding[3] + (foot > 0 ? foot + gap : 0);
    if (!check_picture(layout, width, height, error))
        return FALSE;
    rk_scene_set_size(layout->plotting->scene, ceil(width), ceil(height));
    return TRUE;
}

static gboolean make_title(RkLayout *layout, GError **error)
{
    GError *failure = NULL;
    const RkValue *root = rk_figure_root(layout->plotting->figure);
    layout->title = rk_figure_title_new(layout->plotting, rk_value_get(root, "title"), rk_value_get(root, "subtitle"),
                                        title_blocks, &failure);
    if (failure == NULL)
        return TRUE;
    g_propagate_error(error, failure);
    return FALSE;
}

gboolean rk_layout_view(RkLayout *layout, GError **error)
{
    double origin[2] = {0, 0};
    RkReach all;
    if (!make_title(layout, error) || !read_sizes(layout, error))
        return FALSE;
    if ((layout->fit_width || layout->fit_height) && !fit(layout, origin, error))
        return FALSE;
    if (!arrange(layout, error))
        return FALSE;
    RkNode *frame = rk_layout_add_frame(layout, rk_scene_root(layout->plotting->scene), error);
    if (frame == NULL || !draw(layout, frame, &all, error) || !finish(layout, frame, &all, origin, error))
        return FALSE;
    rk_layout_paint_background(layout);
    return TRUE;
}

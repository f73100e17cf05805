/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel: its frame and background, grids, marks and axes, in painting order.
 */
#include "plot/flags.h"
#include "plot/layout-private.h"
#include "plot/mark.h"
#include "plot/readable.h"
#include "plot/selections.h"

#include <math.h>

static const char *const view_blocks[] = {"view", "style.cell", NULL};
static const char *const bare_blocks[] = {"style.view", NULL};

/** A panel without x and y (a pie) has no frame unless it asks for one. */
static gboolean is_bare(const RkLayout *layout)
{
    const RkPanel *panel = layout->panel;
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        if (unit->uses[RK_CHANNEL_X] != NULL || unit->uses[RK_CHANNEL_Y] != NULL)
            return FALSE;
    }
    return layout->plotting->vega_lite;
}

/** Fill of the frame by colour and opacity; nothing where it would not show. */
static RkPaint fill_of(const RkGuideSource *source)
{
    RkColor color;
    if (!rk_guide_color(source, "fill", "fillOpacity", &color) || color.alpha == 0)
        return (RkPaint){FALSE, {0, 0, 0, 0}};
    return (RkPaint){TRUE, color};
}

static void stroke_of(const RkGuideSource *source, RkStyle *style)
{
    RkColor color;
    double width = rk_guide_number(source, "strokeWidth", 1);
    if (!rk_guide_color(source, "stroke", "strokeOpacity", &color) || color.alpha == 0 || !(width > 0))
        return;
    style->stroke = (RkPaint){TRUE, color};
    style->stroke_width = width;
    rk_style_line(style, rk_guide_get(source, "strokeCap"), rk_guide_get(source, "strokeJoin"));
    style->miter_limit = fmax(0, rk_guide_number(source, "strokeMiterLimit", 0));
    rk_plotting_dash(source->plotting, rk_guide_get(source, "strokeDash"), rk_guide_get(source, "strokeDashOffset"),
                     style);
}

RkNode *rk_layout_add_frame(RkLayout *layout, RkNode *root, GError **error)
{
    RkPanel *panel = layout->panel;
    RkGuideSource source = {.plotting = layout->plotting};
    rk_guide_source_set_blocks(&source, is_bare(layout) ? bare_blocks : view_blocks);
    rk_guide_source_add(&source, rk_value_get(panel->view->node, "view"));
    if (!rk_guide_check_colors(&source, error)) {
        rk_guide_source_clear(&source);
        return NULL;
    }
    RkNode *frame = rk_scene_add_group(layout->plotting->scene, root, "mark-group role-frame root", panel->x, panel->y);
    frame->group.width = panel->width;
    frame->group.height = panel->height;
    frame->meaning.role = "graphics-object";
    frame->meaning.role_description = "group mark container";
    frame->style.fill = fill_of(&source);
    stroke_of(&source, &frame->style);
    frame->style.opacity = CLAMP(rk_guide_number(&source, "opacity", 1), 0, 1);
    for (guint i = 0; i < 4; i++)
        frame->group.corner_radius[i] = fmax(0, rk_guide_number(&source, "cornerRadius", 0));
    rk_plotting_settle_frame(layout->plotting, frame);
    rk_guide_source_clear(&source);
    return frame;
}

gboolean rk_layout_draw_grids(RkLayout *layout, RkNode *frame, gboolean above, GError **error)
{
    for (guint i = 0; i < layout->axes->len; i++) {
        /* In the grammar an axis takes its grid along. */
        const RkAxis *axis = g_ptr_array_index(layout->axes, i);
        if ((layout->plotting->vega_lite && axis->zindex > 0) != (above != FALSE))
            continue;
        if (!rk_axis_draw_grid(g_ptr_array_index(layout->axes, i), frame, error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_layout_draw_axes(RkLayout *layout, RkNode *frame, gboolean before, GError **error)
{
    for (guint i = 0; i < layout->axes->len; i++) {
        RkAxis *axis = g_ptr_array_index(layout->axes, i);
        if ((axis->zindex > 0) == (before != FALSE) && !rk_axis_draw(axis, frame, error))
            return FALSE;
    }
    return TRUE;
}

static RkNode *clip_to(RkLayout *layout, RkNode *frame)
{
    RkNode *group = rk_scene_add_group(layout->plotting->scene, frame, "mark-group role-clip", 0, 0);
    group->group.width = layout->panel->width;
    group->group.height = layout->panel->height;
    group->group.clip = TRUE;
    return group;
}

/** Lines of several series are groups of their own, which axes and legends keep clear of. */
static gboolean is_in_series(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR,          RK_CHANNEL_FILL,         RK_CHANNEL_STROKE,
                                         RK_CHANNEL_OPACITY,        RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_STROKE_DASH,
                                         RK_CHANNEL_STROKE_OPACITY, RK_CHANNEL_FILL_OPACITY, RK_CHANNEL_DETAIL};
    gboolean parted = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = unit->uses[channels[i]];
        parted = parted || (use != NULL && use->column != NULL && !rk_value_has(use->definition, "aggregate"));
    }
    return unit->mark->series && parted;
}

static void include(RkLayout *layout, const RkNode *node, RkReach *reach)
{
    for (; reach != NULL && node != NULL; node = node->next) {
        RkReach own = rk_reach_of(node, layout->plotting->measurer);
        rk_reach_unite(reach, &own);
    }
}

gboolean rk_layout_draw_marks(RkLayout *layout, RkNode *frame, RkReach *marks, RkReach *series, GError **error)
{
    RkPanel *panel = layout->panel;
    gboolean clip = rk_value_boolean_or(rk_config_get(layout->plotting->config, "view", "clip"), FALSE);
    if (!rk_panel_draw_intervals(panel, frame, FALSE, error))
        return FALSE;
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        const RkNode *before = frame->group.last;
        RkNode *into = rk_unit_flag(unit, "clip", clip) ? clip_to(layout, frame) : frame;
        if (!unit->mark->draw(unit, into, error))
            return FALSE;
        rk_unit_draw_flags(unit, into);
        include(layout, before != NULL ? before->next : frame->group.first, is_in_series(unit) ? series : marks);
    }
    return rk_panel_draw_intervals(panel, frame, TRUE, error) && rk_benchmarks_draw(panel, frame, error);
}

void rk_layout_paint_background(RkLayout *layout)
{
    RkPlotting *plotting = layout->plotting;
    RkNode *root = rk_scene_root(plotting->scene);
    RkColor background;
    if (!rk_plotting_background(plotting, &background))
        return;
    root->style.fill = (RkPaint){TRUE, background};
    root->group.width = rk_scene_width(plotting->scene);
    root->group.height = rk_scene_height(plotting->scene);
}

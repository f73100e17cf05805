/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a figure whose layout is settled, in painting order: furniture, legends, grids, marks, benchmarks, axes.
 */
#include "plot/layout-private.h"
#include "plot/mark.h"

static gboolean draw_panel(RkLayout *layout, RkNode *root, GError **error)
{
    RkPanel *panel = layout->panel;
    RkScene *scene = layout->plotting->scene;
    RkNode *frame = rk_scene_add_group(scene, root, "mark-group role-frame root", panel->x, panel->y);
    frame->group.width = panel->width;
    frame->group.height = panel->height;
    frame->meaning.role = "graphics-object";
    frame->meaning.role_description = "group mark container";
    RkColor stroke;
    if (rk_plotting_color(layout->plotting, rk_config_get(layout->plotting->config, "view", "stroke"), &stroke)) {
        frame->style.stroke = (RkPaint){TRUE, stroke};
        frame->style.stroke_width = 1;
    }
    for (guint i = 0; i < layout->axes->len; i++) {
        if (!rk_axis_draw_grid(g_ptr_array_index(layout->axes, i), frame, error))
            return FALSE;
    }
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        RkNode *into = frame;
        if (rk_unit_flag(unit, "clip", FALSE)) {
            into = rk_scene_add_group(scene, frame, "mark-group role-clip", 0, 0);
            into->group.width = panel->width;
            into->group.height = panel->height;
            into->group.clip = TRUE;
        }
        if (!unit->mark->draw(unit, into, error))
            return FALSE;
    }
    if (!rk_benchmarks_draw(panel, frame, error))
        return FALSE;
    for (guint i = 0; i < layout->axes->len; i++) {
        if (!rk_axis_draw(g_ptr_array_index(layout->axes, i), frame, error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_layout_draw(RkLayout *layout, GError **error)
{
    RkPlotting *plotting = layout->plotting;
    RkNode *root = rk_scene_root(plotting->scene);
    RkColor background;
    const RkValue *own = rk_value_get(rk_figure_root(plotting->figure), "background");
    if (own == NULL)
        own = rk_config_get(plotting->config, NULL, "background");
    if (rk_plotting_color(plotting, own, &background)) {
        root->style.fill = (RkPaint){TRUE, background};
        root->group.width = rk_scene_width(plotting->scene);
        root->group.height = rk_scene_height(plotting->scene);
    }
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

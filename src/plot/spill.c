/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the texts of marks reach beyond the frame: they are drawn once aside and measured, so that layout can make room
 * before the real drawing.
 */
#include "plot/guide.h"

#include <math.h>

#include "plot/mark.h"

typedef struct {
    RkPanel *panel;
    double left, top, right, bottom;
} Reach;

static void include_text(Reach *reach, const RkNode *node)
{
    RkPlotting *plotting = reach->panel->plotting;
    double width = 0, size = node->text.font.size, lines = 0;
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++, lines++)
        width = fmax(width, rk_text_width(plotting->measurer, &node->text.font, *line));
    double height = size + (lines - 1) * node->text.line_height;
    double left = node->text.x - (node->text.align == RK_ALIGN_RIGHT ? width : node->text.align == RK_ALIGN_CENTER ? width / 2 : 0);
    double top = node->text.y - (node->text.baseline == RK_BASELINE_MIDDLE   ? height / 2
                                 : node->text.baseline == RK_BASELINE_BOTTOM ? height
                                 : node->text.baseline == RK_BASELINE_TOP    ? 0
                                                                             : size * 0.8);
    if (node->text.angle != 0) {
        double radius = hypot(width, height);
        double middle_x = left + width / 2, middle_y = top + height / 2;
        left = fmin(left, middle_x - radius / 2), width = fmax(width, radius);
        top = fmin(top, middle_y - radius / 2), height = fmax(height, radius);
    }
    reach->left = fmax(reach->left, -left);
    reach->top = fmax(reach->top, -top);
    reach->right = fmax(reach->right, left + width - reach->panel->width);
    reach->bottom = fmax(reach->bottom, top + height - reach->panel->height);
}

static void include(Reach *reach, const RkNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP)
            include(reach, node->group.first);
        else if (node->kind == RK_NODE_TEXT)
            include_text(reach, node);
    }
}

static gboolean spills(const RkUnit *unit)
{
    const RkValue *label = rk_unit_property(unit, "label");
    return unit->mark->spills || rk_value_is(label, RK_VALUE_MAP) || rk_value_boolean_or(label, FALSE);
}

static gboolean draw_aside(RkPanel *panel, RkNode *root, GError **error)
{
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        if (spills(unit) && !unit->mark->draw(unit, root, error))
            return FALSE;
    }
    return rk_benchmarks_draw(panel, root, error);
}

gboolean rk_panel_spill(RkPanel *panel, double *left, double *top, double *right, double *bottom, GError **error)
{
    RkPlotting *plotting = panel->plotting;
    RkScene *scene = plotting->scene;
    RkDiagnostics *diagnostics = plotting->diagnostics;
    g_autoptr(RkScene) aside = rk_scene_new(panel->width, panel->height);
    /* What is drawn here is thrown away: its warnings come again with the real drawing. */
    plotting->scene = aside;
    plotting->diagnostics = NULL;
    gboolean drawn = draw_aside(panel, rk_scene_root(aside), error);
    plotting->scene = scene;
    plotting->diagnostics = diagnostics;
    if (!drawn)
        return FALSE;
    Reach reach = {.panel = panel};
    include(&reach, rk_scene_root(aside));
    *left = reach.left;
    *top = reach.top;
    *right = reach.right;
    *bottom = reach.bottom;
    return TRUE;
}

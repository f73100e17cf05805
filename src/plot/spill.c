/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the texts of marks reach beyond the frame: they are drawn once aside and measured, so that layout can make
 * room before the real drawing.
 */
#include "plot/guide.h"

#include <math.h>

#include "plot/flags.h"
#include "plot/mark.h"
#include "scene/text-box.h"

typedef struct {
    RkPanel *panel;
    double left, top, right, bottom;
} Reach;

/** Room is made for what stands at the edge, not for what a declared domain leaves far outside. */
static gboolean out_of_sight(const RkPanel *panel, const RkNode *node)
{
    const double edge = 100;
    return node->text.x < -edge || node->text.x > panel->width + edge || node->text.y < -edge ||
           node->text.y > panel->height + edge;
}

static void include_text(Reach *reach, const RkNode *node)
{
    if (out_of_sight(reach->panel, node))
        return;
    RkTextBox box = rk_text_box(node, reach->panel->plotting->measurer);
    double turn = node->text.angle * G_PI / 180, cosine = cos(turn), sine = sin(turn);
    for (guint corner = 0; corner < 4; corner++) {
        double along = corner & 1 ? box.right : box.left, across = corner & 2 ? box.bottom : box.top;
        double x = node->text.x + along * cosine - across * sine;
        double y = node->text.y + along * sine + across * cosine;
        reach->left = fmax(reach->left, -x);
        reach->top = fmax(reach->top, -y);
        reach->right = fmax(reach->right, x - reach->panel->width);
        reach->bottom = fmax(reach->bottom, y - reach->panel->height);
    }
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
        rk_unit_draw_flags(unit, root);
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
    rk_flag_codes_restart(plotting->flag_codes);
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Cairo paints with: colours, gradients put around their node, and the operators behind ways to mix colours.
 */
#include "render/gradient-private.h"
#include "render/paint-private.h"

/* A group is painted as a rectangle of its frame; a line of text is painted at the origin. */
static void box_of(const RkNode *node, double box[4])
{
    if (rk_node_box(node, box))
        return;
    gboolean group = node->kind == RK_NODE_GROUP;
    double size = node->kind == RK_NODE_TEXT ? node->text.font.size : 1;
    box[0] = 0;
    box[1] = group ? 0 : -0.8 * size;
    box[2] = group ? node->group.width : 4 * size;
    box[3] = group ? node->group.height : 0.2 * size;
}

void rk_paint_source(cairo_t *cairo, const RkPaint *paint, const RkNode *node, double opacity)
{
    double box[4];
    if (paint->gradient == NULL) {
        const RkColor *color = &paint->color;
        cairo_set_source_rgba(cairo, color->red, color->green, color->blue, color->alpha * opacity);
        return;
    }
    box_of(node, box);
    rk_paint_set_gradient(cairo, paint->gradient, box, paint->color.alpha * opacity);
}

/* Blending needs what lies below: the operator holds for everything that the node paints. */
cairo_operator_t rk_paint_operator(RkBlend blend)
{
    static const cairo_operator_t operators[] = {
        [RK_BLEND_NORMAL] = CAIRO_OPERATOR_OVER,
        [RK_BLEND_MULTIPLY] = CAIRO_OPERATOR_MULTIPLY,
        [RK_BLEND_SCREEN] = CAIRO_OPERATOR_SCREEN,
        [RK_BLEND_OVERLAY] = CAIRO_OPERATOR_OVERLAY,
        [RK_BLEND_DARKEN] = CAIRO_OPERATOR_DARKEN,
        [RK_BLEND_LIGHTEN] = CAIRO_OPERATOR_LIGHTEN,
        [RK_BLEND_COLOR_DODGE] = CAIRO_OPERATOR_COLOR_DODGE,
        [RK_BLEND_COLOR_BURN] = CAIRO_OPERATOR_COLOR_BURN,
        [RK_BLEND_HARD_LIGHT] = CAIRO_OPERATOR_HARD_LIGHT,
        [RK_BLEND_SOFT_LIGHT] = CAIRO_OPERATOR_SOFT_LIGHT,
        [RK_BLEND_DIFFERENCE] = CAIRO_OPERATOR_DIFFERENCE,
        [RK_BLEND_EXCLUSION] = CAIRO_OPERATOR_EXCLUSION,
        [RK_BLEND_HUE] = CAIRO_OPERATOR_HSL_HUE,
        [RK_BLEND_SATURATION] = CAIRO_OPERATOR_HSL_SATURATION,
        [RK_BLEND_COLOR] = CAIRO_OPERATOR_HSL_COLOR,
        [RK_BLEND_LUMINOSITY] = CAIRO_OPERATOR_HSL_LUMINOSITY,
    };
    return (guint)blend < G_N_ELEMENTS(operators) ? operators[blend] : CAIRO_OPERATOR_OVER;
}

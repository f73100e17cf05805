/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A symbol at each row's position, with size, shape and angle. A shape may be a name, or an outline of one's own in the
 * path language of SVG. It refuses shapes that are neither.
 */
#include "plot/marks/symbols-private.h"

#include <math.h>

#include "plot/label.h"
#include "plot/series.h"
#include "scene/symbol.h"

static const RkProperty properties[] = {
    {"shape", RK_ALLOW_TEXT | RK_ALLOW_ROWS,
     .summary = "circle, square, diamond, cross, triangle-up …, or an SVG path"},
    {"angle", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .summary = "degrees, clockwise"},
    {0},
};
const RkShape rk_symbols_shape = {.name = "the mark", .properties = properties};

const char *rk_symbols_shape_of(RkUnit *unit, guint32 row, const char *shape)
{
    const char *name = rk_unit_visual_text(unit, RK_CHANNEL_SHAPE, row, shape);
    if (name == NULL || name == shape || !rk_symbol_is_known(name))
        return unit->symbol_shape;
    return rk_scene_text(unit->plotting->scene, name);
}

static void draw_row(RkUnit *unit, RkNode *group, guint32 row, const char *shape)
{
    double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
    double size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30));
    double angle = rk_unit_visual(unit, RK_CHANNEL_ANGLE, row, rk_unit_number(unit, "angle", 0));
    if (!isfinite(x) || !isfinite(y) || !(size >= 0) || !isfinite(size) || !isfinite(angle))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
    node->symbol.x = x;
    node->symbol.y = y;
    node->symbol.size = size;
    node->symbol.angle = angle;
    node->symbol.shape = rk_symbols_shape_of(unit, row, shape);
    rk_unit_style(unit, row, &node->style);
    rk_unit_mean(unit, node, row, unit->mark->name);
}

static gboolean check_shape(const char *name, const RkValue *place, GError **error)
{
    if (rk_symbol_is_known(name))
        return TRUE;
    g_autofree char *hint = rk_hint_from(name, rk_symbol_names(), "known symbols: ");
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(place), hint, "there is no symbol \"%s\"", name);
    return FALSE;
}

gboolean rk_symbols_draw(RkUnit *unit, RkNode *parent, GError **error)
{
    const char *own = unit->mark->symbol != NULL ? unit->mark->symbol : rk_unit_text(unit, "shape", "circle");
    const RkUse *use = unit->uses[RK_CHANNEL_SHAPE];
    const char *constant = use == NULL ? NULL : rk_value_text_or(use->value, NULL);
    if (!check_shape(own, rk_unit_property(unit, "shape"), error) ||
        (constant != NULL && !check_shape(constant, use->value, error)))
        return FALSE;
    unit->symbol_shape = rk_scene_text(unit->plotting->scene, own);
    RkNode *group = rk_unit_container(unit, parent, "symbol");
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    gboolean together = rk_symbols_draw_crowd(unit, group, rows, count, own);
    for (gsize i = 0; i < count && !together; i++)
        draw_row(unit, group, rows[i], own);
    return rk_label_points(unit, parent, error);
}

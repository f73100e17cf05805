/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a checked scene with Cairo and Pango. It knows nothing of pixels or pages; what a format needs around it is in
 * the format's own file.
 */
#include "render/gradient-private.h"
#include "render/paint-private.h"

#include "render/text-private.h"
#include "scene/symbol.h"
#include "scene/text-box.h"

#include <math.h>
#include <string.h>

typedef struct {
    cairo_t *cairo;
    RkTextEngine *engine;
    RkPathBuilder *builder;
    gboolean links;
    double reach;
    RkReach band;      /* what can be seen, in the coordinates of the present group */
    RkScene *scratch;  /* owns the outline of the last symbol */
    const char *shape; /* and what it is of */
    double size;
    RkPath outline;
} Painter;

static double within(const Painter *painter, double value)
{
    return CLAMP(value, -painter->reach, painter->reach);
}

static void set_stroke(cairo_t *cairo, const RkStyle *style)
{
    static const cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND, CAIRO_LINE_JOIN_BEVEL};
    cairo_set_line_width(cairo, MAX(style->stroke_width, 0));
    cairo_set_line_cap(cairo, caps[CLAMP((int)style->cap, 0, 2)]);
    cairo_set_line_join(cairo, joins[CLAMP((int)style->join, 0, 2)]);
    cairo_set_miter_limit(cairo, style->miter_limit > 0 ? style->miter_limit : RK_MITER_LIMIT);
    cairo_set_dash(cairo, style->dash, style->dash == NULL ? 0 : (int)style->dash_count, style->dash_offset);
}

static gboolean strokes(const RkStyle *style)
{
    return style->stroke.set && style->stroke_width > 0;
}

/* What the current path can touch, so that half-transparent shapes do not each cost a surface of the whole picture. */
static void clip_to_path(cairo_t *cairo, const RkStyle *style)
{
    double left, top, right, bottom;
    set_stroke(cairo, style);
    cairo_stroke_extents(cairo, &left, &top, &right, &bottom);
    double fill_left, fill_top, fill_right, fill_bottom;
    cairo_fill_extents(cairo, &fill_left, &fill_top, &fill_right, &fill_bottom);
    left = MIN(left, fill_left) - 1;
    top = MIN(top, fill_top) - 1;
    cairo_path_t *path = cairo_copy_path(cairo);
    cairo_new_path(cairo);
    cairo_rectangle(cairo, left, top, MAX(right, fill_right) + 1 - left, MAX(bottom, fill_bottom) + 1 - top);
    cairo_clip(cairo);
    cairo_append_path(cairo, path);
    cairo_path_destroy(path);
}

/* Where fill and stroke overlap, half-transparent must not mean three quarters: both are painted apart, then laid on
 * together. */
static gboolean begin_opacity(Painter *painter, const RkStyle *style)
{
    gboolean apart = style->opacity < 1 && style->fill.set && strokes(style);
    if (!apart)
        return FALSE;
    cairo_save(painter->cairo);
    if (cairo_has_current_point(painter->cairo))
        clip_to_path(painter->cairo, style);
    cairo_push_group(painter->cairo);
    return TRUE;
}

static void end_opacity(Painter *painter, const RkStyle *style)
{
    cairo_pop_group_to_source(painter->cairo);
    cairo_paint_with_alpha(painter->cairo, style->opacity);
    cairo_restore(painter->cairo);
}

/* Fills and strokes the current path, and forgets it. */
static void paint_path(Painter *painter, const RkStyle *style, const RkNode *node)
{
    cairo_t *cairo = painter->cairo;
    gboolean apart = begin_opacity(painter, style);
    double opacity = apart ? 1 : style->opacity;
    if (style->fill.set) {
        rk_paint_source(cairo, &style->fill, node, opacity);
        cairo_fill_preserve(cairo);
    }
    if (strokes(style)) {
        rk_paint_source(cairo, &style->stroke, node, opacity);
        set_stroke(cairo, style);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
    if (apart)
        end_opacity(painter, style);
}

/* Most symbols are like the one before. */
static const RkPath *outline_of(Painter *painter, const RkNode *node)
{
    if (painter->shape == node->symbol.shape && painter->size == node->symbol.size)
        return &painter->outline;
    rk_scene_unref(painter->scratch);
    painter->scratch = rk_scene_new(0, 0);
    rk_symbol_outline(node->symbol.shape, node->symbol.size, painter->builder);
    painter->outline = rk_path_take(painter->builder, painter->scratch);
    painter->shape = node->symbol.shape;
    painter->size = node->symbol.size;
    return &painter->outline;
}

static void paint_symbol(Painter *painter, const RkNode *node)
{
    cairo_t *cairo = painter->cairo;
    cairo_save(cairo);
    cairo_translate(cairo, within(painter, node->symbol.x), within(painter, node->symbol.y));
    cairo_rotate(cairo, node->symbol.angle * G_PI / 180);
    rk_trace_path(cairo, painter->reach, outline_of(painter, node), 0, 0);
    cairo_restore(cairo);
    paint_path(painter, &node->style, node);
}

/* For a crowd's painter of stamps: one symbol onto another surface. */
static void paint_elsewhere(gpointer user, cairo_t *cairo, const RkNode *symbol)
{
    Painter *painter = user;
    cairo_t *own = painter->cairo;
    painter->cairo = cairo;
    paint_symbol(painter, symbol);
    painter->cairo = own;
}

static void paint_symbols(Painter *painter, const RkNode *node)
{
    if (rk_paint_stamps(painter->cairo, node, paint_elsewhere, painter))
        return;
    for (guint i = 0; i < node->symbols.count; i++) {
        RkNode symbol = rk_scene_symbol(node, i);
        if (rk_paint_touches(&symbol, painter->band))
            paint_symbol(painter, &symbol);
    }
}

static void paint_rule(Painter *painter, const RkNode *node)
{
    RkStyle style = node->style;
    style.fill.set = FALSE;
    cairo_move_to(painter->cairo, within(painter, node->rule.x), within(painter, node->rule.y));
    cairo_line_to(painter->cairo, within(painter, node->rule.x2), within(painter, node->rule.y2));
    paint_path(painter, &style, node);
}

static void stroke_line(cairo_t *cairo, const RkNode *node, PangoLayoutLine *line, double scale, double opacity)
{
    const RkStyle *style = &node->style;
    cairo_save(cairo);
    cairo_scale(cairo, scale, scale);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_layout_line_path(cairo, line);
    cairo_restore(cairo);
    rk_paint_source(cairo, &style->stroke, node, opacity);
    set_stroke(cairo, style);
    cairo_stroke(cairo);
}

static void paint_line(Painter *painter, const RkNode *node, const char *text, double y, double opacity)
{
    cairo_t *cairo = painter->cairo;
    double width;
    double scale;
    PangoLayoutLine *line = rk_text_engine_line(painter->engine, &node->text.font, text, &width, &scale);
    cairo_save(cairo);
    cairo_translate(cairo, rk_text_line_left(node->text.align, width), y);
    if (node->text.stroke_below && strokes(&node->style))
        stroke_line(cairo, node, line, scale, opacity);
    if (node->style.fill.set) {
        rk_paint_source(cairo, &node->style.fill, node, opacity);
        cairo_save(cairo);
        cairo_scale(cairo, scale, scale);
        cairo_move_to(cairo, 0, 0);
        pango_cairo_show_layout_line(cairo, line);
        cairo_restore(cairo);
    }
    cairo_new_path(cairo);
    if (!node->text.stroke_below && strokes(&node->style))
        stroke_line(cairo, node, line, scale, opacity);
    cairo_restore(cairo);
}

static void paint_text(Painter *painter, const RkNode *node)
{
    RkTextBox box = rk_text_box_baselines(node, rk_text_engine_measurer(painter->engine));
    if (node->text.font.size <= 0)
        return;
    cairo_save(painter->cairo);
    cairo_translate(painter->cairo, within(painter, node->text.x), within(painter, node->text.y));
    if (node->text.angle != 0)
        cairo_rotate(painter->cairo, node->text.angle * G_PI / 180);
    gboolean apart = begin_opacity(painter, &node->style);
    for (guint i = 0; i < box.line_count; i++)
        if (node->text.lines[i][0] != '\0')
            paint_line(painter, node, node->text.lines[i], box.first_baseline + i * node->text.line_height,
                       apart ? 1 : node->style.opacity);
    if (apart)
        end_opacity(painter, &node->style);
    cairo_restore(painter->cairo);
}

static void paint_node(Painter *painter, const RkNode *node);

static void paint_children(Painter *painter, const RkNode *node)
{
    for (const RkNode *child = node->group.first; child != NULL; child = child->next)
        if (child->kind == RK_NODE_GROUP || rk_paint_touches(child, painter->band))
            paint_node(painter, child);
}

static void paint_group(Painter *painter, const RkNode *node)
{
    cairo_t *cairo = painter->cairo;
    RkReach band = painter->band;
    painter->band = (RkReach){band.top - node->group.y, band.bottom - node->group.y};
    gboolean seen = rk_paint_touches(node, painter->band);
    cairo_save(cairo);
    cairo_translate(cairo, node->group.x, node->group.y);
    if (seen && (node->style.fill.set || strokes(&node->style))) {
        rk_trace_rect(cairo, painter->reach, node->group.shift, node->group.shift, node->group.width,
                      node->group.height, node->group.corner_radius);
        paint_path(painter, &node->style, node);
    }
    if (node->group.clip) {
        rk_trace_rect(cairo, painter->reach, 0, 0, node->group.width, node->group.height, node->group.corner_radius);
        cairo_clip(cairo);
    }
    if (seen || !node->group.clip)
        paint_children(painter, node);
    cairo_restore(cairo);
    painter->band = band;
}

static void paint_shape(Painter *painter, const RkNode *node)
{
    switch (node->kind) {
    case RK_NODE_GROUP:
        paint_group(painter, node);
        break;
    case RK_NODE_RECT:
        rk_trace_rect(painter->cairo, painter->reach, node->rect.x, node->rect.y, node->rect.width, node->rect.height,
                      node->rect.corner_radius);
        paint_path(painter, &node->style, node);
        break;
    case RK_NODE_PATH:
        rk_trace_path(painter->cairo, painter->reach, &node->path.path, node->path.x, node->path.y);
        paint_path(painter, &node->style, node);
        break;
    case RK_NODE_SYMBOL:
        paint_symbol(painter, node);
        break;
    case RK_NODE_SYMBOLS:
        paint_symbols(painter, node);
        break;
    case RK_NODE_RULE:
        paint_rule(painter, node);
        break;
    case RK_NODE_TEXT:
        paint_text(painter, node);
        break;
    }
}

/* The attribute language of Cairo's tags quotes with ' and escapes with a backslash. */
static void begin_link(cairo_t *cairo, const char *href)
{
    g_autoptr(GString) attributes = g_string_new("uri='");
    for (const char *at = href; *at != '\0'; at++) {
        if (*at == '\'' || *at == '\\')
            g_string_append_c(attributes, '\\');
        g_string_append_c(attributes, *at);
    }
    g_string_append_c(attributes, '\'');
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, attributes->str);
}

static void paint_node(Painter *painter, const RkNode *node)
{
    /* A page has no place that a relative link could start from. */
    gboolean linked = painter->links && node->meaning.href != NULL && strchr(node->meaning.href, ':') != NULL;
    if (linked)
        begin_link(painter->cairo, node->meaning.href);
    if (node->style.blend != RK_BLEND_NORMAL)
        cairo_set_operator(painter->cairo, rk_paint_operator(node->style.blend));
    paint_shape(painter, node);
    cairo_set_operator(painter->cairo, CAIRO_OPERATOR_OVER);
    if (linked)
        cairo_tag_end(painter->cairo, CAIRO_TAG_LINK);
}

void rk_paint_scene(cairo_t *cairo, const RkScene *scene, gboolean links)
{
    Painter painter = {.cairo = cairo,
                       .engine = rk_text_engine_acquire(),
                       .builder = rk_path_builder_new(),
                       .links = links,
                       .reach = rk_trace_reach(cairo)};
    double left, right;
    cairo_clip_extents(cairo, &left, &painter.band.top, &right, &painter.band.bottom);
    paint_node(&painter, rk_scene_root(scene));
    rk_scene_unref(painter.scratch);
    rk_path_builder_free(painter.builder);
    rk_text_engine_release(painter.engine);
}

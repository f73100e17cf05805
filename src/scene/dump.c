/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene as text for tests and eyes: everything that shows, one node a line, the same on every machine. No fonts are
 * asked, so what it says does not depend on which are installed.
 */
#include "scene/scene-private.h"

#include <string.h>

#include "base/json-text.h"

const char *rk_node_kind_name(RkNodeKind kind)
{
    static const char *const names[] = {"group", "rect", "path", "symbol", "rule", "text", "symbols"};
    return (guint)kind < G_N_ELEMENTS(names) ? names[kind] : "node";
}

static void put_number(GString *out, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    /* %.2f of a number below 1e17 always fits; the rest is refused by the check and only has to be readable. */
    g_ascii_formatd(buffer, sizeof buffer, ABS(value) < 1e17 ? "%.2f" : "%.2e", value);
    g_string_append(out, strcmp(buffer, "-0.00") == 0 ? "0.00" : buffer);
}

static void put_numbers(GString *out, const char *name, const double *values, guint count)
{
    g_string_append_printf(out, " %s=", name);
    for (guint i = 0; i < count; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        put_number(out, values[i]);
    }
}

static void put_point(GString *out, double x, double y)
{
    g_string_append_c(out, ' ');
    put_number(out, x);
    g_string_append_c(out, ',');
    put_number(out, y);
}

static void put_size(GString *out, double width, double height)
{
    g_string_append_c(out, ' ');
    put_number(out, width);
    g_string_append_c(out, 'x');
    put_number(out, height);
}

static void put_text(GString *out, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(out, " %s=", name);
    rk_json_append_text(out, text);
}

static void put_gradient(GString *out, const char *name, const RkGradient *gradient)
{
    const double ends[] = {gradient->x1, gradient->y1, gradient->x2, gradient->y2};
    const double radii[] = {gradient->r1, gradient->r2};
    put_numbers(out, name, ends, G_N_ELEMENTS(ends));
    if (gradient->radial)
        put_numbers(out, "radii", radii, G_N_ELEMENTS(radii));
    for (guint i = 0; i < gradient->stop_count; i++) {
        char buffer[8];
        g_string_append_c(out, i == 0 ? ':' : ',');
        put_number(out, gradient->stops[i].offset);
        g_string_append(out, rk_color_write(gradient->stops[i].color, buffer));
    }
}

static void put_paint(GString *out, const char *name, const RkPaint *paint)
{
    if (!paint->set)
        return;
    char buffer[8];
    if (paint->gradient != NULL) {
        put_gradient(out, name, paint->gradient);
        return;
    }
    g_string_append_printf(out, " %s=%s", name, rk_color_write(paint->color, buffer));
    if (paint->color.alpha < 1) {
        g_string_append_c(out, '/');
        put_number(out, paint->color.alpha);
    }
}

static void put_style(GString *out, const RkStyle *style)
{
    static const char *const caps[] = {"butt", "round", "square"};
    static const char *const joins[] = {"miter", "round", "bevel"};
    put_paint(out, "fill", &style->fill);
    put_paint(out, "stroke", &style->stroke);
    if (style->stroke.set)
        put_numbers(out, "width", &style->stroke_width, 1);
    if (style->opacity < 1)
        put_numbers(out, "opacity", &style->opacity, 1);
    if (style->dash != NULL && style->dash_count > 0)
        put_numbers(out, "dash", style->dash, style->dash_count);
    if (style->dash_offset != 0)
        put_numbers(out, "dash-offset", &style->dash_offset, 1);
    if (style->miter_limit != 0)
        put_numbers(out, "miter-limit", &style->miter_limit, 1);
    if (style->blend != RK_BLEND_NORMAL)
        g_string_append_printf(out, " blend=%s", rk_blend_words()[style->blend]);
    if (style->cap != RK_CAP_BUTT)
        g_string_append_printf(out, " cap=%s", (guint)style->cap < 3 ? caps[style->cap] : "?");
    if (style->join != RK_JOIN_MITER)
        g_string_append_printf(out, " join=%s", (guint)style->join < 3 ? joins[style->join] : "?");
}

static void put_meaning(GString *out, const RkMeaning *meaning)
{
    put_text(out, "class", meaning->class_name);
    put_text(out, "role", meaning->role);
    put_text(out, "description", meaning->role_description);
    put_text(out, "label", meaning->label);
    put_text(out, "href", meaning->href);
    if (meaning->hidden)
        g_string_append(out, " hidden");
}

static void put_path(GString *out, const RkPath *path)
{
    static const char letters[] = "MLCAZ";
    const double *numbers = path->numbers;
    g_string_append_c(out, ' ');
    for (guint i = 0; i < path->verb_count && path->verbs[i] <= RK_PATH_CLOSE; i++) {
        g_string_append_c(out, letters[path->verbs[i]]);
        for (guint left = rk_path_verb_numbers(path->verbs[i]); left > 0; left--) {
            put_number(out, *numbers++);
            if (left > 1)
                g_string_append_c(out, ',');
        }
    }
}

static void put_lines(GString *out, const RkNode *node)
{
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++) {
        g_string_append_c(out, ' ');
        rk_json_append_text(out, *line);
    }
}

static void put_font(GString *out, const RkNode *node)
{
    static const char *const aligns[] = {"left", "center", "right"};
    static const char *const baselines[] = {"alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"};
    const RkFont *font = &node->text.font;
    put_text(out, "family", font->family);
    put_numbers(out, "size", &font->size, 1);
    if (font->weight != 400)
        g_string_append_printf(out, " weight=%u", font->weight);
    g_string_append(out, font->italic ? " italic" : "");
    g_string_append(out, font->tabular ? " tabular" : "");
    g_string_append_printf(out, " %s %s", (guint)node->text.align < 3 ? aligns[node->text.align] : "?",
                           (guint)node->text.baseline < G_N_ELEMENTS(baselines) ? baselines[node->text.baseline] : "?");
    if (node->text.angle != 0)
        put_numbers(out, "angle", &node->text.angle, 1);
    if (node->text.stroke_below)
        g_string_append(out, " stroke-below");
    if (node->text.lines != NULL && node->text.lines[0] != NULL && node->text.lines[1] != NULL)
        put_numbers(out, "line-height", &node->text.line_height, 1);
}

static gboolean has_corners(const double radius[4])
{
    return radius[0] != 0 || radius[1] != 0 || radius[2] != 0 || radius[3] != 0;
}

static void put_rect(GString *out, const RkNode *node)
{
    const double *radius = node->rect.corner_radius;
    put_point(out, node->rect.x, node->rect.y);
    put_size(out, node->rect.width, node->rect.height);
    if (has_corners(radius))
        put_numbers(out, "radius", radius, 4);
}

static void put_symbol(GString *out, const RkNode *node)
{
    put_point(out, node->symbol.x, node->symbol.y);
    g_string_append_printf(out, " %s", node->symbol.shape == NULL ? "?" : node->symbol.shape);
    put_numbers(out, "size", &node->symbol.size, 1);
    if (node->symbol.angle != 0)
        put_numbers(out, "angle", &node->symbol.angle, 1);
}

static void put_geometry(GString *out, const RkNode *node)
{
    switch (node->kind) {
    case RK_NODE_GROUP:
        put_point(out, node->group.x, node->group.y);
        if (node->group.width != 0 || node->group.height != 0)
            put_size(out, node->group.width, node->group.height);
        g_string_append(out, node->group.clip ? " clip" : "");
        if (has_corners(node->group.corner_radius))
            put_numbers(out, "radius", node->group.corner_radius, 4);
        break;
    case RK_NODE_RECT:
        put_rect(out, node);
        break;
    case RK_NODE_PATH:
        put_point(out, node->path.x, node->path.y);
        put_path(out, &node->path.path);
        break;
    case RK_NODE_SYMBOL:
        put_symbol(out, node);
        break;
    case RK_NODE_RULE:
        put_point(out, node->rule.x, node->rule.y);
        put_point(out, node->rule.x2, node->rule.y2);
        break;
    case RK_NODE_TEXT:
        put_point(out, node->text.x, node->text.y);
        put_lines(out, node);
        put_font(out, node);
        break;
    default:
        break;
    }
}

static void put_node(GString *out, const RkNode *node, guint depth)
{
    for (guint i = 0; node->kind == RK_NODE_SYMBOLS && i < node->symbols.count; i++) {
        RkNode symbol = rk_scene_symbol(node, i);
        put_node(out, &symbol, depth);
    }
    if (node->kind == RK_NODE_SYMBOLS)
        return;
    g_string_append_printf(out, "%*s%s", (int)(2 * depth), "", rk_node_kind_name(node->kind));
    put_geometry(out, node);
    put_style(out, &node->style);
    put_meaning(out, &node->meaning);
    g_string_append_c(out, '\n');
    if (node->kind == RK_NODE_GROUP)
        for (const RkNode *child = node->group.first; child != NULL; child = child->next)
            put_node(out, child, depth + 1);
}

char *rk_scene_dump(const RkScene *scene)
{
    GString *out = g_string_new("scene");
    put_size(out, rk_scene_width(scene), rk_scene_height(scene));
    put_text(out, "title", rk_scene_title(scene));
    put_text(out, "description", rk_scene_description(scene));
    put_text(out, "language", rk_scene_language(scene));
    g_string_append_c(out, '\n');
    put_node(out, rk_scene_root(scene), 1);
    return g_string_free(out, FALSE);
}

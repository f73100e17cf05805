/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing as JSON with the box of every item, for programs that lay something over a chart (places to click, notes)
 * or compare two of them. Boxes are in pixels of the picture; half a stroke's width lies outside of them.
 */
#include "render/render.h"

#include <math.h>
#include <string.h>

#include "base/json-text.h"
#include "scene/bounds.h"
#include "scene/text-box.h"

typedef struct {
    GString *out;
    RkTextMeasurer *measurer;
} Writer;

static void put_text(GString *out, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(out, ",\"%s\":", name);
    rk_json_append_text(out, text);
}

static void put_number(GString *out, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    /* Thousandths of a pixel; ten digits hold them within any picture. Adding zero drops the sign of a negative one. */
    g_string_append(out, g_ascii_formatd(buffer, sizeof buffer, "%.10g", round(value * 1000) / 1000 + 0.0));
}

static void put_numbers(GString *out, const char *name, const double *values, guint count)
{
    g_string_append_printf(out, ",\"%s\":[", name);
    for (guint i = 0; i < count; i++) {
        g_string_append(out, i > 0 ? "," : "");
        put_number(out, values[i]);
    }
    g_string_append_c(out, ']');
}

static void put_named(GString *out, const char *name, double value)
{
    g_string_append_printf(out, ",\"%s\":", name);
    put_number(out, value);
}

/** The kind of a gradient and its stops: place, colour and opacity. */
static void put_gradient(GString *out, const char *name, const RkGradient *gradient)
{
    char buffer[8];
    g_string_append_printf(out, ",\"%sGradient\":{\"gradient\":\"%s\",\"stops\":[", name,
                           gradient->radial ? "radial" : "linear");
    for (guint i = 0; i < gradient->stop_count; i++) {
        const RkStop *stop = &gradient->stops[i];
        g_string_append(out, i > 0 ? ",[" : "[");
        put_number(out, stop->offset);
        g_string_append_printf(out, ",\"%s\",", rk_color_write(stop->color, buffer));
        put_number(out, stop->color.alpha);
        g_string_append_c(out, ']');
    }
    g_string_append(out, "]}");
}

static void put_paint(GString *out, const char *name, const RkPaint *paint)
{
    char buffer[8];
    if (!paint->set)
        return;
    if (paint->gradient != NULL)
        put_gradient(out, name, paint->gradient);
    g_string_append_printf(out, ",\"%s\":\"%s\"", name, rk_color_write(paint->color, buffer));
    if (paint->color.alpha < 1)
        g_string_append_printf(out, ",\"%sOpacity\":", name), put_number(out, paint->color.alpha);
}

static void put_style(GString *out, const RkStyle *style)
{
    put_paint(out, "fill", &style->fill);
    put_paint(out, "stroke", &style->stroke);
    if (style->stroke.set)
        put_named(out, "strokeWidth", style->stroke_width);
    if (style->stroke.set && style->dash_count > 0)
        put_numbers(out, "strokeDash", style->dash, style->dash_count);
    if (style->opacity < 1)
        put_named(out, "opacity", style->opacity);
}

static void put_meaning(GString *out, const RkMeaning *meaning)
{
    put_text(out, "class", meaning->class_name);
    put_text(out, "role", meaning->role);
    put_text(out, "roleDescription", meaning->role_description);
    put_text(out, "label", meaning->label);
    put_text(out, "href", meaning->href);
    g_string_append(out, meaning->hidden ? ",\"hidden\":true" : "");
}

/** What a text needs beside its box to be set again: `at` is where its first line stands on its baseline, before the
 * line is turned around `anchor`. */
static void put_letters(Writer *writer, const RkNode *node)
{
    static const char *const aligns[] = {"left", "center", "right"};
    RkTextBox box = rk_text_box(node, writer->measurer);
    g_string_append(writer->out, ",\"lines\":[");
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++) {
        g_string_append(writer->out, line == node->text.lines ? "" : ",");
        rk_json_append_text(writer->out, *line);
    }
    g_string_append_c(writer->out, ']');
    put_text(writer->out, "font", node->text.font.family);
    put_named(writer->out, "fontSize", node->text.font.size);
    put_named(writer->out, "fontWeight", node->text.font.weight);
    g_string_append(writer->out, node->text.font.italic ? ",\"fontStyle\":\"italic\"" : "");
    put_text(writer->out, "align", aligns[MIN((guint)node->text.align, 2)]);
    put_named(writer->out, "angle", node->text.angle);
    put_named(writer->out, "baseline", box.first_baseline);
    put_named(writer->out, "textWidth", box.right - box.left);
    put_named(writer->out, "lineHeight", node->text.line_height);
}

static void put_node(Writer *writer, const RkNode *node, double x, double y, guint depth);

static void put_symbols(Writer *writer, const RkNode *node, double x, double y, guint depth)
{
    for (guint i = 0; i < node->symbols.count; i++) {
        RkNode symbol = rk_scene_symbol(node, i);
        g_string_append(writer->out, i == 0 ? "" : ",\n");
        put_node(writer, &symbol, x, y, depth);
    }
}

static void put_node(Writer *writer, const RkNode *node, double x, double y, guint depth)
{
    if (node->kind == RK_NODE_SYMBOLS) {
        put_symbols(writer, node, x, y, depth);
        return;
    }
    static const char *const kinds[] = {"group", "rect", "path", "symbol", "rule", "text", "symbols"};
    RkBounds bounds = rk_node_bounds(node, writer->measurer);
    const double box[4] = {bounds.left + x, bounds.top + y, bounds.right + x, bounds.bottom + y};
    g_string_append_printf(writer->out, "%*s{\"kind\":\"%s\"", (int)depth, "", kinds[node->kind]);
    put_numbers(writer->out, "box", box, 4);
    put_meaning(writer->out, &node->meaning);
    put_style(writer->out, &node->style);
    if (node->kind == RK_NODE_SYMBOL)
        put_text(writer->out, "shape", node->symbol.shape);
    if (node->kind == RK_NODE_TEXT) {
        put_numbers(writer->out, "anchor", (const double[]){node->text.x + x, node->text.y + y}, 2);
        put_letters(writer, node);
    }
    if (node->kind == RK_NODE_GROUP) {
        g_string_append(writer->out, node->group.clip ? ",\"clip\":true" : "");
        g_string_append(writer->out, ",\"items\":[");
        for (const RkNode *child = node->group.first; child != NULL; child = child->next) {
            g_string_append(writer->out, child == node->group.first ? "\n" : ",\n");
            put_node(writer, child, x + node->group.x, y + node->group.y, depth + 1);
        }
        g_string_append_c(writer->out, ']');
    }
    g_string_append_c(writer->out, '}');
}

static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    (void)options;
    (void)error;
    GString *out = g_string_new("{\"width\":");
    Writer writer = {out, rk_text_measurer()};
    put_number(out, rk_scene_width(scene));
    put_named(out, "height", rk_scene_height(scene));
    put_text(out, "title", rk_scene_title(scene));
    put_text(out, "description", rk_scene_description(scene));
    put_text(out, "language", rk_scene_language(scene));
    g_string_append(out, ",\"root\":\n");
    put_node(&writer, rk_scene_root(scene), 0, 0, 1);
    g_string_append(out, "}\n");
    return g_string_free_to_bytes(out);
}

const RkRenderer rk_renderer_scene_json = {
    .name = "scene-json",
    .media_type = "application/json",
    .summary = "the drawing as JSON, with the box of every item: for programs that lay something over it",
    .render = render,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every kind of node as an SVG element, with its meaning as classes and ARIA attributes. It refuses to trust viewers
 * with baselines: they are computed from the font.
 */
#include "render/svg-private.h"

#include "scene/symbol.h"
#include "scene/text-box.h"

#include <string.h>

static void put_meaning(GString *out, const RkMeaning *meaning)
{
    rk_svg_put_attribute(out, "class", meaning->class_name);
    rk_svg_put_attribute(out, "aria-label", meaning->label);
    rk_svg_put_attribute(out, "role", meaning->role);
    rk_svg_put_attribute(out, "aria-roledescription", meaning->role_description);
    if (meaning->hidden)
        g_string_append(out, " aria-hidden=\"true\"");
}

static void put_style(RkSvgWriter *writer, const RkNode *node, RkSvgState inherited)
{
    RkSvgState state = rk_svg_state_of(node, writer->texts);
    if (node->style.opacity < 1)
        rk_svg_put_number_attribute(writer->out, "opacity", node->style.opacity);
    if (node->style.blend != RK_BLEND_NORMAL)
        g_string_append_printf(writer->out, " style=\"mix-blend-mode:%s\"", rk_blend_words()[node->style.blend]);
    rk_svg_state_write(writer->out, &state, &inherited);
}

static void put_translation(GString *out, double x, double y)
{
    if (x == 0 && y == 0)
        return;
    g_string_append(out, " transform=\"translate(");
    rk_svg_put_number(out, x);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, y);
    g_string_append(out, ")\"");
}

static void put_rotation(GString *out, double angle, double x, double y)
{
    g_string_append(out, " transform=\"rotate(");
    rk_svg_put_number(out, angle);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, x);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, y);
    g_string_append(out, ")\"");
}

static void write_path(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    g_string_append(writer->out, "<path");
    put_meaning(writer->out, &node->meaning);
    g_string_append(writer->out, " d=\"");
    if (node->kind == RK_NODE_RECT)
        rk_svg_put_rect(writer->out, node->rect.x, node->rect.y, node->rect.width, node->rect.height,
                        node->rect.corner_radius);
    else
        rk_svg_put_path(writer->out, &node->path.path, node->path.x, node->path.y);
    g_string_append_c(writer->out, '"');
    put_style(writer, node, *inherited);
    g_string_append(writer->out, "/>\n");
}

static const char *outline_of(RkSvgWriter *writer, const RkNode *node)
{
    if (writer->shape != NULL && strcmp(writer->shape, node->symbol.shape) == 0 && writer->size == node->symbol.size)
        return writer->outline->str;
    g_clear_pointer(&writer->scratch, rk_scene_unref);
    writer->scratch = rk_scene_new(0, 0);
    rk_symbol_outline(node->symbol.shape, node->symbol.size, writer->builder);
    RkPath path = rk_path_take(writer->builder, writer->scratch);
    g_string_truncate(writer->outline, 0);
    rk_svg_put_path(writer->outline, &path, 0, 0);
    writer->shape = node->symbol.shape;
    writer->size = node->symbol.size;
    return writer->outline->str;
}

static void write_symbol(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    GString *out = writer->out;
    g_string_append(out, "<path");
    put_meaning(out, &node->meaning);
    g_string_append(out, " transform=\"translate(");
    rk_svg_put_number(out, node->symbol.x);
    g_string_append_c(out, ',');
    rk_svg_put_number(out, node->symbol.y);
    g_string_append_c(out, ')');
    if (node->symbol.angle != 0) {
        g_string_append(out, "rotate(");
        rk_svg_put_number(out, node->symbol.angle);
        g_string_append_c(out, ')');
    }
    g_string_append_printf(out, "\" d=\"%s\"", outline_of(writer, node));
    put_style(writer, node, *inherited);
    g_string_append(out, "/>\n");
}

static void write_symbols(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    for (guint i = 0; i < node->symbols.count; i++) {
        RkNode symbol = rk_scene_symbol(node, i);
        rk_svg_write_node(writer, &symbol, inherited);
    }
}

static void write_rule(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    g_string_append(writer->out, "<line");
    put_meaning(writer->out, &node->meaning);
    rk_svg_put_number_attribute(writer->out, "x1", node->rule.x);
    rk_svg_put_number_attribute(writer->out, "y1", node->rule.y);
    rk_svg_put_number_attribute(writer->out, "x2", node->rule.x2);
    rk_svg_put_number_attribute(writer->out, "y2", node->rule.y2);
    put_style(writer, node, *inherited);
    g_string_append(writer->out, "/>\n");
}

/* Spaces that XML would swallow but Pango measured. */
static gboolean has_odd_spaces(const RkNode *node)
{
    for (const char *const *line = node->text.lines; *line != NULL; line++) {
        gsize length = strlen(*line);
        if (length > 0 && ((*line)[0] == ' ' || (*line)[length - 1] == ' ' || strstr(*line, "  ") != NULL))
            return TRUE;
    }
    return FALSE;
}

static void put_lines(GString *out, const RkNode *node, double y)
{
    const char *const *lines = node->text.lines;
    if (lines[1] == NULL) {
        rk_svg_put_escaped(out, lines[0]);
        return;
    }
    for (; *lines != NULL; lines++, y += node->text.line_height) {
        g_string_append(out, "<tspan");
        rk_svg_put_number_attribute(out, "x", node->text.x);
        rk_svg_put_number_attribute(out, "y", y);
        g_string_append_c(out, '>');
        rk_svg_put_escaped(out, *lines);
        g_string_append(out, "</tspan>");
    }
}

static void write_text(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    GString *out = writer->out;
    RkTextBox box = rk_text_box_baselines(node, writer->measurer);
    if (box.line_count == 0)
        return;
    double y = node->text.y + box.first_baseline;
    g_string_append(out, "<text");
    put_meaning(out, &node->meaning);
    rk_svg_put_number_attribute(out, "x", node->text.x);
    rk_svg_put_number_attribute(out, "y", y);
    if (node->text.angle != 0)
        put_rotation(out, node->text.angle, node->text.x, node->text.y);
    if (has_odd_spaces(node))
        g_string_append(out, " xml:space=\"preserve\"");
    put_style(writer, node, *inherited);
    if (node->text.stroke_below && node->style.stroke.set)
        g_string_append(out, " paint-order=\"stroke\"");
    g_string_append_c(out, '>');
    put_lines(out, node, y);
    g_string_append(out, "</text>\n");
}

/* The id of a clip path of the frame's size; written where it is first needed. */
static const char *clip_of(RkSvgWriter *writer, const RkNode *node)
{
    g_autoptr(GString) data = g_string_new(NULL);
    rk_svg_put_rect(data, 0, 0, node->group.width, node->group.height, node->group.corner_radius);
    const char *known = g_hash_table_lookup(writer->clips, data->str);
    if (known != NULL)
        return known;
    char *id = g_strdup_printf("%s-clip%u", writer->prefix, g_hash_table_size(writer->clips) + 1);
    g_string_append_printf(writer->out, "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>\n", id, data->str);
    g_hash_table_insert(writer->clips, g_strdup(data->str), id);
    return id;
}

static void write_frame(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    if (!node->style.fill.set && !node->style.stroke.set)
        return;
    g_string_append(writer->out, "<path class=\"background\" aria-hidden=\"true\" d=\"");
    rk_svg_put_rect(writer->out, node->group.shift, node->group.shift, node->group.width, node->group.height,
                    node->group.corner_radius);
    g_string_append_c(writer->out, '"');
    put_style(writer, node, *inherited);
    g_string_append(writer->out, "/>\n");
}

static void write_children(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    const char *clip = node->group.clip && node->group.first != NULL ? clip_of(writer, node) : NULL;
    if (clip != NULL)
        g_string_append_printf(writer->out, "<g clip-path=\"url(#%s)\">\n", clip);
    for (const RkNode *child = node->group.first; child != NULL; child = child->next)
        rk_svg_write_node(writer, child, inherited);
    if (clip != NULL)
        g_string_append(writer->out, "</g>\n");
}

static void write_group(RkSvgWriter *writer, const RkNode *node, const RkSvgState *outer)
{
    RkSvgState inherited = *outer;
    RkSvgState shared = rk_svg_state_shared(node, writer->texts);
    g_string_append(writer->out, "<g");
    put_meaning(writer->out, &node->meaning);
    put_translation(writer->out, node->group.x, node->group.y);
    rk_svg_state_write(writer->out, &shared, &inherited);
    g_string_append(writer->out, ">\n");
    write_frame(writer, node, &inherited);
    write_children(writer, node, &inherited);
    g_string_append(writer->out, "</g>\n");
}

static void write_shape(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    switch (node->kind) {
    case RK_NODE_GROUP:
        write_group(writer, node, inherited);
        break;
    case RK_NODE_RECT:
    case RK_NODE_PATH:
        write_path(writer, node, inherited);
        break;
    case RK_NODE_SYMBOL:
        write_symbol(writer, node, inherited);
        break;
    case RK_NODE_SYMBOLS:
        write_symbols(writer, node, inherited);
        break;
    case RK_NODE_RULE:
        write_rule(writer, node, inherited);
        break;
    case RK_NODE_TEXT:
        write_text(writer, node, inherited);
        break;
    }
}

void rk_svg_write_node(RkSvgWriter *writer, const RkNode *node, const RkSvgState *inherited)
{
    rk_svg_write_gradients(writer, node);
    if (node->meaning.href == NULL) {
        write_shape(writer, node, inherited);
        return;
    }
    g_string_append(writer->out, "<a");
    rk_svg_put_attribute(writer->out, "href", node->meaning.href);
    g_string_append(writer->out, ">\n");
    write_shape(writer, node, inherited);
    g_string_append(writer->out, "</a>\n");
}

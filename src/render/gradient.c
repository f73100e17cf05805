/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradients: where their circles lie, as definitions of SVG and as patterns of Cairo. As in Vega, a linear gradient is
 * stretched with the box around what it paints, a radial one stays round.
 */
#include "render/gradient-private.h"

#include "render/paint-private.h"
#include "render/svg-private.h"

#include <math.h>

RkCircles rk_gradient_circles(const RkGradient *gradient, const double box[4])
{
    double width = box[2] - box[0], height = box[3] - box[1], longer = fmax(width, height);
    return (RkCircles){box[0] + gradient->x1 * width, box[1] + gradient->y1 * height, fmax(gradient->r1, 0) * longer,
                       box[0] + gradient->x2 * width, box[1] + gradient->y2 * height, fmax(gradient->r2, 0) * longer};
}

static void put_share(GString *out, const char *name, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(out, " %s=\"%s\"", name, g_ascii_formatd(buffer, sizeof buffer, "%.6g", value));
}

static void put_stops(GString *out, const RkGradient *gradient)
{
    for (guint i = 0; i < gradient->stop_count; i++) {
        char buffer[8];
        g_string_append(out, "<stop");
        put_share(out, "offset", gradient->stops[i].offset);
        g_string_append_printf(out, " stop-color=\"%s\"", rk_color_write(gradient->stops[i].color, buffer));
        if (gradient->stops[i].color.alpha < 1)
            put_share(out, "stop-opacity", gradient->stops[i].color.alpha);
        g_string_append(out, "/>");
    }
}

static void put_radial(GString *out, const RkGradient *gradient, const double box[4], gboolean boxed)
{
    static const double unit[4] = {0, 0, 1, 1};
    RkCircles circles = rk_gradient_circles(gradient, boxed ? box : unit);
    const char *const names[] = {"fx", "fy", "fr", "cx", "cy", "r"};
    const double values[] = {circles.x1, circles.y1, circles.r1, circles.x2, circles.y2, circles.r2};
    if (boxed)
        g_string_append(out, " gradientUnits=\"userSpaceOnUse\"");
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        put_share(out, names[i], values[i]);
}

/* A level or upright line has no box that SVG would stretch a gradient over. */
static void put_linear(GString *out, const RkGradient *gradient, const double box[4], gboolean boxed)
{
    const char *const names[] = {"x1", "y1", "x2", "y2"};
    double values[] = {gradient->x1, gradient->y1, gradient->x2, gradient->y2};
    gboolean flat = boxed && (box[2] - box[0] < 1e-6 || box[3] - box[1] < 1e-6);
    if (flat)
        g_string_append(out, " gradientUnits=\"userSpaceOnUse\"");
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (flat)
            values[i] = box[i % 2] + values[i] * (box[i % 2 + 2] - box[i % 2]);
        put_share(out, names[i], values[i]);
    }
}

/* Everything of the definition but its id. */
static char *definition(const RkNode *node, const RkGradient *gradient)
{
    double box[4];
    gboolean boxed = rk_node_box(node, box);
    g_autoptr(GString) out = g_string_new(NULL);
    if (gradient->radial)
        put_radial(out, gradient, box, boxed);
    else
        put_linear(out, gradient, box, boxed);
    g_string_append_c(out, '>');
    put_stops(out, gradient);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

char *rk_svg_gradient_id(const RkNode *node, const RkGradient *gradient)
{
    g_autofree char *text = definition(node, gradient);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    return g_strdup_printf("gradient-%.12s", sum);
}

static void write_gradient(RkSvgWriter *writer, const RkNode *node, const RkPaint *paint)
{
    if (!paint->set || paint->gradient == NULL)
        return;
    char *id = rk_svg_gradient_id(node, paint->gradient);
    if (g_hash_table_contains(writer->gradients, id)) {
        g_free(id);
        return;
    }
    const char *element = paint->gradient->radial ? "radialGradient" : "linearGradient";
    g_autofree char *text = definition(node, paint->gradient);
    g_string_append_printf(writer->out, "<%s id=\"%s\"%s</%s>\n", element, id, text, element);
    g_hash_table_add(writer->gradients, id);
}

void rk_svg_write_gradients(RkSvgWriter *writer, const RkNode *node)
{
    write_gradient(writer, node, &node->style.fill);
    write_gradient(writer, node, &node->style.stroke);
}

static cairo_pattern_t *linear_pattern(const RkGradient *gradient, const double box[4])
{
    cairo_matrix_t matrix;
    cairo_pattern_t *pattern = cairo_pattern_create_linear(gradient->x1, gradient->y1, gradient->x2, gradient->y2);
    cairo_matrix_init(&matrix, fmax(box[2] - box[0], 1e-3), 0, 0, fmax(box[3] - box[1], 1e-3), box[0], box[1]);
    cairo_matrix_invert(&matrix);
    cairo_pattern_set_matrix(pattern, &matrix);
    return pattern;
}

void rk_paint_set_gradient(cairo_t *cairo, const RkGradient *gradient, const double box[4], double opacity)
{
    RkCircles c = rk_gradient_circles(gradient, box);
    cairo_pattern_t *pattern = gradient->radial ? cairo_pattern_create_radial(c.x1, c.y1, c.r1, c.x2, c.y2, c.r2)
                                                : linear_pattern(gradient, box);
    for (guint i = 0; i < gradient->stop_count; i++) {
        const RkStop *stop = &gradient->stops[i];
        cairo_pattern_add_color_stop_rgba(pattern, stop->offset, stop->color.red, stop->color.green, stop->color.blue,
                                          stop->color.alpha * opacity);
    }
    cairo_set_source(cairo, pattern);
    cairo_pattern_destroy(pattern);
}

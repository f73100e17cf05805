/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture is painted in bands, and what does not lie in a band is passed over: together they must be the picture that
 * Cairo paints at once.
 */
#include "unit.h"

#include "render/paint-private.h"
#include "render/png-private.h"
#include "render/render.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1120, HEIGHT = 1400, SCALE = 2 };

static RkNode *add(RkScene *scene, RkNodeKind kind, double stroke_width)
{
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), kind);
    node->style.stroke = (RkPaint){TRUE, {0.2, 0.3, 0.6, 1}};
    node->style.stroke_width = stroke_width;
    return node;
}

/* Everything that a node can be, all over a picture that is painted in several bands. */
static RkScene *draw_tall(double width, double height)
{
    RkScene *scene = rk_scene_new(width, height);
    for (double y = 0; y < height; y += 37) {
        RkNode *symbol = add(scene, RK_NODE_SYMBOL, 9);
        symbol->symbol.x = 30 + fmod(y, 50);
        symbol->symbol.y = y;
        symbol->symbol.size = 900;
        symbol->symbol.angle = y;
        symbol->symbol.shape = "wedge";
        symbol->style.fill = (RkPaint){TRUE, {0.9, 0.5, 0.1, 1}};
        symbol->style.opacity = 0.5;
        RkNode *text = add(scene, RK_NODE_TEXT, 1);
        text->text.x = 200;
        text->text.y = y;
        text->text.angle = fmod(y, 3) < 1 ? 0 : y;
        text->text.lines = rk_scene_lines(scene, "Ų Žemaitija\nǗg įj");
        text->text.font = (RkFont){.size = 20, .weight = 400};
        text->text.line_height = 26;
        text->text.baseline = (RkBaseline)((int)y % 4);
        text->style.fill = (RkPaint){TRUE, {0, 0, 0, 1}};
        RkNode *group = rk_scene_add_group(scene, rk_scene_root(scene), NULL, 320, y);
        group->group.width = 60;
        group->group.height = 20;
        group->group.clip = (int)y % 2 == 0;
        RkNode *rule = rk_scene_add(scene, group, RK_NODE_RULE);
        rule->rule.y = -30;
        rule->rule.x2 = rule->rule.y2 = 55;
        rule->style.stroke = (RkPaint){TRUE, {0.7, 0.1, 0.1, 1}};
        rule->style.stroke_width = 5;
        rule->style.cap = RK_CAP_SQUARE;
    }
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_move(builder, 400, 5);
    rk_path_line(builder, 420, height - 5);
    rk_path_line(builder, 440, 5);
    rk_path_arc(builder, 460, height / 2, 40, 0, 5);
    rk_path_curve(builder, 500, -height, 520, 2 * height, 540, height / 2);
    add(scene, RK_NODE_PATH, 6)->path.path = rk_path_take(builder, scene);
    return scene;
}

static cairo_surface_t *paint_at_once(const RkScene *scene)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, SCALE, SCALE);
    rk_paint_scene(cairo, scene, FALSE);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

typedef struct {
    GBytes *file;
    gsize at;
} Reader;

static cairo_status_t read_some(void *closure, unsigned char *to, unsigned int length)
{
    Reader *reader = closure;
    memcpy(to, (const guint8 *)g_bytes_get_data(reader->file, NULL) + reader->at, length);
    reader->at += length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *paint_in_bands(const RkScene *scene, double scale)
{
    GError *error = NULL;
    g_autoptr(GBytes) file = rk_render(rk_renderer_find("png"), scene, &(RkRenderOptions){.scale = scale}, &error);
    if (file == NULL)
        fail_msg("%s", error->message);
    Reader reader = {file, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

static guint32 pixel_at(cairo_surface_t *surface, int x, int y)
{
    guint32 pixel;
    memcpy(&pixel, cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + 4 * x, 4);
    return pixel & 0xffffff;
}

static gboolean are_alike(guint32 first, guint32 second)
{
    for (guint shift = 0; shift <= 16; shift += 8)
        if (abs((int)(first >> shift & 0xff) - (int)(second >> shift & 0xff)) > RK_PALETTE_TOLERANCE)
            return FALSE;
    return TRUE;
}

/* A band that left something out, or put it elsewhere, would be off by more than a palette may be. */
static void test_bands(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_tall(WIDTH / SCALE, HEIGHT / SCALE);
    cairo_surface_t *whole = paint_at_once(scene);
    cairo_surface_t *bands = paint_in_bands(scene, SCALE);
    guint inked = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            guint32 wanted = pixel_at(whole, x, y);
            guint32 found = pixel_at(bands, x, y);
            if (!are_alike(found, wanted))
                fail_msg("pixel %d, %d is %06x instead of %06x", x, y, found, wanted);
            inked += wanted != 0xffffff;
        }
    }
    assert_in_range(inked, WIDTH * HEIGHT / 20, WIDTH * HEIGHT);
    cairo_surface_destroy(whole);
    cairo_surface_destroy(bands);
}

/* Coordinates at the limit, large strokes, tiny dashes and odd arcs neither hang nor disturb what is inside. */
static void test_far_away(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(20, 20);
    RkNode *rule = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RULE);
    rule->rule.x = -1e6;
    rule->rule.x2 = 1e6;
    rule->rule.y = rule->rule.y2 = 10;
    rule->style.stroke = (RkPaint){TRUE, {0, 0, 0, 1}};
    rule->style.stroke_width = 2;
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_arc(builder, 1e6, -1e6, 1e6, 1e6, -1e6);
    RkNode *path = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_PATH);
    path->path.path = rk_path_take(builder, scene);
    path->style.opacity = 0.5;
    path->style.fill = (RkPaint){TRUE, {1, 1, 1, 1}};
    path->style.stroke = (RkPaint){TRUE, {1, 1, 1, 1}};
    path->style.stroke_width = 1;
    path->path.x = 1e6;
    cairo_surface_t *surface = paint_in_bands(scene, 8);
    assert_int_equal(pixel_at(surface, 80, 80), 0);
    assert_int_equal(pixel_at(surface, 80, 20), 0xffffff);
    cairo_surface_destroy(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bands), cmocka_unit_test(test_far_away)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

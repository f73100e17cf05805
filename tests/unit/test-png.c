/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG: decoded again by libpng (through Cairo), pixel by pixel; the chunks and their order as the PNG specification
 * wants them; and the limits.
 */
#include "unit.h"

#include "render/png-private.h"
#include "render/render.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

typedef struct {
    const guint8 *data;
    gsize left;
} Reader;

static cairo_status_t read_some(void *closure, unsigned char *to, unsigned int length)
{
    Reader *reader = closure;
    if (reader->left < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, reader->data, length);
    reader->data += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(GBytes *file)
{
    gsize size;
    Reader reader = {g_bytes_get_data(file, &size), 0};
    reader.left = size;
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

static guint32 pixel_at(cairo_surface_t *surface, int x, int y)
{
    const guchar *row = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    guint32 pixel;
    memcpy(&pixel, row + 4 * x, 4);
    return cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24 ? pixel | 0xff000000u : pixel;
}

static guint32 word_at(const guint8 *data)
{
    return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

/* The names of the chunks in order, and the content of one of them. */
static char *list_chunks(GBytes *file, const char *wanted, const guint8 **content)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(file, &size);
    GString *names = g_string_new(NULL);
    assert_memory_equal(data, "\x89PNG\r\n\x1a\n", 8);
    for (gsize at = 8; at < size; at += 12 + word_at(data + at)) {
        if (wanted != NULL && memcmp(data + at + 4, wanted, 4) == 0)
            *content = data + at + 8;
        g_string_append_printf(names, "%s%.4s", names->len > 0 ? " " : "", (const char *)data + at + 4);
    }
    return g_string_free(names, FALSE);
}

static RkNode *add_rect(RkScene *scene, double x, double y, double width, double height, RkColor color)
{
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
    node->rect.x = x;
    node->rect.y = y;
    node->rect.width = width;
    node->rect.height = height;
    node->style.fill = (RkPaint){TRUE, color};
    return node;
}

static GBytes *render(const RkScene *scene, double scale)
{
    GError *error = NULL;
    GBytes *file = rk_render(rk_renderer_find("png"), scene, &(RkRenderOptions){.scale = scale}, &error);
    if (file == NULL)
        fail_msg("%s", error->message);
    return file;
}

static void test_pixels(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(20, 10);
    add_rect(scene, 2, 3, 4, 5, (RkColor){0x2b / 255.0, 0x5c / 255.0, 0x97 / 255.0, 1});
    RkNode *faint = add_rect(scene, 10, 3, 4, 5, (RkColor){0, 0, 0, 1});
    faint->style.opacity = 0.4; /* 255 × 0.6 = 153 */
    g_autoptr(GBytes) file = render(scene, 0);
    cairo_surface_t *surface = decode(file);
    assert_int_equal(cairo_image_surface_get_width(surface), 40);
    assert_int_equal(cairo_image_surface_get_height(surface), 20);
    for (int y = 0; y < 20; y++) {
        for (int x = 0; x < 40; x++) {
            gboolean bar = x >= 4 && x < 12 && y >= 6 && y < 16;
            gboolean shade = x >= 20 && x < 28 && y >= 6 && y < 16;
            assert_int_equal(pixel_at(surface, x, y), bar ? 0xff2b5c97 : shade ? 0xff999999 : 0xffffffff);
        }
    }
    cairo_surface_destroy(surface);
}

static void test_chunks(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(20.25, 10);
    add_rect(scene, 2, 3, 4, 5, (RkColor){1, 0, 0, 1});
    g_autoptr(GBytes) file = render(scene, 2);
    const guint8 *content = NULL;
    g_autofree char *names = list_chunks(file, "pHYs", &content);
    assert_string_equal(names, "IHDR pHYs PLTE IDAT IEND");
    /* 192 dots an inch, 39.3701 inches a metre: 7559.06. */
    assert_int_equal(word_at(content), 7559);
    assert_int_equal(word_at(content + 4), 7559);
    assert_int_equal(content[8], 1);
    g_free(list_chunks(file, "IHDR", &content));
    assert_memory_equal(content, "\0\0\0\x29\0\0\0\x14\x08\x03\0\0\0", 13); /* 41 × 20, palette */
    g_free(list_chunks(file, "PLTE", &content));
    assert_memory_equal(content, "\xff\xff\xff\xff\0\0", 6);
}

typedef struct {
    guint width;
    guint colors; /* 0: half-transparent greens */
} Ramp;

/* Colour number `i` of up to 343, each 36 of 255 apart from the next. */
static guint32 ramp_color(guint i)
{
    return (i % 7) * 36 << 16 | (i / 7 % 7) * 36 << 8 | (i / 49 % 7) * 36;
}

static gboolean paint_ramp(gpointer user, guint top, guint rows, guint32 *pixels, GError **error)
{
    const Ramp *ramp = user;
    (void)error;
    for (guint i = 0; i < ramp->width * rows; i++) {
        guint at = top * ramp->width + i;
        pixels[i] = ramp->colors == 0 ? 0x80000000u | (at % 100 << 8) : 0x5a000000u | ramp_color(at % ramp->colors);
    }
    return TRUE;
}

static GBytes *encode_ramp(guint width, guint height, guint colors, guint band)
{
    Ramp ramp = {width, colors};
    RkPicture picture = {width, height, colors == 0, 3780, band, paint_ramp, &ramp};
    GBytes *file = rk_png_encode(&picture, NULL);
    assert_non_null(file);
    return file;
}

/* At the edge of the palette, in odd shapes, and in bands that do not divide the height. */
static void test_encoder(void **state)
{
    (void)state;
    static const struct {
        guint width, height, colors, band;
        const char *chunks;
    } cases[] = {
        {32, 8, 256, 8, "IHDR pHYs PLTE IDAT IEND"},   {257, 3, 257, 2, "IHDR pHYs IDAT IEND"},
        {1, 300, 300, 7, "IHDR pHYs IDAT IEND"},       {1, 1, 1, 1, "IHDR pHYs PLTE IDAT IEND"},
        {1, 200, 200, 64, "IHDR pHYs PLTE IDAT IEND"}, {300, 1, 300, 1, "IHDR pHYs IDAT IEND"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GBytes) file = encode_ramp(cases[i].width, cases[i].height, cases[i].colors, cases[i].band);
        g_autofree char *names = list_chunks(file, NULL, NULL);
        assert_string_equal(names, cases[i].chunks);
        cairo_surface_t *surface = decode(file);
        for (guint at = 0; at < cases[i].width * cases[i].height; at++)
            assert_int_equal(pixel_at(surface, (int)(at % cases[i].width), (int)(at / cases[i].width)),
                             0xff000000u | ramp_color(at % cases[i].colors));
        cairo_surface_destroy(surface);
    }
}

/* Half-transparent green g is written as g × 255 / 128 and read back as it was. */
static void test_alpha(void **state)
{
    (void)state;
    g_autoptr(GBytes) file = encode_ramp(10, 20, 0, 7);
    cairo_surface_t *surface = decode(file);
    for (guint at = 0; at < 200; at++)
        assert_int_equal(pixel_at(surface, (int)(at % 10), (int)(at / 10)), 0x80000000u | (at % 100 << 8));
    cairo_surface_destroy(surface);
    g_autoptr(RkScene) scene = rk_scene_new(4, 4);
    rk_scene_root(scene)->style.fill = (RkPaint){TRUE, {0, 0, 0, 0}};
    add_rect(scene, 0, 0, 2, 4, (RkColor){1, 0, 0, 1});
    g_autoptr(GBytes) clear = render(scene, 1);
    surface = decode(clear);
    assert_int_equal(pixel_at(surface, 0, 0), 0xffff0000u);
    assert_int_equal(pixel_at(surface, 3, 3), 0);
    cairo_surface_destroy(surface);
}

static void test_background(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(4, 4);
    rk_scene_root(scene)->style.fill = (RkPaint){TRUE, {0, 0, 1, 1}};
    g_autoptr(GBytes) file = render(scene, 1);
    cairo_surface_t *surface = decode(file);
    assert_int_equal(pixel_at(surface, 0, 0), 0xff0000ffu);
    cairo_surface_destroy(surface);
}

/* Text stands where it was put: dark pixels inside the capitals' box, none beyond. */
static void test_text(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 60);
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_TEXT);
    node->text.x = 90;
    node->text.y = 30;
    node->text.lines = rk_scene_lines(scene, "HHH");
    node->text.font = (RkFont){.size = 20, .weight = 600};
    node->text.align = RK_ALIGN_RIGHT;
    node->text.baseline = RK_BASELINE_MIDDLE;
    node->style.fill = (RkPaint){TRUE, {0, 0, 0, 1}};
    g_autoptr(GBytes) file = render(scene, 1);
    cairo_surface_t *surface = decode(file);
    int left = 100, right = 0, top = 60, bottom = 0;
    for (int y = 0; y < 60; y++) {
        for (int x = 0; x < 100; x++) {
            if ((pixel_at(surface, x, y) & 0xff) > 0x40)
                continue;
            left = MIN(left, x);
            right = MAX(right, x);
            top = MIN(top, y);
            bottom = MAX(bottom, y);
        }
    }
    cairo_surface_destroy(surface);
    /* Centred on 30 give or take half a pixel, at most 1.5 em high capitals, ending before 90. */
    assert_in_range(top + bottom, 58, 60);
    assert_in_range(bottom - top, 12, 16);
    assert_in_range(right, 85, 90);
    assert_in_range(left, 35, 50);
}

static void assert_refused(const RkScene *scene, double scale, const char *expected)
{
    GError *error = NULL;
    assert_null(rk_render(rk_renderer_find("png"), scene, &(RkRenderOptions){.scale = scale}, &error));
    assert_error(&error, expected);
}

static void test_limits(void **state)
{
    (void)state;
    g_autoptr(RkScene) wide = rk_scene_new(40000, 10);
    assert_refused(
        wide, 1,
        "the picture would be 40000 × 10 pixels; at most 32767 a side and 419430400 in all are drawn (choose "
        "a smaller scale or size)");
    g_autoptr(RkScene) large = rk_scene_new(30000, 30000);
    assert_refused(large, 1,
                   "the picture would be 30000 × 30000 pixels; at most 32767 a side and 419430400 in all are drawn "
                   "(choose a smaller scale or size)");
    g_autoptr(RkScene) small = rk_scene_new(10, 10);
    assert_refused(small, -1, "a picture's scale must be above 0 and at most 32");
    assert_refused(small, 1000, "a picture's scale must be above 0 and at most 32");
    assert_refused(small, (double)NAN, "a picture's scale must be above 0 and at most 32");
    g_autoptr(RkScene) nothing = rk_scene_new(0, 0);
    g_autoptr(GBytes) file = render(nothing, 1);
    cairo_surface_t *surface = decode(file);
    assert_int_equal(cairo_image_surface_get_width(surface), 1);
    cairo_surface_destroy(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pixels), cmocka_unit_test(test_chunks),     cmocka_unit_test(test_encoder),
        cmocka_unit_test(test_alpha),  cmocka_unit_test(test_background), cmocka_unit_test(test_text),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

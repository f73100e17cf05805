/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a palette may do to a picture: frequent colours stay, others move by at most 6 of 255, what does not fit stays
 * RGB; and the same picture comes out of bands of any height.
 */
#include "unit.h"

#include "render/png-private.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 200, HEIGHT = 120, PIXELS = WIDTH * HEIGHT };

static gboolean copy_rows(gpointer user, guint top, guint rows, guint32 *pixels, GError **error)
{
    (void)error;
    memcpy(pixels, (const guint32 *)user + (gsize)top * WIDTH, sizeof *pixels * WIDTH * rows);
    return TRUE;
}

static GBytes *encode(guint32 *pixels, guint band)
{
    RkPicture picture = {WIDTH, HEIGHT, FALSE, 3780, band, copy_rows, pixels};
    GError *error = NULL;
    GBytes *file = rk_png_encode(&picture, &error);
    if (file == NULL)
        fail_msg("%s", error->message);
    return file;
}

/* The colour type stands in the tenth byte of the first chunk's data. */
static gboolean has_palette(GBytes *file)
{
    return ((const guint8 *)g_bytes_get_data(file, NULL))[25] == 3;
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

/* Read by libpng; the upper bytes are 0. */
static guint32 *decode(GBytes *file)
{
    Reader reader = {file, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_stride(surface), 4 * WIDTH);
    guint32 *pixels = g_memdup2(cairo_image_surface_get_data(surface), sizeof *pixels * PIXELS);
    for (guint i = 0; i < PIXELS; i++)
        pixels[i] &= 0xffffff;
    cairo_surface_destroy(surface);
    return pixels;
}

static int distance(guint32 first, guint32 second)
{
    int most = 0;
    for (guint shift = 0; shift <= 16; shift += 8)
        most = MAX(most, abs((int)(first >> shift & 0xff) - (int)(second >> shift & 0xff)));
    return most;
}

static guint32 mix(guint32 first, guint32 second, guint share)
{
    guint32 color = 0;
    for (guint shift = 0; shift <= 16; shift += 8)
        color |= ((first >> shift & 0xff) * (255 - share) + (second >> shift & 0xff) * share) / 255 << shift;
    return color;
}

/* Thirty-two areas, of which some differ by one in a channel only, and every shade between white and four colours. */
static guint32 *draw_chart(void)
{
    static const guint32 inks[] = {0x1b1f24, 0xb3282d, 0x2b5c97, 0xe78c20};
    guint32 *pixels = g_new(guint32, PIXELS);
    for (guint i = 0; i < PIXELS; i++)
        pixels[i] = 0xffffff - i / (PIXELS / 32) * 0x000201;
    for (guint i = 0; i < 4 * 254; i++)
        pixels[i * 23] = mix(0xffffff, inks[i % 4], 1 + i / 4);
    return pixels;
}

static void test_chart(void **state)
{
    (void)state;
    g_autofree guint32 *pixels = draw_chart();
    g_autoptr(GBytes) file = encode(pixels, 50);
    assert_true(has_palette(file));
    g_autofree guint32 *written = decode(file);
    guint moved = 0;
    for (guint i = 0; i < PIXELS; i++) {
        if (i % 23 != 0 || i / 23 >= 4 * 254)
            assert_int_equal(written[i], pixels[i]);
        assert_in_range(distance(written[i], pixels[i]), 0, RK_PALETTE_TOLERANCE);
        moved += written[i] != pixels[i];
    }
    /* It could not be otherwise: there are four times as many colours as places. */
    assert_in_range(moved, 500, 4 * 254);
}

static void test_bands(void **state)
{
    (void)state;
    g_autofree guint32 *pixels = draw_chart();
    g_autoptr(GBytes) whole = encode(pixels, HEIGHT);
    static const guint bands[] = {1, 7, 60, 119};
    for (guint i = 0; i < G_N_ELEMENTS(bands); i++) {
        g_autoptr(GBytes) file = encode(pixels, bands[i]);
        assert_true(g_bytes_equal(file, whole));
    }
}

/* Red from left to right, green from top to bottom: 24000 colours. */
static void test_gradient(void **state)
{
    (void)state;
    g_autofree guint32 *pixels = g_new(guint32, PIXELS);
    for (guint i = 0; i < PIXELS; i++)
        pixels[i] = (i % WIDTH) << 16 | (i / WIDTH * 2) << 8;
    g_autoptr(GBytes) file = encode(pixels, 50);
    assert_false(has_palette(file));
    g_autofree guint32 *written = decode(file);
    assert_memory_equal(written, pixels, sizeof *pixels * PIXELS);
}

/* Few enough to count, too far apart to merge: 7 × 7 × 7 colours. */
static void test_too_many(void **state)
{
    (void)state;
    g_autofree guint32 *pixels = g_new(guint32, PIXELS);
    for (guint i = 0; i < PIXELS; i++)
        pixels[i] = (i % 7) * 42 << 16 | (i / 7 % 7) * 42 << 8 | (i / 49 % 7) * 42;
    g_autoptr(GBytes) file = encode(pixels, 50);
    assert_false(has_palette(file));
    g_autofree guint32 *written = decode(file);
    assert_memory_equal(written, pixels, sizeof *pixels * PIXELS);
}

/* The order in which colours are met does not matter: turned round, the picture gets the same colours. */
static void test_order(void **state)
{
    (void)state;
    g_autofree guint32 *pixels = draw_chart();
    g_autofree guint32 *turned = g_new(guint32, PIXELS);
    for (guint i = 0; i < PIXELS; i++)
        turned[i] = pixels[PIXELS - 1 - i];
    g_autoptr(GBytes) file = encode(pixels, 50);
    g_autoptr(GBytes) turned_file = encode(turned, 50);
    g_autofree guint32 *written = decode(file);
    g_autofree guint32 *turned_written = decode(turned_file);
    for (guint i = 0; i < PIXELS; i++)
        assert_int_equal(written[i], turned_written[PIXELS - 1 - i]);
}

static gboolean paint_nothing(gpointer user, guint top, guint rows, guint32 *pixels, GError **error)
{
    (void)rows;
    memset(pixels, 0, sizeof *pixels * WIDTH * rows);
    if (top == 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, NULL, "%s", (const char *)user);
    return FALSE;
}

static void test_failure(void **state)
{
    (void)state;
    for (gboolean alpha = FALSE; alpha <= TRUE; alpha++) {
        char reason[] = "the brush is dry";
        RkPicture picture = {WIDTH, HEIGHT, alpha, 3780, 50, paint_nothing, reason};
        GError *error = NULL;
        assert_null(rk_png_encode(&picture, &error));
        assert_error(&error, "the brush is dry");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chart),    cmocka_unit_test(test_bands), cmocka_unit_test(test_gradient),
        cmocka_unit_test(test_too_many), cmocka_unit_test(test_order), cmocka_unit_test(test_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

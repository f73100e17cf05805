/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Golden pictures: three figures as pixels, so that painting itself is held, colours and all. The layout is measured
 * without fonts and is the same everywhere; the letters are not: another version of a typeface or of the rasteriser
 * moves the grey at their edges. So a pixel counts as different when a channel is off by more than 48 of 255, which
 * no antialiased edge of a shape is, and the pictures may differ in 1.5 % of their pixels: letters cover some 3 %, and
 * a bar that is missing or of another colour is more than that. Scenes are compared exactly elsewhere.
 * REGENERATE=1 writes the pictures anew: look at them.
 */
#include "unit.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "rodiklis-private.h"
#include "support-measure.h"

#define CHANNEL_TOLERANCE 48
#define SHARE_TOLERANCE 0.015

static char *golden_path(const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    const char *folder = g_getenv("TEST_DATA");
    return g_build_filename(folder != NULL ? folder : ".", file, NULL);
}

static GBytes *paint(const char *name)
{
    GError *error = NULL;
    g_autofree char *path = golden_path(name, ".yaml");
    g_autoptr(RkFigure) figure = rk_figure_open(path, NULL, NULL, &error);
    g_auto(RkFigureData) data = {0};
    RkPlotEnvironment environment = rk_figure_data_environment(&data, NULL);
    environment.measurer = fake_measurer();
    g_autoptr(RkScene) scene = figure == NULL ? NULL : rk_plot(figure, &environment, &error);
    RkRenderOptions options = {.scale = 1};
    GBytes *bytes = scene == NULL ? NULL : rk_render(rk_renderer_find("png"), scene, &options, &error);
    if (bytes == NULL) {
        g_autofree char *described = rk_error_describe(error);
        g_clear_error(&error);
        fail_msg("%s", described);
    }
    return bytes;
}

typedef struct {
    const guint8 *bytes;
    gsize left;
} Stream;

static cairo_status_t read_some(void *closure, unsigned char *out, unsigned int length)
{
    Stream *stream = closure;
    if (stream->left < length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, stream->bytes, length);
    stream->bytes += length;
    stream->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode(const void *bytes, gsize length)
{
    Stream stream = {bytes, length};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &stream);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    return surface;
}

static gboolean differs(const guint8 *a, const guint8 *b)
{
    for (guint channel = 0; channel < 4; channel++)
        if (abs(a[channel] - b[channel]) > CHANNEL_TOLERANCE)
            return TRUE;
    return FALSE;
}

/* The share of pixels that differ, the second picture moved by `shift` pixels to the right; 1 when sizes differ. */
static double difference(cairo_surface_t *a, cairo_surface_t *b, int shift)
{
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    if (cairo_image_surface_get_width(b) != width || cairo_image_surface_get_height(b) != height)
        return 1;
    guint different = 0;
    for (int y = 0; y < height; y++) {
        const guint8 *left = cairo_image_surface_get_data(a) + (gsize)y * (gsize)cairo_image_surface_get_stride(a);
        const guint8 *right = cairo_image_surface_get_data(b) + (gsize)y * (gsize)cairo_image_surface_get_stride(b);
        for (int x = shift; x < width; x++)
            different += differs(left + (gsize)x * 4, right + (gsize)(x - shift) * 4);
    }
    return (double)different / ((double)width * height);
}

static cairo_surface_t *kept_picture(const char *name, GBytes *now)
{
    g_autofree char *path = golden_path(name, ".png");
    g_autofree char *kept = NULL;
    gsize length;
    if (g_getenv("REGENERATE") != NULL)
        assert_true(g_file_set_contents(path, g_bytes_get_data(now, NULL), (gssize)g_bytes_get_size(now), NULL));
    if (!g_file_get_contents(path, &kept, &length, NULL))
        fail_msg("%s is not there: REGENERATE=1 writes it", path);
    return decode(kept, length);
}

static void picture_is_as_kept(void **state)
{
    const char *name = *state;
    g_autoptr(GBytes) bytes = paint(name);
    cairo_surface_t *kept = kept_picture(name, bytes);
    cairo_surface_t *now = decode(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    double share = difference(kept, now, 0);
    /* The comparison would notice: moved by four pixels the same picture is another one. */
    double moved = difference(kept, now, 4);
    cairo_surface_destroy(kept);
    cairo_surface_destroy(now);
    if (!(share <= SHARE_TOLERANCE))
        fail_msg("%.2f %% of the pixels of %s differ", 100 * share, name);
    if (!(moved > SHARE_TOLERANCE))
        fail_msg("%s is too plain to compare", name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"bars", picture_is_as_kept, NULL, NULL, (void *)"bar-stacked"},
        {"areas", picture_is_as_kept, NULL, NULL, (void *)"area-stacked"},
        {"cells", picture_is_as_kept, NULL, NULL, (void *)"rect-heatmap"},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG: the scene on a surface of `scale` pixels to a pixel of 1/96 inch. Pictures that Cairo or the memory cannot hold
 * are refused before anything is allocated.
 */
#include "render/png-private.h"

#include "base/limits.h"
#include "render/paint-private.h"
#include "render/render.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define DEFAULT_SCALE 2.0
#define INCH_IN_METERS 0.0254
/* More than 3000 dpi is a typing mistake. */
#define LARGEST_SCALE 32.0
#define LARGE_PAGE (2u << 20)

static gboolean choose_size(const RkScene *scene, double scale, RkPixels *picture, GError **error)
{
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "a picture's scale must be above 0 and at most %g",
                     LARGEST_SCALE);
        return FALSE;
    }
    double width = MAX(round(rk_scene_width(scene) * scale), 1);
    double height = MAX(round(rk_scene_height(scene) * scale), 1);
    if (width > RK_LIMIT_PIXELS_SIDE || height > RK_LIMIT_PIXELS_SIDE || width * height > RK_LIMIT_PIXELS) {
        rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, "choose a smaller scale or size",
                     "the picture would be %.0f × %.0f pixels; at most %u a side and %u in all are drawn", width,
                     height, RK_LIMIT_PIXELS_SIDE, RK_LIMIT_PIXELS);
        return FALSE;
    }
    picture->width = (guint)width;
    picture->height = (guint)height;
    picture->pixels_per_meter = (guint)lround(96 * scale / INCH_IN_METERS);
    return TRUE;
}

/* Paper is white unless the scene's background lets something shine through. */
static gboolean is_transparent(const RkScene *scene)
{
    const RkStyle *style = &rk_scene_root(scene)->style;
    return style->fill.set && style->fill.color.alpha * style->opacity < 1;
}

/* Touching 5 MB in pages of 4 kB costs more than painting a chart on them. */
static gpointer allocate_pixels(gsize size)
{
    gpointer pixels = NULL;
    if (size < LARGE_PAGE)
        return malloc(size);
    if (posix_memalign(&pixels, LARGE_PAGE, size) != 0)
        return NULL;
#ifdef MADV_HUGEPAGE
    (void)madvise(pixels, size, MADV_HUGEPAGE);
#endif
    return pixels;
}

static gboolean allocate(RkPixels *picture, GError **error)
{
    gsize size = (gsize)picture->width * picture->height * 4;
    picture->pixels = allocate_pixels(size);
    if (picture->pixels == NULL) {
        rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, "choose a smaller scale or size",
                     "there is no memory for a picture of %u × %u pixels", picture->width, picture->height);
        return FALSE;
    }
    memset(picture->pixels, picture->alpha ? 0 : 0xff, size);
    return TRUE;
}

static gboolean paint(const RkScene *scene, double scale, RkPixels *picture, GError **error)
{
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (guchar *)picture->pixels, picture->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int)picture->width,
        (int)picture->height, (int)picture->width * 4);
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    rk_paint_scene(cairo, scene, FALSE);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, NULL, "Cairo could not paint the picture: %s",
                     cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    double scale = options->scale == 0 ? DEFAULT_SCALE : options->scale;
    RkPixels picture = {.alpha = is_transparent(scene)};
    GBytes *file = NULL;
    if (choose_size(scene, scale, &picture, error) && allocate(&picture, error) && paint(scene, scale, &picture, error))
        file = rk_png_encode(&picture, error);
    free(picture.pixels);
    return file;
}

const RkRenderer rk_renderer_png = {
    .name = "png",
    .media_type = "image/png",
    .summary = "pixels, sharp at the chosen scale, with the physical size inside",
    .render = render,
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG: the scene at `scale` pixels to a pixel of 1/96 inch, painted in bands that the encoder takes one after the
 * other. Pictures that Cairo or the memory cannot hold are refused before anything is allocated.
 */
#include "render/png-private.h"

#include "base/limits.h"
#include "render/paint-private.h"
#include "render/render.h"

#include <math.h>
#include <string.h>

#define DEFAULT_SCALE 2.0
#define INCH_IN_METERS 0.0254
/* More than 3000 dpi is a typing mistake. */
#define LARGEST_SCALE 32.0
/* A band is painted at once: the more there are, the more shapes and letters lie in two of them. */
#define BAND_BYTES (1u << 20)
#define LEAST_BAND 64u
/* Each band looks at all symbols of a crowd, so its pixels may take as much memory as their places do. */
#define SYMBOL_BYTES 16u

/* What the bands are painted from. */
typedef struct {
    const RkScene *scene;
    double scale;
    RkPicture picture;
} Canvas;

static gboolean choose_size(const RkScene *scene, double scale, RkPicture *picture, GError **error)
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

static gboolean paint_band(gpointer user, guint top, guint rows, guint32 *pixels, GError **error)
{
    const Canvas *canvas = user;
    const RkPicture *picture = &canvas->picture;
    memset(pixels, picture->alpha ? 0 : 0xff, (gsize)picture->width * rows * sizeof *pixels);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((guchar *)pixels, picture->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                            (int)picture->width, (int)rows, (int)(picture->width * sizeof *pixels));
    cairo_t *cairo = cairo_create(surface);
    cairo_translate(cairo, 0, -(double)top);
    cairo_scale(cairo, canvas->scale, canvas->scale);
    rk_paint_scene(cairo, canvas->scene, FALSE);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, NULL, "Cairo could not paint the picture: %s",
                     cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

static guint largest_crowd(const RkNode *node)
{
    guint largest = node->kind == RK_NODE_SYMBOLS ? node->symbols.count : 0;
    for (const RkNode *child = node->kind == RK_NODE_GROUP ? node->group.first : NULL; child != NULL;
         child = child->next) {
        guint crowd = largest_crowd(child);
        largest = MAX(largest, crowd);
    }
    return largest;
}

static guint choose_band(const RkScene *scene, const RkPicture *picture)
{
    gsize bytes = MAX(BAND_BYTES, (gsize)SYMBOL_BYTES * largest_crowd(rk_scene_root(scene)));
    gsize rows = MAX(bytes / (4 * (gsize)picture->width), LEAST_BAND);
    return (guint)MIN(rows, picture->height);
}

static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    Canvas canvas = {.scene = scene, .scale = options->scale == 0 ? DEFAULT_SCALE : options->scale};
    RkPicture *picture = &canvas.picture;
    if (!choose_size(scene, canvas.scale, picture, error))
        return NULL;
    picture->alpha = is_transparent(scene);
    picture->band = choose_band(scene, picture);
    picture->paint = paint_band;
    picture->user = &canvas;
    return rk_png_encode(picture, error);
}

const RkRenderer rk_renderer_png = {
    .name = "png",
    .media_type = "image/png",
    .summary = "pixels, sharp at the chosen scale, with the physical size inside",
    .render = render,
};

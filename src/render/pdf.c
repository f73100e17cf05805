/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF: one page of the figure's size with real text and embedded fonts. Cairo would write the time of day into it; the
 * date comes from SOURCE_DATE_EPOCH instead, and without that it is always the same.
 */
#include "render/paint-private.h"
#include "render/render.h"

#include <cairo-pdf.h>

#define POINTS_PER_PIXEL 0.75

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static char *creation_date(void)
{
    guint64 seconds = 0;
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    /* The year 9999 ends there. */
    if (epoch == NULL || !g_ascii_string_to_unsigned(epoch, 10, 0, G_GUINT64_CONSTANT(253402300799), &seconds, NULL))
        seconds = 0;
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc((gint64)seconds);
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

static void describe(cairo_surface_t *surface, const RkScene *scene)
{
    g_autofree char *date = creation_date();
    if (rk_scene_title(scene) != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, rk_scene_title(scene));
    if (rk_scene_description(scene) != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, rk_scene_description(scene));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static cairo_status_t paint(GByteArray *file, const RkScene *scene, gboolean links)
{
    double width = MAX(rk_scene_width(scene), 1) * POINTS_PER_PIXEL;
    double height = MAX(rk_scene_height(scene), 1) * POINTS_PER_PIXEL;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, file, width, height);
    describe(surface, scene);
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
    rk_paint_scene(cairo, scene, links);
    cairo_show_page(cairo);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status;
}

/* Cairo forgets what lies under something opaque that fills the page, and with it where a link around it began. So
 * there are no structure tags, which would stand around everything, and a page whose links break is painted again
 * without them. */
static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    (void)options;
    g_autoptr(GByteArray) file = g_byte_array_new();
    cairo_status_t status = paint(file, scene, TRUE);
    if (status == CAIRO_STATUS_TAG_ERROR) {
        g_byte_array_set_size(file, 0);
        status = paint(file, scene, FALSE);
    }
    if (status == CAIRO_STATUS_SUCCESS)
        return g_byte_array_free_to_bytes(g_steal_pointer(&file));
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, NULL, "Cairo could not write the page: %s",
                 cairo_status_to_string(status));
    return NULL;
}

const RkRenderer rk_renderer_pdf = {
    .name = "pdf",
    .media_type = "application/pdf",
    .summary = "a page of the figure's size for print, with searchable text and embedded fonts",
    .render = render,
};

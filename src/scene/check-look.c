/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every node has: paints, dashes, links and what it means. Shapes are checked elsewhere.
 */
#include "scene/check-private.h"

#include <string.h>

#define SHORTEST_DASH 0.1

static gboolean check_gradient(const RkScenePlace *place, const char *what, const RkGradient *gradient, GError **error)
{
    const double shares[] = {gradient->x1, gradient->y1, gradient->r1, gradient->x2, gradient->y2, gradient->r2};
    for (guint i = 0; i < gradient->stop_count; i++) {
        const RkStop *stop = &gradient->stops[i];
        if (!rk_scene_check_range(place, what, stop->offset, 0, 1, error) ||
            !rk_scene_check_range(place, what, stop->color.alpha, 0, 1, error))
            return FALSE;
    }
    return rk_scene_check_coordinates(place, what, shares, G_N_ELEMENTS(shares), error);
}

static gboolean check_paint(const RkScenePlace *place, const char *what, const RkPaint *paint, GError **error)
{
    const RkColor *color = &paint->color;
    const double parts[4] = {color->red, color->green, color->blue, color->alpha};
    for (guint i = 0; paint->set && i < 4; i++)
        if (!rk_scene_check_range(place, what, parts[i], 0, 1, error))
            return FALSE;
    return !paint->set || paint->gradient == NULL || check_gradient(place, what, paint->gradient, error);
}

static gboolean check_dash(const RkScenePlace *place, const RkStyle *style, GError **error)
{
    if (style->dash == NULL || style->dash_count == 0)
        return TRUE;
    double total = 0;
    for (guint i = 0; i < style->dash_count; i++) {
        if (!rk_scene_check_length(place, "dash", style->dash[i], error))
            return FALSE;
        total += style->dash[i];
    }
    /* Cairo walks every dash, also those outside the picture: far below a pixel it would walk for hours. */
    if (total >= SHORTEST_DASH * style->dash_count)
        return TRUE;
    return rk_scene_refuse(place, error, "dashes are shorter than %s pixels", G_STRINGIFY(SHORTEST_DASH));
}

gboolean rk_scene_check_style(const RkScenePlace *place, GError **error)
{
    const RkStyle *style = &place->node->style;
    return rk_scene_check_range(place, "opacity", style->opacity, 0, 1, error) &&
           rk_scene_check_length(place, "stroke width", style->stroke_width, error) &&
           check_paint(place, "fill", &style->fill, error) && check_paint(place, "stroke", &style->stroke, error) &&
           rk_scene_check_coordinate(place, "dash offset", style->dash_offset, error) &&
           rk_scene_check_length(place, "miter limit", style->miter_limit, error) && check_dash(place, style, error);
}

static gboolean check_href(const RkScenePlace *place, const char *href, GError **error)
{
    if (!rk_scene_check_text(place, "link", href, FALSE, error))
        return FALSE;
    g_autofree char *scheme = href == NULL ? NULL : g_uri_parse_scheme(href);
    static const char *const allowed[] = {"http", "https", "mailto", NULL};
    if (href == NULL || strchr(href, ':') == NULL || (scheme != NULL && g_strv_contains(allowed, scheme)))
        return TRUE;
    return rk_scene_refuse(place, error, "link is neither http, https, mailto nor relative");
}

gboolean rk_scene_check_meaning(const RkScenePlace *place, GError **error)
{
    const RkMeaning *meaning = &place->node->meaning;
    return rk_scene_check_text(place, "class name", meaning->class_name, FALSE, error) &&
           rk_scene_check_text(place, "role", meaning->role, FALSE, error) &&
           rk_scene_check_text(place, "role description", meaning->role_description, FALSE, error) &&
           rk_scene_check_text(place, "label", meaning->label, TRUE, error) && check_href(place, meaning->href, error);
}

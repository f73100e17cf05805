/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene on any Cairo surface, for the formats that Cairo writes.
 */
#ifndef RK_RENDER_PAINT_PRIVATE_H
#define RK_RENDER_PAINT_PRIVATE_H

#include "scene/scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/** Paints what of the scene lies within the present clip, in the scene's pixels; the caller has scaled and moved.
 * `links` marks hyperlinks, for surfaces that have them. */
void rk_paint_scene(cairo_t *cairo, const RkScene *scene, gboolean links);

/** From where to where on the way down. */
typedef struct {
    double top, bottom;
} RkReach;

/** FALSE when nothing of a node lies in the band, in the coordinates that it stands in; of a group the frame alone is
 * regarded, and in the coordinates of its children. */
gboolean rk_paint_touches(const RkNode *node, RkReach band);

/** Paints one symbol with that context. */
typedef void (*RkPaintSymbol)(gpointer user, cairo_t *cairo, const RkNode *symbol);
/** Paints the symbols of a SYMBOLS node onto a surface of pixels: each look once, at some places between pixels, and
 * then copies of it. FALSE where nothing was painted because it cannot be done so. */
gboolean rk_paint_stamps(cairo_t *cairo, const RkNode *node, RkPaintSymbol paint, gpointer user);

/** How far from the origin coordinates may lie at the present scale. */
double rk_trace_reach(cairo_t *cairo);
/** Adds a path of the scene, moved by (x, y), to Cairo's. */
void rk_trace_path(cairo_t *cairo, double reach, const RkPath *path, double x, double y);
/** Adds a rectangle with rounded corners: top left, top right, bottom right, bottom left. */
void rk_trace_rect(cairo_t *cairo, double reach, double x, double y, double width, double height,
                   const double radius[4]);

/** Makes a fill or stroke of a node the source, that opaque. */
void rk_paint_source(cairo_t *cairo, const RkPaint *paint, const RkNode *node, double opacity);
/** The operator behind a way to mix colours. */
cairo_operator_t rk_paint_operator(RkBlend blend);
/** Makes a gradient the source, put around a box, with its colours that opaque. */
void rk_paint_set_gradient(cairo_t *cairo, const RkGradient *gradient, const double box[4], double opacity);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene on any Cairo surface, for the formats that Cairo writes.
 */
#ifndef RK_RENDER_PAINT_PRIVATE_H
#define RK_RENDER_PAINT_PRIVATE_H

#include "scene/scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/** Paints the scene in its own pixels; the caller has scaled. `links` marks hyperlinks, for surfaces that have them. */
void rk_paint_scene(cairo_t *cairo, const RkScene *scene, gboolean links);

G_END_DECLS

#endif

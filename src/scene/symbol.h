/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines of the point symbols, with Vega's names and areas.
 */
#ifndef RK_SCENE_SYMBOL_H
#define RK_SCENE_SYMBOL_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** Names of the symbols, NULL-ended: circle, square, cross, diamond, triangle-up, … */
RK_API const char *const *rk_symbol_names(void);
/** TRUE for a name in the list, and for an outline in the path language of SVG, drawn between -1 and 1. */
RK_API gboolean rk_symbol_is_known(const char *shape);
/** Appends the outline of `shape` with that area around (0, 0). FALSE when there is no such symbol. */
RK_API gboolean rk_symbol_outline(const char *shape, double size, RkPathBuilder *builder);
/** TRUE for symbols that are stroked only ("stroke"). */
RK_API gboolean rk_symbol_is_open(const char *shape);

G_END_DECLS

#endif

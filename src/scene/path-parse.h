/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths as texts.
 */
#ifndef RK_SCENE_PATH_PARSE_H
#define RK_SCENE_PATH_PARSE_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** Appends the path that `text` describes in SVG's language, scaled about (0, 0). FALSE, and nothing is appended, when
 * it is none. `builder` NULL: it is only looked at. */
gboolean rk_path_parse(const char *text, double scale, RkPathBuilder *builder);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of colour names, for the reader of colours.
 */
#ifndef RK_SCENE_COLOR_PRIVATE_H
#define RK_SCENE_COLOR_PRIVATE_H

#include "scene/color.h"

G_BEGIN_DECLS

/** The value 0xrrggbb of a CSS colour name in lower case. FALSE when there is no such name. */
gboolean rk_color_named(const char *name, guint32 *value);

G_END_DECLS

#endif

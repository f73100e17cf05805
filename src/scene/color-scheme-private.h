/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of colour schemes, for the file that looks in them.
 */
#ifndef RK_SCENE_COLOR_SCHEME_PRIVATE_H
#define RK_SCENE_COLOR_SCHEME_PRIVATE_H

#include "scene/color-scheme.h"

G_BEGIN_DECLS

/* Both are ended by a row without a name. */
extern const RkColorScheme rk_color_schemes_listed[];
extern const RkColorScheme rk_color_schemes_running[];

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colour spaces by d3-color's definitions, for the ways from one colour to another.
 */
#ifndef RK_SCENE_COLOR_BLEND_PRIVATE_H
#define RK_SCENE_COLOR_BLEND_PRIVATE_H

#include "scene/color-blend.h"

G_BEGIN_DECLS

RkColorParts rk_rgb_enter(RkColor color);
RkColor rk_rgb_leave(RkColorParts rgb);
RkColorParts rk_hsl_enter(RkColor color);
RkColor rk_hsl_leave(RkColorParts hsl);
/* color-lab.c: CIE L*a*b* and its polar form under D50. */
RkColorParts rk_lab_enter(RkColor color);
RkColor rk_lab_leave(RkColorParts lab);
RkColorParts rk_hcl_enter(RkColor color);
RkColor rk_hcl_leave(RkColorParts hcl);
/* Dave Green's cubehelix. */
RkColorParts rk_cubehelix_enter(RkColor color);
RkColor rk_cubehelix_leave(RkColorParts helix);

G_END_DECLS

#endif

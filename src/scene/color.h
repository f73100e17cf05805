/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours: CSS names and notations into sRGB, and the measures that charts need (luminance, contrast, OKLab).
 */
#ifndef RK_SCENE_COLOR_H
#define RK_SCENE_COLOR_H

#include "base/macros.h"

G_BEGIN_DECLS

/** sRGB with alpha; all parts 0–1. */
typedef struct {
    double red, green, blue, alpha;
} RkColor;

/** Reads a CSS colour: name, #rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(), "transparent". FALSE when it is
 * none. */
RK_API gboolean rk_color_parse(const char *text, RkColor *color);
/** The same for what SVG paints with: "none" is nothing, and "currentColor" black, as there is no text around. */
RK_API gboolean rk_color_parse_paint(const char *text, RkColor *color);
/** "#rrggbb" (alpha is not written). */
RK_API const char *rk_color_write(RkColor color, char buffer[8]);
/** WCAG relative luminance, 0–1. */
RK_API double rk_color_luminance(RkColor color);
/** WCAG contrast ratio, 1–21. */
RK_API double rk_color_contrast(RkColor a, RkColor b);
/** Between two colours in OKLab, `t` from 0 to 1. */
RK_API RkColor rk_color_mix(RkColor a, RkColor b, double t);
/** Distance in OKLab. */
RK_API double rk_color_distance(RkColor a, RkColor b);

G_END_DECLS

#endif

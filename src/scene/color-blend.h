/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways from one colour to another, by the names of d3-interpolate.
 */
#ifndef RK_SCENE_COLOR_BLEND_H
#define RK_SCENE_COLOR_BLEND_H

#include "scene/color.h"

G_BEGIN_DECLS

/** A colour in one space; a part that means nothing there (the hue of grey) is NaN. */
typedef struct {
    double parts[3];
} RkColorParts;

/** A colour space that can be walked in a straight line. */
typedef struct {
    const char *name; /**< "hcl-long" */
    RkColorParts (*enter)(RkColor color);
    /** Back to sRGB; parts outside 0–1 are left as they are. */
    RkColor (*leave)(RkColorParts parts);
    gboolean hue;      /**< the first part is an angle */
    gboolean long_way; /**< it may turn by more than half a circle */
    gboolean gamma;    /**< takes an exponent, part by part */
    gboolean twists;   /**< the exponent bends the last part's way alone, as d3's cubehelix has it */
} RkColorBlend;

/** The way of that name, or NULL. */
RK_API const RkColorBlend *rk_color_blend_find(const char *name);
/** All names, NULL-ended. Static. */
RK_API const char *const *rk_color_blend_names(void);
/** From `a` to `b`; `t` beyond 0 and 1 goes on in the same direction, within what can be shown. A colour that is
 * wholly transparent takes part with its alpha alone. */
RK_API RkColor rk_color_blend(const RkColorBlend *blend, double gamma, RkColor a, RkColor b, double t);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradients put to their place around what they paint.
 */
#ifndef RK_RENDER_GRADIENT_PRIVATE_H
#define RK_RENDER_GRADIENT_PRIVATE_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** How far a mitre reaches where a style does not say, in line widths. */
#define RK_MITER_LIMIT 10.0

/** Two circles of a radial gradient in the coordinates of a node's box. */
typedef struct {
    double x1, y1, r1, x2, y2, r2;
} RkCircles;

RkCircles rk_gradient_circles(const RkGradient *gradient, const double box[4]);

G_END_DECLS

#endif

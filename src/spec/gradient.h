/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gradient in place of a colour may say.
 */
#ifndef RK_SPEC_GRADIENT_H
#define RK_SPEC_GRADIENT_H

#include "base/shape.h"

/** A gradient in place of a colour. */
extern const RkShape rk_gradient_shape;

#endif

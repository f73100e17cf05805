/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the checker of document trees says of values of a wrong kind. It looks at one value only, and refuses nothing.
 */
#ifndef RK_BASE_SHAPE_PRIVATE_H
#define RK_BASE_SHAPE_PRIVATE_H

#include "base/shape.h"

/** "a number, a text or a list" for the kinds of RkProperty.allow. Free with g_free(). */
char *rk_shape_kinds(guint allow);
/** How to write what was probably meant by a value of a wrong kind, or NULL. Free with g_free(). */
char *rk_shape_kind_hint(const RkValue *value, guint allow, const RkShape *shape);

#endif

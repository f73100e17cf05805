/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parameters of a figure at their first values. Before a figure is checked, every {expr: …} that needs no row becomes
 * the value it has, and every selection becomes the predicate that it begins with: the rest of the program never meets
 * a parameter.
 */
#ifndef RK_TRANSFORM_PARAMETERS_H
#define RK_TRANSFORM_PARAMETERS_H

#include "transform/expression.h"

G_BEGIN_DECLS

/** Puts the parameters of a figure's root, of its configuration and of its layers into a scope, `width` and `height`
 * with them where they are numbers. Lists and maps that are made belong to `document`. FALSE with a located error. */
gboolean rk_parameters_define(const RkValue *root, RkDocument *document, RkScope *scope, GError **error);
/** Resolves a figure's document in place; `colors` (may be NULL) reads the colours that expressions name. FALSE with a
 * located error. */
RK_API gboolean rk_parameters_resolve(RkDocument *document, RkColorReader colors, GError **error);

G_END_DECLS

#endif

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

/** The width and height that expressions see: those that the figure was `drawn` with before; or, when that is NULL,
 * those that it states. NaN where the data decide. */
RK_API void rk_parameters_sizes(const RkValue *root, const double drawn[2], double sizes[2]);
/** Puts a number in the place of sizes that only a drawing tells, so that there can be a first one. */
RK_API void rk_parameters_assume_sizes(const RkValue *root, double sizes[2]);
/** The same where the figure lists what lies along the direction: the size does not follow from its rows. */
RK_API void rk_parameters_assume_listed_sizes(const RkValue *root, double sizes[2]);
/** Whether the grammar keeps under this name what a reader has selected ("brush_store" of the selection "brush").
 * `empty`: nobody has, nor does the figure. */
RK_API gboolean rk_parameters_has_store(const RkValue *root, const char *name, gboolean *empty);
/** Whether expressions of the figure may ask for its width or height. */
RK_API gboolean rk_parameters_ask_for_sizes(const RkValue *root);

/** Puts the parameters of a figure's root, of its configuration and of its layers into a scope, `width` and `height`
 * with them. What follows from a size that is not known is late. Lists and maps that are made belong to `document`.
 * FALSE with a located error. */
gboolean rk_parameters_define(const RkValue *root, RkDocument *document, const double sizes[2], RkScope *scope,
                              GError **error);
/** Resolves a figure's document in place, for a figure that was `drawn` before (NULL: it was not); `colors` (may be
 * NULL) reads the colours that expressions name. FALSE with a located error. */
RK_API gboolean rk_parameters_resolve(RkDocument *document, const double drawn[2], RkColorReader colors,
                                      GError **error);

G_END_DECLS

#endif

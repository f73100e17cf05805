/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields that are no columns. In figures of our own they are errors; in the grammar's, a field that no row has is
 * undefined, one that holds lists is a text of several lines, and a figure is drawn all the same: the one place that
 * makes this difference.
 */
#ifndef RK_TRANSFORM_ABSENT_H
#define RK_TRANSFORM_ABSENT_H

#include "transform/transform.h"

/** When `*error` says that a column is not there and the grammar minds none, `*table` (a reference that is replaced)
 * gets the column, with lines of lists, or with nothing but missing values and a warning, and `*error` is cleared. TRUE
 * then: try again. */
gboolean rk_absent_admit(const RkTransformContext *context, RkTable **table, GError **error);
/** The same for a field that a verb looks for in a table that is not its input; FALSE with a located error. */
gboolean rk_absent_require(const RkTransformContext *context, RkTable **table, const RkValue *field, GError **error);

#endif

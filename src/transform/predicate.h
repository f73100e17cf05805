/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two halves of predicates: combinations, and comparisons of one field.
 */
#ifndef RK_TRANSFORM_PREDICATE_H
#define RK_TRANSFORM_PREDICATE_H

#include "transform/expression-private.h"

/** The same truth for every row; `truth` may be NULL when there is none. */
static inline void rk_truth_fill(guint8 *truth, gboolean value, gsize rows)
{
    for (gsize row = 0; row < rows; row++)
        truth[row] = value != FALSE;
}

/** {field, timeUnit, equal | lt | … }: every comparison that is given must hold. */
gboolean rk_predicate_test_field(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                                 GError **error);

#endif

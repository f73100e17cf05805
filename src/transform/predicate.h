/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two halves of predicates: combinations, and comparisons of one field.
 */
#ifndef RK_TRANSFORM_PREDICATE_H
#define RK_TRANSFORM_PREDICATE_H

#include "transform/expression-private.h"

/** {field, timeUnit, equal | lt | … }: every comparison that is given must hold. */
gboolean rk_predicate_test_field(const RkValue *predicate, const RkTable *table, const RkScope *scope, guint8 *truth,
                                 GError **error);

#endif

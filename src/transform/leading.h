/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps that come first behind data, done while these are read: filters, and an aggregate right behind them. Rows
 * are shown piece by piece, and those of an aggregate are gone afterwards but for one of each group. What this cannot
 * do with the same result as the verbs it leaves to them, at the latest when it is asked to settle.
 */
#ifndef RK_TRANSFORM_LEADING_H
#define RK_TRANSFORM_LEADING_H

#include "transform/transform.h"

G_BEGIN_DECLS

typedef struct RkLeading RkLeading;

/** The first steps of a list of transforms (borrowed; may be NULL). Of `scope` (may be NULL) only the rule for flags
 * counts: steps that look into it are not done early. `like_vega`: see RkTransformContext. */
RkLeading *rk_leading_new(const RkValue *steps, const RkScope *scope, gboolean like_vega);
void rk_leading_free(RkLeading *leading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkLeading, rk_leading_free)

/** TRUE when there is nothing to do early. */
gboolean rk_leading_is_idle(const RkLeading *leading);
/** TRUE when rows are used up: each may be shown once only. */
gboolean rk_leading_uses_up(const RkLeading *leading);
/** The columns that are looked at, NULL-ended. Borrowed. */
const char *const *rk_leading_columns(const RkLeading *leading);
/** What is done early, as it stands in the file: RkValue of predicates and of an aggregate. Borrowed. */
const GPtrArray *rk_leading_parts(const RkLeading *leading);

/** Takes rows and puts 1 into `kept` for each that is to be kept, 0 for the others. FALSE with an error. */
gboolean rk_leading_take(RkLeading *leading, const RkTable *rows, guint8 *kept, GError **error);
/** All rows have come, `kept` are those that were to be kept. FALSE when they must be used up by the verbs. */
gboolean rk_leading_settle(RkLeading *leading, const RkTable *kept);
/** What was taken does not count; from now on rows are filtered only. */
void rk_leading_give_up(RkLeading *leading);
/** The table behind the steps that were done: `kept` itself after filters, which the verbs apply once more. `*done`
 * steps of the list are not to be applied again. A new reference. */
RkTable *rk_leading_result(const RkLeading *leading, const RkTable *kept, guint *done);
/** TRUE when rows were shown and the first `filters` of the steps, all of them filters, kept none. */
gboolean rk_leading_left_none(const RkLeading *leading, guint filters);

G_END_DECLS

#endif

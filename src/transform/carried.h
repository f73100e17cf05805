/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One aggregate over groups whose rows come in several tables. The result is that of all rows at once, to the last bit:
 * sums go on in the order of the rows, and what cannot be carried on so is refused.
 */
#ifndef RK_TRANSFORM_CARRIED_H
#define RK_TRANSFORM_CARRIED_H

#include "transform/flagging.h"
#include "transform/transform-private.h"

typedef struct RkCarried RkCarried;

/** For an item {op, field, as} (borrowed), like Vega or by our own rules; NULL when its operation cannot be carried on.
 */
RkCarried *rk_carried_new(const RkValue *item, gboolean like_vega);
void rk_carried_free(RkCarried *carried);
/** Adds rows, `groups` the group of each, of `count` groups so far. FALSE with an error when the result could be
 * another than that of all rows, or an error: then the rows must be aggregated at once. */
gboolean rk_carried_add(RkCarried *carried, const RkTable *rows, const guint32 *groups, guint32 count, GError **error);
/** The results of `count` groups, with units and flags. `kept` has the columns of the tables before. NULL with an
 * error, as above. */
RkColumn *rk_carried_finish(RkCarried *carried, const RkTable *kept, guint32 count, RkFlagRule rule, GError **error);

#endif

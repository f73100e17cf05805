/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups over rows that come in several tables: the same groups in the same order as RkGroups finds in all rows at
 * once, without the rows.
 */
#ifndef RK_TRANSFORM_GROUPING_H
#define RK_TRANSFORM_GROUPING_H

#include "table/table.h"

typedef struct RkGrouping RkGrouping;

/** By `keys` columns; without keys all rows are one group, also when there is no row. */
RkGrouping *rk_grouping_new(guint keys);
void rk_grouping_free(RkGrouping *grouping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkGrouping, rk_grouping_free)
/** How many groups there are so far. */
guint32 rk_grouping_count(const RkGrouping *grouping);
/** The group of each of these rows (free with g_free()); new groups get the next numbers in the order of the rows.
 * `keys` have the types of those before. */
guint32 *rk_grouping_add(RkGrouping *grouping, const RkColumn *const *keys, gsize rows);

#endif

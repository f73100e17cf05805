/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The aggregates that give rows: see RkOperation.of_table; and those that choose one of several texts.
 */
#ifndef RK_TRANSFORM_OPERATIONS_ROWS_H
#define RK_TRANSFORM_OPERATIONS_ROWS_H

#include "transform/transform-private.h"

/** The text of each group that RkOperation.of_words chooses, with its unit and flag; missing where there is none. */
RkColumn *rk_operation_words(const RkAggregation *aggregation, const RkGroups *groups);

gboolean rk_operation_argmin(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);
gboolean rk_operation_argmax(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);
gboolean rk_operation_values(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The aggregates that give rows: see RkOperation.of_table.
 */
#ifndef RK_TRANSFORM_OPERATIONS_ROWS_H
#define RK_TRANSFORM_OPERATIONS_ROWS_H

#include "transform/transform-private.h"

gboolean rk_operation_argmin(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);
gboolean rk_operation_argmax(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);
gboolean rk_operation_values(const RkAggregation *aggregation, const RkTable *table, const RkGroups *groups,
                             GPtrArray *columns, GError **error);

#endif

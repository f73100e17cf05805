/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a table are groups of places rather than places: by a column that says so, by what their words mean,
 * and by what stands beside them. Words that mean no place at all are counted, so that whoever compares places can say
 * it.
 */
#ifndef RK_TRANSFORM_AGGREGATES_H
#define RK_TRANSFORM_AGGREGATES_H

#include "table/table.h"

G_BEGIN_DECLS

/** Zeroed memory is nothing. */
typedef struct {
    guint8 *rows;       /**< for each row: 1, a group of places */
    GPtrArray *unknown; /**< words that are no known place among words that are; lent by the table */
} RkAggregates;

/** Looks at the rows of `places` (a column of texts or NULL), at those of the columns "geo" and "aggregate", and in
 * tables of Our World in Data at its codes, which only places have. */
RK_API void rk_aggregates_find(const RkTable *table, const RkColumn *places, RkAggregates *found);
RK_API void rk_aggregates_clear(RkAggregates *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkAggregates, rk_aggregates_clear)

/** "\"CC8\", \"NAT\" and 3 more"; free with g_free(). */
RK_API char *rk_aggregates_unknown(const RkAggregates *found);

G_END_DECLS

#endif

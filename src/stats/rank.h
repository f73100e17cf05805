/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks and stable sorting. Ranks compare unrounded values; ties follow a named rule. Missing values have no rank and
 * sort last in either direction.
 */
#ifndef RK_STATS_RANK_H
#define RK_STATS_RANK_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The rank of equal values. For the values 10, 20, 20, 30 from the least: */
typedef enum {
    RK_TIES_MIN,     /**< 1 2 2 4: the least place ("competition ranking") */
    RK_TIES_MAX,     /**< 1 3 3 4: the greatest place */
    RK_TIES_DENSE,   /**< 1 2 2 3: no gaps */
    RK_TIES_AVERAGE, /**< 1 2.5 2.5 4: the mean of the places */
    RK_TIES_ORDINAL  /**< 1 2 3 4: all different, equal values in the order of their keys */
} RkTies;

/** Names of the rules in the order of RkTies, NULL-ended: "min", "max", "dense", "average", "ordinal". */
RK_API const char *const *rk_ties_names(void);
/** FALSE when there is no rule of that name. */
RK_API gboolean rk_ties_find(const char *name, RkTies *ties);

typedef enum {
    RK_ASCENDING, /**< the least value has rank 1 */
    RK_DESCENDING /**< the greatest value has rank 1 */
} RkOrder;

/**
 * Ranks of `values` into `ranks` (room for `count`); NaN where the value is missing. `keys` (count long, may be NULL)
 * says the order of equal values for RK_TIES_ORDINAL, least first in either direction, for example the alphabetical
 * place of a country; without keys, and between equal keys, the position in `values` counts. The other rules do not
 * look at keys.
 */
RK_API void rk_stats_rank(const double *values, gsize count, RkOrder order, RkTies ties, const guint32 *keys,
                          double *ranks);

/**
 * Row numbers in the order of the values into `index` (room for `count`): stable, equal values by `keys` (may be NULL)
 * and then by position, missing values last.
 */
RK_API void rk_stats_sort_index(const double *values, gsize count, RkOrder order, const guint32 *keys, guint32 *index);

G_END_DECLS

#endif

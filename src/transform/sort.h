/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders of rows from an option `sort`: stable, missing values last in either direction, or below all others.
 */
#ifndef RK_TRANSFORM_SORT_H
#define RK_TRANSFORM_SORT_H

#include "base/shape.h"
#include "table/table.h"
#include "transform/transform.h"

typedef struct {
    guint count;
    double **keys;          /**< for each sort field a number per row that orders like its values; NaN: missing */
    gboolean *descending;   /**< for each sort field */
    gboolean missing_least; /**< missing values are below all others, as in Vega, instead of last */
} RkSort;

/** The keys of {field, order}. */
extern const RkShape rk_sort_shape;
/** Reads a list of {field, order} (or one, or NULL for no order) in the manner of a context, texts in the order of
 * its scope. FALSE with a located error. */
gboolean rk_sort_read(const RkValue *option, const RkTable *table, const RkTransformContext *context, RkSort *sort,
                      GError **error);
void rk_sort_clear(RkSort *sort);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSort, rk_sort_clear)
/** Sorts row numbers in place, rows that are equal in all fields by their number; without sort fields they stay as they
 * are. */
void rk_sort_rows(const RkSort *sort, guint32 *rows, gsize count);
/** TRUE when two rows are equal in all sort fields; FALSE without sort fields: then no two rows are. */
gboolean rk_sort_peers(const RkSort *sort, guint32 a, guint32 b);
/** The place of each word of a text column in the order of `scope`; free with g_free(). */
guint32 *rk_word_places(const RkColumn *column, const RkScope *scope);

#define RK_PROPERTY_SORT(what)                                                                                         \
    {                                                                                                                  \
        .name = "sort", .allow = RK_ALLOW_LIST | RK_ALLOW_MAP, .shape = &rk_sort_shape, .items = RK_ALLOW_MAP,         \
        .summary = what                                                                                                \
    }

#endif

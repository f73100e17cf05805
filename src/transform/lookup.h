/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the rows of one column's values in another column, and the columns that such rows bring along.
 */
#ifndef RK_TRANSFORM_LOOKUP_H
#define RK_TRANSFORM_LOOKUP_H

#include "transform/transform.h"

/** Which of several rows with the same value is meant. */
typedef enum { RK_MATCH_FIRST, RK_MATCH_LAST } RkMatch;

/**
 * For each row of `key` the row of `other` with the same value, G_MAXUINT32 where there is none; missing matches
 * nothing. Columns of different types are compared as they are written. `repeated` becomes a row of `other`
 * that would also match a row of `key`, and is left alone when there is none. Free with g_free().
 */
guint32 *rk_match_rows(const RkColumn *key, const RkColumn *other, RkMatch which, gsize *repeated);

/** Columns of another table, and what they are called here. Zeroed memory is none. */
typedef struct {
    GPtrArray *columns; /**< RkColumn, borrowed */
    GPtrArray *names;   /**< owned texts */
} RkLookupFields;

void rk_lookup_fields_clear(RkLookupFields *fields);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkLookupFields, rk_lookup_fields_clear)
/** The key and the fields of "from", which need not be there in the grammar. FALSE with a located error. */
gboolean rk_lookup_require(const RkValue *from, const RkTransformContext *context, RkTable **other, GError **error);
/** The columns to take by the options of a lookup. FALSE with a located error. */
gboolean rk_lookup_fields(const RkValue *options, const RkTable *other, const RkColumn *key,
                          const RkTransformContext *context, RkLookupFields *fields, GError **error);

#endif

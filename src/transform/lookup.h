/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the rows of one column's values in another column.
 */
#ifndef RK_TRANSFORM_LOOKUP_H
#define RK_TRANSFORM_LOOKUP_H

#include "table/table.h"

/** Which of several rows with the same value is meant. */
typedef enum { RK_MATCH_FIRST, RK_MATCH_LAST } RkMatch;

/**
 * For each row of `key` the row of `other` with the same value, G_MAXUINT32 where there is none; missing matches
 * nothing. Columns of different types are compared as they are written. `repeated` becomes a row of `other`
 * that would also match a row of `key`, and is left alone when there is none. Free with g_free().
 */
guint32 *rk_match_rows(const RkColumn *key, const RkColumn *other, RkMatch which, gsize *repeated);

#endif

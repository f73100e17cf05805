/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the rows of one column's values in another column.
 */
#ifndef RK_TRANSFORM_LOOKUP_H
#define RK_TRANSFORM_LOOKUP_H

#include "table/table.h"

/**
 * For each row of `key` the first row of `other` with the same value, G_MAXUINT32 where there is none; missing matches
 * nothing. Columns of different types are compared as they are written. `repeated` becomes the first row of `other`
 * that would also match a row of `key`, and is left alone when there is none. Free with g_free().
 */
guint32 *rk_match_rows(const RkColumn *key, const RkColumn *other, gsize *repeated);

#endif

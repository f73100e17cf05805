/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of annotations within a table, for annotations.c alone.
 */
#ifndef RK_TABLE_TABLE_PRIVATE_H
#define RK_TABLE_TABLE_PRIVATE_H

#include "table/table.h"

G_BEGIN_DECLS

/* NULL when nothing is said. Borrowed. */
GPtrArray *rk_table_annotation_list(const RkTable *table);
/* The same table with this list, of which it takes a reference. */
RkTable *rk_table_with_annotation_list(const RkTable *table, GPtrArray *list);

G_END_DECLS

#endif

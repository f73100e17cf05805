/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Foreign keys: rows of one table that must lead to rows of another one, or of the same.
 */
#ifndef RK_READ_ROW_LINK_PRIVATE_H
#define RK_READ_ROW_LINK_PRIVATE_H

#include "read/row-key-private.h"

G_BEGIN_DECLS

/* What a foreign key is called in messages. */
typedef struct {
    const GPtrArray *fields, *others; /* names, of this table and of the other */
    const char *resource;             /* the other; "" for this one */
    const char *remedy;               /* how the file is read without looking at keys */
} RkRowLink;

/* Every row that has something in all columns `from` must have the same as a row of `other` in the columns `to`. FALSE
 * with an error at the first that has not. */
gboolean rk_row_link_check(const RkRowLink *link, const RkTable *table, const RkKeyColumns *from, const RkTable *other,
                           const RkKeyColumns *to, GError **error);

G_END_DECLS

#endif

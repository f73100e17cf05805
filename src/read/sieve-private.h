/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter between a format and the caller: it watches whether the pieces of a table that a filter sees have the types
 * of the whole, because otherwise what was left out on the way may have been wanted.
 */
#ifndef RK_READ_SIEVE_PRIVATE_H
#define RK_READ_SIEVE_PRIVATE_H

#include "read/read.h"

G_BEGIN_DECLS

typedef struct {
    RkRowFilter filter; /* what the format sees */
    RkRowFilter asked;  /* what the caller wants */
    GHashTable *types;  /* column → the type that it was seen with */
    char *changed;      /* a column that was seen with two types */
    gboolean failed;    /* it could not be applied to a piece, or needs the rows once more */
    gboolean shown;     /* it saw rows on the way */
} RkSieve;

void rk_sieve_init(RkSieve *sieve, const RkRowFilter *asked);
void rk_sieve_clear(RkSieve *sieve);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSieve, rk_sieve_clear)
/* TRUE when the table has the types that the filter saw. */
gboolean rk_sieve_agrees(RkSieve *sieve, const RkTable *table);
/* The rows of a table that was read which the filter keeps; takes the table over, NULL stays NULL. */
RkTable *rk_sieve_finish(RkSieve *sieve, RkTable *table, GError **error);

G_END_DECLS

#endif

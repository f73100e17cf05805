/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSVW: finding metadata and data in csvw.c, what the metadata say in csvw-schema.c.
 */
#ifndef RK_READ_CSVW_PRIVATE_H
#define RK_READ_CSVW_PRIVATE_H

#include "read/described-private.h"

G_BEGIN_DECLS

/* What the metadata say about a table; `root` is the group it stands in. NULL with an error. */
RkDescribed *rk_csvw_describe(json_t *root, json_t *table, const char *file, RkDiagnostics *diagnostics,
                              GError **error);

/* Where the foreign keys of a table stand. All is borrowed. */
typedef struct {
    json_t *root, *table;
    const char *metadata;
} RkCsvwLinks;
/* Holds the rows of a table against those that they lead to. FALSE with an error. */
gboolean rk_csvw_check_links(const RkCsvwLinks *links, const RkTable *table, RkDiagnostics *diagnostics,
                             GError **error);

G_END_DECLS

#endif

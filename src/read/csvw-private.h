/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSVW: finding metadata and data in csvw.c, what the metadata say in csvw-schema.c and csvw-types.c.
 */
#ifndef RK_READ_CSVW_PRIVATE_H
#define RK_READ_CSVW_PRIVATE_H

#include "read/described-private.h"

G_BEGIN_DECLS

/* What the metadata say about a table of theirs. NULL with an error. */
RkDescribed *rk_csvw_describe(const RkJsonText *json, json_t *table, RkDiagnostics *diagnostics, GError **error);
/* The type of a column, with what its `format` says. Words that are no type are refused; types whose cells can only be
 * kept as texts are told. `known` tells that a column of numbers has said how those of the file are written. */
gboolean rk_csvw_type(RkDescribed *described, RkDescribedField *field, json_t *datatype, gboolean *known,
                      const RkJsonText *json, RkDiagnostics *diagnostics, GError **error);

/* Where the foreign keys of a table stand. All is borrowed. */
typedef struct {
    const RkJsonText *json;
    json_t *table;
} RkCsvwLinks;
/* Holds the rows of a table against those that they lead to. FALSE with an error. */
gboolean rk_csvw_check_links(const RkCsvwLinks *links, const RkTable *table, RkDiagnostics *diagnostics,
                             GError **error);

G_END_DECLS

#endif

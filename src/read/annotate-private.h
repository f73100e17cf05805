/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What readers of several formats share when they annotate a table.
 */
#ifndef RK_READ_ANNOTATE_PRIVATE_H
#define RK_READ_ANNOTATE_PRIVATE_H

#include "read/json-private.h"
#include "table/annotations.h"

G_BEGIN_DECLS

/* Annotates a table by a member of JSON: a text, {"@value": text}, or a list of these or of objects with one of `names`
 * (NULL-ended). Takes the reference of the table over and gives one back. */
RkTable *rk_annotate_json(RkTable *table, const char *key, json_t *value, const char *const *names);
/* The word that a column has in every row, or NULL. Borrowed. */
const char *rk_annotate_word(const RkTable *table, const char *column);

G_END_DECLS

#endif

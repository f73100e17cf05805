/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of statistics about columns: what describe is made of.
 */
#ifndef RK_CLI_SUMMARY_H
#define RK_CLI_SUMMARY_H

#include "base/diagnostics.h"
#include "cli/sheet.h"
#include "table/table.h"

G_BEGIN_DECLS

/** Adds the columns of the sheet; the first is called `first`. `with_types` adds those that only matter for whole
 * tables. */
void rk_summary_add_columns(RkSheet *sheet, const char *first, gboolean with_types);
/** Adds a line for the numbers at `rows` (NULL: the first `count`). FALSE with an error when they have several units.
 */
gboolean rk_summary_add(const RkColumn *value, const char *name, const guint32 *rows, gsize count, const char *path,
                        RkSheet *sheet, GError **error);
/** How many of the rows (NULL: the first `count`) have a flag. */
gsize rk_summary_flagged(const RkColumn *value, const guint32 *rows, gsize count);
/** Says below the sheet which flags the values have and why values are missing, each with how many. */
void rk_summary_note_flags(const RkColumn *value, RkSheet *sheet);
/** The table without the rows of known aggregates, for statistics over places; `note` (free it) says which those are.
 * They stay, and `note` becomes NULL, when there are none, when there is nothing else, and when `group` (may be NULL)
 * keeps them apart: then the result is another reference. */
RkTable *rk_summary_without_aggregates(const RkTable *table, const RkColumn *group, char **note);

/** Adds a line for each value of `group`, in their order (names in that of `language`, which may be NULL), missing ones
 * last. */
gboolean rk_summary_add_groups(const RkColumn *value, const RkColumn *group, const char *language, const char *path,
                               RkSheet *sheet, GError **error);
/** Adds the columns and a line for every column of the table. Numbers of several units are only counted, with a
 * warning. */
void rk_summary_add_table(const RkTable *table, const char *path, RkSheet *sheet, RkDiagnostics *diagnostics);

G_END_DECLS

#endif

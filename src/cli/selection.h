/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows and columns that a command works on: a data file, filtered, and the columns that hold values, places, units
 * and flags. Whatever could mix things up in silence is refused here: several units, several rows for one place.
 */
#ifndef RK_CLI_SELECTION_H
#define RK_CLI_SELECTION_H

#include "base/diagnostics.h"
#include "cli/reading.h"
#include "read/read.h"
#include "table/flags.h"
#include "table/table.h"

G_BEGIN_DECLS

/** Where the expression of a --where begins, from 0 on: of several, its name says which. */
RkPlace rk_selection_place(guint at);
/** The name that messages give to DATA: "standard input" for "-". Borrowed. */
const char *rk_selection_name(const char *path);
/** Reads DATA, written as `reading` says, and keeps the rows for which every expression of `where` (NULL-ended, may be
 * NULL) is true. */
RkTable *rk_selection_load(const char *path, const RkReading *reading, char **where, RkDiagnostics *diagnostics,
                           GError **error);
/** The same for a command that is about to use these columns (NULL-ended): one of them may have its unit, flags and
 * reasons in columns that several could own. */
RkTable *rk_selection_load_using(const char *path, const RkReading *reading, char **where, const char *const *used,
                                 RkDiagnostics *diagnostics, GError **error);
/** The same with some columns at least (`columns`: NULL-ended, NULL for all), as far as they are there. */
RkTable *rk_selection_load_some(const char *path, const RkReading *reading, char **where, const char *const *columns,
                                RkDiagnostics *diagnostics, GError **error);
/** The same with all columns and how the format was found. */
RkTable *rk_selection_inspect(const char *path, const RkReading *reading, char **where, RkRecognition *recognition,
                              RkDiagnostics *diagnostics, GError **error);
/** The rows of a table for which every expression is true. */
RkTable *rk_selection_filter(const RkTable *table, char **where, GError **error);
/** The same with these columns and no others; one that is not there is an error. */
RkTable *rk_selection_load_columns(const char *path, const RkReading *reading, char **where, const char *const *columns,
                                   RkDiagnostics *diagnostics, GError **error);
/** Reads DATA for steps (a list as under `transform`), with the rows of `where` before them; the first of both are done
 * on the way. `all` becomes the list of both, which lives as long as `document`; `done` of it need not be done again.
 */
RkTable *rk_selection_load_steps(const char *path, const RkReading *reading, char **where, const RkValue *steps,
                                 RkFlagRule rule, RkDocument *document, const RkValue **all, guint *done,
                                 RkDiagnostics *diagnostics, GError **error);
/** The columns of these names (NULL-ended), in the order of the table. */
RkTable *rk_selection_columns(const RkTable *table, const char *const *names, const char *path, GError **error);

/** The same for a source and options of the reader. */
RkTable *rk_selection_read(const RkSource *source, const RkReadOptions *options, char **where, GError **error);

/** The number column of that name; without a name "value", or the only number column that is not of years; `option` is
 * what would name another. Borrowed. */
const RkColumn *rk_selection_value(const RkTable *table, const char *name, const char *option, const char *path,
                                   GError **error);
/** The column of that name; without a name "country", "geo" or the first text column,
 * unless that holds one word and another one places. Borrowed. */
const RkColumn *rk_selection_entity(const RkTable *table, const char *name, const char *option, const char *path,
                                    GError **error);
/** The column behind a column of NUTS codes that has a label for each of them; NULL when there is none. Borrowed. */
const RkColumn *rk_selection_label(const RkTable *table, const RkColumn *codes);
/** FALSE with an error that names the units when the values of the rows (`count` of them; NULL: the first `count`) have
 * more than one. `unit` (may be NULL) becomes the unit they share, borrowed, NULL without one. */
gboolean rk_selection_check_units(const RkColumn *value, const guint32 *rows, gsize count, const char *path,
                                  const char **unit, GError **error);
/** FALSE with an error that names what varies when a place has more than one row. */
gboolean rk_selection_check_entities(const RkTable *table, const RkColumn *entity, const RkColumn *value,
                                     const char *path, GError **error);
/** The same for lines: FALSE with an error when one has several values at a moment. `line` says which line a row
 * belongs to; NULL: there is one. */
gboolean rk_selection_check_lines(const RkTable *table, const RkColumn *line, const RkColumn *moment,
                                  const RkColumn *value, const char *path, GError **error);

/** The column of numbers that is called the value, OBS_VALUE too; NULL when none is. */
const RkColumn *rk_selection_called_value(const RkTable *table);
/** The error of a table that has no column of numbers: the first cell in the way, with what would help. */
void rk_selection_refuse_texts(const RkTable *table, const char *path, GError **error);

/** The words of `names` that are `wanted` (NULL-ended; NULL: none), by themselves or by the code of their row's "geo".
 * NULL with an error when one is not there. Free with g_ptr_array_unref(); the words are the column's. */
GPtrArray *rk_selection_names(const RkTable *table, const RkColumn *names, char **wanted, const char *path,
                              GError **error);

/** "value, unit PC_GDP, time 2024": the measure, its unit, and what all rows have in common besides the place. Free
 * with g_free(). */
char *rk_selection_context(const RkTable *table, const RkColumn *value, const RkColumn *entity);

/** The expression that is true where the column has the value of that row: `datum.time == 2024`. Free with g_free(). */
char *rk_selection_condition(const RkColumn *column, gsize row);

G_END_DECLS

#endif

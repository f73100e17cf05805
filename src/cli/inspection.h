/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is to say about a table before anything is made of it: sections, each a sheet, that the command prints for
 * people or as JSON. Every section looks at the table alone and changes nothing.
 */
#ifndef RK_CLI_INSPECTION_H
#define RK_CLI_INSPECTION_H

#include "cli/reading.h"
#include "cli/sheet.h"
#include "read/read.h"

G_BEGIN_DECLS

/** How the table was read. */
typedef struct {
    const char *path;
    const RkReading *reading;
    char **where;
    const char *format; /**< its name */
} RkInspectedFile;

/** What the file says of its data as a whole: title, source, date of the last change. */
void rk_inspect_about(const RkTable *table, RkSheet *sheet);
/** The columns of codes and words, with how many different ones there are and the first of them. */
void rk_inspect_dimensions(const RkTable *table, RkSheet *sheet);
/** The columns of periods: from, to, how many, and which are left out between those of a series. */
void rk_inspect_periods(const RkTable *table, RkSheet *sheet);
/** The columns of numbers by unit. */
void rk_inspect_measures(const RkTable *table, RkSheet *sheet);
/** Flags, each with its meaning and how often it stands beside a value. */
void rk_inspect_flags(const RkTable *table, RkSheet *sheet);
/** Why values are missing, and how many. */
void rk_inspect_missing(const RkTable *table, RkSheet *sheet);
/** Rows with the same codes and periods as another. */
void rk_inspect_duplicates(const RkTable *table, RkSheet *sheet);
/** Cells that are worth a second look; some doubts need the texts of the file. */
void rk_inspect_doubts(const RkTable *table, const RkInspectedFile *file, RkSheet *sheet);
/** A column of numbers as the file writes them, row by row; NULL when that cannot be known. */
RkColumn *rk_inspect_texts(const RkColumn *numbers, const RkInspectedFile *file);
/** TRUE when the last line of a file of lines has no end. */
gboolean rk_inspect_is_unended(const RkInspectedFile *file);
/** Commands that can be run on the file as it is, with the options that it was read with. */
void rk_inspect_uses(const RkTable *table, const char *path, const RkReading *reading, RkSheet *sheet);

/** Compares two doubles, for sorting. */
int rk_inspect_by_number(gconstpointer left, gconstpointer right);
/** TRUE for columns that tell rows apart: words and periods, but not what is said of a value. */
gboolean rk_inspect_is_key(const RkTable *table, const RkColumn *column);
/** The columns that tell rows apart, borrowed; `with_time` FALSE leaves out periods. Free the array. */
GPtrArray *rk_inspect_keys(const RkTable *table, gboolean with_time);
/** The columns that tell series apart, without times: remarks, which not all rows have, are left out where the others
 * with the times tell all rows apart. */
GPtrArray *rk_inspect_series_keys(const RkTable *table);
/** Rows sorted by columns, those that are the same in all of them next to each other and in their order. Free with
 * g_free(). */
guint32 *rk_inspect_sort(const GPtrArray *columns, gsize rows);
/** TRUE when two rows are the same in all columns. */
gboolean rk_inspect_same(const GPtrArray *columns, guint32 left, guint32 right);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column is, once all its cells are known, and which columns say the unit and the flags of which. No decision
 * rests on a sample of the rows.
 */
#ifndef RK_READ_INFER_PRIVATE_H
#define RK_READ_INFER_PRIVATE_H

#include "read/cells-private.h"
#include "read/read.h"
#include "table/companions.h"

G_BEGIN_DECLS

/* All that a decision may look at beside the cells. */
typedef struct {
    const char *file;
    gboolean vega_types;
    gboolean unused; /* nobody asks for the column: what its cells might mean matters to nobody */
    RkDiagnostics *diagnostics;
    RkPlace first_other;  /* the first cell that is no number, when the column was turned by one */
    RkPlace first_void;   /* the first cell that became missing, since it is not of the declared type */
    const guint32 *lines; /* of each row; NULL: not known */
    gboolean quoted;      /* texts were marked as texts by the format (JSON): words that look like numbers stay words */
} RkColumnFacts;

/* The finished column; takes the memory out of `cells`. NULL with an error when two readings are possible. */
RkColumn *rk_cells_finish(RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts, GError **error);

/* Cells that are words as a column of times or of booleans; words that are none become missing values. The cells stay
 * as they are. */
RkColumn *rk_cells_times(const RkCells *cells, const RkCellRules *rules, gboolean vega_types);
RkColumn *rk_cells_booleans(const RkCells *cells, const RkCellRules *rules);
/* When a year begins; NaN for NaN. */
double rk_year_start(double year);
/* TRUE when there are values, in rows that were left out, too, and all were written as four digits from 1000 to 2999.
 */
gboolean rk_cells_are_years(const RkCells *cells);
/* TRUE when a number is none of those; `some` becomes TRUE when one is. */
gboolean rk_cells_hold_other_than_years(const RkCells *cells, gboolean *some);

/* A note when a column looks like flags and is not called so. */
void rk_note_flags(const GPtrArray *columns, const char *file, RkDiagnostics *diagnostics);
/* A table of `columns` (count; `shown` tells which of them the caller asked for, NULL: all), where units, flags
 * and reasons accompany what they speak of by their names and by what the options say is used. Takes over `lines`,
 * which may be NULL. */
RkTable *rk_table_assemble(RkColumn **columns, const gboolean *shown, guint count, gsize rows, const char *file,
                           guint32 *lines, const RkReadOptions *options);
/* A warning for each plain `unit`, `flag` and `reason` of a table that no column can be told to own. */
void rk_companions_warn(const RkColumn *const *columns, guint count, const char *const *used, const char *file,
                        RkDiagnostics *diagnostics);
/* The columns that `options` are about to use; NULL when that is not known. */
const char *const *rk_used_columns(const RkReadOptions *options);

G_END_DECLS

#endif

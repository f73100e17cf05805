/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer of a command as a small table in memory, that every output format is written from: a table for people,
 * CSV, JSON, Markdown. Data formats get unrounded numbers; tables for people get the decimals that a column asks for.
 */
#ifndef RK_CLI_SHEET_H
#define RK_CLI_SHEET_H

#include "base/error.h"
#include "cli/output.h"

G_BEGIN_DECLS

typedef enum {
    RK_CELLS_TEXT,
    RK_CELLS_NUMBER,
    RK_CELLS_BOOLEAN, /**< numbers 0 and 1 */
    RK_CELLS_BAR      /**< numbers as bars from zero: in tables on a screen only */
} RkCellKind;

/** Who sees a column. */
typedef enum { RK_FOR_PEOPLE = 1, RK_FOR_DATA = 2, RK_FOR_ALL = RK_FOR_PEOPLE | RK_FOR_DATA } RkAudience;

/** As many decimals as the number has. */
#define RK_DECIMALS_ALL (-1)
/** About six digits in all, for columns of unlike numbers. */
#define RK_DECIMALS_SHORT (-2)

typedef struct {
    char *key;   /**< name in data formats */
    char *title; /**< heading for people */
    RkCellKind kind;
    RkAudience audience;
    int decimals;
} RkSheetColumn;

/** NaN and NULL are empty. Among numbers a cell may hold a text instead: the first and last year of a column. */
typedef struct {
    double number;
    char *text;
} RkCell;

typedef struct {
    GArray *columns;     /**< of RkSheetColumn */
    GPtrArray *rows;     /**< of arrays of RkCell, one a column */
    GArray *highlighted; /**< of gboolean, one a row */
    GPtrArray *heads;    /**< lines above the table */
    GPtrArray *notes;    /**< lines below it */
    gboolean dashes;     /**< people see a dash where a number is missing, not a blank */
} RkSheet;

RkSheet *rk_sheet_new(void);
void rk_sheet_free(RkSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkSheet, rk_sheet_free)

/** Adds a column, before any row; answers its number. */
guint rk_sheet_add_column(RkSheet *sheet, const char *key, const char *title, RkCellKind kind, RkAudience audience,
                          int decimals);
/** Starts a row of empty cells. The setters fill the newest row. */
void rk_sheet_add_row(RkSheet *sheet, gboolean highlighted);
void rk_sheet_set_number(RkSheet *sheet, guint column, double number);
void rk_sheet_set_text(RkSheet *sheet, guint column, const char *text);
void rk_sheet_head(RkSheet *sheet, const char *format, ...) G_GNUC_PRINTF(2, 3);
void rk_sheet_note(RkSheet *sheet, const char *format, ...) G_GNUC_PRINTF(2, 3);

const RkSheetColumn *rk_sheet_column(const RkSheet *sheet, guint column);
const RkCell *rk_sheet_cell(const RkSheet *sheet, guint row, guint column);
gboolean rk_sheet_is_highlighted(const RkSheet *sheet, guint row);
/** For each column: TRUE when it belongs to the few that tell the rows apart, and at least for one. g_free() it. */
gboolean *rk_sheet_keys(const RkSheet *sheet);
/** The cell as people read it: rounded, made printable; NULL when it is empty. Free with g_free(). */
char *rk_sheet_write(const RkSheet *sheet, guint row, guint column);

/** Names of the output formats, NULL-ended, the default first. */
const char *const *rk_sheet_formats(void);
/** Prints in the format of that place in the list of names to a file, or to standard output for "-". */
gboolean rk_sheet_print(const RkSheet *sheet, guint format, const char *output, GError **error);

/** The formats. */
void rk_sheet_to_table(const RkSheet *sheet, const RkScreen *screen, GString *text);
void rk_sheet_to_csv(const RkSheet *sheet, GString *text);
void rk_sheet_to_json(const RkSheet *sheet, GString *text);
void rk_sheet_to_markdown(const RkSheet *sheet, GString *text);

G_END_DECLS

#endif

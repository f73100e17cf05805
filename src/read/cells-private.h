/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of one column while a file is read. A column begins as numbers and turns into words at its first cell that
 * is none; numbers whose spelling could not be written again from their value keep it. So nothing is lost, nothing is
 * read twice, and the result does not depend on where the file was cut into blocks.
 */
#ifndef RK_READ_CELLS_PRIVATE_H
#define RK_READ_CELLS_PRIVATE_H

#include "read/survey-private.h"

G_BEGIN_DECLS

/* What `format.parse` says about a column. */
typedef enum { RK_PARSE_INFER, RK_PARSE_NUMBER, RK_PARSE_TIME, RK_PARSE_BOOLEAN, RK_PARSE_TEXT } RkParse;

/* What is known of a column before its cells come. All texts are borrowed. */
typedef struct RkCellRules {
    const char *name;
    RkParse parse;
    RkNumberSyntax syntax;
    const RkValue *missing;      /* texts that stand for a missing value, but stay words in a text column; or NULL */
    const RkValue *missing_here; /* texts that are missing in this column, whatever its type; or NULL */
    const char *pattern;         /* of dates, as d3-time-format has them: `pattern_length` bytes; NULL: periods */
    gsize pattern_length;
    /* As the grammar has it: dates are what browsers read as dates, and only where they are asked for; what is not of a
     * declared type is missing. */
    gboolean loose;
    gboolean keeps_empty; /* among words an empty text is a word, not a missing value */
} RkCellRules;

/* The time that a cell says by these rules; FALSE when it says none. */
gboolean rk_rules_time(const RkCellRules *rules, const char *text, gsize length, double *start, RkFrequency *frequency);

/* The spelling of a number that is not its plain one. */
typedef struct {
    guint32 row;
    gint32 decimals; /* zeros up to so many places behind the point; negative: so many bytes of `spelt`, in turn */
} RkSpelling;

typedef struct {
    gboolean textual;
    gsize length;
    gsize capacity;
    union {
        void *values;
        double *numbers; /* missing values carry in their payload which text said so */
        guint32 *codes;
    };
    RkDictionary *words; /* NULL until textual */
    GArray *spellings;   /* of RkSpelling, in the order of rows; NULL while there is none */
    GString *spelt;
    /* What is known of the words so far; of numbers only those that were left out. */
    RkSurvey survey;
    gboolean not_years; /* a number that was left out is no year */
} RkCells;

typedef enum {
    RK_CELL_KEPT,
    RK_CELL_TURNED, /* kept, and it was the one that made a column of numbers a column of words */
    RK_CELL_VOID,   /* kept as a missing value, since it does not follow the declared type, where that is no error */
    RK_CELL_REFUSED /* it does not follow the declared type */
} RkCellFate;

void rk_cells_clear(RkCells *cells);
/* Empties the cells for another block, keeping their memory. `textual` chooses the shape to begin with. */
void rk_cells_restart(RkCells *cells, gboolean textual);
/* Adds a cell; `text` may be NULL for a missing one. */
RkCellFate rk_cells_add(RkCells *cells, const RkCellRules *rules, const char *text, gsize length);
/* Makes room for so many more cells. */
void rk_cells_reserve(RkCells *cells, gsize more);
/* Adds a number that has no spelling. NaN is missing. */
void rk_cells_add_number(RkCells *cells, double value);
/* Numbers become the words they were. */
void rk_cells_turn(RkCells *cells, const RkCellRules *rules);
/* Adds the cells of another block behind these. `more` may be turned on the way. */
void rk_cells_append(RkCells *cells, RkCells *more, const RkCellRules *rules);

/* Notes that the number which comes next is spelt with so many decimals, or otherwise. */
void rk_cells_spell_decimals(RkCells *cells, guint decimals);
void rk_cells_spell(RkCells *cells, const char *text, gsize length);
/* Takes the spellings of another block along, before its numbers. */
void rk_cells_append_spellings(RkCells *cells, const RkCells *more);
/* Keeps those of the rows that are kept. */
void rk_cells_sift_spellings(RkCells *cells, const guint8 *kept);
/* Where a walk along the rows stands among their spellings. */
typedef struct {
    guint next;
    gsize start;
} RkSpellingWalk;
/* How the number in a row is written in the file, when it is not plain; NULL else. To be asked for each row in turn. */
const char *rk_cells_spelling(const RkCells *cells, const RkCellRules *rules, RkSpellingWalk *walk, gsize row,
                              char buffer[RK_NUMBER_BUFFER], gsize *length);
/* Writes a number as plainly as can be, with at least so many decimals; returns the bytes. */
gsize rk_cells_write_plain(double value, char decimal, guint decimals, char buffer[RK_NUMBER_BUFFER]);

/* 1 + position of a text in a list of texts, or 1 when `tokens` is that text; 0 when it is not there. */
guint rk_cell_token(const RkValue *tokens, const char *text, gsize length);
/* TRUE for texts such as "007" or "+370" that are numbers to a parser and codes to people, and for whole numbers whose
 * digits a number cannot hold, which are codes unless the column is a measure, or read as browsers do. */
gboolean rk_cell_is_code(const RkCellRules *rules, const char *text, gsize length);
/* TRUE for texts that are written as periods are, such as "2020-W99", whether they are one or not. */
gboolean rk_cell_looks_like_period(const char *text, gsize length);
/* TRUE when the text stands for a missing value in columns that are not text. */
gboolean rk_cell_says_missing(const RkCellRules *rules, const char *text, gsize length);
/* 0, 1, or RK_BOOLEAN_MISSING when the text is no boolean. */
guint8 rk_cell_boolean(const char *text, gsize length);

/* Adds a number as rk_number_scan() finds it to cells that are not textual. */
static inline void rk_cells_add_scanned(RkCells *cells, double value, guint decimals)
{
    if (G_UNLIKELY(decimals > 0))
        rk_cells_spell_decimals(cells, decimals);
    if (G_UNLIKELY(cells->length == cells->capacity))
        rk_cells_reserve(cells, 1);
    cells->numbers[cells->length++] = value;
}

G_END_DECLS

#endif

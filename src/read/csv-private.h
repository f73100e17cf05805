/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delimited text, from the stream to the table, in these steps:
 *
 *   csv-cut.c     cuts the stream into blocks at record ends; a line end is one exactly when the number of quotes
 *                 before it is even, as long as the text is valid, and the first invalid place is an error anyway
 *   csv-head.c    finds the delimiter and the header
 *   csv-block.c   checks a block's bytes and puts its fields into cells: any number of blocks at a time
 *   csv-split.c   parts a block's records into fields, with libcsv where quotes do more than stand around them
 *   ring.c        keeps the blocks that are on their way
 *   csv-sift.c    takes rows out of a block that a filter does not keep
 *   csv-table.c   hands blocks out, takes their cells back in the order of the file, reports the first error
 *   csv-place.c   says where in a block a field or byte stands, once somebody must be told
 *
 * Block size and number of threads never show in the result.
 */
#ifndef RK_READ_CSV_PRIVATE_H
#define RK_READ_CSV_PRIVATE_H

#include "base/limits.h"
#include "read/ring-private.h"
#include "read/rules-private.h"
#include "read/source-private.h"

#include <csv.h>

G_BEGIN_DECLS

/* Bytes of one record, so that an unclosed quote is found before the rest of the file is in memory. */
#define RK_CSV_RECORD_BYTES (8u << 20)
#define RK_CSV_BLOCK_BYTES (256u << 10)
/* From here on rows are left out while reading: so many bytes say what the columns are. */
#define RK_CSV_SIFT_BYTES (4u << 20)
/* A read shorter than this starts no thread. */
#define RK_CSV_SERIAL_BYTES (1u << 20)

/* How the file is written, as the `format` map declares it. All texts are borrowed from the map. */
typedef struct {
    char delimiter; /* 0: to be found out */
    RkNumberSyntax number;
    const char *encoding;
} RkCsvDialect;

gboolean rk_csv_dialect(const RkValue *format, char delimiter, RkCsvDialect *dialect, GError **error);
/* The keys of `format` for delimited text. */
extern const RkShape rk_csv_shape;
/* TRUE for the spaces that libcsv trims. */
static inline gboolean rk_csv_is_space(char byte, char delimiter)
{
    return (byte == ' ' || byte == '\t') && byte != delimiter;
}

/* An error at a place within a block, where the first line is 1. */
typedef struct {
    gboolean set;
    RkErrorCode code;
    guint line;
    guint column;
    char *message;
    char *hint;
} RkCsvFault;

void rk_csv_fault(RkCsvFault *fault, RkErrorCode code, guint line, guint column, const char *hint, const char *format,
                  ...) G_GNUC_PRINTF(6, 7);
void rk_csv_fault_clear(RkCsvFault *fault);
/* Raises the fault with `lines` more lines before it. */
void rk_csv_fault_raise(const RkCsvFault *fault, const char *file, guint lines, GError **error);

/* Places within a text whose first byte is line 1, column 1; columns count characters. */
typedef struct {
    guint line;
    guint column;
} RkCsvPlace;

RkCsvPlace rk_csv_place_of_byte(const char *text, gsize length, gsize at, char delimiter);
/* Where a field of the record that begins on `line` starts; the record's end when it has no such field. */
RkCsvPlace rk_csv_place_of_field(const char *text, gsize length, guint line, guint field, char delimiter);
/* Where the quote stands that is still open at the end. */
RkCsvPlace rk_csv_place_of_quote(const char *text, gsize length, char delimiter);
/* Length of the record at the start of `text`, its line end included. */
gsize rk_csv_record_length(const char *text, gsize length, char delimiter);

/* The columns of a file and what is to be done with them. Workers share it; only the hints change. */
typedef struct {
    char delimiter;
    guint fields;         /* of every record */
    gint32 *slots;        /* by field: the column it goes to, -1 for none */
    guint count;          /* columns that are kept */
    RkCellRules *rules;   /* by column */
    gboolean *scanned;    /* by column: a plain number is one, whatever else the rules say */
    gboolean *shown;      /* by column: it was asked for, and does not only accompany another */
    gboolean notes;       /* a row of one field is a note under the table, and its other fields are empty */
    gboolean libcsv_only; /* for tests: no way past libcsv */
    gint *textual;        /* by column: 1 once it is known to be words, which spares work and changes no result */
} RkCsvPlan;

/* Bytes behind a block that may be looked at, so that the last field can be searched in whole words. */
#define RK_CSV_SLACK 8u

/* A piece of the file that begins and ends with records, and what was found in it. Used again for later pieces. */
typedef struct {
    char *bytes;
    gsize length;
    gsize capacity;
    gsize start;  /* the records begin here: after the header */
    gboolean cut; /* the last record is longer than RK_CSV_RECORD_BYTES */

    RkCells *cells;  /* by column */
    RkCsvPlace *odd; /* by column: the cell that turned it; line 0 while there is none */
    guint32 *lines;  /* by row */
    gsize rows;
    gsize lines_reserved;
    guint line_count; /* line ends in the piece */
    RkCsvFault fault;

    const RkCsvPlan *plan;
    struct csv_parser parser;
    gboolean inner_lines; /* fields hold line ends */
    gboolean after_return;
    guint field;
    guint row_line;
} RkCsvBlock;

RkCsvBlock *rk_csv_block_new(void);
void rk_csv_block_free(RkCsvBlock *block);
void rk_csv_block_parse(RkCsvBlock *block, const RkCsvPlan *plan);
/* What libcsv calls; a blank line has no field. */
void rk_csv_on_field(void *text, size_t length, void *block);
/* The column that takes the next field; -1 when none does. */
static inline gint32 rk_csv_next_slot(const RkCsvBlock *block)
{
    return block->field < block->plan->fields ? block->plan->slots[block->field] : -1;
}
void rk_csv_on_row(int end, void *block);
/* Splits the records of a text, calling these; returns how far it came: less than `length` where the syntax is wrong.
 */
gsize rk_csv_split(RkCsvBlock *block, const char *bytes, gsize length);
/* Bytes that are neither UTF-8 nor NUL: returns how many are in order, and sets `fault` when that is not all. Only
 * where a file begins (`at_start`) can there be a mark of another encoding. */
gsize rk_csv_check_bytes(const char *bytes, gsize length, char delimiter, gboolean at_start, RkCsvFault *fault);
/* Describes why libcsv stopped at `at`, or that a quote is open at the end. */
void rk_csv_syntax_fault(const char *bytes, gsize length, gsize at, char delimiter, RkCsvFault *fault);
/* Opens a strict parser. */
void rk_csv_parser_init(struct csv_parser *parser, char delimiter);

/* What a ring has to know of blocks of records. */
extern const RkRingKind rk_csv_ring_kind;

/* Cuts a stream into blocks. */
typedef struct {
    RkStream *stream;
    gsize block_bytes;
    char delimiter;
    GByteArray *rest; /* read, but behind the last record end */
    gboolean ended;
    guint64 done;
} RkCsvCutter;

/* The next block. FALSE at the end of the stream, or with an error. */
gboolean rk_csv_cut(RkCsvCutter *cutter, RkCsvBlock *block, GError **error);

/* The delimiter of the text at the head of a file; 0 with an error when there are two readings. */
char rk_csv_sniff(const char *head, gsize length, gboolean whole, const char *file, GError **error);
/* Moves the start of a file's first block behind a mark of byte order. */
void rk_csv_skip_mark(RkCsvBlock *block);
/* The names in the first record of the block; moves its start behind it. NULL without a fault when all lines are blank;
 * `lines` counts the line ends up to there. */
GPtrArray *rk_csv_header(RkCsvBlock *block, char delimiter, guint *lines);

/* Makes the plan for a header. A name that is NULL leaves its field out. */
RkCsvPlan *rk_csv_plan_new(const GPtrArray *header, const RkCsvDialect *dialect, const RkReadOptions *options,
                           GError **error);
void rk_csv_plan_free(RkCsvPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkCsvPlan, rk_csv_plan_free)

/* Leaves rows out. All borrowed. */
typedef struct {
    const RkRowFilter *filter;
    const char *file;
    const char *const *used; /* rk_used_columns() */
    gboolean vega_types;
} RkCsvSift;

/* Takes the rows out of `some` (cells by column) and `lines` that the filter does not keep; `all` are the cells so far,
 * and may be the same. Returns how many rows are left, -1 with an error. */
gssize rk_csv_sift_rows(const RkCsvSift *sift, const RkCsvPlan *plan, RkCells *all, RkCells *some, guint32 *lines,
                        gsize rows, guint line_count, GError **error);
/* Lets a filter that uses rows up know when what is said of a column depends on how many rows have which words. */
void rk_csv_sift_doubt(const RkRowFilter *filter, const RkCsvPlan *plan, RkCells *all);

/* Names that the caller found, and the place in the stream where the records begin. */
typedef struct {
    const GPtrArray *names; /* of every field; NULL for a field that is left out */
    guint lines;            /* line ends before the records */
    char delimiter;
    gboolean notes; /* notes under the table may stand alone in their line; the caller takes them out */
    gboolean whole; /* whoever writes such files ends the last line, too: one without an end is told */
} RkCsvGiven;
/* Reads the records that the stream of `source` still holds under given names. */
RkTable *rk_csv_read_given(const RkSource *source, const RkReadOptions *options, const RkCsvGiven *given,
                           GError **error);

/* Reads delimited text. `delimiter` is what the format's name says, 0 when it says nothing. */
RkTable *rk_csv_read(const RkSource *source, const RkReadOptions *options, char delimiter, GError **error);
/* What changes the way of reading and never the result. */
typedef struct {
    gsize block_bytes;
    guint64 serial_bytes; /* so many bytes are read before threads start */
    gboolean libcsv_only;
    guint64 sift_bytes; /* so many bytes are read before a filter leaves rows out */
} RkCsvTuning;
/* The same with another tuning than the usual one, for tests. */
RkTable *rk_csv_read_tuned(const RkSource *source, const RkReadOptions *options, char delimiter,
                           const RkCsvTuning *tuning, GError **error);

G_END_DECLS

#endif

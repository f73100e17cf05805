/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Eurostat's TSV, one series a line, from the stream to the long table, in these steps:
 *
 *   eurostat-tsv.c     knows the format, and says why what only looks like it cannot be read
 *   eurostat-head.c    the dimensions and periods of the first line
 *   eurostat-cell.c    one cell: number, missing value, flags
 *   eurostat-block.c   lines into codes, values, flags and reasons: any number of blocks at a time
 *   eurostat-rows.c    series into rows, rows into columns
 *   eurostat-sift.c    which rows of a block a filter keeps
 *   eurostat-table.c   cuts the stream at line ends, takes blocks back in order
 */
#ifndef RK_READ_EUROSTAT_PRIVATE_H
#define RK_READ_EUROSTAT_PRIVATE_H

#include "read/csv-private.h"
#include "read/reasons-private.h"
#include "table/dictionary.h"

G_BEGIN_DECLS

/* Bytes of one line. */
#define RK_EUROSTAT_LINE_BYTES RK_CSV_RECORD_BYTES
/* Flags of one value. */
#define RK_EUROSTAT_FLAGS 16u
/* A cell that is no row of the table: its period has another frequency than the series. */
#define RK_EUROSTAT_SKIPPED 0xffu

/* What the first line says, and which of it is kept. Workers share it. */
typedef struct {
    GPtrArray *dimensions; /* names */
    char *time;            /* name of the column of periods */
    GPtrArray *periods;    /* texts, in the order of the file */
    double *starts;        /* by period; NaN when the text is no period */
    RkFrequency *frequencies;
    RkFrequency finest;
    gboolean mixed;    /* periods have different frequencies */
    gboolean textual;  /* periods are kept as texts */
    gint frequency_at; /* the dimension that says the frequency of a series, -1 for none */
    gboolean *kept;    /* by dimension: the blocks take it down */
    const char *odd;   /* the first text that is no period, or NULL */
} RkEurostatHead;

/* Reads the first line, without its end. */
RkEurostatHead *rk_eurostat_head_new(const char *line, gsize length, const char *file, GError **error);
void rk_eurostat_head_free(RkEurostatHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkEurostatHead, rk_eurostat_head_free)

/* One cell. `flags` has no spaces. */
typedef struct {
    double value;
    char flags[RK_EUROSTAT_FLAGS];
    guint flag_count;
    guint8 reason;
    gboolean changed; /* it has more digits than a number holds */
} RkEurostatCell;

/* FALSE when the text is neither a value nor a missing one. */
gboolean rk_eurostat_cell(const char *text, gsize length, RkEurostatCell *cell);

/* Whole lines, and what was found in them. */
typedef struct {
    char *bytes;
    gsize length;
    gsize capacity;
    RkDictionary **words; /* by dimension */
    RkDictionary *flag_words;
    GArray *codes;   /* guint32: series × dimensions */
    GArray *lines;   /* guint32: by series */
    GArray *values;  /* double: series × periods */
    GArray *flags;   /* guint32, likewise */
    GArray *reasons; /* guint8, likewise */
    guint dimensions;
    guint line_count;
    gsize skipped;
    gsize changed; /* cells with more digits than a number holds; the line of the first */
    guint changed_line;
    gsize last; /* where the key of the last series begins; its length */
    gsize last_length;
    gboolean unsorted; /* some series does not stand behind the one before it in the order of their bytes */
    RkCsvFault fault;
} RkEurostatBlock;

extern const RkRingKind rk_eurostat_ring_kind;

/* TRUE when a key stands behind the one before it in the order of their bytes. */
gboolean rk_eurostat_is_sorted(const char *before, gsize before_length, const char *key, gsize length);

/* The rows of the long table so far. Arrays are NULL for columns that are not kept. */
typedef struct {
    guint dimensions;
    gboolean with_time, with_value, with_flag, with_reason;
    gboolean *kept; /* by dimension */
    gsize count;
    gsize reserved;
    guint32 **codes; /* by dimension */
    RkDictionary **words;
    guint32 *flags;
    RkDictionary *flag_words;
    double *values;
    double *times;
    guint8 *frequencies; /* of the times, when they differ */
    guint32 *periods;    /* instead of times when they are texts */
    guint8 *reasons;
    guint32 *lines;
} RkEurostatRows;

void rk_eurostat_rows_init(RkEurostatRows *rows, const RkEurostatHead *head, const char *const *columns);
void rk_eurostat_rows_clear(RkEurostatRows *rows);
/* Adds the series of a block, with `lines` line ends before it. `sifted` (may be NULL) tells of each row whether it is
 * kept. */
void rk_eurostat_rows_append(RkEurostatRows *rows, const RkEurostatHead *head, const RkEurostatBlock *block,
                             guint lines, const guint8 *sifted);
/* Which rows of a block the filter keeps, for rk_eurostat_rows_append(). NULL with an error; free with g_free(). */
guint8 *rk_eurostat_sift(const RkEurostatHead *head, const RkEurostatBlock *block, guint lines,
                         const RkReadOptions *options, const char *file, GError **error);
/* Reports flags without a meaning. */
void rk_eurostat_rows_warn(const RkEurostatRows *rows, const char *file, RkDiagnostics *diagnostics);
RkTable *rk_eurostat_rows_finish(RkEurostatRows *rows, const RkEurostatHead *head, const RkReadOptions *options,
                                 const char *file);

/* The length of a first cell such as "freq,geo\TIME_PERIOD" at the head of a file; 0 when there is none. */
gsize rk_eurostat_signature(const char *head, gsize length);
RkTable *rk_eurostat_read(const RkSource *source, const RkReadOptions *options, GError **error);

G_END_DECLS

#endif

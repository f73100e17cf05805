/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading data files into tables: one file per format in this folder, chosen by the content or by name. Nothing is
 * guessed in silence: what cannot be read for certain is refused with file, line, column and remedy.
 */
#ifndef RK_READ_READ_H
#define RK_READ_READ_H

#include "base/diagnostics.h"
#include "base/shape.h"
#include "table/companions.h"
#include "table/table.h"

G_BEGIN_DECLS

/** Where the bytes come from: a path ("-" is standard input), or memory when `bytes` is set (then path is only its
 * name). */
typedef struct {
    const char *path;
    const void *bytes;
    gsize length;
    gpointer stream; /**< NULL; filled in by rk_read() when it had to look into the stream to know the format */
} RkSource;

/**
 * Rows that are kept. Readers of bulk files ask piece by piece, so that the others take no memory; a column's type is
 * that of all rows, whatever is left out. With `settle` rows are used up where they are shown, and few are kept.
 */
typedef struct {
    /** Puts 1 into `kept` for each row that is kept, 0 for the others. `rows` are rows of the table that is read, in
     * the order of the file; later it is asked about what was kept once more. FALSE with an error ends the reading. */
    gboolean (*test)(gpointer user, const RkTable *rows, guint8 *kept, GError **error);
    gpointer user;
    /** The columns that it looks at, NULL-ended; NULL: it may look at any that is read. */
    const char *const *columns;
    /** NULL for a plain filter. Otherwise every row is shown to test() once, what is kept is not asked about again, and
     * in the end this gets it. FALSE when the rows are needed once more: then give_up() is called as well. */
    gboolean (*settle)(gpointer user, const RkTable *kept);
    /** With `settle`: nothing that was shown counts. All rows come again, and from now on this is a plain filter. */
    void (*give_up)(gpointer user);
} RkRowFilter;

typedef struct RkFormat RkFormat;

/** How the format of a source was found. */
typedef struct {
    const RkFormat *format;
    guint sureness;    /**< from 1 to 100, as RkFormat's `sniff` gives it */
    gboolean declared; /**< it was said, not found */
} RkRecognition;

typedef struct {
    /** The `format` map of a figure file's data, or NULL: type, delimiter, decimal, group, encoding, parse, missing …
     */
    const RkValue *format;
    /** Columns to keep, NULL-ended; NULL keeps all. Memory follows the columns that are kept. */
    const char *const *columns;
    /** Columns that the caller is about to use, NULL-ended; NULL: those of `columns`. Where several hold numbers, a
     * plain `unit`, `flag` or `reason` speaks of the one that is among them. */
    const char *const *used;
    /** Rows to keep, or NULL for all. Its columns must be among those that are kept. Readers may take it or leave it:
     * rk_read() sees to the rest. */
    const RkRowFilter *filter;
    /** TRUE: types as Vega-Lite infers them (a bare year stays a number). */
    gboolean vega_types;
    RkDiagnostics *diagnostics; /**< may be NULL */
    RkRecognition *recognition; /**< filled in once the format is known; may be NULL */
    RkProgress progress;        /**< may be NULL */
    gpointer progress_user;
} RkReadOptions;

/** A data format. One static instance in the format's own file, listed in read/meson.build. */
struct RkFormat {
    const char *name;              /**< "csv" */
    const char *const *extensions; /**< NULL-ended, without the dot: a hint only */
    const char *summary;           /**< one line of help */
    const RkShape *shape;          /**< keys that `format` may have beside `type` */
    /** How sure the format is of itself from the first bytes, 0 (no) to 100 (a signature). `path` is NULL unless they
     * are those of a file, or of standard input ("-"). */
    guint (*sniff)(const guint8 *head, gsize length, const char *path);
    /** Reads a source, whose stream it takes over when there is one. */
    RkTable *(*read)(const RkSource *source, const RkReadOptions *options, GError **error);
    /** Tells what lies beside a file and might have been meant for this format, though another one reads the file; may
     * be NULL. */
    void (*pass_over)(const char *path, RkDiagnostics *diagnostics);
};

/** All formats in the order of read/meson.build, NULL-ended. */
RK_API const RkFormat *const *rk_formats(void);
/** The format of that name, or NULL. */
RK_API const RkFormat *rk_format_find(const char *name);

/**
 * Reads a table. The format is `format.type` when given, otherwise the one that is surest from the content. `options`
 * may be NULL. NULL with a located error on failure.
 */
RK_API RkTable *rk_read(const RkSource *source, const RkReadOptions *options, GError **error);

G_END_DECLS

#endif

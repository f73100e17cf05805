/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables as data files, one file a format in write/, beside the readers because each writes what one of them reads
 * back. What is written has been read back and compared before anybody gets it: a table that the format cannot hold is
 * refused by the name of what would be lost.
 */
#ifndef RK_READ_WRITE_H
#define RK_READ_WRITE_H

#include "read/read.h"

G_BEGIN_DECLS

/** A format that tables are written in. One static instance in the format's own file, listed in read/write/meson.build.
 */
typedef struct {
    const char *name;              /**< "sdmx-csv": also the name of the format that reads it */
    const char *const *extensions; /**< NULL-ended, without the dot: what a path is known by */
    const char *summary;           /**< one line of help */
    /** The table as the format has it: columns under the names and in the order in which they come back. NULL with an
     * error for what it has no place for. */
    RkTable *(*prepare)(const RkTable *table, GError **error);
    /** Writes a prepared table. */
    void (*write)(const RkTable *table, GString *text);
    gboolean by_cells; /**< the cells say what a column is, so that types may have to be declared */
    /** Writes what must stand in a file beside it, for tables whose types do not show from their cells; or NULL, then
     * the types must be declared by whoever reads. `url` is the name of the data file. */
    void (*describe)(const RkTable *table, const char *url, GString *text);
    const char *beside; /**< what is put behind the path for that file: "-metadata.json" */
} RkWriter;

/** All writers in the order of read/write/meson.build, NULL-ended. */
RK_API const RkWriter *const *rk_writers(void);
/** The writer of that name, or NULL. */
RK_API const RkWriter *rk_writer_find(const char *name);
/** The first writer that a path's ending belongs to, or NULL. */
RK_API const RkWriter *rk_writer_for(const char *path);

/** A table in its written form. */
typedef struct {
    GBytes *bytes;
    GBytes *description;  /**< for the file beside it; NULL when none is needed, or when there is no such thing */
    char **renamed;       /**< pairs of the old and the new name of columns, NULL-ended; NULL when none has another */
    gboolean looks_other; /**< without a description it is taken for another format, unless its delimiter is declared */
    char **left_out;      /**< keys of annotations that do not come back, NULL-ended; NULL when all do */
    char **idle;          /**< columns of them that hold nothing, so that no type loses anything; may be NULL */
    char **types;         /**< "COLUMN=TYPE" that must be declared to read it back, NULL-ended; NULL when none must */
} RkWritten;

RK_API void rk_written_clear(RkWritten *written);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkWritten, rk_written_clear)

/** Writes a table; `name` is that of the file it will be. FALSE with an error that names what the format cannot hold.
 */
RK_API gboolean rk_write(const RkTable *table, const RkWriter *writer, const char *name, RkWritten *written,
                         GError **error);

G_END_DECLS

#endif

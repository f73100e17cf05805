/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libarchive, loaded when the first archive is read: it brings a dozen libraries that every start of the program would
 * otherwise pay for. Where it is not installed archives are refused, and nothing else.
 */
#ifndef RK_READ_ARCHIVE_PRIVATE_H
#define RK_READ_ARCHIVE_PRIVATE_H

#include "base/error.h"

#include <archive.h>
#include <archive_entry.h>

G_BEGIN_DECLS

/** The functions of libarchive that are called, each by its own name. */
#define RK_ARCHIVE_FUNCTIONS(FUNCTION)                                                                                 \
    FUNCTION(archive_entry_pathname)                                                                                   \
    FUNCTION(archive_error_string)                                                                                     \
    FUNCTION(archive_read_data_block)                                                                                  \
    FUNCTION(archive_read_free)                                                                                        \
    FUNCTION(archive_read_new)                                                                                         \
    FUNCTION(archive_read_next_header)                                                                                 \
    FUNCTION(archive_read_open)                                                                                        \
    FUNCTION(archive_read_support_format_zip_streamable)

typedef struct {
#define RK_ARCHIVE_POINTER(name) __typeof__(name) *name;
    RK_ARCHIVE_FUNCTIONS(RK_ARCHIVE_POINTER)
#undef RK_ARCHIVE_POINTER
} RkArchiveLibrary;

/** The library, loaded once for all threads and never unloaded; NULL with an error about `file` when it is not there.
 */
const RkArchiveLibrary *rk_archive_library(const char *file, GError **error);

G_END_DECLS

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in and out: bounded reading, atomic replacing, and paths that must stay below a folder. A file appears whole or
 * not at all, and old content stays when writing fails.
 */
#ifndef RK_BASE_FILE_H
#define RK_BASE_FILE_H

#include "base/error.h"

G_BEGIN_DECLS

/** The bytes of a file, NUL-terminated beyond their length, or of standard input for "-". NULL with an error when it is
 * missing, a folder, or longer than `limit` bytes (2 GiB at most). */
RK_API GBytes *rk_file_read(const char *path, gsize limit, GError **error);

/** Replaces `path` atomically (written beside it, flushed, renamed); "-" writes to standard output. Keeps the mode of
 * an old file. A file that already has these very bytes is left alone, and `changed` (may be NULL) says so. A symbolic
 * link stays, the file behind it changes; a file that is read-only is refused; devices and pipes are written directly.
 */
RK_API gboolean rk_file_replace(const char *path, GBytes *bytes, gboolean *changed, GError **error);

/**
 * `path` as written in a file of `folder`, made absolute; refused with an error at `place` when it is absolute, climbs
 * out of `root` by "..", or leaves it through a symbolic link; `hint` says what `root` is (NULL: the project). Free
 * with g_free().
 */
RK_API char *rk_file_resolve_below(const char *root, const char *folder, const char *path, const char *hint,
                                   RkPlace place, GError **error);

G_END_DECLS

#endif

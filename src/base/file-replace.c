/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing files whole or not at all: beside the old one, flushed, then renamed over it. Devices and pipes cannot be
 * renamed over and are written directly. A file that its owner made read-only is not replaced.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean fail(GError **error, const char *path, int code)
{
    rk_error_set(error, RK_ERROR_IO, (RkPlace){path, 0, 0}, NULL, "cannot be written: %s", g_strerror(code));
    return FALSE;
}

/* 0, or the errno of what went wrong. */
static int write_all(int descriptor, GBytes *bytes)
{
    gsize left = 0;
    const char *at = g_bytes_get_data(bytes, &left);
    while (left > 0) {
        ssize_t done = write(descriptor, at, left);
        if (done < 0 && errno != EINTR)
            return errno;
        if (done > 0) {
            at += done;
            left -= (gsize)done;
        }
    }
    return 0;
}

static gboolean has_these_bytes(const char *path, const struct stat *status, GBytes *bytes)
{
    gsize length = g_bytes_get_size(bytes);
    if ((guint64)status->st_size != length)
        return FALSE;
    g_autoptr(GBytes) old = rk_file_read(path, length, NULL);
    return old != NULL && g_bytes_equal(old, bytes);
}

static gboolean write_directly(const char *path, GBytes *bytes, GError **error)
{
    int descriptor = g_open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
    if (descriptor < 0)
        return fail(error, path, errno);
    int code = write_all(descriptor, bytes);
    if (close(descriptor) != 0 && code == 0)
        code = errno;
    return code == 0 || fail(error, path, code);
}

static int fill_and_flush(int descriptor, GBytes *bytes, const struct stat *old)
{
    int code = write_all(descriptor, bytes);
    if (code == 0 && old != NULL && fchmod(descriptor, old->st_mode & 07777) != 0)
        code = errno;
    if (code == 0 && fsync(descriptor) != 0)
        code = errno;
    if (close(descriptor) != 0 && code == 0)
        code = errno;
    return code;
}

/* `old` is NULL where there is no file yet: then the mode is what the umask leaves. `named` is for the message. */
static gboolean write_beside(const char *path, const char *named, GBytes *bytes, const struct stat *old, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *beside = g_build_filename(folder, ".rodiklis-XXXXXX", NULL);
    int descriptor = g_mkstemp_full(beside, O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(error, named, errno);
    int code = fill_and_flush(descriptor, bytes, old);
    if (code == 0 && g_rename(beside, path) != 0)
        code = errno;
    if (code != 0)
        g_unlink(beside);
    return code == 0 || fail(error, named, code);
}

static gboolean replace_existing(const char *path, const struct stat *old, GBytes *bytes, gboolean *changed,
                                 GError **error)
{
    if (S_ISDIR(old->st_mode))
        return fail(error, path, EISDIR);
    if (!S_ISREG(old->st_mode))
        return write_directly(path, bytes, error);
    if (has_these_bytes(path, old, bytes)) {
        *changed = FALSE;
        return TRUE;
    }
    if (access(path, W_OK) != 0)
        return fail(error, path, errno);
    /* Through a symbolic link it is the file behind it that changes, and the link stays. */
    char *behind = realpath(path, NULL);
    gboolean done = write_beside(behind != NULL ? behind : path, path, bytes, old, error);
    free(behind);
    return done;
}

gboolean rk_file_replace(const char *path, GBytes *bytes, gboolean *changed, GError **error)
{
    gboolean ignored;
    if (changed == NULL)
        changed = &ignored;
    *changed = TRUE;
    if (strcmp(path, "-") == 0) {
        int code = write_all(STDOUT_FILENO, bytes);
        return code == 0 || fail(error, "standard output", code);
    }
    struct stat old;
    if (stat(path, &old) == 0)
        return replace_existing(path, &old, bytes, changed, error);
    if (errno != ENOENT)
        return fail(error, path, errno);
    return write_beside(path, path, bytes, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading with a ceiling, and paths that must stay below a folder. Every path is judged twice: as written, and as the
 * file system resolves it.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK 65536u

static void set_io_error(GError **error, const char *path, const char *what, int code)
{
    rk_error_set(error, RK_ERROR_IO, (RkPlace){path, 0, 0}, NULL, "%s: %s", what, g_strerror(code));
}

/* Bytes up to one more than `limit`, to tell "just fits" from "too long". NULL with errno set on failure. */
static GByteArray *drain(int descriptor, gsize expected, gsize limit)
{
    gsize ceiling = MIN(limit, (gsize)G_MAXUINT / 2);
    g_autoptr(GByteArray) bytes = g_byte_array_sized_new((guint)MIN(expected, ceiling) + 1);
    while (bytes->len <= ceiling) {
        guint before = bytes->len;
        gsize wanted = before < expected ? expected - before : CHUNK;
        wanted = MIN(wanted, ceiling + 1 - before);
        g_byte_array_set_size(bytes, before + (guint)wanted);
        ssize_t got = read(descriptor, bytes->data + before, wanted);
        g_byte_array_set_size(bytes, before + (guint)MAX(got, 0));
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return NULL;
    }
    return g_steal_pointer(&bytes);
}

/* The limit is at most 2 GiB here: longer data are streamed by their readers, never held whole. */
static GBytes *read_descriptor(int descriptor, const char *path, gsize expected, gsize limit, GError **error)
{
    g_autoptr(GByteArray) bytes = drain(descriptor, expected, limit);
    if (bytes == NULL) {
        set_io_error(error, path, "cannot be read", errno);
        return NULL;
    }
    if (bytes->len > MIN(limit, (gsize)G_MAXUINT / 2)) {
        rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){path, 0, 0}, NULL, "is longer than %" G_GSIZE_FORMAT " bytes",
                     limit);
        return NULL;
    }
    gsize length = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    g_autoptr(GBytes) terminated = g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
    return g_bytes_new_from_bytes(terminated, 0, length);
}

GBytes *rk_file_read(const char *path, gsize limit, GError **error)
{
    if (strcmp(path, "-") == 0)
        return read_descriptor(STDIN_FILENO, "standard input", 0, limit, error);
    int descriptor = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        set_io_error(error, path, "cannot be opened", errno);
        if (descriptor >= 0)
            close(descriptor);
        return NULL;
    }
    GBytes *bytes = NULL;
    if (S_ISDIR(status.st_mode))
        rk_error_set(error, RK_ERROR_IO, (RkPlace){path, 0, 0}, NULL, "is a folder, not a file");
    else
        bytes = read_descriptor(descriptor, path, S_ISREG(status.st_mode) ? (gsize)status.st_size : 0, limit, error);
    close(descriptor);
    return bytes;
}

static gboolean is_below(const char *root, const char *path)
{
    gsize length = strlen(root);
    if (length > 0 && root[length - 1] == '/')
        length--;
    return strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* What the file system makes of `path`; where it does not exist yet, of the nearest folder above that does. */
static char *resolve_existing(const char *path)
{
    g_autofree char *at = g_strdup(path);
    for (;;) {
        char *resolved = realpath(at, NULL);
        struct stat status;
        /* A link that leads nowhere yet could be made to lead anywhere: it does not count as "not there". */
        if (resolved != NULL || errno != ENOENT || lstat(at, &status) == 0 || strcmp(at, "/") == 0)
            return resolved;
        char *above = g_path_get_dirname(at);
        g_free(at);
        at = above;
    }
}

static gboolean stays_below(const char *root, const char *path)
{
    char *real_root = realpath(root, NULL);
    char *real_path = resolve_existing(path);
    gboolean below = real_root != NULL && real_path != NULL && is_below(real_root, real_path);
    free(real_root);
    free(real_path);
    return below;
}

char *rk_file_resolve_below(const char *root, const char *folder, const char *path, const char *hint, RkPlace place,
                            GError **error)
{
    hint = hint != NULL ? hint : "paths are relative to the project and stay inside it";
    if (g_path_is_absolute(path)) {
        rk_error_set(error, RK_ERROR_SPEC, place, hint, "\"%s\" is an absolute path", path);
        return NULL;
    }
    g_autofree char *whole_root = g_canonicalize_filename(root, NULL);
    g_autofree char *whole_folder = g_canonicalize_filename(folder, NULL);
    g_autofree char *whole = g_canonicalize_filename(path, whole_folder);
    if (!is_below(whole_root, whole)) {
        rk_error_set(error, RK_ERROR_SPEC, place, hint, "\"%s\" leads out of the project folder", path);
        return NULL;
    }
    if (!stays_below(whole_root, whole)) {
        rk_error_set(error, RK_ERROR_SPEC, place, hint, "\"%s\" leads out of the project folder through a link", path);
        return NULL;
    }
    return g_steal_pointer(&whole);
}

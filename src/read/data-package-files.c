/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a resource: their size and checksum, and several parts as one. The parts are joined in memory, where the
 * header of every part but the first is left out.
 */
#include "read/data-package-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define BLOCK_BYTES (64u << 10)

/* Feeds a file to a checksum; `size` grows by its bytes. */
static gboolean add_file(GChecksum *sum, const char *path, guint64 *size, GError **error)
{
    g_autofree guchar *block = g_malloc(BLOCK_BYTES);
    FILE *stream = fopen(path, "rbe");
    gsize count = 0;
    while (stream != NULL && (count = fread(block, 1, BLOCK_BYTES, stream)) > 0) {
        *size += count;
        if (sum != NULL)
            g_checksum_update(sum, block, (gssize)count);
    }
    gboolean sound = stream != NULL && ferror(stream) == 0;
    if (!sound)
        rk_error_set(error, RK_ERROR_IO, (RkPlace){path, 0, 0}, NULL, "cannot be read: %s", g_strerror(errno));
    if (stream != NULL)
        fclose(stream);
    return sound;
}

/* The kind of a declared checksum, and the digits behind its name. */
static gboolean understand(const char *hash, GChecksumType *type, const char **digits, const char *file, GError **error)
{
    static const struct {
        const char *name;
        GChecksumType type;
    } kinds[] = {{"md5:", G_CHECKSUM_MD5},
                 {"sha1:", G_CHECKSUM_SHA1},
                 {"sha256:", G_CHECKSUM_SHA256},
                 {"sha512:", G_CHECKSUM_SHA512}};
    *type = G_CHECKSUM_MD5;
    *digits = hash;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_has_prefix(hash, kinds[i].name)) {
            *type = kinds[i].type;
            *digits = hash + strlen(kinds[i].name);
        }
    return strchr(*digits, ':') == NULL || rk_described_refuse(error, RK_ERROR_UNSUPPORTED, file, NULL,
                                                               "the checksum \"%.40s\" is of no known kind", hash);
}

gboolean rk_package_check_sums(json_t *resource, const GPtrArray *paths, const char *file, GError **error)
{
    const char *hash = rk_json_text(resource, "hash"), *digits = NULL;
    json_t *bytes = json_object_get(resource, "bytes");
    GChecksumType type = G_CHECKSUM_MD5;
    guint64 size = 0;
    if (hash == NULL && !json_is_number(bytes))
        return TRUE;
    if (hash != NULL && !understand(hash, &type, &digits, file, error))
        return FALSE;
    g_autoptr(GChecksum) sum = g_checksum_new(type);
    for (guint i = 0; i < paths->len; i++)
        if (!add_file(hash != NULL ? sum : NULL, paths->pdata[i], &size, error))
            return FALSE;
    if (json_is_number(bytes) && json_number_value(bytes) != (double)size)
        return rk_described_refuse(error, RK_ERROR_DATA, paths->pdata[0], "is the file cut off?",
                                   "has %" G_GUINT64_FORMAT " bytes, the package says %.0f", size,
                                   json_number_value(bytes));
    if (hash != NULL && g_ascii_strcasecmp(g_checksum_get_string(sum), digits) != 0)
        return rk_described_refuse(error, RK_ERROR_DATA, paths->pdata[0],
                                   "the file was changed after the package was made, or is damaged",
                                   "does not have the checksum that the package says");
    return TRUE;
}

/* The bytes of a part, without its header when it repeats that of the first. */
static gboolean add_part(GByteArray *all, GPtrArray **header, const char *path, const RkDescribed *described,
                         GError **error)
{
    g_autoptr(GBytes) bytes = rk_file_read(path, RK_LIMIT_ARCHIVE_BYTES, error);
    gsize length = 0, used = 0;
    const char *text = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
    if (bytes == NULL)
        return FALSE;
    if (length > RK_LIMIT_ARCHIVE_BYTES - all->len - 1)
        return rk_described_refuse(error, RK_ERROR_LIMIT, path, NULL, "the parts have more than %u bytes",
                                   RK_LIMIT_ARCHIVE_BYTES);
    g_autoptr(GPtrArray) fields = rk_record_fields(text, length, described->delimiter, &used);
    gboolean same = *header != NULL && fields != NULL && (*header)->len == fields->len;
    for (guint i = 0; same && i < fields->len; i++)
        same = strcmp((*header)->pdata[i], fields->pdata[i]) == 0;
    if (*header == NULL)
        *header = g_steal_pointer(&fields);
    gsize from = same && described->header ? used : 0;
    g_byte_array_append(all, (const guint8 *)text + from, (guint)(length - from));
    if (all->len > 0 && all->data[all->len - 1] != '\n')
        g_byte_array_append(all, (const guint8 *)"\n", 1);
    return TRUE;
}

RkTable *rk_package_read(const GPtrArray *paths, const RkDescribed *described, const RkReadOptions *options,
                         GError **error)
{
    RkSource source = {.path = paths->pdata[0]};
    if (paths->len == 1)
        return rk_described_read(&source, described, options, error);
    g_autoptr(GByteArray) all = g_byte_array_new();
    g_autoptr(GPtrArray) header = NULL;
    for (guint i = 0; i < paths->len; i++)
        if (!add_part(all, &header, paths->pdata[i], described, error))
            return NULL;
    g_autofree char *name = g_strdup_printf("%s and %u more", (char *)paths->pdata[0], paths->len - 1);
    source = (RkSource){.path = name, .bytes = all->len > 0 ? all->data : (guint8 *)"", .length = all->len};
    return rk_described_read(&source, described, options, error);
}

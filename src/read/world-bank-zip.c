/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "world-bank-zip": the archive as the World Bank hands it out, by libarchive: one table of data, and the countries
 * with their regions. Other archives are refused.
 */
#include "read/world-bank-private.h"

#include <string.h>

#include "read/archive-private.h"

#define BLOCK_BYTES (64u << 10)
/* Files that an archive may have: one that promises millions costs time without end. */
#define ARCHIVE_FILES 1000u

typedef struct {
    const char *file;
    const RkArchiveLibrary *library;
    RkStream *stream;
    char buffer[BLOCK_BYTES];
    GError *error;
    GByteArray *data;
    char *data_name;
    GByteArray *countries;
    char *countries_name;
} Unpacking;

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return length >= 4 && memcmp(head, "PK\x03\x04", 4) == 0 ? 95 : 0;
}

static la_ssize_t feed(struct archive *archive, void *user, const void **block)
{
    (void)archive;
    Unpacking *work = user;
    gssize count = rk_stream_read(work->stream, work->buffer, sizeof work->buffer, &work->error);
    *block = work->buffer;
    return count;
}

static gboolean refuse(Unpacking *work, RkErrorCode code, const char *hint, const char *message)
{
    if (work->error == NULL)
        rk_error_set(&work->error, code, (RkPlace){work->file, 0, 0}, hint, "%s", message);
    return FALSE;
}

static gboolean refuse_damaged(Unpacking *work, struct archive *archive)
{
    const char *reason = work->library->archive_error_string(archive);
    g_autofree char *message = g_strdup_printf("the archive cannot be unpacked: %s", reason != NULL ? reason : "?");
    return refuse(work, RK_ERROR_SYNTAX, "is the file cut off? download it again", message);
}

/* The bytes of the entry, within the limit; NULL with an error. */
static GByteArray *unpack(Unpacking *work, struct archive *archive)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (;;) {
        const void *block;
        size_t size;
        la_int64_t offset;
        int state = work->library->archive_read_data_block(archive, &block, &size, &offset);
        if (state == ARCHIVE_EOF)
            return g_steal_pointer(&bytes);
        if (state != ARCHIVE_OK) {
            refuse_damaged(work, archive);
            return NULL;
        }
        if (size > RK_LIMIT_ARCHIVE_BYTES - bytes->len) {
            g_autofree char *message =
                g_strdup_printf("a file in the archive is longer than %u bytes", RK_LIMIT_ARCHIVE_BYTES);
            refuse(work, RK_ERROR_LIMIT, "unzip it and read the file itself", message);
            return NULL;
        }
        g_byte_array_append(bytes, block, (guint)size);
    }
}

static gboolean is_countries(const char *name)
{
    return g_str_has_prefix(name, "Metadata_Country") || g_str_has_suffix(name, "Country.csv");
}

static gboolean keep(Unpacking *work, GByteArray *bytes, const char *name)
{
    gboolean countries = is_countries(name);
    gsize head = MIN(bytes->len, RK_STREAM_HEAD);
    if (!countries && !rk_world_bank_is_table((const char *)bytes->data, head)) {
        g_byte_array_unref(bytes);
        return TRUE;
    }
    if ((countries ? work->countries : work->data) != NULL) {
        g_byte_array_unref(bytes);
        return refuse(work, RK_ERROR_DATA, "unzip it and read the file you want", "the archive holds several tables");
    }
    *(countries ? &work->countries : &work->data) = bytes;
    *(countries ? &work->countries_name : &work->data_name) = g_strdup_printf("%s/%s", work->file, name);
    return TRUE;
}

static gboolean visit(Unpacking *work, struct archive *archive, struct archive_entry *entry)
{
    const char *path = work->library->archive_entry_pathname(entry);
    if (path == NULL || !g_utf8_validate(path, -1, NULL) || !g_str_has_suffix(path, ".csv"))
        return TRUE;
    g_autofree char *name = g_path_get_basename(path);
    GByteArray *bytes = unpack(work, archive);
    return bytes != NULL && keep(work, bytes, name);
}

static gboolean unpack_entries(Unpacking *work, struct archive *archive)
{
    struct archive_entry *entry;
    work->library->archive_read_support_format_zip_streamable(archive);
    if (work->library->archive_read_open(archive, work, NULL, feed, NULL) != ARCHIVE_OK)
        return refuse_damaged(work, archive);
    for (guint files = 0;; files++) {
        int state = work->library->archive_read_next_header(archive, &entry);
        if (state == ARCHIVE_EOF)
            return TRUE;
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
            return refuse_damaged(work, archive);
        if (files == ARCHIVE_FILES)
            return refuse(work, RK_ERROR_LIMIT, NULL, "the archive has more than 1000 files");
        if (!visit(work, archive, entry))
            return FALSE;
    }
}

static gboolean unpack_all(Unpacking *work)
{
    work->library = rk_archive_library(work->file, &work->error);
    if (work->library == NULL)
        return FALSE;
    struct archive *archive = work->library->archive_read_new();
    gboolean done = archive != NULL && unpack_entries(work, archive);
    work->library->archive_read_free(archive);
    return done;
}

static RkTable *read_unpacked(Unpacking *work, const RkReadOptions *options, GError **error)
{
    GError *cause = NULL;
    RkSource data = {.path = work->data_name, .bytes = work->data->data, .length = work->data->len};
    g_autoptr(RkTable) regions = NULL;
    if (work->countries != NULL) {
        RkSource countries = {
            .path = work->countries_name, .bytes = work->countries->data, .length = work->countries->len};
        regions = rk_world_bank_regions(&countries, &cause);
    }
    if (cause == NULL)
        return rk_world_bank_read(&data, options, regions, error);
    g_propagate_error(error, cause);
    return NULL;
}

static void clear(Unpacking *work)
{
    g_clear_pointer(&work->data, g_byte_array_unref);
    g_clear_pointer(&work->countries, g_byte_array_unref);
    g_free(work->data_name);
    g_free(work->countries_name);
    rk_stream_free(work->stream);
    g_free(work);
}

static RkTable *read_zip(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    Unpacking *work = g_new0(Unpacking, 1);
    RkTable *table = NULL;
    work->file = rk_source_name(source);
    work->stream = rk_stream_open(source, NULL, error);
    if (work->stream != NULL) {
        if (unpack_all(work) && work->data == NULL)
            refuse(work, RK_ERROR_UNSUPPORTED, "unzip it and read the file you want",
                   "is a zip archive without a table of the World Bank");
        if (work->error != NULL)
            g_propagate_error(error, work->error);
        else
            table = read_unpacked(work, options != NULL ? options : &none, error);
    }
    clear(work);
    return table;
}

static const char *const extensions[] = {"zip", NULL};

const RkFormat rk_format_world_bank_zip = {.name = "world-bank-zip",
                                           .extensions = extensions,
                                           .summary = "the zip archive of the World Bank, with its metadata",
                                           .shape = NULL,
                                           .sniff = sniff,
                                           .read = read_zip};

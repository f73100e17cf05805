/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Streams over GIO: a file descriptor or memory, then the gzip unpacker when the magic says so, then the converter of a
 * declared encoding. The file is read in blocks; mapping it would make every page of it resident.
 */
#include "base/limits.h"
#include "read/comments-private.h"
#include "read/counting-private.h"
#include "read/source-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>

struct RkStream {
    GInputStream *input; /* a GBufferedInputStream */
    char *name;
    guint64 total;
    guint64 consumed; /* bytes of the source itself */
    guint64 unpacked; /* bytes that were read from it */
    gboolean is_packed;
};

const char *rk_source_name(const RkSource *source)
{
    return g_strcmp0(source->path, "-") == 0 && source->bytes == NULL ? "standard input" : source->path;
}

void rk_stream_free(RkStream *stream)
{
    if (stream == NULL)
        return;
    g_clear_object(&stream->input);
    g_free(stream->name);
    g_free(stream);
}

static RkPlace whole_file(const RkStream *stream)
{
    return (RkPlace){stream->name, 0, 0};
}

static GInputStream *open_file(RkStream *stream, const char *path, GError **error)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        int reason = errno;
        if (descriptor >= 0)
            close(descriptor);
        rk_error_set(error, RK_ERROR_IO, whole_file(stream), NULL, "cannot be opened: %s", g_strerror(reason));
        return NULL;
    }
    if (S_ISDIR(status.st_mode)) {
        close(descriptor);
        rk_error_set(error, RK_ERROR_IO, whole_file(stream), NULL, "is a folder, not a data file");
        return NULL;
    }
    stream->total = S_ISREG(status.st_mode) ? (guint64)status.st_size : 0;
    return g_unix_input_stream_new(descriptor, TRUE);
}

static GInputStream *open_base(RkStream *stream, const RkSource *source, GError **error)
{
    if (source->bytes != NULL) {
        stream->total = source->length;
        return g_memory_input_stream_new_from_data(source->bytes, (gssize)source->length, NULL);
    }
    if (source->path == NULL) {
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "no data file is named");
        return NULL;
    }
    if (g_strcmp0(source->path, "-") == 0)
        return g_unix_input_stream_new(STDIN_FILENO, FALSE);
    return open_file(stream, source->path, error);
}

/* Takes over `base`. */
static GInputStream *buffered(GInputStream *base)
{
    GInputStream *input = g_buffered_input_stream_new_sized(base, RK_STREAM_HEAD);
    g_object_unref(base);
    return input;
}

/* Puts a converter behind the stream. */
static void convert(RkStream *stream, GConverter *converter)
{
    GInputStream *converted = g_converter_input_stream_new(stream->input, converter);
    g_object_unref(stream->input);
    g_object_unref(converter);
    stream->input = buffered(converted);
}

static gboolean unpack(RkStream *stream, GError **error)
{
    gsize length = 0;
    const char *head = rk_stream_peek(stream, &length, error);
    if (head == NULL)
        return FALSE;
    stream->is_packed = length > 2 && head[0] == '\x1f' && head[1] == '\x8b';
    if (stream->is_packed)
        convert(stream, G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP)));
    return TRUE;
}

/* What the mark of byte order says, where nothing is declared; NULL where there is none. */
static const char *encoding_of_mark(const char *head, gsize length)
{
    if (length < 2 || (memcmp(head, "\xff\xfe", 2) != 0 && memcmp(head, "\xfe\xff", 2) != 0))
        return NULL;
    return length >= 4 && memcmp(head, "\xff\xfe\0\0", 4) == 0 ? "UTF-32" : "UTF-16";
}

static gboolean decode(RkStream *stream, const char *encoding, GError **error)
{
    gsize marked = 0;
    const char *start = encoding == NULL ? rk_stream_peek(stream, &marked, error) : NULL;
    if (encoding == NULL && start == NULL)
        return FALSE;
    encoding = encoding != NULL ? encoding : encoding_of_mark(start, marked);
    if (encoding == NULL || g_ascii_strcasecmp(encoding, "utf-8") == 0 || g_ascii_strcasecmp(encoding, "utf8") == 0)
        return TRUE;
    gsize length = 0;
    const char *head = rk_stream_peek(stream, &length, error);
    if (head == NULL)
        return FALSE;
    /* Without a mark of their order, bytes show it: the first character of a table is one of ASCII. */
    if (g_ascii_strcasecmp(encoding, "utf-16") == 0 && length > 1 && head[0] == '\0')
        encoding = "UTF-16BE";
    GCharsetConverter *converter = g_charset_converter_new("UTF-8", encoding, NULL);
    if (converter == NULL) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, whole_file(stream), "iconv -l lists the known ones",
                     "the encoding \"%s\" is not known", encoding);
        return FALSE;
    }
    convert(stream, G_CONVERTER(converter));
    return TRUE;
}

RkStream *rk_stream_open(const RkSource *source, const char *encoding, GError **error)
{
    if (source->stream != NULL)
        return source->stream;
    g_autoptr(RkStream) stream = g_new0(RkStream, 1);
    stream->name = g_strdup(rk_source_name(source));
    GInputStream *base = open_base(stream, source, error);
    if (base == NULL)
        return NULL;
    stream->input = buffered(rk_counting_stream_new(base, &stream->consumed));
    g_object_unref(base);
    if (!unpack(stream, error) || !decode(stream, encoding, error))
        return NULL;
    return g_steal_pointer(&stream);
}

void rk_stream_leave_out(RkStream *stream, const char *prefix, guint64 *count)
{
    convert(stream, rk_comment_filter_new(prefix, count));
}

static void report(const RkStream *stream, const GError *cause, GError **error)
{
    if (g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        rk_error_set(error, RK_ERROR_SYNTAX, whole_file(stream), "the file is cut short, or format.encoding is wrong",
                     "ends in the middle of packed or encoded text");
    else if (g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
        rk_error_set(error, RK_ERROR_SYNTAX, whole_file(stream), "check format.encoding, or pack the file again",
                     "holds bytes that cannot be unpacked or decoded");
    else
        rk_error_set(error, RK_ERROR_IO, whole_file(stream), NULL, "cannot be read: %s", cause->message);
}

const char *rk_stream_peek(RkStream *stream, gsize *length, GError **error)
{
    g_autoptr(GError) cause = NULL;
    GBufferedInputStream *input = G_BUFFERED_INPUT_STREAM(stream->input);
    gssize more = 1;
    while (more > 0 && g_buffered_input_stream_get_available(input) < RK_STREAM_HEAD)
        more = g_buffered_input_stream_fill(input, -1, NULL, &cause);
    if (more < 0) {
        report(stream, cause, error);
        return NULL;
    }
    const char *head = g_buffered_input_stream_peek_buffer(input, length);
    return head != NULL ? head : "";
}

/* A few bytes that unpack to any number of them. */
static gboolean check_unpacked(RkStream *stream, gsize more, GError **error)
{
    stream->unpacked += stream->is_packed ? more : 0;
    if (stream->unpacked <= RK_LIMIT_UNPACKED_BYTES || stream->unpacked / RK_LIMIT_UNPACKED_RATIO <= stream->consumed)
        return TRUE;
    rk_error_set(error, RK_ERROR_LIMIT, whole_file(stream), "unpack it first if it is sound",
                 "unpacks to more than %u times its size", RK_LIMIT_UNPACKED_RATIO);
    return FALSE;
}

gssize rk_stream_read(RkStream *stream, char *buffer, gsize size, GError **error)
{
    g_autoptr(GError) cause = NULL;
    gsize done = 0;
    if (g_input_stream_read_all(stream->input, buffer, size, &done, NULL, &cause))
        return check_unpacked(stream, done, error) ? (gssize)done : -1;
    report(stream, cause, error);
    return -1;
}

guint64 rk_stream_done(const RkStream *stream)
{
    return stream->consumed;
}

guint64 rk_stream_total(const RkStream *stream)
{
    return stream->total;
}

gsize rk_stream_expect(const RkStream *stream, gsize count, guint64 bytes)
{
    if (bytes == 0 || stream->total < bytes)
        return 0;
    return (gsize)((double)(count + count / 16) * ((double)stream->total / (double)bytes));
}

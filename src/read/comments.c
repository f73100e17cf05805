/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comments are known by the bytes that a line begins with, before anything is parted into cells: quotes in a comment
 * mean nothing, and a quoted cell that begins with the same bytes is no comment.
 */
#include "read/comments-private.h"

#include <string.h>

typedef struct {
    GObject parent;
    const char *prefix;
    guint64 *count;
    gsize matched; /* bytes of the prefix that the line has begun with, and that were not written yet */
    gsize mark;    /* bytes of a byte-order mark, with which the text may begin, that were let through */
    gboolean fresh, quoted, comment; /* nothing of the line was written; inside of quotes; of a comment */
} RkCommentFilter;

typedef struct {
    GObjectClass parent;
} RkCommentFilterClass;

static const char mark[] = "\xef\xbb\xbf";

static void implement(GConverterIface *interface);
static GType rk_comment_filter_get_type(void);
G_DEFINE_TYPE_WITH_CODE(RkCommentFilter, rk_comment_filter, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(G_TYPE_CONVERTER, implement))

/* Where a piece of text goes. */
typedef struct {
    char *bytes;
    gsize size, length;
} Output;

static gboolean is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static gboolean put(Output *output, const char *bytes, gsize length)
{
    if (output->size - output->length < length)
        return FALSE;
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    return TRUE;
}

/* A byte that is no part of a prefix. FALSE when there is no room. */
static gboolean pass(RkCommentFilter *filter, char byte, Output *output)
{
    if (output->size - output->length < filter->matched + 1)
        return FALSE;
    put(output, filter->prefix, filter->matched);
    put(output, &byte, 1);
    filter->matched = 0;
    filter->quoted ^= byte == '"';
    filter->fresh = !filter->quoted && is_line_end(byte);
    return TRUE;
}

/* FALSE when there is no room for what the byte means. */
static gboolean take(RkCommentFilter *filter, char byte, Output *output)
{
    if (filter->mark < 3 && byte == mark[filter->mark]) {
        gboolean written = put(output, &byte, 1);
        filter->mark += written;
        return written;
    }
    filter->fresh = filter->fresh && filter->mark % 3 == 0;
    filter->mark = 3;
    if (filter->comment && !is_line_end(byte))
        return TRUE;
    if (filter->comment || !filter->fresh || byte != filter->prefix[filter->matched]) {
        gboolean passed = pass(filter, byte, output);
        filter->comment = filter->comment && !passed;
        return passed;
    }
    filter->matched++;
    filter->comment = filter->prefix[filter->matched] == '\0';
    if (filter->comment) {
        filter->matched = 0;
        ++*filter->count;
    }
    return TRUE;
}

static GConverterResult convert(GConverter *converter, const void *input, gsize input_size, void *output,
                                gsize output_size, GConverterFlags flags, gsize *bytes_read, gsize *bytes_written,
                                GError **error)
{
    RkCommentFilter *filter = (RkCommentFilter *)converter;
    Output to = {output, output_size, 0};
    gsize done = 0;
    while (done < input_size && take(filter, ((const char *)input)[done], &to))
        done++;
    gboolean ended =
        done == input_size && (flags & G_CONVERTER_INPUT_AT_END) != 0 && put(&to, filter->prefix, filter->matched);
    filter->matched = ended ? 0 : filter->matched;
    *bytes_read = done;
    *bytes_written = to.length;
    if (ended)
        return G_CONVERTER_FINISHED;
    if (done > 0 || to.length > 0)
        return (flags & G_CONVERTER_FLUSH) != 0 && done == input_size ? G_CONVERTER_FLUSHED : G_CONVERTER_CONVERTED;
    g_set_error_literal(error, G_IO_ERROR,
                        input_size + filter->matched > 0 ? G_IO_ERROR_NO_SPACE : G_IO_ERROR_PARTIAL_INPUT,
                        "no room, or no input");
    return G_CONVERTER_ERROR;
}

static void reset(GConverter *converter)
{
    RkCommentFilter *filter = (RkCommentFilter *)converter;
    filter->matched = 0;
    filter->mark = 0;
    filter->fresh = TRUE;
    filter->quoted = FALSE;
    filter->comment = FALSE;
}

static void implement(GConverterIface *interface)
{
    interface->convert = convert;
    interface->reset = reset;
}

static void rk_comment_filter_class_init(RkCommentFilterClass *class)
{
    (void)class;
}

static void rk_comment_filter_init(RkCommentFilter *filter)
{
    reset((GConverter *)filter);
}

GConverter *rk_comment_filter_new(const char *prefix, guint64 *count)
{
    RkCommentFilter *filter = g_object_new(rk_comment_filter_get_type(), NULL);
    filter->prefix = prefix;
    filter->count = count;
    return G_CONVERTER(filter);
}

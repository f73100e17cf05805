/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting the bytes of a stream, so that packed text can be held against what it unpacks to, from a pipe as well.
 */
#include "read/counting-private.h"

typedef struct {
    GFilterInputStream parent;
    guint64 *count;
} RkCountingStream;

typedef struct {
    GFilterInputStreamClass parent;
} RkCountingStreamClass;

static GType rk_counting_stream_get_type(void);
G_DEFINE_TYPE(RkCountingStream, rk_counting_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize read_counted(GInputStream *stream, void *buffer, gsize size, GCancellable *cancellable, GError **error)
{
    GInputStream *base = g_filter_input_stream_get_base_stream(G_FILTER_INPUT_STREAM(stream));
    gssize count = g_input_stream_read(base, buffer, size, cancellable, error);
    if (count > 0)
        *((RkCountingStream *)stream)->count += (guint64)count;
    return count;
}

static void rk_counting_stream_class_init(RkCountingStreamClass *class)
{
    G_INPUT_STREAM_CLASS(class)->read_fn = read_counted;
}

static void rk_counting_stream_init(RkCountingStream *stream)
{
    stream->count = NULL;
}

GInputStream *rk_counting_stream_new(GInputStream *base, guint64 *count)
{
    RkCountingStream *stream = g_object_new(rk_counting_stream_get_type(), "base-stream", base, NULL);
    stream->count = count;
    return G_INPUT_STREAM(stream);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes of a source as one stream of text: files, standard input and memory look alike, gzip is unpacked, a
 * declared encoding becomes UTF-8. Nothing is mapped or read whole, and no encoding is guessed.
 */
#ifndef RK_READ_SOURCE_PRIVATE_H
#define RK_READ_SOURCE_PRIVATE_H

#include "read/read.h"

G_BEGIN_DECLS

/* Bytes that can be looked at before anything is consumed: enough to know a format and its delimiter. */
#define RK_STREAM_HEAD (64u << 10)

typedef struct RkStream RkStream;

/* Opens a source, or takes over the stream that it already carries. `encoding` may be NULL: UTF-8. */
RkStream *rk_stream_open(const RkSource *source, const char *encoding, GError **error);
void rk_stream_free(RkStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkStream, rk_stream_free)

/* Leaves lines out that begin with `prefix` (not empty) and counts them in `count`; both must live as long as the
 * stream. */
void rk_stream_leave_out(RkStream *stream, const char *prefix, guint64 *count);

/* How messages call the source. Borrowed from the source. */
const char *rk_source_name(const RkSource *source);

/* The first RK_STREAM_HEAD bytes (fewer when the stream is shorter) that are not yet read. Borrowed until the next
 * call. NULL with an error when reading fails. */
const char *rk_stream_peek(RkStream *stream, gsize *length, GError **error);

/* Reads until `size` bytes are there or the stream ends; -1 with an error on failure. */
gssize rk_stream_read(RkStream *stream, char *buffer, gsize size, GError **error);

/* Bytes of the source that were read, packed ones where it is packed, and in all: 0 when that is not known. */
guint64 rk_stream_done(const RkStream *stream);
guint64 rk_stream_total(const RkStream *stream);
/* A little more than there will be in all of what came `count` times in the first `bytes`; 0 when that is not known.
 */
gsize rk_stream_expect(const RkStream *stream, gsize count, guint64 bytes);

G_END_DECLS

#endif

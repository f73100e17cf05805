/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks that end where a record ends. Counting quotes is all it takes, so this runs at the speed of memory while the
 * blocks before are still being split.
 */
#include "read/csv-private.h"

#include <string.h>

#define STRIDE 128u

static gsize count_quotes(const char *bytes, gsize length)
{
    gsize count = 0, at = 0;
    for (; at + STRIDE <= length; at += STRIDE) {
        guint8 some = 0;
        for (gsize i = 0; i < STRIDE; i++)
            some = (guint8)(some + (bytes[at + i] == '"'));
        count += some;
    }
    for (; at < length; at++)
        count += bytes[at] == '"';
    return count;
}

/* A carriage return with nothing but blanks behind it may still get its line feed. */
static gsize settled(const char *bytes, gsize length, char delimiter)
{
    gsize end = length;
    while (end > 0 && rk_csv_is_space(bytes[end - 1], delimiter))
        end--;
    return end > 0 && bytes[end - 1] == '\r' ? end - 1 : length;
}

/* Behind the last record end in bytes[from, to), 0 when there is none; `odd` tells whether `to` is within quotes. */
static gsize last_end(const char *bytes, gsize from, gsize to, gboolean odd)
{
    for (gsize at = to; at > from; at--) {
        char byte = bytes[at - 1];
        if (byte == '"')
            odd = !odd;
        else if (!odd && (byte == '\n' || byte == '\r'))
            return at;
    }
    return 0;
}

static gboolean read_more(RkCsvCutter *cutter, RkCsvBlock *block, GError **error)
{
    gsize size = block->length + cutter->block_bytes;
    if (size > block->capacity) {
        block->capacity = size;
        block->bytes = g_realloc(block->bytes, size + RK_CSV_SLACK);
    }
    gssize count = rk_stream_read(cutter->stream, block->bytes + block->length, cutter->block_bytes, error);
    if (count < 0)
        return FALSE;
    cutter->ended = (gsize)count < cutter->block_bytes;
    cutter->done += (guint64)count;
    block->length += (gsize)count;
    return TRUE;
}

/* Keeps what is behind `end` for the next block. */
static void split(RkCsvCutter *cutter, RkCsvBlock *block, gsize end)
{
    if (end < block->length)
        g_byte_array_append(cutter->rest, (const guint8 *)block->bytes + end, (guint)(block->length - end));
    block->length = end;
}

static void begin(RkCsvCutter *cutter, RkCsvBlock *block)
{
    if (cutter->rest->len > block->capacity) {
        block->capacity = cutter->rest->len;
        block->bytes = g_realloc(block->bytes, block->capacity + RK_CSV_SLACK);
    }
    if (cutter->rest->len > 0)
        memcpy(block->bytes, cutter->rest->data, cutter->rest->len);
    block->length = cutter->rest->len;
    block->start = 0;
    block->cut = FALSE;
    g_byte_array_set_size(cutter->rest, 0);
}

/* Only a block of several reads can hold a record that is too long, and then as its first. */
static gboolean is_too_long(const RkCsvCutter *cutter, const RkCsvBlock *block)
{
    return block->length > RK_CSV_RECORD_BYTES &&
           rk_csv_record_length(block->bytes, block->length, cutter->delimiter) > RK_CSV_RECORD_BYTES;
}

gboolean rk_csv_cut(RkCsvCutter *cutter, RkCsvBlock *block, GError **error)
{
    gsize scanned = 0, end = 0;
    gboolean odd = FALSE;
    begin(cutter, block);
    while (!cutter->ended && end == 0 && block->length <= RK_CSV_RECORD_BYTES) {
        if (!read_more(cutter, block, error))
            return FALSE;
        gsize sure = cutter->ended ? block->length : settled(block->bytes, block->length, cutter->delimiter);
        odd ^= count_quotes(block->bytes + scanned, sure - scanned) & 1;
        end = last_end(block->bytes, scanned, sure, odd);
        scanned = sure;
    }
    block->cut = is_too_long(cutter, block);
    if (block->cut)
        block->length = RK_CSV_RECORD_BYTES;
    else if (!cutter->ended)
        split(cutter, block, end);
    return block->length > 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records into fields. Whatever holds a quote, and whatever is not ended, goes to libcsv; lines without any quote need
 * no parser, only their delimiters, and take a third of the time. Both ways give the same fields: libcsv trims blanks
 * around unquoted fields, so that is done here too, and tests compare the two.
 */
#include "read/csv-private.h"

#include <string.h>

static inline gboolean ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* A word of eight times the same byte. */
static inline guint64 eightfold(char byte)
{
    return (guint8)byte * G_GUINT64_CONSTANT(0x0101010101010101);
}

/* Sets the high bit of the bytes that equal those of `wanted`; the lowest bit set is never wrong. */
static inline guint64 matches(guint64 word, guint64 wanted)
{
    guint64 difference = word ^ wanted;
    return (difference - eightfold(1)) & ~difference & eightfold((char)0x80);
}

/* The next delimiter or line end, which must be there. Looks at eight bytes at a time. */
static inline const char *find_stop(const char *at, char delimiter)
{
    for (;; at += 8) {
        guint64 word;
        memcpy(&word, at, sizeof word);
        word = GUINT64_FROM_LE(word);
        guint64 found =
            matches(word, eightfold(delimiter)) | matches(word, eightfold('\n')) | matches(word, eightfold('\r'));
        if (found != 0)
            return at + __builtin_ctzll(found) / 8;
    }
}

/* One field from `at`, trimmed; returns where it stopped: at a delimiter or line end. */
static inline const char *pass_field(const char *at, char delimiter, const char **start, gsize *length)
{
    while (rk_csv_is_space(*at, delimiter))
        at++;
    *start = at;
    const char *stop = find_stop(at, delimiter), *end = stop;
    while (end > at && rk_csv_is_space(end[-1], delimiter))
        end--;
    *length = (gsize)(end - at);
    return stop;
}

/* Whole lines without quotes. */
static void split_lines(RkCsvBlock *block, const char *at, const char *end)
{
    char delimiter = block->plan->delimiter;
    const char *start;
    gsize length;
    while (at < end) {
        at = pass_field(at, delimiter, &start, &length);
        /* A line of blanks has no field at all. */
        if (*at == delimiter || length > 0)
            rk_csv_on_field((void *)start, length, block);
        while (*at == delimiter) {
            at = pass_field(at + 1, delimiter, &start, &length);
            rk_csv_on_field((void *)start, length, block);
        }
        rk_csv_on_row(*at++, block);
    }
}

/* Behind the record that holds the quote at `quote`; `end` when it is not ended. Sees line ends within quotes. */
static const char *pass_record(RkCsvBlock *block, const char *quote, const char *end)
{
    gboolean quoted = FALSE;
    block->inner_lines = FALSE;
    for (const char *at = quote; at < end; at++) {
        if (*at == '"')
            quoted = !quoted;
        else if (ends_line(*at) && !quoted)
            return at + 1;
        else if (ends_line(*at))
            block->inner_lines = TRUE;
    }
    return end;
}

static const char *last_line_end(const char *from, const char *to)
{
    while (to > from && !ends_line(to[-1]))
        to--;
    return to;
}

gsize rk_csv_split(RkCsvBlock *block, const char *bytes, gsize length)
{
    const char *at = bytes, *end = bytes + length;
    while (at < end && !block->fault.set) {
        const char *quote = block->plan->libcsv_only ? at : memchr(at, '"', (gsize)(end - at));
        const char *line = last_line_end(at, quote != NULL ? quote : end);
        split_lines(block, at, line);
        const char *next = pass_record(block, quote != NULL ? quote : line, end);
        if (!block->fault.set) {
            gsize done = csv_parse(&block->parser, line, (gsize)(next - line), rk_csv_on_field, rk_csv_on_row, block);
            if (done < (gsize)(next - line))
                return (gsize)(line - bytes) + done;
        }
        at = next;
    }
    return length;
}

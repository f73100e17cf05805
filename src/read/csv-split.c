/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records into fields. Most need no parser, only their delimiters: plain numbers are read where they stand, and quotes
 * are passed when they stand around a whole field of one line and hold none. Every other record with a quote, and
 * whatever is not ended, goes to libcsv, which takes several times as long. Both ways give the same fields: libcsv
 * trims blanks around unquoted fields, so that is done here too, and tests compare the two.
 */
#include "read/csv-private.h"

#include "base/number-scan.h"

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

/* Behind the plain number that is the whole field at `at`, and in its column now; NULL when there is none. */
static inline const char *take_number(RkCsvBlock *block, const char *at, const char *end)
{
    const RkCsvPlan *plan = block->plan;
    gint32 slot = rk_csv_next_slot(block);
    double value;
    guint decimals;
    if (slot < 0 || block->cells[slot].textual || !plan->scanned[slot])
        return NULL;
    const char *stop = at + rk_number_scan(at, end, plan->rules[slot].syntax.decimal, &value, &decimals);
    if (stop == at || (*stop != plan->delimiter && !ends_line(*stop)))
        return NULL;
    rk_cells_add_scanned(&block->cells[slot], value, decimals);
    block->field++;
    return stop;
}

/* Behind a field that no column takes, NULL when somebody must look at it. */
static inline const char *skip_field(RkCsvBlock *block, const char *at)
{
    if (rk_csv_next_slot(block) >= 0)
        return NULL;
    const char *stop = find_stop(at, block->plan->delimiter);
    if (G_UNLIKELY(stop - at > RK_LIMIT_FIELD_BYTES))
        return NULL;
    block->field++;
    return stop;
}

/* A field whose quotes stand around it. */
static const char *take_quoted(RkCsvBlock *block, const char *at, const char *end)
{
    const char *stop = memchr(at + 1, '"', (gsize)(end - at - 1));
    rk_csv_on_field((void *)(at + 1), (gsize)(stop - at - 1), block);
    return stop + 1;
}

/* Takes the field at `at`, and returns where it stopped. A line of blanks has no field at all. */
static inline const char *take_field(RkCsvBlock *block, const char *at, const char *end, gboolean first)
{
    const char *start, *stop = take_number(block, at, end);
    gsize length = 0;
    if (stop == NULL && *at == '"')
        return take_quoted(block, at, end);
    if (stop == NULL && !first)
        stop = skip_field(block, at);
    if (stop != NULL)
        return stop;
    stop = pass_field(at, block->plan->delimiter, &start, &length);
    if (!first || *stop == block->plan->delimiter || length > 0)
        rk_csv_on_field((void *)start, length, block);
    return stop;
}

/* Whole lines, with quotes only around fields. */
static void split_lines(RkCsvBlock *block, const char *at, const char *end)
{
    char delimiter = block->plan->delimiter;
    while (at < end) {
        at = take_field(block, at, end, TRUE);
        while (*at == delimiter)
            at = take_field(block, at + 1, end, FALSE);
        rk_csv_on_row(*at++, block);
    }
}

/* Whether a quote of the line stands at an edge of its field: an opening one at its start, a closing one at its end. */
static gboolean is_at_edge(const RkCsvBlock *block, const char *line, const char *quote, gboolean opens)
{
    char delimiter = block->plan->delimiter;
    if (opens)
        return quote == line || quote[-1] == delimiter;
    return quote[1] == delimiter || ends_line(quote[1]);
}

/* Behind the record from `line` on whose first quote is at `quote`; `end` when it is not ended. Sees line ends within
 * quotes, and whether quotes only stand around fields of one line. */
static const char *pass_record(RkCsvBlock *block, const char *line, const char *quote, const char *end,
                               gboolean *simple)
{
    gboolean quoted = FALSE;
    block->inner_lines = FALSE;
    *simple = !block->plan->libcsv_only;
    for (const char *at = quote; at < end; at++) {
        if (*at == '"') {
            quoted = !quoted;
            *simple = *simple && is_at_edge(block, line, at, quoted);
        } else if (ends_line(*at) && !quoted) {
            return at + 1;
        } else if (ends_line(*at)) {
            block->inner_lines = TRUE;
            *simple = FALSE;
        }
    }
    *simple = FALSE;
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
        gboolean simple;
        const char *quote = block->plan->libcsv_only ? at : memchr(at, '"', (gsize)(end - at));
        const char *line = last_line_end(at, quote != NULL ? quote : end);
        split_lines(block, at, line);
        at = pass_record(block, line, quote != NULL ? quote : line, end, &simple);
        if (block->fault.set)
            break;
        if (simple) {
            split_lines(block, line, at);
            continue;
        }
        gsize done = csv_parse(&block->parser, line, (gsize)(at - line), rk_csv_on_field, rk_csv_on_row, block);
        if (done < (gsize)(at - line))
            return (gsize)(line - bytes) + done;
    }
    return length;
}

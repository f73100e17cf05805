/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading Eurostat's TSV: the stream is cut at line ends, blocks are read by workers and taken back in the order of the
 * file. Neither rows nor the first error depend on where it was cut.
 */
#include "read/eurostat-private.h"
#include "read/row-key-private.h"

#include <string.h>

typedef struct {
    const char *file;
    const RkReadOptions *options;
    RkStream *stream;
    GByteArray *rest;
    gboolean ended;
    gboolean unended;  /* the last line has no end */
    gboolean too_long; /* the next line is */
    guint64 done;
    RkEurostatHead *head;
    RkRing ring;
    RkEurostatRows rows;
    guint line_count;
    gsize skipped;
    gsize changed;
    guint changed_line;
    char *last; /* key of the last series */
    gboolean unsorted;
} Reading;

/* Called when all lines before it were counted. */
static gboolean refuse_long_line(const Reading *reading, GError **error)
{
    rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){reading->file, reading->line_count + 1, 0},
                 "is this a text with lines?", "the line is longer than %u bytes", RK_EUROSTAT_LINE_BYTES);
    return FALSE;
}

/* Where the last line ends; 0 for none. */
static gsize last_end(const char *bytes, gsize length)
{
    const char *found = length > 0 ? memrchr(bytes, '\n', length) : NULL;
    return found != NULL ? (gsize)(found - bytes) + 1 : 0;
}

/* Fills the block with whole lines. FALSE at the end, before a line that is too long, or with an error. */
static gboolean cut(Reading *reading, RkEurostatBlock *block, GError **error)
{
    gsize end = 0;
    block->length = 0;
    while (end == 0 && (!reading->ended || reading->rest->len > 0)) {
        gsize size = reading->rest->len + block->length + RK_CSV_BLOCK_BYTES;
        reading->too_long = block->length > RK_EUROSTAT_LINE_BYTES;
        if (reading->too_long)
            return FALSE;
        if (size > block->capacity) {
            block->capacity = size;
            block->bytes = g_realloc(block->bytes, size);
        }
        if (reading->rest->len > 0)
            memcpy(block->bytes + block->length, reading->rest->data, reading->rest->len);
        block->length += reading->rest->len;
        g_byte_array_set_size(reading->rest, 0);
        gssize count = reading->ended
                           ? 0
                           : rk_stream_read(reading->stream, block->bytes + block->length, RK_CSV_BLOCK_BYTES, error);
        if (count < 0)
            return FALSE;
        reading->ended = (gsize)count < RK_CSV_BLOCK_BYTES;
        reading->done += (guint64)count;
        block->length += (gsize)count;
        end = reading->ended ? block->length : last_end(block->bytes, block->length);
    }
    if (reading->ended && block->length > 0)
        reading->unended = block->bytes[block->length - 1] != '\n';
    if (end < block->length)
        g_byte_array_append(reading->rest, (const guint8 *)block->bytes + end, (guint)(block->length - end));
    block->length = end;
    return block->length > 0;
}

static gboolean read_head(Reading *reading, RkEurostatBlock *block, GError **error)
{
    GError *cause = NULL;
    RkCsvFault fault = {0};
    if (!cut(reading, block, &cause)) {
        if (reading->too_long)
            return refuse_long_line(reading, error);
        if (cause == NULL)
            rk_error_set(&cause, RK_ERROR_DATA, (RkPlace){reading->file, 0, 0}, NULL, "the file is empty");
        g_propagate_error(error, cause);
        return FALSE;
    }
    const char *stop = memchr(block->bytes, '\n', block->length);
    gsize length = stop != NULL ? (gsize)(stop - block->bytes) : block->length;
    gsize used = stop != NULL ? length + 1 : length;
    if (rk_csv_check_bytes(block->bytes, length, '\t', TRUE, &fault) < length) {
        rk_csv_fault_raise(&fault, reading->file, 0, error);
        rk_csv_fault_clear(&fault);
        return FALSE;
    }
    if (length > 0 && block->bytes[length - 1] == '\r')
        length--;
    reading->head = rk_eurostat_head_new(block->bytes, length, reading->file, error);
    memmove(block->bytes, block->bytes + used, block->length - used);
    block->length -= used;
    reading->line_count = 1;
    return reading->head != NULL;
}

static void warn_of_periods(const Reading *reading)
{
    const RkEurostatHead *head = reading->head;
    RkPlace place = {reading->file, 1, 0};
    if (head->odd != NULL)
        rk_diagnostics_add(reading->options->diagnostics, RK_SEVERITY_WARNING, place, NULL,
                           "\"%s\" is no period of the calendar, so the column \"%s\" is kept as text", head->odd,
                           head->time);
}

/* The first series of a block must not be the last of the one before. */
static gboolean check_seam(Reading *reading, const RkEurostatBlock *block, GError **error)
{
    gsize first = 0;
    if (block->lines->len == 0)
        return TRUE;
    while (first < block->length && (block->bytes[first] == '\n' || block->bytes[first] == '\r'))
        first++;
    gsize end = first;
    /* The block is bytes, not a text: nothing stands behind its end. */
    while (end < block->length && strchr("\t\r\n", block->bytes[end]) == NULL)
        end++;
    g_autofree char *key = g_strndup(block->bytes + first, end - first);
    if (g_strcmp0(key, reading->last) == 0) {
        rk_error_set(error, RK_ERROR_DATA,
                     (RkPlace){reading->file, g_array_index(block->lines, guint32, 0) + reading->line_count, 1},
                     "remove one of the two lines", "the series \"%s\" stands here a second time", key);
        return FALSE;
    }
    reading->unsorted =
        reading->unsorted || block->unsorted ||
        (reading->last != NULL && !rk_eurostat_is_sorted(reading->last, strlen(reading->last), key, strlen(key)));
    g_free(reading->last);
    reading->last = g_strndup(block->bytes + block->last, block->last_length);
    return TRUE;
}

static gboolean append(Reading *reading, RkEurostatBlock *block, GError **error)
{
    if (!block->fault.set && reading->rows.count + block->values->len >= RK_LIMIT_ROWS)
        rk_csv_fault(&block->fault, RK_ERROR_LIMIT, 0, 0, NULL, "there are more than %u rows", RK_LIMIT_ROWS);
    if (block->fault.set) {
        rk_csv_fault_raise(&block->fault, reading->file, reading->line_count, error);
        return FALSE;
    }
    if (!check_seam(reading, block, error))
        return FALSE;
    g_autofree guint8 *sifted = NULL;
    if (reading->options->filter != NULL) {
        sifted = rk_eurostat_sift(reading->head, block, reading->line_count, reading->options, reading->file, error);
        if (sifted == NULL)
            return FALSE;
    }
    rk_eurostat_rows_append(&reading->rows, reading->head, block, reading->line_count, sifted);
    guint lines_before = reading->line_count;
    reading->line_count += block->line_count;
    reading->skipped += block->skipped;
    if (reading->changed == 0)
        reading->changed_line = block->changed_line + lines_before;
    reading->changed += block->changed;
    return TRUE;
}

static gboolean report(const Reading *reading, GError **error)
{
    const RkReadOptions *options = reading->options;
    if (options->progress == NULL ||
        options->progress(options->progress_user, reading->file, rk_stream_done(reading->stream),
                          rk_stream_total(reading->stream)))
        return TRUE;
    rk_error_set(error, RK_ERROR_IO, (RkPlace){reading->file, 0, 0}, NULL, "reading was stopped");
    return FALSE;
}

static gboolean pop(Reading *reading, GError **error)
{
    return append(reading, rk_ring_pop(&reading->ring), error) && report(reading, error);
}

static gboolean read_series(Reading *reading, GError **error)
{
    g_autoptr(GError) cause = NULL;
    gboolean sound = TRUE;
    rk_ring_push(&reading->ring, reading->head);
    do {
        if (reading->done > RK_CSV_SERIAL_BYTES)
            rk_ring_start(&reading->ring);
        if (rk_ring_is_full(&reading->ring))
            sound = pop(reading, error);
        if (!sound || !cut(reading, rk_ring_next(&reading->ring), &cause))
            break;
        rk_ring_push(&reading->ring, reading->head);
    } while (TRUE);
    while (sound && reading->ring.count > 0)
        sound = pop(reading, error);
    if (sound && reading->too_long)
        return refuse_long_line(reading, error);
    if (!sound || cause == NULL)
        return sound;
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
}

static void warn_of_series(const Reading *reading)
{
    RkDiagnostics *diagnostics = reading->options->diagnostics;
    RkPlace place = {reading->file, 0, 0};
    if (reading->skipped > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, NULL,
                           "%" G_GSIZE_FORMAT " empty cells are no rows, because their period has another frequency "
                           "than their series",
                           reading->skipped);
    if (reading->changed > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){reading->file, reading->changed_line, 0}, NULL,
                           "a value has more digits than a number holds, the first of %" G_GSIZE_FORMAT " such values",
                           reading->changed);
    if (reading->unended)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "is the file cut off?", "the last line has no end");
    rk_eurostat_rows_warn(&reading->rows, reading->file, diagnostics);
}

/* One row of each series, whose other rows repeat its codes. */
static RkTable *first_rows(const RkTable *table, const RkKeyColumns *columns)
{
    guint32 rows = (guint32)rk_table_rows(table);
    g_autoptr(GArray) firsts = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 row = 0; row < rows; row++)
        if (row == 0 || rk_table_origin(table, row).line != rk_table_origin(table, row - 1).line)
            g_array_append_val(firsts, row);
    g_autoptr(RkTable) keys = rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rows, table);
    return rk_table_gather(keys, (const guint32 *)firsts->data, firsts->len);
}

/* Series that do not stand in order may stand twice far apart: then their codes are compared, where all were asked for.
 */
static gboolean check_order(const Reading *reading, const RkTable *table, GError **error)
{
    if (!reading->unsorted)
        return TRUE;
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, reading->head->dimensions);
    if (columns == NULL)
        return TRUE;
    g_autoptr(RkTable) series = first_rows(table, columns);
    g_autoptr(GPtrArray) keys = rk_row_key_columns(series, reading->head->dimensions);
    return rk_row_key_check(series, keys, "remove one of the two lines", error);
}

static RkTable *read_all(Reading *reading, GError **error)
{
    if (!read_head(reading, rk_ring_next(&reading->ring), error))
        return NULL;
    rk_eurostat_rows_init(&reading->rows, reading->head, reading->options->columns);
    reading->head->kept = g_memdup2(reading->rows.kept, reading->rows.dimensions * sizeof *reading->head->kept);
    warn_of_periods(reading);
    if (!read_series(reading, error))
        return NULL;
    rk_ring_stop(&reading->ring);
    warn_of_series(reading);
    g_autoptr(RkTable) table = rk_eurostat_rows_finish(&reading->rows, reading->head, reading->options, reading->file);
    return check_order(reading, table, error) ? g_steal_pointer(&table) : NULL;
}

RkTable *rk_eurostat_read(const RkSource *source, const RkReadOptions *options, GError **error)
{
    Reading reading = {.file = rk_source_name(source), .options = options, .stream = source->stream};
    reading.rest = g_byte_array_new();
    rk_ring_init(&reading.ring, &rk_eurostat_ring_kind);
    RkTable *table = read_all(&reading, error);
    rk_ring_clear(&reading.ring);
    rk_eurostat_rows_clear(&reading.rows);
    rk_eurostat_head_free(reading.head);
    g_byte_array_unref(reading.rest);
    g_free(reading.last);
    rk_stream_free(reading.stream);
    return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a delimited file: blocks are split by workers and taken back in the order of the file, so that neither rows
 * nor the first error depend on who was quicker. A small file never starts a thread.
 */
#include "read/csv-private.h"

#include "base/large.h"
#include "table/builder.h"

#include <string.h>

typedef struct {
    const char *file;
    const RkReadOptions *options;
    RkCsvDialect dialect;
    RkCsvCutter cutter;
    const RkCsvTuning *tuning;
    GPtrArray *header;
    RkCsvPlan *plan;
    RkRing ring;

    RkCells *cells; /* by column, of all blocks so far */
    RkPlace *odd;   /* by column: the cell that turned it */
    guint32 *lines;
    gsize rows;
    gsize lines_reserved;
    guint line_count; /* line ends so far */
    guint64 bytes;    /* of the blocks so far */
    gboolean sifting;
    gboolean unended; /* the last line has no end */
    gboolean named;   /* the caller knows what the columns mean */
} Reading;

static gboolean limit_rows(const Reading *reading, const RkCsvBlock *block, GError **error)
{
    if (reading->rows + block->rows < RK_LIMIT_ROWS && reading->line_count < G_MAXUINT32 - block->line_count - 1)
        return TRUE;
    rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){reading->file, 0, 0}, NULL, "there are more than %u rows",
                 RK_LIMIT_ROWS);
    return FALSE;
}

/* Rows of the whole file, so that its memory need not move; 0 while a filter has yet to say how many it keeps. */
static gsize expected_rows(const Reading *reading)
{
    gboolean known = reading->options->filter == NULL || reading->sifting;
    return known ? rk_stream_expect(reading->cutter.stream, reading->rows, reading->bytes) : 0;
}

static void append_lines(Reading *reading, const RkCsvBlock *block)
{
    gsize rows = reading->rows + block->rows;
    if (rows > reading->lines_reserved) {
        gsize old = reading->lines_reserved * sizeof *reading->lines;
        reading->lines_reserved = MAX(rows + rows / 2, expected_rows(reading));
        reading->lines = rk_large_realloc(reading->lines, old, reading->lines_reserved * sizeof *reading->lines);
    }
    for (gsize row = 0; row < block->rows; row++)
        reading->lines[reading->rows + row] = block->lines[row] + reading->line_count;
}

static gboolean append_cells(Reading *reading, RkCsvBlock *block, guint column, GError **error)
{
    const RkCellRules *rules = &reading->plan->rules[column];
    RkCells *cells = &reading->cells[column];
    RkPlace *odd = &reading->odd[column];
    if (odd->line == 0 && block->odd[column].line > 0)
        *odd = (RkPlace){reading->file, block->odd[column].line + reading->line_count, block->odd[column].column};
    gsize more = block->cells[column].length, expected = expected_rows(reading);
    if (cells->length + more > cells->capacity && expected > cells->length)
        rk_cells_reserve(cells, MAX(more, expected - cells->length));
    rk_cells_append(cells, &block->cells[column], rules);
    g_atomic_int_set(&reading->plan->textual[column], cells->textual);
    if (cells->words == NULL || cells->words->count < RK_LIMIT_DICTIONARY)
        return TRUE;
    rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){reading->file, 0, 0}, NULL,
                 "the column \"%s\" holds more than %u different texts", rules->name, RK_LIMIT_DICTIONARY);
    return FALSE;
}

/* Takes rows out of the block, once it is time for that: the first time out of those before as well. */
static gboolean sift(Reading *reading, RkCsvBlock *block, GError **error)
{
    const RkReadOptions *options = reading->options;
    RkCsvSift sift = {options->filter, reading->file, rk_used_columns(options), options->vega_types};
    if (options->filter == NULL || reading->bytes < reading->tuning->sift_bytes)
        return TRUE;
    if (!reading->sifting) {
        rk_csv_sift_doubt(options->filter, reading->plan, reading->cells);
        gssize rows = rk_csv_sift_rows(&sift, reading->plan, reading->cells, reading->cells, reading->lines,
                                       reading->rows, 0, error);
        if (rows < 0)
            return FALSE;
        reading->rows = (gsize)rows;
        reading->sifting = TRUE;
    }
    gssize rows = rk_csv_sift_rows(&sift, reading->plan, reading->cells, block->cells, block->lines, block->rows,
                                   reading->line_count, error);
    block->rows = rows < 0 ? 0 : (gsize)rows;
    return rows >= 0;
}

static gboolean append(Reading *reading, RkCsvBlock *block, GError **error)
{
    if (block->fault.set) {
        rk_csv_fault_raise(&block->fault, reading->file, reading->line_count, error);
        return FALSE;
    }
    if (!sift(reading, block, error) || !limit_rows(reading, block, error))
        return FALSE;
    append_lines(reading, block);
    for (guint i = 0; i < reading->plan->count; i++)
        if (!append_cells(reading, block, i, error))
            return FALSE;
    reading->unended = block->length > 0 && strchr("\r\n", block->bytes[block->length - 1]) == NULL;
    reading->rows += block->rows;
    reading->bytes += block->length;
    reading->line_count += block->line_count;
    return TRUE;
}

static gboolean report_progress(const Reading *reading, GError **error)
{
    const RkReadOptions *options = reading->options;
    if (options->progress == NULL ||
        options->progress(options->progress_user, reading->file, rk_stream_done(reading->cutter.stream),
                          rk_stream_total(reading->cutter.stream)))
        return TRUE;
    rk_error_set(error, RK_ERROR_IO, (RkPlace){reading->file, 0, 0}, NULL, "reading was stopped");
    return FALSE;
}

/* Takes the oldest block back. */
static gboolean pop(Reading *reading, GError **error)
{
    return append(reading, rk_ring_pop(&reading->ring), error);
}

static gboolean read_rows(Reading *reading, GError **error)
{
    g_autoptr(GError) cause = NULL;
    gboolean sound = TRUE;
    while (sound && rk_csv_cut(&reading->cutter, rk_ring_next(&reading->ring), &cause)) {
        if (reading->cutter.done > reading->tuning->serial_bytes)
            rk_ring_start(&reading->ring);
        rk_ring_push(&reading->ring, reading->plan);
        if (rk_ring_is_full(&reading->ring))
            sound = pop(reading, error) && report_progress(reading, error);
    }
    while (sound && reading->ring.count > 0)
        sound = pop(reading, error);
    if (!sound || cause == NULL)
        return sound;
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
}

static gboolean refuse_empty(const Reading *reading, GError **error)
{
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){reading->file, 0, 0}, "the first line must name the columns",
                 "the file is empty");
    return FALSE;
}

static gboolean make_plan(Reading *reading, const GPtrArray *header, GError **error)
{
    reading->plan = rk_csv_plan_new(header, &reading->dialect, reading->options, error);
    if (reading->plan == NULL)
        return FALSE;
    reading->plan->libcsv_only = reading->tuning->libcsv_only;
    reading->cells = g_new0(RkCells, reading->plan->count + 1);
    reading->odd = g_new0(RkPlace, reading->plan->count + 1);
    for (guint i = 0; i < reading->plan->count; i++)
        rk_cells_restart(&reading->cells[i], reading->plan->textual[i] != 0);
    return TRUE;
}

/* Reads blocks until the header is found, and the rest of that block. */
static gboolean read_head(Reading *reading, GError **error)
{
    GError *cause = NULL;
    RkCsvBlock *block = rk_ring_next(&reading->ring);
    for (gboolean first = TRUE; reading->header == NULL; first = FALSE) {
        guint lines = 0;
        if (!rk_csv_cut(&reading->cutter, block, &cause)) {
            if (cause == NULL)
                return refuse_empty(reading, error);
            g_propagate_error(error, cause);
            return FALSE;
        }
        if (first)
            rk_csv_skip_mark(block);
        reading->header = rk_csv_header(block, reading->dialect.delimiter, &lines);
        if (block->fault.set) {
            rk_csv_fault_raise(&block->fault, reading->file, reading->line_count, error);
            return FALSE;
        }
        reading->line_count += lines;
    }
    if (!make_plan(reading, reading->header, error))
        return FALSE;
    rk_ring_push(&reading->ring, reading->plan);
    return pop(reading, error);
}

static gboolean find_delimiter(Reading *reading, GError **error)
{
    gsize length = 0;
    if (reading->dialect.delimiter == 0) {
        const char *head = rk_stream_peek(reading->cutter.stream, &length, error);
        if (head == NULL)
            return FALSE;
        reading->dialect.delimiter = rk_csv_sniff(head, length, length < RK_STREAM_HEAD, reading->file, error);
    }
    reading->cutter.delimiter = reading->dialect.delimiter;
    return reading->dialect.delimiter != 0;
}

static RkTable *finish(Reading *reading, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    if (reading->sifting)
        rk_csv_sift_doubt(reading->options->filter, reading->plan, reading->cells);
    for (guint i = 0; i < reading->plan->count; i++) {
        const char *name = reading->plan->rules[i].name;
        RkColumnFacts facts = {.file = reading->file,
                               .vega_types = reading->options->vega_types,
                               .unused = !rk_rules_is_wanted(name, rk_used_columns(reading->options)),
                               .diagnostics = reading->options->diagnostics,
                               .first_other = reading->odd[i],
                               .first_void = reading->odd[i],
                               .lines = reading->lines};
        RkColumn *column = rk_cells_finish(&reading->cells[i], &reading->plan->rules[i], &facts, error);
        if (column == NULL)
            return NULL;
        rk_cells_clear(&reading->cells[i]);
        g_ptr_array_add(columns, column);
    }
    if (!reading->named)
        rk_note_flags(columns, reading->file, reading->options->diagnostics);
    guint32 *lines = g_renew(guint32, g_steal_pointer(&reading->lines), MAX(reading->rows, 1));
    return rk_table_assemble((RkColumn **)columns->pdata, reading->plan->shown, columns->len, reading->rows,
                             reading->file, lines, reading->options);
}

static void clear(Reading *reading)
{
    rk_ring_clear(&reading->ring);
    for (guint i = 0; reading->cells != NULL && i < reading->plan->count; i++)
        rk_cells_clear(&reading->cells[i]);
    g_free(reading->cells);
    g_free(reading->odd);
    g_free(reading->lines);
    rk_csv_plan_free(reading->plan);
    g_clear_pointer(&reading->header, g_ptr_array_unref);
    g_byte_array_unref(reading->cutter.rest);
    rk_stream_free(reading->cutter.stream);
}

/* `given` is NULL when the file begins with its header. */
static gboolean read_names(Reading *reading, const RkCsvGiven *given, GError **error)
{
    reading->named = given != NULL;
    if (given == NULL)
        return find_delimiter(reading, error) && read_head(reading, error);
    reading->dialect.delimiter = given->delimiter;
    reading->cutter.delimiter = given->delimiter;
    reading->line_count = given->lines;
    if (!make_plan(reading, given->names, error))
        return FALSE;
    reading->plan->notes = given->notes;
    return TRUE;
}

static RkTable *read_all(Reading *reading, const RkSource *source, char delimiter, const RkCsvGiven *given,
                         GError **error)
{
    RkTable *table = NULL;
    reading->cutter = (RkCsvCutter){.block_bytes = reading->tuning->block_bytes, .rest = g_byte_array_new()};
    rk_ring_init(&reading->ring, &rk_csv_ring_kind);
    if (rk_csv_dialect(reading->options->format, delimiter, &reading->dialect, error))
        reading->cutter.stream = rk_stream_open(source, reading->dialect.encoding, error);
    else
        rk_stream_free(source->stream);
    if (reading->cutter.stream != NULL && read_names(reading, given, error) && read_rows(reading, error)) {
        rk_ring_stop(&reading->ring);
        if (reading->unended && given != NULL && given->whole)
            rk_diagnostics_add(reading->options->diagnostics, RK_SEVERITY_WARNING,
                               (RkPlace){reading->file, reading->line_count + 1, 0}, "is the file cut off?",
                               "the last line has no end");
        table = finish(reading, error);
    }
    clear(reading);
    return table;
}

static const RkReadOptions no_options = {0};
static const RkCsvTuning usual = {
    .block_bytes = RK_CSV_BLOCK_BYTES, .serial_bytes = RK_CSV_SERIAL_BYTES, .sift_bytes = RK_CSV_SIFT_BYTES};

RkTable *rk_csv_read_tuned(const RkSource *source, const RkReadOptions *options, char delimiter,
                           const RkCsvTuning *tuning, GError **error)
{
    Reading reading = {
        .file = rk_source_name(source), .options = options != NULL ? options : &no_options, .tuning = tuning};
    return read_all(&reading, source, delimiter, NULL, error);
}

RkTable *rk_csv_read(const RkSource *source, const RkReadOptions *options, char delimiter, GError **error)
{
    return rk_csv_read_tuned(source, options, delimiter, &usual, error);
}

RkTable *rk_csv_read_given(const RkSource *source, const RkReadOptions *options, const RkCsvGiven *given,
                           GError **error)
{
    Reading reading = {.file = rk_source_name(source), .options = options, .tuning = &usual};
    return read_all(&reading, source, given->delimiter, given, error);
}

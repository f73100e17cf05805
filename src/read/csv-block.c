/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One block of records through libcsv into the cells of the kept columns. Whatever is wrong first in the block is its
 * fault; nothing behind it is looked at.
 */
#include "read/csv-private.h"

#include <string.h>

#define STRIDE 128u

RkCsvBlock *rk_csv_block_new(void)
{
    return g_new0(RkCsvBlock, 1);
}

void rk_csv_block_free(RkCsvBlock *block)
{
    if (block == NULL)
        return;
    for (guint i = 0; block->cells != NULL && i < block->plan->count; i++)
        rk_cells_clear(&block->cells[i]);
    if (block->plan != NULL)
        csv_free(&block->parser);
    rk_csv_fault_clear(&block->fault);
    g_free(block->cells);
    g_free(block->odd);
    g_free(block->lines);
    g_free(block->bytes);
    g_free(block);
}

void rk_csv_parser_init(struct csv_parser *parser, char delimiter)
{
    csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL);
    csv_set_delim(parser, (unsigned char)delimiter);
    /* A long field moves with each growth. */
    csv_set_blk_size(parser, 64 << 10);
}

static void prepare(RkCsvBlock *block, const RkCsvPlan *plan)
{
    if (block->plan == NULL) {
        block->plan = plan;
        block->cells = g_new0(RkCells, MAX(plan->count, 1));
        block->odd = g_new0(RkCsvPlace, MAX(plan->count, 1));
        rk_csv_parser_init(&block->parser, plan->delimiter);
    }
    for (guint i = 0; i < plan->count; i++) {
        rk_cells_restart(&block->cells[i], g_atomic_int_get(&plan->textual[i]) != 0);
        block->odd[i] = (RkCsvPlace){0, 0};
    }
    block->rows = 0;
    block->field = 0;
    block->line_count = 0;
    block->row_line = 1;
    block->after_return = FALSE;
}

/* Plain ASCII without NUL is by far the most frequent text and needs no closer look. */
static gboolean is_plain(const char *bytes, gsize length)
{
    gsize at = 0;
    for (; at + STRIDE <= length; at += STRIDE) {
        guint8 special = 0;
        for (gsize i = 0; i < STRIDE; i++)
            special |= (guint8)((signed char)bytes[at + i] <= 0);
        if (special != 0)
            return FALSE;
    }
    for (; at < length; at++)
        if ((signed char)bytes[at] <= 0)
            return FALSE;
    return TRUE;
}

/* The mark of byte order that UTF-16 begins with. */
static gboolean is_utf16(const char *bytes, gsize length)
{
    return length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

/* The encoding that the bytes of a line speak for: š and ž stand in Baltic texts where western ones have what only
 * Icelandic writes, and only the pages of Windows have signs from 0x80 on. No more than a line is looked at, as what
 * comes behind it depends on where the file was cut. */
static const char *advise_encoding(const char *bytes, gsize length)
{
    gboolean windows = FALSE;
    for (gsize i = 0; i < length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
        guint8 byte = (guint8)bytes[i];
        if (byte == 0xf0 || byte == 0xfe || byte == 0xd0 || byte == 0xde)
            return "set format.encoding, for example \"windows-1257\"";
        windows = windows || (byte >= 0x80 && byte < 0xa0);
    }
    return windows ? "set format.encoding, for example \"windows-1252\""
                   : "set format.encoding, for example \"latin1\"";
}

gsize rk_csv_check_bytes(const char *bytes, gsize length, char delimiter, gboolean at_start, RkCsvFault *fault)
{
    const char *end = NULL;
    if (is_plain(bytes, length) || g_utf8_validate_len(bytes, length, &end))
        return length;
    gsize at = (gsize)(end - bytes);
    RkCsvPlace place = rk_csv_place_of_byte(bytes, length, at, delimiter);
    if (*end == '\0')
        rk_csv_fault(fault, RK_ERROR_SYNTAX, place.line, place.column,
                     place.line == 1 && place.column == 1
                         ? "a binary file? for UTF-16 set format.encoding: \"UTF-16BE\""
                         : "a binary file? for UTF-16 set format.encoding: \"UTF-16\"",
                     "a NUL byte stands in the text");
    else
        rk_csv_fault(fault, RK_ERROR_SYNTAX, place.line, place.column,
                     at_start && is_utf16(bytes, length) ? "UTF-16? set format.encoding: \"UTF-16\""
                                                         : advise_encoding(end, length - at),
                     "the byte 0x%02X is not UTF-8", (guint8)*end);
    return at;
}

static guint count_lines(const char *text, gsize length)
{
    guint count = 0;
    for (gsize i = 0; i < length; i++)
        count += text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
    return count;
}

static RkCsvPlace place_of_field(const RkCsvBlock *block, guint field)
{
    return rk_csv_place_of_field(block->bytes + block->start, block->length - block->start, block->row_line, field,
                                 block->plan->delimiter);
}

static void refuse_long_field(RkCsvBlock *block, guint field)
{
    RkCsvPlace place = place_of_field(block, field);
    rk_csv_fault(&block->fault, RK_ERROR_LIMIT, place.line, place.column, "is a quote left open here?",
                 "a field is longer than %u bytes", RK_LIMIT_FIELD_BYTES);
}

static void refuse_cell(RkCsvBlock *block, const RkCellRules *rules, guint field, const char *text, gsize length)
{
    RkCsvPlace place = place_of_field(block, field);
    gboolean comma = rules->parse == RK_PARSE_NUMBER && rules->syntax.decimal == '.' && memchr(text, ',', length);
    g_autofree char *hint = comma ? g_strdup("decimal comma? set format.decimal: \",\"")
                                  : g_strdup("set format.missing if it stands for a missing value");
    g_autofree char *shown = rk_rules_excerpt(text, length);
    rk_csv_fault(&block->fault, RK_ERROR_DATA, place.line, place.column, hint, "\"%s\" in column \"%s\" is not %s",
                 shown, rules->name, rk_rules_wanted(rules));
}

static void keep_cell(RkCsvBlock *block, guint field, gint32 slot, const char *text, gsize length)
{
    const RkCellRules *rules = &block->plan->rules[slot];
    RkCellFate fate = rk_cells_add(&block->cells[slot], rules, text, length);
    if (fate == RK_CELL_TURNED || (fate == RK_CELL_VOID && block->odd[slot].line == 0))
        block->odd[slot] = place_of_field(block, field);
    else if (fate == RK_CELL_REFUSED)
        refuse_cell(block, rules, field, text, length);
}

void rk_csv_on_field(void *text, size_t length, void *user)
{
    RkCsvBlock *block = user;
    gint32 slot = rk_csv_next_slot(block);
    guint field = block->field++;
    block->after_return = FALSE;
    if (block->fault.set)
        return;
    if (G_UNLIKELY(length > RK_LIMIT_FIELD_BYTES)) {
        refuse_long_field(block, field);
        return;
    }
    if (G_UNLIKELY(block->inner_lines))
        block->line_count += count_lines(text, length);
    if (slot >= 0)
        keep_cell(block, field, slot, text, length);
}

/* What may have happened to a row of another length than the header. Free with g_free(). */
static char *explain_ragged(const RkCsvBlock *block)
{
    const char delimiter = block->plan->delimiter;
    if (block->field < block->plan->fields)
        return g_strdup(block->field == 1 ? "a note under the table? remove it" : "is the row cut off?");
    const char *title = block->plan->fields == 1 ? "a title above the header? remove it, or " : "";
    return delimiter == '\t' ? g_strdup_printf("%sput quotes around fields that hold a tab", title)
                             : g_strdup_printf("%sput quotes around fields that hold \"%c\"", title, delimiter);
}

static void refuse_ragged(RkCsvBlock *block)
{
    RkCsvPlace place = place_of_field(block, block->plan->fields);
    g_autofree char *hint = explain_ragged(block);
    rk_csv_fault(&block->fault, RK_ERROR_SYNTAX, place.line, place.column, hint,
                 "the row has %u field%s, the header has %u", block->field, block->field == 1 ? "" : "s",
                 block->plan->fields);
}

static void fill_note(RkCsvBlock *block)
{
    while (block->field < block->plan->fields && !block->fault.set)
        rk_csv_on_field(NULL, 0, block);
}

static void end_row(RkCsvBlock *block)
{
    if (G_UNLIKELY(block->plan->notes && block->field == 1))
        fill_note(block);
    if (G_UNLIKELY(block->field != block->plan->fields)) {
        refuse_ragged(block);
        return;
    }
    if (G_UNLIKELY(block->rows == block->lines_reserved)) {
        block->lines_reserved = block->lines_reserved * 2 + 1024;
        block->lines = g_renew(guint32, block->lines, block->lines_reserved);
    }
    block->lines[block->rows++] = block->row_line;
}

/* `end` is the line end, or -1 for a last record without one. Lines that are blank have no field. */
void rk_csv_on_row(int end, void *user)
{
    RkCsvBlock *block = user;
    if (block->fault.set)
        return;
    gboolean completes_return = end == '\n' && block->after_return && block->field == 0;
    if (block->field > 0)
        end_row(block);
    block->field = 0;
    block->after_return = end == '\r';
    if (!completes_return && end >= 0)
        block->line_count++;
    block->row_line = block->line_count + 1;
}

void rk_csv_syntax_fault(const char *bytes, gsize length, gsize at, char delimiter, RkCsvFault *fault)
{
    if (at >= length) {
        RkCsvPlace place = rk_csv_place_of_quote(bytes, length, delimiter);
        rk_csv_fault(fault, RK_ERROR_SYNTAX, place.line, place.column,
                     "close it with \", and write \"\" for a quote "
                     "within the field",
                     "the quote that opens here is never closed");
        return;
    }
    RkCsvPlace place = rk_csv_place_of_byte(bytes, length, at, delimiter);
    rk_csv_fault(fault, RK_ERROR_SYNTAX, place.line, place.column,
                 "put the whole field in quotes and write each quote within it twice",
                 bytes[at] == '"' ? "a quote stands inside a field" : "text follows the closing quote of a field");
}

/* What stopped libcsv at `at`, which is the end when a quote is open there. */
static void refuse_syntax(RkCsvBlock *block, const char *bytes, gsize length, gsize at)
{
    if (block->parser.entry_pos > RK_LIMIT_FIELD_BYTES)
        refuse_long_field(block, block->field);
    else
        rk_csv_syntax_fault(bytes, length, at, block->plan->delimiter, &block->fault);
}

static void refuse_long_row(RkCsvBlock *block)
{
    if (block->parser.entry_pos > RK_LIMIT_FIELD_BYTES)
        refuse_long_field(block, block->field);
    rk_csv_fault(&block->fault, RK_ERROR_LIMIT, block->row_line, 1, "is a quote left open?",
                 "a row is longer than %u bytes", RK_CSV_RECORD_BYTES);
}

static void parse_sound(RkCsvBlock *block, const char *bytes, gsize length, gboolean to_the_end)
{
    gsize done = rk_csv_split(block, bytes, length);
    if (block->fault.set)
        return;
    if (done < length)
        refuse_syntax(block, bytes, length, done);
    else if (to_the_end && block->cut)
        refuse_long_row(block);
    else if (to_the_end && csv_fini(&block->parser, rk_csv_on_field, rk_csv_on_row, block) != 0)
        refuse_syntax(block, bytes, length, length);
}

void rk_csv_block_parse(RkCsvBlock *block, const RkCsvPlan *plan)
{
    prepare(block, plan);
    const char *bytes = block->bytes + block->start;
    gsize length = block->length - block->start;
    RkCsvFault bad_bytes = {0};
    memset(block->bytes + block->length, 0, RK_CSV_SLACK);
    gsize sound = rk_csv_check_bytes(bytes, length, plan->delimiter, FALSE, &bad_bytes);
    parse_sound(block, bytes, sound, sound == length);
    if (bad_bytes.set && !block->fault.set)
        block->fault = bad_bytes;
    else
        rk_csv_fault_clear(&bad_bytes);
}

static gpointer ring_create(void)
{
    return rk_csv_block_new();
}

static void ring_work(gpointer block, gconstpointer plan)
{
    rk_csv_block_parse(block, plan);
}

static void ring_destroy(gpointer block)
{
    rk_csv_block_free(block);
}

const RkRingKind rk_csv_ring_kind = {ring_create, ring_work, ring_destroy};

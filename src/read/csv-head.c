/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header: the first record that is not blank. Every column must have a name of its own, because everything later
 * asks for columns by name.
 */
#include "read/csv-private.h"

#include <string.h>

typedef struct {
    GPtrArray *names;
    RkCsvFault *fault;
    const char *text;
    gsize length;
    char delimiter;
    GHashTable *known;
} Header;

static RkCsvPlace place_of_next(const Header *header)
{
    return rk_csv_place_of_field(header->text, header->length, 1, header->names->len, header->delimiter);
}

static void refuse_size(const Header *header)
{
    static const char hint[] = "is a quote left open, or the delimiter another?";
    if (header->names->len >= RK_LIMIT_COLUMNS)
        rk_csv_fault(header->fault, RK_ERROR_LIMIT, 1, 1, hint, "the header has more than %u columns",
                     RK_LIMIT_COLUMNS);
    else
        rk_csv_fault(header->fault, RK_ERROR_LIMIT, 1, 1, hint, "a column name is longer than %u bytes",
                     RK_LIMIT_FIELD_BYTES);
}

static void refuse_name(const Header *header, const char *name)
{
    RkCsvPlace place = place_of_next(header);
    if (*name == '\0')
        rk_csv_fault(header->fault, RK_ERROR_DATA, place.line, place.column,
                     "give it a name, or remove a delimiter at the end of each line", "a column has no name");
    else
        rk_csv_fault(header->fault, RK_ERROR_DATA, place.line, place.column, "give each column a name of its own",
                     "the column name \"%s\" stands here a second time", name);
}

static void on_name(void *text, size_t length, void *user)
{
    Header *header = user;
    g_autofree char *name = g_strstrip(g_strndup(text != NULL ? text : "", length));
    if (header->fault->set)
        return;
    if (length > RK_LIMIT_FIELD_BYTES || header->names->len >= RK_LIMIT_COLUMNS) {
        refuse_size(header);
    } else if (*name == '\0' || g_hash_table_contains(header->known, name)) {
        refuse_name(header, name);
    } else {
        g_hash_table_add(header->known, name);
        g_ptr_array_add(header->names, g_steal_pointer(&name));
    }
}

static void on_end(int end, void *user)
{
    (void)end;
    (void)user;
}

/* Splits one record; a blank one adds no name. */
static void parse_record(Header *header)
{
    struct csv_parser parser;
    rk_csv_parser_init(&parser, header->delimiter);
    gsize sound = rk_csv_check_bytes(header->text, header->length, header->delimiter, TRUE, header->fault);
    RkCsvFault bad_bytes = *header->fault;
    *header->fault = (RkCsvFault){0};
    gsize done = csv_parse(&parser, header->text, sound, on_name, on_end, header);
    if (!header->fault->set && done < sound)
        rk_csv_syntax_fault(header->text, sound, done, header->delimiter, header->fault);
    else if (!header->fault->set && !bad_bytes.set && csv_fini(&parser, on_name, on_end, header) != 0)
        rk_csv_syntax_fault(header->text, sound, sound, header->delimiter, header->fault);
    if (header->fault->set)
        rk_csv_fault_clear(&bad_bytes);
    else
        *header->fault = bad_bytes;
    csv_free(&parser);
}

static void refuse_long_row(const RkCsvBlock *block, RkCsvFault *fault)
{
    if (block->cut)
        rk_csv_fault(fault, RK_ERROR_LIMIT, 1, 1, "is a quote left open?", "a row is longer than %u bytes",
                     RK_CSV_RECORD_BYTES);
}

GPtrArray *rk_csv_header(RkCsvBlock *block, char delimiter, guint *lines)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    *lines = 0;
    while (block->start < block->length && names->len == 0 && !block->fault.set) {
        const char *text = block->bytes + block->start;
        gsize length = rk_csv_record_length(text, block->length - block->start, delimiter);
        Header header = {names, &block->fault, text, length, delimiter, known};
        refuse_long_row(block, &block->fault);
        if (!block->fault.set)
            parse_record(&header);
        if (block->fault.set) {
            block->fault.line += *lines;
            return NULL;
        }
        *lines += rk_csv_place_of_byte(text, length, length, delimiter).line - 1;
        block->start += length;
    }
    return names->len > 0 ? g_steal_pointer(&names) : NULL;
}

void rk_csv_skip_mark(RkCsvBlock *block)
{
    static const char mark[] = "\xef\xbb\xbf";
    if (block->length >= 3 && memcmp(block->bytes, mark, 3) == 0)
        block->start = 3;
}

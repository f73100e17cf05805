/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single records of delimited text, and declarations that a format makes about its own columns.
 */
#include "read/record-private.h"

#include <string.h>

static void on_field(void *text, size_t length, void *fields)
{
    g_ptr_array_add(fields, g_strndup(text != NULL ? text : "", length));
}

static void on_end(int end, void *user)
{
    (void)end;
    (void)user;
}

GPtrArray *rk_record_fields(const char *text, gsize length, char delimiter, gsize *used)
{
    struct csv_parser parser;
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func(g_free);
    gsize mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    gsize record = rk_csv_record_length(text + mark, length - mark, delimiter);
    rk_csv_parser_init(&parser, delimiter);
    gboolean sound = g_utf8_validate_len(text + mark, record, NULL) &&
                     csv_parse(&parser, text + mark, record, on_field, on_end, fields) == record &&
                     csv_fini(&parser, on_field, on_end, fields) == 0;
    csv_free(&parser);
    if (used != NULL)
        *used = mark + record;
    return sound ? g_steal_pointer(&fields) : NULL;
}

static gboolean skip(RkStream *stream, gsize length, GError **error)
{
    g_autofree char *bytes = g_malloc(MAX(length, 1));
    return rk_stream_read(stream, bytes, length, error) >= 0;
}

static gboolean refuse_end(const char *file, GError **error)
{
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, 0, 0}, NULL, "the file ends before its header");
    return FALSE;
}

gboolean rk_record_skip_line(RkStream *stream, const char *file, guint *lines, GError **error)
{
    gsize length = 0;
    const char *head = rk_stream_peek(stream, &length, error);
    const char *end = head != NULL ? memchr(head, '\n', length) : NULL;
    if (head == NULL)
        return FALSE;
    if (end == NULL && length < RK_STREAM_HEAD)
        return refuse_end(file, error);
    if (end == NULL) {
        rk_error_set(error, RK_ERROR_LIMIT, (RkPlace){file, *lines + 1, 0}, NULL,
                     "the line before the header is longer than %u bytes", RK_STREAM_HEAD);
        return FALSE;
    }
    ++*lines;
    return skip(stream, (gsize)(end - head) + 1, error);
}

gboolean rk_record_skip_blank(RkStream *stream, const char *file, guint *lines, GError **error)
{
    gsize length = 0;
    for (;;) {
        const char *head = rk_stream_peek(stream, &length, error);
        if (head == NULL)
            return FALSE;
        gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        if (at >= length || (head[at] != '\n' && head[at] != '\r'))
            return TRUE;
        if (!rk_record_skip_line(stream, file, lines, error))
            return FALSE;
    }
}

GPtrArray *rk_record_take(RkStream *stream, char delimiter, const char *file, guint *lines, GError **error)
{
    gsize length = 0, used = 0;
    RkPlace place = {file, *lines + 1, 0};
    const char *head = rk_stream_peek(stream, &length, error);
    if (head == NULL)
        return NULL;
    if (length == 0) {
        refuse_end(file, error);
        return NULL;
    }
    g_autoptr(GPtrArray) fields = rk_record_fields(head, length, delimiter, &used);
    if (used >= RK_STREAM_HEAD) {
        rk_error_set(error, RK_ERROR_LIMIT, place, "is a quote left open?", "the header is longer than %u bytes",
                     RK_STREAM_HEAD);
        return NULL;
    }
    if (fields == NULL) {
        rk_error_set(error, RK_ERROR_SYNTAX, place, "it must be UTF-8, with quotes around whole fields",
                     "the header is not well-formed");
        return NULL;
    }
    if (fields->len > RK_LIMIT_COLUMNS) {
        rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "the header has more than %u columns", RK_LIMIT_COLUMNS);
        return NULL;
    }
    *lines += rk_csv_place_of_byte(head, used, used, delimiter).line - 1;
    return skip(stream, used, error) ? g_steal_pointer(&fields) : NULL;
}

gint rk_record_find(const GPtrArray *fields, const char *name, gboolean exact)
{
    for (guint i = 0; i < fields->len; i++)
        if (fields->pdata[i] != NULL &&
            (exact ? strcmp(fields->pdata[i], name) : g_ascii_strcasecmp(fields->pdata[i], name)) == 0)
            return (gint)i;
    return -1;
}

gboolean rk_record_check_names(const GPtrArray *names, RkPlace place, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < names->len; i++) {
        char *name = names->pdata[i];
        if (name == NULL)
            continue;
        if (*name == '\0') {
            rk_error_set(error, RK_ERROR_DATA, place, NULL, "column %u of the header has no name", i + 1);
            return FALSE;
        }
        if (!g_hash_table_add(known, name)) {
            rk_error_set(error, RK_ERROR_DATA, place, "give each column a name of its own",
                         "the column name \"%s\" stands in the header a second time", name);
            return FALSE;
        }
    }
    return TRUE;
}

static void copy_entries(RkDocument *document, RkValue *map, const RkValue *from)
{
    for (guint i = 0; rk_value_is(from, RK_VALUE_MAP) && i < rk_value_length(from); i++)
        rk_value_put(document, map, rk_value_key_at(from, i), rk_value_key_place_at(from, i), rk_value_at(from, i));
}

void rk_declaration_init(RkDeclaration *declaration, const RkValue *declared)
{
    declaration->document = rk_document_new(NULL);
    declaration->declared = declared;
    declaration->map = rk_document_map(declaration->document, rk_value_place(declared));
    declaration->parse = rk_document_map(declaration->document, RK_NOWHERE);
    declaration->missing = rk_document_map(declaration->document, RK_NOWHERE);
    copy_entries(declaration->document, declaration->map, declared);
    copy_entries(declaration->document, declaration->parse, rk_value_get(declared, "parse"));
    copy_entries(declaration->document, declaration->missing, rk_value_get(declared, "missing"));
}

void rk_declaration_clear(RkDeclaration *declaration)
{
    rk_document_unref(declaration->document);
}

void rk_declaration_parse(RkDeclaration *declaration, const char *column, const char *type)
{
    RkDocument *document = declaration->document;
    if (!rk_value_has(declaration->parse, column))
        rk_value_put(document, declaration->parse, column, RK_NOWHERE, rk_document_text(document, RK_NOWHERE, type));
}

/* A list speaks of all columns. */
static void append_items(RkValue *texts, const RkValue *list)
{
    for (guint i = 0; rk_value_is(list, RK_VALUE_LIST) && i < rk_value_length(list); i++)
        rk_value_append(texts, rk_value_at(list, i));
}

void rk_declaration_missing(RkDeclaration *declaration, const char *column, const char *text)
{
    RkDocument *document = declaration->document;
    const RkValue *old = rk_value_get(declaration->missing, column);
    RkValue *texts = rk_document_list(document, RK_NOWHERE);
    if (rk_value_is(old, RK_VALUE_TEXT))
        rk_value_append(texts, old);
    append_items(texts, old != NULL ? old : rk_value_get(declaration->declared, "missing"));
    rk_value_append(texts, rk_document_text(document, RK_NOWHERE, text));
    rk_value_put(document, declaration->missing, column, RK_NOWHERE, texts);
}

const RkValue *rk_declaration_format(RkDeclaration *declaration)
{
    RkDocument *document = declaration->document;
    rk_value_put(document, declaration->map, "parse", RK_NOWHERE, declaration->parse);
    if (rk_value_length(declaration->missing) > 0)
        rk_value_put(document, declaration->map, "missing", RK_NOWHERE, declaration->missing);
    return declaration->map;
}

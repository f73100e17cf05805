/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes that can be read, written by every writer and read back as somebody else would: with the metadata beside
 * the file, or with the types that are said to be needed. A writer refuses, or every observation comes back.
 */
#include "observations.h"
#include "read-any.h"

#include "read/csvw-private.h"
#include "read/write.h"

#include <stdio.h>

static RkTable *read_described(const RkWritten *written, const RkSource *source, GError **error)
{
    static const RkReadOptions options = {0};
    gsize length = 0;
    const char *text = g_bytes_get_data(written->description, &length);
    g_autoptr(json_t) root = json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL);
    require(root != NULL);
    const RkSource description = {.path = "description", .bytes = "", .length = 0};
    g_autoptr(RkDescribed) described = rk_csvw_describe(&(RkJsonText){root, &description, NULL}, root, NULL, error);
    return described != NULL ? rk_described_read(source, described, &options, error) : NULL;
}

/* "COLUMN=TYPE", as --parse takes them, and the comma of --delimiter; without any the format is found by looking. */
static RkTable *read_declared(const RkWritten *written, const RkSource *source, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE), *parse = rk_document_map(document, RK_NOWHERE);
    for (guint i = 0; written->types != NULL && written->types[i] != NULL; i++) {
        const char *sign = strrchr(written->types[i], '=');
        g_autofree char *column = g_strndup(written->types[i], (gsize)(sign - written->types[i]));
        rk_value_put(document, parse, column, RK_NOWHERE, rk_document_text(document, RK_NOWHERE, sign + 1));
    }
    if (written->types != NULL)
        rk_value_put(document, map, "parse", RK_NOWHERE, parse);
    if (written->looks_other) {
        rk_value_put(document, map, "type", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, "dsv"));
        rk_value_put(document, map, "delimiter", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, ","));
    }
    RkReadOptions options = {.format = map};
    return rk_read(source, &options, error);
}

static void check_again(const RkTable *table, RkTable *again, const RkWriter *writer, GError *error)
{
    g_autofree char *difference = error != NULL
                                      ? rk_error_describe(error)
                                      : observations_difference(table, again, strcmp(writer->name, "json-stat") == 0);
    if (difference != NULL)
        fprintf(stderr, "%s: %s\n", writer->name, difference);
    require(difference == NULL);
    check_result(again, NULL);
}

static void write_and_read(const RkTable *table, const RkWriter *writer)
{
    g_auto(RkWritten) written = {0};
    GError *error = NULL;
    gboolean done = rk_write(table, writer, "t.csv", &written, &error);
    require(done == (error == NULL));
    if (!done) {
        require(error->domain == RK_ERROR && error->message[0] != '\0');
        g_clear_error(&error);
        return;
    }
    gsize length = 0;
    const void *bytes = g_bytes_get_data(written.bytes, &length);
    RkSource source = {.path = "written", .bytes = bytes, .length = length};
    if (written.description != NULL) {
        RkTable *again = read_described(&written, &source, &error);
        check_again(table, again, writer, error);
    }
    RkTable *again = read_declared(&written, &source, &error);
    check_again(table, again, writer, error);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
    RkSource source = {.path = "fuzz", .bytes = size > 0 ? data : (const guint8 *)"", .length = size};
    g_autoptr(RkTable) table = rk_read(&source, NULL, NULL);
    for (const RkWriter *const *writer = rk_writers(); table != NULL && *writer != NULL; writer++)
        write_and_read(table, *writer);
    return 0;
}

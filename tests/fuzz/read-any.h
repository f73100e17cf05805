/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the fuzz targets of the readers share: bytes become a table or an error with a message, never both and never
 * neither, and every value of a table is looked at, so that the sanitizers see it.
 */
#ifndef RK_TESTS_READ_ANY_H
#define RK_TESTS_READ_ANY_H

#include "base/diagnostics.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static inline void require(gboolean truth)
{
    if (!truth)
        abort();
}

static inline void look_at(const RkColumn *column, gsize rows)
{
    require(rk_column_length(column) == rows);
    for (gsize row = 0; row < rows; row++) {
        g_autofree char *text = rk_column_write(column, row);
        require(text == NULL || g_utf8_validate(text, -1, NULL));
    }
}

/* Takes the table and the error over. */
static inline void check_result(RkTable *table, GError *error)
{
    require((table == NULL) == (error != NULL));
    require(error == NULL || (error->domain == RK_ERROR && error->message[0] != '\0'));
    for (guint i = 0; table != NULL && i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        look_at(column, rk_table_rows(table));
        if (rk_column_unit(column) != NULL)
            look_at(rk_column_unit(column), rk_table_rows(table));
        if (rk_column_flag(column) != NULL)
            look_at(rk_column_flag(column), rk_table_rows(table));
    }
    rk_table_unref(table);
    g_clear_error(&error);
}

/* Reads the bytes; `type` may be NULL: found by the content. */
static inline void read_any(const char *type, const guint8 *data, gsize size)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    if (type != NULL)
        rk_value_put(document, map, "type", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, type));
    RkReadOptions options = {.format = map, .diagnostics = diagnostics};
    RkSource source = {.path = "fuzz", .bytes = size > 0 ? data : (const guint8 *)"", .length = size};
    RkTable *table = rk_read(&source, &options, &error);
    check_result(table, error);
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types that must be declared when a written table is read back, because its cells alone say another one: codes that
 * are made of digits, texts that look like periods.
 */
#include "read/write/write-private.h"

static const char *type_name(const RkColumn *column)
{
    static const char *const names[] = {[RK_COLUMN_NUMBER] = "number",
                                        [RK_COLUMN_TEXT] = "string",
                                        [RK_COLUMN_TIME] = "date",
                                        [RK_COLUMN_BOOLEAN] = "boolean"};
    return names[rk_column_type(column)];
}

static gboolean differs(const RkColumn *column, const RkTable *found)
{
    const RkColumn *other = found != NULL ? rk_table_find(found, rk_column_name(column)) : NULL;
    return other == NULL || rk_column_type(other) != rk_column_type(column) ||
           rk_column_frequency(other) != rk_column_frequency(column);
}

RkDocument *rk_write_declare_format(const RkWriter *writer)
{
    RkDocument *document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    rk_value_put(document, map, "type", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, writer->name));
    rk_document_set_root(document, map);
    return document;
}

RkDocument *rk_write_declare(const RkWriter *writer, const RkTable *table, const RkTable *found, char ***types)
{
    RkDocument *document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE), *parse = rk_document_map(document, RK_NOWHERE);
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (!differs(column, found))
            continue;
        g_autofree char *type = g_strdup_printf("%s=%s", rk_column_name(column), type_name(column));
        g_strv_builder_add(builder, type);
        rk_value_put(document, parse, rk_column_name(column), RK_NOWHERE,
                     rk_document_text(document, RK_NOWHERE, type_name(column)));
    }
    rk_value_put(document, map, "type", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, writer->name));
    rk_value_put(document, map, "parse", RK_NOWHERE, parse);
    rk_document_set_root(document, map);
    *types = g_strv_builder_end(builder);
    return document;
}

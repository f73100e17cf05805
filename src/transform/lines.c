/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists written as texts of several lines, and such texts with their lines joined in another way.
 */
#include "transform/lines.h"

#include <string.h>

#include "table/builder.h"
#include "transform/expression-private.h"
#include "transform/family.h"

char *rk_lines_write(const RkValue *list, const RkScope *scope)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(list); i++) {
        g_autofree char *item = rk_scalar_write_as(rk_scalar_from_value(rk_value_at(list, i)), scope);
        g_string_append_printf(text, "%s%s", i > 0 ? RK_LINE_SEPARATOR : "", item);
    }
    return g_string_free(text, FALSE);
}

char *rk_lines_joined(const char *text, const char *mark)
{
    if (text == NULL || strstr(text, RK_LINE_SEPARATOR) == NULL)
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, RK_LINE_SEPARATOR, -1);
    return g_strjoinv(mark, lines);
}

gboolean rk_lines_in(const RkTable *table, const char *field)
{
    g_autofree char *plain = rk_path_plain(field);
    g_autofree char *length = g_strconcat(plain, ".length", NULL), *first = g_strconcat(plain, "[0]", NULL);
    const RkColumn *lengths = rk_table_find(table, length);
    /* A column of its own beside "a.length" is a list only if there is an item. */
    return lengths != NULL && rk_column_type(lengths) == RK_COLUMN_NUMBER &&
           (rk_table_find(table, plain) == NULL || rk_table_find(table, first) != NULL);
}

static void append_value(RkColumnBuilder *builder, const RkValue *value, const RkScope *scope)
{
    if (value == NULL) {
        rk_column_builder_blank(builder, RK_BLANK_NULL);
    } else if (rk_value_is(value, RK_VALUE_LIST)) {
        g_autofree char *lines = rk_lines_write(value, scope);
        rk_column_builder_text(builder, lines, -1);
    } else {
        rk_builder_append(builder, rk_scalar_from_value(value));
    }
}

RkColumn *rk_lines_column(const RkTable *table, const char *field, const RkScope *scope)
{
    if (!rk_lines_in(table, field))
        return NULL;
    g_autofree char *plain = rk_path_plain(field);
    g_autoptr(RkFamily) family = rk_family_new(table, plain);
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(plain, RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_autoptr(RkDocument) document = rk_document_new(NULL);
        append_value(builder, rk_family_value(family, row, document), scope);
    }
    return rk_column_builder_finish(g_steal_pointer(&builder));
}

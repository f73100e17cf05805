/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formats of observations hold one measure and one time: which columns these are, or what is in the way.
 */
#include "read/write/write-private.h"

#include "table/builder.h"

#include <string.h>

gboolean rk_write_refuse(GError **error, const char *cure, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, cure, "%s", message);
    return FALSE;
}

static gboolean speaks_of(const char *name, const char *other)
{
    gsize length = 0;
    return rk_role_of_one(name, &length) != RK_ROLE_PLAIN && strlen(other) == length &&
           strncmp(name, other, length) == 0;
}

gboolean rk_write_check_name(const RkTable *table, const RkColumn *column, const char *name, const char *format,
                             GError **error)
{
    const char *old = rk_column_name(column);
    for (guint i = 0; strcmp(old, name) != 0 && i < rk_table_columns(table); i++) {
        const char *other = rk_column_name(rk_table_column(table, i));
        if (strcmp(other, name) == 0)
            return rk_write_refuse(error, "rename that column",
                                   "\"%s\" is called \"%s\" in %s, and another column has this name", old, name,
                                   format);
        if (speaks_of(other, name))
            return rk_write_refuse(error, "rename that column",
                                   "\"%s\" is called \"%s\" in %s, and the column \"%s\" would speak of it", old, name,
                                   format, other);
    }
    return TRUE;
}

static gboolean holds_nothing(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!rk_column_is_missing(column, row))
            return FALSE;
    return TRUE;
}

static gboolean has_numbers(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_column_type(rk_table_column(table, i)) == RK_COLUMN_NUMBER && !holds_nothing(rk_table_column(table, i)))
            return TRUE;
    return FALSE;
}

RkTable *rk_write_idle_as_texts(const RkTable *table)
{
    RkTable *other = rk_table_ref(table);
    gboolean numbers = has_numbers(table);
    for (guint i = 0; numbers && i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_NUMBER || !holds_nothing(column))
            continue;
        RkColumnBuilder *builder = rk_column_builder_new(rk_column_name(column), RK_COLUMN_TEXT);
        for (gsize row = 0; row < rk_column_length(column); row++)
            rk_column_builder_missing(builder);
        g_autoptr(RkColumn) texts = rk_column_builder_finish(builder);
        g_autoptr(RkTable) before = other;
        other = rk_table_with_column(before, texts);
    }
    return other;
}

const RkColumn *rk_write_measure(const RkTable *table, const char *format, GError **error)
{
    const RkColumn *found = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const char *name = rk_column_name(column);
        if (rk_column_type(column) != RK_COLUMN_NUMBER)
            continue;
        if (found != NULL) {
            rk_write_refuse(error, "choose the columns so that one holds numbers",
                            "%s holds one measure, and both \"%s\" and \"%s\" hold numbers", format,
                            rk_column_name(found), name);
            return NULL;
        }
        found = column;
    }
    if (found == NULL)
        rk_write_refuse(error, NULL, "%s needs a column of numbers, and there is none", format);
    return found;
}

gboolean rk_write_time(const RkTable *table, const char *format, const RkColumn **time, GError **error)
{
    *time = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TIME)
            continue;
        if (*time != NULL)
            return rk_write_refuse(error, "choose the columns so that one holds periods",
                                   "%s holds one time, and both \"%s\" and \"%s\" hold periods", format,
                                   rk_column_name(*time), rk_column_name(column));
        *time = column;
    }
    return TRUE;
}

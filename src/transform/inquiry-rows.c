/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data sets in expressions: `data('name')` is the list of their rows, before any transform. What a reader would select
 * is a data set to the grammar, too, and has no rows in a picture that nobody can click. It refuses names that no data
 * set has: those that a compiler makes up are nobody's to know.
 */
#include "base/limits.h"
#include "transform/family.h"
#include "transform/inquiry-private.h"
#include "transform/parameters-private.h"

#include <string.h>

gboolean rk_parameters_has_store(const RkValue *root, const char *name, gboolean *empty)
{
    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    if (!g_str_has_suffix(name, "_store") || !rk_parameters_collect(root, parameters, NULL))
        return FALSE;
    g_autofree char *own = g_strndup(name, strlen(name) - strlen("_store"));
    const RkParameter *parameter = rk_parameters_find(parameters, own);
    *empty = parameter != NULL && !rk_value_has(parameter->definition, "value");
    return parameter != NULL && rk_parameter_is_selection(parameter);
}

/** The values of a table that are no parts of others: columns, and what columns are nested in. */
static GPtrArray *values_of(const RkTable *table, GPtrArray *families)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const char *column = rk_column_name(rk_table_column(table, i));
        g_autofree char *whole = g_strndup(column, strcspn(column, ".["));
        if (*whole == '\0' || g_ptr_array_find_with_equal_func(names, whole, g_str_equal, NULL))
            continue;
        g_ptr_array_add(families, rk_family_new(table, whole));
        g_ptr_array_add(names, g_steal_pointer(&whole));
    }
    return names;
}

static const RkValue *list_of(const RkTable *table, RkDocument *document)
{
    g_autoptr(GPtrArray) families = g_ptr_array_new_with_free_func((GDestroyNotify)rk_family_free);
    g_autoptr(GPtrArray) names = values_of(table, families);
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        RkValue *map = rk_document_map(document, RK_NOWHERE);
        for (guint i = 0; i < names->len; i++) {
            const RkValue *value = rk_family_value(families->pdata[i], row, document);
            if (value != NULL)
                rk_value_put(document, map, names->pdata[i], RK_NOWHERE, value);
        }
        rk_value_append(list, map);
    }
    return list;
}

static const RkValue *rows_of_table(RkInquiry *inquiry, const char *name, GError **error)
{
    RkValue *data = rk_document_map(inquiry->scratch, RK_NOWHERE);
    rk_value_put(inquiry->scratch, data, "name", RK_NOWHERE, rk_document_text(inquiry->scratch, RK_NOWHERE, name));
    g_autoptr(RkTable) table = rk_inquiry_data(inquiry, data, error);
    if (table == NULL || rk_table_rows(table) <= RK_LIMIT_EXPRESSION_ITEMS)
        return table == NULL ? NULL : list_of(table, inquiry->scratch);
    rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, "use joinaggregate, window or lookup",
                 "the data set \"%s\" has more than %u rows", name, RK_LIMIT_EXPRESSION_ITEMS);
    return NULL;
}

const RkValue *rk_inquiry_find_rows(gpointer user, const char *name, GError **error)
{
    RkInquiry *inquiry = user;
    gboolean empty;
    const RkValue *rows = g_hash_table_lookup(inquiry->rows, name);
    if (rows != NULL)
        return rows;
    if (!rk_parameters_has_store(inquiry->root, name, &empty)) {
        rows = rows_of_table(inquiry, name, error);
    } else if (empty) {
        rows = rk_document_list(inquiry->scratch, RK_NOWHERE);
    } else {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, "use a condition or filter with `param`",
                     "what the selection of \"%s\" begins with is no data set here", name);
        return NULL;
    }
    if (rows != NULL)
        g_hash_table_insert(inquiry->rows, g_strdup(name), (gpointer)rows);
    return rows;
}

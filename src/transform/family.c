/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns seen as nested values: built once for a table, read row by row.
 */
#include "transform/family.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "transform/expression-private.h"

struct RkFamily {
    const RkColumn *column; /**< the value itself, where it is plain */
    const RkColumn *length; /**< of a list */
    GPtrArray *keys;        /**< of maps */
    GPtrArray *members;     /**< RkFamily, in step with keys */
    GPtrArray *items;       /**< RkFamily of a list */
};

void rk_family_free(RkFamily *family)
{
    if (family == NULL)
        return;
    g_ptr_array_unref(family->keys);
    g_ptr_array_unref(family->members);
    g_ptr_array_unref(family->items);
    g_free(family);
}

static RkFamily *family_empty(void)
{
    RkFamily *family = g_new0(RkFamily, 1);
    family->keys = g_ptr_array_new_with_free_func(g_free);
    family->members = g_ptr_array_new_with_free_func((GDestroyNotify)rk_family_free);
    family->items = g_ptr_array_new_with_free_func((GDestroyNotify)rk_family_free);
    return family;
}

static RkFamily *member_of(RkFamily *family, const char *key, gsize length)
{
    for (guint i = 0; i < family->keys->len; i++) {
        const char *known = family->keys->pdata[i];
        if (strlen(known) == length && strncmp(known, key, length) == 0)
            return family->members->pdata[i];
    }
    g_ptr_array_add(family->keys, g_strndup(key, length));
    g_ptr_array_add(family->members, family_empty());
    return family->members->pdata[family->members->len - 1];
}

static RkFamily *item_of(RkFamily *family, guint64 index)
{
    while (family->items->len <= index)
        g_ptr_array_add(family->items, family_empty());
    return family->items->pdata[index];
}

/** Hangs a column into the tree along the rest of its name. */
static void hang(RkFamily *family, const char *rest, const RkColumn *column)
{
    for (guint depth = 0; *rest != '\0'; depth++) {
        if (depth > RK_LIMIT_DOCUMENT_DEPTH)
            return;
        if (strcmp(rest, ".length") == 0 && rk_column_type(column) == RK_COLUMN_NUMBER) {
            family->length = column;
            return;
        }
        if (*rest == '.') {
            gsize length = strcspn(rest + 1, ".[");
            family = member_of(family, rest + 1, length);
            rest += length + 1;
            continue;
        }
        char *end;
        guint64 index = g_ascii_strtoull(rest + 1, &end, 10);
        if (*end != ']' || end == rest + 1 || index >= RK_LIMIT_COLUMNS)
            return;
        family = item_of(family, index);
        rest = end + 1;
    }
    family->column = column;
}

RkFamily *rk_family_new(const RkTable *table, const char *name)
{
    gsize length = strlen(name);
    RkFamily *family = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const char *own = rk_column_name(column);
        if (strncmp(own, name, length) != 0 || (own[length] != '.' && own[length] != '[' && own[length] != '\0'))
            continue;
        if (family == NULL)
            family = family_empty();
        hang(family, own + length, column);
    }
    return family;
}

static const RkValue *plain_value(const RkColumn *column, gsize row, RkDocument *document)
{
    RkScalar scalar = rk_scalar_from_column(column, row);
    switch (scalar.kind) {
    case RK_SCALAR_BOOLEAN:
        return rk_document_boolean(document, RK_NOWHERE, scalar.number != 0);
    case RK_SCALAR_TEXT:
        return rk_document_text(document, RK_NOWHERE, scalar.text);
    case RK_SCALAR_NULL:
        return rk_document_null(document, RK_NOWHERE);
    case RK_SCALAR_TIME:
        return rk_document_moment(document, RK_NOWHERE, scalar.number, scalar.frequency);
    default:
        return rk_document_number(document, RK_NOWHERE, scalar.number);
    }
}

static const RkValue *list_value(const RkFamily *family, gsize row, RkDocument *document)
{
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    double count = rk_column_numbers(family->length)[row];
    for (guint i = 0; i < family->items->len && i < count; i++) {
        const RkValue *item = rk_family_value(family->items->pdata[i], row, document);
        rk_value_append(list, item != NULL ? item : rk_document_null(document, RK_NOWHERE));
    }
    return list;
}

const RkValue *rk_family_value(const RkFamily *family, gsize row, RkDocument *document)
{
    gboolean plain = family->column != NULL && !rk_column_is_missing(family->column, row);
    gboolean listed = family->length != NULL && !rk_column_is_missing(family->length, row);
    /* Beside items, the plain value of the row is only how its list is shown. */
    if (plain && !(listed && family->items->len > 0))
        return plain_value(family->column, row, document);
    if (listed)
        return list_value(family, row, document);
    RkValue *map = NULL;
    for (guint i = 0; i < family->keys->len; i++) {
        const RkValue *member = rk_family_value(family->members->pdata[i], row, document);
        if (member == NULL)
            continue;
        if (map == NULL)
            map = rk_document_map(document, RK_NOWHERE);
        rk_value_put(document, map, family->keys->pdata[i], RK_NOWHERE, member);
    }
    return map;
}

RkTable *rk_table_without_family(const RkTable *table, const char *name)
{
    gsize length = strlen(name);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const char *own = rk_column_name(rk_table_column(table, i));
        gboolean belongs =
            strncmp(own, name, length) == 0 && (own[length] == '.' || own[length] == '[' || own[length] == '\0');
        if (!belongs)
            g_ptr_array_add(kept, (gpointer)rk_table_column(table, i));
    }
    return rk_table_new((const RkColumn *const *)kept->pdata, kept->len, rk_table_rows(table), table);
}

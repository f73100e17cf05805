/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations out of JSON and out of columns that say the same everywhere. Anything else says nothing of the whole.
 */
#include "read/annotate-private.h"

static const char *text_of(json_t *value, const char *const *names)
{
    if (json_is_string(value))
        return json_string_value(value);
    for (; names != NULL && *names != NULL; names++)
        if (rk_json_text(value, *names) != NULL)
            return rk_json_text(value, *names);
    return rk_json_text(value, "@value");
}

RkTable *rk_annotate_json(RkTable *table, const char *key, json_t *value, const char *const *names)
{
    g_autoptr(GString) all = g_string_new(NULL);
    json_t *item;
    gsize index;
    if (!json_is_array(value))
        return rk_table_annotate(table, key, text_of(value, names), NULL);
    json_array_foreach(value, index, item)
    {
        const char *text = text_of(item, names);
        if (text != NULL)
            g_string_append_printf(all, "%s%s", all->len > 0 ? "; " : "", text);
    }
    return rk_table_annotate(table, key, all->str, NULL);
}

const char *rk_annotate_word(const RkTable *table, const char *name)
{
    const RkColumn *column = rk_table_find(table, name);
    gsize rows = rk_table_rows(table);
    if (column == NULL || rk_column_type(column) != RK_COLUMN_TEXT || rows == 0)
        return NULL;
    const guint32 *codes = rk_column_codes(column);
    for (gsize row = 1; row < rows; row++)
        if (codes[row] != codes[0])
            return NULL;
    return rk_column_text(column, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a description promises of the rows: no two have the same key, which is looked at only when all its columns are
 * read, and no text of a field is outside its list of categories.
 */
#include "read/described-private.h"
#include "read/row-key-private.h"

#include <string.h>

gboolean rk_described_key(RkDescribed *described, json_t *key, const char *file, GError **error)
{
    gsize count = json_is_string(key) ? 1 : json_array_size(key);
    for (gsize i = 0; i < count; i++) {
        const char *name = json_string_value(json_is_string(key) ? key : json_array_get(key, i));
        if (name == NULL || rk_described_find(described, name) < 0)
            return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                                       "the primaryKey names the field \"%.40s\", which the schema does not have",
                                       name != NULL ? name : "");
        g_ptr_array_add(described->key, g_strdup(name));
    }
    return TRUE;
}

gboolean rk_described_check_key(const RkTable *table, const RkDescribed *described, GError **error)
{
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, described->key);
    return columns == NULL || rk_row_key_check(table, columns, NULL, error);
}

static gboolean check_words(const RkTable *table, const RkColumn *column, const RkDescribedField *field, GError **error)
{
    g_autofree gboolean *known = g_new0(gboolean, (gsize)rk_column_words(column) + 1);
    for (guint32 code = 0; code < rk_column_words(column); code++)
        known[code] =
            g_ptr_array_find_with_equal_func(field->categories, rk_column_word(column, code), g_str_equal, NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        guint32 code = rk_column_codes(column)[row];
        if (code == RK_TEXT_MISSING || known[code])
            continue;
        const char *word = rk_column_word(column, code);
        g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
        rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row), "correct the code, or add it to the schema",
                     "\"%s\" in column \"%s\" is not among the categories of the schema", shown, field->name);
        return FALSE;
    }
    return TRUE;
}

gboolean rk_described_check_categories(const RkTable *table, const RkDescribed *described, GError **error)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gint at = rk_described_find(described, rk_column_name(column));
        const RkDescribedField *field = at >= 0 ? described->fields->pdata[at] : NULL;
        if (field == NULL || field->categories->len == 0 || rk_column_type(column) != RK_COLUMN_TEXT)
            continue;
        if (!check_words(table, column, field, error))
            return FALSE;
    }
    return TRUE;
}

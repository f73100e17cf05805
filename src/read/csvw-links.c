/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Foreign keys of CSVW metadata: what a row says in these columns must be a row of another table of the metadata, or of
 * the same one. They are looked at when all their columns are read; nothing is looked up in a network.
 */
#include "read/csvw-private.h"

#include <string.h>

#include "base/file.h"
#include "read/row-link-private.h"

/* The description of a table by its url; NULL when the metadata do not speak of it. Borrowed. */
static json_t *table_of(json_t *root, const char *url)
{
    json_t *table;
    gsize index;
    json_array_foreach(json_object_get(root, "tables"), index, table)
    {
        if (g_strcmp0(rk_json_text(table, "url"), url) == 0)
            return table;
    }
    return NULL;
}

/* The table that a key leads to; NULL with an error. */
static RkTable *read_other(const RkCsvwLinks *links, const char *url, const GPtrArray *names, GError **error)
{
    const char *file = rk_source_name(links->json->source);
    json_t *table = table_of(links->json->root, url);
    g_autofree char *folder = g_path_get_dirname(file);
    if (table == NULL) {
        rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                            "a foreign key leads to the table \"%.60s\", of which the metadata do not speak", url);
        return NULL;
    }
    g_autofree char *path = strstr(url, "://") == NULL
                                ? rk_file_resolve_below(folder, folder, url, NULL, (RkPlace){file, 0, 0}, error)
                                : NULL;
    if (path == NULL && (error == NULL || *error == NULL))
        rk_described_refuse(error, RK_ERROR_DATA, file, "nothing is fetched from a network",
                            "a foreign key leads to \"%.60s\", which is no file", url);
    g_autoptr(RkDescribed) described = path != NULL ? rk_csvw_describe(links->json, table, NULL, error) : NULL;
    g_autoptr(GPtrArray) columns = g_ptr_array_copy((GPtrArray *)names, NULL, NULL);
    g_ptr_array_add(columns, NULL);
    RkReadOptions options = {.columns = (const char *const *)columns->pdata};
    return described != NULL ? rk_described_read(&(RkSource){.path = path}, described, &options, error) : NULL;
}

static gboolean check_link(const RkCsvwLinks *links, json_t *key, const RkTable *table, RkDiagnostics *diagnostics,
                           GError **error)
{
    const char *file = rk_source_name(links->json->source);
    json_t *reference = json_object_get(key, "reference");
    const char *url = rk_json_text(reference, "resource");
    g_autoptr(GPtrArray) fields = rk_json_names(json_object_get(key, "columnReference"));
    g_autoptr(GPtrArray) others = rk_json_names(json_object_get(reference, "columnReference"));
    if (url == NULL && json_object_get(reference, "schemaReference") != NULL) {
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){file, 0, 0}, NULL,
                           "a foreign key that leads to a schema, and not to a table, is not looked at");
        return TRUE;
    }
    if (url == NULL || fields == NULL || others == NULL || fields->len != others->len)
        return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                                   "a foreign key does not say which columns lead to which columns");
    g_autoptr(GPtrArray) from = rk_row_key_columns(table, fields);
    if (from == NULL)
        return TRUE;
    gboolean own = g_strcmp0(url, rk_json_text(links->table, "url")) == 0;
    g_autoptr(RkTable) other = own ? rk_table_ref(table) : read_other(links, url, others, error);
    g_autoptr(GPtrArray) to = other != NULL ? rk_row_key_columns(other, others) : NULL;
    if (other == NULL)
        return FALSE;
    const RkRowLink link = {fields, others, own ? "" : url, "set format.type: csv to read the file without metadata"};
    if (to != NULL)
        return rk_row_link_check(&link, table, from, other, to, error);
    /* Of this very table not all columns may have been asked for. */
    return own || rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                                      "a foreign key leads to a column that the table \"%.60s\" does not have", url);
}

gboolean rk_csvw_check_links(const RkCsvwLinks *links, const RkTable *table, RkDiagnostics *diagnostics, GError **error)
{
    json_t *key;
    gsize index;
    json_array_foreach(json_object_get(json_object_get(links->table, "tableSchema"), "foreignKeys"), index, key)
    {
        if (!check_link(links, key, table, diagnostics, error))
            return FALSE;
    }
    return TRUE;
}

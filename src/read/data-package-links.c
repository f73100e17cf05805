/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Foreign keys of a data package: what a row says in these fields must be a row of another resource, or of the same
 * one. They are looked at when all their columns are read; rows that miss one of them lead nowhere and need not.
 */
#include "read/data-package-private.h"

#include "read/row-link-private.h"

#include <string.h>

/* One foreign key: names of this resource and of the other. */
typedef struct {
    GPtrArray *fields, *others;
    const char *resource; /* "" for this one */
} Link;

static void link_clear(Link *link)
{
    g_clear_pointer(&link->fields, g_ptr_array_unref);
    g_clear_pointer(&link->others, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Link, link_clear)

static gboolean read_link(Link *link, json_t *key, const char *file, GError **error)
{
    json_t *reference = json_object_get(key, "reference");
    link->fields = rk_json_names(json_object_get(key, "fields"));
    link->others = rk_json_names(json_object_get(reference, "fields"));
    link->resource = rk_json_text(reference, "resource");
    link->resource = link->resource != NULL ? link->resource : "";
    if (link->fields != NULL && link->others != NULL && link->fields->len == link->others->len)
        return TRUE;
    return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                               "a foreign key does not say which fields lead to which fields");
}

/* The table that a key leads to, with the columns that it names. NULL with an error. */
static RkTable *read_other(const Link *link, const RkTable *table, const RkPackage *package, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_copy(link->others, NULL, NULL);
    g_ptr_array_add(names, NULL);
    RkReadOptions options = {.columns = (const char *const *)names->pdata};
    if (*link->resource == '\0')
        return rk_table_ref(table);
    json_t *resource;
    gsize index;
    json_array_foreach(package->resources, index, resource)
    {
        if (g_strcmp0(rk_json_text(resource, "name"), link->resource) == 0)
            return rk_package_resource(resource, package, &options, error);
    }
    rk_described_refuse(error, RK_ERROR_DATA, rk_source_name(package->json->source), NULL,
                        "a foreign key leads to the resource \"%.40s\", which the package does not have",
                        link->resource);
    return NULL;
}

static gboolean check_link(json_t *key, const RkTable *table, const RkPackage *package, GError **error)
{
    g_auto(Link) link = {0};
    if (!read_link(&link, key, rk_source_name(package->json->source), error))
        return FALSE;
    g_autoptr(GPtrArray) from = rk_row_key_columns(table, link.fields);
    if (from == NULL)
        return TRUE;
    g_autoptr(RkTable) other = read_other(&link, table, package, error);
    if (other == NULL)
        return FALSE;
    g_autoptr(GPtrArray) to = rk_row_key_columns(other, link.others);
    if (to != NULL) {
        RkRowLink rows = {link.fields, link.others, link.resource,
                          "name the file itself to read it without the package"};
        return rk_row_link_check(&rows, table, from, other, to, error);
    }
    /* Of this very table not all columns may have been asked for. */
    return other == table || rk_described_refuse(error, RK_ERROR_DATA, rk_source_name(package->json->source), NULL,
                                                 "a foreign key leads to a field that the resource \"%.40s\" does not "
                                                 "have",
                                                 link.resource);
}

gboolean rk_package_check_links(json_t *resource, const RkTable *table, const RkPackage *package, GError **error)
{
    json_t *key;
    gsize index;
    json_array_foreach(json_object_get(json_object_get(resource, "schema"), "foreignKeys"), index, key)
    {
        if (!check_link(key, table, package, error))
            return FALSE;
    }
    return TRUE;
}

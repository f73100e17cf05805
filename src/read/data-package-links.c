/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Foreign keys of a data package: what a row says in these fields must be a row of another resource, or of the same
 * one. They are looked at when all their columns are read; rows that miss one of them lead nowhere and need not.
 */
#include "read/data-package-private.h"

#include "read/rules-private.h"

#include <string.h>

/* Texts of a list, or one text; NULL-ended, borrowed. NULL when it is neither. */
static const char **read_names(json_t *names)
{
    gsize count = json_is_string(names) ? 1 : json_array_size(names);
    g_autofree const char **list = g_new0(const char *, count + 1);
    for (gsize i = 0; i < count; i++) {
        list[i] = json_string_value(json_is_string(names) ? names : json_array_get(names, i));
        if (list[i] == NULL)
            return NULL;
    }
    return count > 0 ? g_steal_pointer(&list) : NULL;
}

/* One foreign key: names of this resource and of the other. */
typedef struct {
    const char **fields, **others;
    const char *resource; /* "" for this one */
} Link;

static void link_clear(Link *link)
{
    g_free(link->fields);
    g_free(link->others);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Link, link_clear)

static gboolean read_link(Link *link, json_t *key, const char *file, GError **error)
{
    json_t *reference = json_object_get(key, "reference");
    link->fields = read_names(json_object_get(key, "fields"));
    link->others = read_names(json_object_get(reference, "fields"));
    link->resource = rk_json_text(reference, "resource");
    link->resource = link->resource != NULL ? link->resource : "";
    if (link->fields != NULL && link->others != NULL &&
        g_strv_length((char **)link->fields) == g_strv_length((char **)link->others))
        return TRUE;
    return rk_described_refuse(error, RK_ERROR_DATA, file, NULL,
                               "a foreign key does not say which fields lead to which fields");
}

/* The values of a row in these columns as one text; NULL when one is missing. */
static char *key_of(const RkTable *table, const char *const *names, gsize row)
{
    GString *key = g_string_new(NULL);
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *text = rk_column_write(rk_table_find(table, names[i]), row);
        if (text == NULL)
            return g_string_free(key, TRUE);
        g_string_append_printf(key, "%s%s", i > 0 ? ", " : "", text);
    }
    return g_string_free(key, FALSE);
}

static gboolean has_columns(const RkTable *table, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (rk_table_find(table, names[i]) == NULL)
            return FALSE;
    return TRUE;
}

static GHashTable *collect(const RkTable *table, const char *const *names)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        char *key = key_of(table, names, row);
        if (key != NULL)
            g_hash_table_add(known, key);
    }
    return known;
}

static gboolean refuse_row(const Link *link, const RkTable *table, gsize row, gsize count, GError **error)
{
    g_autofree char *key = key_of(table, link->fields, row);
    g_autofree char *shown = rk_rules_excerpt(key, strlen(key));
    g_autofree char *fields = g_strjoinv("\", \"", (char **)link->fields);
    g_autofree char *others = g_strjoinv("\", \"", (char **)link->others);
    g_autofree char *where =
        *link->resource != '\0' ? g_strdup_printf(" of the resource \"%s\"", link->resource) : g_strdup("");
    g_autofree char *more =
        count > 1 ? g_strdup_printf(", as in %" G_GSIZE_FORMAT " more rows", count - 1) : g_strdup("");
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row),
                 "correct the code, or add it there; name the file itself to read it without the package",
                 "\"%s\" in \"%s\" is not in \"%s\"%s%s", shown, fields, others, where, more);
    return FALSE;
}

static gboolean check_rows(const Link *link, const RkTable *table, const RkTable *other, GError **error)
{
    g_autoptr(GHashTable) known = collect(other, link->others);
    gsize first = 0, count = 0;
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_autofree char *key = key_of(table, link->fields, row);
        if (key == NULL || g_hash_table_contains(known, key))
            continue;
        first = count == 0 ? row : first;
        count++;
    }
    return count == 0 || refuse_row(link, table, first, count, error);
}

/* The table that a key leads to, with the columns that it names. NULL with an error. */
static RkTable *read_other(const Link *link, const RkTable *table, const RkPackage *package, GError **error)
{
    RkReadOptions options = {.columns = link->others};
    if (*link->resource == '\0')
        return rk_table_ref(table);
    json_t *resource;
    gsize index;
    json_array_foreach(package->resources, index, resource)
    {
        if (g_strcmp0(rk_json_text(resource, "name"), link->resource) == 0)
            return rk_package_resource(resource, package, &options, error);
    }
    rk_described_refuse(error, RK_ERROR_DATA, rk_source_name(package->source), NULL,
                        "a foreign key leads to the resource \"%.40s\", which the package does not have",
                        link->resource);
    return NULL;
}

static gboolean check_link(json_t *key, const RkTable *table, const RkPackage *package, GError **error)
{
    g_auto(Link) link = {0};
    if (!read_link(&link, key, rk_source_name(package->source), error))
        return FALSE;
    if (!has_columns(table, link.fields))
        return TRUE;
    g_autoptr(RkTable) other = read_other(&link, table, package, error);
    if (other == NULL)
        return FALSE;
    if (has_columns(other, link.others))
        return check_rows(&link, table, other, error);
    /* Of this very table not all columns may have been asked for. */
    return other == table || rk_described_refuse(error, RK_ERROR_DATA, rk_source_name(package->source), NULL,
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "data-package": datapackage.json of Frictionless Data, v1 and v2. `format.resource` chooses one of several resources.
 * Paths lead to files below the package's own folder only; sizes and checksums must be true.
 */
#include "read/annotate-private.h"
#include "read/data-package-private.h"

#include <string.h>

static const RkProperty properties[] = {
    {.name = "resource", .allow = RK_ALLOW_TEXT, .summary = "which resource of the package is read"}, {0}};
static const RkShape shape = {.name = "the format of data packages", .properties = properties};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    gboolean resources = rk_json_has_key(head, length, 0, "resources");
    return resources && (rk_json_has_key(head, length, 2, "path") || rk_json_has_key(head, length, 2, "data") ||
                         rk_json_has_key(head, length, 0, "profile"))
               ? 92
               : 0;
}

static char *list_names(json_t *resources)
{
    GString *names = g_string_new(NULL);
    json_t *resource;
    gsize index;
    json_array_foreach(resources, index, resource)
    {
        const char *name = rk_json_text(resource, "name");
        g_string_append_printf(names, "%s%s", index > 0 ? ", " : "", name != NULL ? name : "?");
    }
    return g_string_free(names, FALSE);
}

static json_t *choose(json_t *resources, const RkValue *wanted, const char *file, GError **error)
{
    const char *name = rk_value_text_or(wanted, NULL);
    json_t *resource;
    gsize index;
    if (!json_is_array(resources) || json_array_size(resources) == 0) {
        rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "the package has no resources");
        return NULL;
    }
    if (name == NULL && json_array_size(resources) == 1)
        return json_array_get(resources, 0);
    json_array_foreach(resources, index, resource)
    {
        if (name != NULL && g_strcmp0(rk_json_text(resource, "name"), name) == 0)
            return resource;
    }
    g_autofree char *all = list_names(resources);
    g_autofree char *shown = rk_rules_excerpt(all, strlen(all));
    g_autofree char *hint = g_strdup_printf("set format.resource to one of: %s", shown);
    if (name == NULL)
        rk_described_refuse(error, RK_ERROR_DATA, file, hint, "the package has %" G_GSIZE_FORMAT " resources",
                            json_array_size(resources));
    else
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(wanted), hint, "\"%s\" has no resource called \"%s\"", file,
                     name);
    return NULL;
}

/* The files of a resource, resolved below the folder of the package. */
static GPtrArray *find_paths(json_t *resource, const RkSource *source, GError **error)
{
    const char *file = rk_source_name(source);
    json_t *path = json_object_get(resource, "path");
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    gsize count = json_is_array(path) ? json_array_size(path) : 1;
    if (source->bytes != NULL || source->path == NULL || strcmp(source->path, "-") == 0) {
        rk_described_refuse(error, RK_ERROR_USAGE, file, "name the file itself",
                            "the package is no file, so its paths lead nowhere");
        return NULL;
    }
    g_autofree char *folder = g_path_get_dirname(source->path);
    for (gsize i = 0; i < count; i++) {
        const char *text = json_string_value(json_is_array(path) ? json_array_get(path, i) : path);
        if (text == NULL || *text == '\0' || strstr(text, "://") != NULL) {
            rk_described_refuse(error, RK_ERROR_DATA, file, "nothing is fetched from a network",
                                "the path \"%.60s\" of the resource names no file", text != NULL ? text : "");
            return NULL;
        }
        char *resolved = rk_file_resolve_below(folder, folder, text, NULL, (RkPlace){file, 0, 0}, error);
        if (resolved == NULL)
            return NULL;
        g_ptr_array_add(paths, resolved);
    }
    if (count == 0)
        rk_described_refuse(error, RK_ERROR_DATA, file, NULL, "the resource has no files");
    return count > 0 ? g_steal_pointer(&paths) : NULL;
}

static RkTable *read_inline(json_t *resource, json_t *data, const RkJsonText *json, const RkReadOptions *options,
                            GError **error)
{
    g_autoptr(RkDescribed) described = rk_package_describe(resource, json, options->diagnostics, error);
    return described != NULL ? rk_described_read_inline(data, described, rk_source_name(json->source), options, error)
                             : NULL;
}

RkTable *rk_package_resource(json_t *resource, const RkPackage *package, const RkReadOptions *options, GError **error)
{
    const RkSource *source = package->json->source;
    json_t *data = json_object_get(resource, "data");
    if (json_is_array(data))
        return read_inline(resource, data, package->json, options, error);
    g_autoptr(GPtrArray) paths = find_paths(resource, source, error);
    g_autoptr(RkDescribed) described =
        paths != NULL ? rk_package_describe(resource, package->json, options->diagnostics, error) : NULL;
    if (described == NULL || !rk_package_check_sums(resource, paths, rk_source_name(source), error))
        return NULL;
    RkReadOptions own = *options;
    own.format = NULL;
    return rk_package_read(paths, described, &own, error);
}

/* What a resource does not say itself, its package says. */
static json_t *said_of(json_t *resource, json_t *package, const char *key)
{
    json_t *own = json_object_get(resource, key);
    return own != NULL ? own : json_object_get(package, key);
}

/* Takes the table over. */
static RkTable *annotate(RkTable *table, json_t *resource, json_t *package)
{
    static const char *const names[] = {"title", "name", "path", NULL};
    table = rk_annotate_json(table, RK_ANNOTATION_TITLE, said_of(resource, package, "title"), NULL);
    table = rk_annotate_json(table, RK_ANNOTATION_SOURCE, said_of(resource, package, "sources"), names);
    table = rk_annotate_json(table, RK_ANNOTATION_LICENCE, said_of(resource, package, "licenses"), names);
    return rk_annotate_json(table, RK_ANNOTATION_LINK, json_object_get(package, "homepage"), NULL);
}

static RkTable *read_package(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    g_autoptr(json_t) root = rk_json_load(source, NULL, FALSE, error);
    const RkJsonText json = {root, source, NULL};
    RkPackage package = {json_object_get(root, "resources"), &json};
    json_t *resource = root != NULL ? choose(package.resources, rk_value_get(options->format, "resource"),
                                             rk_source_name(source), error)
                                    : NULL;
    g_autoptr(RkTable) table = resource != NULL ? rk_package_resource(resource, &package, options, error) : NULL;
    gboolean sound = table != NULL && rk_package_check_links(resource, table, &package, error);
    return sound ? annotate(g_steal_pointer(&table), resource, root) : NULL;
}

static const char *const extensions[] = {"json", NULL};

const RkFormat rk_format_data_package = {.name = "data-package",
                                         .extensions = extensions,
                                         .summary = "a Frictionless data package (datapackage.json), v1 and v2",
                                         .shape = &shape,
                                         .sniff = sniff,
                                         .read = read_package};

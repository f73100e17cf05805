/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "json-stat": JSON-stat 1.x and 2.0. Of a bundle with several data sets, `format.dataset` says which. An answer that
 * reports an error is given back as one.
 */
#include "read/json-stat-private.h"

#include <string.h>

static const RkProperty properties[] = {
    {.name = "encoding", .allow = RK_ALLOW_TEXT, .summary = "the encoding when it is not UTF-8"},
    {.name = "dataset", .allow = RK_ALLOW_TEXT, .summary = "which data set of a bundle is read"},
    {0}};
static const RkShape shape = {.name = "the format of JSON-stat", .properties = properties};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    if (!rk_json_has_key(head, length, 0, "class")) {
        gboolean values = rk_json_has_key(head, length, 1, "value") || rk_json_has_key(head, length, 1, "label");
        gboolean bundle = rk_json_has_key(head, length, 1, "dimension") && values;
        gboolean error = rk_json_has_key(head, length, 0, "error") || rk_json_has_key(head, length, 0, "errors");
        gboolean data = rk_json_has_key(head, length, 0, "data") || rk_json_has_key(head, length, 0, "results");
        return bundle ? 90 : error && !data ? 82 : 0;
    }
    g_autofree char *class = rk_json_text_of(head, length, "class");
    gboolean known =
        g_strcmp0(class, "dataset") == 0 || g_strcmp0(class, "collection") == 0 || g_strcmp0(class, "bundle") == 0;
    gboolean cube = rk_json_has_key(head, length, 0, "version") || rk_json_has_key(head, length, 0, "size") ||
                    rk_json_has_key(head, length, 0, "dimension") || rk_json_has_key(head, length, 0, "link");
    return known && cube ? 95 : 0;
}

static gboolean is_dataset(const json_t *value)
{
    return json_is_object(json_object_get(value, "dimension"));
}

/* What an answer says about its error: a text, or the label, message or detail of the first one. */
static const char *error_text(const json_t *value)
{
    static const char *const keys[] = {"label", "message", "detail", "title"};
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_string(value))
        return json_string_value(value);
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        if (rk_json_text(value, keys[i]) != NULL)
            return rk_json_text(value, keys[i]);
    return "it gives no reason";
}

static gboolean refuse_error(const RkJsonText *json, GError **error)
{
    const json_t *root = json->root;
    const json_t *value = json_object_get(root, "error");
    value = value != NULL ? value : json_object_get(root, "errors");
    const char *text = error_text(value);
    g_autofree char *shown = rk_rules_excerpt(text, strlen(text));
    return rk_json_refuse(error, RK_ERROR_DATA, json, value, "ask again, or for fewer data",
                          "the file is not data but the report of an error: %s", shown);
}

/* The data sets of a file by name. Borrowed. */
static void list_datasets(json_t *root, GPtrArray *names, GPtrArray *datasets)
{
    const char *key;
    json_t *value;
    gsize index;
    json_array_foreach(json_object_get(json_object_get(root, "link"), "item"), index, value)
    {
        if (!is_dataset(value))
            continue;
        const char *label = rk_json_text(value, "label");
        g_ptr_array_add(names, (gpointer)(label != NULL ? label : "?"));
        g_ptr_array_add(datasets, value);
    }
    json_object_foreach(root, key, value)
    {
        if (!is_dataset(value))
            continue;
        g_ptr_array_add(names, (gpointer)key);
        g_ptr_array_add(datasets, value);
    }
}

static json_t *choose(const GPtrArray *names, const GPtrArray *datasets, const RkValue *wanted, const RkJsonText *json,
                      GError **error)
{
    const char *name = rk_value_text_or(wanted, NULL);
    if (datasets->len == 0) {
        rk_json_refuse(error, RK_ERROR_DATA, json, NULL, NULL, "the JSON text holds no data set with dimensions");
        return NULL;
    }
    if (name == NULL && datasets->len == 1)
        return datasets->pdata[0];
    for (guint i = 0; name != NULL && i < names->len; i++)
        if (strcmp(names->pdata[i], name) == 0)
            return datasets->pdata[i];
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    g_autofree char *shown = rk_rules_excerpt(all, strlen(all));
    g_autofree char *hint = g_strdup_printf("set format.dataset to one of: %s", shown);
    if (name == NULL)
        rk_json_refuse(error, RK_ERROR_DATA, json, NULL, hint, "the file is a bundle of %u data sets", datasets->len);
    else
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(wanted), hint, "\"%s\" has no data set called \"%s\"",
                     rk_source_name(json->source), name);
    return NULL;
}

static json_t *find_dataset(const RkJsonText *json, const RkValue *wanted, GError **error)
{
    json_t *root = json->root;
    g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(0, NULL, TRUE);
    g_autoptr(GPtrArray) datasets = g_ptr_array_new();
    if (is_dataset(root) && wanted == NULL)
        return root;
    if (json_object_get(root, "error") != NULL || json_object_get(root, "errors") != NULL) {
        refuse_error(json, error);
        return NULL;
    }
    if (is_dataset(root)) {
        g_ptr_array_add(names, (gpointer) "dataset");
        g_ptr_array_add(datasets, root);
    } else {
        list_datasets(root, names, datasets);
    }
    return choose(names, datasets, wanted, json, error);
}

static RkTable *read_stat(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    g_autoptr(json_t) root = rk_json_load(source, options->format, FALSE, error);
    if (root == NULL)
        return NULL;
    const RkJsonText json = {root, source, options->format};
    json_t *dataset = find_dataset(&json, rk_value_get(options->format, "dataset"), error);
    RkStatCube cube = {0};
    RkTable *table = dataset != NULL && rk_stat_cube_init(&cube, dataset, &json, error)
                         ? rk_stat_cube_table(&cube, dataset, options, error)
                         : NULL;
    table = table != NULL ? rk_stat_annotate(table, &cube, dataset) : NULL;
    rk_stat_cube_clear(&cube);
    return table;
}

static const char *const extensions[] = {"json", NULL};

const RkFormat rk_format_json_stat = {.name = "json-stat",
                                      .extensions = extensions,
                                      .summary = "JSON-stat 1.x and 2.0, one data set or a bundle",
                                      .shape = &shape,
                                      .sniff = sniff,
                                      .read = read_stat};

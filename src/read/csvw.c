/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "csvw": CSV with metadata of CSV on the Web beside it: {file}-metadata.json, then csv-metadata.json where it speaks
 * of the file. Metadata that are read themselves lead to their table. Nothing is looked up in a network.
 */
#include "read/annotate-private.h"
#include "read/csvw-private.h"

#include "base/file.h"

#include <string.h>

#define CONTEXT "http://www.w3.org/ns/csvw"
/* Metadata that are longer are no metadata. */
#define METADATA_BYTES (4u << 20)

static gboolean is_metadata(const guint8 *head, gsize length)
{
    return rk_json_has_key(head, length, 0, "@context") && memmem(head, length, CONTEXT, strlen(CONTEXT)) != NULL;
}

static json_t *load(const char *path, GError **error)
{
    return rk_json_load(&(RkSource){.path = path}, NULL, FALSE, error);
}

static gboolean is_metadata_file(const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    g_autoptr(GBytes) bytes = rk_file_read(path, METADATA_BYTES, NULL);
    gsize length = 0;
    const guint8 *head = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
    return head != NULL && is_metadata(head, length);
}

/* The table of the metadata whose url ends in this name; with NULL, the only one. Borrowed. */
static json_t *find_table(json_t *root, const char *name, guint *count)
{
    json_t *tables = json_object_get(root, "tables");
    json_t *table, *found = NULL;
    gsize index;
    *count = json_is_array(tables) ? (guint)json_array_size(tables) : 1;
    if (!json_is_array(tables)) {
        const char *url = rk_json_text(root, "url");
        return name == NULL || url == NULL || g_strcmp0(url, name) == 0 ? root : NULL;
    }
    json_array_foreach(tables, index, table)
    {
        if (name == NULL ? *count == 1 : g_strcmp0(rk_json_text(table, "url"), name) == 0)
            found = table;
    }
    return found;
}

static gboolean speaks_of(const char *path, const char *name)
{
    guint count = 0;
    g_autoptr(json_t) root = load(path, NULL);
    json_t *table = root != NULL ? find_table(root, name, &count) : NULL;
    return table != NULL && rk_json_text(table, "url") != NULL;
}

static gboolean is_file(const char *path)
{
    return path != NULL && strcmp(path, "-") != 0;
}

/* The file that is called after this one, for which alone it was written. Free with g_free(). */
static char *own_metadata(const char *path)
{
    return g_strconcat(path, "-metadata.json", NULL);
}

/* The file that may speak of all those of a folder. Free with g_free(). */
static char *common_metadata(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return g_build_filename(folder, "csv-metadata.json", NULL);
}

/* The metadata beside a file, also when they are broken but can be meant for no other. NULL when there are none. Free
 * with g_free(). */
static char *find_metadata(const char *path)
{
    if (!is_file(path))
        return NULL;
    g_autofree char *own = own_metadata(path), *common = common_metadata(path), *name = g_path_get_basename(path);
    if (g_file_test(own, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&own);
    return is_metadata_file(common) && speaks_of(common, name) ? g_steal_pointer(&common) : NULL;
}

/* Metadata for a whole folder that cannot be read may have spoken of the file. */
static void pass_over(const char *path, RkDiagnostics *diagnostics)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *own = is_file(path) ? own_metadata(path) : NULL;
    g_autofree char *common = is_file(path) ? common_metadata(path) : NULL;
    if (common == NULL || g_file_test(own, G_FILE_TEST_EXISTS) || !g_file_test(common, G_FILE_TEST_IS_REGULAR))
        return;
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(json_t) root = load(common, &cause);
    RkPlace place = {common, root == NULL ? rk_error_line(cause) : 0, root == NULL ? rk_error_column(cause) : 0};
    const char *context = root == NULL || is_metadata_file(common) ? NULL : "no metadata of CSV on the Web";
    if (root == NULL)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, NULL,
                           "%s, so \"%s\" is read without these metadata", cause->message, name);
    else if (context != NULL)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "its \"@context\" would be \"" CONTEXT "\"",
                           "is %s, so \"%s\" is read without it", context, name);
    else if (!speaks_of(common, name))
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, "list it with its \"url\" if they should",
                           "these metadata do not speak of \"%s\"", name);
}

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    if (is_metadata(head, length))
        return 96;
    if (length > 0 && (memchr(head, '\0', length) != NULL || memchr("{[", head[0], 2) != NULL))
        return 0;
    g_autofree char *metadata = find_metadata(path);
    /* What was written for this very file speaks louder than the look of its header. */
    if (metadata != NULL && !g_str_has_suffix(metadata, "/csv-metadata.json"))
        return 97;
    return metadata != NULL ? 70 : 0;
}

/* What a table does not say itself, its group says. Takes the rows over. */
static RkTable *annotate(RkTable *rows, json_t *table, json_t *root)
{
    static const struct {
        const char *property, *key;
    } said[] = {{"dc:title", RK_ANNOTATION_TITLE},
                {"dc:source", RK_ANNOTATION_SOURCE},
                {"dc:publisher", RK_ANNOTATION_SOURCE},
                {"dc:modified", RK_ANNOTATION_UPDATED},
                {"dc:license", RK_ANNOTATION_LICENCE}};
    static const char *const names[] = {"schema:name", "name", "@id", NULL};
    for (guint i = 0; i < G_N_ELEMENTS(said); i++) {
        json_t *own = json_object_get(table, said[i].property);
        if (rk_table_annotation(rows, said[i].key) == NULL)
            rows =
                rk_annotate_json(rows, said[i].key, own != NULL ? own : json_object_get(root, said[i].property), names);
    }
    return rows;
}

/* Reads the data as the metadata describe them; takes over the stream of `data`. */
static RkTable *read_with(const RkSource *data, const RkJsonText *json, json_t *table, const RkReadOptions *options,
                          GError **error)
{
    g_autoptr(RkDescribed) described = rk_csvw_describe(json, table, options->diagnostics, error);
    if (described == NULL) {
        rk_stream_free(data->stream);
        return NULL;
    }
    const RkCsvwLinks links = {json, table};
    g_autoptr(RkTable) rows = rk_described_read(data, described, options, error);
    gboolean sound = rows != NULL && rk_csvw_check_links(&links, rows, options->diagnostics, error);
    return sound ? annotate(g_steal_pointer(&rows), table, json->root) : NULL;
}

/* The table of metadata that were found beside a file; NULL with an error. */
static json_t *require_table(const RkJsonText *json, const char *name, GError **error)
{
    static const char hint[] = "set format.type: csv to read the file without it";
    const char *metadata = rk_source_name(json->source);
    guint count = 0;
    json_t *table = find_table(json->root, name, &count);
    if (!is_metadata_file(metadata))
        rk_described_refuse(error, RK_ERROR_DATA, metadata, hint,
                            "these are no metadata of CSV on the Web, whose \"@context\" is \"" CONTEXT "\"");
    else if (table == NULL)
        rk_json_refuse(error, RK_ERROR_DATA, json, json_object_get(json->root, "url"), hint,
                       "the metadata do not speak of \"%s\"", name);
    else
        return table;
    return NULL;
}

/* The data lie beside, and the metadata were found. */
static RkTable *read_data(const RkSource *source, const char *metadata, const RkReadOptions *options, GError **error)
{
    const RkSource description = {.path = metadata};
    g_autofree char *name = g_path_get_basename(source->path);
    g_autoptr(json_t) root = load(metadata, error);
    const RkJsonText json = {root, &description, NULL};
    json_t *table = root != NULL ? require_table(&json, name, error) : NULL;
    if (table != NULL)
        return read_with(source, &json, table, options, error);
    rk_stream_free(source->stream);
    return NULL;
}

/* The metadata themselves were named. */
static RkTable *read_metadata(const RkSource *source, const RkReadOptions *options, GError **error)
{
    guint count = 0;
    const char *file = rk_source_name(source);
    g_autoptr(json_t) root = rk_json_load(source, NULL, FALSE, error);
    json_t *table = root != NULL ? find_table(root, NULL, &count) : NULL;
    const char *url = table != NULL ? rk_json_text(table, "url") : NULL;
    if (root == NULL)
        return NULL;
    if (url == NULL || strstr(url, "://") != NULL || source->bytes != NULL || source->path == NULL) {
        rk_described_refuse(error, RK_ERROR_DATA, file, "name the file of data instead",
                            "the metadata do not lead to one table in a file (they speak of %u)", count);
        return NULL;
    }
    g_autofree char *folder = g_path_get_dirname(source->path);
    g_autofree char *path = rk_file_resolve_below(folder, folder, url, NULL, (RkPlace){file, 0, 0}, error);
    const RkJsonText json = {root, source, NULL};
    return path != NULL ? read_with(&(RkSource){.path = path}, &json, table, options, error) : NULL;
}

static RkTable *read_csvw(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    RkSource opened = *source;
    gsize length = 0;
    opened.stream = rk_stream_open(source, NULL, error);
    const char *head = opened.stream != NULL ? rk_stream_peek(opened.stream, &length, error) : NULL;
    if (head == NULL) {
        rk_stream_free(opened.stream);
        return NULL;
    }
    if (is_metadata((const guint8 *)head, length))
        return read_metadata(&opened, options, error);
    g_autofree char *metadata = source->bytes == NULL ? find_metadata(source->path) : NULL;
    if (metadata != NULL)
        return read_data(&opened, metadata, options, error);
    rk_stream_free(opened.stream);
    rk_described_refuse(error, RK_ERROR_DATA, rk_source_name(source), "they would be called {file}-metadata.json",
                        "no metadata lie beside the file");
    return NULL;
}

static const char *const extensions[] = {"csv", "json", NULL};

const RkFormat rk_format_csvw = {.name = "csvw",
                                 .extensions = extensions,
                                 .summary = "CSV with CSVW metadata beside it",
                                 .shape = &rk_csv_shape,
                                 .sniff = sniff,
                                 .read = read_csvw,
                                 .pass_over = pass_over};

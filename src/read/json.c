/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "json": an array of records, by jansson, at the top of the file or where `format.property` leads. The whole text
 * becomes a tree before its rows are read, so its size is bounded; nested values become columns of their own.
 */
#include "read/json-private.h"
#include "read/record-private.h"
#include "read/records-private.h"
#include "table/annotations.h"

#include <string.h>

static const RkProperty properties[] = {
    {.name = "property", .allow = RK_ALLOW_TEXT, .summary = "path of names to the array of records, parted by points"},
    {0}};
static const RkShape *const includes[] = {&rk_rules_shape, NULL};
static const RkShape shape = {.name = "the format of JSON records", .properties = properties, .includes = includes};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < length && memchr(" \t\r\n", head[at], 4) != NULL)
        at++;
    return at < length && (head[at] == '[' || head[at] == '{') ? 80 : 0;
}

/* The item of an array by its number, counted from 0; NULL when there is none. */
static json_t *item_at(const json_t *array, const char *number)
{
    guint64 at;
    return g_ascii_string_to_unsigned(number, 10, 0, G_MAXUINT32, &at, NULL) ? json_array_get(array, at) : NULL;
}

/* Answers of the World Bank are arrays of two: what page it is, and the records. */
static json_t *records_of(json_t *root)
{
    const json_t *page = json_array_get(root, 0);
    gboolean answer = json_array_size(root) == 2 && json_object_get(page, "page") != NULL &&
                      json_object_get(page, "total") != NULL && json_is_array(json_array_get(root, 1));
    return answer ? json_array_get(root, 1) : root;
}

/* The value at the path, borrowed; NULL with an error. */
static json_t *follow(json_t *root, const RkValue *property, const char *file, GError **error)
{
    const char *path = rk_value_text_or(property, "");
    g_auto(GStrv) names = g_strsplit(path, ".", -1);
    json_t *at = root;
    for (guint i = 0; names[i] != NULL && at != NULL; i++)
        at = json_is_array(at) ? item_at(at, names[i]) : json_object_get(at, names[i]);
    if (at == NULL)
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(property), NULL,
                     "format.property leads to \"%s\", which \"%s\" does not have", path, file);
    return at;
}

static gboolean put(RkRecords *records, const char *key, json_t *value, RkPlace place, GError **error);

static gboolean put_object(RkRecords *records, const char *key, json_t *object, RkPlace place, GError **error)
{
    const char *member;
    json_t *value;
    json_object_foreach(object, member, value)
    {
        g_autofree char *name = rk_records_member(records, key, member, place, error);
        if (name == NULL || !put(records, name, value, place, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put_array(RkRecords *records, const char *key, json_t *array, RkPlace place, GError **error)
{
    gsize count = json_array_size(array);
    g_autofree char *length = rk_records_member(records, key, "length", place, error);
    if (length == NULL || !rk_records_put_number(records, length, (double)count, place, error))
        return FALSE;
    for (gsize i = 0; i < count; i++) {
        g_autofree char *name = rk_records_item(records, key, (guint)i, place, error);
        if (name == NULL || !put(records, name, json_array_get(array, i), place, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put(RkRecords *records, const char *key, json_t *value, RkPlace place, GError **error)
{
    switch (json_typeof(value)) {
    case JSON_NULL:
        return rk_records_put_missing(records, key, place, error);
    case JSON_TRUE:
    case JSON_FALSE:
        return rk_records_put_boolean(records, key, json_is_true(value), place, error);
    case JSON_INTEGER:
        return rk_records_put_integer(records, key, json_integer_value(value), place, error);
    case JSON_REAL:
        return rk_records_put_number(records, key, json_number_value(value), place, error);
    case JSON_STRING:
        return rk_records_put_text(records, key, json_string_value(value), place, error);
    case JSON_OBJECT:
        return put_object(records, key, value, place, error);
    default:
        return put_array(records, key, value, place, error);
    }
}

static gboolean put_record(RkRecords *records, json_t *record, gsize number, gboolean objects, const char *file,
                           GError **error)
{
    RkPlace place = {file, 0, 0};
    const char *key;
    json_t *value;
    if (!rk_records_begin(records, 0, error))
        return FALSE;
    if (!objects && !json_is_object(record) && !json_is_array(record))
        return put(records, "data", record, place, error);
    if (!json_is_object(record)) {
        rk_error_set(error, RK_ERROR_DATA, place, "an array of objects, one for each row",
                     "record %" G_GSIZE_FORMAT " is no object", number);
        return FALSE;
    }
    json_object_foreach(record, key, value)
    {
        if (!put(records, key, value, place, error))
            return FALSE;
    }
    return TRUE;
}

RkTable *rk_json_records(const RkJsonText *json, json_t *array, const RkReadOptions *options, GError **error)
{
    const char *file = rk_source_name(json->source);
    gboolean objects = json_is_object(json_array_get(array, 0));
    g_autoptr(RkRecords) records = rk_records_new(file, options);
    for (gsize i = 0; i < json_array_size(array); i++) {
        json_t *record = json_array_get(array, i);
        if (put_record(records, record, i + 1, objects, file, error))
            continue;
        if (error != NULL && rk_error_line(*error) == 0)
            rk_error_locate(*error, rk_json_place(json, record));
        return NULL;
    }
    return rk_records_finish(records, error);
}

/* The World Bank quotes its years, too: TRUE when all dates of an answer are periods. */
static gboolean has_periods(json_t *records)
{
    json_t *record;
    gsize index;
    json_array_foreach(records, index, record)
    {
        const char *date = rk_json_text(record, "date");
        RkFrequency frequency;
        double start;
        if (date == NULL || !rk_period_parse(date, strlen(date), &start, &frequency))
            return FALSE;
    }
    return json_array_size(records) > 0;
}

/* Reads the records of an answer of the World Bank, whose page says when they were changed. */
static RkTable *read_answer(const RkJsonText *json, json_t *records, const RkReadOptions *options, GError **error)
{
    g_auto(RkDeclaration) declaration;
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    if (has_periods(records))
        rk_declaration_parse(&declaration, "date", "date");
    own.format = rk_declaration_format(&declaration);
    RkTable *table = rk_json_records(json, records, &own, error);
    const char *updated = rk_json_text(json_array_get(json->root, 0), "lastupdated");
    return table != NULL ? rk_table_annotate(table, RK_ANNOTATION_UPDATED, updated, NULL) : NULL;
}

/** A map is no table, whatever the file is called. */
static gboolean is_map(const json_t *root)
{
    static const char *const types[] = {"Topology", "FeatureCollection", "GeometryCollection", NULL};
    const char *type = json_string_value(json_object_get(root, "type"));
    return type != NULL && g_strv_contains(types, type);
}

static RkTable *read_json(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    if (options == NULL)
        options = &none;
    const char *file = rk_source_name(source);
    const RkValue *property = rk_value_get(options->format, "property");
    g_autoptr(json_t) root = rk_json_load(source, options->format, options->vega_types, error);
    json_t *array = root != NULL && property != NULL ? follow(root, property, file, error) : records_of(root);
    const RkJsonText json = {root, source, options->format};
    if (array == NULL)
        return NULL;
    if (!json_is_array(array) && is_map(array)) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_json_place(&json, array),
                     "give a table with one row for each place",
                     "the file holds a map, and maps are not drawn by this version");
        return NULL;
    }
    if (!json_is_array(array)) {
        rk_error_set(error, RK_ERROR_DATA, rk_json_place(&json, array), "set format.property to the path of the array",
                     "the JSON text holds no array of records %s", property != NULL ? "at this path" : "at its top");
        return NULL;
    }
    gboolean answer = property == NULL && array != root && !options->vega_types;
    return answer ? read_answer(&json, array, options, error) : rk_json_records(&json, array, options, error);
}

static const char *const extensions[] = {"json", NULL};

const RkFormat rk_format_json = {.name = "json",
                                 .extensions = extensions,
                                 .summary = "an array of JSON objects",
                                 .shape = &shape,
                                 .sniff = sniff,
                                 .read = read_json};

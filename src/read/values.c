/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inline values as a table. What is nested in a record becomes columns of its own: "a.b", "a[0]", "a.length".
 */
#include "read/values.h"

#include "read/records-private.h"

#include <string.h>

static gboolean put(RkRecords *records, const char *key, const RkValue *value, GError **error);

static gboolean put_map(RkRecords *records, const char *key, const RkValue *map, GError **error)
{
    for (guint i = 0; i < rk_value_length(map); i++) {
        g_autofree char *name = rk_records_member(records, key, rk_value_key_at(map, i), rk_value_place(map), error);
        if (name == NULL || !put(records, name, rk_value_at(map, i), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put_list(RkRecords *records, const char *key, const RkValue *list, GError **error)
{
    RkPlace place = rk_value_place(list);
    guint count = rk_value_length(list);
    g_autofree char *length = rk_records_member(records, key, "length", place, error);
    if (length == NULL || !rk_records_put_number(records, length, count, place, error))
        return FALSE;
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = rk_records_item(records, key, i, place, error);
        if (name == NULL || !put(records, name, rk_value_at(list, i), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put(RkRecords *records, const char *key, const RkValue *value, GError **error)
{
    RkPlace place = rk_value_place(value);
    switch (rk_value_kind(value)) {
    case RK_VALUE_NULL:
        return rk_records_put_missing(records, key, place, error);
    case RK_VALUE_BOOLEAN:
        return rk_records_put_boolean(records, key, rk_value_boolean_or(value, FALSE), place, error);
    case RK_VALUE_NUMBER:
        if (rk_value_digits(value) != NULL)
            return rk_records_put_digits(records, key, rk_value_digits(value), place, error);
        return rk_records_put_number(records, key, rk_value_number_or(value, 0), place, error);
    case RK_VALUE_TEXT:
        return rk_records_put_text(records, key, rk_value_text_or(value, ""), place, error);
    case RK_VALUE_MAP:
        return put_map(records, key, value, error);
    default:
        return put_list(records, key, value, error);
    }
}

/* A record that is a list has its positions as keys: "0", "1" … */
static gboolean put_positions(RkRecords *records, const RkValue *list, GError **error)
{
    for (guint i = 0; i < rk_value_length(list); i++) {
        g_autofree char *name = g_strdup_printf("%u", i);
        if (!put(records, name, rk_value_at(list, i), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean put_record(RkRecords *records, const RkValue *record, GError **error)
{
    if (!rk_records_begin(records, rk_value_place(record).line, error))
        return FALSE;
    if (rk_value_is(record, RK_VALUE_LIST))
        return put_positions(records, record, error);
    if (!rk_value_is(record, RK_VALUE_MAP))
        return put(records, "data", record, error);
    for (guint i = 0; i < rk_value_length(record); i++)
        if (!put(records, rk_value_key_at(record, i), rk_value_at(record, i), error))
            return FALSE;
    return TRUE;
}

/* All items must be maps, or none. */
static gboolean check_kinds(const RkValue *values, GError **error)
{
    gboolean maps = rk_value_is(rk_value_at(values, 0), RK_VALUE_MAP);
    for (guint i = 1; i < rk_value_length(values); i++) {
        const RkValue *value = rk_value_at(values, i);
        if (rk_value_is(value, RK_VALUE_MAP) == maps)
            continue;
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(value), NULL, "this is %s, but the first value is %s",
                     rk_value_kind_name(value), rk_value_kind_name(rk_value_at(values, 0)));
        return FALSE;
    }
    return TRUE;
}

static RkTable *read_text(const RkValue *values, const RkReadOptions *options, GError **error)
{
    const char *text = rk_value_text_or(values, "");
    RkPlace place = rk_value_place(values);
    g_autofree char *name = place.file == NULL ? g_strdup("inline values")
                                               : g_strdup_printf("%s:%u: inline values", place.file, place.line);
    RkSource source = {.path = name, .bytes = text, .length = strlen(text)};
    return rk_read(&source, options, error);
}

/* The values at the path of names, parted by points; the values themselves without one. NULL with a located error. */
static const RkValue *follow(const RkValue *values, const RkValue *property, GError **error)
{
    g_auto(GStrv) names = g_strsplit(rk_value_text_or(property, ""), ".", -1);
    const RkValue *at = values;
    for (guint i = 0; names[i] != NULL && *names[i] != '\0' && at != NULL; i++)
        at = rk_value_get(at, names[i]);
    if (at == NULL)
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(property), NULL,
                     "format.property leads to \"%s\", which the values do not have", rk_value_text_or(property, ""));
    return at;
}

RkTable *rk_read_values(const RkValue *values, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    if (options == NULL)
        options = &none;
    if (rk_value_is(values, RK_VALUE_TEXT))
        return read_text(values, options, error);
    values = follow(values, rk_value_get(options->format, "property"), error);
    if (values == NULL)
        return NULL;
    if (!rk_value_is(values, RK_VALUE_LIST) && !rk_value_is(values, RK_VALUE_MAP)) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(values), "a list of maps, one for each row",
                     "the values are %s", rk_value_kind_name(values));
        return NULL;
    }
    g_autoptr(RkRecords) records = rk_records_new(rk_value_place(values).file, options);
    if (rk_value_is(values, RK_VALUE_MAP))
        return put_record(records, values, error) ? rk_records_finish(records, error) : NULL;
    if (!check_kinds(values, error))
        return NULL;
    for (guint i = 0; i < rk_value_length(values); i++)
        if (!put_record(records, rk_value_at(values, i), error))
            return NULL;
    return rk_records_finish(records, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations of a table as the members that JSON-stat has for them: the counterpart of ../json-stat-about.c. A key
 * that has no member is left out, which the caller finds when it reads back what was written.
 */
#include "read/json-stat-private.h"
#include "read/write/write-private.h"

#include "base/json-text.h"
#include "table/annotations.h"

#include <stdlib.h>
#include <string.h>

static void write_member(const RkTable *table, const char *key, const char *member, GString *text)
{
    if (rk_table_annotation(table, key) == NULL)
        return;
    g_string_append_printf(text, ",\n\"%s\": ", member);
    rk_json_append_text(text, rk_table_annotation(table, key));
}

static void write_notes(const RkTable *table, GString *text)
{
    const RkAnnotation *annotation;
    guint count = 0;
    for (guint i = 0; (annotation = rk_table_annotation_at(table, i)) != NULL; i++) {
        if (strcmp(annotation->key, RK_ANNOTATION_NOTE) != 0)
            continue;
        g_string_append(text, count++ == 0 ? ",\n\"note\": [" : ", ");
        rk_json_append_text(text, annotation->text);
    }
    g_string_append(text, count > 0 ? "]" : "");
}

void rk_write_stat_about(const RkTable *table, GString *text)
{
    write_member(table, RK_ANNOTATION_TITLE, "label", text);
    write_member(table, RK_ANNOTATION_SOURCE, "source", text);
    write_member(table, RK_ANNOTATION_UPDATED, "updated", text);
    write_member(table, RK_ANNOTATION_LINK, "href", text);
    write_notes(table, text);
}

/* The annotation as the tree that it was; NULL when there is none. */
static json_t *tree_of(const RkTable *table, const char *key)
{
    const char *said = rk_table_annotation(table, key);
    return said != NULL ? json_loads(said, 0, NULL) : NULL;
}

void rk_write_stat_extension(const RkTable *table, GString *text)
{
    g_autoptr(json_t) extension = tree_of(table, RK_STAT_EXTENSION);
    char *said = extension != NULL ? json_dumps(extension, JSON_COMPACT) : NULL;
    /* Without its braces. */
    if (said != NULL && strlen(said) > 2)
        g_string_append_len(text, said + 1, (gssize)strlen(said) - 2);
    free(said);
}

/* A member as JSON behind others; NULL says nothing. */
static void append_member(const char *name, const json_t *value, GString *text)
{
    if (value == NULL)
        return;
    char *said = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    g_string_append(text, ", ");
    rk_json_append_text(text, name);
    g_string_append_printf(text, ": %s", said);
    free(said);
}

/* What a member says of codes that are still there; NULL when that is nothing. A new reference. */
static json_t *said_of(const json_t *member, const GPtrArray *codes)
{
    json_t *kept = json_object();
    for (guint i = 0; i < codes->len; i++)
        json_object_set(kept, codes->pdata[i], json_object_get(member, codes->pdata[i]));
    if (json_object_size(kept) > 0)
        return kept;
    json_decref(kept);
    return NULL;
}

/* Labels and units speak of single codes. */
static void append_of_category(const char *name, json_t *value, const GPtrArray *codes, GString *text)
{
    gboolean by_code = strcmp(name, "label") == 0 || strcmp(name, "unit") == 0;
    g_autoptr(json_t) said = by_code ? said_of(value, codes) : json_incref(value);
    append_member(name, said, text);
}

json_t *rk_write_stat_units(const RkTable *table, const char *dimension)
{
    g_autoptr(json_t) all = tree_of(table, RK_STAT_REMARKS);
    json_t *category = json_object_get(json_object_get(all, dimension), "category");
    return json_incref(json_object_get(category, "unit"));
}

void rk_write_stat_remarks(const RkTable *table, const char *dimension, const GPtrArray *codes, gboolean has_units,
                           GString *members, GString *categories)
{
    g_autoptr(json_t) all = tree_of(table, RK_STAT_REMARKS);
    json_t *value, *remarks = json_object_get(all, dimension), *category = json_object_get(remarks, "category");
    const char *name;
    json_object_foreach(remarks, name, value)
    {
        if (value != category && strcmp(name, "label") != 0)
            append_member(name, value, members);
    }
    json_object_foreach(category, name, value)
    {
        if (!has_units || strcmp(name, "unit") != 0)
            append_of_category(name, value, codes, categories);
    }
}

char *rk_write_stat_label(const RkTable *table, const char *dimension)
{
    g_autoptr(json_t) all = tree_of(table, RK_STAT_REMARKS);
    const char *label = rk_json_text(json_object_get(all, dimension), "label");
    return g_strdup(label != NULL ? label : dimension);
}

gboolean rk_write_stat_has_role(const RkTable *table, const char *role, const char *dimension)
{
    g_autoptr(json_t) roles = tree_of(table, RK_STAT_ROLE);
    json_t *id, *ids = json_object_get(roles, role);
    gsize index;
    json_array_foreach(ids, index, id)
    {
        if (g_strcmp0(json_string_value(id), dimension) == 0)
            return TRUE;
    }
    /* Nobody has said. */
    return ids == NULL && strcmp(role, "geo") == 0 && strcmp(dimension, "geo") == 0;
}

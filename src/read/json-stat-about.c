/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a data set of JSON-stat says of itself, as annotations of its table. Extensions and roles, which only this
 * format has, are kept as JSON for its writer.
 */
#include "read/json-stat-private.h"

#include "table/annotations.h"

#include <stdlib.h>

static const struct {
    const char *member, *key;
} members[] = {{"label", RK_ANNOTATION_TITLE},
               {"source", RK_ANNOTATION_SOURCE},
               {"updated", RK_ANNOTATION_UPDATED},
               {"href", RK_ANNOTATION_LINK}};

/* One text, or several. */
static RkTable *annotate_notes(RkTable *table, json_t *notes)
{
    json_t *note;
    gsize index;
    table = rk_table_annotate(table, RK_ANNOTATION_NOTE, json_string_value(notes), NULL);
    json_array_foreach(notes, index, note)
    {
        table = rk_table_annotate(table, RK_ANNOTATION_NOTE, json_string_value(note), NULL);
    }
    return table;
}

/* Keys stand in the order of the alphabet, so that the same is the same text. */
static RkTable *annotate_json(RkTable *table, const char *key, json_t *value)
{
    if (json_object_size(value) == 0)
        return table;
    char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS);
    table = rk_table_annotate(table, key, text, NULL);
    free(text);
    return table;
}

/* Labels of periods have no column, so that they are kept here where some differs from its code. */
static json_t *labels_of_periods(json_t *category, gboolean is_time)
{
    json_t *labels = json_object_get(category, "label"), *label;
    const char *code;
    json_object_foreach(labels, code, label)
    {
        if (is_time && g_strcmp0(json_string_value(label), code) != 0)
            return labels;
    }
    return NULL;
}

/* How many decimals the values of a category have to be shown with is said by no column. A new reference. */
static json_t *decimals_of(json_t *category)
{
    json_t *units = json_object_get(category, "unit"), *unit, *kept = json_object();
    const char *code;
    json_object_foreach(units, code, unit)
    {
        json_t *decimals = json_object_get(unit, "decimals");
        if (json_is_integer(decimals))
            json_object_set_new(kept, code, json_pack("{s:O}", "decimals", decimals));
    }
    return kept;
}

/* A dimension without what its columns say. A new reference. */
static json_t *remarks_of(json_t *dimension, gboolean is_time)
{
    static const char *const said[] = {"index", "label", "unit"};
    json_t *remarks = json_copy(dimension), *category = json_copy(json_object_get(dimension, "category"));
    json_t *labels = labels_of_periods(category, is_time);
    g_autoptr(json_t) decimals = decimals_of(category);
    json_incref(labels);
    for (guint i = 0; i < G_N_ELEMENTS(said); i++)
        json_object_del(category, said[i]);
    if (labels != NULL)
        json_object_set_new(category, "label", labels);
    if (json_object_size(decimals) > 0)
        json_object_set(category, "unit", decimals);
    json_object_del(remarks, "category");
    if (!is_time)
        json_object_del(remarks, "label");
    if (json_object_size(category) > 0)
        json_object_set(remarks, "category", category);
    json_decref(category);
    return remarks;
}

static RkTable *annotate_remarks(RkTable *table, const RkStatCube *cube, json_t *dataset)
{
    g_autoptr(json_t) all = json_object();
    for (guint i = 0; i < cube->dimensions->len; i++) {
        const RkStatDimension *dimension = cube->dimensions->pdata[i];
        g_autoptr(json_t) remarks =
            remarks_of(json_object_get(json_object_get(dataset, "dimension"), dimension->id), dimension->is_time);
        /* The name of a dimension is no remark. */
        if (g_strcmp0(rk_json_text(remarks, "label"), dimension->id) == 0)
            json_object_del(remarks, "label");
        if (json_object_size(remarks) > 0)
            json_object_set(all, dimension->id, remarks);
    }
    return annotate_json(table, RK_STAT_REMARKS, all);
}

RkTable *rk_stat_annotate(RkTable *table, const RkStatCube *cube, json_t *dataset)
{
    g_autoptr(json_t) extension = json_copy(json_object_get(dataset, "extension"));
    json_t *roles = json_object_get(dataset, "role");
    for (guint i = 0; i < G_N_ELEMENTS(members); i++)
        table = rk_table_annotate(table, members[i].key, rk_json_text(dataset, members[i].member), NULL);
    table = annotate_notes(table, json_object_get(dataset, "note"));
    json_object_del(extension, RK_STAT_OWN_EXTENSION);
    table = annotate_json(table, RK_STAT_EXTENSION, extension);
    roles = roles != NULL ? roles : json_object_get(json_object_get(dataset, "dimension"), "role");
    table = annotate_json(table, RK_STAT_ROLE, roles);
    return annotate_remarks(table, cube, dataset);
}

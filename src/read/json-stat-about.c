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

static RkTable *annotate_json(RkTable *table, const char *key, json_t *value)
{
    if (json_object_size(value) == 0)
        return table;
    char *text = json_dumps(value, JSON_COMPACT);
    table = rk_table_annotate(table, key, text, NULL);
    free(text);
    return table;
}

RkTable *rk_stat_annotate(RkTable *table, json_t *dataset)
{
    g_autoptr(json_t) extension = json_copy(json_object_get(dataset, "extension"));
    json_t *roles = json_object_get(dataset, "role");
    for (guint i = 0; i < G_N_ELEMENTS(members); i++)
        table = rk_table_annotate(table, members[i].key, rk_json_text(dataset, members[i].member), NULL);
    table = annotate_notes(table, json_object_get(dataset, "note"));
    json_object_del(extension, RK_STAT_OWN_EXTENSION);
    table = annotate_json(table, RK_STAT_EXTENSION, extension);
    roles = roles != NULL ? roles : json_object_get(json_object_get(dataset, "dimension"), "role");
    return annotate_json(table, RK_STAT_ROLE, roles);
}

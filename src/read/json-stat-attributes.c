/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns that the writer of JSON-stat keeps in the extension of a data set, because they are no dimensions: one text
 * or truth value for all cells, or one for each by its position. Anything else there is an error, as it is in values.
 */
#include "read/json-stat-private.h"

#include "read/reasons-private.h"
#include "table/builder.h"
#include "table/dictionary.h"

#include <string.h>

typedef struct {
    const RkStatCube *cube;
    const char *name;
    guint32 *codes; /* of `words`; NULL until the first text */
    RkDictionary *words;
    guint8 *truths; /* NULL until the first truth value */
} Attribute;

static gboolean refuse(const Attribute *attribute, const char *why, GError **error)
{
    return rk_json_refuse(error, RK_ERROR_DATA, attribute->cube->json, NULL, NULL, "the attribute \"%.60s\" %s",
                          attribute->name, why);
}

static void begin_texts(Attribute *attribute)
{
    if (attribute->codes != NULL)
        return;
    attribute->codes = g_new(guint32, attribute->cube->cells);
    memset(attribute->codes, 0xff, attribute->cube->cells * sizeof *attribute->codes);
}

static gboolean take(gpointer user, gsize cell, json_t *item, GError **error)
{
    Attribute *attribute = user;
    if (json_is_null(item))
        return TRUE;
    if (json_is_string(item)) {
        begin_texts(attribute);
        attribute->codes[cell] =
            rk_dictionary_code(attribute->words, json_string_value(item), json_string_length(item));
    } else if (json_is_boolean(item)) {
        if (attribute->truths == NULL) {
            attribute->truths = g_new(guint8, attribute->cube->cells);
            memset(attribute->truths, RK_BOOLEAN_MISSING, attribute->cube->cells);
        }
        attribute->truths[cell] = json_is_true(item);
    } else {
        return refuse(attribute, "holds something that is neither text nor true or false", error);
    }
    return (attribute->codes == NULL || attribute->truths == NULL) ||
           refuse(attribute, "holds texts and truth values", error);
}

static gboolean read_attribute(Attribute *attribute, json_t *said, GError **error)
{
    if (json_is_object(said) || json_is_array(said))
        return rk_stat_each_item(attribute->cube, RK_STAT_ATTRIBUTES, said, take, attribute, error);
    for (gsize cell = 0; cell < attribute->cube->cells; cell++)
        if (!take(attribute, cell, said, error))
            return FALSE;
    return TRUE;
}

/* NULL with an error. */
static RkColumn *column_of(const RkStatCube *cube, const char *name, json_t *said, GError **error)
{
    Attribute attribute = {.cube = cube, .name = name, .words = rk_dictionary_new()};
    RkColumn *column = NULL;
    gboolean sound = read_attribute(&attribute, said, error);
    rk_dictionary_seal(attribute.words);
    if (sound && attribute.truths != NULL) {
        column = rk_column_new_booleans(name, g_steal_pointer(&attribute.truths), cube->cells);
    } else if (sound) {
        begin_texts(&attribute);
        column = rk_column_new_words(name, g_steal_pointer(&attribute.codes), cube->cells,
                                     g_steal_pointer(&attribute.words));
    }
    g_free(attribute.codes);
    g_free(attribute.truths);
    g_clear_pointer(&attribute.words, rk_dictionary_unref);
    return column;
}

static gboolean find(const GPtrArray *columns, const char *name, guint *at)
{
    for (*at = 0; *at < columns->len; (*at)++)
        if (strcmp(rk_column_name(columns->pdata[*at]), name) == 0)
            return TRUE;
    return FALSE;
}

/* Takes the column over. */
static gboolean put(GPtrArray *columns, const RkStatCube *cube, RkColumn *column, GError **error)
{
    const Attribute attribute = {.cube = cube, .name = rk_column_name(column)};
    guint at;
    if (!find(columns, attribute.name, &at)) {
        g_ptr_array_add(columns, column);
        return TRUE;
    }
    gboolean reasons = strcmp(attribute.name, RK_REASON_COLUMN) == 0 && rk_column_type(column) == RK_COLUMN_TEXT;
    if (!reasons)
        refuse(&attribute, "has the name of another column", error);
    RkColumn *old = columns->pdata[at];
    columns->pdata[at] = reasons ? column : old;
    rk_column_unref(reasons ? old : column);
    return reasons;
}

gboolean rk_stat_add_attributes(GPtrArray *columns, const RkStatCube *cube, json_t *dataset, GError **error)
{
    json_t *own = json_object_get(json_object_get(dataset, "extension"), RK_STAT_OWN_EXTENSION), *said;
    json_t *attributes = json_object_get(own, RK_STAT_ATTRIBUTES);
    const char *name;
    if (json_object_size(attributes) > RK_LIMIT_DIMENSIONS)
        return rk_json_refuse(error, RK_ERROR_LIMIT, cube->json, attributes, NULL,
                              "the data set has more than %d attributes", RK_LIMIT_DIMENSIONS);
    json_object_foreach(attributes, name, said)
    {
        RkColumn *column = column_of(cube, name, said, error);
        if (column == NULL || !put(columns, cube, column, error))
            return FALSE;
    }
    return TRUE;
}

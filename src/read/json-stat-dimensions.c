/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dimensions of a JSON-stat cube: ids, sizes and codes must agree with each other, or nothing is read.
 */
#include "read/json-stat-private.h"

#include <string.h>

static void dimension_free(gpointer data)
{
    RkStatDimension *dimension = data;
    g_free(dimension->codes);
    g_free(dimension);
}

void rk_stat_cube_clear(RkStatCube *cube)
{
    g_clear_pointer(&cube->dimensions, g_ptr_array_unref);
}

/* A member that 2.0 keeps in the data set and 1.x within "dimension". */
static json_t *member(json_t *dataset, const char *key)
{
    json_t *found = json_object_get(dataset, key);
    return found != NULL ? found : json_object_get(json_object_get(dataset, "dimension"), key);
}

static gboolean refuse_codes(const RkStatCube *cube, const RkStatDimension *dimension, const json_t *node,
                             const char *why, GError **error)
{
    return rk_json_refuse(error, RK_ERROR_DATA, cube->json, node, NULL, "the code list of the dimension \"%s\" %s",
                          dimension->id, why);
}

static gboolean codes_of_array(const RkStatCube *cube, RkStatDimension *dimension, json_t *index, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    if (json_array_size(index) != dimension->size)
        return rk_json_refuse(error, RK_ERROR_DATA, cube->json, index, NULL,
                              "the dimension \"%s\" has the size %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " codes",
                              dimension->id, dimension->size, json_array_size(index));
    for (gsize i = 0; i < dimension->size; i++) {
        const char *code = json_string_value(json_array_get(index, i));
        if (code == NULL || *code == '\0')
            return refuse_codes(cube, dimension, json_array_get(index, i), "holds something that is no code", error);
        if (!g_hash_table_add(known, (gpointer)code))
            return refuse_codes(cube, dimension, json_array_get(index, i), "has the same code twice", error);
        dimension->codes[i] = code;
    }
    return TRUE;
}

static gboolean codes_of_object(const RkStatCube *cube, RkStatDimension *dimension, json_t *index, GError **error)
{
    const char *code;
    json_t *position;
    if (json_object_size(index) != dimension->size)
        return rk_json_refuse(error, RK_ERROR_DATA, cube->json, index, NULL,
                              "the dimension \"%s\" has the size %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " codes",
                              dimension->id, dimension->size, json_object_size(index));
    json_object_foreach(index, code, position)
    {
        double at = json_is_number(position) ? json_number_value(position) : -1;
        if (!(at >= 0 && at < (double)dimension->size) || at != (double)(gsize)at || *code == '\0')
            return refuse_codes(cube, dimension, position, "has a position outside its size", error);
        if (dimension->codes[(gsize)at] != NULL)
            return refuse_codes(cube, dimension, position, "has two codes at one position", error);
        dimension->codes[(gsize)at] = code;
    }
    return TRUE;
}

/* A dimension of one category may leave its index out, and then names it only by its label. */
static gboolean code_of_label(const RkStatCube *cube, RkStatDimension *dimension, GError **error)
{
    json_t *labels = json_object_get(dimension->category, "label");
    if (dimension->size != 1)
        return refuse_codes(cube, dimension, dimension->category, "is missing", error);
    if (json_object_size(labels) > 1)
        return refuse_codes(cube, dimension, labels, "does not say which of its labels is meant", error);
    const char *only = json_object_iter_key(json_object_iter(labels));
    dimension->codes[0] = only != NULL && *only != '\0' ? only : dimension->id;
    return TRUE;
}

static gboolean read_codes(const RkStatCube *cube, RkStatDimension *dimension, GError **error)
{
    json_t *index = json_object_get(dimension->category, "index");
    dimension->codes = g_new0(const char *, dimension->size + 1);
    if (json_is_array(index))
        return codes_of_array(cube, dimension, index, error);
    if (json_is_object(index))
        return codes_of_object(cube, dimension, index, error);
    return code_of_label(cube, dimension, error);
}

/* A label for a code that is not in the index would be dropped without a word. */
static gboolean check_labels(const RkStatCube *cube, const RkStatDimension *dimension, GError **error)
{
    json_t *labels = json_object_get(dimension->category, "label"), *label;
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    const char *code;
    for (gsize i = 0; i < dimension->size; i++)
        g_hash_table_add(known, (gpointer)dimension->codes[i]);
    json_object_foreach(labels, code, label)
    {
        if (!g_hash_table_contains(known, code))
            return rk_json_refuse(error, RK_ERROR_DATA, cube->json, label, "index and labels must list the same codes",
                                  "the dimension \"%s\" has a label for the code \"%s\", which its index lacks",
                                  dimension->id, code);
    }
    return TRUE;
}

static gboolean has_role(json_t *roles, const char *role, const char *id)
{
    json_t *item;
    gsize index;
    json_array_foreach(json_object_get(roles, role), index, item)
    {
        if (g_strcmp0(json_string_value(item), id) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_known(const RkStatCube *cube, const char *id)
{
    for (guint i = 0; i < cube->dimensions->len; i++)
        if (strcmp(((RkStatDimension *)cube->dimensions->pdata[i])->id, id) == 0)
            return TRUE;
    return FALSE;
}

/* Multiplies the cells by the size, within the limit. */
static gboolean grow(RkStatCube *cube, gsize size, GError **error)
{
    cube->cells *= size;
    if (cube->cells <= RK_LIMIT_CUBE_CELLS)
        return TRUE;
    return rk_json_refuse(error, RK_ERROR_LIMIT, cube->json, NULL, "ask for fewer data",
                          "the sizes of the dimensions make more than %u cells", RK_LIMIT_CUBE_CELLS);
}

static gboolean add_dimension(RkStatCube *cube, json_t *dataset, json_t *name, json_t *size, GError **error)
{
    const char *id = json_string_value(name);
    double count = json_is_number(size) ? json_number_value(size) : -1;
    if (id == NULL || *id == '\0' || is_known(cube, id))
        return rk_json_refuse(error, RK_ERROR_DATA, cube->json, name, NULL,
                              id != NULL && *id != '\0' ? "the dimension \"%s\" is named twice"
                                                        : "a dimension has no name%s",
                              id != NULL ? id : "");
    if (!(count >= 0 && count <= RK_LIMIT_CUBE_CELLS) || count != (double)(gsize)count)
        return rk_json_refuse(error, RK_ERROR_DATA, cube->json, size, NULL,
                              "the size of the dimension \"%s\" is no number of "
                              "categories that can be read",
                              id);
    json_t *found = json_object_get(json_object_get(dataset, "dimension"), id);
    if (!json_is_object(found))
        return rk_json_refuse(error, RK_ERROR_DATA, cube->json, name, NULL, "the dimension \"%s\" is not described",
                              id);
    RkStatDimension *dimension = g_new0(RkStatDimension, 1);
    json_t *roles = member(dataset, "role");
    g_ptr_array_add(cube->dimensions, dimension);
    dimension->id = id;
    dimension->size = (gsize)count;
    dimension->label = rk_json_text(found, "label");
    dimension->category = json_object_get(found, "category");
    dimension->is_time =
        has_role(roles, "time", id) || (json_array_size(json_object_get(roles, "time")) == 0 && rk_name_says_time(id));
    return read_codes(cube, dimension, error) && check_labels(cube, dimension, error) &&
           grow(cube, dimension->size, error);
}

gboolean rk_stat_cube_init(RkStatCube *cube, json_t *dataset, const RkJsonText *json, GError **error)
{
    json_t *ids = member(dataset, "id"), *sizes = member(dataset, "size");
    *cube = (RkStatCube){.file = rk_source_name(json->source),
                         .json = json,
                         .cells = 1,
                         .dimensions = g_ptr_array_new_with_free_func(dimension_free)};
    if (!json_is_array(ids) || !json_is_array(sizes) || json_array_size(ids) != json_array_size(sizes))
        return rk_json_refuse(error, RK_ERROR_DATA, json, ids != NULL ? ids : dataset, NULL,
                              "\"id\" and \"size\" must be arrays of the same length");
    if (json_array_size(ids) == 0 || json_array_size(ids) > RK_LIMIT_DIMENSIONS)
        return rk_json_refuse(error, RK_ERROR_LIMIT, json, ids, NULL, "there must be between 1 and %d dimensions",
                              RK_LIMIT_DIMENSIONS);
    for (gsize i = 0; i < json_array_size(ids); i++)
        if (!add_dimension(cube, dataset, json_array_get(ids, i), json_array_get(sizes, i), error))
            return FALSE;
    return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations in the order in which they were said. Tables share the list; one that says more has a list of its own.
 */
#include "table/annotations.h"

#include "table/table-private.h"

#include <string.h>

static void annotation_free(gpointer data)
{
    RkAnnotation *annotation = data;
    g_free(annotation->key);
    g_free(annotation->text);
    g_free(annotation->column);
    g_free(annotation);
}

static gpointer copy(gconstpointer data, gpointer user)
{
    const RkAnnotation *annotation = data;
    RkAnnotation *other = g_new(RkAnnotation, 1);
    (void)user;
    other->key = g_strdup(annotation->key);
    other->text = g_strdup(annotation->text);
    other->column = g_strdup(annotation->column);
    return other;
}

const RkAnnotation *rk_table_annotation_at(const RkTable *table, guint index)
{
    const GPtrArray *list = rk_table_annotation_list(table);
    return list != NULL && index < list->len ? list->pdata[index] : NULL;
}

const char *rk_table_annotation(const RkTable *table, const char *key)
{
    const RkAnnotation *annotation;
    for (guint i = 0; (annotation = rk_table_annotation_at(table, i)) != NULL; i++)
        if (strcmp(annotation->key, key) == 0)
            return annotation->text;
    return NULL;
}

RkTable *rk_table_annotate(RkTable *table, const char *key, const char *text, const char *column)
{
    if (text == NULL || *text == '\0')
        return table;
    g_autoptr(RkTable) old = table;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(annotation_free);
    const RkAnnotation added = {(char *)key, (char *)text, (char *)column};
    if (rk_table_annotation_list(old) != NULL)
        g_ptr_array_extend(list, rk_table_annotation_list(old), copy, NULL);
    g_ptr_array_add(list, copy(&added, NULL));
    return rk_table_with_annotation_list(old, list);
}

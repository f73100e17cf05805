/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filters that stand first behind the data of a figure, applied while the data are read. Only what looks at columns
 * alone is taken; the transforms apply all of them once more, so that nothing depends on it but memory.
 */
#include "rodiklis-private.h"
#include "spec/document.h"
#include "transform/expression.h"

struct RkLeadingFilters {
    GPtrArray *predicates; /* borrowed from the figure */
    GPtrArray *columns;    /* NULL-ended */
    GString *key;
    RkRowFilter filter;
};

/* The map whose `data` this is; NULL when no such map is there. */
static const RkValue *find_owner(const RkValue *value, const RkValue *data)
{
    if (rk_value_get(value, "data") == data)
        return value;
    const RkValue *owner = NULL;
    for (guint i = 0; owner == NULL && i < rk_value_length(value); i++)
        owner = find_owner(rk_value_at(value, i), data);
    return owner;
}

static gboolean test(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    const RkLeadingFilters *leading = user;
    gsize count = rk_table_rows(rows);
    g_autofree guint8 *next = g_new0(guint8, MAX(count, 1));
    for (guint i = 0; i < leading->predicates->len; i++) {
        if (!rk_predicate_test(leading->predicates->pdata[i], rows, NULL, next, error))
            return FALSE;
        for (gsize row = 0; row < count; row++)
            kept[row] = (i == 0 || kept[row]) && next[row];
    }
    return TRUE;
}

static void add_filters(RkLeadingFilters *leading, const RkValue *transform)
{
    for (guint i = 0; i < rk_value_length(transform); i++) {
        const RkValue *predicate = rk_value_get(rk_value_at(transform, i), "filter");
        if (predicate == NULL)
            return;
        if (!rk_predicate_reach(predicate, leading->columns))
            continue;
        g_autofree char *text = rk_value_to_yaml(predicate);
        g_string_append_printf(leading->key, "%s\n", text);
        g_ptr_array_add(leading->predicates, (gpointer)predicate);
    }
}

RkLeadingFilters *rk_leading_filters_new(const RkValue *root, const RkValue *data)
{
    RkLeadingFilters *leading = g_new0(RkLeadingFilters, 1);
    leading->predicates = g_ptr_array_new();
    leading->columns = g_ptr_array_new_with_free_func(g_free);
    leading->key = g_string_new(NULL);
    /* A data set is its own data. */
    const RkValue *owner = find_owner(root, data);
    add_filters(leading, rk_value_get(owner != NULL ? owner : data, "transform"));
    g_ptr_array_add(leading->columns, NULL);
    leading->filter = (RkRowFilter){test, leading, (const char *const *)leading->columns->pdata};
    return leading;
}

void rk_leading_filters_free(RkLeadingFilters *leading)
{
    if (leading == NULL)
        return;
    g_ptr_array_unref(leading->predicates);
    g_ptr_array_unref(leading->columns);
    g_string_free(leading->key, TRUE);
    g_free(leading);
}

const RkRowFilter *rk_leading_filters_filter(const RkLeadingFilters *leading)
{
    return leading->predicates->len > 0 ? &leading->filter : NULL;
}

const char *rk_leading_filters_key(const RkLeadingFilters *leading)
{
    return leading->key->str;
}

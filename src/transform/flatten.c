/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * flatten: lists in cells become rows, one for each item; lists of several columns go side by side, the shorter ones
 * end with missing values. A list is the columns "name.length", "name[0]" … that nested data are read into.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

/** One column of lists. */
typedef struct {
    char *name;
    const char *as;
    const double *lengths;
    GPtrArray *suffixes; /**< of what the items hold: "" for plain items, ".key" */
} Lists;

/** The new rows: which old one each came from, and which item it shows. */
typedef struct {
    guint32 *sources;
    guint32 *items;
    gsize count;
} Rows;

static void lists_free(gpointer data)
{
    Lists *lists = data;
    g_ptr_array_unref(lists->suffixes);
    g_free(lists->name);
    g_free(lists);
}

static double length_at(const Lists *lists, gsize row)
{
    return isnan(lists->lengths[row]) ? 0 : lists->lengths[row];
}

/** What stands behind "name[i]" in the name of a column; NULL when it is no item of this list. */
static const char *suffix_of(const Lists *lists, const char *column, guint64 *index)
{
    gsize length = strlen(lists->name);
    if (strncmp(column, lists->name, length) != 0 || column[length] != '[')
        return NULL;
    char *end;
    *index = g_ascii_strtoull(column + length + 1, &end, 10);
    return *end == ']' ? end + 1 : NULL;
}

static void collect_suffixes(Lists *lists, const RkTable *table)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    lists->suffixes = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        guint64 index;
        const char *suffix = suffix_of(lists, rk_column_name(rk_table_column(table, i)), &index);
        if (suffix != NULL && g_hash_table_add(known, (gpointer)suffix))
            g_ptr_array_add(lists->suffixes, (gpointer)suffix);
    }
}

static gboolean add_lists(GPtrArray *all, const RkValue *field, const char *as, const RkTable *table, GError **error)
{
    Lists *lists = g_new0(Lists, 1);
    g_ptr_array_add(all, lists);
    lists->name = rk_path_plain(rk_value_text_or(field, ""));
    lists->as = as != NULL ? as : lists->name;
    collect_suffixes(lists, table);
    g_autofree char *length = g_strconcat(lists->name, ".length", NULL);
    const RkColumn *column = rk_table_find(table, length);
    lists->lengths = column == NULL ? NULL : rk_column_numbers(column);
    if (lists->lengths != NULL)
        return TRUE;
    if (rk_table_require(table, lists->name, rk_value_place(field), error) != NULL)
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(field), "calculate lists first, for example with split()",
                     "flatten of \"%s\", which holds no lists", lists->name);
    return FALSE;
}

static gboolean make_rows(const GPtrArray *all, gsize rows, RkPlace place, Rows *result, GError **error)
{
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 row = 0; row < rows; row++) {
        double longest = 0;
        for (guint i = 0; i < all->len; i++)
            longest = fmax(longest, length_at(all->pdata[i], row));
        if (sources->len + longest > RK_LIMIT_GENERATED_ROWS) {
            rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "the lists make more than %u rows",
                         RK_LIMIT_GENERATED_ROWS);
            return FALSE;
        }
        for (guint32 item = 0; item < longest; item++) {
            g_array_append_val(sources, row);
            g_array_append_val(items, item);
        }
    }
    result->count = sources->len;
    result->sources = (guint32 *)(gpointer)g_array_free(g_steal_pointer(&sources), FALSE);
    result->items = (guint32 *)(gpointer)g_array_free(g_steal_pointer(&items), FALSE);
    return TRUE;
}

/** The columns of the items, by position; NULL where there is none. Free with g_free(). */
static const RkColumn **item_columns(const Lists *lists, const char *suffix, const RkTable *table, guint64 *count)
{
    const RkColumn **columns = g_new0(const RkColumn *, RK_LIMIT_COLUMNS);
    *count = 0;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        guint64 index;
        const char *own = suffix_of(lists, rk_column_name(rk_table_column(table, i)), &index);
        if (own == NULL || strcmp(own, suffix) != 0 || index >= RK_LIMIT_COLUMNS)
            continue;
        columns[index] = rk_table_column(table, i);
        *count = MAX(*count, index + 1);
    }
    return columns;
}

static RkColumn *flatten(const Lists *lists, const char *suffix, const RkTable *table, const Rows *rows, RkPlace place,
                         gboolean mixes, GError **error)
{
    guint64 count;
    g_autofree const RkColumn **columns = item_columns(lists, suffix, table, &count);
    g_autofree char *name = g_strconcat(lists->as, suffix, NULL);
    g_autoptr(RkFamilyBuilder) builder = rk_family_builder_new(name);
    rk_family_builder_mix(builder, mixes);
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (gsize row = 0; row < rows->count; row++) {
        guint32 item = rows->items[row];
        const RkColumn *column = item < count ? columns[item] : NULL;
        RkScalar scalar = column == NULL ? rk_null() : rk_scalar_from_column(column, rows->sources[row]);
        if (!rk_family_builder_add(builder, scalar, error)) {
            rk_error_locate(*error, place);
            return NULL;
        }
    }
    rk_family_builder_finish(builder, RK_SCALAR_NUMBER, made);
    return g_ptr_array_steal_index(made, 0);
}

static RkTable *flatten_all(const GPtrArray *all, const RkTable *input, const Rows *rows, RkPlace place, gboolean mixes,
                            GError **error)
{
    g_autoptr(RkTable) kept = rk_table_ref(input);
    for (guint i = 0; i < all->len; i++) {
        const Lists *lists = all->pdata[i];
        RkTable *without =
            strcmp(lists->as, lists->name) == 0 ? rk_table_without_family(kept, lists->name) : rk_table_ref(kept);
        rk_table_unref(kept);
        kept = without;
    }
    g_autoptr(RkTable) table = rk_table_gather(kept, rows->sources, rows->count);
    for (guint i = 0; i < all->len; i++) {
        const Lists *lists = all->pdata[i];
        for (guint j = 0; j < lists->suffixes->len; j++) {
            g_autoptr(RkColumn) column = flatten(lists, lists->suffixes->pdata[j], input, rows, place, mixes, error);
            if (column == NULL)
                return NULL;
            RkTable *next = rk_table_with_column(table, column);
            rk_table_unref(table);
            table = next;
        }
    }
    return g_steal_pointer(&table);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *fields = rk_value_get(options, "flatten");
    RkPlace place = rk_value_place(fields);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(lists_free);
    for (guint i = 0; i < rk_value_length(fields); i++)
        if (!add_lists(all, rk_value_at(fields, i), rk_option_as(rk_value_get(options, "as"), i, NULL), input, error))
            return NULL;
    if (all->len == 0) {
        rk_error_set(error, RK_ERROR_SPEC, place, NULL, "flatten needs a field");
        return NULL;
    }
    Rows rows = {NULL};
    if (!make_rows(all, rk_table_rows(input), place, &rows, error))
        return NULL;
    RkTable *output = flatten_all(all, input, &rows, place, context->like_vega, error);
    g_free(rows.sources);
    g_free(rows.items);
    return output;
}

static const RkProperty properties[] = {{.name = "flatten",
                                         .allow = RK_ALLOW_LIST,
                                         .items = RK_ALLOW_TEXT,
                                         .required = TRUE,
                                         .summary = "columns of lists"},
                                        {.name = "as",
                                         .allow = RK_ALLOW_LIST,
                                         .items = RK_ALLOW_TEXT,
                                         .summary = "names of the items' columns: the lists'"},
                                        {NULL}};
static const RkShape shape = {.name = "a flatten transform", .properties = properties};

const RkTransform rk_transform_flatten = {
    .name = "flatten", .summary = "one row for each item of lists in cells", .shape = &shape, .apply = apply};

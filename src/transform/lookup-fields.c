/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns a lookup brings, and under which names: fields one by one, with all that is nested in them, or the
 * whole row under one name. It refuses other numbers of names than of fields.
 */
#include "transform/lookup.h"

#include <string.h>

#include "transform/absent.h"
#include "transform/transform-private.h"

static gboolean require_field(const RkValue *field, const RkTransformContext *context, RkTable **other, GError **error)
{
    g_autofree char *plain = rk_path_plain(rk_value_text_or(field, ""));
    for (guint i = 0; *plain != '\0' && i < rk_table_columns(*other); i++)
        if (rk_path_within(rk_column_name(rk_table_column(*other, i)), plain))
            return TRUE;
    return rk_absent_require(context, other, field, error);
}

gboolean rk_lookup_require(const RkValue *from, const RkTransformContext *context, RkTable **other, GError **error)
{
    const RkValue *fields = rk_value_get(from, "fields");
    if (!rk_absent_require(context, other, rk_value_get(from, "key"), error))
        return FALSE;
    for (guint i = 0; rk_value_is(fields, RK_VALUE_LIST) && i < rk_value_length(fields); i++)
        if (!require_field(rk_value_at(fields, i), context, other, error))
            return FALSE;
    return fields == NULL || !rk_value_is(fields, RK_VALUE_TEXT) || require_field(fields, context, other, error);
}

static void add_column(RkLookupFields *fields, const RkColumn *column, char *name)
{
    g_ptr_array_add(fields->columns, (gpointer)column);
    g_ptr_array_add(fields->names, name);
}

/** The field of that name, called `as` (NULL: as before); of a list or map all columns that lie within it. */
static gboolean add_field(const RkValue *name, const char *as, const RkTable *other, RkLookupFields *fields,
                          GError **error)
{
    const char *path = rk_value_text_or(name, "");
    g_autofree char *plain = rk_path_plain(path);
    guint before = fields->columns->len;
    for (guint i = 0; *plain != '\0' && i < rk_table_columns(other); i++) {
        const RkColumn *column = rk_table_column(other, i);
        const char *own = rk_column_name(column);
        if (rk_path_within(own, plain))
            add_column(fields, column, as == NULL ? g_strdup(own) : g_strconcat(as, own + strlen(plain), NULL));
    }
    return fields->columns->len > before || rk_table_require(other, path, rk_value_place(name), error) != NULL;
}

static gboolean check_names(const RkValue *as, guint count, GError **error)
{
    guint names = rk_value_is(as, RK_VALUE_TEXT) ? 1 : rk_value_length(as);
    if (as == NULL || names == count)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(as), "give one name for each of \"fields\"",
                 "\"as\" has %u names for %u fields", names, count);
    return FALSE;
}

static gboolean add_named(const RkValue *options, const RkTable *other, RkLookupFields *fields, GError **error)
{
    const RkValue *listed = rk_value_get(rk_value_get(options, "from"), "fields"), *as = rk_value_get(options, "as");
    gboolean single = rk_value_is(listed, RK_VALUE_TEXT);
    guint count = single ? 1 : rk_value_length(listed);
    if (!check_names(as, count, error))
        return FALSE;
    for (guint i = 0; i < count; i++)
        if (!add_field(single ? listed : rk_value_at(listed, i), rk_option_as(as, i, NULL), other, fields, error))
            return FALSE;
    return TRUE;
}

/** Without fields, one name is that of the whole row found: its columns are name.column. The grammar has a name for
 * those without a name. NULL: the columns stand for themselves. */
static const char *whole_name(const RkValue *options, const RkTransformContext *context)
{
    const RkValue *as = rk_value_get(options, "as");
    if (rk_value_has(rk_value_get(options, "from"), "fields"))
        return NULL;
    if (as == NULL)
        return context->like_vega ? "_lookup" : NULL;
    return rk_value_is(as, RK_VALUE_TEXT) || rk_value_length(as) == 1 ? rk_option_as(as, 0, "") : NULL;
}

/** All columns but the key, unless it is a whole row. */
static gboolean add_all(const RkValue *options, const RkTable *other, const RkColumn *key, const char *whole,
                        RkLookupFields *fields, GError **error)
{
    const RkValue *as = rk_value_get(options, "as");
    for (guint i = 0; i < rk_table_columns(other); i++) {
        const RkColumn *column = rk_table_column(other, i);
        const char *own = rk_column_name(column);
        guint index = fields->columns->len;
        if (whole != NULL)
            add_column(fields, column, g_strconcat(whole, ".", own, NULL));
        else if (column != key)
            add_column(fields, column, g_strdup(rk_option_as(as, index, own)));
    }
    return whole != NULL || check_names(as, fields->columns->len, error);
}

gboolean rk_lookup_fields(const RkValue *options, const RkTable *other, const RkColumn *key,
                          const RkTransformContext *context, RkLookupFields *fields, GError **error)
{
    fields->columns = g_ptr_array_new();
    fields->names = g_ptr_array_new_with_free_func(g_free);
    return rk_value_has(rk_value_get(options, "from"), "fields")
               ? add_named(options, other, fields, error)
               : add_all(options, other, key, whole_name(options, context), fields, error);
}

void rk_lookup_fields_clear(RkLookupFields *fields)
{
    g_clear_pointer(&fields->columns, g_ptr_array_unref);
    g_clear_pointer(&fields->names, g_ptr_array_unref);
}

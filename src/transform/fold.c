/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fold: several columns under each other, one row for each value, with a column that says which column it came from.
 * Units and flags come along value by value. It refuses to fold columns of different types, save in figures of the
 * grammar, where texts then stand for the values that are none.
 */
#include "transform/transform-private.h"

#include "base/limits.h"
#include "table/companions.h"

typedef const RkColumn *(*Companion)(const RkColumn *column);

static const RkColumn *column_itself(const RkColumn *column)
{
    return column;
}

/** FALSE with an error when the columns cannot come under each other; else the type of the column that holds all. */
static gboolean common_type(const RkValue *names, const GPtrArray *fields, gboolean mixes, RkColumnType *type,
                            GError **error)
{
    const RkColumn *first = fields->len == 0 ? NULL : g_ptr_array_index(fields, 0);
    if (first == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(names), NULL, "fold needs at least one field");
        return FALSE;
    }
    *type = rk_column_type(first);
    for (guint i = 1; i < fields->len; i++) {
        const RkColumn *field = g_ptr_array_index(fields, i);
        if (rk_column_type(field) == rk_column_type(first))
            continue;
        *type = RK_COLUMN_TEXT;
        if (mixes)
            continue;
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(rk_value_at(names, i)), NULL,
                     "fold of %s column \"%s\" with %s column \"%s\"", rk_column_type_name(rk_column_type(first)),
                     rk_column_name(first), rk_column_type_name(rk_column_type(field)), rk_column_name(field));
        return FALSE;
    }
    return TRUE;
}

/** A companion of each of the columns in turn, row by row. NULL when no field has it. */
static RkColumn *interleave(const GPtrArray *fields, Companion companion, const char *name, RkColumnType type)
{
    const RkColumn *model = NULL;
    for (guint i = 0; i < fields->len && model == NULL; i++)
        model = companion(g_ptr_array_index(fields, i));
    if (model == NULL)
        return NULL;
    gsize rows = rk_column_length(model);
    RkColumnBuilder *builder = rk_column_builder_new(name != NULL ? name : rk_column_name(model), type);
    for (gsize row = 0; row < rows; row++)
        for (guint i = 0; i < fields->len; i++) {
            const RkColumn *column = companion(g_ptr_array_index(fields, i));
            rk_builder_append(builder, column == NULL ? rk_null() : rk_scalar_from_column(column, row));
        }
    return rk_column_builder_finish(builder);
}

static RkColumn *value_column(const GPtrArray *fields, const char *name, RkColumnType type)
{
    g_autoptr(RkColumn) values = interleave(fields, column_itself, name, type);
    g_autoptr(RkColumn) unit = interleave(fields, rk_column_unit, NULL, RK_COLUMN_TEXT);
    g_autoptr(RkColumn) flag = interleave(fields, rk_column_flag, NULL, RK_COLUMN_TEXT);
    g_autoptr(RkColumn) reason = interleave(fields, rk_column_reason, NULL, RK_COLUMN_TEXT);
    return rk_companions_put(values, &(RkCompanions){unit, flag, reason});
}

static RkColumn *key_column(const GPtrArray *fields, gsize rows, const char *name)
{
    g_autoptr(RkColumnBuilder) words = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (guint i = 0; i < fields->len; i++)
        rk_column_builder_text(words, rk_column_name(g_ptr_array_index(fields, i)), -1);
    g_autoptr(RkColumn) names = rk_column_builder_finish(g_steal_pointer(&words));
    g_autofree guint32 *turn = g_new(guint32, rows * fields->len);
    for (gsize i = 0; i < rows * fields->len; i++)
        turn[i] = (guint32)(i % fields->len);
    return rk_column_gather(names, turn, rows * fields->len);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *names = rk_value_get(options, "fold"), *as = rk_value_get(options, "as");
    g_autoptr(GPtrArray) fields = rk_option_columns(names, input, error);
    RkColumnType type;
    if (fields == NULL || !common_type(names, fields, context->like_vega, &type, error))
        return NULL;
    gsize rows = rk_table_rows(input), count = rows * fields->len;
    if (count > RK_LIMIT_ROWS) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(names), NULL, "fold makes more than %u rows", RK_LIMIT_ROWS);
        return NULL;
    }
    g_autofree guint32 *repeated = g_new(guint32, count);
    for (gsize i = 0; i < count; i++)
        repeated[i] = (guint32)(i / fields->len);
    g_autoptr(RkTable) longer = rk_table_gather(input, repeated, count);
    g_autoptr(RkColumn) keys = key_column(fields, rows, rk_option_as(as, 0, "key"));
    g_autoptr(RkColumn) values = value_column(fields, rk_option_as(as, 1, "value"), type);
    g_autoptr(RkTable) with_keys = rk_table_with_column(longer, keys);
    return rk_table_with_column(with_keys, values);
}

static const RkProperty properties[] = {{.name = "fold",
                                         .allow = RK_ALLOW_LIST,
                                         .items = RK_ALLOW_TEXT,
                                         .required = TRUE,
                                         .summary = "the columns to put under each other"},
                                        {.name = "as",
                                         .allow = RK_ALLOW_LIST,
                                         .items = RK_ALLOW_TEXT,
                                         .least = 2,
                                         .most = 2,
                                         .summary = "names of the new columns: [key, value]"},
                                        {NULL}};
static const RkShape shape = {.name = "a fold transform", .properties = properties};

const RkTransform rk_transform_fold = {
    .name = "fold", .summary = "put columns under each other, one row for each value", .shape = &shape, .apply = apply};

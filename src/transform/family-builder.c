/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nested values made into columns, row by row. It refuses to mix types in one column, save in figures of the grammar,
 * where a column of texts then holds them as they are written.
 */
#include "transform/family.h"

#include "base/limits.h"
#include "transform/expression-private.h"

typedef struct {
    char *name;
    RkScalarKind kind;
    RkColumnBuilder *builder; /**< NULL: missing in all rows so far */
    gsize rows;
} Field;

struct RkFamilyBuilder {
    char *name;
    gsize rows;
    GPtrArray *fields;   /**< Field, in the order in which they came */
    GHashTable *by_name; /**< borrowed names */
    RkNotFinite *found;  /**< numbers that are not finite; NULL: they stay */
    gboolean mixes;      /**< columns may hold several types */
};

static void field_free(gpointer data)
{
    Field *field = data;
    rk_column_builder_free(field->builder);
    g_free(field->name);
    g_free(field);
}

RkFamilyBuilder *rk_family_builder_new(const char *name)
{
    RkFamilyBuilder *builder = g_new0(RkFamilyBuilder, 1);
    builder->name = g_strdup(name);
    builder->fields = g_ptr_array_new_with_free_func(field_free);
    builder->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    return builder;
}

void rk_family_builder_watch(RkFamilyBuilder *builder, RkNotFinite *found)
{
    builder->found = found;
}

void rk_family_builder_mix(RkFamilyBuilder *builder, gboolean mixes)
{
    builder->mixes = mixes;
}

void rk_family_builder_free(RkFamilyBuilder *builder)
{
    if (builder == NULL)
        return;
    g_hash_table_unref(builder->by_name);
    g_ptr_array_unref(builder->fields);
    g_free(builder->name);
    g_free(builder);
}

static RkColumnBuilder *column_builder(const char *name, RkScalarKind kind)
{
    RkColumnType type = kind == RK_SCALAR_TEXT      ? RK_COLUMN_TEXT
                        : kind == RK_SCALAR_TIME    ? RK_COLUMN_TIME
                        : kind == RK_SCALAR_BOOLEAN ? RK_COLUMN_BOOLEAN
                                                    : RK_COLUMN_NUMBER;
    return rk_column_builder_new(name, type);
}

static void fill(Field *field, gsize rows)
{
    for (; field->rows < rows; field->rows++)
        if (field->builder != NULL)
            rk_column_builder_missing(field->builder);
}

/** The rows so far as texts, each of which remembers its type. */
static void make_mixed(Field *field)
{
    g_autoptr(RkColumn) before = rk_column_builder_finish(g_steal_pointer(&field->builder));
    field->kind = RK_SCALAR_TEXT;
    field->builder = rk_column_builder_new(field->name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_column_length(before); row++)
        rk_builder_append(field->builder, rk_scalar_from_column(before, row));
}

/** Whether a column of some kind can take a value of another. */
static gboolean admit_kind(const RkFamilyBuilder *builder, Field *field, RkScalarKind kind)
{
    if (field->kind == RK_SCALAR_NULL || field->kind == kind)
        return TRUE;
    if (builder->mixes && field->kind != RK_SCALAR_TEXT)
        make_mixed(field);
    return builder->mixes;
}

static gboolean add_plain(RkFamilyBuilder *builder, const char *name, RkScalar scalar, GError **error)
{
    Field *field = g_hash_table_lookup(builder->by_name, name);
    if (field == NULL && builder->fields->len >= RK_LIMIT_COLUMNS) {
        rk_error_set(error, RK_ERROR_LIMIT, RK_NOWHERE, NULL, "the lists and maps of \"%s\" make more than %u columns",
                     builder->name, RK_LIMIT_COLUMNS);
        return FALSE;
    }
    if (field == NULL) {
        field = g_new0(Field, 1);
        field->name = g_strdup(name);
        g_ptr_array_add(builder->fields, field);
        g_hash_table_insert(builder->by_name, field->name, field);
    }
    scalar = rk_finite_scalar(builder->found, builder->rows, scalar);
    if (scalar.kind == RK_SCALAR_NULL)
        return TRUE;
    if (!admit_kind(builder, field, scalar.kind)) {
        rk_error_set(error, RK_ERROR_DATA, RK_NOWHERE, NULL, "\"%s\" would hold %s after %s", name,
                     rk_scalar_kind_name(scalar.kind), rk_scalar_kind_name(field->kind));
        return FALSE;
    }
    if (field->builder == NULL) {
        field->kind = scalar.kind;
        field->builder = column_builder(name, scalar.kind);
        field->rows = 0;
    }
    fill(field, builder->rows);
    rk_builder_append(field->builder, scalar);
    field->rows++;
    return TRUE;
}

static gboolean add(RkFamilyBuilder *builder, const char *name, RkScalar scalar, GError **error)
{
    if (scalar.kind != RK_SCALAR_TREE)
        return add_plain(builder, name, scalar, error);
    guint count = rk_value_length(scalar.tree);
    gboolean list = rk_value_is(scalar.tree, RK_VALUE_LIST);
    if (list) {
        g_autofree char *length = g_strconcat(name, ".length", NULL);
        if (!add_plain(builder, length, rk_number(count), error))
            return FALSE;
    }
    for (guint i = 0; i < count; i++) {
        g_autofree char *member =
            list ? g_strdup_printf("%s[%u]", name, i) : g_strconcat(name, ".", rk_value_key_at(scalar.tree, i), NULL);
        if (!add(builder, member, rk_scalar_from_value(rk_value_at(scalar.tree, i)), error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_family_builder_add(RkFamilyBuilder *builder, RkScalar scalar, GError **error)
{
    if (!add(builder, builder->name, scalar, error))
        return FALSE;
    builder->rows++;
    return TRUE;
}

void rk_family_builder_finish(RkFamilyBuilder *builder, RkScalarKind kind, GPtrArray *columns)
{
    if (builder->fields->len == 0)
        add_plain(builder, builder->name, rk_null(), NULL);
    for (guint i = 0; i < builder->fields->len; i++) {
        Field *field = builder->fields->pdata[i];
        /* The whole value is null in some rows and nested in the others: the nested columns say so already. */
        if (field->builder == NULL && builder->fields->len > 1)
            continue;
        if (field->builder == NULL) {
            field->builder = column_builder(field->name, kind);
            field->rows = 0;
        }
        fill(field, builder->rows);
        g_ptr_array_add(columns, rk_column_builder_finish(g_steal_pointer(&field->builder)));
    }
}

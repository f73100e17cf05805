/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables: a list of columns of one length, an index of their names, and where the rows were read. Nothing here copies a
 * value except gathering.
 */
#include "table/builder.h"
#include "table/table-private.h"

#include "base/shape.h"

/* Where rows were read, shared by every table with the same rows. */
typedef struct {
    gatomicrefcount references;
    char *file;
    guint32 *lines; /* by row; may be NULL */
    guint32
        first; /* without lines: that of the first row, and every row has one of its own; 0: only the file is known */
} Origins;

struct RkTable {
    gatomicrefcount references;
    GPtrArray *columns;
    GHashTable *by_name;
    gsize rows;
    Origins *origins;       /* may be NULL */
    GPtrArray *annotations; /* shared; NULL when nothing is said of the table */
};

static gboolean is_a_line_a_row(const guint32 *lines, gsize rows)
{
    for (gsize row = 0; row < rows; row++) {
        if (lines[row] != lines[0] + row)
            return FALSE;
    }
    return rows > 0 && lines[0] > 0;
}

/* Takes over `lines`. Most files have a line a row, and remember only the first. */
static Origins *origins_new(const char *file, guint32 *lines, gsize rows)
{
    Origins *origins = g_new0(Origins, 1);
    g_atomic_ref_count_init(&origins->references);
    origins->file = g_strdup(file);
    origins->lines = lines;
    if (lines != NULL && is_a_line_a_row(lines, rows)) {
        origins->first = lines[0];
        g_clear_pointer(&origins->lines, g_free);
    }
    return origins;
}

/* 0 when it is not known. */
static guint32 origins_line(const Origins *origins, gsize row)
{
    if (origins->lines != NULL)
        return origins->lines[row];
    return origins->first > 0 ? origins->first + (guint32)row : 0;
}

static Origins *origins_ref(Origins *origins)
{
    if (origins != NULL)
        g_atomic_ref_count_inc(&origins->references);
    return origins;
}

static void origins_unref(Origins *origins)
{
    if (origins == NULL || !g_atomic_ref_count_dec(&origins->references))
        return;
    g_free(origins->file);
    g_free(origins->lines);
    g_free(origins);
}

static Origins *origins_gather(const Origins *origins, gsize known, const guint32 *rows, gsize count)
{
    if (origins == NULL)
        return NULL;
    guint32 *lines = origins->lines != NULL || origins->first > 0 ? g_new(guint32, count) : NULL;
    for (gsize at = 0; lines != NULL && at < count; at++)
        lines[at] = rows[at] < known ? origins_line(origins, rows[at]) : 0;
    return origins_new(origins->file, lines, count);
}

static void unref_column(gpointer column)
{
    rk_column_unref(column);
}

/* Takes over `origins`. */
static RkTable *table_empty(gsize rows, guint count, Origins *origins)
{
    RkTable *table = g_new0(RkTable, 1);
    g_atomic_ref_count_init(&table->references);
    table->columns = g_ptr_array_new_full(count, unref_column);
    table->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    table->rows = rows;
    table->origins = origins;
    return table;
}

/* Takes over `column`. */
static void add_column(RkTable *table, RkColumn *column)
{
    g_ptr_array_add(table->columns, column);
    g_hash_table_insert(table->by_name, (gpointer)rk_column_name(column), column);
}

static gboolean fit_together(const RkColumn *const *columns, guint count, gsize rows)
{
    for (guint at = 0; at < count; at++) {
        if (rk_column_length(columns[at]) != rows)
            return FALSE;
    }
    return TRUE;
}

static RkTable *table_of(const RkColumn *const *columns, guint count, gsize rows, Origins *origins)
{
    RkTable *table = table_empty(rows, count, origins);
    for (guint at = 0; at < count; at++)
        add_column(table, rk_column_ref(columns[at]));
    return table;
}

/* What is said of a table is said of what is made from its rows. */
static RkTable *annotated_as(RkTable *table, const RkTable *origin)
{
    if (origin != NULL && origin->annotations != NULL)
        table->annotations = g_ptr_array_ref(origin->annotations);
    return table;
}

GPtrArray *rk_table_annotation_list(const RkTable *table)
{
    return table->annotations;
}

RkTable *rk_table_with_annotation_list(const RkTable *table, GPtrArray *list)
{
    RkTable *other = table_of((const RkColumn *const *)table->columns->pdata, table->columns->len, table->rows,
                              origins_ref(table->origins));
    other->annotations = g_ptr_array_ref(list);
    return other;
}

RkTable *rk_table_new(const RkColumn *const *columns, guint count, gsize rows, const RkTable *origin)
{
    g_return_val_if_fail(fit_together(columns, count, rows), NULL);
    gboolean inherits = origin != NULL && origin->rows == rows;
    return annotated_as(table_of(columns, count, rows, inherits ? origins_ref(origin->origins) : NULL), origin);
}

RkTable *rk_table_new_read(const RkColumn *const *columns, guint count, gsize rows, const char *file, guint32 *lines)
{
    g_return_val_if_fail(fit_together(columns, count, rows), NULL);
    return table_of(columns, count, rows, origins_new(file, lines, rows));
}

RkTable *rk_table_ref(const RkTable *table)
{
    RkTable *shared = (RkTable *)table;
    g_atomic_ref_count_inc(&shared->references);
    return shared;
}

void rk_table_unref(RkTable *table)
{
    if (table == NULL || !g_atomic_ref_count_dec(&table->references))
        return;
    g_hash_table_unref(table->by_name);
    g_ptr_array_unref(table->columns);
    origins_unref(table->origins);
    g_clear_pointer(&table->annotations, g_ptr_array_unref);
    g_free(table);
}

gsize rk_table_rows(const RkTable *table)
{
    return table->rows;
}

guint rk_table_columns(const RkTable *table)
{
    return table->columns->len;
}

const RkColumn *rk_table_column(const RkTable *table, guint index)
{
    return index < table->columns->len ? g_ptr_array_index(table->columns, index) : NULL;
}

const RkColumn *rk_table_find(const RkTable *table, const char *name)
{
    return name != NULL ? g_hash_table_lookup(table->by_name, name) : NULL;
}

static char *suggest_column(const RkTable *table, const char *name)
{
    g_autofree const char **names = g_new0(const char *, table->columns->len + 1);
    guint count = 0;
    for (guint at = 0; at < table->columns->len; at++) {
        /* Two underscores begin the names of columns that nobody wrote. */
        if (!g_str_has_prefix(rk_column_name(rk_table_column(table, at)), "__"))
            names[count++] = rk_column_name(rk_table_column(table, at));
    }
    const char *nearest = rk_nearest_word(name, names);
    if (nearest != NULL)
        return g_strdup_printf("did you mean \"%s\"?", nearest);
    if (count == 0)
        return g_strdup("the table has no columns");
    /* A wide table would drown the message. */
    names[MIN(count, 12u)] = NULL;
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    return g_strdup_printf("there are: %s%s", list, count > 12 ? ", …" : "");
}

/* The name of a column within a value that is a list or a map; NULL when the name is none's. */
static const char *part_of(const RkTable *table, const char *name)
{
    g_autofree char *plain = rk_path_plain(name);
    for (guint at = 0; *plain != '\0' && at < table->columns->len; at++)
        if (rk_path_within(rk_column_name(rk_table_column(table, at)), plain))
            return rk_column_name(rk_table_column(table, at));
    return NULL;
}

const RkColumn *rk_table_require(const RkTable *table, const char *name, RkPlace place, GError **error)
{
    const RkColumn *column = name == NULL ? NULL : rk_table_find_path(table, name);
    if (column != NULL)
        return column;
    const char *shown = name != NULL ? name : "", *part = part_of(table, shown);
    if (part != NULL) {
        g_autofree char *remedy = g_strdup_printf("name a part of it, such as %s", part);
        rk_error_set(error, RK_ERROR_DATA, place, remedy, "\"%s\" holds lists or maps", shown);
        rk_error_set_absent(error, shown);
        return NULL;
    }
    g_autofree char *hint = suggest_column(table, shown);
    rk_error_set(error, RK_ERROR_DATA, place, hint, "there is no column \"%s\"", shown);
    rk_error_set_absent(error, shown);
    return NULL;
}

RkTable *rk_table_with_column(const RkTable *table, const RkColumn *column)
{
    g_return_val_if_fail(rk_column_length(column) == table->rows || table->columns->len == 0, NULL);
    const RkColumn *replaced = rk_table_find(table, rk_column_name(column));
    RkTable *other = table_empty(rk_column_length(column), table->columns->len + 1, origins_ref(table->origins));
    for (guint at = 0; at < table->columns->len; at++) {
        const RkColumn *old = rk_table_column(table, at);
        add_column(other, rk_column_ref(old == replaced ? column : old));
    }
    if (replaced == NULL)
        add_column(other, rk_column_ref(column));
    return annotated_as(other, table);
}

RkTable *rk_table_gather(const RkTable *table, const guint32 *rows, gsize count)
{
    Origins *origins = origins_gather(table->origins, table->rows, rows, count);
    RkTable *picked = table_empty(count, table->columns->len, origins);
    for (guint at = 0; at < table->columns->len; at++)
        add_column(picked, rk_column_gather(rk_table_column(table, at), rows, count));
    return annotated_as(picked, table);
}

RkPlace rk_table_origin(const RkTable *table, gsize row)
{
    const Origins *origins = table->origins;
    if (origins == NULL || row >= table->rows)
        return RK_NOWHERE;
    if (origins->lines == NULL && origins->first == 0)
        return (RkPlace){origins->file, 0, 0};
    guint32 line = origins_line(origins, row);
    return line > 0 ? (RkPlace){origins->file, line, 0} : RK_NOWHERE;
}

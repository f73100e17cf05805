/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "json-stat": a data set of JSON-stat 2.0. Rows become cells in the order of the cube; a combination of codes that has
 * no row is left out of the values, and read back as no row.
 */
#include "read/json-stat-private.h"
#include "read/write/write-private.h"

#include "base/json-text.h"

#include <string.h>

static void begin_list(GString *text, const char *key)
{
    g_string_append_printf(text, ",\n\"%s\": [", key);
}

static void write_ids(const RkWriteCube *cube, GString *text)
{
    begin_list(text, "id");
    for (guint i = 0; i < cube->dimensions->len; i++) {
        g_string_append(text, i > 0 ? ", " : "");
        rk_json_append_text(text, rk_column_name(cube->dimensions->pdata[i]));
    }
    g_string_append_c(text, ']');
    begin_list(text, "size");
    for (guint i = 0; i < cube->dimensions->len; i++)
        g_string_append_printf(text, "%s%" G_GSIZE_FORMAT, i > 0 ? ", " : "", cube->sizes[i]);
    g_string_append_c(text, ']');
}

static gboolean has_role(const RkTable *table, const RkColumn *column, const char *role)
{
    gboolean time = rk_column_type(column) == RK_COLUMN_TIME;
    if (strcmp(role, "time") == 0)
        return time;
    return !time && rk_write_stat_has_role(table, role, rk_column_name(column));
}

/* Roles of the dimensions: place, time, and what is measured. */
static void write_roles(const RkWriteCube *cube, const RkTable *table, GString *text)
{
    static const char *const roles[] = {"geo", "time", "metric"};
    const char *between = "";
    g_string_append(text, ",\n\"role\": {");
    for (guint i = 0; i < G_N_ELEMENTS(roles); i++) {
        guint count = 0;
        for (guint k = 0; k < cube->dimensions->len; k++) {
            const RkColumn *column = cube->dimensions->pdata[k];
            if (!has_role(table, column, roles[i]))
                continue;
            if (count++ == 0)
                g_string_append_printf(text, "%s\"%s\": [", between, roles[i]);
            else
                g_string_append(text, ", ");
            rk_json_append_text(text, rk_column_name(column));
        }
        g_string_append(text, count > 0 ? "]" : "");
        between = count > 0 ? ", " : between;
    }
    g_string_append_c(text, '}');
}

/* "key": of each category, then what `value` says of it. */
static void write_category(const RkWriteCube *cube, guint at, const RkColumn *value, GString *text)
{
    const RkColumn *codes = cube->dimensions->pdata[at];
    for (gsize i = 0; i < cube->sizes[at]; i++) {
        gsize row = g_array_index(cube->firsts[at], guint32, i);
        g_autofree char *code = rk_column_write(codes, row);
        g_string_append(text, i > 0 ? ", " : "");
        rk_json_append_text(text, code);
        if (value == NULL)
            continue;
        g_string_append(text, ": ");
        rk_json_append_text(text, rk_column_text(value, row));
    }
}

/* The units of the categories that have one. */
static void write_units(const RkWriteCube *cube, const RkTable *table, GString *text)
{
    const char *between = "";
    const RkColumn *codes = cube->dimensions->pdata[cube->unit_at];
    g_autoptr(json_t) said = rk_write_stat_units(table, rk_column_name(codes));
    g_string_append(text, ", \"unit\": {");
    for (gsize i = 0; i < cube->sizes[cube->unit_at]; i++) {
        gsize row = g_array_index(cube->firsts[cube->unit_at], guint32, i);
        if (rk_column_is_missing(cube->unit, row))
            continue;
        g_string_append(text, between);
        rk_json_append_text(text, rk_column_text(codes, row));
        g_string_append(text, ": {\"base\": ");
        rk_json_append_text(text, rk_column_text(cube->unit, row));
        json_t *decimals = json_object_get(json_object_get(said, rk_column_text(codes, row)), "decimals");
        if (decimals != NULL)
            g_string_append_printf(text, ", \"decimals\": %" JSON_INTEGER_FORMAT, json_integer_value(decimals));
        g_string_append_c(text, '}');
        between = ", ";
    }
    g_string_append_c(text, '}');
}

/* A dimension whose label is its own name has labels in a column of a longer name. Free with g_free(). */
static char *label_of(const RkTable *table, const RkColumn *dimension, const RkColumn *label)
{
    const char *id = rk_column_name(dimension);
    g_autofree char *longer = g_strdup_printf("%s (%s)", id, id);
    if (label == NULL)
        return rk_write_stat_label(table, id);
    return g_strdup(strcmp(rk_column_name(label), longer) != 0 ? rk_column_name(label) : id);
}

/* The codes of a dimension as texts. */
static GPtrArray *codes_of(const RkWriteCube *cube, guint at)
{
    GPtrArray *codes = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < cube->sizes[at]; i++)
        g_ptr_array_add(codes,
                        rk_column_write(cube->dimensions->pdata[at], g_array_index(cube->firsts[at], guint32, i)));
    return codes;
}

static void write_dimension(const RkWriteCube *cube, guint at, const RkTable *table, GString *text)
{
    const RkColumn *dimension = cube->dimensions->pdata[at], *labels = cube->labels->pdata[at];
    g_autofree char *label = label_of(table, dimension, labels);
    g_autoptr(GPtrArray) codes = codes_of(cube, at);
    g_autoptr(GString) members = g_string_new(NULL);
    g_autoptr(GString) categories = g_string_new(NULL);
    gboolean has_units = cube->unit != NULL && cube->unit_at == at;
    rk_write_stat_remarks(table, rk_column_name(dimension), codes, has_units, members, categories);
    rk_json_append_text(text, rk_column_name(dimension));
    g_string_append(text, ": {\"label\": ");
    rk_json_append_text(text, label);
    g_string_append(text, ", \"category\": {\"index\": [");
    write_category(cube, at, NULL, text);
    g_string_append_c(text, ']');
    if (labels != NULL) {
        g_string_append(text, ", \"label\": {");
        write_category(cube, at, labels, text);
        g_string_append_c(text, '}');
    }
    if (has_units)
        write_units(cube, table, text);
    g_string_append_printf(text, "%s}%s}", categories->str, members->str);
}

static void write_dimensions(const RkWriteCube *cube, const RkTable *table, GString *text)
{
    g_string_append(text, ",\n\"dimension\": {");
    for (guint i = 0; i < cube->dimensions->len; i++) {
        g_string_append(text, i > 0 ? ",\n  " : "\n  ");
        write_dimension(cube, i, table, text);
    }
    g_string_append_c(text, '}');
}

/* Cells without a row are left out of the object of values. */
static void write_values(const RkWriteCube *cube, const RkColumn *value, GString *text)
{
    gboolean sparse = rk_column_length(value) < cube->cells;
    gsize count = 0;
    g_string_append_printf(text, ",\n\"value\": %c", sparse ? '{' : '[');
    for (gsize cell = 0; cell < cube->cells; cell++) {
        if (cube->rows[cell] == G_MAXUINT32)
            continue;
        g_string_append(text, count == 0 ? "" : count % 16 == 0 ? ",\n " : ", ");
        if (sparse)
            g_string_append_printf(text, "\"%" G_GSIZE_FORMAT "\": ", cell);
        rk_json_append_number(text, rk_column_numbers(value)[cube->rows[cell]]);
        count++;
    }
    g_string_append_c(text, sparse ? '}' : ']');
}

static void write_said(const RkColumn *column, gsize row, GString *text)
{
    g_autofree char *word = rk_column_write(column, row);
    if (rk_column_type(column) == RK_COLUMN_BOOLEAN)
        g_string_append(text, word);
    else
        rk_json_append_text(text, word);
}

static gboolean says_one(const RkColumn *column)
{
    gboolean one = rk_column_length(column) > 0;
    g_autofree char *first = one ? rk_column_write(column, 0) : NULL;
    for (gsize row = 0; row < rk_column_length(column) && one; row++) {
        g_autofree char *word = rk_column_write(column, row);
        one = word != NULL && g_strcmp0(first, word) == 0;
    }
    return one;
}

/* What is said of values, by their positions. */
static void write_by_cell(const RkWriteCube *cube, const RkColumn *column, GString *text)
{
    const char *between = "";
    g_string_append_c(text, '{');
    for (gsize cell = 0; cell < cube->cells; cell++) {
        gsize row = cube->rows[cell];
        if (row == G_MAXUINT32 || rk_column_is_missing(column, row))
            continue;
        g_string_append_printf(text, "%s\"%" G_GSIZE_FORMAT "\": ", between, cell);
        write_said(column, row, text);
        between = ", ";
    }
    g_string_append_c(text, '}');
}

static void write_states(const RkWriteCube *cube, const RkColumn *flag, GString *text)
{
    g_string_append(text, ",\n\"status\": ");
    write_by_cell(cube, flag, text);
}

/* What is said of all values, or of each by its position. */
static void write_attribute(const RkWriteCube *cube, const RkColumn *column, GString *text)
{
    rk_json_append_text(text, rk_column_name(column));
    g_string_append(text, ": ");
    if (says_one(column))
        write_said(column, 0, text);
    else
        write_by_cell(cube, column, text);
}

/* Columns behind the flags; before them the reasons, when flags do not say them. */
static GPtrArray *find_said(const RkTable *table, const RkColumn *value)
{
    GPtrArray *said = g_ptr_array_new();
    const RkColumn *reasons = rk_table_find(table, RK_REASON_COLUMN);
    g_autoptr(RkColumn) derived = rk_reason_column_of(value, rk_table_find(table, "flag"));
    if (!rk_write_same_texts(reasons, derived))
        g_ptr_array_add(said, (gpointer)reasons);
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_write_is_attribute(table, rk_table_column(table, i), value))
            g_ptr_array_add(said, (gpointer)rk_table_column(table, i));
    return said;
}

/* Words of our own: that cells which are not named are no rows (for other readers they are missing values), and what
 * columns say that are no dimensions. */
static void write_extension(const RkWriteCube *cube, const RkTable *table, const RkColumn *value, GString *text)
{
    gboolean sparse = rk_column_length(value) < cube->cells;
    g_autoptr(GPtrArray) said = find_said(table, value);
    g_autoptr(GString) others = g_string_new(NULL);
    rk_write_stat_extension(table, others);
    if (!sparse && said->len == 0) {
        if (others->len > 0)
            g_string_append_printf(text, ",\n\"extension\": {%s}", others->str);
        return;
    }
    g_string_append_printf(text, ",\n\"extension\": {%s%s\"" RK_STAT_OWN_EXTENSION "\": {", others->str,
                           others->len > 0 ? ", " : "");
    g_string_append(text, sparse ? "\"" RK_STAT_ROWS_GIVEN "\": true" : "");
    g_string_append(text, sparse && said->len > 0 ? ", " : "");
    for (guint i = 0; i < said->len; i++) {
        g_string_append(text, i > 0 ? ",\n  " : "\"" RK_STAT_ATTRIBUTES "\": {\n  ");
        write_attribute(cube, said->pdata[i], text);
    }
    g_string_append(text, said->len > 0 ? "}}}" : "}}");
}

static void write_table(const RkTable *table, GString *text)
{
    g_auto(RkWriteCube) cube = {0};
    const RkColumn *value = rk_table_find(table, "value");
    if (!rk_write_cube_init(&cube, table, value, NULL))
        return;
    g_string_append(text, "{\"version\": \"2.0\",\n\"class\": \"dataset\"");
    rk_write_stat_about(table, text);
    write_ids(&cube, text);
    write_roles(&cube, table, text);
    write_dimensions(&cube, table, text);
    write_extension(&cube, table, value, text);
    write_values(&cube, value, text);
    write_states(&cube, rk_table_find(table, "flag"), text);
    g_string_append(text, "}\n");
}

static const char *const extensions[] = {"jsonstat.json", "jsonstat", NULL};

const RkWriter rk_writer_json_stat = {.name = "json-stat",
                                      .extensions = extensions,
                                      .summary = "JSON-stat 2.0, a cube of one measure with its flags",
                                      .prepare = rk_write_stat_prepare,
                                      .write = write_table};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Refusing mixed units and repeated places, each with the condition that would separate them.
 */
#include "cli/selection.h"

#include <math.h>

#include "base/number.h"
#include "cli/classes.h"
#include "cli/words.h"

/* A text between single quotes, as the expression language reads it. */
static void append_quoted(GString *text, const char *words)
{
    g_string_append_c(text, '\'');
    for (; *words != '\0'; words++) {
        if (*words == '\'' || *words == '\\')
            g_string_append_c(text, '\\');
        g_string_append_c(text, *words);
    }
    g_string_append_c(text, '\'');
}

static gboolean is_identifier(const char *name)
{
    if (!g_ascii_isalpha(*name) && *name != '_')
        return FALSE;
    for (; *name != '\0'; name++) {
        if (!g_ascii_isalnum(*name) && *name != '_')
            return FALSE;
    }
    return TRUE;
}

char *rk_selection_condition(const RkColumn *column, gsize row)
{
    GString *text = g_string_new("datum");
    if (is_identifier(rk_column_name(column))) {
        g_string_append_printf(text, ".%s", rk_column_name(column));
    } else {
        g_string_append_c(text, '[');
        append_quoted(text, rk_column_name(column));
        g_string_append_c(text, ']');
    }
    g_autofree char *words = rk_column_write(column, row);
    gboolean year = rk_column_type(column) == RK_COLUMN_TIME && rk_column_frequency(column) == RK_FREQUENCY_YEAR &&
                    rk_column_frequencies(column) == NULL;
    g_string_append(text, " == ");
    if (words == NULL)
        g_string_append(text, "null");
    else if (rk_column_type(column) == RK_COLUMN_TEXT || (rk_column_type(column) == RK_COLUMN_TIME && !year))
        append_quoted(text, words);
    else
        g_string_append(text, words);
    return g_string_free(text, FALSE);
}

/* The first row with a value, the first with another unit than that, and the number of units. */
typedef struct {
    gboolean mixed;
    gsize first, other; /* row numbers */
    guint units;        /* how many there are in all */
} UnitCheck;

static UnitCheck find_units(const RkColumn *value, const RkColumn *unit, const guint32 *rows, gsize count)
{
    UnitCheck check = {0};
    const double *numbers = rk_column_numbers(value);
    const guint32 *codes = rk_column_codes(unit);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (gsize i = 0; i < count; i++) {
        gsize row = rows == NULL ? i : rows[i];
        if (isnan(numbers[row]) || !g_hash_table_add(seen, GUINT_TO_POINTER(codes[row])))
            continue;
        if (g_hash_table_size(seen) == 1)
            check.first = row;
        if (g_hash_table_size(seen) == 2)
            check.other = row;
    }
    check.units = g_hash_table_size(seen);
    check.mixed = check.units > 1;
    return check;
}

static const char *unit_name(const RkColumn *unit, gsize row)
{
    const char *name = rk_column_text(unit, row);
    return name == NULL ? "no unit" : name;
}

gboolean rk_selection_check_units(const RkColumn *value, const guint32 *rows, gsize count, const char *path,
                                  const char **unit, GError **error)
{
    const RkColumn *units = rk_column_unit(value);
    if (unit != NULL)
        *unit = NULL;
    if (units == NULL || count == 0)
        return TRUE;
    UnitCheck check = find_units(value, units, rows, count);
    if (!check.mixed) {
        if (unit != NULL && check.units == 1)
            *unit = rk_column_text(units, check.first);
        return TRUE;
    }
    g_autofree char *condition = rk_selection_condition(units, check.first);
    g_autofree char *hint = g_strdup_printf("choose one, for example --where \"%s\"", condition);
    g_autofree char *other =
        check.units > 2 ? g_strdup_printf(", \"%s\" and %u more", unit_name(units, check.other), check.units - 2)
                        : g_strdup_printf(" and \"%s\"", unit_name(units, check.other));
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "column \"%s\" mixes the units \"%s\"%s",
                 rk_column_name(value), unit_name(units, check.first), other);
    return FALSE;
}

static gboolean same_cell(const RkColumn *column, gsize a, gsize b)
{
    const double *numbers = rk_column_numbers(column);
    if (numbers != NULL)
        return numbers[a] == numbers[b] || (isnan(numbers[a]) && isnan(numbers[b]));
    if (rk_column_codes(column) != NULL)
        return rk_column_codes(column)[a] == rk_column_codes(column)[b];
    return rk_column_booleans(column)[a] == rk_column_booleans(column)[b];
}

/* The rows of the first place that has several, NULL when all places have one. */
static GArray *find_repeated(const RkColumn *entity)
{
    guint32 count, repeated = RK_CLASS_MISSING;
    g_autofree guint32 *classes = rk_classes_of(entity, &count);
    g_autofree guint8 *seen = g_new0(guint8, MAX(count, 1));
    gsize rows_in_all = rk_column_length(entity);
    for (gsize row = 0; row < rows_in_all && repeated == RK_CLASS_MISSING; row++) {
        if (classes[row] != RK_CLASS_MISSING && seen[classes[row]]++)
            repeated = classes[row];
    }
    if (repeated == RK_CLASS_MISSING)
        return NULL;
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (gsize row = 0; row < rows_in_all; row++) {
        guint32 number = (guint32)row;
        if (classes[row] == repeated)
            g_array_append_val(rows, number);
    }
    return rows;
}

static gboolean varies(const RkColumn *column, const GArray *rows)
{
    for (guint i = 1; i < rows->len; i++) {
        if (!same_cell(column, g_array_index(rows, guint32, 0), g_array_index(rows, guint32, i)))
            return TRUE;
    }
    return FALSE;
}

static void collect_varying(const RkTable *table, RkColumnType type, const RkColumn *entity, const RkColumn *value,
                            const GArray *rows, GPtrArray *columns)
{
    const RkColumn *flag = rk_column_flag(value);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const char *name = rk_column_name(column);
        gboolean other = rk_column_type(column) == type && g_strcmp0(name, rk_column_name(entity)) != 0 &&
                         g_strcmp0(name, rk_column_name(value)) != 0;
        gboolean is_flag = flag != NULL && g_strcmp0(name, rk_column_name(flag)) == 0;
        if (other && !is_flag && varies(column, rows))
            g_ptr_array_add(columns, (gpointer)column);
    }
}

/* Columns that tell the rows apart: times first, then words, numbers (other measures, mostly) only when nothing else
 * does. */
static GPtrArray *find_varying(const RkTable *table, const RkColumn *entity, const RkColumn *value, const GArray *rows)
{
    GPtrArray *columns = g_ptr_array_new();
    collect_varying(table, RK_COLUMN_TIME, entity, value, rows, columns);
    collect_varying(table, RK_COLUMN_TEXT, entity, value, rows, columns);
    collect_varying(table, RK_COLUMN_BOOLEAN, entity, value, rows, columns);
    if (columns->len == 0)
        collect_varying(table, RK_COLUMN_NUMBER, entity, value, rows, columns);
    return columns;
}

/* The latest row is the example that most people would choose. */
static guint32 choose_example(const GPtrArray *columns, const GArray *rows)
{
    const RkColumn *column = g_ptr_array_index(columns, 0);
    const double *numbers = rk_column_type(column) == RK_COLUMN_TIME ? rk_column_numbers(column) : NULL;
    guint32 best = g_array_index(rows, guint32, 0);
    for (guint i = 1; numbers != NULL && i < rows->len; i++) {
        guint32 row = g_array_index(rows, guint32, i);
        if (!(numbers[row] <= numbers[best]))
            best = row;
    }
    return best;
}

/* Conditions, one column after another, until only the example's row is left. */
static char *separate(const GPtrArray *columns, GArray *rows)
{
    guint32 example = choose_example(columns, rows);
    GString *text = g_string_new("choose one, for example");
    for (guint i = 0; i < columns->len && rows->len > 1; i++) {
        const RkColumn *column = g_ptr_array_index(columns, i);
        guint before = rows->len;
        for (guint k = rows->len; k > 0; k--) {
            if (!same_cell(column, example, g_array_index(rows, guint32, k - 1)))
                g_array_remove_index(rows, k - 1);
        }
        if (rows->len == before)
            continue;
        g_autofree char *condition = rk_selection_condition(column, example);
        g_string_append_printf(text, " --where \"%s\"", condition);
    }
    return g_string_free(text, FALSE);
}

/* `what` is the word for the rows, "country "Lithuania"". */
static void refuse_rows(const RkTable *table, const char *what, const RkColumn *entity, const RkColumn *value,
                        GArray *rows, const char *path, GError **error)
{
    guint count = rows->len;
    g_autoptr(GPtrArray) columns = find_varying(table, entity, value, rows);
    if (columns->len == 0) {
        RkPlace place = rk_table_origin(table, g_array_index(rows, guint32, 1));
        rk_error_set(error, RK_ERROR_DATA, place.file == NULL ? (RkPlace){path, 0, 0} : place, NULL,
                     "%s has %u rows that no other column tells apart", what, count);
        return;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < columns->len; i++)
        g_ptr_array_add(names, (gpointer)rk_column_name(g_ptr_array_index(columns, i)));
    g_autofree char *list = rk_words_list((const char *const *)names->pdata, names->len);
    g_autofree char *hint = separate(columns, rows);
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "%s has %u rows, which differ in %s", what, count,
                 list);
}

static char *name_cell(const RkColumn *column, gsize row)
{
    g_autofree char *words = rk_column_write(column, row);
    return g_strdup_printf("%s \"%s\"", rk_column_name(column), words == NULL ? "" : words);
}

gboolean rk_selection_check_entities(const RkTable *table, const RkColumn *entity, const RkColumn *value,
                                     const char *path, GError **error)
{
    g_autoptr(GArray) rows = find_repeated(entity);
    if (rows == NULL)
        return TRUE;
    g_autofree char *what = name_cell(entity, g_array_index(rows, guint32, 0));
    refuse_rows(table, what, entity, value, rows, path, error);
    return FALSE;
}

/* The rows with a value at the first moment that a line has twice, NULL when there is none. Lines may be NULL: one. */
static GArray *find_forks(const RkColumn *line, const RkColumn *moment, const RkColumn *value)
{
    guint32 lines = 1, moments;
    gsize count = rk_column_length(moment);
    g_autofree guint32 *line_of = line == NULL ? g_new0(guint32, MAX(count, 1)) : rk_classes_of(line, &lines);
    g_autofree guint32 *moment_of = rk_classes_of(moment, &moments);
    const double *numbers = rk_column_numbers(value);
    g_autofree guint64 *keys = g_new(guint64, MAX(count, 1));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    const guint64 *fork = NULL;
    for (gsize row = 0; row < count && fork == NULL; row++) {
        keys[row] = (guint64)line_of[row] << 32 | moment_of[row];
        if (moment_of[row] != RK_CLASS_MISSING && !isnan(numbers[row]) && !g_hash_table_add(seen, &keys[row]))
            fork = &keys[row];
    }
    if (fork == NULL)
        return NULL;
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (gsize row = 0; row < count; row++) {
        guint32 number = (guint32)row;
        if (((guint64)line_of[row] << 32 | moment_of[row]) == *fork && !isnan(numbers[row]))
            g_array_append_val(rows, number);
    }
    return rows;
}

gboolean rk_selection_check_lines(const RkTable *table, const RkColumn *line, const RkColumn *moment,
                                  const RkColumn *value, const char *path, GError **error)
{
    g_autoptr(GArray) rows = find_forks(line, moment, value);
    if (rows == NULL)
        return TRUE;
    guint32 first = g_array_index(rows, guint32, 0);
    g_autofree char *at = name_cell(moment, first);
    g_autofree char *of = line == NULL ? NULL : name_cell(line, first);
    g_autofree char *what = of == NULL ? g_strdup(at) : g_strdup_printf("%s, %s", of, at);
    refuse_rows(table, what, line == NULL ? moment : line, value, rows, path, error);
    return FALSE;
}

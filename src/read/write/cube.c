/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows as the cells of a cube: every column of words or periods that is neither a state nor an attribute is a
 * dimension, a column of names right behind its codes their labels. Two rows in one cell, codes that are missing and
 * cubes without bounds are refused.
 */
#include "base/limits.h"
#include "read/write/write-private.h"
#include "table/labels.h"

#include <string.h>

/* What tells categories of a column apart. */
static gint64 key_of(const RkColumn *column, gsize row)
{
    gint64 bits = 0;
    if (rk_column_type(column) == RK_COLUMN_TEXT)
        return rk_column_codes(column)[row];
    /* Whole milliseconds of the years that are read leave room for what tells a year from its first quarter. */
    if (rk_column_type(column) == RK_COLUMN_TIME)
        return rk_column_is_missing(column, row)
                   ? G_MININT64
                   : (gint64)rk_column_numbers(column)[row] * 16 + (gint64)rk_column_frequency_at(column, row);
    memcpy(&bits, &rk_column_numbers(column)[row], sizeof bits);
    return bits;
}

static gboolean is_dimension(const RkTable *table, const RkColumn *column, const RkColumn *measure)
{
    return column != measure && !rk_write_is_state(column, measure) && !rk_write_is_attribute(table, column, measure);
}

static gint compare_periods(gconstpointer first, gconstpointer second, gpointer column)
{
    gsize a = *(const guint32 *)first, b = *(const guint32 *)second;
    double left = rk_column_numbers(column)[a], right = rk_column_numbers(column)[b];
    if (left != right)
        return left < right ? -1 : 1;
    return (gint)rk_column_frequency_at(column, a) - (gint)rk_column_frequency_at(column, b);
}

/* Puts periods in the order of the calendar, in which other readers expect them. */
static void order_periods(const RkColumn *column, guint32 *places, GArray *firsts)
{
    gsize rows = rk_column_length(column);
    g_autofree guint32 *ranks = g_new(guint32, MAX(firsts->len, 1));
    g_array_sort_with_data(firsts, compare_periods, (gpointer)column);
    for (guint i = 0; i < firsts->len; i++)
        ranks[places[g_array_index(firsts, guint32, i)]] = i;
    for (gsize row = 0; row < rows; row++)
        places[row] = ranks[places[row]];
}

/* The place of each row's category; codes are counted in the order in which they come. */
static guint32 *classify(const RkColumn *column, GArray *firsts)
{
    gsize rows = rk_column_length(column);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    guint32 *places = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        gint64 key = key_of(column, row);
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(known, &key));
        if (place == 0) {
            guint32 first = (guint32)row;
            g_array_append_val(firsts, first);
            place = firsts->len;
            g_hash_table_insert(known, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(place));
        }
        places[row] = place - 1;
    }
    if (rk_column_type(column) == RK_COLUMN_TIME)
        order_periods(column, places, firsts);
    return places;
}

/* TRUE when a column of words says one and the same for each code, and not the code itself. A single word beside a
 * single code could be anything, unless the file said that it is a label. */
static gboolean is_label(const RkColumn *column, const RkColumn *codes, const guint32 *places, const GArray *firsts)
{
    gboolean said = g_strcmp0(rk_column_labelled(column), rk_column_name(codes)) == 0;
    gboolean other = FALSE, several = said;
    if (rk_column_type(column) != RK_COLUMN_TEXT || rk_column_type(codes) != RK_COLUMN_TEXT ||
        (firsts->len < 2 && !said) || rk_column_role(rk_column_name(column)) != RK_ROLE_PLAIN)
        return FALSE;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        gsize first = g_array_index(firsts, guint32, places[row]);
        if (rk_column_is_missing(column, row) || key_of(column, row) != key_of(column, first))
            return FALSE;
        several = several || key_of(column, row) != key_of(column, 0);
        other = other || strcmp(rk_column_text(column, row), rk_column_text(codes, row)) != 0;
    }
    return several && other;
}

static gboolean check_codes(const RkColumn *column, const RkTable *table, GError **error)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (rk_column_is_missing(column, row)) {
            rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_table_origin(table, row), "choose the rows that have one",
                         "JSON-stat has no place for a missing code, and \"%s\" has one", rk_column_name(column));
            return FALSE;
        }
    return TRUE;
}

static gboolean refuse_cells(GError **error)
{
    return rk_write_refuse(error, "choose fewer rows or columns",
                           "the cube of all codes has more than %u cells, the most that JSON-stat is read with",
                           RK_LIMIT_CUBE_CELLS);
}

/* Moves every row's cell on by one dimension. */
static gboolean add(RkWriteCube *cube, const RkColumn *column, const guint32 *places, GArray *firsts, guint64 *cells,
                    GError **error)
{
    g_ptr_array_add(cube->dimensions, (gpointer)column);
    g_ptr_array_add(cube->labels, NULL);
    cube->sizes = g_renew(gsize, cube->sizes, cube->dimensions->len);
    cube->firsts = g_renew(GArray *, cube->firsts, cube->dimensions->len);
    cube->sizes[cube->dimensions->len - 1] = firsts->len;
    cube->firsts[cube->dimensions->len - 1] = firsts;
    cube->cells *= firsts->len;
    if (cube->cells > RK_LIMIT_CUBE_CELLS || cube->dimensions->len > RK_LIMIT_DIMENSIONS)
        return refuse_cells(error);
    for (gsize row = 0; row < rk_column_length(column); row++)
        cells[row] = cells[row] * firsts->len + places[row];
    return TRUE;
}

/* Two rows in one cell that only a column with gaps tells apart, which cannot be a dimension. */
static gboolean check_gaps(const RkTable *table, const RkColumn *measure, gsize one, gsize other, GError **error)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) == RK_COLUMN_TEXT && rk_write_is_attribute(table, column, measure) &&
            key_of(column, one) != key_of(column, other) && !check_codes(column, table, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean place_rows(RkWriteCube *cube, const RkTable *table, const RkColumn *measure, const guint64 *cells,
                           GError **error)
{
    cube->rows = g_new(guint32, MAX(cube->cells, 1));
    memset(cube->rows, 0xff, MAX(cube->cells, 1) * sizeof *cube->rows);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        guint32 *taken = &cube->rows[cells[row]];
        if (*taken != G_MAXUINT32) {
            RkPlace first = rk_table_origin(table, *taken);
            if (!check_gaps(table, measure, *taken, row, error))
                return FALSE;
            rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_table_origin(table, row), "remove one of them",
                         "JSON-stat holds one value for the same codes, and this row has those of %s %u",
                         first.line > 0 ? "line" : "row", first.line > 0 ? first.line : *taken + 1);
            return FALSE;
        }
        *taken = (guint32)row;
    }
    return TRUE;
}

/* The column of units, when there are several and no other column says any. */
static const RkColumn *find_unit(const RkTable *table)
{
    const RkColumn *unit = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_role(rk_column_name(column)) != RK_ROLE_UNIT || rk_column_type(column) != RK_COLUMN_TEXT)
            continue;
        if (unit != NULL)
            return NULL;
        unit = column;
    }
    return unit != NULL && strcmp(rk_column_name(unit), "unit") == 0 ? unit : NULL;
}

/* TRUE when each code has one unit, and not all the same, unless these are known to be the codes that are measured. */
static gboolean have_units(const RkColumn *codes, const RkColumn *unit, gboolean measured)
{
    g_autoptr(GArray) firsts = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autofree guint32 *places = classify(codes, firsts);
    gboolean several = measured;
    for (gsize row = 0; row < rk_column_length(codes); row++) {
        if (key_of(unit, row) != key_of(unit, g_array_index(firsts, guint32, places[row])))
            return FALSE;
        several = several || key_of(unit, row) != key_of(unit, 0);
    }
    return several;
}

/* The first column of codes that the units belong to: as a dimension they would only make empty cells. */
static const RkColumn *find_measured(const RkTable *table, const RkColumn *measure, const RkColumn *unit)
{
    for (guint i = 0; unit != NULL && i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (column != unit && rk_column_type(column) == RK_COLUMN_TEXT && is_dimension(table, column, measure) &&
            have_units(column, unit, rk_write_stat_has_role(table, "metric", rk_column_name(column))))
            return column;
    }
    return NULL;
}

gboolean rk_write_cube_init(RkWriteCube *cube, const RkTable *table, const RkColumn *measure, GError **error)
{
    g_autofree guint64 *cells = g_new0(guint64, rk_table_rows(table) + 1);
    g_autofree guint32 *last = NULL;
    const RkColumn *unit = find_unit(table), *measured = find_measured(table, measure, unit);
    *cube = (RkWriteCube){.dimensions = g_ptr_array_new(), .labels = g_ptr_array_new(), .cells = 1};
    cube->unit = measured != NULL ? unit : NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        guint at = cube->dimensions->len;
        if (column == cube->unit || !is_dimension(table, column, measure))
            continue;
        if (column == measured)
            cube->unit_at = at;
        if (at > 0 && last != NULL && cube->labels->pdata[at - 1] == NULL &&
            is_label(column, cube->dimensions->pdata[at - 1], last, cube->firsts[at - 1])) {
            cube->labels->pdata[at - 1] = (gpointer)column;
            continue;
        }
        GArray *firsts = g_array_new(FALSE, FALSE, sizeof(guint32));
        g_free(last);
        last = classify(column, firsts);
        if (!add(cube, column, last, firsts, cells, error) || !check_codes(column, table, error))
            return FALSE;
    }
    if (cube->dimensions->len == 0)
        return rk_write_refuse(error, NULL, "JSON-stat needs a column of codes, and there is none");
    return place_rows(cube, table, measure, cells, error);
}

void rk_write_cube_clear(RkWriteCube *cube)
{
    for (guint i = 0; cube->dimensions != NULL && i < cube->dimensions->len; i++)
        g_array_unref(cube->firsts[i]);
    g_clear_pointer(&cube->dimensions, g_ptr_array_unref);
    g_clear_pointer(&cube->labels, g_ptr_array_unref);
    g_clear_pointer(&cube->sizes, g_free);
    g_clear_pointer(&cube->firsts, g_free);
    g_clear_pointer(&cube->rows, g_free);
}

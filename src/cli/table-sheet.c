/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a table to a sheet. A companion that stands in the table as a column is not said twice, whichever of the two a
 * verb has made anew.
 */
#include "cli/table-sheet.h"

#include <string.h>

#include "base/number.h"
#include "table/companions.h"

/* What a count without a field is called, as in Vega-Lite; the one such column that is an answer. */
#define COUNT_FIELD "__count"
/* Numbers with more decimals than this were reckoned: people get six digits of them. */
#define WRITTEN_MOST 6

static gboolean is_known(const RkColumn *column)
{
    return !g_str_has_prefix(rk_column_name(column), "__") || g_str_equal(rk_column_name(column), COUNT_FIELD);
}

/* A missing value has no unit, whatever its row says, and one that is there no reason for being missing. */
static gboolean same_texts(const RkColumn *a, const RkColumn *b, const RkColumn *values, RkColumnRole role)
{
    for (gsize row = 0; row < rk_column_length(a); row++) {
        gboolean missing = rk_column_is_missing(values, row);
        gboolean counts = role == RK_ROLE_FLAG || missing == (role == RK_ROLE_REASON);
        if (counts && g_strcmp0(rk_column_text(a, row), rk_column_text(b, row)) != 0)
            return FALSE;
    }
    return TRUE;
}

/* The column of the table that says of `values` what the companion says, or NULL. */
static const RkColumn *twin(const RkTable *table, const RkColumn *companion, const RkColumn *values, RkColumnRole role)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) == RK_COLUMN_TEXT &&
            g_strcmp0(rk_column_name(column), rk_column_name(companion)) == 0 &&
            same_texts(column, companion, values, role))
            return column;
    }
    return NULL;
}

/* TRUE for a column that is the companion of another one, which people then see there. */
static gboolean accompanies(const RkTable *table, const RkColumn *column)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *other = rk_table_column(table, i);
        for (guint role = RK_ROLE_UNIT; role <= RK_ROLE_REASON; role++) {
            const RkColumn *companion = rk_companion_said(other, (RkColumnRole)role);
            if (companion != NULL && twin(table, companion, other, (RkColumnRole)role) == column)
                return TRUE;
        }
    }
    return FALSE;
}

/* The unit of all values that are there; NULL when they have several or none. */
static const char *shared_unit(const RkColumn *column)
{
    const RkColumn *units = rk_column_unit(column);
    const char *shared = NULL;
    for (gsize row = 0; units != NULL && row < rk_column_length(column); row++) {
        const char *unit = rk_column_text(units, row);
        if (rk_column_is_missing(column, row))
            continue;
        if (unit == NULL || (shared != NULL && strcmp(shared, unit) != 0))
            return NULL;
        shared = unit;
    }
    return shared;
}

static int decimals_of(const RkColumn *column)
{
    const double *numbers = rk_column_numbers(column);
    char buffer[RK_NUMBER_BUFFER];
    for (gsize row = 0; row < rk_column_length(column); row++) {
        const char *text = rk_number_shortest(numbers[row], buffer), *point = strchr(text, '.');
        if (point != NULL && strlen(point) - 1 > WRITTEN_MOST)
            return RK_DECIMALS_SHORT;
    }
    return RK_DECIMALS_ALL;
}

typedef struct {
    const RkTable *table;
    const RkCompanions *found; /* for each column of the table, those that whoever reads it finds by their names */
    RkSheet *sheet;
    GPtrArray *shown; /* where the cells of each column of the sheet come from */
    GString *units;   /* "value in PC, change in PP" */
} Work;

static void add(Work *work, const RkColumn *column, const char *key, const char *title, guint audience)
{
    static const RkCellKind kinds[] = {
        [RK_COLUMN_NUMBER] = RK_CELLS_NUMBER,
        [RK_COLUMN_TEXT] = RK_CELLS_TEXT,
        [RK_COLUMN_TIME] = RK_CELLS_TEXT,
        [RK_COLUMN_BOOLEAN] = RK_CELLS_BOOLEAN,
    };
    RkColumnType type = rk_column_type(column);
    if (audience == 0)
        return;
    rk_sheet_add_column(work->sheet, key, title, kinds[type], (RkAudience)audience,
                        type == RK_COLUMN_NUMBER ? decimals_of(column) : RK_DECIMALS_ALL);
    g_ptr_array_add(work->shown, (gpointer)column);
}

static gboolean has_words(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++) {
        if (rk_column_text(column, row) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* The companion of a role of the column that has just been added: `for_people` when it belongs beside its values.
 * Programs get it unless they find the same by the names of the other columns. */
static void add_companion(Work *work, guint at, const char *name, RkColumnRole role, gboolean for_people)
{
    const RkColumn *values = rk_table_column(work->table, at), *companion = rk_companion_said(values, role);
    const RkColumn *found = rk_companions_get(&work->found[at], role);
    if (companion == NULL || !has_words(companion))
        return;
    gboolean told = found != NULL && same_texts(found, companion, values, role);
    /* The name is that of the other column, where there is one. */
    g_autofree char *key = g_strdup_printf(told ? "%s %s" : "%s_%s", name, rk_role_word(role));
    add(work, companion, key, role == RK_ROLE_UNIT ? "unit" : "",
        (told ? 0u : RK_FOR_DATA) | (for_people ? RK_FOR_PEOPLE : 0u));
}

/* TRUE when whoever reads the column would take it for a companion, and the true one says other things: that has its
 * name then. */
static gboolean is_outdated(const Work *work, const RkColumn *column)
{
    gsize length = 0;
    RkColumnRole role = rk_role_of_one(rk_column_name(column), &length);
    for (guint i = 0; role != RK_ROLE_PLAIN && i < rk_table_columns(work->table); i++) {
        const RkColumn *values = rk_table_column(work->table, i), *companion = rk_companion_said(values, role);
        if (rk_companions_get(&work->found[i], role) == column && companion != NULL && has_words(companion))
            return !same_texts(column, companion, values, role);
    }
    return FALSE;
}

static void add_column(Work *work, guint at)
{
    const RkColumn *column = rk_table_column(work->table, at);
    const char *name = rk_column_name(column), *unit = shared_unit(column);
    name = g_str_equal(name, COUNT_FIELD) ? "count" : name;
    guint audience = is_outdated(work, column) ? RK_FOR_PEOPLE : RK_FOR_ALL;
    add(work, column, name, name, accompanies(work->table, column) ? audience & RK_FOR_DATA : audience);
    if (unit != NULL)
        g_string_append_printf(work->units, "%s%s in %s", work->units->len > 0 ? ", " : "", name, unit);
    add_companion(work, at, name, RK_ROLE_FLAG, TRUE);
    add_companion(work, at, name, RK_ROLE_REASON, TRUE);
    add_companion(work, at, name, RK_ROLE_UNIT, unit == NULL);
}

static void set_cell(RkSheet *sheet, guint index, const RkColumn *column, gsize row)
{
    g_autofree char *text = NULL;
    if (rk_column_is_missing(column, row))
        return;
    if (rk_column_type(column) == RK_COLUMN_NUMBER) {
        rk_sheet_set_number(sheet, index, rk_column_numbers(column)[row]);
    } else if (rk_column_type(column) == RK_COLUMN_BOOLEAN) {
        rk_sheet_set_number(sheet, index, rk_column_booleans(column)[row]);
    } else {
        text = rk_column_write(column, row);
        rk_sheet_set_text(sheet, index, text);
    }
}

RkSheet *rk_sheet_of_table(const RkTable *table)
{
    RkSheet *sheet = rk_sheet_new();
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    g_autoptr(GString) units = g_string_new(NULL);
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(known, (gpointer)rk_table_column(table, i));
    g_autofree RkCompanions *found = rk_companions_find((const RkColumn *const *)known->pdata, known->len, NULL);
    Work work = {table, found, sheet, shown, units};
    for (guint i = 0; i < rk_table_columns(table); i++) {
        if (is_known(rk_table_column(table, i)))
            add_column(&work, i);
    }
    sheet->dashes = TRUE;
    if (units->len > 0)
        rk_sheet_head(sheet, "%s", units->str);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        rk_sheet_add_row(sheet, FALSE);
        for (guint i = 0; i < shown->len; i++)
            set_cell(sheet, i, g_ptr_array_index(shown, i), row);
    }
    return sheet;
}

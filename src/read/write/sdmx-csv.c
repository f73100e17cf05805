/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "sdmx-csv": SDMX-CSV 2.0. The measure is called OBS_VALUE and the time TIME_PERIOD; a table without a structure gets
 * one that says where it comes from. Columns of SDMX-CSV 1.0 become those of 2.0.
 */
#include "read/row-key-private.h"
#include "read/sdmx-private.h"
#include "read/write/write-private.h"
#include "table/builder.h"
#include "table/flags.h"

#include <string.h>

#define STRUCTURE "STRUCTURE"
#define STRUCTURE_ID "STRUCTURE_ID"
#define DATAFLOW "DATAFLOW"
#define OWN_STRUCTURE "RODIKLIS:TABLE(1.0)"

static RkColumn *constant(const char *name, const char *word, gsize rows)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++)
        rk_column_builder_text(builder, word, -1);
    return rk_column_builder_finish(builder);
}

/* The columns that a header of 2.0 begins with. */
static void add_structure(GPtrArray *columns, const RkTable *table)
{
    gsize rows = rk_table_rows(table);
    const RkColumn *kind = rk_table_find(table, STRUCTURE), *id = rk_table_find(table, STRUCTURE_ID);
    const RkColumn *flow = rk_table_find(table, DATAFLOW);
    g_ptr_array_add(columns, kind != NULL ? rk_column_ref(kind) : constant(STRUCTURE, "dataflow", rows));
    if (id != NULL)
        g_ptr_array_add(columns, rk_column_ref(id));
    else
        g_ptr_array_add(columns, flow != NULL ? rk_column_with(flow, STRUCTURE_ID, NULL, NULL)
                                              : constant(STRUCTURE_ID, OWN_STRUCTURE, rows));
}

static const char *name_of(const RkColumn *column, const RkColumn *measure, const RkColumn *time)
{
    return column == measure ? RK_SDMX_VALUE : column == time ? RK_SDMX_TIME : rk_column_name(column);
}

static gboolean is_of_structure(const char *name, gboolean has_id)
{
    return strcmp(name, STRUCTURE) == 0 || strcmp(name, STRUCTURE_ID) == 0 || (strcmp(name, DATAFLOW) == 0 && !has_id);
}

/* "true" and "false": SDMX-CSV says of no column what it holds. */
static RkColumn *as_words(const RkColumn *column)
{
    RkColumnBuilder *builder = rk_column_builder_new(rk_column_name(column), RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        g_autofree char *word = rk_column_write(column, row);
        rk_column_builder_text(builder, word, -1);
    }
    return rk_column_builder_finish(builder);
}

/* The measure under its name. A column of SDMX's states that other formats hand on as it stands says flags. */
static RkColumn *named_measure(const RkTable *table, const RkColumn *measure, const char *name)
{
    const RkColumn *flag = rk_column_flag(measure), *states = rk_write_role(table, RK_ROLE_FLAG);
    g_autoptr(RkColumn) flags =
        states != NULL && flag != NULL && rk_write_same_texts(states, flag) ? rk_sdmx_flags_of_states(states) : NULL;
    return rk_column_with(measure, name, rk_column_unit(measure), flags != NULL ? flags : flag);
}

static gboolean add_columns(GPtrArray *columns, const RkTable *table, const RkColumn *measure, const RkColumn *time,
                            GError **error)
{
    gboolean has_id = rk_table_find(table, STRUCTURE_ID) != NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const char *old = rk_column_name(column), *name = name_of(column, measure, time);
        if (is_of_structure(old, has_id))
            continue;
        if (!rk_write_check_name(table, column, name, "SDMX-CSV", error))
            return FALSE;
        g_ptr_array_add(columns, column == measure ? named_measure(table, measure, name)
                                 : rk_column_type(column) == RK_COLUMN_BOOLEAN
                                     ? as_words(column)
                                     : rk_column_with(column, name, NULL, NULL));
    }
    return TRUE;
}

static gboolean is_unit(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_TEXT && rk_column_role(rk_column_name(column)) == RK_ROLE_UNIT;
}

static const RkColumn *power_of(const RkTable *table)
{
    const RkColumn *power = rk_table_find(table, RK_SDMX_MULTIPLIER);
    return power != NULL && rk_column_type(power) == RK_COLUMN_TEXT ? power : NULL;
}

/* TRUE when the reader makes the units of the values out of this column (NULL: none) and the power of ten. */
static gboolean makes_units(const RkColumn *column, const RkTable *table, const RkColumn *units)
{
    const RkColumn *power = power_of(table);
    g_autoptr(RkColumn) made =
        column != NULL || power != NULL ? rk_sdmx_units(column, power, rk_table_rows(table)) : NULL;
    return rk_write_same_texts(made, units);
}

/* The units of the values as the reader finds them: in the first column of units, with the power of ten. A column that
 * says both would have the power twice; one that says something else has to stand behind. */
static void add_units(GPtrArray *columns, const RkTable *table, const RkColumn *units)
{
    gboolean plain = makes_units(NULL, table, units);
    const RkColumn *found = NULL;
    guint first = columns->len;
    for (guint i = 0; i < columns->len && found == NULL; i++) {
        if (!is_unit(columns->pdata[i]))
            continue;
        first = MIN(first, i);
        found = makes_units(columns->pdata[i], table, units) ? columns->pdata[i] : NULL;
    }
    for (guint i = columns->len; i > first && (found != NULL || plain); i--)
        if (columns->pdata[i - 1] != found && is_unit(columns->pdata[i - 1]) &&
            rk_write_same_texts(columns->pdata[i - 1], units))
            g_ptr_array_remove_index(columns, i - 1);
    if (units != NULL && found == NULL && !plain && rk_table_find(table, "UNIT_MEASURE") == NULL)
        g_ptr_array_insert(columns, (gint)first, rk_column_with(units, "UNIT_MEASURE", NULL, NULL));
}

/* What comes with the values, where no column says it. */
static void add_companions(GPtrArray *columns, const RkTable *table, const RkColumn *measure)
{
    const RkColumn *flag = rk_column_flag(measure);
    add_units(columns, table, rk_column_unit(measure));
    if (flag != NULL && rk_write_role(table, RK_ROLE_FLAG) == NULL)
        g_ptr_array_add(columns, rk_column_with(flag, "OBS_FLAG", NULL, NULL));
    if (rk_table_find(table, RK_REASON_COLUMN) == NULL)
        g_ptr_array_add(columns, rk_column_has_reasons(measure)
                                     ? rk_column_with(rk_column_reason(measure), RK_REASON_COLUMN, NULL, NULL)
                                     : rk_reason_column_of(measure, flag));
}

/* As the reader holds rows against each other; the places are those of the rows that were read. */
static gboolean check_keys(const RkTable *prepared, const RkTable *given, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(prepared); i++) {
        const char *name = rk_column_name(rk_table_column(prepared, i));
        gboolean made = is_of_structure(name, FALSE) && rk_table_find(given, name) == NULL;
        if (!made && rk_sdmx_is_key(&(RkSdmxColumn){.name = (char *)name}))
            g_ptr_array_add(names, (gpointer)name);
    }
    g_autoptr(GPtrArray) columns = rk_row_key_columns(prepared, names);
    if (columns->len == 0 && rk_table_rows(prepared) > 1)
        return rk_write_refuse(error, NULL,
                               "SDMX-CSV tells rows apart by their codes, and there is no column of codes");
    return rk_row_key_check(prepared, columns, "remove one of the two", error);
}

static RkTable *prepare(const RkTable *given, GError **error)
{
    g_autoptr(RkTable) table = rk_write_idle_as_texts(given);
    const RkColumn *measure = rk_write_measure(table, "SDMX-CSV", error), *time = NULL;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    if (measure == NULL || !rk_write_time(table, "SDMX-CSV", &time, error))
        return NULL;
    add_structure(columns, table);
    if (!add_columns(columns, table, measure, time, error))
        return NULL;
    add_companions(columns, table, measure);
    g_autoptr(RkTable) prepared =
        rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rk_table_rows(table), table);
    return check_keys(prepared, table, error) ? g_steal_pointer(&prepared) : NULL;
}

static const char *const extensions[] = {"sdmx.csv", NULL};

const RkWriter rk_writer_sdmx_csv = {.name = "sdmx-csv",
                                     .extensions = extensions,
                                     .summary = "SDMX-CSV 2.0, one measure with its flags and units",
                                     .prepare = prepare,
                                     .write = rk_write_csv};

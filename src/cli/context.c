/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the numbers of a table are, in a line: the measure, its unit, and whatever all rows have in common. What a
 * message of SDMX says of itself, and codes beside their own labels, say nothing to readers and are left out.
 */
#include <string.h>

#include "cli/selection.h"

static gboolean is_one_of(const RkColumn *column, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (strcmp(rk_column_name(column), *names) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The one text that all rows of a column have; NULL when they differ or one is missing. Free with g_free(). */
static char *shared_text(const RkColumn *column)
{
    g_autofree char *first = rk_column_length(column) > 0 ? rk_column_write(column, 0) : NULL;
    for (gsize row = 1; first != NULL && row < rk_column_length(column); row++) {
        g_autofree char *other = rk_column_write(column, row);
        if (g_strcmp0(first, other) != 0)
            return NULL;
    }
    return g_steal_pointer(&first);
}

/* Columns of SDMX and their labels that speak of the message or of how numbers are written. */
static gboolean is_technical(const char *name)
{
    static const char *const technical[] = {"STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "DATAFLOW",
                                            "ACTION",    "LAST UPDATE",  "DECIMALS",       "TIME_FORMAT"};
    for (guint i = 0; i < G_N_ELEMENTS(technical); i++)
        if (g_ascii_strcasecmp(name, technical[i]) == 0)
            return TRUE;
    return FALSE;
}

/* The multiplier is part of the unit, where there is one. */
static gboolean is_applied(const char *name, const char *unit)
{
    return unit != NULL && (g_ascii_strncasecmp(name, "UNIT_MULT", strlen("UNIT_MULT")) == 0 ||
                            g_ascii_strcasecmp(name, "Unit multiplier") == 0);
}

/* "Contents (ContentsCode)", as labels are called whose name another column has. */
static gboolean is_labels_of(const char *name, const char *codes)
{
    g_autofree char *end = g_strdup_printf(" (%s)", codes);
    return g_str_has_suffix(name, end);
}

/* "INDICATOR" before "Indicator", "Unit Code" before "Unit": a code, and what it means. */
static gboolean is_code_of(const char *name, const char *next)
{
    static const char code[] = " Code";
    gsize length = strlen(next);
    if (is_labels_of(next, name))
        return TRUE;
    return g_ascii_strncasecmp(name, next, length) == 0 && (name[length] == '\0' || strcmp(name + length, code) == 0);
}

/* What a column is called, without the codes that it has labels for. Free with g_free(). */
static char *plain_name(const RkTable *table, guint at)
{
    const char *name = rk_column_name(rk_table_column(table, at));
    const char *codes = at > 0 ? rk_column_name(rk_table_column(table, at - 1)) : NULL;
    return codes != NULL && is_labels_of(name, codes) ? g_strndup(name, strlen(name) - strlen(codes) - 3)
                                                      : g_strdup(name);
}

static gboolean says_nothing(const RkTable *table, guint at, const char *unit)
{
    const char *name = rk_column_name(rk_table_column(table, at));
    const RkColumn *next = at + 1 < rk_table_columns(table) ? rk_table_column(table, at + 1) : NULL;
    return is_technical(name) || is_applied(name, unit) ||
           (next != NULL && rk_column_type(next) == RK_COLUMN_TEXT && is_code_of(name, rk_column_name(next)));
}

/* What the rows have in common (the year, the indicator …) says what the numbers are. */
static void append_shared(const RkTable *table, const RkColumn *value, const RkColumn *entity, const char *said,
                          GString *text)
{
    const RkColumn *unit = rk_column_unit(value);
    const RkColumn *flag = rk_column_flag(value);
    const char *told[] = {rk_column_name(entity),
                          rk_column_name(value),
                          "geo",
                          "country",
                          "source_id",
                          unit == NULL ? "" : rk_column_name(unit),
                          flag == NULL ? "" : rk_column_name(flag),
                          NULL};
    for (guint i = 0; rk_table_rows(table) > 1 && i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        RkColumnType type = rk_column_type(column);
        if ((type != RK_COLUMN_TEXT && type != RK_COLUMN_TIME) || is_one_of(column, told) ||
            says_nothing(table, i, said))
            continue;
        g_autofree char *shared = shared_text(column), *name = plain_name(table, i);
        if (shared != NULL && g_strcmp0(shared, said) != 0)
            g_string_append_printf(text, ", %s %s", name, shared);
    }
}

char *rk_selection_context(const RkTable *table, const RkColumn *value, const RkColumn *entity)
{
    const char *unit = NULL;
    GString *text = g_string_new(rk_column_name(value));
    if (rk_selection_check_units(value, NULL, rk_table_rows(table), NULL, &unit, NULL) && unit != NULL)
        g_string_append_printf(text, ", unit %s", unit);
    append_shared(table, value, entity, unit, text);
    return g_string_free(text, FALSE);
}

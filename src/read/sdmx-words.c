/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of SDMX-CSV that have a meaning of their own: what a row does (ACTION) and the power of ten of its value
 * (UNIT_MULT). Actions that nobody knows are refused, because the row may be no observation; a power that is no number
 * is told and stays in the unit as it is written.
 */
#include "read/sdmx-private.h"

#include <string.h>

static gboolean is_action(const char *word)
{
    return strchr("IAMRD", word[0]) != NULL && (word[1] == '\0' || word[1] == ':');
}

static gboolean is_power(const char *word)
{
    const char *digits = word + (*word == '-' || *word == '+');
    gsize count = strspn(digits, G_CSET_DIGITS);
    return strcmp(word, "~") == 0 || strcmp(word, "#N/A") == 0 ||
           (count > 0 && count < 4 && (digits[count] == '\0' || digits[count] == ':'));
}

/* The first row with a word that is none of those; the number of rows when there is none. */
static gsize first_other(const RkTable *table, const char *name, gboolean (*test)(const char *word))
{
    const RkColumn *column = rk_table_find(table, name);
    gsize rows = rk_table_rows(table);
    if (column == NULL || rk_column_type(column) != RK_COLUMN_TEXT)
        return rows;
    g_autofree gboolean *odd = g_new(gboolean, rk_column_words(column) + 1);
    gboolean any = FALSE;
    for (guint32 code = 0; code < rk_column_words(column); code++)
        any |= odd[code] = *rk_column_word(column, code) != '\0' && !test(rk_column_word(column, code));
    for (gsize row = 0; any && row < rows; row++) {
        guint32 code = rk_column_codes(column)[row];
        if (code != RK_TEXT_MISSING && odd[code])
            return row;
    }
    return rows;
}

gboolean rk_sdmx_check_words(const RkTable *table, RkDiagnostics *diagnostics, GError **error)
{
    gsize rows = rk_table_rows(table), row = first_other(table, RK_SDMX_MULTIPLIER, is_power);
    if (row < rows)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_table_origin(table, row), NULL,
                           "\"%s\" in column \"%s\" is no power of ten, and stands in the unit as it is",
                           rk_column_text(rk_table_find(table, RK_SDMX_MULTIPLIER), row), RK_SDMX_MULTIPLIER);
    row = first_other(table, RK_SDMX_ACTION, is_action);
    if (row == rows)
        return TRUE;
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row), "there are I, A, M, R and D",
                 "the action \"%s\" is not known", rk_column_text(rk_table_find(table, RK_SDMX_ACTION), row));
    return FALSE;
}

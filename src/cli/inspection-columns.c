/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes and words, column by column.
 */
#include "cli/inspection.h"

/* Codes that are named. */
#define MOST_NAMED 6

/* Words that rows have, in the order in which they come; returns how many. */
static guint name_words(const RkColumn *column, GString *first, gsize *missing)
{
    g_autofree gboolean *seen = g_new0(gboolean, (gsize)rk_column_words(column) + 1);
    const guint32 *codes = rk_column_codes(column);
    guint count = 0;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        *missing += codes[row] == RK_TEXT_MISSING;
        if (codes[row] == RK_TEXT_MISSING || seen[codes[row]])
            continue;
        seen[codes[row]] = TRUE;
        if (count < MOST_NAMED)
            g_string_append_printf(first, "%s%.40s", count > 0 ? ", " : "", rk_column_word(column, codes[row]));
        count++;
    }
    g_string_append(first, count > MOST_NAMED ? ", …" : "");
    return count;
}

void rk_inspect_dimensions(const RkTable *table, RkSheet *sheet)
{
    guint name = rk_sheet_add_column(sheet, "column", "column", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    guint codes = rk_sheet_add_column(sheet, "codes", "codes", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    guint missing = rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    guint first = rk_sheet_add_column(sheet, "first", "the first", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        g_autoptr(GString) words = g_string_new(NULL);
        gsize empty = 0;
        if (rk_column_type(column) != RK_COLUMN_TEXT || !rk_inspect_is_key(table, column))
            continue;
        rk_sheet_add_row(sheet, FALSE);
        rk_sheet_set_text(sheet, name, rk_column_name(column));
        rk_sheet_set_number(sheet, codes, name_words(column, words, &empty));
        rk_sheet_set_number(sheet, missing, (double)empty);
        rk_sheet_set_text(sheet, first, words->str);
    }
}
